/// One place in a source. Counting starts at 1.
package enum Place: Hashable, Comparable, Codable, Sendable {
    /// Physical record and field of a CSV; source row and source cell of the T-th table of an HTML page.
    case cell(table: Int, row: Int, column: Int)
    /// Unicode scalars of one line of the decoded text, both ends included.
    case text(line: Int, from: Int, to: Int)
    /// The rows of a record-level return that were counted.
    case records(first: Int, last: Int)
    /// An entry of a decisions file.
    case decision(file: String, id: String)

    package var locator: String {
        switch self {
        case .cell(let table, let row, let column): "table \(table) R\(row)C\(column)"
        case .text(let line, let from, let to): from == to ? "line \(line):\(from)" : "line \(line):\(from)-\(to)"
        case .records(let first, let last): "records \(first)..\(last)"
        case .decision(let file, let id): "Decisions/\(file)#\(id)"
        }
    }

    private var order: (Int, Int, Int, Int) {
        switch self {
        case .cell(let table, let row, let column): (0, table, row, column)
        case .text(let line, let from, let to): (1, line, from, to)
        case .records(let first, let last): (2, first, last, 0)
        case .decision: (3, 0, 0, 0)
        }
    }

    package static func < (a: Place, b: Place) -> Bool {
        if case .decision(let file, let id) = a, case .decision(let other, let otherID) = b {
            return (file, id) < (other, otherID)
        }
        return a.order < b.order
    }
}

extension [Place] {
    /// Several places joined as the contract writes them.
    package var locator: String { map(\.locator).joined(separator: " + ") }
}

import Records
import Vocabulary

/// Tells rows with a name of their own that are sums of the rows below or above them: `CONTACT OFFENCES` over its offences.
enum Subtotals {
    /// The cells that are such sums, with the cells that make each up.
    static func found(in cells: [TableReader.Cell], groups: (Int) -> [[Int]]) -> [Int: [Int]] {
        var sums: [Int: [Int]] = [:]
        for line in 0..<(cells.map(\.coordinates.count).max() ?? 0) {
            let groups = groups(line).map { $0.sorted() }
            let names = Set(
                cells.filter { $0.coordinates.indices.contains(line) && isUnknown($0) }.map { $0.coordinates[line] })
            for name in names {
                let own = groups.filter { group in group.contains { cells[$0].coordinates[line] == name } }
                for isBelow in [true, false] {
                    let parts = own.compactMap { Self.parts(of: name, in: $0, cells, line, names, isBelow) }
                    // One column may add up by chance; all of them do not.
                    guard parts.count == own.count, Set(parts.map(\.parts.count)).count == 1 else { continue }
                    for part in parts { sums[part.sum] = part.parts }
                    break
                }
            }
        }
        return sums
    }

    private static func isUnknown(_ cell: TableReader.Cell) -> Bool {
        cell.totals.isEmpty && cell.statement.doubts.contains { $0.code == "unknown-label" }
    }

    private static func parts(
        of name: String, in group: [Int], _ cells: [TableReader.Cell], _ line: Int, _ names: Set<String>,
        _ isBelow: Bool
    ) -> (sum: Int, parts: [Int])? {
        guard let position = group.firstIndex(where: { cells[$0].coordinates[line] == name }),
            let value = cells[group[position]].statement.figure.value
        else { return nil }
        let others = isBelow ? Array(group[(position + 1)...]) : group[..<position].reversed()
        var sum = Quantity.zero
        var parts: [Int] = []
        for index in others {
            let cell = cells[index]
            guard !names.contains(cell.coordinates[line]), !cell.totals.contains(line),
                let part = cell.statement.figure.value
            else { break }
            sum = sum + part
            parts.append(index)
            if sum == value, parts.count >= 2 { return (group[position], parts.sorted()) }
        }
        return nil
    }
}

/// A table as the file shows it: one run of UTF-8 and flat offsets; a cell's text is made when it is asked for.
package struct Grid: Sendable {
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let header = Flags(rawValue: 1)
        package static let hidden = Flags(rawValue: 2)
        /// A repeat of the cell above or to the left that spans into this one.
        package static let spanned = Flags(rawValue: 4)
    }

    /// How the cells' coordinates are to be read.
    package enum Addressing: Hashable, Sendable {
        /// Records and fields, or rows and cells, of the T-th table.
        case table(Int)
        /// Lines and columns of a text: a list or a table aligned with spaces.
        case lines
    }

    package struct Cell: Sendable {
        fileprivate var start: Int
        fileprivate var length: Int
        /// Row or line in the source.
        package var row: Int
        /// Cell or column in the source.
        package var column: Int
        package var flags: Flags
    }

    package let addressing: Addressing
    /// True for `label: figure` lines, which make figures of the method `list`.
    package let isList: Bool
    /// Part of a quotation: what was asked, not what is answered.
    package var isQuoted = false
    package private(set) var columns = 0
    private var bytes: [UInt8] = []
    private var cells: [Cell] = []
    private var rowStarts: [Int] = [0]

    package init(_ addressing: Addressing, isList: Bool = false) {
        self.addressing = addressing
        self.isList = isList
    }

    package var rows: Int { rowStarts.count - 1 }

    package mutating func append(_ text: String, row: Int, column: Int, flags: Flags = []) {
        let utf8 = text.utf8
        cells.append(Cell(start: bytes.count, length: utf8.count, row: row, column: column, flags: flags))
        bytes.append(contentsOf: utf8)
    }

    /// Closes the row that the last cells belong to; rows may differ in length.
    package mutating func endRow() {
        columns = max(columns, cells.count - (rowStarts.last ?? 0))
        rowStarts.append(cells.count)
    }

    package func width(ofRow row: Int) -> Int {
        row >= 0 && row < rows ? rowStarts[row + 1] - rowStarts[row] : 0
    }

    /// Nil beyond the end of a short row.
    package func cell(_ row: Int, _ column: Int) -> Cell? {
        guard column >= 0, column < width(ofRow: row) else { return nil }
        return cells[rowStarts[row] + column]
    }

    /// Empty beyond the end of a short row.
    package func text(_ row: Int, _ column: Int) -> String {
        guard let cell = cell(row, column) else { return "" }
        return String(decoding: bytes[cell.start..<cell.start + cell.length], as: UTF8.self)
    }

    /// The place of a cell, or of a range of its scalars where the grid is made of lines.
    package func place(_ row: Int, _ column: Int, scalars: Range<Int>? = nil) -> Place {
        guard let cell = cell(row, column) else { return .cell(table: 0, row: row + 1, column: column + 1) }
        switch addressing {
        case .table(let number):
            return .cell(table: number, row: cell.row, column: cell.column)
        case .lines:
            let range = scalars ?? 0..<text(row, column).unicodeScalars.count
            return .text(
                line: cell.row, from: cell.column + range.lowerBound,
                to: cell.column + max(range.lowerBound, range.upperBound - 1))
        }
    }
}

import Records
import Vocabulary

extension CellUnit {
    /// The cells of a grid, row by row, their numbers entered in the account; hidden text is none.
    static func rows(of grid: Grid, lexicon: Lexicon, account: inout AccountBuilder) -> [[CellUnit]] {
        var rows: [[CellUnit]] = []
        rows.reserveCapacity(grid.rows)
        let isLong = grid.rows > 400
        for row in 0..<grid.rows {
            var cells: [CellUnit] = []
            for column in 0..<grid.width(ofRow: row) {
                guard let cell = grid.cell(row, column) else { continue }
                let place: @Sendable (Range<Int>) -> [Place]
                switch grid.addressing {
                case .table(let table):
                    let own = Place.cell(table: table, row: cell.row, column: cell.column)
                    place = { _ in [own] }
                case .lines:
                    place = {
                        [
                            .text(
                                line: cell.row, from: cell.column + $0.lowerBound,
                                to: cell.column + max($0.lowerBound, $0.upperBound - 1))
                        ]
                    }
                }
                let isSpanned = cell.flags.contains(.spanned)
                let text = cell.flags.contains(.hidden) ? "" : grid.text(row, column)
                let isScanned = !isLong || row < 40
                let unit =
                    isSpanned
                    ? .spanned(LexedText(text), scan: isScanned, lexicon: lexicon, place: place)
                    : account.unit(text, lexicon: lexicon, scan: isScanned, place: place)
                cells.append(
                    CellUnit(
                        unit: unit, isHeader: cell.flags.contains(.header), isSpanned: isSpanned, row: cell.row,
                        column: column))
            }
            rows.append(cells)
        }
        return rows
    }
}

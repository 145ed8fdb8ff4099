import Records
import Vocabulary

/// Headers written over two rows, each cell going on in the one below: `9 or | 10 to | 13 to` over `under | 12 | 15`.
enum SplitHeaders {
    static func joined(_ cells: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]] {
        var cells = cells
        for row in cells.indices.dropLast() {
            joinTotals(over: row, in: &cells, lexicon)
            let upper = cells[row].filter { !$0.isBlank }
            let open = upper.filter { goesOn($0.lexed) }
            let isOpen =
                open.count >= 2 && open.count * 2 >= upper.count - 1
                && open.allSatisfy { cells[row + 1].indices.contains($0.column) && !cells[row + 1][$0.column].isBlank }
            guard isOpen || isWrapped(row, in: cells) else { continue }
            for column in cells[row + 1].indices
            where cells[row].indices.contains(column) && !cells[row][column].isBlank {
                let above = cells[row][column]
                if !cells[row + 1][column].isBlank {
                    cells[row + 1][column].unit = above.unit.joined(with: cells[row + 1][column].unit, lexicon: lexicon)
                } else {
                    cells[row + 1][column].unit = above.unit
                }
                cells[row][column].unit = .blank(above.unit.place)
            }
        }
        return cells
    }

    /// `All` over `ages`, whatever their neighbours are.
    private static func joinTotals(over row: Int, in cells: inout [[CellUnit]], _ lexicon: Lexicon) {
        for column in cells[row].indices where cells[row + 1].indices.contains(column) {
            let (upper, lower) = (cells[row][column], cells[row + 1][column])
            guard !upper.isSpanned, ["all", "total"].contains(upper.lexed.words.joined(separator: " ")),
                ["ages", "offences", "crimes", "victims"].contains(lower.lexed.words.joined(separator: " ")),
                lower.unit.text.first?.isLowercase == true
            else { continue }
            cells[row + 1][column].unit = upper.unit.joined(with: lower.unit, lexicon: lexicon)
            cells[row][column].unit = .blank(upper.unit.place)
        }
    }

    /// `Sexual offences | Charge` over `recorded with a | rate,` over `victim under 18 | %`: a row that begins no word anew.
    private static func isWrapped(_ row: Int, in cells: [[CellUnit]]) -> Bool {
        let lower = cells[row + 1].filter { !$0.isBlank }
        let upper = cells[row].filter { !$0.isBlank }
        guard lower.count >= 2, upper.count >= 3,
            lower.allSatisfy({ cell in
                let first = cell.unit.text.unicodeScalars.first
                return (first?.properties.isLowercase ?? false || first == "%")
                    && upper.contains { $0.column == cell.column }
            }),
            !upper.contains(where: { $0.isSpanned || $0.lexed[0]?.isNumber == true })
        else { return false }
        return cells[(row + 1)...].prefix(4).contains {
            $0.contains { $0.lexed.count == 1 && $0.lexed[0]?.isNumber == true }
        }
    }

    private static func goesOn(_ text: LexedText) -> Bool {
        let last = text.count - 1
        return last > 0 && (text.isWord(last, ["or", "to", "and"]) || text.isSymbol(last, "-"))
            && text[last - 1]?.kind != .symbol
    }
}

import Records
import Vocabulary

/// Headers written over two rows, each cell going on in the one below: `9 or | 10 to | 13 to` over `under | 12 | 15`.
enum SplitHeaders {
    static func joined(_ cells: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]] {
        var cells = cells
        for row in cells.indices.dropLast() {
            let upper = cells[row].filter { !$0.isBlank }
            let open = upper.filter { goesOn($0.lexed) }
            guard open.count >= 2, open.count * 2 >= upper.count - 1,
                open.allSatisfy({ cells[row + 1].indices.contains($0.column) && !cells[row + 1][$0.column].isBlank })
            else { continue }
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

    private static func goesOn(_ text: LexedText) -> Bool {
        let last = text.count - 1
        return last > 0 && (text.isWord(last, ["or", "to", "and"]) || text.isSymbol(last, "-"))
            && text[last - 1]?.kind != .symbol
    }
}

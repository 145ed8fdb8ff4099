import Records
import Vocabulary

/// Cells that say each time what they count: `Flagged: 66 | of which under 13: 19` in every row, as a table with headers.
enum KeyedCells {
    /// The rows with the keys as headers over them, and the cells that only repeat a key; nil where cells have no such keys.
    static func parted(_ cells: [[CellUnit]], lexicon: Lexicon) -> (rows: [[CellUnit]], repeats: [TextUnit])? {
        guard cells.count > 1, let first = cells.first, first.count > 1, key(first[0].lexed) == nil,
            cells.allSatisfy({ $0.count >= first.count })
        else { return nil }
        let keyed = 1..<first.count
        let areKeyed = keyed.allSatisfy { column in
            let own = label(first[column].lexed)
            return own != nil && cells.allSatisfy { label($0[column].lexed) == own }
        }
        guard areKeyed else { return nil }
        var head = first.map { cell in
            var blank = cell
            blank.unit = .blank(cell.unit.place)
            return blank
        }
        var repeats: [TextUnit] = []
        var parted = cells
        for (order, row) in cells.indices.enumerated() {
            for column in keyed {
                let unit = cells[row][column].unit
                guard let colon = key(unit.lexed) else { continue }
                let label = unit.slice(0..<colon, lexicon: lexicon)
                if order == 0 { head[column].unit = label } else { repeats.append(label) }
                parted[row][column].unit = unit.slice(colon + 1..<unit.lexed.count, lexicon: lexicon)
            }
        }
        return ([head] + parted, repeats)
    }

    private static func label(_ text: LexedText) -> String? {
        key(text).map { text.raw(lexemes: 0..<$0).lowercased() }
    }

    /// Where the colon stands between words and a figure.
    private static func key(_ text: LexedText) -> Int? {
        text.lexemes.indices.first {
            text.isSymbol($0, ":") && text.word(0) != nil
                && (text[$0 + 1]?.isNumber == true || text.isSymbol($0 + 1, "<"))
        }
    }
}

import Records
import Vocabulary

/// Cells that say each time what they count: `Flagged: 66 | of which under 13: 19` in every row, as a table with headers.
enum KeyedCells {
    /// The rows with the keys as headers over them, and the cells that only repeat a key; nil where cells have no such keys.
    static func parted(_ cells: [[CellUnit]], lexicon: Lexicon) -> (rows: [[CellUnit]], repeats: [TextUnit])? {
        let rows = cells.filter { row in row.count(where: { !$0.isBlank }) > 1 }
        guard rows.count > 1, rows.count == cells.count, let first = rows.first, let width = rows.map(\.count).min(),
            width > 1
        else { return nil }
        let keyed = (1..<width).filter { column in
            let keys = rows.map { row in key(row[column].lexed).map { row[column].lexed.words(before: $0) } }
            return !keys.contains(nil) && Set(keys).count == 1
        }
        guard keyed.count == width - 1, key(first[0].lexed) == nil else { return nil }
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

    /// Where the colon stands between words and a figure.
    private static func key(_ text: LexedText) -> Int? {
        text.lexemes.indices.first {
            text.isSymbol($0, ":") && text.word(0) != nil
                && (text[$0 + 1]?.isNumber == true || text.isSymbol($0 + 1, "<"))
        }
    }
}

extension LexedText {
    fileprivate func words(before index: Int) -> String { raw(lexemes: 0..<index).lowercased() }
}

import Records
import Vocabulary

/// Two figures in one cell, `19 of 93`: the flagged and all, as two columns that headers of their own name.
enum PairedCells {
    private static let parts = Phrases<Bool>([
        "of all", "out of all", "out of the total", "of the total", "out of every",
    ])

    /// The document says that one of two is a part of the other.
    static func areExplained(in text: LexedText) -> Bool {
        parts.occurs(in: text) && CueRecogniser.cues(in: text).flag != nil || flaggedComesSecond(in: text)
    }

    /// `All recorded / of which with cyber flag`
    static func flaggedComesSecond(in text: LexedText) -> Bool {
        guard
            let cut = text.lexemes.indices.first(where: {
                text.isSymbol($0, "/") && text[$0]?.spaceBefore == true && text[$0 + 1]?.spaceBefore == true
            })
        else { return false }
        let second = CueRecogniser.cues(in: text, range: cut + 1..<text.count)
        return second.flag == .flagged && CueRecogniser.cues(in: text, range: 0..<cut).flag != .flagged
    }

    /// Rows with paired columns told apart; nil where there are none.
    static func split(_ rows: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]]? {
        let width = rows.map(\.count).max() ?? 0
        let paired = Set(
            (0..<width).filter { column in
                let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { !$0.isBlank }
                return cells.filter { halves($0.lexed) != nil }.count * 2 > cells.count
            })
        guard !paired.isEmpty,
            let first = rows.firstIndex(where: { row in
                row.indices.contains { paired.contains($0) && halves(row[$0].lexed) != nil }
            })
        else { return nil }
        var told: [[CellUnit]] = []
        for (index, row) in rows.enumerated() {
            if index == first { told.append(heads(like: rows[max(0, first - 1)], width, paired)) }
            told.append(apart(row, paired, lexicon))
        }
        return told
    }

    /// The lexemes of both figures of `19 of 93`, `19 out of 93`, `93 / 19`: the part, then the whole.
    private static func halves(_ text: LexedText) -> (Range<Int>, Range<Int>)? {
        if text.count == 3, text.isSymbol(1, "/"), text[1]?.spaceBefore == true,
            let whole = text[0]?.quantity?.wholeValue,
            let part = text[2]?.quantity?.wholeValue, part <= whole
        {
            return (2..<3, 0..<1)
        }
        guard let part = text[0]?.quantity?.wholeValue else { return nil }
        let at = text.isWord(1, ["out"]) ? 2 : 1
        guard text.isWord(at, ["of"]), text.count == at + 2, let whole = text[at + 1]?.quantity?.wholeValue,
            part <= whole
        else { return nil }
        return (0..<1, at + 1..<at + 2)
    }

    private static func apart(_ row: [CellUnit], _ paired: Set<Int>, _ lexicon: Lexicon) -> [CellUnit] {
        var cells: [CellUnit] = []
        for (column, cell) in row.enumerated() {
            var (left, right) = (cell, cell)
            if paired.contains(column) {
                if let (part, whole) = halves(cell.lexed) {
                    left.unit = cell.unit.slice(part, lexicon: lexicon)
                    right.unit = cell.unit.slice(whole, lexicon: lexicon)
                } else {
                    right.isSpanned = true
                }
                left.column = cells.count
                right.column = cells.count + 1
                cells += [left, right]
            } else {
                left.column = cells.count
                cells.append(left)
            }
        }
        return cells
    }

    /// A row of headers that the cells imply.
    private static func heads(like row: [CellUnit], _ width: Int, _ paired: Set<Int>) -> [CellUnit] {
        var cells: [CellUnit] = []
        for column in 0..<width {
            for text in paired.contains(column) ? ["cyber flagged", "all recorded, flagged or not"] : [""] {
                let unit = TextUnit(lexed: LexedText(text), mentions: [], tokens: [:], place: { _ in [] })
                cells.append(
                    CellUnit(
                        unit: unit, isHeader: true, isSpanned: false, row: row.first?.row ?? 0, column: cells.count))
            }
        }
        return cells
    }
}

import Records
import Vocabulary

/// `Period from | 01/04/2019` over `Period to | 31/03/2020`: one heading, `01/04/2019 to 31/03/2020`.
enum SpanRows {
    private static let first: Set<String> = ["from", "start", "starting", "begin", "begins", "commencing"]
    private static let last: Set<String> = ["to", "end", "ending", "until", "ends"]

    static func joined(_ cells: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]] {
        var cells = cells
        for row in cells.indices.dropLast() {
            guard let from = date(of: first, in: cells[row]), let to = date(of: last, in: cells[row + 1]) else {
                continue
            }
            let join = TextUnit(
                lexed: LexedText("to"), mentions: [], tokens: [:], place: cells[row + 1][to].unit.place)
            let span = cells[row][from].unit.joined(with: join, lexicon: lexicon)
                .joined(with: cells[row + 1][to].unit, lexicon: lexicon)
            for (row, date) in [(row, from), (row + 1, to)] {
                for column in cells[row].indices where column <= date {
                    cells[row][column].unit = .blank(cells[row][column].unit.place)
                }
            }
            cells[row][0].unit = span
        }
        return cells
    }

    /// The column of the date in a row of a key and a date.
    private static func date(of words: Set<String>, in row: [CellUnit]) -> Int? {
        let filled = row.indices.filter { !row[$0].isBlank && !row[$0].isSpanned }
        guard filled.count == 2, row[filled[0]].lexed.words.count <= 3,
            !Set(row[filled[0]].lexed.words).isDisjoint(with: words),
            let (_, end) = DateRecogniser.match(row[filled[1]].lexed, at: 0), end == row[filled[1]].lexed.count
        else { return nil }
        return filled[1]
    }
}

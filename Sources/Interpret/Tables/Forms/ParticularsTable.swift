import Records
import Vocabulary

/// A table of what a reply is, not of what it counts: `FOI reference | 17920`, `Subject | …`, `Outcome | Refused`.
enum ParticularsTable {
    private static let names: Set<String> = [
        "reference", "ref", "date", "subject", "title", "status", "outcome", "decision", "department", "category",
        "topic", "published", "publication", "received", "responded", "response", "request", "version",
        "author", "contact", "format", "type", "keywords", "act", "legislation", "regime", "to", "from",
    ]
    private static let references: Set<String> = ["reference", "ref", "number", "no", "id", "version"]
    private static let answers: Set<String> = ["status", "outcome", "decision", "response"]

    /// The particulars that are all of a table, or stand above its first blank row, and where they end.
    static func head(of cells: [[CellUnit]], lexicon: Lexicon) -> (
        told: (passages: [PassageUnit], numbers: [CellUnit]), end: Int
    )? {
        [cells.count, cells.firstIndex { $0.allSatisfy(\.isBlank) } ?? 0].lazy.compactMap { end in
            passages(Array(cells[..<end]), lexicon: lexicon).map { ($0, end) }
        }.first
    }

    /// A line of text for each row, and the cells that only number the reply; nil where the rows are no such thing.
    private static func passages(_ cells: [[CellUnit]], lexicon: Lexicon) -> (
        passages: [PassageUnit], numbers: [CellUnit]
    )? {
        let filled = cells.map { $0.filter { !$0.isBlank && !$0.isSpanned } }.filter { !$0.isEmpty }
        let titles = filled.prefix { $0.count == 1 }
        let rows = filled.dropFirst(titles.count)
        let named = rows.filter { isNamed($0[0]) }
        if !rows.isEmpty, rows.allSatisfy(isKeyed) {
            let lines = rows.joined().map { PassageUnit(unit: $0.unit, role: .header) }
            return (titles.map { PassageUnit(unit: $0[0].unit, role: .title) } + lines, [])
        }
        guard named.count >= 2, named.count * 2 >= rows.count, rows.allSatisfy({ $0.count == 2 && !isFigure($0) })
        else {
            return nil
        }
        let lines = rows.map { row in
            let isAnswer = !Set(row[0].lexed.words).isDisjoint(with: answers)
            return PassageUnit(
                unit: row[0].unit.joined(with: row[1].unit, by: ": ", lexicon: lexicon),
                role: isAnswer ? .paragraph : .header)
        }
        let numbers = rows.filter { !Set($0[0].lexed.words).isDisjoint(with: references) }.map { $0[1] }
        return (titles.map { PassageUnit(unit: $0[0].unit, role: .title) } + lines, numbers)
    }

    private static func isNamed(_ cell: CellUnit) -> Bool {
        let words = cell.lexed.words
        return words.count <= 3 && cell.unit.mentions.isEmpty && words.contains(where: names.contains)
    }

    /// `Run by: Disclosure | Run on: | 12/07/2021`: who drew the report, and when.
    private static func isKeyed(_ row: [CellUnit]) -> Bool {
        row.contains { $0.lexed.isSymbol($0.lexed.count - 1, ":") }
            && row[0].lexed.lexemes.contains { $0.text == ":" }
            && ["run", "printed", "produced", "drawn", "extracted", "created"].contains(row[0].lexed.word(0) ?? "")
    }

    /// `Offences recorded | 43`: then the table does count; `FOI reference | 17920` only numbers the reply.
    private static func isFigure(_ row: [CellUnit]) -> Bool {
        Set(row[0].lexed.words).isDisjoint(with: references)
            && row[1].unit.mentions.contains { mention in
                if case .number = mention.kind { mention.range == 0..<row[1].lexed.count } else { false }
            }
    }
}

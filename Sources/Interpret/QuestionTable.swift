import Records
import Vocabulary

/// A table of questions with their answers beside them, read as the text that it is.
enum QuestionTable {
    /// Questions and answers in turn; nil where the rows are no such thing.
    static func passages(_ cells: [[CellUnit]]) -> [PassageUnit]? {
        let rows = cells.map { $0.filter { !$0.isBlank && !$0.isSpanned } }.filter { !$0.isEmpty }
        guard rows.count >= 2, rows.allSatisfy({ $0.count == 2 }), rows.dropFirst().allSatisfy(asks),
            rows.contains(where: { $0[0].lexed.lexemes.last?.text == "?" })
        else { return nil }
        return rows.enumerated().flatMap { index, row in
            // `What you asked | Our answer` heads them.
            index == 0 && !asks(row)
                ? row.map { PassageUnit(unit: $0.unit, role: .heading) }
                : [PassageUnit(unit: row[0].unit, role: .question), PassageUnit(unit: row[1].unit, role: .answer)]
        }
    }

    private static func asks(_ row: [CellUnit]) -> Bool {
        guard let text = row.first?.lexed else { return false }
        return text.lexemes.last?.text == "?" || text.words.count >= 4 && QuestionMark(text, at: 0) != nil
    }
}

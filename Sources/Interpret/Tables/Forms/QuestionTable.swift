import Records
import Vocabulary

/// A table of questions with their answers beside them, read as the text that it is.
enum QuestionTable {
    /// Questions and answers in turn, and the cells that only number them; nil where the rows are no such thing.
    static func passages(_ cells: [[CellUnit]]) -> (passages: [PassageUnit], numbers: [CellUnit])? {
        let filled = cells.map { $0.filter { !$0.isBlank && !$0.isSpanned } }.filter { !$0.isEmpty }
        let titles = filled.prefix { $0.count == 1 }
        var rows = Array(filled.dropFirst(titles.count))
        var numbers: [CellUnit] = []
        // `No. | Question | Answer`
        let isNumbered = rows.count >= 2 && rows.allSatisfy { $0.count == 3 }
        if isNumbered {
            numbers = rows.map { $0[0] }
            guard numbers.dropFirst().allSatisfy({ QuestionMark(ordinalIn: $0.lexed) != nil }) else { return nil }
            rows = rows.map { Array($0.dropFirst()) }
        }
        guard rows.count >= 2, rows.allSatisfy({ $0.count == 2 }) else { return nil }
        let head = rows[0].map(\.lexed)
        // `You asked | Our answer` says of every row what it is.
        let isHeaded =
            head[0].words.contains { ["asked", "question", "questions"].contains($0) }
            && head[1].words.contains { ["answer", "answers", "response", "reply"].contains($0) }
        guard isHeaded || rows.dropFirst().allSatisfy(asks),
            isHeaded || rows.contains(where: { $0[0].lexed.lexemes.last?.text == "?" })
                || head[0].isWord(0, ["question", "questions", "request"])
        else { return nil }
        var passages = titles.map { PassageUnit(unit: $0[0].unit, role: .title) }
        for (index, row) in rows.enumerated() {
            var question = PassageUnit(unit: row[0].unit, role: .question)
            if isNumbered { question.ordinal = QuestionMark(ordinalIn: numbers[index].lexed)?.number }
            passages += [question, PassageUnit(unit: row[1].unit, role: .answer)]
        }
        return (passages, numbers)
    }

    private static func asks(_ row: [CellUnit]) -> Bool {
        guard let text = row.first?.lexed else { return false }
        return text.lexemes.last?.text == "?" || text.words.count >= 4 && QuestionMark(text, at: 0) != nil
    }
}

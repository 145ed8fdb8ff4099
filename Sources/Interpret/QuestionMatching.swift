import Records
import Vocabulary

extension Work {
    private static let askingHeads: Set<String> = [
        "request", "your request", "information requested", "you asked", "request for information", "the request",
        "questions", "original request", "details of request", "information request", "your questions",
        "what we were asked", "what you asked", "what you asked for", "what was asked", "you asked us",
        "request details",
        "your enquiry", "information sought", "question asked", "text of request", "details of your request",
    ]
    private static let answeringHeads: Set<String> = [
        "response", "our response", "reply", "our reply", "answer", "answers", "force response", "decision",
        "the response",
        "our answer", "our answers", "our responses", "police response", "information supplied", "responses",
        "the reply", "the answer", "our decision",
        "what we said", "in response", "information provided", "information disclosed", "disclosure", "our findings",
        "findings", "results", "police reply",
    ]

    /// `For question 1 it was 33. For question 2 it was 310.`: each sentence that points goes on to the next that does.
    private static func parts(of passage: PassageUnit, pointingInto book: Questionnaire, lexicon: Lexicon)
        -> [PassageUnit]
    {
        let pointing = Sentence.split(passage).filter { !book.pointed(in: $0.lexed).isEmpty }
        let starts = pointing.dropFirst().map(\.range.lowerBound)
        return zip([0] + starts, starts + [passage.unit.lexed.count]).map { start, end in
            var part = PassageUnit(unit: passage.unit.slice(start..<end, lexicon: lexicon), role: passage.role)
            part.asked = book.pointed(in: part.unit.lexed)
            part.askedPeriods = book.periods
            return part
        }
    }

    /// Tells what was asked from what is answered, and gives each answer the question that its mark names.
    static func matchQuestions(_ passages: [PassageUnit?], lexicon: Lexicon) -> (
        answers: [[PassageUnit]?], asked: Questionnaire
    ) {
        func head(_ passage: PassageUnit?) -> String {
            guard let text = passage?.unit.lexed, text.count <= 5, !text.lexemes.contains(where: \.isNumber) else {
                return ""
            }
            return text.words.joined(separator: " ")
        }
        let lastAnswer = passages.lastIndex { answeringHeads.contains(head($0)) }
        var book = Questionnaire()
        var isAsking = false
        var number: Int?
        var open: QuestionMark?
        // A question under a heading that is nothing but its mark, and whether the answer has begun.
        var headed: (mark: QuestionMark, isAnswered: Bool)?
        let answers = passages.enumerated().map { (index, found) -> [PassageUnit]? in
            guard var passage = found else { return nil }
            let words = head(passage)
            if askingHeads.contains(words), let lastAnswer, index < lastAnswer { isAsking = true }
            if answeringHeads.contains(words) { isAsking = false }
            // What stands in quotation marks behind `You asked:` was asked.
            let before = index > 0 ? passages[index - 1]?.unit.lexed : nil
            if passage.unit.lexed.isSymbol(0, "\""), before?.lexemes.last?.text == ":", passage.role != .answer {
                passage.role = .quoted
            }
            let mark = QuestionMark(passage.unit.lexed, at: 0) ?? passage.ordinal.map(QuestionMark.init(ordinal:))
            if let mark, mark.end >= passage.unit.lexed.count, mark.isNamed {
                headed = nil
                if book.has(mark.number, mark.letter) {
                    return [passage, book.heading(mark, at: passage.unit.place(0..<1).first, lexicon: lexicon)]
                }
                if index < lastAnswer ?? 0, passage.unit.lexed.isWord(0, ["question", "q", "part", "request"]) {
                    headed = (mark, false)
                }
                return [passage]
            }
            if let question = headed {
                if answeringHeads.contains(words) {
                    headed = (question.mark, true)
                } else if question.isAnswered, passage.role == .heading || passage.role == .title,
                    // `2,087`, all by itself, is the answer.
                    passage.unit.lexed.lexemes.contains(where: \.isWord)
                {
                    headed = nil
                } else if question.isAnswered {
                    passage.asked = book.asked(question.mark.number, question.mark.letter)
                    passage.askedPeriods = book.periods
                    if [.paragraph, .heading, .title].contains(passage.role) { passage.role = .answer }
                } else {
                    book.learn(passage.unit.lexed.text, as: question.mark, lexicon: lexicon)
                    passage.role = .quoted
                }
                return [passage]
            }
            let asks =
                isAsking || passage.role == .quoted
                || Sentence.split(passage).contains { sentence in
                    sentence.role == .request
                        && (sentence.lexed.lexemes.last?.text == "?"
                            || Questionnaire.marks(of: passage.unit.lexed).count >= 2 && passage.role != .answer)
                }
                || open?.number != nil && mark?.letter != nil && mark?.number == nil
                    && passage.unit.lexed.lexemes.last?.text == "?"
                || passage.role == .question && !(mark.map { book.has($0.number, $0.letter) } ?? false)
            if asks {
                if let mark, mark.end == 0 {
                    book.learn(passage.unit.lexed.text, as: mark, lexicon: lexicon)
                } else {
                    book.learn(passage.unit, lexicon: lexicon)
                }
                let above = open?.number
                open = mark
                if let number = mark?.number ?? above { open?.number = number }
                if isAsking, passage.role != .heading { passage.role = mark == nil ? .quoted : .question }
                // A table or list right below answers it, and what it points back to.
                if let open { passage.asked = Array(book.asked(open.number, open.letter).dropFirst()) }
                return [passage]
            }
            guard let mark, !book.isEmpty, mark.number != nil || mark.letter != nil else {
                let parts = parts(of: passage, pointingInto: book, lexicon: lexicon)
                if parts.count > 1 { return parts }
                passage.asked = book.pointed(in: passage.unit.lexed)
                // Right under a question that points back to the one before: `How many of those had the flag?`
                if passage.asked.isEmpty, let question = open {
                    let asked = book.asked(question.number, question.letter)
                    if asked.count > 1 { passage.asked = asked }
                    passage.askedAgain = book.measures(question.number, question.letter)
                }
                open = nil
                if !passage.asked.isEmpty { passage.askedPeriods = book.periods }
                return [passage]
            }
            number = mark.number ?? number
            let letter = mark.letter
            if mark.end == 0, book.has(number, letter) {
                passage.role = .answer
                (passage.asked, passage.askedPeriods) = (book.asked(number, letter), book.periods)
                return [passage]
            }
            let known = Questionnaire.marks(of: passage.unit.lexed).filter {
                book.has($0.mark.number ?? number, $0.mark.letter)
            }
            // `A1. a) 44  b) 59`: an answer to each part.
            var parts: [PassageUnit] = []
            for (order, part) in known.enumerated() {
                let start = order == 0 ? 0 : part.at
                let end = order + 1 < known.count ? known[order + 1].at : passage.unit.lexed.count
                var answer = PassageUnit(
                    unit: passage.unit.slice(start..<end, lexicon: lexicon).marked(until: part.mark.end - start),
                    role: .answer)
                number = part.mark.number ?? number
                answer.asked = book.asked(number, part.mark.letter)
                answer.askedPeriods = book.periods
                parts.append(answer)
            }
            return parts.isEmpty ? [passage] : parts
        }
        return (answers, book)
    }
}

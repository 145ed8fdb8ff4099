import Records
import Vocabulary

/// Tells what was asked from what is answered, passage by passage, and gives each answer the question that its mark names.
struct QuestionMatcher {
    private(set) var book = Questionnaire()
    let lexicon: Lexicon
    private let passages: [PassageUnit?]
    private let heads: [QuestionHead?]
    private let lastAnswer: Int
    /// What stands here was asked, until a heading says otherwise.
    private var isAsking = false
    /// The items that stand right below `You seek access to the following:` were asked.
    private var isListing = false
    private var number: Int?
    private var open: QuestionMark?
    /// A question under a heading that is nothing but its mark, and whether the answer has begun.
    private var headed: (mark: QuestionMark, isAnswered: Bool)?

    /// A passage that is no passage stands for a table.
    init(_ passages: [PassageUnit?], lexicon: Lexicon) {
        self.passages = passages
        self.lexicon = lexicon
        heads = passages.map { $0.flatMap(QuestionHead.init) }
        lastAnswer = heads.lastIndex(of: .answer) ?? 0
        // Answers in the lines of a mail come before the next question.
        book.isFlagSpoken = passages.contains { passage in
            guard let passage, let last = passage.unit.lexed.lexemes.last,
                passage.role == .quoted || passage.role == .question || last.text == "?"
            else { return false }
            let text = passage.unit.lexed
            return QuestionMark(text, at: text.isSymbol(0, ">") ? 1 : 0) != nil
                && CueRecogniser.cues(in: text).flag == .flagged
        }
    }

    /// The passages that the passage at this place comes to; nil where there is none.
    mutating func match(at index: Int) -> [PassageUnit]? {
        guard var passage = passages[index] else { return nil }
        let text = passage.unit.lexed
        if Self.headsYear(passage) { passage.role = .heading }
        if heads[index] == .request, index < lastAnswer { isAsking = true }
        if heads[index] == .answer || isAsking && heads[index] == nil && Self.isBanner(passage) { isAsking = false }
        // What stands in quotation marks behind `You asked:` was asked.
        let before = index > 0 ? passages[index - 1]?.unit.lexed : nil
        if text.isSymbol(0, "\""), let before, Self.leadsToQuestion(before), passage.role != .answer {
            passage.role = .quoted
        }
        // `• Q1`, `> 4) How many …?`
        let first =
            text.isSymbol(0, ">") || text[0]?.kind == .symbol && text.isWord(1, ["q", "question"]) ? 1 : 0
        let mark = QuestionMark(text, at: first) ?? passage.ordinal.map(QuestionMark.init(ordinal:))
        isListing = heads[index] == .request || isListing && mark.map { !book.has($0.number, $0.letter) } ?? false
        if let mark, mark.end >= text.count, mark.isNamed { return matchHeading(passage, mark, at: index) }
        if let found = matchHeaded(passage, at: index) { return found }
        if let found = interleaved(passage) ?? answeredLines(passage) { return found }
        if let mark, let found = toldInLine(passage, mark) { return found }
        if heads[index] == nil, asks(passage, mark) {
            if let found = toldBelow(passage, mark) { return found }
            return isAsking ? [learn(passage, mark)] : answeredInLine(passage, mark) ?? [learn(passage, mark)]
        }
        guard let mark, !book.isEmpty, mark.number != nil || mark.letter != nil else { return pointed(passage) }
        return answers(passage, mark, at: index)
    }

    /// `You asked:`, `Your request is set out below.`; not `I've had this back from our Management Information team:`.
    private static func leadsToQuestion(_ text: LexedText) -> Bool {
        let words = Set(text.words)
        if text.lexemes.last?.text != ":" { return words.contains("request") && words.contains("below") }
        return !words.isDisjoint(with: ["you", "your", "request", "requested", "asked", "question", "questions"])
            || words.isDisjoint(with: ["team", "unit", "department", "analyst", "analysts", "colleague", "colleagues"])
    }

    /// `Response: 2019-20`, over what answers for that year.
    private static func headsYear(_ passage: PassageUnit) -> Bool {
        let text = passage.unit.lexed
        guard passage.role == .answer, let only = passage.unit.mentions.only,
            case .period(let reading) = only.kind
        else { return false }
        return reading.period?.isWholeYear == true && only.range.lowerBound <= 3
            && only.range.upperBound >= text.trimmedCount && text.isSymbol(only.range.lowerBound - 1, ":")
    }

    /// `SEARCHES MADE`: capitals that neither ask nor answer begin something else.
    private static func isBanner(_ passage: PassageUnit) -> Bool {
        let text = passage.unit.lexed
        return (passage.role == .heading || passage.role == .title) && QuestionMark(text, at: 0) == nil
            && text.text.contains(where: \.isLetter)
            && !text.text.contains(where: \.isLowercase)
    }

    // MARK: headings that are marks

    /// `Question 2`, `Q1` alone: over the answer where the question is known, else over the question.
    private mutating func matchHeading(_ passage: PassageUnit, _ mark: QuestionMark, at index: Int) -> [PassageUnit] {
        headed = nil
        if book.has(mark.number, mark.letter) {
            (headed, open) = ((mark, true), nil)
            return [passage, book.heading(mark, at: passage.unit.place(0..<1).first, lexicon: lexicon)]
        }
        if index < lastAnswer, !mark.isAnswer { headed = (mark, false) }
        var head = passage
        if !mark.isAnswer { head.role = .question }
        return [head]
    }

    private mutating func matchHeaded(_ passage: PassageUnit, at index: Int) -> [PassageUnit]? {
        guard let question = headed else { return nil }
        // What has a mark of its own goes by that.
        if question.isAnswered, passage.role == .question || QuestionMark(passage.unit.lexed, at: 0)?.isNamed ?? false {
            headed = nil
            return nil
        }
        var passage = passage
        if heads[index] == .answer {
            headed = (question.mark, true)
            let isKnown = book.has(question.mark.number, question.mark.letter)
            let place = passage.unit.place(0..<1).first
            return [passage] + (isKnown ? [book.heading(question.mark, at: place, lexicon: lexicon)] : [])
        } else if !question.isAnswered {
            book.learn(passage.unit.lexed.text, as: question.mark, lexicon: lexicon)
            passage.role = .quoted
        } else if passage.role == .heading || passage.role == .title,
            // `2,087`, all by itself, is the answer.
            passage.unit.lexed.lexemes.contains(where: \.isWord)
        {
            headed = nil
        } else {
            passage.asked = book.asked(question.mark.number, question.mark.letter)
            passage.askedPeriods = book.periods
            if [.paragraph, .heading, .title].contains(passage.role) { passage.role = .answer }
        }
        return [passage]
    }

    // MARK: questions

    private func asks(_ passage: PassageUnit, _ mark: QuestionMark?) -> Bool {
        let text = passage.unit.lexed
        if isAsking || isListing && mark != nil || passage.role == .quoted { return true }
        let asksItself = Sentence.split(passage).contains { sentence in
            sentence.role == .request
                && (sentence.lexed.lexemes.last?.text == "?"
                    || Questionnaire.marks(of: text).count >= 2 && passage.role != .answer)
        }
        return asksItself
            || open?.number != nil && mark?.letter != nil && mark?.number == nil && text.lexemes.last?.text == "?"
            || passage.role == .question && !(mark.map { book.has($0.number, $0.letter) } ?? false)
    }

    mutating func learn(_ passage: PassageUnit, _ mark: QuestionMark?) -> PassageUnit {
        var passage = passage
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
        return passage
    }

    /// `a) rape?` beside `A3a.`: the parts of a question in the rows of a table, each with the mark of its answer.
    mutating func learn(_ rows: [[CellUnit]]) {
        for row in rows {
            guard let asked = row.first(where: { $0.lexed.lexemes.last?.text == "?" }),
                let mark = QuestionMark(asked.lexed, at: 0),
                row.contains(where: { QuestionMark($0.lexed, at: 0)?.isAnswer ?? false })
            else { continue }
            _ = learn(PassageUnit(unit: asked.unit, role: .question), mark)
        }
    }

    // MARK: answers

    /// A passage without a mark, which may name the questions that it answers.
    mutating func pointed(_ passage: PassageUnit) -> [PassageUnit] {
        // `For question 1 it was 33. For question 2 it was 310.`: each sentence that points goes on to the next that does.
        let starts = Sentence.split(passage).filter { !book.pointed(in: $0.lexed).isEmpty }.map(\.range.lowerBound)
        if starts.count > 1 {
            let ends = starts.dropFirst() + [passage.unit.lexed.count]
            return zip([0] + starts.dropFirst(), ends).map { start, end in
                var part = passage
                part.unit = passage.unit.slice(start..<end, lexicon: lexicon)
                return answer(part)
            }
        }
        var passage = answer(passage)
        // Right under a question that points back to the one before: `How many of those had the flag?`
        if passage.asked.isEmpty, let question = open {
            let asked = book.asked(question.number, question.letter)
            // `How many in all?` beside questions about the flag asks for all.
            let isOfAll =
                asked.first?.cues.flag == .all
                && passage.unit.mentions.contains { if case .number = $0.kind { true } else { false } }
            if asked.count > 1 || isOfAll { (passage.asked, passage.askedPeriods) = (asked, book.periods) }
            passage.askedAgain = book.measures(question.number, question.letter)
        }
        open = nil
        return [passage]
    }

    private func answer(_ passage: PassageUnit) -> PassageUnit {
        var passage = passage
        passage.asked = book.pointed(in: passage.unit.lexed)
        if !passage.asked.isEmpty { passage.askedPeriods = book.periods }
        return passage
    }

    /// A passage with a mark, or several: `A1. a) 44  b) 59` answers each part.
    private mutating func answers(_ passage: PassageUnit, _ mark: QuestionMark, at index: Int) -> [PassageUnit] {
        var passage = passage
        let text = passage.unit.lexed
        number = mark.number ?? number
        if mark.end == 0, book.has(number, mark.letter) {
            passage.role = .answer
            (passage.asked, passage.askedPeriods) = (book.asked(number, mark.letter), book.periods)
            return [passage]
        }
        let known = Questionnaire.marks(of: text).filter { book.has($0.mark.number ?? number, $0.mark.letter) }
        var parts: [PassageUnit] = []
        for (order, part) in known.enumerated() {
            let start = order == 0 ? 0 : part.at
            let end = order + 1 < known.count ? known[order + 1].at : text.count
            var answer = PassageUnit(
                unit: passage.unit.slice(start..<end, lexicon: lexicon).marked(
                    until: part.mark.end - start, lexicon: lexicon),
                role: .answer)
            number = part.mark.number ?? number
            answer.asked = book.asked(number, part.mark.letter)
            answer.askedPeriods = book.periods
            parts.append(answer)
        }
        // `1. Recorded sexual offences, victim under 18`, `Q2 - See below. A victim of two offences counts twice.`
        // right over a table or a list.
        if parts.count == 1, passages.indices.contains(index + 1), passages[index + 1] == nil,
            !Set(parts[0].unit.lexed.words).isDisjoint(with: ["below", "following", "follows"])
                || !parts[0].unit.mentions.contains(where: { if case .number = $0.kind { true } else { false } })
        {
            parts[0].role = .heading
        }
        return parts.isEmpty ? [passage] : parts
    }
}

import Records
import Vocabulary

/// What was asked, item by item, so that an answer can point back by its mark alone: `1b) 33`.
struct Questionnaire: Sendable {
    private struct Item: Sendable {
        var number: Int?
        var letter: String?
        var outer: Context.Outer
        /// Its words point at the item before: `how many of these were rapes`.
        var refersBack: Bool
    }

    private var items: [Item] = []
    /// The question that lettered items go on from.
    private var stem: (number: Int?, words: String) = (nil, "")
    /// The years asked for, in order.
    private(set) var periods: [Period] = []

    var isEmpty: Bool { items.isEmpty }

    private static let pointers = Phrases<Bool>([
        "of these", "of those", "of the offences in", "of which", "answer to question", "answer to q", "of the above",
        "in question 1", "of that number", "of them", "of the total", "for those offences", "for these offences",
        "the same for", "same for", "the same figure for", "the same figures for", "the same question for",
        "as above for",
    ])

    /// Takes up the items of a passage that asks.
    mutating func learn(_ unit: TextUnit, lexicon: Lexicon) {
        let text = unit.lexed
        let marks = Self.marks(of: text)
        // `a) in 2016/17?` in a line of its own goes on from the question above it.
        if marks.first?.mark.number != nil { stem = (nil, "") }
        for (order, mark) in marks.enumerated() {
            let end = order + 1 < marks.count ? marks[order + 1].at : text.count
            if let own = mark.mark.number, mark.mark.letter == nil {
                stem = (own, text.raw(lexemes: mark.mark.end..<max(mark.mark.end, end)))
                let next = marks[(order + 1)...].first { $0.mark.number != nil }?.at ?? text.count
                add(own, nil, text.raw(lexemes: mark.mark.end..<max(mark.mark.end, next)), lexicon)
            } else {
                let whole = stem.words + " " + text.raw(lexemes: mark.mark.end..<max(mark.mark.end, end))
                add(mark.mark.number ?? stem.number, mark.mark.letter, whole, lexicon)
            }
        }
    }

    private mutating func add(_ number: Int?, _ letter: String?, _ words: String, _ lexicon: Lexicon) {
        let lexed = LexedText(words)
        let mentions = MentionScanner.scan(lexed, in: lexicon)
        let unit = TextUnit(lexed: lexed, mentions: mentions, tokens: [:], place: { _ in [] })
        for period in StateReader.periods(mentions).filter(\.isWholeYear) where !periods.contains(period) {
            periods.append(period)
        }
        items.removeAll { $0.number == number && $0.letter == letter }
        items.append(
            Item(
                number: number, letter: letter, outer: Context.Outer(unit, .sentence),
                refersBack: Self.refersBack(lexed) || Self.asksAgain(lexed, mentions)))
    }

    /// `In each of those years` points at years, not at offences.
    private static func refersBack(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            pointers.match(text, at: index).map {
                !text.isWord($0.end, ["years", "year", "financial", "periods", "two", "three", "four"])
            } ?? false
        }
    }

    /// `And in 2018/19?` asks for another year what was asked before.
    private static func asksAgain(_ text: LexedText, _ mentions: [Mention]) -> Bool {
        text.words.count <= 5 && CueRecogniser.cues(in: text).isEmpty
            && mentions.contains { if case .period = $0.kind { true } else { false } }
    }

    /// The marks of a text: at its begin, at the begin of a line, letters also within one.
    static func marks(of text: LexedText) -> [(at: Int, mark: QuestionMark)] {
        var marks: [(at: Int, mark: QuestionMark)] = []
        var index = 0
        while index < text.count {
            let isQuote = text.isSymbol(index - 1, "\"") || text.isSymbol(index - 1, "'")
            let first = isQuote ? index - 1 : index
            let opens =
                first == 0 || text[first]?.lineBefore == true
                || text.isSymbol(first - 1, ":") && text.isWord(first, ["question", "q"])
            if let mark = QuestionMark(text, at: index), opens || mark.number == nil && text[index]?.spaceBefore == true
            {
                marks.append((index, mark))
                index = max(mark.end, index + 1)
            } else {
                index += 1
            }
        }
        return marks
    }

    /// The items that a sentence names: `in response to part (a)`, `to process parts (b), (c) and (d)`, `Q1 and Q2`.
    private func named(in text: LexedText) -> [Int] {
        var found: [Int] = []
        for index in 0..<text.count
        where text.isWord(index, ["part", "parts", "question", "questions", "point", "points", "item", "items", "q"]) {
            var at = index + 1
            while let mark = Self.pointer(text, at), let item = self.index(mark.number, mark.letter) {
                if !found.contains(item) { found.append(item) }
                at = mark.end
                while text.isSymbol(at, ",") || text.isWord(at, ["and", "or", "q"]) { at += 1 }
            }
        }
        return found
    }

    /// What the items ask that a sentence names.
    func pointed(in text: LexedText) -> [Context.Outer] {
        let found = named(in: text)
        guard let first = found.first else { return [] }
        var outers = asked(items[first].number, items[first].letter)
        for item in found.dropFirst() { outers[0].periods += items[item].outer.periods }
        return outers
    }

    /// What each figure of an answer counts where its question asks for several others again:
    /// `Please give me Q1 and Q2 for the year before as well`.
    func measures(_ number: Int?, _ letter: String?) -> (cues: [Cues], period: Period)? {
        guard let own = index(number, letter) else { return nil }
        let others = named(in: items[own].outer.unit.lexed).filter { $0 != own }
        let asked = others.map { self.asked(items[$0].number, items[$0].letter) }
        guard others.count > 1, let base = asked.joined().lazy.flatMap(\.periods).compactMap(\.period).first else {
            return nil
        }
        let shifts = items[own].outer.periods.compactMap { if case .relative(let shift) = $0 { shift } else { nil } }
        guard let shift = shifts.first, let period = base.shifted(years: shift) else { return nil }
        return (asked.map { $0.reduce(Cues()) { $0.filled(from: $1.cues) } }, period)
    }

    /// A mark within a sentence: a number, a letter in brackets, or both.
    private static func pointer(_ text: LexedText, _ index: Int) -> (number: Int?, letter: String?, end: Int)? {
        if text.isSymbol(index, "("), let word = text.word(index + 1), word.count == 1, text.isSymbol(index + 2, ")") {
            return (nil, word, index + 3)
        }
        if let number = text.integer(index), number <= 30 {
            if let word = text.word(index + 1), word.count == 1, text[index + 1]?.spaceBefore == false {
                return (number, word, index + 2)
            }
            return (number, nil, index + 1)
        }
        return nil
    }

    func has(_ number: Int?, _ letter: String?) -> Bool { index(number, letter) != nil }

    private func index(_ number: Int?, _ letter: String?) -> Int? {
        items.firstIndex { $0.number == number && $0.letter == letter }
            ?? (number == nil ? items.firstIndex { $0.letter == letter } : nil)
    }

    /// What the item asks, nearest first: its own words, then those that it points back to.
    func asked(_ number: Int?, _ letter: String?) -> [Context.Outer] {
        guard let index = index(number, letter) else { return [] }
        var outers = [items[index].outer]
        let isFlagSpoken = items.contains { $0.outer.cues.flag == .flagged }
        if items[index].refersBack, index > 0 {
            var at = index
            repeat {
                let number = items[at].number
                at = items[..<at].lastIndex { $0.number != number || $0.number == nil } ?? 0
                var back = items[at].outer
                back.age = nil
                back.offence = nil
                outers.append(back)
            } while items[at].refersBack && at > 0
        } else if outers[0].cues.flag == nil, isFlagSpoken,
            outers[0].cues.subject == .childSexual || outers[0].cues.subject == .sexual
        {
            // Beside a question about the flag, one that does not name it asks for all.
            outers[0].cues.flag = .all
        }
        return outers
    }
}

extension Work {
    private static let askingHeads: Set<String> = [
        "request", "your request", "information requested", "you asked", "request for information", "the request",
        "questions", "original request", "details of request", "information request", "your questions",
    ]
    private static let answeringHeads: Set<String> = [
        "response", "our response", "reply", "our reply", "answer", "answers", "force response", "decision",
        "the response",
        "our answer", "police response", "information supplied", "responses",
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
    static func matchQuestions(_ passages: [PassageUnit?], lexicon: Lexicon) -> [[PassageUnit]?] {
        func head(_ passage: PassageUnit?) -> String {
            passage.map { $0.unit.lexed.count <= 5 ? $0.unit.lexed.words.joined(separator: " ") : "" } ?? ""
        }
        let lastAnswer = passages.lastIndex { answeringHeads.contains(head($0)) }
        var book = Questionnaire()
        var isAsking = false
        var number: Int?
        var open: QuestionMark?
        return passages.enumerated().map { index, found in
            guard var passage = found else { return nil }
            let words = head(passage)
            if askingHeads.contains(words), let lastAnswer, index < lastAnswer { isAsking = true }
            if answeringHeads.contains(words) { isAsking = false }
            // What stands in quotation marks behind `You asked:` was asked.
            let before = index > 0 ? passages[index - 1]?.unit.lexed : nil
            if passage.unit.lexed.isSymbol(0, "\""), before?.lexemes.last?.text == ":", passage.role != .answer {
                passage.role = .quoted
            }
            let mark = QuestionMark(passage.unit.lexed, at: 0)
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
                book.learn(passage.unit, lexicon: lexicon)
                let above = open?.number
                open = mark
                if let number = mark?.number ?? above { open?.number = number }
                if isAsking, passage.role != .heading { passage.role = mark == nil ? .quoted : .question }
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
            guard book.has(number, letter) else { return [passage] }
            passage.role = .answer
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
    }
}

import Records
import Vocabulary

/// Questions and answers line by line in one passage: `1a. Flagged offences, 2017/18` over `162` over `1b. …`.
extension QuestionMatcher {
    /// The questions, learnt, and their answers; nil for any other passage.
    mutating func interleaved(_ passage: PassageUnit) -> [PassageUnit]? {
        let text = passage.unit.lexed
        let lines = text.lineStarts
        let marks = Questionnaire.marks(of: text).filter { lines.contains($0.at) && $0.mark.number != nil }
        if let found = alternating(passage, marks) { return found }
        // `8` over `1d. How many …`: it answers the question before.
        if let first = marks.first, first.at > 0, lines.contains(first.at), Self.answers(text, 0),
            passage.role != .quoted
        {
            var (head, tail) = (passage, passage)
            head.unit = passage.unit.slice(0..<first.at, lexicon: lexicon)
            tail.unit = passage.unit.slice(first.at..<text.count, lexicon: lexicon)
            let mark = QuestionMark(tail.unit.lexed, at: 0)
            return pointed(head) + (interleaved(tail) ?? answeredByLine(tail, mark) ?? [learn(tail, mark)])
        }
        let isInLine = marks.count(where: { Self.told(text, $0.at..<text.count) != nil }) > 1
        guard marks.count > 1, lines.count >= marks.count * 2 - 1 || isInLine, passage.role != .quoted,
            marks.allSatisfy({ !book.has($0.mark.number, $0.mark.letter) })
        else { return nil }
        let parts = marks.enumerated().map { order, mark -> (whole: Range<Int>, answer: Int?) in
            let end = order + 1 < marks.count ? marks[order + 1].at : text.count
            let answer =
                Self.told(text, mark.at..<end)
                ?? lines.first { $0 > mark.at && $0 < end && Self.answers(text, $0) }
            return (mark.at..<end, answer)
        }
        guard parts.filter({ $0.answer != nil }).count * 3 >= parts.count * 2 else { return nil }
        return parts.flatMap { part -> [PassageUnit] in
            var item = passage
            item.unit = passage.unit.slice(part.whole, lexicon: lexicon)
            let mark = QuestionMark(item.unit.lexed, at: 0)
            guard let answer = part.answer else {
                item.role = .question
                return [learn(item, mark)]
            }
            return parted(item, mark, at: answer - part.whole.lowerBound)
        }
    }

    /// `Q1 Number of offences` over `A1 1,022` over `Q2 Number of these with the flag` over `A2 88`; nil for any other passage.
    private mutating func alternating(_ passage: PassageUnit, _ marks: [(at: Int, mark: QuestionMark)])
        -> [PassageUnit]?
    {
        let asked = Set(marks.filter { !$0.mark.isAnswer }.map(\.mark.number))
        let told = marks.filter(\.mark.isAnswer)
        guard marks.first?.at == 0, marks.first?.mark.isAnswer == false, !told.isEmpty, passage.role != .quoted,
            told.allSatisfy({ asked.contains($0.mark.number) })
        else { return nil }
        return marks.enumerated().map { order, found in
            let end = order + 1 < marks.count ? marks[order + 1].at : passage.unit.lexed.count
            var part = passage
            part.unit = passage.unit.slice(found.at..<end, lexicon: lexicon)
            guard found.mark.isAnswer else {
                part.role = .question
                return learn(part, found.mark)
            }
            part.unit = part.unit.marked(until: found.mark.end - found.at, lexicon: lexicon)
            part.role = .answer
            part.asked = book.asked(found.mark.number, found.mark.letter)
            part.askedPeriods = book.periods
            return part
        }
    }

    /// `1d. How many were rape?` over `Fewer than 5.`; nil where no line answers.
    private mutating func answeredByLine(_ passage: PassageUnit, _ mark: QuestionMark?) -> [PassageUnit]? {
        let text = passage.unit.lexed
        guard let cut = text.lexemes.indices.first(where: { text[$0]?.lineBefore == true && Self.answers(text, $0) })
        else { return nil }
        return parted(passage, mark, at: cut)
    }

    /// `i. How many in 2018/19? [117]` over `ii. How many in 2019/20? [133]`: each line with its answer; nil for any other passage.
    mutating func answeredLines(_ passage: PassageUnit) -> [PassageUnit]? {
        let text = passage.unit.lexed
        let starts = text.lineStarts
        let lines = zip(starts, starts.dropFirst() + [text.count]).map { $0..<$1 }
        let answered = lines.filter { line in
            line.dropLast().contains { text.isSymbol($0, "?") && $0 > line.lowerBound + 2 }
        }
        guard answered.count > 1, passage.role != .quoted else { return nil }
        return lines.flatMap { line -> [PassageUnit] in
            var part = passage
            part.unit = passage.unit.slice(line, lexicon: lexicon)
            part.role = .paragraph
            return answeredInLine(part, QuestionMark(part.unit.lexed, at: 0)) ?? [part]
        }
    }

    /// `How many had a cyber flag? 318.`: the question, learnt, and what answers it; nil where nothing does.
    mutating func answeredInLine(_ passage: PassageUnit, _ mark: QuestionMark?) -> [PassageUnit]? {
        let sentences = Sentence.split(passage)
        guard passage.role == .paragraph || passage.role == .listItem || passage.role == .answer,
            let last = sentences.lastIndex(where: { $0.lexed.lexemes.last?.text == "?" }), last + 1 < sentences.count
        else { return nil }
        let cut = sentences[last + 1].range.lowerBound
        let rest = sentences[(last + 1)...]
        let answers = rest.contains { sentence in
            sentence.namesNumber
                || StateRecogniser.read(sentence.lexed, regime: .foia) != nil
                || ["nil", "none", "zero"].contains(sentence.lexed.words.joined(separator: " "))
        }
        guard answers, rest.allSatisfy({ $0.role != .request }) else { return nil }
        return parted(passage, mark, at: cut)
    }

    /// `2. As 1, for 2020/21 - Answer: 92`; nil for a line without such a word.
    mutating func toldInLine(_ passage: PassageUnit, _ mark: QuestionMark) -> [PassageUnit]? {
        let text = passage.unit.lexed
        guard !book.has(mark.number, mark.letter), let cut = Self.told(text, 0..<text.count), cut < text.count else {
            return nil
        }
        return parted(passage, mark, at: cut)
    }

    /// `Q1. How many were recorded in 2017/18 and 2018/19.` over `In 2017/18: 1,612. In 2018/19: 1,734.`: figures each behind its
    /// year, in lines below what asks for them; nil for any other passage.
    mutating func toldBelow(_ passage: PassageUnit, _ mark: QuestionMark?) -> [PassageUnit]? {
        let text = passage.unit.lexed
        func tells(_ sentence: Sentence) -> Bool {
            let years = sentence.mentions.filter {
                if case .period(let reading) = $0.kind { reading.period != nil } else { false }
            }
            return !years.isEmpty
                && years.allSatisfy { year in
                    let sign = year.range.upperBound
                    return (text.isSymbol(sign, ":") || text.isSymbol(sign, "-"))
                        && text[sign + 1]?.isNumber == true && year.range.lowerBound <= sentence.range.lowerBound + 2
                }
        }
        let sentences = Sentence.split(passage)
        guard mark != nil, passage.role != .quoted,
            let first = sentences.firstIndex(where: { text[$0.range.lowerBound]?.lineBefore == true && tells($0) }),
            first > 0, sentences[first...].allSatisfy(tells)
        else { return nil }
        return parted(passage, mark, at: sentences[first].range.lowerBound)
    }

    private mutating func parted(_ passage: PassageUnit, _ mark: QuestionMark?, at cut: Int) -> [PassageUnit] {
        var question = passage
        question.unit = passage.unit.slice(0..<cut, lexicon: lexicon)
        question.role = .question
        question = learn(question, mark)
        let answer = PassageUnit(
            unit: passage.unit.slice(cut..<passage.unit.lexed.count, lexicon: lexicon), role: .answer)
        return [question, answer]
    }

    /// Where `Answer:` stands behind a question in its line.
    private static func told(_ text: LexedText, _ range: Range<Int>) -> Int? {
        range.first { index in
            text.isWord(index, ["answer", "reply", "response"]) && text.isSymbol(index + 1, ":")
                && text[index]?.lineBefore != true && index > range.lowerBound + 2
        }.map { $0 + 2 }
    }

    /// A line that begins with a figure, or with a word for one.
    private static func answers(_ text: LexedText, _ index: Int) -> Bool {
        text[index]?.isNumber == true || CardinalWords.match(text, at: index) != nil
            || FigureRecogniser.bound(text, at: index) != nil
            || text.isWord(index, ["nil", "none", "zero", "yes", "no", "not"])
    }
}

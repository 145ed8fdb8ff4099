import Records
import Vocabulary

/// One sentence on its way to its figures: what its numbers are, what it names, what belongs to what, and the statements.
struct SentenceReading {
    let reader: ProseReader
    let sentence: Sentence
    let text: LexedText
    /// What earlier sentences were about; at the end, what this one leaves to the next.
    var focus: Focus
    var result = ProseReader.Result()
    /// The numbers that are figures, ascending.
    var levels: [Mention] = []
    var hasNumbers = false
    /// The period of a figure told before that the sentence speaks of parts of.
    private var whole: Period?
    var periods: [ProseReader.Timed] = []
    var areas: [ProseReader.AreaMention] = []
    let ownCues: Cues
    /// The two years of which the sentence says one thing: `none in either year`.
    var both: [Period] = []
    var bound = SentenceBinding()

    init(_ reader: ProseReader, _ sentence: Sentence, _ focus: Focus) {
        self.reader = reader
        self.sentence = sentence
        self.focus = focus
        text = sentence.unit.lexed
        ownCues = CueRecogniser.cues(in: text, range: sentence.range)
        // `… had 2,790 child victims. In 2021/22 the force recorded 3,907 offences, of which 825 were flagged.`
        if ownCues.unit == .offences, focus.cues.unit?.isOfVictims == true { self.focus.cues.unit = .offences }
    }

    mutating func explain(_ number: Range<Int>, _ reason: String, _ witness: String? = nil) {
        result.explained.append(
            (sentence.unit.tokens(in: number), reason, witness ?? ProseReader.around(number, text)))
    }

    // MARK: what the numbers are

    mutating func sift() {
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        hasNumbers = !numbers.isEmpty
        var pointed: [Quantity] = []
        for (number, role) in zip(numbers, NumberRole.roles(of: numbers, in: sentence)) {
            guard case .number(let figure) = number.kind else { continue }
            switch role {
            // `Look for 16920 from November`
            case _ where figure.raw.utf8.count >= 4 && figure.raw == reader.reference:
                explain(number.range, "reference")
            // `This is the 34th request. Twenty-nine of them …`: of what no figure has told.
            case .level where !reader.hasFigures && isOfOthers(number): explain(number.range, "other_count")
            // `Images are not in the 213`
            case .level where reader.isSaidBefore(number, sentence): explainAgain(number)
            // `The 391 include 47 where the child was under 10`, `by age the 57 divide into 6 …`
            case .level where reader.isDividedAfter(number, sentence):
                if let value = figure.value { pointed.append(value) }
                explainAgain(number)
            // `216 (two hundred and sixteen)`, `214 offences: of the 214 …`
            case .level where isAgain(figure, number.range), .reference where isAgain(figure, number.range):
                explainAgain(number)
            case .level: levels.append(number)
            case .difference: explain(number.range, "difference", text.raw(lexemes: number.range))
            case .forces:
                if let value = figure.value?.wholeValue { result.forces.append(value) }
                explain(number.range, "forces_counted", "number of bodies")
            case .other(let reason): explain(number.range, reason)
            case .reference where reader.introduces(number, sentence) || isWholeOfNext(number): levels.append(number)
            // `187 of the 1,540 offences, and in 2020/21 203 of the 1,447`
            case .reference where isWholeAgain(number): levels.append(number)
            case .reference:
                guard let value = figure.value, reader.said[value] != nil else { continue }
                pointed.append(value)
                explainAgain(number)
            case .unclear: continue
            case .claim: explain(number.range, "claim")
            case .corrected: explain(number.range, "corrected", "taken back in the same sentence")
            }
        }
        // `Of the 289, 31 …`: what was said of the 289 holds of its parts.
        let wholes = pointed.compactMap { reader.said[$0]?.periods.only }
        whole = wholes.first
        if let whole { focus.period = whole }
        // `… against victims of all ages. In 874 the victim was under 18. Of those 874, 131 had the flag.`
        if focus.cues.subject == .other, let told = pointed.first.flatMap({ reader.said[$0]?.cues.only }) {
            focus.cues = told
        }
        // `The 571 offences were committed against 528 different children`: whatever was told of last.
        if let value = pointed.first, text.isWord(sentence.range.lowerBound, ["the"]),
            let told = reader.said[value]?.cues.only, told.subject != nil
        {
            focus.cues = told.filled(from: Cues(flag: .all))
        }
        // `The 367 offences had 322 victims`: of what the 367 were.
        for level in levels where text.isWord(level.range.lowerBound - 1, ["the"]) {
            guard case .number(let figure) = level.kind, let value = figure.value,
                let said = reader.said[value], var cues = said.cues.only
            else { continue }
            if cues.flag == nil, cues.subject != nil { cues.flag = .all }
            focus.cues = cues
            if level.range.lowerBound == sentence.range.lowerBound + 1 {
                focus.period = said.periods.only ?? focus.period
            }
        }
    }

    private func isAgain(_ figure: Figure, _ range: Range<Int>) -> Bool {
        guard let value = figure.value else { return false }
        let isInBrackets =
            text.isSymbol(range.lowerBound - 1, "(") && text.isSymbol(range.upperBound, ")")
            && levels.last?.range.upperBound == range.lowerBound - 1
        guard isInBrackets || text.isWord(range.lowerBound - 1, ["the"]) else { return false }
        return levels.contains { level in
            if case .number(let other) = level.kind { other.value == value } else { false }
        }
    }

    /// `Of the 1,274 offences in 2015/16, 131 had the flag. Of the 1,388 recorded in 2016/17, 169 had it.`
    private func isWholeOfNext(_ number: Mention) -> Bool {
        guard isNew(number), text.isWord(number.range.lowerBound - 2, ["of"]),
            focus.measures.count == 2
                // `We searched for sexual offences against under 18s. Of the 611 offences recorded in 2017/18, 68 were flagged.`
                || focus.measures.isEmpty && focus.cues.subject == .childSexual && focus.cues.flag == nil
        else { return false }
        let end = number.range.upperBound
        let noun = text.isWord(end, ["offences", "crimes", "cases"]) ? end + 1 : end
        return number.range.lowerBound == sentence.range.lowerBound + 2
            && text.isWord(noun, ["recorded", "in", "for"])
    }

    /// The whole of a part, after one whole that was told already: `In 2018/19 it was 39 of the 520. In 2017/18 it was 44 of the 498.`
    private func isWholeAgain(_ number: Mention) -> Bool {
        guard let part = levels.last, isNew(number) else { return false }
        let binding = Binding(text: text, in: sentence.range)
        return binding.isPart(part.range, of: number.range)
            && (zip(levels, levels.dropFirst()).contains { binding.isPart($0.range, of: $1.range) }
                || focus.measures.count == 2
                    && sentence.mentions.contains { if case .period = $0.kind { true } else { false } })
    }

    /// No figure before had this value.
    private func isNew(_ number: Mention) -> Bool {
        guard case .number(let figure) = number.kind, let value = figure.value else { return false }
        return reader.said[value] == nil
    }

    private mutating func explainAgain(_ number: Mention) {
        explain(number.range, "repeated", "points back to a figure said before")
    }

    private func isOfOthers(_ number: Mention) -> Bool {
        // `The force recorded 263 of these` speaks of what was asked.
        number.range.lowerBound == sentence.range.lowerBound && text.isWord(number.range.upperBound, ["of"])
            && text.isWord(number.range.upperBound + 1, ["them", "these", "those"])
            && sentence.spokenMeasure == nil
    }

    // MARK: what the sentence names

    mutating func lookAround() {
        periods = reader.settlePeriods(sentence, focus: focus)
        // `Of the 533 in the last year`: of the year that the 533 was told of.
        if let whole {
            let lastYears = sentence.mentions.filter {
                if case .period(.lastYear) = $0.kind { true } else { false }
            }.map(\.range)
            for index in periods.indices where lastYears.contains(periods[index].range) {
                periods[index].period = whole
            }
        }
        if reader.isPress { levels = levels.filter { !reader.takeClaim($0, sentence, &result) } }
        boundLargeNumbers()
        both = reader.bothYears(sentence, periods, focus)
        if let zero = reader.nilStatement(sentence, levels, periods, focus) {
            levels.append(zero)
            levels.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        for small in smallNumbers {
            levels.append(small)
            levels.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        areas = reader.areaMentions(sentence)
        // `Age of the youngest victim`, and its answer: how old, not how many.
        if let question = reader.context.outers.first, question.kind == .sentence, levels.count == 1,
            question.unit.lexed.words.contains(where: { ["youngest", "oldest", "eldest"].contains($0) })
        {
            for level in levels { explain(level.range, "label") }
            levels = []
        }
        // `For comparison, West Yorkshire recorded 330`: in a body's own letter, what others would have to tell.
        if !reader.isPress, text.isWord(sentence.range.lowerBound, ["for", "by"]),
            text.isWord(sentence.range.lowerBound + 1, ["comparison"]), !areas.isEmpty,
            areas.allSatisfy({ area in !reader.context.senders.contains { area.codes.contains($0.area) } })
        {
            for level in levels { explain(level.range, "claim") }
            levels = []
        }
        if !reader.isPress {
            leaveOutOthers()
            leaveOutTheWhole()
        }
    }

    /// `… and none in 2017/18`, `one in 2018/19`: words that are figures where a year follows them.
    private var smallNumbers: [Mention] {
        sentence.range.compactMap { index in
            let endsYear = periods.contains { $0.range.upperBound == index } && text[index + 1]?.isWord != true
            // `Twenty-three grooming offences, none of rape and seven of sexual assault`
            let isOfOffence =
                text.isWord(index, ["none"]) && text.isWord(index + 1, ["of"])
                && sentence.mentions.contains { mention in
                    if case .offence = mention.kind { mention.range.lowerBound == index + 2 } else { false }
                }
            // `There was one rape with the keyword in 2017-18 and there were two in 2018-19`
            let isOneOffence =
                text.isWord(index, ["one"]) && text.isWord(index - 1, ["was", "recorded", "only", "just"])
                && sentence.mentions.contains { mention in
                    if case .offence = mention.kind { mention.range.lowerBound == index + 1 } else { false }
                }
            // `Only one child sexual offence had the flag in 2015/16`; not `at least one offence`.
            let isOfCrime =
                text.isWord(index, ["one"]) && !periods.isEmpty
                && (index + 1..<index + 7).contains { text.isWord($0, ["offence", "crime"]) }
                && (index == sentence.range.lowerBound || text.isWord(index - 1, ["only", "just"])
                    || periods.contains { $0.range.upperBound == index })
                && !(index + 1..<index + 12).contains { text.isWord($0, ["row", "line", "record"]) }
            if isOfCrime || isOneOffence, !levels.contains(where: { $0.range.overlaps(index..<index + 1) }) {
                return Mention(
                    kind: .number(.exact(Quantity(1), raw: text.raw(lexemes: index..<index + 1))),
                    range: index..<index + 1)
            }
            // `None was recorded in 2017/18, and one was recorded in 2018/19.`
            let isRecorded =
                text.isWord(index + 1, ["was"]) && text.isWord(index + 2, ["recorded", "flagged", "logged"])
                && text.isWord(index + 3, ["in", "for", "during"])
                && periods.contains { $0.range.lowerBound == index + 4 }
            guard text.isWord(index, ["none", "nil", "one"]),
                isOfOffence || endsYear || isRecorded
                    || text.isWord(index + 1, ["in", "for", "during"])
                        && periods.contains(where: { (index + 2...index + 3).contains($0.range.lowerBound) }),
                endsYear || text.isWord(index - 1, ["and", "recorded", "were", "was", "had", "logged"])
                    || text.isSymbol(index - 1, ","),
                !levels.contains(where: { $0.range.overlaps(index..<index + 1) })
            else { return nil }
            let value: Quantity = text.isWord(index, ["one"]) ? Quantity(1) : .zero
            let range = index..<index + 1
            return Mention(kind: .number(.exact(value, raw: text.raw(lexemes: range))), range: range)
        }
    }

    var speaksOfCrime: Bool { !both.isEmpty || reader.isAboutCrime(sentence, ownCues, focus) }

}

import Records
import Vocabulary

/// The periods and the measures that a text has told one value of.
struct Told: Sendable {
    var periods: Set<Period> = []
    var cues: Set<Cues> = []
}

/// Reads the figures of a sentence.
struct ProseReader {
    let context: Context
    let lexicon: Lexicon
    /// The last complete financial year before the document's date.
    let lastYear: Period?
    /// What each figure that the text has told is of.
    var said: [Quantity: Told] = [:]
    /// The year of which the text gives the figures in brackets.
    var bracketed: Period?
    /// The two years that the text last told side by side.
    var compared: [Period] = []
    /// The text has told a figure before.
    var hasFigures = true
    /// All figures of the text are rounded to multiples of this.
    var rounding: Int?
    /// A journalist's `nearly 8,000` is a claim; a force's `about 120` is its estimate.
    let isPress: Bool

    struct Result {
        var statements: [Statement] = []
        /// Numbers of forces, as `40 of 44`.
        var forces: [Int] = []
        /// Tokens explained on the way: entry, reason, witness.
        var explained: [(entries: [Int], reason: String, witness: String)] = []
        /// `no`, `nil`: a published word that is no token yet; lexeme range and index of the statement.
        var smallWords: [(range: Range<Int>, statement: Int)] = []
    }

    func read(_ sentence: Sentence, focus: inout Focus) -> Result {
        var result = Result()
        let text = sentence.unit.lexed
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        let roles = NumberRole.roles(of: numbers, in: sentence)
        var levels: [Mention] = []
        var forces: [Int] = []
        var pointed: [Quantity] = []
        for (number, role) in zip(numbers, roles) {
            let entries = sentence.unit.tokens(in: number.range)
            switch role {
            // `This is the 34th request. Twenty-nine of them …`: of what no figure has told.
            case .level where !hasFigures && isOfOthers(number, sentence):
                result.explained.append((entries, "other_count", Self.around(number.range, text)))
            // `Images are not in the 213`
            case .level where isSaidBefore(number, text):
                result.explained.append((entries, "repeated", "points back to a figure said before"))
            case .level: levels.append(number)
            case .difference:
                result.explained.append((entries, "difference", sentence.unit.lexed.raw(lexemes: number.range)))
            case .forces:
                if case .number(let figure) = number.kind, let value = figure.value?.wholeValue { forces.append(value) }
                result.explained.append((entries, "forces_counted", "number of bodies"))
            case .other(let reason): result.explained.append((entries, reason, Self.around(number.range, text)))
            case .reference where introduces(number, sentence): levels.append(number)
            case .reference:
                guard case .number(let figure) = number.kind, let value = figure.value, said[value] != nil else {
                    break
                }
                pointed.append(value)
                result.explained.append((entries, "repeated", "points back to a figure said before"))
            case .unclear: break
            case .claim: result.explained.append((entries, "claim", Self.around(number.range, text)))
            case .corrected: result.explained.append((entries, "corrected", "taken back in the same sentence"))
            }
        }
        result.forces = forces
        // `Of the 289, 31 …`: what was said of the 289 holds of its parts.
        if let period = pointed.lazy.compactMap({ value in self.said[value]?.periods.only }).first {
            focus.period = period
        }
        // `The 367 offences had 322 victims`: of what the 367 were.
        for level in levels where text.isWord(level.range.lowerBound - 1, ["the"]) {
            guard case .number(let figure) = level.kind, let value = figure.value, var cues = said[value]?.cues.only
            else { continue }
            if cues.flag == nil, cues.subject != nil { cues.flag = .all }
            focus.cues = cues
        }
        let periods = settlePeriods(sentence, focus: focus)
        if isPress { levels = levels.filter { !takeClaim($0, sentence, &result) } }
        // `Fewer than 1,000 residents`: nobody hides a number so large.
        levels.removeAll { level in
            guard case .number(let figure) = level.kind, figure.status == .suppressed, let high = figure.high,
                high > Quantity(99)
            else { return false }
            result.explained.append(
                (sentence.unit.tokens(in: level.range), "other_count", Self.around(level.range, text)))
            return true
        }
        let both = bothYears(sentence, periods, focus)
        if let zero = nilStatement(sentence, levels, periods, focus) {
            levels.append(zero)
            levels.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        let sentenceCues = CueRecogniser.cues(in: text, range: sentence.range)
        let areas = areaMentions(sentence)
        defer {
            // What follows speaks of what this sentence was first about.
            let years = result.statements.compactMap(\.period)
            if let main = (isPress ? years.filter(\.isWholeYear).max() : nil) ?? years.first
                ?? periods.last(where: { $0.period != nil && $0.years.isEmpty })?.period
            {
                focus.period = main
            }
            let named = periods.flatMap { $0.years.isEmpty ? [$0.period].compactMap { $0 } : $0.years }
            if !named.isEmpty { focus.periods = named }
            for year in named where year.isWholeYear && !focus.years.contains(year) { focus.years.append(year) }
            if let area = areas.last { (focus.areas, focus.areaText) = (area.codes, area.text) }
            if areas.count > 1 { focus.pair = areas.map(\.codes) }
            // `A further 162 were removed because the victim was an adult`: what was left out is not spoken of.
            let isLeftOut = sentenceCues.subject == .other && !numbers.isEmpty && levels.isEmpty
            if !sentenceCues.isEmpty, !isLeftOut, !Self.isOfThese(sentence) || sentenceCues.subject != .other {
                focus.cues = sentenceCues.filled(from: focus.cues)
            }
            for mention in sentence.mentions { if case .period(.date(let date)) = mention.kind { focus.date = date } }
            focus.count(result.statements)
            let spoken = sentence.mentions.compactMap { if case .offence(let code) = $0.kind { code } else { nil } }
            focus.offence = result.statements.isEmpty ? Set(spoken).only : nil
            // `60 records chosen at random were read. Fourteen had an online element.`
            if let word = sentence.range.first(where: { text.isWord($0, ["random", "sample", "sampled", "dip"]) }),
                result.statements.isEmpty
            {
                focus.sample = Label(text.raw(lexemes: word..<word + 1), sentence.places.first)
            }
        }
        if both.isEmpty, !isAboutCrime(sentence, sentenceCues, focus) { levels = [] }

        let binding = Binding(text: text)
        let ranges = levels.map(\.range)
        let dated = periods.filter { $0.period != nil }
        let usable = dated.filter { !isLikened($0.range, text) && !isComparedWith($0.range, text) }
        let isOfSpan = speaksOfSpan(sentence)
        let span = isOfSpan ? combinedSpan(sentence, focus, usable) : nil
        var periodOf = binding.pairInBrackets(ranges, with: usable.map(\.range))
        // `97, compared with 88 in 2017/18`: the year is of what it is compared with.
        for (index, next) in zip(ranges.indices, ranges.indices.dropFirst())
        where periodOf[index] == periodOf[next]
            && Self.isLikening(ranges[index].upperBound..<ranges[next].lowerBound, text)
        {
            guard let chosen = periodOf[next], usable[chosen].range.lowerBound >= ranges[next].upperBound,
                let own = focus.period ?? contextPeriod(), own != usable[chosen].period
            else { continue }
            periodOf[index] = nil
        }
        let inOrder = yearsInOrder(ranges, sentence, binding, focus, isDated: !usable.isEmpty)
        let excludes = Exclusion.isSaid(sentence.mentions, in: text)
        let changes = yearsOfChanges(ranges, sentence, usable, focus)
        let ages = sentence.mentions.compactMap { mention -> (Range<Int>, Age)? in
            guard case .age(let age) = mention.kind, age != .all, !excludes else { return nil }
            // `198 (including 9 adult victims)`: of the nine.
            let isOfAnother =
                binding.bracket(around: mention.range.lowerBound).map { bracket in
                    !ranges.contains { bracket.contains($0.lowerBound) }
                        && (bracket.lowerBound..<mention.range.lowerBound).contains { text[$0]?.isNumber == true }
                } ?? false
            return isOfAnother ? nil : (mention.range, age)
        }
        let offences = sentence.mentions.compactMap { mention -> (Range<Int>, String)? in
            if case .offence(let code) = mention.kind, !excludes { (mention.range, code) } else { nil }
        }
        var ageOf = binding.attribute(ages.map(\.0), to: ranges)
        var offenceOf = binding.attribute(offences.map(\.0), to: ranges)
        // `Rape accounted for 17 of the 58`: what leads is of the part.
        for index in ranges.indices.dropFirst()
        where text.isWord(ranges[index].lowerBound - 1, ["the"]) && text.isWord(ranges[index].lowerBound - 2, ["of"])
            && ranges[index - 1].upperBound == ranges[index].lowerBound - 2
        {
            if let age = ageOf[index], ages[age].0.upperBound <= ranges[index].lowerBound { ageOf[index] = nil }
            if let offence = offenceOf[index], offences[offence].0.upperBound <= ranges[index].lowerBound {
                offenceOf[index] = nil
            }
        }
        // `A further 4 offences are under review`: beside the figure, not the figure.
        let beside = Set(
            ranges.indices.filter {
                ageOf[$0] == nil && offenceOf[$0] == nil
                    && (levels.count > 1 && dated.count < levels.count || periods.isEmpty)
                    && text.isWord(ranges[$0].lowerBound - 1, ["further", "additional", "extra", "another"])
            })
        let areaOf =
            areas.count > 1
            ? binding.pairSubjects(ranges, areas.map(\.range)) : ranges.map { _ in areas.isEmpty ? nil : 0 }
        var cues = levelCues(
            ranges, sentence, binding, apart: Set(ranges.indices.filter { ageOf[$0] != nil || offenceOf[$0] != nil }))
        // `In the preceding year the numbers were 488 and 71`: of what the sentence before counted, in its order.
        if levels.count > 1, cues.allSatisfy(\.isEmpty), focus.measures.count == levels.count {
            cues = focus.measures
            // `It was 52 out of 345`: the part comes first, whatever came first before.
            let isPart = cues.count == 2 && text.isWord(ranges[1].lowerBound - 1, ["of"])
            if isPart, cues[1].flag == .flagged, cues[0].flag != .flagged { cues.reverse() }
        }

        if let zero = levels.first, levels.count == 1, !both.isEmpty, case .number(let figure) = zero.kind,
            figure.value == .zero || !periods.isEmpty && !Set(sentence.lexed.words).isDisjoint(with: ["each", "both"])
        {
            result.statements = both.map { period in
                var statement = Statement(
                    figure: figure, method: .sentence, places: sentence.unit.places(lexemes: zero.range))
                statement.period = period
                statement.cues = context.cues(from: sentenceCues.filled(from: focus.cues))
                statement.words = sentence.text
                place(&statement, areas, areas.isEmpty ? nil : 0, focus, sentence)
                if let question = context.outers.first, question.kind == .sentence {
                    (statement.age, statement.offence) = (question.age?.code, offences.first?.1 ?? question.offence)
                }
                statement.labels = [Label(sentence.text, sentence.places.first)]
                return statement
            }
            result.smallWords = both.indices.map { (zero.range, $0) }
            if let first = result.statements.indices.first {
                result.statements[first].tokens = sentence.unit.tokens(in: zero.range)
            }
            return result
        }
        let narrowings = narrowings(ranges, sentence, binding)
        for (index, number) in levels.enumerated() {
            if isOfOneSex(index, ranges, sentence) {
                result.explained.append(
                    (sentence.unit.tokens(in: number.range), "finer", Self.around(number.range, text)))
                continue
            }
            if beside.contains(index) {
                result.explained.append(
                    (sentence.unit.tokens(in: number.range), "other_count", Self.around(number.range, text)))
                continue
            }
            guard case .number(var figure) = number.kind else { continue }
            hedge(&figure, at: number.range, text)
            var statement = Statement(
                figure: figure, method: .sentence, places: sentence.unit.places(lexemes: number.range))
            statement.tokens = sentence.unit.tokens(in: number.range)
            statement.words = sentence.text
            if statement.tokens.isEmpty { result.smallWords.append((number.range, result.statements.count)) }
            if let bracketed, number.range.lowerBound > 1, text[number.range.lowerBound - 2]?.isNumber == true,
                text.isSymbol(number.range.lowerBound - 1, "[") || text.isSymbol(number.range.lowerBound - 1, "(")
            {
                statement.period = bracketed
                statement.evidence.append(Evidence("period", .document, bracketed.label, nil))
            } else if let pointed = Self.formerOrLatter(number.range, text, focus.periods) {
                statement.period = pointed
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if let change = changes[index] {
                statement.period = change
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if isOfSpan, span != nil || usable.isEmpty {
                statement.period = span
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if inOrder.indices.contains(index) {
                statement.period = inOrder[index]
                if inOrder[index].days < 95 { statement.partOf = inOrder[index].enclosingFinancialYear }
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if let chosen = periodOf[index] {
                statement.period = usable[chosen].period
                statement.partOf = usable[chosen].partOf
                statement.evidence.append(
                    Evidence(
                        "period", .sentence, text.raw(lexemes: usable[chosen].range),
                        sentence.unit.places(lexemes: usable[chosen].range).first))
                statement.doubts += usable[chosen].doubts
            } else if periods.allSatisfy({ $0.period != nil }), let period = focus.period ?? contextPeriod() {
                statement.period = period
                statement.evidence.append(Evidence("period", .document, period.label, nil))
            }
            if let period = statement.period, !period.isWholeYear, statement.partOf == nil,
                let year = period.enclosingYear
            {
                statement.partOf = year
                if statement.figure.status == .exact { statement.figure.status = .partial }
            }
            if statement.period?.isWholeYear == true, statement.figure.status == .exact,
                isUnfinished(number.range, periodOf[index].map { usable[$0].range }, sentence)
            {
                statement.figure.status = .partial
            }
            if let age = ageOf[index] { statement.age = ages[age].1.code }
            if let question = context.outers.first, question.kind == .sentence {
                if statement.age == nil, ages.isEmpty, let age = question.age { statement.age = age.code }
                if offences.isEmpty, let offence = question.offence { statement.offence = offence }
            }
            if let offence = offenceOf[index] {
                statement.offence = offences[offence].1
                statement.evidence.append(
                    Evidence(
                        "offence", .sentence, text.raw(lexemes: offences[offence].0),
                        sentence.unit.places(lexemes: offences[offence].0).first))
                // `186 communication or grooming`: one figure of two offences.
                let end = offences[offence].0.upperBound
                if text.isWord(end, ["or", "and"]) || text.isSymbol(end, "/"),
                    let next = offences.indices.first(where: {
                        offences[$0].0.lowerBound == end + (text.isWord(end + 1, ["the"]) ? 2 : 1)
                    }),
                    offences[next].1 != offences[offence].1, !offenceOf.contains(next)
                {
                    let both = text.raw(lexemes: offences[offence].0.lowerBound..<offences[next].0.upperBound)
                    statement.doubts.append(
                        Doubt(
                            "unknown-label", .error,
                            "found “\(both)” with one figure, expected one offence of the codelists"))
                }
            }
            if sentence.lexed.words.contains("provisional"), statement.figure.status == .exact,
                index == levels.count - 1 || levels.count == 1
            {
                statement.figure.status = .provisional
            }
            if let base = roundedTo(sentence), statement.figure.status == .exact,
                let whole = statement.figure.value?.wholeValue, whole % base == 0
            {
                statement.figure = Figure(
                    value: statement.figure.value, low: Quantity(max(0, whole - base / 2)),
                    high: Quantity(whole + (base - 1) / 2), status: .rounded, raw: statement.figure.raw)
            }
            // `Images are not in the total. 326 of these were recorded`
            if statement.offence == nil, let offence = focus.offence, text.isWord(number.range.upperBound, ["of"]),
                text.isWord(number.range.upperBound + 1, ["these", "those", "them"])
            {
                statement.offence = offence
            }
            statement.cues = context.cues(from: peopleOfAll(cues[index], sentence).filled(from: focus.cues))
            if areas.isEmpty, focus.pair.count == levels.count, levels.count > 1,
                sentence.lexed.words.contains("respectively")
            {
                statement.areas = focus.pair[index]
                statement.evidence.append(Evidence("area", .sentence, focus.areaText, nil))
            } else {
                place(&statement, areas, areaOf[index], focus, sentence)
            }
            if areas.isEmpty ? speaksOfAllTogether(sentence) : areas.count > 1 && isCombined(number.range, text) {
                statement.role = .checkedTotal
            }
            if let answered = forces.first {
                (statement.forcesStated, statement.forcesAskedStated) = (answered, forces.dropFirst().first)
            }
            if context.flagIsDenied, cues[index].flag == nil, cues[index].subject != nil { statement.cues.flag = .all }
            statement.labels = [Label(sentence.text, sentence.places.first)]
            if let narrowing = narrowings[index], !excludes {
                (statement.strangeLabels, statement.isOfPart) = ([narrowing.label], narrowing.isNamed)
            }
            // `Of a sample of 100 records, 37 were found`
            let isEstimate = sentence.lexed.words.contains { ["estimate", "estimated", "estimates"].contains($0) }
            let drawn =
                isEstimate
                ? nil
                : sentence.range.first { text.isWord($0, ["sample", "sampled"]) }.map {
                    Label(text.raw(lexemes: $0..<$0 + 1), sentence.places.first)
                }
            if let sample = focus.sample ?? drawn { (statement.strangeLabels, statement.isOfPart) = ([sample], true) }
            if excludes { statement.doubts.append(.leavesOut(sentence.text)) }
            result.statements.append(statement)
        }
        // `63 were recorded, the same as in 2017/18`: said of both.
        if result.statements.count == 1, let only = result.statements.first,
            let other = dated.first(where: { $0.period != only.period && isLikened($0.range, text) })
        {
            var again = only
            again.period = other.period
            again.partOf = other.partOf
            again.tokens = []
            result.statements.append(again)
        }
        return result
    }

    private func isOfOthers(_ number: Mention, _ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        // `The force recorded 263 of these` speaks of what was asked.
        return number.range.lowerBound == sentence.range.lowerBound && text.isWord(number.range.upperBound, ["of"])
            && text.isWord(number.range.upperBound + 1, ["them", "these", "those"])
            && sentence.spokenMeasure == nil
    }

    func roundedTo(_ sentence: Sentence) -> Int? {
        var legend = Legend()
        legend.learn(sentence.lexed)
        return legend.roundedTo ?? rounding
    }

    /// Takes a hedged number of a press release as the claim it is.
    func takeClaim(_ number: Mention, _ sentence: Sentence, _ result: inout Result) -> Bool {
        let text = sentence.unit.lexed
        let at = number.range.lowerBound
        let hedged =
            text.isWord(
                at - 1,
                ["nearly", "almost", "about", "around", "approximately", "roughly", "over", "exceeding", "some"])
            || text.isWord(at, ["over"])
            || text.isWord(at - 1, ["than"]) && text.isWord(at - 2, ["more", "fewer", "less"])
            || { if case .number(let figure) = number.kind { figure.status == .bounded } else { false } }()
        guard hedged else { return false }
        result.explained.append((sentence.unit.tokens(in: number.range), "claim", Self.around(number.range, text)))
        return true
    }

    static func around(_ range: Range<Int>, _ text: LexedText) -> String {
        text.raw(lexemes: max(0, range.lowerBound - 2)..<min(text.count, range.upperBound + 4))
    }
}

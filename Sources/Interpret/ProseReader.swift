import Records
import Vocabulary

/// What earlier sentences of a passage were about, for those that follow.
struct Focus: Sendable {
    var period: Period?
    var periods: [Period] = []
    var areas: [String] = []
    var areaText = ""
    /// The bodies that the last sentence with several named, in order.
    var pair: [[String]] = []
    var cues = Cues()
    var age: String?
}

/// Reads the figures of a sentence.
struct ProseReader {
    let context: Context
    let lexicon: Lexicon
    /// The last complete financial year before the document's date.
    let lastYear: Period?
    /// A journalist's `nearly 8,000` is a claim; a force's `about 120` is its estimate.
    let isPress: Bool

    struct Result {
        var statements: [Statement] = []
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
        for (number, role) in zip(numbers, roles) {
            let entries = sentence.unit.tokens(in: number.range)
            switch role {
            case .level: levels.append(number)
            case .difference:
                result.explained.append((entries, "difference", sentence.unit.lexed.raw(lexemes: number.range)))
            case .forces:
                if case .number(let figure) = number.kind, let value = figure.value?.wholeValue { forces.append(value) }
                result.explained.append((entries, "forces_counted", "number of bodies"))
            case .other(let reason): result.explained.append((entries, reason, Self.around(number.range, text)))
            case .reference: result.explained.append((entries, "repeated", "points back to a figure said before"))
            case .claim: result.explained.append((entries, "claim", Self.around(number.range, text)))
            case .corrected: result.explained.append((entries, "corrected", "taken back in the same sentence"))
            }
        }
        let periods = settlePeriods(sentence, focus: focus)
        if isPress { levels = levels.filter { !takeClaim($0, sentence, &result) } }
        let both = bothYears(sentence, periods, focus)
        if let zero = nilStatement(sentence, levels, periods, focus) { levels.append(zero) }
        let sentenceCues = CueRecogniser.cues(in: text, range: sentence.range)
        let areas = areaMentions(sentence)
        defer {
            // What follows speaks of what this sentence was first about.
            if let main = result.statements.first?.period ?? periods.last(where: { $0.period != nil })?.period {
                focus.period = main
            }
            let named = periods.compactMap(\.period)
            if !named.isEmpty { focus.periods = named }
            if let area = areas.last { (focus.areas, focus.areaText) = (area.codes, area.text) }
            if areas.count > 1 { focus.pair = areas.map(\.codes) }
            if !sentenceCues.isEmpty { focus.cues = sentenceCues.filled(from: focus.cues) }
        }
        if both.isEmpty { levels = levels.filter { isAboutCrime($0, sentence, sentenceCues, focus) } }
        guard !levels.isEmpty else { return result }

        let binding = Binding(text: text)
        let ranges = levels.map(\.range)
        let usable = periods.filter { $0.period != nil }
        let spans = combinedSpan(sentence, focus, usable)
        let periodOf = binding.pair(ranges, with: usable.map(\.range))
        let inOrder =
            usable.isEmpty && focus.periods.count == levels.count && levels.count > 1
                && !Set(sentence.lexed.words).isDisjoint(with: ["same", "respectively", "those", "these"])
            ? focus.periods : []
        let ages = sentence.mentions.compactMap { mention -> (Range<Int>, Age)? in
            if case .age(let age) = mention.kind, age != .all { (mention.range, age) } else { nil }
        }
        let offences = sentence.mentions.compactMap { mention -> (Range<Int>, String)? in
            if case .offence(let code) = mention.kind { (mention.range, code) } else { nil }
        }
        let ageOf = binding.attribute(ages.map(\.0), to: ranges)
        let offenceOf = binding.attribute(offences.map(\.0), to: ranges)
        let areaOf =
            areas.count > 1
            ? binding.pairSubjects(ranges, areas.map(\.range)) : ranges.map { _ in areas.isEmpty ? nil : 0 }
        let cues = levelCues(
            ranges, sentence, binding, apart: Set(ranges.indices.filter { ageOf[$0] != nil || offenceOf[$0] != nil }))

        if let zero = levels.first, levels.count == 1, !both.isEmpty, case .number(let figure) = zero.kind,
            figure.value == .zero
        {
            result.statements = both.map { period in
                var statement = Statement(
                    figure: figure, method: .sentence, places: sentence.unit.places(lexemes: zero.range))
                statement.period = period
                statement.cues = context.cues(from: sentenceCues.filled(from: focus.cues))
                statement.words = sentence.text
                place(&statement, areas, areas.isEmpty ? nil : 0, focus, sentence)
                statement.labels = [Label(sentence.text, sentence.places.first)]
                return statement
            }
            result.smallWords = both.indices.map { (zero.range, $0) }
            return result
        }
        for (index, number) in levels.enumerated() {
            guard case .number(var figure) = number.kind else { continue }
            hedge(&figure, before: number.range.lowerBound, text)
            var statement = Statement(
                figure: figure, method: .sentence, places: sentence.unit.places(lexemes: number.range))
            statement.tokens = sentence.unit.tokens(in: number.range)
            statement.words = sentence.text
            if statement.tokens.isEmpty { result.smallWords.append((number.range, result.statements.count)) }
            if let span = spans {
                statement.period = span
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if inOrder.indices.contains(index) {
                statement.period = inOrder[index]
                statement.evidence.append(Evidence("period", .sentence, sentence.text, sentence.places.first))
            } else if let chosen = periodOf[index] {
                statement.period = usable[chosen].period
                statement.partOf = usable[chosen].partOf
                statement.evidence.append(
                    Evidence(
                        "period", .sentence, text.raw(lexemes: usable[chosen].range),
                        sentence.unit.places(lexemes: usable[chosen].range).first))
                statement.doubts += usable[chosen].doubts
            } else if let period = focus.period ?? contextPeriod() {
                statement.period = period
                statement.evidence.append(Evidence("period", .document, period.label, nil))
            }
            if let period = statement.period, !period.isWholeYear, statement.partOf == nil,
                let year = period.enclosingFinancialYear
            {
                statement.partOf = year
                if statement.figure.status == .exact { statement.figure.status = .partial }
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
            statement.cues = context.cues(from: peopleOfAll(cues[index], sentence).filled(from: focus.cues))
            if areas.isEmpty, focus.pair.count == levels.count, levels.count > 1,
                sentence.lexed.words.contains("respectively")
            {
                statement.areas = focus.pair[index]
                statement.evidence.append(Evidence("area", .sentence, focus.areaText, nil))
            } else {
                place(&statement, areas, areaOf[index], focus, sentence)
            }
            if areas.isEmpty, speaksOfAllTogether(sentence) { statement.role = .checkedTotal }
            if let answered = forces.first {
                (statement.forcesStated, statement.forcesAskedStated) = (answered, forces.dropFirst().first)
            }
            statement.labels = [Label(sentence.text, sentence.places.first)]
            result.statements.append(statement)
        }
        return result
    }

    /// `Taken together the three forces recorded 331`: a sum over bodies.
    private func speaksOfAllTogether(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        return !words.isDisjoint(with: ["together", "combined", "between"])
            && !words.isDisjoint(with: ["forces", "constabularies"])
    }

    /// `Nil return for both years`: the years that the heading or the sentences before name.
    private func bothYears(_ sentence: Sentence, _ periods: [Timed], _ focus: Focus) -> [Period] {
        let words = sentence.lexed.words
        guard periods.isEmpty, words.contains("years") || words.contains("year"),
            !Set(words).isDisjoint(with: ["both", "each", "all", "either"])
        else { return [] }
        if focus.periods.count > 1 { return focus.periods }
        for outer in context.outers {
            let named = Set(outer.periods.compactMap(\.period).filter(\.isWholeYear))
            if named.count > 1 { return named.sorted() }
        }
        return []
    }

    private func roundedTo(_ sentence: Sentence) -> Int? {
        var legend = Legend()
        legend.learn(sentence.lexed)
        return legend.roundedTo
    }

    /// Takes a hedged number of a press release as the claim it is.
    private func takeClaim(_ number: Mention, _ sentence: Sentence, _ result: inout Result) -> Bool {
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

    // MARK: areas

    private struct AreaMention {
        var codes: [String]
        var text: String
        var range: Range<Int>
    }

    private func areaMentions(_ sentence: Sentence) -> [AreaMention] {
        var found: [AreaMention] = []
        for mention in sentence.mentions {
            guard case .area(let reading) = mention.kind, lexicon.areas[reading.candidates[0]]?.kind != .other else {
                continue
            }
            let raw = sentence.unit.lexed.raw(lexemes: mention.range)
            // `Norfolk and Suffolk Constabularies recorded …` is one figure of two bodies.
            if let last = found.last, !hasOwnNumbers(sentence),
                sentence.unit.lexed.isWord(last.range.upperBound, ["and"]),
                last.range.upperBound + 1 == mention.range.lowerBound,
                sentence.unit.lexed.isWord(mention.range.upperBound, ["constabularies", "forces"])
                    || !hasNumberBetween(last.range, mention.range, sentence) && !hasOwnNumbers(sentence)
            {
                found[found.count - 1] = AreaMention(
                    codes: last.codes + [reading.candidates[0]], text: last.text + " and " + raw,
                    range: last.range.lowerBound..<mention.range.upperBound)
                continue
            }
            if let last = found.last, last.codes == [reading.candidates[0]] { continue }
            found.append(AreaMention(codes: [reading.candidates[0]], text: raw, range: mention.range))
        }
        return found
    }

    private func hasNumberBetween(_ a: Range<Int>, _ b: Range<Int>, _ sentence: Sentence) -> Bool {
        sentence.mentions.contains {
            if case .number = $0.kind {
                $0.range.lowerBound >= a.upperBound && $0.range.upperBound <= b.lowerBound
            } else {
                false
            }
        }
    }

    /// Each of two bodies has its own number: `Kent and Essex recorded 63 and 98 respectively`.
    private func hasOwnNumbers(_ sentence: Sentence) -> Bool {
        sentence.lexed.words.contains("respectively")
    }

    private func place(
        _ statement: inout Statement, _ areas: [AreaMention], _ chosen: Int?, _ focus: Focus, _ sentence: Sentence
    ) {
        if let chosen {
            statement.areas = areas[chosen].codes
            statement.areaAsWritten = areas[chosen].text
            statement.evidence.append(
                Evidence(
                    "area", .sentence, areas[chosen].text, sentence.unit.places(lexemes: areas[chosen].range).first))
        } else if !focus.areas.isEmpty {
            statement.areas = focus.areas
            statement.areaAsWritten = focus.areaText
            statement.evidence.append(Evidence("area", .sentence, focus.areaText, nil))
        } else if let found = context.area(lexicon) {
            statement.areas = found.codes
            statement.evidence.append(found.evidence)
        }
    }

    // MARK: periods

    struct Timed {
        var range: Range<Int>
        var period: Period?
        var partOf: Period?
        var doubts: [Doubt] = []
    }

    private func settlePeriods(_ sentence: Sentence, focus: Focus) -> [Timed] {
        var timed: [Timed] = []
        var anchor = focus.period ?? contextPeriod()
        let style = YearStyle.read(sentence.lexed) ?? .calendar
        for mention in sentence.mentions {
            guard case .period(let reading) = mention.kind else { continue }
            switch reading {
            case .period(let period), .weak(let period):
                timed.append(Timed(range: mention.range, period: period, partOf: nil))
            case .bareYear(let year):
                timed.append(
                    Timed(
                        range: mention.range, period: (style == .financialStart ? .calendar : style).period(year),
                        partOf: nil))
            case .financialYearNumber(let year):
                timed.append(
                    Timed(
                        range: mention.range, period: Period(financialYear: year), partOf: nil,
                        doubts: [
                            Doubt(
                                "ambiguous-period",
                                "found “\(sentence.unit.lexed.raw(lexemes: mention.range))”, read as \(year)/\(padded((year + 1) % 100, 2)); expected both years"
                            )
                        ]))
            case .part(let months):
                guard let year = anchor, year.isFinancialYear else { continue }
                timed.append(
                    Timed(
                        range: mention.range, period: PeriodRecogniser.part(months, of: year.start.year), partOf: year))
            case .relative(let shift):
                // The anchor is the nearest year stated before it, else one stated after, else the year before the letter.
                let base = anchor ?? laterAnchor(sentence, after: mention.range)
                var entry = Timed(range: mention.range, period: base.flatMap { $0.shifted(years: shift) }, partOf: nil)
                if base == nil, let lastYear {
                    entry.period = lastYear.shifted(years: shift + 1)
                    entry.doubts = [
                        Doubt(
                            "relative-period",
                            "found “\(sentence.unit.lexed.raw(lexemes: mention.range))” with no year to count from, read from the document's date; expected a year"
                        )
                    ]
                }
                timed.append(entry)
            case .years(let years):
                if let first = Period(financialYear: years.lowerBound),
                    let last = Period(financialYear: years.upperBound)
                {
                    timed.append(
                        Timed(range: mention.range, period: Period(from: first.start, to: last.end), partOf: nil))
                }
            case .until(let date):
                if let year = anchor, date > year.start, date < year.end {
                    timed.append(Timed(range: mention.range, period: Period(from: year.start, to: date), partOf: year))
                }
            case .lastYear: timed.append(Timed(range: mention.range, period: lastYear, partOf: nil))
            case .date: continue
            }
            if let period = timed.last?.period, period.isWholeYear { anchor = period }
        }
        // `Between 2015/16 and 2016/17`, `from 2015/16 to 2018/19`: one span where a single number stands with it.
        return timed
    }

    private func laterAnchor(_ sentence: Sentence, after range: Range<Int>) -> Period? {
        for mention in sentence.mentions where mention.range.lowerBound >= range.upperBound {
            if case .period(let reading) = mention.kind, let period = reading.period { return period }
        }
        return nil
    }

    private func contextPeriod() -> Period? { context.period()?.reading.period }

    private static let combined = Phrases<Bool>([
        "over the two years", "across the two years", "over both years", "across both years", "in the two years",
        "over the two year period", "over the three years", "over the period", "two years combined",
        "across the period", "over the four years", "both years combined", "during the two years", "in total over",
        "over the whole period", "combined total", "for the two years", "over these two years", "over those two years",
        "across the whole period", "across the three years", "across the four years", "over the five years",
        "across the five years", "both years together", "two years together",
    ])

    /// A span of several years that the sentence's figures cover together.
    private func combinedSpan(_ sentence: Sentence, _ focus: Focus, _ usable: [Timed]) -> Period? {
        let text = sentence.unit.lexed
        guard sentence.range.contains(where: { Self.combined.match(text, at: $0) != nil }) else { return nil }
        let named = usable.compactMap(\.period)
        if let joined = Period.joined(Set(named)), named.count > 1 || joined.days > 400 { return joined }
        guard named.isEmpty else { return nil }
        if let joined = Period.joined(Set(focus.periods)), joined.days > 400 { return joined }
        for outer in context.outers {
            let periods = Set(outer.periods.compactMap(\.period))
            if periods.count > 1, let joined = Period.joined(periods) { return joined }
            for reading in outer.periods {
                if case .years(let years) = reading, let first = Period(financialYear: years.lowerBound),
                    let last = Period(financialYear: years.upperBound)
                {
                    return Period(from: first.start, to: last.end)
                }
            }
        }
        return nil
    }

    // MARK: what is counted

    /// The cues of each number: its own words, then those before the first number of the sentence.
    private func levelCues(_ ranges: [Range<Int>], _ sentence: Sentence, _ binding: Binding, apart: Set<Int>) -> [Cues]
    {
        let text = sentence.unit.lexed
        let before = CueRecogniser.cues(
            in: text, range: sentence.range.lowerBound..<(ranges.first?.lowerBound ?? sentence.range.lowerBound))
        var own: [Cues] = []
        for (index, range) in ranges.enumerated() {
            let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
            own.append(
                binding.isBare(range) && end > range.upperBound && !(index == ranges.count - 1 && ranges.count == 1)
                    ? Cues() : CueRecogniser.cues(in: text, range: range.upperBound..<max(range.upperBound, end)))
        }
        for index in own.indices.dropLast().reversed()
        where own[index].isEmpty && binding.runsOn(ranges[index], to: ranges[index + 1]) { own[index] = own[index + 1] }
        let flagged = own.contains { $0.flag == .flagged }
        for index in own.indices {
            let speaks =
                own[index].subject != nil || own[index].unit == .offences || index == 0 && before.subject != nil
            if own[index].flag == nil, flagged, speaks, before.flag == nil, !apart.contains(index) {
                own[index].flag = .all
            }
            if own[index].isEmpty, index > 0 { own[index] = own[index - 1] }
            own[index] = own[index].filled(from: before)
            if ranges.count == 1 {
                own[index] = own[index].filled(from: CueRecogniser.cues(in: text, range: sentence.range))
            }
        }
        return own
    }

    /// `53 victims of child sexual offences`: people of all such offences, unless the words or the question speak of the flag.
    private func peopleOfAll(_ cues: Cues, _ sentence: Sentence) -> Cues {
        guard cues.unit == .victims, cues.flag == nil, cues.subject != nil, context.outers.first?.kind != .sentence
        else { return cues }
        return Cues(flag: .all, unit: .victims, subject: cues.subject)
    }

    private func isAboutCrime(_ number: Mention, _ sentence: Sentence, _ cues: Cues, _ focus: Focus) -> Bool {
        if sentence.passageRole == .answer { return true }
        if !cues.isEmpty { return true }
        let words = Set(sentence.lexed.words)
        let speaks = !words.isDisjoint(with: [
            "figure", "figures", "total", "number", "recorded", "rose", "fell", "increased", "decreased", "doubled",
            "trebled", "answer", "compared", "there", "previous", "following",
        ])
        let hasKey = sentence.mentions.contains {
            if case .period = $0.kind {
                true
            } else if case .age = $0.kind {
                true
            } else if case .offence = $0.kind {
                true
            } else {
                false
            }
        }
        let names = sentence.mentions.contains { if case .area = $0.kind { true } else { false } }
        if sentence.passageRole == .listItem || !focus.cues.isEmpty, hasKey || names && isPress {
            return !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        }
        return speaks && hasKey && (!focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty)
    }

    /// `nearly 70`, `about 120` are estimates of the writer's.
    private func hedge(_ figure: inout Figure, before index: Int, _ text: LexedText) {
        guard figure.status == .exact else { return }
        if text.isWord(
            index - 1,
            ["about", "around", "approximately", "nearly", "almost", "roughly", "circa", "some", "estimated"])
        {
            figure.status = .estimated
            figure.low = nil
            figure.high = nil
        }
    }

    private static let none = Phrases<Bool>([
        "no offences", "no such offences", "no crimes", "no cyber flagged offences", "no child sexual offences",
        "nil return", "no sexual offences", "no recorded offences", "none were recorded", "none was recorded",
        "no flagged offences", "no offences were recorded", "no such crimes", "no cyber flagged", "no recorded crimes",
        "none recorded", "no incidents", "no online child sexual offences", "no online offences", "did not record any",
        "nil",
        "recorded none", "not record any", "recorded no", "none in", "there were none", "zero offences",
        "no recorded child sexual offences", "no flagged crimes", "no cyber flagged child sexual offences",
        "no cyber enabled", "no records",
    ])

    /// `no rapes`, `no cyber-flagged sexual offences`: `no` with a noun of crime close behind.
    private static func noneOf(_ text: LexedText, _ index: Int, until limit: Int) -> Int? {
        guard text.isWord(index, ["no", "zero"]) else { return nil }
        for next in index + 1..<max(index + 1, min(index + 7, limit)) {
            if text.isWord(next, ["offences", "crimes", "rapes", "assaults", "incidents"]) { return next + 1 }
            if text[next]?.kind == .symbol && !text.isSymbol(next, "-") || text[next]?.isNumber == true
                || text.isWord(next, ["information", "record", "records", "facility", "data", "longer"])
            {
                return nil
            }
        }
        return nil
    }

    /// `No offences were recorded in 2015/16`: a zero in words.
    private func nilStatement(_ sentence: Sentence, _ levels: [Mention], _ periods: [Timed], _ focus: Focus) -> Mention?
    {
        let text = sentence.unit.lexed
        for index in sentence.range {
            guard
                let end = Self.none.match(text, at: index)?.end
                    ?? Self.noneOf(text, index, until: sentence.range.upperBound), end <= sentence.range.upperBound
            else { continue }
            let words = Set(sentence.lexed.words)
            guard
                words.isDisjoint(with: ["information", "hold", "held", "facility", "search", "if", "where", "locate"]),
                !periods.isEmpty || sentence.passageRole == .answer
                    || levels.isEmpty && (context.period() != nil || !bothYears(sentence, periods, focus).isEmpty)
            else { return nil }
            if let first = levels.first, first.range.lowerBound <= index, first.range.upperBound >= end { return nil }
            if levels.contains(where: { $0.range.overlaps(index..<end) }) { return nil }
            let length = text.isWord(index, ["did", "not", "recorded", "there"]) ? end - index : 1
            return Mention(
                kind: .number(.exact(.zero, raw: text.raw(lexemes: index..<index + length))),
                range: index..<index + length)
        }
        return nil
    }
}

extension Binding {
    /// The subject of a clause stands before its numbers: `Kent recorded 63 and Northumbria 98`.
    func pairSubjects(_ numbers: [Range<Int>], _ subjects: [Range<Int>]) -> [Int?] {
        if (text.lexemes.contains { $0.text == "respectively" }), numbers.count == subjects.count {
            return numbers.indices.map { $0 }
        }
        return numbers.map { number in
            // `63 offences in Kent and 98 in Northumbria` names the place right after the number.
            if let after = subjects.indices.first(where: {
                subjects[$0].lowerBound >= number.upperBound && subjects[$0].lowerBound - number.upperBound <= 3
            }),
                text.isWord(subjects[after].lowerBound - 1, ["in", "by", "for", "across"])
                    || text.isWord(subjects[after].lowerBound - 1, ["the"])
            {
                return after
            }
            return subjects.indices.last { subjects[$0].upperBound <= number.lowerBound } ?? subjects.indices.first
        }
    }
}

extension Period {
    /// The same days so many years on; nil outside the calendar.
    func shifted(years: Int) -> Period? {
        if isFinancialYear { return Period(financialYear: start.year + years) }
        if isCalendarYear { return Period(calendarYear: start.year + years) }
        guard let from = CivilDate(start.year + years, start.month, min(start.day, 28)),
            let to = CivilDate(
                end.year + years, end.month, min(end.day, CivilDate.days(in: end.month, of: end.year + years)))
        else { return nil }
        return Period(from: from, to: to)
    }
}

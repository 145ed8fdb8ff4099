import Records
import Vocabulary

/// What belongs to each figure of a sentence; indices are those of its figures.
struct SentenceBinding {
    var ranges: [Range<Int>] = []
    /// The periods that figures may be of, and which is whose.
    var usable: [ProseReader.Timed] = []
    var periodOf: [Int?] = []
    /// All figures are of several years together.
    var isOfSpan = false
    var span: Period?
    /// The figure of the span, where the others are those of its years.
    var sumOfYears: Int?
    /// The years of figures told one after the other.
    var inOrder: [Period] = []
    /// The years of figures told as rises and falls.
    var changes: [Int: Period?] = [:]
    var ages: [(range: Range<Int>, age: Age)] = []
    var ageOf: [Int?] = []
    var offences: [(range: Range<Int>, code: String)] = []
    var offenceOf: [Int?] = []
    var areaOf: [Int?] = []
    var cues: [Cues] = []
    var narrowings: [ProseReader.Narrowing?] = []
    /// Figures beside the one that is asked for.
    var beside: Set<Int> = []
    /// The sentence leaves out an offence or an age.
    var excludes = false
}

extension SentenceReading {
    mutating func bind() {
        let binding = Binding(text: text, in: sentence.range)
        // `9.5% (39) carried the flag`: what follows the brackets is said of the number in them.
        bound.ranges = levels.map { level in
            guard let start = binding.shareBefore(level.range),
                let inside = binding.bracket(around: level.range.lowerBound),
                levels.count(where: { inside.contains($0.range.lowerBound) }) == 1
            else { return level.range }
            return start..<inside.upperBound + 1
        }
        bound.excludes = Exclusion.isSaid(sentence.mentions, in: text)
        bindPeriods(binding)
        bindDescriptions(binding)
        let ranges = bound.ranges
        bound.areaOf =
            areas.count > 1
            ? binding.pairSubjects(ranges, areas.map(\.range)) : ranges.map { _ in areas.isEmpty ? nil : 0 }
        let described = ranges.indices.filter { bound.ageOf[$0] != nil || bound.offenceOf[$0] != nil }
        bound.cues = reader.levelCues(ranges, sentence, binding, apart: Set(described))
        // `131 offences, 118 victims`: the victims are people.
        if bound.cues.contains(where: { $0.unit == .offences })
            || text.isWord(sentence.range.lowerBound, ["they", "these", "those"])
        {
            for index in ranges.indices
            where bound.cues[index].unit == .victims && text.isWord(ranges[index].upperBound, ["victims"]) {
                bound.cues[index].unit = .people
            }
        }
        // `It was applied to 39`, `… to 44 out of 498`: the flag was.
        for index in ranges.indices
        where bound.cues[index].flag == nil && focus.cues.flag != nil
            && text.isWord(ranges[index].lowerBound - 1, ["to"])
            && text.isWord(ranges[index].lowerBound - 2, ["applied", "attached", "added"])
        {
            bound.cues[index].flag = .flagged
            if index + 1 < ranges.count, binding.isPart(ranges[index], of: ranges[index + 1]) {
                bound.cues[index + 1].flag = bound.cues[index + 1].flag ?? .all
            }
        }
        // `In the preceding year the numbers were 488 and 71`: of what the sentence before counted, in its order.
        if levels.count > 1, bound.cues.allSatisfy(\.isEmpty), focus.measures.count == levels.count {
            bound.cues = focus.measures
            // `It was 52 out of 345`: the part comes first, whatever came first before.
            let isPart = bound.cues.count == 2 && text.isWord(ranges[1].lowerBound - 1, ["of"])
            if isPart, bound.cues[1].flag == .flagged, bound.cues[0].flag != .flagged { bound.cues.reverse() }
        }
        // `For 2017/18 the numbers were 1,118 and 121, and for 2016/17 they were 1,067 and 98`: the same for each year.
        let told = focus.measures.count
        if told > 1, levels.count > told, levels.count.isMultiple(of: told), bound.cues.allSatisfy(\.isEmpty),
            ranges.indices.allSatisfy({ bound.periodOf[$0] == bound.periodOf[$0 - $0 % told] }),
            Set(bound.periodOf).count * told == levels.count
        {
            bound.cues = ranges.indices.map { focus.measures[$0 % told] }
        }
        // `In 2017/18 the share was 8%, of 385.`
        if let whole = focus.measures.first(where: { $0.flag == .all }) {
            for index in ranges.indices
            where bound.cues[index].flag == nil && binding.isWholeOfShare(ranges[index]) {
                bound.cues[index] = bound.cues[index].filled(from: whole)
            }
        }
        // `Rape: 12. Grooming: 14. All offences: 44`: of all that were listed, flagged like them.
        if focus.offence != nil, opensWithTotal { for index in ranges.indices { bound.cues[index].flag = nil } }
        bound.narrowings = reader.narrowings(ranges, sentence, binding)
    }

    private var opensWithTotal: Bool {
        Self.totals.match(text, at: sentence.range.lowerBound).map {
            text.isSymbol($0.end, ":") || text.isSymbol($0.end, "-")
        } ?? false
    }

    private static let totals = Phrases<Bool>([
        "all", "total", "overall", "all offences", "all crimes", "total offences", "total crimes", "all types",
    ])

    /// The periods that the sentence names and that are known.
    var dated: [ProseReader.Timed] { periods.filter { $0.period != nil } }

    private mutating func bindPeriods(_ binding: Binding) {
        let ranges = bound.ranges
        let usable = dated.filter { !reader.isLikened($0.range, text) && !reader.isComparedWith($0.range, text) }
        bound.usable = usable
        bound.isOfSpan = reader.speaksOfSpan(sentence)
        bound.span = bound.isOfSpan ? reader.combinedSpan(sentence, focus, usable) : nil
        bound.periodOf = binding.pairParts(ranges, with: usable.map(\.range))
        bindSumOfYears()
        bindParts()
        // `97, compared with 88 in 2017/18`: the year is of what it is compared with.
        for (index, next) in zip(ranges.indices, ranges.indices.dropFirst())
        where bound.periodOf[index] == bound.periodOf[next]
            && ProseReader.isLikening(ranges[index].upperBound..<ranges[next].lowerBound, text)
        {
            guard let chosen = bound.periodOf[next], usable[chosen].range.lowerBound >= ranges[next].upperBound,
                let own = focus.period ?? reader.contextPeriod(), own != usable[chosen].period
            else { continue }
            bound.periodOf[index] = nil
        }
        bound.inOrder = reader.yearsInOrder(ranges, sentence, binding, focus, isDated: !usable.isEmpty)
        if let years = yearsOfRange(binding) { (bound.inOrder, bound.isOfSpan) = (years, false) }
        bound.changes = reader.yearsOfChanges(ranges, sentence, usable, focus)
    }

    /// One figure is the sum of the others, each of which has a year of its own.
    private mutating func bindSumOfYears() {
        guard let last = bound.ranges.indices.last else { return }
        // `There were 431 in the two years together, being 198 in 2018/19 and 233 in 2019/20.`
        // `389 for 2016/17, 502 for 2017/18 and 617 for 2018/19, which makes 1,508 over the three years`
        // `Between 2016/17 and 2018/19 there were 449 (101 in 2016/17, 158 in 2017/18, 190 in 2018/19)`
        let periods = bound.ranges.indices.map { index in bound.periodOf[index].flatMap { bound.usable[$0].period } }
        let sum = [0, last].first { index in
            let rest = Set(periods.indices.filter { $0 != index }.map { periods[$0] })
            return isSumOfRest(index) && rest.count == last && !rest.contains(nil)
                && (bound.isOfSpan || rest.contains(periods[index]))
        }
        if let sum { (bound.isOfSpan, bound.sumOfYears) = (false, sum) }
    }

    /// `In the three years 2016/17 to 2018/19: 101, 158 and 190`, also where their sum leads or ends: a figure for each year.
    private mutating func yearsOfRange(_ binding: Binding) -> [Period]? {
        let ranges = bound.ranges
        guard bound.usable.count == 1, let span = bound.usable[0].period, ranges.count > 1 else { return nil }
        let years = bound.usable[0].years
        if ranges.count == years.count, ranges.count > 2, binding.runOn(ranges[...]) { return years }
        guard ranges.count == years.count + 1, let last = ranges.indices.last else { return nil }
        if isSumOfRest(0), binding.runOn(ranges.dropFirst()) {
            bound.sumOfYears = 0
            return [span] + years
        }
        if isSumOfRest(last), binding.runOn(ranges.dropLast()) {
            bound.sumOfYears = last
            return years + [span]
        }
        return nil
    }

    /// `In 2018/19 … 30 on our old system (April to September) and 12 on the new one (October to March)`: each figure is of the
    /// part of the year that is told behind it.
    private mutating func bindParts() {
        let starts = bound.ranges.map(\.lowerBound).dropFirst() + [sentence.range.upperBound]
        let parts = zip(bound.ranges, starts).map { number, next in
            bound.usable.indices.filter {
                bound.usable[$0].range.lowerBound >= number.upperBound && bound.usable[$0].range.upperBound <= next
            }.only
        }
        guard parts.count > 1, Set(parts).count == parts.count,
            let year = bound.usable.first, year.range.upperBound <= bound.ranges[0].lowerBound, let whole = year.period,
            whole.isWholeYear,
            parts.allSatisfy({ part in
                part.flatMap { bound.usable[$0].period }.map { $0 != whole && whole.contains($0) } ?? false
            })
        else { return }
        bound.periodOf = parts
    }

    private func isSumOfRest(_ index: Int) -> Bool {
        let values = levels.compactMap { level -> Quantity? in
            if case .number(let figure) = level.kind { figure.value } else { nil }
        }
        guard values.count == levels.count, values.count > 2 else { return false }
        return values[index] == values.enumerated().filter { $0.offset != index }.map(\.element).reduce(.zero, +)
    }

    /// Ages and offences.
    private mutating func bindDescriptions(_ binding: Binding) {
        let ranges = bound.ranges
        for mention in sentence.mentions where !bound.excludes {
            switch mention.kind {
            case .age(let age) where age != .all && !isOfAnother(mention.range, binding):
                bound.ages.append((mention.range, age))
            // `"Other", which takes in sexual communication, accounts for 35`
            case .offence
            where text.isWord(mention.range.lowerBound - 1, ["in"])
                && text.isWord(mention.range.lowerBound - 2, ["takes", "taking", "took"]):
                continue
            case .offence(let code): bound.offences.append((mention.range, code))
            default: continue
            }
        }
        bound.ageOf = binding.attribute(bound.ages.map(\.range), to: ranges)
        bound.offenceOf = binding.attribute(bound.offences.map(\.range), to: ranges)
        // `Rape accounted for 17 of the 58`: what leads is of the part.
        for index in ranges.indices.dropFirst()
        where text.isWord(ranges[index].lowerBound - 1, ["the"]) && text.isWord(ranges[index].lowerBound - 2, ["of"])
            && ranges[index - 1].upperBound == ranges[index].lowerBound - 2
        {
            let at = ranges[index].lowerBound
            if let age = bound.ageOf[index], bound.ages[age].range.upperBound <= at { bound.ageOf[index] = nil }
            if let offence = bound.offenceOf[index], bound.offences[offence].range.upperBound <= at {
                bound.offenceOf[index] = nil
            }
        }
        // `30 of the 71 offences recorded in 2020/21 were rapes`, `… had a victim under 13`: what is told of the part.
        for index in ranges.indices.dropLast() where binding.isPart(ranges[index], of: ranges[index + 1]) {
            func isTold(_ attribute: Range<Int>) -> Bool {
                attribute.lowerBound >= ranges[index + 1].upperBound
                    && (attribute.lowerBound - 4..<attribute.lowerBound).contains {
                        text.isWord($0, ["were", "was", "are", "had", "involved", "concerned"])
                    }
            }
            if let offence = bound.offenceOf[index + 1], isTold(bound.offences[offence].range) {
                (bound.offenceOf[index], bound.offenceOf[index + 1]) = (offence, nil)
            }
            if let age = bound.ageOf[index + 1], isTold(bound.ages[age].range) {
                (bound.ageOf[index], bound.ageOf[index + 1]) = (age, nil)
            }
        }
        // `In Norfolk 41 of the 117 offences, and in Suffolk 38 of the 95, were rapes`: said of both parts.
        let parts = ranges.indices.filter {
            text.isWord(ranges[$0].upperBound, ["of"]) && text.isWord(ranges[$0].upperBound + 1, ["the", "our"])
                && text[ranges[$0].upperBound + 2]?.isNumber == true
        }
        for (index, next) in zip(parts, parts.dropFirst()).reversed()
        where bound.offenceOf[index] == nil && bound.ageOf[index] == nil
            && !(ranges[index].upperBound..<ranges[next].lowerBound).contains(where: {
                text.isWord($0, ["were", "was", "are", "had", "involved", "concerned"])
            })
        {
            (bound.offenceOf[index], bound.ageOf[index]) = (bound.offenceOf[next], bound.ageOf[next])
        }
        // `A further 4 offences are under review`: beside the figure, not the figure.
        bound.beside = Set(
            ranges.indices.filter {
                bound.ageOf[$0] == nil && bound.offenceOf[$0] == nil
                    && (levels.count > 1 && dated.count < levels.count || periods.isEmpty)
                    && text.isWord(ranges[$0].lowerBound - 1, ["further", "additional", "extra", "another"])
            })
    }

    /// `198 (including 9 adult victims)`: of the nine.
    private func isOfAnother(_ age: Range<Int>, _ binding: Binding) -> Bool {
        guard let bracket = binding.bracket(around: age.lowerBound) else { return false }
        return !bound.ranges.contains { bracket.contains($0.lowerBound) }
            && (bracket.lowerBound..<age.lowerBound).contains { text[$0]?.isNumber == true }
    }
}

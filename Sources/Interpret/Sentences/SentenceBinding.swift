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
        // `Rape 6, sexual assault 12; total 28`
        for index in ranges.indices.dropFirst() {
            let sign = ranges[index].lowerBound - 1
            let at = text.isSymbol(sign, ":") ? sign - 1 : sign
            guard text.isWord(at, ["total", "overall"]), text[at - 1]?.kind == .symbol else { continue }
            if let age = bound.ageOf[index], bound.ages[age].range.upperBound <= at { bound.ageOf[index] = nil }
        }
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

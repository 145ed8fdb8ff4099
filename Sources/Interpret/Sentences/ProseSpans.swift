import Records
import Vocabulary

/// Several years told together.
extension ProseReader {
    static let combined = Phrases<Bool>([
        "over the two years", "across the two years", "over both years", "across both years", "in the two years",
        "over the two year period", "over the three years", "over the period", "two years combined",
        "across the period", "over the four years", "both years combined", "during the two years", "in total over",
        "over the whole period", "combined total", "for the two years", "for the three years", "for the four years",
        "for the five years", "over these two years", "over those two years",
        "across the whole period", "across the three years", "across the four years", "over the five years",
        "across the five years", "both years together", "two years together", "the two years together",
        "years taken together", "two years in total", "three years together", "three years combined",
    ])

    /// The sentence speaks of several years together.
    func speaksOfSpan(_ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        let years = sentence.mentions.filter { mention in
            if case .period(let reading) = mention.kind { reading.period?.isWholeYear == true } else { false }
        }
        // `2015/16 and 2016/17 together: 187`
        let together = zip(years, years.dropFirst()).contains { first, second in
            text.isWord(first.range.upperBound, ["and"]) && first.range.upperBound + 1 >= second.range.lowerBound - 1
                && (second.range.upperBound..<second.range.upperBound + 3).contains {
                    text.isWord($0, ["together", "combined"])
                }
        }
        // `Between 2015/16 and 2018/19 Dorset recorded 137`; not `between them it rose to 137`.
        let levels = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        let changes = sentence.lexed.words.contains {
            [
                "rose", "rise", "rising", "fell", "fall", "increased", "increase", "decreased", "grew", "from",
                "doubled", "up", "down",
            ]
            .contains($0)
        }
        let between = zip(years, years.dropFirst()).contains { first, second in
            text.isWord(first.range.lowerBound - 1, ["between"]) && text.isWord(first.range.upperBound, ["and"])
                && second.range.lowerBound == first.range.upperBound + 1
        }
        if between, years.count == 2, levels.count == 1, !changes { return true }
        // `Over the two financial years 2017/18 and 2018/19 there were 254`, `across 2016/17 and 2017/18 there were 177`
        let across = zip(years, years.dropFirst()).contains { first, second in
            text.isWord(first.range.upperBound, ["and", "to"]) && second.range.lowerBound == first.range.upperBound + 1
                && (first.range.lowerBound - 5..<first.range.lowerBound).contains {
                    text.isWord($0, ["over", "across", "during"])
                }
        }
        let figures = levels.filter { level in
            if case .number(let figure) = level.kind { figure.value ?? .zero > Quantity(6) } else { false }
        }
        if across, figures.count == 1, !changes { return true }
        // `For the three years the totals were 45 (2016/17), 52 (2017/18) and 61 (2018/19).`
        let isEachDated = levels.allSatisfy { level in
            years.contains {
                text.isSymbol($0.range.lowerBound - 1, "(") && $0.range.lowerBound - 1 == level.range.upperBound
            }
        }
        if isEachDated, levels.count > 1 { return false }
        // `5,200 over those three years`
        let isOverYears = sentence.range.contains { index in
            text.isWord(index, ["over", "across", "during"]) && text.isWord(index + 1, ["those", "these", "the"])
                && text.isWord(index + 2, ["two", "three", "four", "five", "six"]) && text.isWord(index + 3, ["years"])
        }
        if isOverYears, years.isEmpty, levels.count == 1 { return true }
        // `A rise of 55 per cent over the period`: of the change, not of the figures.
        func isOfChange(_ index: Int) -> Bool {
            (max(sentence.range.lowerBound, index - 7)..<index).contains {
                text.isWord(
                    $0, ["rise", "increase", "fall", "decrease", "growth", "reduction", "drop", "rose", "fell"])
            }
        }
        return together
            || sentence.range.contains { Self.combined.match(text, at: $0) != nil && !isOfChange($0) }
    }

    /// A span of several years that the sentence's figures cover together.
    func combinedSpan(_ sentence: Sentence, _ focus: Focus, _ usable: [Timed]) -> Period? {
        let text = sentence.unit.lexed
        let named = usable.compactMap(\.period)
        // `Between 2015/16 and 2018/19`
        if let first = named.min(), let last = named.max(), first != last,
            sentence.mentions.contains(where: { text.isWord($0.range.lowerBound - 1, ["between"]) })
        {
            return Period(from: first.start, to: last.end)
        }
        if !named.isEmpty { return Period.joined(Set(named)).flatMap { $0.days > 400 ? $0 : nil } }
        // `Over those two years`: the last two that were told.
        let counts = ["two": 2, "both": 2, "three": 3, "four": 4, "five": 5]
        let count = sentence.range.lazy.compactMap { text.word($0).flatMap { counts[$0] } }.first
        if let joined = Period.joined(focus.years.suffix(count ?? focus.years.count)), joined.days > 400 {
            return joined
        }
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
}

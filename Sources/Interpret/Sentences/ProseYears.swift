import Records
import Vocabulary

/// Years that a sentence speaks of without saying them beside its figures: both, the last three, the same as another.
extension ProseReader {
    private static let likened = Phrases<Bool>([
        "same as", "the same as", "same number as", "same figure as", "same total as", "unchanged from",
        "no change from", "identical to",
    ])
    private static let likenedTo = Phrases<Bool>(["more than", "fewer than", "less than", "higher than", "lower than"])

    /// The year of a sentence without a figure that is told to be like the last: `That is no change from 2017/18`.
    func likenedPeriod(_ sentence: Sentence, _ focus: Focus) -> Period? {
        settlePeriods(sentence, focus: focus).first { isLikened($0.range, sentence.unit.lexed) }?.period
    }

    func isLikened(_ period: Range<Int>, _ text: LexedText) -> Bool {
        var at = period.lowerBound
        while text.isWord(at - 1, ["in", "for", "the", "that", "of", "during", "figure", "number", "recorded"]) {
            at -= 1
        }
        return (max(0, at - 4)..<at).contains { Self.likened.match(text, at: $0).map { $0.end >= at } ?? false }
    }

    /// `139, which is 18 more than a year earlier`: the year of a figure that is not told.
    func isComparedWith(_ period: Range<Int>, _ text: LexedText) -> Bool {
        let at = text.isWord(period.lowerBound - 1, ["a", "the"]) ? period.lowerBound - 1 : period.lowerBound
        return (max(0, at - 2)..<at).contains { Self.likenedTo.match(text, at: $0)?.end == at }
            // `389, a rise of 12% on the year before`, `389, up 12% on 2020/21`; not `… on the year before, when it was 347`.
            || text.isWord(at - 1, ["on"]) && !text.isWord(period.upperBound + 1, ["when"])
                && (at - 8..<at - 1).contains {
                    text.isWord($0, ["rise", "increase", "fall", "decrease", "drop", "up", "down", "reduction"])
                }
                && (text.isSymbol(at - 2, "%") || text.isWord(at - 2, ["cent", "percent"])
                    || text[at - 2]?.isNumber == true)
    }

    /// `Nil return for both years`: the years that the heading or the sentences before name.
    func bothYears(_ sentence: Sentence, _ periods: [Timed], _ focus: Focus) -> [Period] {
        let words = sentence.lexed.words
        let speaksOfEach = !Set(words).isDisjoint(with: ["both", "each", "all", "either"])
        let named = periods.compactMap(\.period).filter(\.isWholeYear)
        // `No offences were recorded in 2015/16 or 2016/17`, `nil offences in 2015/16 and 2016/17`
        let deniesEach =
            (words.contains("or") || words.contains("and") && sentence.mentions.count == named.count)
            && !Set(words).isDisjoint(with: ["no", "none", "nil", "zero"])
        // `Nil in each of the years 2015/16 to 2018/19`, `none in each year between 2015/16 and 2018/19`
        if words.contains("each") {
            if let years = periods.only?.years, years.count > 1 { return years }
            if words.contains("between"), let first = named.min(), let last = named.max(), named.count == 2 {
                return first.years(through: last)
            }
        }
        if speaksOfEach || deniesEach, named.count > 1, named.count == periods.count,
            deniesEach || words.contains("each") || words.contains("both")
        {
            return named
        }
        // `In either of the two years before that`: counted back from the earliest that was named.
        for (word, count) in [("two", 2), ("three", 3), ("four", 4)] where speaksOfEach {
            guard let at = words.firstIndex(of: word), words[at...].starts(with: [word, "years", "before"]),
                let first = focus.periods.min()
            else { continue }
            return (1...count).compactMap { first.shifted(years: -$0) }.sorted()
        }
        guard periods.isEmpty, words.contains("years") || words.contains("year"), speaksOfEach else { return [] }
        return focus.periods.count > 1 ? focus.periods : []
    }

    /// One year for each figure where the words around the sentence name as many, in order; empty where they do not.
    func yearsInOrder(
        _ figures: [Range<Int>], _ sentence: Sentence, _ binding: Binding, _ focus: Focus, isDated: Bool
    ) -> [Period] {
        if Self.sameSpan.occurs(in: sentence.lexed) {
            let ends = Set(focus.periods.count > 1 ? focus.periods : focus.years.suffix(figures.count)).sorted()
            if ends.count > 1, ends.count == figures.count { return ends }
        }
        if let quarters = quartersInOrder(figures, sentence, binding, focus) { return quarters }
        guard !isDated else { return [] }
        if let told = lastYears(figures.count, sentence) { return told }
        let runOn = binding.runOn(figures[...])
        // `In those two years 40 and 50`; not `of these 160, 12 were rapes`.
        let saysSo =
            !Set(sentence.lexed.words).isDisjoint(with: ["same", "respectively"])
            // `Those with the flag numbered 212 and 190`
            || runOn && figures.count > 1 && sentence.lexed.isWord(0, ["those"])
            || sentence.lexed.lexemes.indices.contains { index in
                sentence.lexed.isWord(index, ["those", "these"])
                    && (index + 1..<index + 3).contains {
                        sentence.lexed.isWord($0, ["years", "periods", "twelve", "dates"])
                    }
            }
        // `In the four years to March 2019 … 41 in 2015/16, 66 in …`: the years, not their span.
        let named =
            focus.periods.count == figures.count ? focus.periods : focus.periods.filter { $0.isFinancialYear }
        if saysSo || runOn && figures.count > 2, named.count == figures.count { return named }
        // `For the same three years the counts were …`: all that the text has told figures of.
        let told = yearsTold.sorted()
        if saysSo, runOn, told.count == figures.count { return told }
        // `Of these, 12 and 15 respectively were grooming, and 8 and 6 were rapes`: run by run.
        if saysSo, !runOn, told.count > 1, figures.count.isMultiple(of: told.count),
            zip(figures.indices, figures.indices.dropFirst()).allSatisfy({ first, next in
                binding.runsOn(figures[first], to: figures[next]) == !next.isMultiple(of: told.count)
            })
        {
            return figures.indices.map { told[$0 % told.count] }
        }
        // `How many in 2015/16 and 2016/17?` `20 and 25.`, the years perhaps those of the question that it points back to.
        guard saysSo || runOn && (figures.count > 1 || focus.period == nil) else { return [] }
        let asked = context.outers.prefix { $0.kind == .sentence }.lazy.map {
            $0.periods.compactMap(\.period).filter(\.isWholeYear)
        }.first { !$0.isEmpty }
        return asked?.count == figures.count ? asked ?? [] : []
    }

    /// `In 2019/20 the numbers for the four quarters were 19, 25, 18 and 24`
    private func quartersInOrder(
        _ figures: [Range<Int>], _ sentence: Sentence, _ binding: Binding, _ focus: Focus
    ) -> [Period]? {
        guard figures.count >= 4, Set(sentence.lexed.words).isSuperset(of: ["four", "quarters"]),
            (0..<3).allSatisfy({ binding.runsOn(figures[$0], to: figures[$0 + 1]) }),
            let year = settlePeriods(sentence, focus: focus).lazy.compactMap(\.period).first(where: \.isFinancialYear)
                ?? focus.period, year.isFinancialYear
        else { return nil }
        return (0..<4).compactMap { PeriodRecogniser.part($0 * 3 + 1...$0 * 3 + 3, of: year.start.year) }
    }

    /// `Norfolk's total rose from 41 to 96 over the same period`: between the years just told.
    static let sameSpan = Phrases<Bool>([
        "over the same period", "in the same period", "over that period", "in that time", "over the same time",
        "during the same period", "between the same years", "over those years", "in the same two years",
        "in the same years", "in those years", "in those two years", "for the same years", "for the same two years",
    ])

    private static let unfinished = Phrases<Bool>([
        "so far in", "so far during", "to date in", "part of", "early months of", "opening months of", "mid point of",
        "the first part of", "partway through", "part way through",
    ])

    /// `So far in 2018/19 we have recorded 44`, `30 (half year)`: not the whole of the year.
    func isUnfinished(_ figure: Range<Int>, _ year: Range<Int>?, _ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        if text.isSymbol(figure.upperBound, "("), Self.brackets.match(text, at: figure.upperBound + 1) != nil {
            return true
        }
        // `2018/19 31 to end of Feb`
        let until = text.isWord(figure.upperBound, ["up"]) ? figure.upperBound + 1 : figure.upperBound
        if text.isWord(until, ["to", "until"]),
            (until + 1..<until + 5).contains(where: { Months.month(text, $0) != nil })
        {
            return true
        }
        guard let year else { return false }
        // `2018/19 (9 months) - 88`
        if text.isSymbol(year.upperBound, "("),
            let close = (year.upperBound..<year.upperBound + 8).first(where: { text.isSymbol($0, ")") }),
            LabelComposer.isUnfinished(LexedText(text.raw(lexemes: year.upperBound..<close + 1)))
        {
            return true
        }
        return (max(sentence.range.lowerBound, year.lowerBound - 5)..<year.lowerBound).contains { index in
            Self.unfinished.match(text, at: index).map { $0.end <= year.lowerBound } ?? false
        }
    }

    private static let brackets = Phrases<Bool>([
        "half year", "part year", "year to date", "six months only", "part only",
    ])

    private static let mostRecent = Phrases<Bool>([
        "most recent last", "latest last", "most recent first", "latest first", "in chronological order",
    ])

    /// `In each of the last three complete financial years was 33, 41 and 52, the most recent last`.
    private func lastYears(_ count: Int, _ sentence: Sentence) -> [Period]? {
        guard let last = lastYear, let (_, order) = Self.mostRecent.first(in: sentence.lexed) else { return nil }
        let years = (0..<count).compactMap { last.shifted(years: $0 - count + 1) }
        return sentence.lexed.isWord(order.upperBound - 1, ["first"]) ? years.reversed() : years
    }
}

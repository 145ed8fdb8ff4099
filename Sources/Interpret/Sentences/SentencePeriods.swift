import Records
import Vocabulary

/// Which period of a sentence belongs to which of its figures.
extension SentenceReading {
    mutating func bindPeriods(_ binding: Binding) {
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
        if let years = yearsOfRange(binding) ?? spanAndOthers() { (bound.inOrder, bound.isOfSpan) = (years, false) }
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

    /// `Over 2016/17 and 2017/18 together we recorded 172, and in 2018/19 alone 105`: the span of two years, and another year.
    private func spanAndOthers() -> [Period]? {
        let years = bound.usable.filter { $0.period?.isWholeYear == true }
        guard bound.ranges.count > 1, years.count > 2 else { return nil }
        let pair = zip(years, years.dropFirst()).first { first, second in
            text.isWord(first.range.upperBound, ["and"]) && second.range.lowerBound == first.range.upperBound + 1
                && (second.range.upperBound..<second.range.upperBound + 3).contains {
                    text.isWord($0, ["together", "combined"])
                }
        }
        guard let (first, second) = pair, let from = first.period, let to = second.period,
            let span = Period(from: from.start, to: to.end)
        else { return nil }
        let told = bound.ranges.map { number in
            years.last { $0.range.upperBound <= number.lowerBound }.flatMap {
                $0.range == second.range ? span : $0.period
            }
        }
        return told.contains(nil) ? nil : told.compactMap { $0 }
    }

    private func isSumOfRest(_ index: Int) -> Bool {
        let values = levels.compactMap { level -> Quantity? in
            if case .number(let figure) = level.kind { figure.value } else { nil }
        }
        guard values.count == levels.count, values.count > 2 else { return false }
        return values[index] == values.enumerated().filter { $0.offset != index }.map(\.element).reduce(.zero, +)
    }
}

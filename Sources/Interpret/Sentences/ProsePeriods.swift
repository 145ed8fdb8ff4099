import Records
import Vocabulary

/// Which period a number of a sentence belongs to, told outright or from other periods.
extension ProseReader {
    struct Timed {
        var range: Range<Int>
        var period: Period?
        var partOf: Period?
        var doubts: [Doubt] = []
        /// The years of a range of years, each of which may have a figure of its own.
        var years: [Period] = []
    }

    func settlePeriods(_ sentence: Sentence, focus: Focus) -> [Timed] {
        var timed: [Timed] = []
        var anchor = focus.period ?? contextPeriod()
        // `April to June 2019 …, July to September …`
        var yearOfParts: Period? = focus.period.flatMap { $0.isWholeYear ? nil : $0.enclosingFinancialYear }
        let style = YearStyle.read(sentence.lexed) ?? .calendar
        let aside = Context.Outer.bracketPhrase(in: sentence.lexed)?.lowerBound
        for mention in sentence.mentions {
            guard case .period(let reading) = mention.kind else { continue }
            // `The number in square brackets is that for 2016/17`
            if let aside, mention.range.lowerBound - sentence.range.lowerBound > aside { continue }
            // `From our letter of last June`: when it was written.
            let isLetters = (mention.range.lowerBound - 3..<mention.range.lowerBound).contains {
                sentence.unit.lexed.isWord(
                    $0, ["letter", "reply", "response", "answer", "email", "mail", "disclosure"])
            }
            let isMonth =
                if case .part(let months) = reading { months.count == 1 } else { (reading.period?.days ?? 99) <= 31 }
            // `The 179 we disclosed in May 2018`
            let isOfDisclosure = (mention.range.lowerBound - 6..<mention.range.lowerBound).contains {
                sentence.unit.lexed.isWord($0, ["disclosed", "supplied", "released"])
                    && sentence.unit.lexed.isWord($0 - 1, ["we", "was", "were"])
            }
            if isLetters || isOfDisclosure, isMonth { continue }
            switch reading {
            case .period(let year) where year.isWholeYear && Self.isLikePart(mention.range, sentence.unit.lexed):
                let part = Self.part(toldBy: &timed, before: mention.range) ?? focus.period ?? year
                let shift = year.start.year - (part.enclosingFinancialYear ?? part).start.year
                timed.append(Timed(range: mention.range, period: part.shifted(years: shift), partOf: nil))
            case .period(let period), .weak(let period):
                let isOpen = period.isWholeYear && Self.isOpen(mention.range, sentence.unit.lexed)
                timed.append(Timed(range: mention.range, period: isOpen ? nil : period, partOf: nil))
            case .bareYear(let year) where Self.isLikePart(mention.range, sentence.unit.lexed):
                let part = Self.part(toldBy: &timed, before: mention.range) ?? anchor
                timed.append(
                    Timed(
                        range: mention.range,
                        period: part.flatMap { part in part.shifted(years: year - part.start.year) }, partOf: nil))
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
                // `In the first three months of this year, up to 31 March 2019`
                if let period = laterEnd(sentence, after: mention.range).flatMap({ Self.months(months.count, to: $0) })
                {
                    timed.append(Timed(range: mention.range, period: period, partOf: nil))
                    continue
                }
                guard let year = yearOfParts ?? anchor, year.isFinancialYear else { continue }
                timed.append(
                    Timed(
                        range: mention.range, period: PeriodRecogniser.part(months, of: year.start.year), partOf: year))
            // `In the same period of the previous year it was 118`
            case .relative(let shift) where Self.isLikePart(mention.range, sentence.unit.lexed):
                let part = Self.part(toldBy: &timed, before: mention.range) ?? anchor ?? focus.period
                timed.append(
                    Timed(range: mention.range, period: part.flatMap { $0.shifted(years: shift) }, partOf: nil))
            case .relative(let shift):
                // The anchor is the nearest year stated before it, else one stated after, else the year before the letter.
                var base = anchor ?? laterAnchor(sentence, after: mention.range)
                // The year before a part of a year is a whole one, unless the words say period.
                let words = sentence.unit.lexed.raw(lexemes: mention.range).lowercased()
                if let part = base, !part.isWholeYear, !words.contains("period") {
                    base = part.enclosingFinancialYear ?? base
                }
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
                        Timed(
                            range: mention.range, period: Period(from: first.start, to: last.end), partOf: nil,
                            years: years.compactMap { Period(financialYear: $0) }))
                }
            case .until(let date)
            where sentence.unit.lexed.isWord(mention.range.lowerBound - 1, ["then"]) && focus.date != nil:
                // `It came into force on 3 April 2017. From then until 31 March 2018 …`
                let period = focus.date.flatMap { Period(from: $0, to: date) }
                timed.append(Timed(range: mention.range, period: period, partOf: nil))
            case .until where isRemark(mention.range, sentence): continue
            case .until(let date):
                // `So far this financial year (to 30 September 2023)`
                let words = sentence.lexed.words
                let isCurrent =
                    words.contains("far")
                    || zip(words, words.dropFirst()).contains {
                        ["this", "current"].contains($0) && ["year", "financial"].contains($1)
                    }
                let own = isCurrent ? Period(financialYear: date.financialYear) : nil
                guard let year = anchor.flatMap({ date > $0.start && date < $0.end ? $0 : nil }) ?? own,
                    date > year.start, date < year.end
                else { continue }
                timed.append(Timed(range: mention.range, period: Period(from: year.start, to: date)))
            // `Last year we told you that 118 … in 2017/18`: when it was said, not what it is of.
            case .lastYear where Self.tellsWhen(mention.range, sentence): continue
            case .lastYear: timed.append(Timed(range: mention.range, period: lastYear, partOf: nil))
            case .date: continue
            }
            if let period = timed.last?.period {
                if period.isWholeYear { anchor = period }
                yearOfParts = period.isWholeYear ? nil : period.enclosingFinancialYear
            }
        }
        // `As at 30 November 2018 … in 2018/19`: the year up to that day.
        for mention in sentence.mentions {
            guard case .period(.until(let date)) = mention.kind else { continue }
            // `During 2016/17 more than 130 did, the trial having gone on until June 2016`: of something else.
            let leads = !sentence.mentions.contains { other in
                if case .number = other.kind { other.range.upperBound <= mention.range.lowerBound } else { false }
            }
            for index in timed.indices {
                let gap = mention.range.lowerBound - timed[index].range.upperBound
                guard let year = timed[index].period, year.isWholeYear, date > year.start, date < year.end,
                    leads || gap >= 0 && gap <= 3
                else { continue }
                timed[index].period = Period(from: year.start, to: date)
            }
        }
        // `Between 2015/16 and 2016/17`, `from 2015/16 to 2018/19`: one span where a single number stands with it.
        return timed
    }

    /// `2018/19: 12 (to 28 February 2019)`: how far the figure goes, no year of its own.
    private func isRemark(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
        sentence.unit.lexed.isSymbol(range.lowerBound - 1, "(")
            && sentence.mentions.contains { mention in
                if case .number = mention.kind { mention.range.upperBound == range.lowerBound - 1 } else { false }
            }
    }

    func laterAnchor(_ sentence: Sentence, after range: Range<Int>) -> Period? {
        for mention in sentence.mentions where mention.range.lowerBound >= range.upperBound {
            if case .period(let reading) = mention.kind, let period = reading.period { return period }
        }
        return nil
    }

    /// `Since 2016/17`, `by the end of 2017/18`: years of which the end or the beginning is not told.
    private static func isOpen(_ year: Range<Int>, _ text: LexedText) -> Bool {
        // `The lowest since 2015/16, when there were 190`
        if text.isSymbol(year.upperBound, ","), text.isWord(year.upperBound + 1, ["when"]) { return false }
        return text.isWord(year.lowerBound - 1, ["since", "before"])
            || text.isWord(year.lowerBound - 1, ["of"])
                && text.isWord(year.lowerBound - 2, ["end", "start", "beginning"])
                && text.isWord(year.lowerBound - 4, ["by", "until", "to", "before"])
    }

    /// `the same six months of`, `the corresponding period in` before a year.
    private static func isLikePart(_ year: Range<Int>, _ text: LexedText) -> Bool {
        let before = max(0, year.lowerBound - 6)..<year.lowerBound
        return before.contains { text.isWord($0, ["same", "corresponding", "equivalent"]) }
            && before.contains { text.isWord($0, ["months", "period", "half", "quarter", "weeks"]) }
    }

    /// `31 in the first half of 2018/19 and 27 in the same period of 2017/18`, `the same six months of 2019`: the part that was
    /// just told. The words that point to it, right before the year, name no period of their own.
    private static func part(toldBy timed: inout [Timed], before year: Range<Int>) -> Period? {
        if let last = timed.last, last.range.upperBound + 1 == year.lowerBound { timed.removeLast() }
        return timed.last { $0.period?.isWholeYear == false }?.period
    }

    private static func tellsWhen(_ lastYear: Range<Int>, _ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        let year = sentence.mentions.first { mention in
            guard mention.range.lowerBound >= lastYear.upperBound, case .period(let reading) = mention.kind else {
                return false
            }
            return reading.period?.isWholeYear == true
        }
        guard let year else { return false }
        return (lastYear.upperBound..<year.range.lowerBound).contains {
            text.isWord($0, ["told", "said", "wrote", "supplied", "gave", "sent", "informed", "advised"])
        }
    }

    private func laterEnd(_ sentence: Sentence, after range: Range<Int>) -> CivilDate? {
        for mention in sentence.mentions where mention.range.lowerBound >= range.upperBound {
            if case .period(.until(let date)) = mention.kind { return date }
        }
        return nil
    }

    /// So many whole months up to the last day of one.
    private static func months(_ count: Int, to date: CivilDate) -> Period? {
        let first = date.month - count + 1
        let period = Period(
            months: first > 0 ? first : first + 12, of: first > 0 ? date.year : date.year - 1, through: date.month,
            of: date.year)
        return period?.end == date ? period : nil
    }

    func contextPeriod() -> Period? { context.period()?.reading.period }
}

import Records

/// The part of a year that words say figures cover.
extension PeriodRecogniser {
    private static let openers: Set<String> = ["only", "for", "covers", "cover", "covering", "to", "until", "from"]

    /// `April to December only`, `to 31 May`, `from October 2015`; nil where the words name whole years or none.
    package static func coveredPart(_ text: LexedText, in range: Range<Int>) -> PeriodReading? {
        var index = range.lowerBound
        while index < range.upperBound {
            if let found = beginning(text, index) ?? openEnd(text, index) ?? listedMonths(text, at: index) {
                return found
            }
            guard let (value, end) = match(text, at: index) else {
                index += 1
                continue
            }
            switch value {
            case .part, .until: return value
            // `From Athena (introduced May 2018)`: a month in passing is no span that is covered.
            case .period(let period)
            where period.days <= 31 && index > range.lowerBound && !text.isWord(end, ["only"])
                && !(index - 2..<index).contains(where: { text.isWord($0, openers) }):
                index = end
            case .period(let period) where !period.isWholeYear && period.days < 365: return value
            default: index = max(end, index + 1)
            }
        }
        return nil
    }

    /// `April, May and June`: three or more months that follow each other.
    static func listedMonths(_ text: LexedText, at start: Int) -> PeriodReading? {
        var months: [Int] = []
        var index = start
        while let (month, end) = Months.month(text, index) {
            months.append((month + 8) % 12 + 1)
            index = end
            while text.isSymbol(index, ",") || text.isWord(index, ["and"]) { index += 1 }
        }
        guard months.count > 2, let first = months.first, let last = months.last, first < last,
            zip(months, months.dropFirst()).allSatisfy({ $1 == $0 + 1 })
        else { return nil }
        return .part(first...last)
    }

    /// It lists such months.
    package static func listsMonths(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { listedMonths(text, at: $0) != nil }
    }

    /// `nine months`, `3 quarters`: less than a year.
    package static func isLessThanAYear(_ text: LexedText, at index: Int) -> Bool {
        let number = text.integer(index) ?? CardinalWords.match(text, at: index)?.value
        // `126 (half year)`
        return text.isWord(index, ["half", "part"]) && text.isWord(index + 1, ["year"])
            || text.isWord(index + 1, ["months"]) && number ?? 12 < 12
            || text.isWord(index + 1, ["quarters"]) && number ?? 4 < 4
    }

    /// `Niche (from 1 Nov 2017)`, `After 1 November 2017`: the day from which something was counted.
    package static func firstDay(toldBy text: LexedText) -> CivilDate? {
        text.lexemes.indices.lazy.compactMap { index -> CivilDate? in
            guard text.isWord(index, ["from", "since", "after"]),
                let (date, end) = DateRecogniser.match(text, at: index + 1), !isTo(text, end)
            else { return nil }
            return date
        }.first
    }

    /// `Before 1 November 2017`: the last day on which something was counted.
    package static func lastDay(toldBy text: LexedText) -> CivilDate? {
        text.lexemes.indices.lazy.compactMap { index in
            text.isWord(index, ["before"])
                ? DateRecogniser.match(text, at: index + 1)?.value.adding(days: -1) : nil
        }.first
    }

    /// `from October 2015`, `since 1 November 2015`: to the end of that financial year.
    private static func beginning(_ text: LexedText, _ index: Int) -> PeriodReading? {
        guard text.isWord(index, ["from", "since"]) else { return nil }
        let at = text.isWord(index + 1, ["the"]) ? index + 2 : index + 1
        let first: CivilDate
        let end: Int
        if let (date, after) = DateRecogniser.match(text, at: at) {
            (first, end) = (date, after)
        } else if case (.period(let month), let after)? = match(text, at: at), month.days <= 31 {
            (first, end) = (month.start, after)
        } else if let (month, after) = Months.month(text, at), month != 4, after == text.trimmedCount {
            // `from June`
            return .part((month + 8) % 12 + 1...12)
        } else {
            return nil
        }
        guard !isTo(text, end), !text.isWord(end, ["up", "and"]),
            let year = Period(financialYear: first.financialYear), first > year.start
        else { return nil }
        return Period(from: first, to: year.end).map { .period($0) }
    }

    /// `to 31 May`, `up to 30 September`, `to the end of December`: from the year's begin, by the last day of a month.
    static func openEnd(_ text: LexedText, _ index: Int) -> PeriodReading? {
        guard let (_, next) = untils.match(text, at: index) else { return nil }
        let isEnd = text.isWord(next, ["the"]) && text.isWord(next + 1, ["end"]) && text.isWord(next + 2, ["of"])
        let found: (month: Int, end: Int)?
        if let (day, month, end) = DateRecogniser.dayMonth(text, next) {
            found = day == CivilDate.days(in: month, of: 2001) || month == 2 && day == 29 ? (month, end) : nil
        } else {
            found = Months.month(text, isEnd ? next + 3 : next)
        }
        guard let (month, end) = found, month != 3,
            end == text.count || text[end]?.kind == .symbol || text.isWord(end, ["only"])
        else { return nil }
        return .part(1...((month + 8) % 12 + 1))
    }
}

import Records

/// Years told by their last day, or by other years.
extension PeriodRecogniser {
    static let yearEndings = Phrases<Bool>([
        "year ending", "year ended", "fy ending", "fy ended", "fy end", "year to", "year end", "ye", "fye", "y/e",
        "yr to", "yr ending", "yr ended",
        "yr end",
        "12 months to", "12 months ending",
        "12 months ended",
        "twelve months to", "twelve months ending", "twelve months ended", "year up to", "financial year ending",
        "financial year ended", "financial year end", "financial year to",
    ])

    /// `year ending March 2016`, `YE Mar 16`, `FYE 2016`, `12 months to 31 March 2016`.
    static func yearEnding(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard var (_, next) = yearEndings.match(text, at: index),
            // `In the current financial year, to 31 December 2017`
            !(index..<next).contains(where: { text.isSymbol($0, "(") || text.isSymbol($0, ",") })
        else { return nil }
        while text.isWord(next, ["the", "in", "end", "of"]) { next += 1 }
        if text.isSymbol(next, ":") { next += 1 }
        if let (date, end) = DateRecogniser.match(text, at: next) {
            return twelveMonths(to: date.month, of: date.year, end)
        }
        // `The 12 months to March this year`: the last whole financial year.
        if let (month, end) = Months.month(text, next), month == 3, text.isWord(end, ["this"]),
            text.isWord(end + 1, ["year"])
        {
            return (.lastYear, end + 2)
        }
        if let (month, end) = Months.month(text, next) {
            let yearAt = text.isSymbol(end, "-") || text.isSymbol(end, ",") || text.isSymbol(end, "'") ? end + 1 : end
            guard let year = Years.any(text, yearAt) else { return nil }
            return twelveMonths(to: month, of: year, yearAt + 1)
        }
        if text.isWord(index, ["fye", "ye", "fy", "financial"]), let year = Years.full(text, next) {
            return twelveMonths(to: 3, of: year, next + 1)
        }
        return nil
    }

    /// `the two financial years ended 31 March 2019`, `ten years to 2018/19`: all of them together.
    static func yearsEnding(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let (count, next) = CardinalWords.match(text, at: index), (2...10).contains(count) else { return nil }
        var at = next
        while text.isWord(at, ["financial", "full", "complete", "consecutive"]) { at += 1 }
        guard text.isWord(at, ["years"]), text.isWord(at + 1, ["ended", "ending", "to", "up"]) else { return nil }
        at += text.isWord(at + 1, ["up"]) ? 3 : 2
        if let (year, end, _) = financialYear(text, at), let last = Period(financialYear: year),
            let first = last.shifted(years: 1 - count), let period = Period(from: first.start, to: last.end)
        {
            return (.period(period), end)
        }
        guard let (date, end) = DateRecogniser.match(text, at: at),
            let last = Period(
                months: date.month == 12 ? 1 : date.month + 1, of: date.month == 12 ? date.year : date.year - 1,
                through: date.month, of: date.year), last.end == date,
            let first = last.shifted(years: 1 - count), let period = Period(from: first.start, to: last.end)
        else { return nil }
        return (.period(period), end)
    }

    /// `12 months ending`, `Year ended`: what stands below are last days.
    package static func endsYears(_ text: LexedText) -> Bool {
        (0..<min(text.count, 3)).contains { yearEndings.match(text, at: $0)?.end == text.trimmedCount }
    }

    package static func twelveMonths(to month: Int, of year: Int, _ end: Int) -> (PeriodReading, Int)? {
        let first = month == 12 ? 1 : month + 1
        return Period(months: first, of: month == 12 ? year : year - 1, through: month, of: year).map {
            (.period($0), end)
        }
    }

    // MARK: time told from other time

    static let relatives = Phrases<Int>([
        ("following year", 1), ("next year", 1), ("year after", 1), ("year later", 1), ("following 12 months", 1),
        ("following twelve months", 1), ("subsequent year", 1), ("following financial year", 1),
        ("next financial year", 1),
        ("previous year", -1), ("year before", -1), ("year earlier", -1), ("previous 12 months", -1),
        ("previous twelve months", -1),
        ("preceding year", -1), ("prior year", -1), ("previous financial year", -1), ("preceding 12 months", -1),
        ("year previously", -1),
        ("preceding twelve months", -1), ("12 months earlier", -1), ("twelve months earlier", -1),
        ("12 months before", -1), ("twelve months before", -1), ("twelve months previously", -1),
        ("12 months after", 1), ("twelve months after", 1), ("12 months later", 1), ("twelve months later", 1),
        ("year prior", -1), ("12 months previously", -1), ("same period the year before", -1),
        ("preceding financial year", -1),
        ("same year", 0), ("same period", 0), ("that year", 0), ("this year", 0), ("that period", 0),
        ("year in question", 0),
        ("one before it", -1), ("one before that", -1), ("year before it", -1), ("one after it", 1),
        ("two years later", 2), ("two years earlier", -2), ("two years before", -2), ("three years later", 3),
        ("three years earlier", -3),
    ])

    private static let justEnded = Phrases<Bool>([
        "financial year just ended", "year just ended", "financial year that has just ended",
        "year that has just ended",
        "most recent financial year", "most recent complete financial year", "most recent full financial year",
        "financial year which has just ended", "year just gone", "financial year just gone",
    ])

    private static let lastYears = Phrases<Bool>([
        "last 12 months", "last twelve months", "past 12 months", "past twelve months", "past year", "last year",
    ])

    static func relative(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        if text.isWord(index, ["last", "latest"]), text.isWord(index + 1, ["financial", "fiscal", "full", "complete"]),
            text.isWord(index + 2, ["year"]) || text.isWord(index + 3, ["year"])
        {
            return (.lastYear, text.isWord(index + 2, ["year"]) ? index + 3 : index + 4)
        }
        // `the financial year just ended`
        if let (_, end) = justEnded.match(text, at: index) { return (.lastYear, end) }
        // `In the last 12 months`, `Last year`
        if let (_, end) = lastYears.match(text, at: index), !text.isWord(end, ["of", "for"]) {
            return (.lastYear, end)
        }
        // `last year's offences`
        if text.isWord(index, ["last"]), text.isWord(index + 1, ["years"]), text[index + 1]?.range.count == 6 {
            return (.lastYear, index + 2)
        }
        // `…, which makes 73 for the year.`
        if text.isWord(index, ["for", "over"]), text.isWord(index + 1, ["the"]) {
            let year = text.isWord(index + 2, ["whole", "full"]) ? index + 3 : index + 2
            if text.isWord(year, ["year"]), text[year + 1]?.kind ?? .symbol == .symbol || text.isWord(year + 1, ["as"])
            {
                return (.relative(0), year + 1)
            }
        }
        // `Five years earlier`
        if let (count, next) = CardinalWords.match(text, at: index) ?? text.integer(index).map({ ($0, index + 1) }),
            (2...12).contains(count), text.isWord(next, ["years"])
        {
            if text.isWord(next + 1, ["earlier", "before", "ago", "previously"]) {
                return (.relative(-count), next + 2)
            }
            if text.isWord(next + 1, ["later"]) { return (.relative(count), next + 2) }
        }
        return relatives.match(text, at: index).map { (.relative($0.value), $0.end) }
    }
}

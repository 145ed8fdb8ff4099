import Records

/// What brackets behind a year say of the part that is covered: `2017/18 (to 31 Dec)`, `2018/19 (Apr-Feb)`.
extension PeriodRecogniser {
    /// The part of the year, and the index after the closing bracket.
    static func covered(_ text: LexedText, _ index: Int, of year: Period) -> (part: Period, end: Int)? {
        guard text.isSymbol(index, "("), year.isWholeYear else { return nil }
        if let (reading, end) = match(text, at: index + 1), case .part(let months) = reading, text.isSymbol(end, ")"),
            months != 1...12, let part = part(months, within: year)
        {
            return (part, end + 1)
        }
        guard let (_, start) = untils.match(text, at: index + 1), let (last, end) = openEnd(text, start, in: year),
            text.isSymbol(end, ")"), last < year.end, let part = Period(from: year.start, to: last)
        else { return nil }
        return (part, end + 1)
    }

    /// Months counted from April, in a financial or a calendar year.
    private static func part(_ months: ClosedRange<Int>, within year: Period) -> Period? {
        if year.isFinancialYear { return part(months, of: year.start.year) }
        let first = (months.lowerBound + 2) % 12 + 1
        let last = (months.upperBound + 2) % 12 + 1
        return first <= last ? Period(months: first, of: year.start.year, through: last, of: year.start.year) : nil
    }

    /// `31 Dec`, `30/06`, `Dec 18`, `end of December`: a last day whose year the year around it tells.
    package static func openEnd(_ text: LexedText, _ index: Int, in year: Period) -> (CivilDate, Int)? {
        func date(_ month: Int, _ day: Int?) -> CivilDate? {
            let own = month >= year.start.month ? year.start.year : year.end.year
            return CivilDate(own, month, day ?? CivilDate.days(in: month, of: own))
        }
        if let (day, month, end) = DateRecogniser.dayMonth(text, index) { return date(month, day).map { ($0, end) } }
        if let day = text.integer(index), text.isSymbol(index + 1, "/"), let month = text.integer(index + 2),
            (1...31).contains(day), (1...12).contains(month)
        {
            return date(month, day).map { ($0, index + 3) }
        }
        var at = index
        while text.isWord(at, ["the", "end", "of", "and", "including"]) { at += 1 }
        guard let (month, end) = Months.month(text, at), let last = date(month, nil) else { return nil }
        let hasYear = text.integer(end).map { $0 % 100 == last.year % 100 } ?? false
        return (last, hasYear ? end + 1 : end)
    }
}

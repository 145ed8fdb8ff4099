import Records

/// What a spelling of time says; only some of it is a period by itself.
package enum PeriodReading: Hashable, Sendable {
    /// A period with its whole extent.
    case period(Period)
    /// `2015` alone: a calendar year, unless its neighbours say financial.
    case bareYear(Int)
    /// `15-16`, `2015-2019`: a financial year or a span only where the rest of the line is.
    case weak(Period)
    /// `FY 2015`: which end is meant is not said; read as the year that starts then.
    case financialYearNumber(Int)
    /// `Apr-Jun`, `Q1`, `first half`: a part of a year that stands elsewhere, by financial-year months 1 to 12.
    case part(ClosedRange<Int>)
    /// `the following year`, `previous 12 months`: by how many years from the nearest stated period.
    case relative(Int)
    /// `the last financial year`: the last whole one before the document's date.
    case lastYear
    /// `2015/16 to 2018/19`: every year from one to the other.
    case years(ClosedRange<Int>)
    /// A date beyond which nothing is covered: `to 30 September 2018`, `up to 2 October 2019`.
    case until(CivilDate)
    /// A single day; not a period of figures.
    case date(CivilDate)

    package var period: Period? {
        switch self {
        case .period(let period), .weak(let period): period
        case .bareYear(let year): Period(calendarYear: year)
        case .financialYearNumber(let year): Period(financialYear: year)
        default: nil
        }
    }
}

/// Reads years, quarters, months and spans in the spellings that forces use.
package enum PeriodRecogniser {
    package static func match(_ text: LexedText, at index: Int) -> (value: PeriodReading, end: Int)? {
        guard let lexeme = text[index] else { return nil }
        if lexeme.isNumber {
            if let span = dateSpan(text, index) { return span }
            if let year = yearPair(text, index) { return quarter(of: year, text) ?? year }
            return monthYears(text, index) ?? single(text, index)
        }
        guard lexeme.isWord else {
            if lexeme.text == "'" || lexeme.text == "\"" { return nil }
            return nil
        }
        if let found = yearsEnding(text, index) ?? yearEnding(text, index) ?? prefixed(text, index)
            ?? dateSpan(text, index)
        {
            return found
        }
        if let found = monthSpan(text, index) ?? quarter(text, index) ?? relative(text, index) { return found }
        if let found = until(text, index) { return found }
        // `June 9, 2017`
        if let (date, end) = DateRecogniser.match(text, at: index) { return (.date(date), end) }
        return singleMonth(text, index)
    }

    /// The whole of a text as one reading; trailing punctuation and footnote marks are passed over.
    package static func whole(_ text: LexedText) -> PeriodReading? {
        // `2015.0`: a year that a spreadsheet took for a measurement.
        if text.count == 1, let lexeme = text[0], lexeme.isNumber, lexeme.text.hasSuffix(".0"),
            let year = Int(lexeme.text.dropLast(2)), Years.isYear(year)
        {
            return .bareYear(year)
        }
        if let months = runningTotal(text) { return .part(months) }
        // `201920`, a year of a data warehouse; `201704` is a month.
        if text.count == 1, let number = text.integer(0), text[0]?.text.utf8.count == 6, number % 100 > 12,
            Years.isYear(number / 100), (number / 100 + 1) % 100 == number % 100,
            let year = Period(financialYear: number / 100)
        {
            return .weak(year)
        }
        var start = 0
        while text[start]?.kind == .symbol || text.isWord(start, ["in", "for", "the", "during", "year", "financial"]),
            match(text, at: start) == nil
        { start += 1 }
        guard let (value, end) = match(text, at: start) else { return withoutMark(text) }
        for index in end..<max(end, text.count) {
            guard let rest = text[index] else { break }
            if let year = value.period, let (part, after) = covered(text, index, of: year), after >= text.trimmedCount {
                return .period(part)
            }
            // The same in another language on the next line.
            if rest.lineBefore, let (again, after) = match(text, at: index), again == value, after >= text.trimmedCount
            {
                return value
            }
            // `Q1 (Apr-Jun)` says the same twice.
            if text.isSymbol(index, "("), let (again, after) = match(text, at: index + 1), text.isSymbol(after, ")"),
                after + 1 >= text.trimmedCount, again == value || again.period == nil || value.period == nil
            {
                return value
            }
            // `2019 (1 January to 31 August)`
            if text.isSymbol(index, "("), let whole = value.period, whole.isWholeYear,
                let (from, afterFrom) = openDay(text, index + 1, in: whole), isTo(text, afterFrom),
                let (to, after) = openDay(text, afterFrom + 1, in: whole), text.isSymbol(after, ")"),
                let part = Period(from: from, to: to)
            {
                return .period(part)
            }
            // `2019/20 (1 Apr to 31 Dec 2019)` covers what the brackets say.
            if text.isSymbol(index, "("), let (part, after) = match(text, at: index + 1), text.isSymbol(after, ")"),
                after + 1 >= text.trimmedCount, let whole = value.period, let within = part.period,
                whole.contains(within)
            {
                return part
            }
            if rest.raised || rest.kind == .symbol && rest.text != "%"
                || text.isWord(index, ["inclusive", "financial", "year", "fy", "ytd"])
            {
                continue
            }
            return nil
        }
        return value
    }

    /// `to 30 September`, `up to 31 March (full year)`: a year's running total, by the last day of a month.
    private static func runningTotal(_ text: LexedText) -> ClosedRange<Int>? {
        guard let (_, next) = untils.match(text, at: 0), let (day, month, end) = DateRecogniser.dayMonth(text, next),
            day == CivilDate.days(in: month, of: 2001) || month == 2 && day == 29,
            end == text.count || text.isSymbol(end, "(") && text[end + 1]?.isWord == true
        else { return nil }
        return 1...((month + 8) % 12 + 1)
    }

    /// `2016/171`, `30 September 20123`: a note's number grown together with the year.
    private static func withoutMark(_ text: LexedText) -> PeriodReading? {
        guard let last = text.lexemes.last, last.isNumber, [3, 5].contains(last.text.utf8.count) else { return nil }
        let plain = LexedText(text.raw(0..<last.range.upperBound - 1))
        return match(plain, at: 0).flatMap { reading, end in
            reading.period != nil && end == plain.count ? reading : nil
        }
    }

    /// A day whose year is told by the year around it.
    private static func openDay(_ text: LexedText, _ index: Int, in year: Period) -> (CivilDate, Int)? {
        guard let (day, month, end) = DateRecogniser.dayMonth(text, index),
            let date = CivilDate(month >= year.start.month ? year.start.year : year.end.year, month, day)
        else { return nil }
        return (date, end)
    }

    static let dashes: Set<String> = ["-", "/"]

    static func isTo(_ text: LexedText, _ index: Int) -> Bool {
        text.isSymbol(index, "-") || text.isSymbol(index, "/")
            || text.isWord(index, ["to", "until", "till", "through", "i"])
    }

    // MARK: two years

    /// `2015/16`, `2015-2016`, `15/16`, `2015 to 2016`, and `2015/16 to 2018/19`.
    static func yearPair(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let (first, end, strong) = financialYear(text, index) else { return span(text, index) }
        if isTo(text, end) || text.isWord(end, ["and"]), let (last, lastEnd, _) = financialYear(text, end + 1),
            last > first,
            last - first < 30, !text.isWord(end, ["and"])
        {
            return (.years(first...last), lastEnd)
        }
        guard let period = Period(financialYear: first) else { return nil }
        return (strong ? .period(period) : .weak(period), end)
    }

    /// The start of a pair of years that follow each other, and whether the spelling leaves no doubt.
    static func financialYear(_ text: LexedText, _ index: Int) -> (start: Int, end: Int, strong: Bool)? {
        if let first = Years.full(text, index) {
            let separator = index + 1
            guard text.isSymbol(separator, "/") || text.isSymbol(separator, "-") || text.isWord(separator, ["to"])
            else {
                return nil
            }
            var next = separator + 1
            if text.isSymbol(next, "'") { next += 1 }
            // `2015/6`: one digit for the year that follows.
            let digit = text.isSymbol(separator, "/") && text[next]?.spaceBefore == false ? text.integer(next) : nil
            guard let last = Years.any(text, next) ?? digit.flatMap({ $0 == (first + 1) % 10 ? first + 1 : nil }),
                last == first + 1
            else { return nil }
            // `2015-16-04` is a date, `2015/16/2` a reference.
            if text.isSymbol(next + 1, "/") || text.isSymbol(next + 1, "-"), text[next + 2]?.isNumber == true,
                text[next + 1]?.spaceBefore == false, text[next + 2]?.spaceBefore == false
            {
                return nil
            }
            if text[separator]?.kind == .symbol, text[next]?.spaceBefore == true, text[separator]?.spaceBefore == false
            {
                return nil
            }
            return (first, next + 1, true)
        }
        // `Age of victim (0-5, 6-10, 11-15 and 16-17)`
        if text.isSymbol(index + 1, "-"),
            (max(0, index - 16)..<index).contains(where: { text.isWord($0, ["age", "ages", "aged"]) })
        {
            return nil
        }
        guard let first = Years.short(text, index), text.isSymbol(index + 1, "/") || text.isSymbol(index + 1, "-"),
            let last = Years.short(text, index + 2), last == first + 1, text[index + 1]?.spaceBefore == false,
            text[index + 2]?.spaceBefore == false,
            !(text.isSymbol(index + 3, "/") || text.isSymbol(index + 3, "-")) || text[index + 3]?.spaceBefore == true
        else { return nil }
        return (first, index + 3, false)
    }

    /// `2015-2019`: several years, of which kind its neighbours say.
    static func span(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let first = Years.full(text, index), isTo(text, index + 1), let last = Years.full(text, index + 2),
            last > first + 1,
            last - first < 30, let from = CivilDate(first, 1, 1), let to = CivilDate(last, 12, 31),
            let period = Period(from: from, to: to)
        else { return nil }
        return (.weak(period), index + 3)
    }

    // MARK: a year with a word before it

    /// `FY15/16`, `FY 2015`, `FYE 2016`, `financial year 2015/16`, `calendar year 2015`, `2015` after `in`.
    static func prefixed(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        if text.isWord(index, ["calendar"]) {
            let next = text.isWord(index + 1, ["year", "years"]) ? index + 2 : index + 1
            guard let year = Years.full(text, next), let period = Period(calendarYear: year) else { return nil }
            return (.period(period), next + 1)
        }
        var next: Int
        if text.isWord(index, ["fy"]) {
            next = index + 1
        } else if text.isWord(index, ["financial", "fiscal", "policing", "government", "fin"]),
            text.isWord(index + 1, ["year", "years", "yr", "yrs"])
                || text.isSymbol(index + 1, "-") && text.isWord(index + 2, ["year"])
        {
            next = text.isSymbol(index + 1, "-") ? index + 3 : index + 2
            if text.isWord(next, ["recorded", "reported"]) { next += 1 }
            if text.isWord(next, ["of"]) { next += 1 }
        } else {
            return nil
        }
        if text.isSymbol(next, ":") || text.isSymbol(next, "-") || text.isSymbol(next, "/") { next += 1 }
        if let first = joinedYears(text, next), let period = Period(financialYear: first) {
            return (.period(period), next + 1)
        }
        if let (first, end, _) = financialYear(text, next) {
            if isTo(text, end) {
                let from = text.isWord(end + 1, ["fy"]) ? end + 2 : end + 1
                if let (last, lastEnd, _) = financialYear(text, from), last > first, last - first < 30 {
                    return (.years(first...last), lastEnd)
                }
            }
            return Period(financialYear: first).map { (.period($0), end) }
        }
        if let reading = match(text, at: next), text[next]?.isNumber == true, case .period = reading.value {
            return reading
        }
        if let year = Years.full(text, next) ?? (text.isWord(index, ["fy"]) ? Years.short(text, next) : nil) {
            return (.financialYearNumber(year), next + 1)
        }
        return nil
    }

    /// The start of `1516` after `FY`: two years without a sign between them.
    private static func joinedYears(_ text: LexedText, _ index: Int) -> Int? {
        guard let lexeme = text[index], lexeme.text.utf8.count == 4, let number = lexeme.plainInteger,
            (number / 100 + 1) % 100 == number % 100, !Years.isYear(number)
        else { return nil }
        return number / 100 >= 90 ? 1900 + number / 100 : 2000 + number / 100
    }

    /// The month of `201704`, as data warehouses write it; a figure unless its neighbours count on.
    package static func compactMonth(_ text: LexedText) -> Period? {
        guard text.count == 1, let number = text.integer(0), text[0]?.text.utf8.count == 6, Years.isYear(number / 100)
        else { return nil }
        return Period(months: number % 100, of: number / 100, through: number % 100, of: number / 100)
    }

    static let untils = Phrases<Bool>(["up to", "to", "until", "up until", "as at", "to date"])

    /// `up to 30 September 2018`, `until the end of December 2017`: the end of what is covered.
    static func until(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let (_, next) = untils.match(text, at: index) else { return nil }
        let dateAt = text.isWord(next, ["and"]) && text.isWord(next + 1, ["including"]) ? next + 2 : next
        if let (date, end) = DateRecogniser.match(text, at: dateAt) { return (.until(date), end) }
        let monthAt = text.isWord(dateAt, ["the"]) && text.isWord(dateAt + 1, ["end"]) ? dateAt + 3 : dateAt
        guard let (month, next) = Months.month(text, monthAt), let year = Years.full(text, next),
            let last = CivilDate(year, month, CivilDate.days(in: month, of: year))
        else { return nil }
        return (.until(last), next + 1)
    }
}

import Records

/// Years and runs of years.
extension PeriodRecogniser {
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
}

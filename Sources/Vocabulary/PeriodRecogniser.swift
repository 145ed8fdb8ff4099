import Records

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
        // `01/04/2018 00:00`: a date as spreadsheets print it.
        if case .date = value, let (noise, after) = NoiseRecogniser.match(text, at: end), noise == .time,
            after >= text.trimmedCount
        {
            return value
        }
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
            // `2022/23 (Apr-Sep only)`
            if text.isSymbol(index, "("), let (part, end) = match(text, at: index + 1), let whole = value.period,
                case let close = text.isWord(end, ["only"]) ? end + 1 : end, text.isSymbol(close, ")"),
                close + 1 >= text.trimmedCount, case .part = part, let within = part.period(within: whole),
                within != whole, whole.contains(within)
            {
                return .period(within)
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

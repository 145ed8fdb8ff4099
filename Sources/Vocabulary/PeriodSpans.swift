import Records

/// Spans of days and months, quarters and halves.
extension PeriodRecogniser {
    /// `1 April 2015 to 31 March 2016`, `1 April to 31 December 2015`, `01/04/2015 - 31/03/2016`.
    static func dateSpan(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        var start = index
        let between = text.isWord(start, ["between"])
        if between || text.isWord(start, ["from"]) { start += 1 }
        start = inclusive(text, start)
        if text.isWord(start, ["the"]) { start += 1 }
        let from: CivilDate?
        let open: (day: Int, month: Int)?
        var end: Int
        if let (date, after) = DateRecogniser.match(text, at: start) {
            (from, open, end) = (date, nil, after)
        } else if let (day, month, after) = DateRecogniser.dayMonth(text, start) {
            (from, open, end) = (nil, (day, month), after)
        } else {
            return nil
        }
        end = inclusive(text, end)
        let joins =
            isTo(text, end) || between && text.isWord(end, ["and"])
            || text.isWord(end, ["up"]) && text.isWord(end + 1, ["to"])
        guard joins else {
            return nil
        }
        end += text.isWord(end, ["up"]) ? 2 : 1
        if text.isWord(end, ["and"]), text.isWord(end + 1, ["including"]) { end += 2 }
        end = inclusive(text, end)
        if text.isWord(end, ["the"]) { end += 1 }
        guard let (to, after) = DateRecogniser.match(text, at: end) else { return nil }
        let first: CivilDate?
        if let open {
            first = CivilDate(to.year, open.month, open.day).flatMap {
                $0 <= to ? $0 : CivilDate(to.year - 1, open.month, open.day)
            }
        } else {
            first = from
        }
        guard let first, let period = Period(from: first, to: to), period.days > 20 else { return nil }
        return (.period(period), after)
    }

    /// The index behind `(and including)`, `(inclusive)`, which a span of days is anyway.
    private static func inclusive(_ text: LexedText, _ index: Int) -> Int {
        guard text.isSymbol(index, "(") else { return index }
        let end = text.isWord(index + 1, ["and"]) ? index + 2 : index + 1
        return text.isWord(end, ["including", "inclusive"]) && text.isSymbol(end + 1, ")") ? end + 2 : index
    }

    /// `April 2015 to March 2016`, `Apr 15 - Mar 16`, `April to June 2018`, `Apr-Jun`.
    static func monthSpan(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        if let listed = monthList(text, index) { return listed }
        var start = index
        let between = text.isWord(start, ["between"])
        if between || text.isWord(start, ["from"]) { start += 1 }
        guard let (first, afterFirst) = Months.month(text, start) else { return nil }
        var next = afterFirst
        var firstYear: Int?
        if !text.isSymbol(next, "-") || Years.full(text, next + 1) != nil || Years.short(text, next + 1) != nil {
            if let (year, yearAt) = Years.behindMonth(text, next) { (firstYear, next) = (year, yearAt + 1) }
        }
        guard isTo(text, next) || between && text.isWord(next, ["and"]),
            let (last, afterLast) = Months.month(text, next + 1)
        else { return nil }
        if let (lastYear, yearAt) = Years.behindMonth(text, afterLast),
            text[yearAt]?.lineBefore != true || Years.full(text, yearAt) != nil,
            !text.isSymbol(yearAt + 1, "/")
        {
            let year = firstYear ?? (first <= last ? lastYear : lastYear - 1)
            guard let period = Period(months: first, of: year, through: last, of: lastYear) else { return nil }
            return (.period(period), yearAt + 1)
        }
        guard firstYear == nil else { return nil }
        return (.part(fiscalMonths(first, last)), afterLast)
    }

    /// `January, February and March of 2019`: months that follow each other.
    private static func monthList(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let (first, after) = Months.month(text, index) else { return nil }
        var (last, end) = (first, after)
        while text.isSymbol(end, ",") || text.isWord(end, ["and"]) {
            let next = text.isSymbol(end, ",") && text.isWord(end + 1, ["and"]) ? end + 2 : end + 1
            guard let (month, after) = Months.month(text, next), month == last % 12 + 1 else { break }
            (last, end) = (month, after)
        }
        let yearAt = text.isWord(end, ["of"]) || text.isSymbol(end, ",") ? end + 1 : end
        guard last != first, let year = Years.full(text, yearAt),
            let period = Period(months: first, of: first <= last ? year : year - 1, through: last, of: year)
        else { return nil }
        return (.period(period), yearAt + 1)
    }

    static func fiscalMonths(_ first: Int, _ last: Int) -> ClosedRange<Int> {
        let from = (first + 8) % 12 + 1
        let to = (last + 8) % 12 + 1
        return from...(from <= to ? to : to + 12)
    }

    static let halves = Phrases<ClosedRange<Int>>([
        ("first half", 1...6), ("second half", 7...12), ("half 1", 1...6), ("half 2", 7...12), ("h1", 1...6),
        ("h2", 7...12),
        ("first six months", 1...6), ("last six months", 7...12), ("first quarter", 1...3), ("second quarter", 4...6),
        ("third quarter", 7...9), ("fourth quarter", 10...12), ("final quarter", 10...12), ("first nine months", 1...9),
        ("first three quarters", 1...9), ("last three quarters", 4...12), ("first two quarters", 1...6),
        ("last two quarters", 7...12), ("first three months", 1...3), ("1st quarter", 1...3), ("2nd quarter", 4...6),
        ("3rd quarter", 7...9),
        ("4th quarter", 10...12),
        ("first 6 months", 1...6), ("first 9 months", 1...9), ("first 3 months", 1...3),
    ])

    /// `Q1`, `Qtr 2`, `Quarter 3`, `H1`, `first half`, with or without a year behind it.
    static func quarter(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        // `Response to Q1`, `see Q1` point at a question.
        if text.isWord(index - 1, ["to", "see", "question", "answer", "at", "per"]) { return nil }
        // `As are all three in Q1`
        if text.isWord(index - 1, ["in"]),
            text.isWord(index - 2, ["two", "three", "four", "figures", "numbers", "those"])
        {
            return nil
        }
        // `Q2. How many in 2017/18?`
        if index == 0, text.count > 4, text.isSymbol(2, ".") || text.isSymbol(2, ")") || text.isSymbol(2, ":") {
            return nil
        }
        var months: ClosedRange<Int>?
        var end = index
        if text.isWord(index, ["q", "qtr", "quarter"]), let number = text.integer(index + 1), (1...4).contains(number) {
            months = (number * 3 - 2)...(number * 3)
            end = index + 2
            // `Q1 by age` answers the first question.
            if text.isWord(end, ["by"]) { return nil }
            // `Q1-Q3`, `Q1 to Q3`, `Q1+Q2`
            if let (last, after) = lastQuarter(text, end, from: number) {
                months = (number * 3 - 2)...(last * 3)
                end = after
            }
        } else if text.isWord(index, ["h"]), let number = text.integer(index + 1), (1...2).contains(number),
            text[index + 1]?.spaceBefore == false
        {
            months = (number * 6 - 5)...(number * 6)
            end = index + 2
        } else if let (half, after) = halves.match(text, at: index) {
            months = half
            end = after
        }
        guard let months else { return nil }
        // `Q1 Apr-Jun`
        if let (again, after) = monthSpan(text, end), again == .part(months) { end = after }
        var next = end
        while text.isWord(next, ["of", "the", "financial", "year", "fy", "in"]) || text.isSymbol(next, ",")
            || text.isSymbol(next, "-")
        { next += 1 }
        if let (year, after, _) = financialYear(text, next), let period = Self.part(months, of: year) {
            return (.period(period), after)
        }
        return (.part(months), end)
    }

    /// The last of quarters that go on from one: `-Q3`, `to Q3`, `+Q2`, `+ Q2 + Q3`.
    private static func lastQuarter(_ text: LexedText, _ index: Int, from first: Int) -> (Int, Int)? {
        var (last, end) = (first, index)
        while text.isSymbol(end, "-") || text.isSymbol(end, "+") || text.isSymbol(end, "&")
            || text.isWord(end, ["to", "and"]), text.isWord(end + 1, ["q", "qtr", "quarter"]),
            let next = text.integer(end + 2), (1...4).contains(next),
            next == last + 1 || next > last && (text.isSymbol(end, "-") || text.isWord(end, ["to"]))
        { (last, end) = (next, end + 3) }
        return end == index ? nil : (last, end)
    }

    /// `2018/19 Q1`, `2018/19 Q1-Q2`: the part of the year just read; nil where no quarter follows it.
    static func quarter(of year: (PeriodReading, Int), _ text: LexedText) -> (PeriodReading, Int)? {
        guard text.isWord(year.1, ["q", "qtr", "quarter", "h"]), case .period(let whole) = year.0,
            whole.isFinancialYear,
            let (reading, end) = quarter(text, year.1), case .part(let months) = reading,
            let period = part(months, of: whole.start.year)
        else { return nil }
        return (.period(period), end)
    }

    /// Months 1 (April) to 12 (March) of a financial year.
    package static func part(_ months: ClosedRange<Int>, of year: Int) -> Period? {
        let first = (months.lowerBound + 2) % 12 + 1
        let last = (months.upperBound + 2) % 12 + 1
        return Period(
            months: first, of: months.lowerBound <= 9 ? year : year + 1, through: last,
            of: months.upperBound <= 9 ? year : year + 1)
    }

    private static let papers: Set<String> = [
        "extract", "reply", "response", "answer", "letter", "email", "mail", "disclosure", "download",
    ]

    static func singleMonth(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        guard let (month, end) = Months.month(text, index) else { return nil }
        if let (year, yearAt) = Years.behindMonth(text, text.isWord(end, ["of"]) ? end + 1 : end),
            text[yearAt]?.lineBefore != true,
            let period = Period(months: month, of: year, through: month, of: year)
        {
            // `Apr 2018 to date`: of the year that begins then.
            if month == 4, text.isWord(yearAt + 1, ["to"]), text.isWord(yearAt + 2, ["date"]),
                let year = Period(financialYear: year)
            {
                return (.period(year), yearAt + 1)
            }
            return (.period(period), yearAt + 1)
        }
        // `The May extract has 31; the June extract has 45`, `our reply of May`: when it was drawn or written.
        if text.isWord(end, papers) || text.isWord(index - 1, ["of", "in"]) && text.isWord(index - 2, papers) {
            return nil
        }
        let word = text.word(index) ?? ""
        // `may` and `mar` alone are seldom months; a lone name counts where it fills its cell.
        guard text.count == end || word != "may" && word.count > 3 else { return nil }
        return (.part(fiscalMonths(month, month)), end)
    }

    /// `Apr-15`, `2015-04` begin with a number only in the second form: a month.
    static func monthYears(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        if let (date, end) = DateRecogniser.match(text, at: index) { return (.date(date), end) }
        guard let year = Years.full(text, index), text.isSymbol(index + 1, "-"), text[index + 1]?.spaceBefore == false,
            let month = text.integer(index + 2), text[index + 2]?.range.count == 2, (1...12).contains(month),
            !text.isSymbol(index + 3, "-"), let period = Period(months: month, of: year, through: month, of: year)
        else { return nil }
        return (.period(period), index + 3)
    }

    static func single(_ text: LexedText, _ index: Int) -> (PeriodReading, Int)? {
        if text.isWord(index + 1, ["months"]) || text.integer(index) == 12 {
            if let found = yearEnding(text, index) { return found }
        }
        // `2015/61` is no year at all.
        if text.isSymbol(index + 1, "/"), text[index + 2]?.isNumber == true, text[index + 2]?.spaceBefore == false {
            return nil
        }
        guard let year = Years.full(text, index) else { return nil }
        // `2015 Q1`, `2015/16` were tried before.
        return (.bareYear(year), index + 1)
    }
}

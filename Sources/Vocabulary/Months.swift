import Records

/// Names of months, English and Welsh, in full and cut short.
package enum Months {
    private static let names: [String: Int] = {
        let full: [[String]] = [
            ["january", "jan", "ionawr"], ["february", "feb", "chwefror"], ["march", "mar", "mawrth", "fawrth"],
            ["april", "apr", "ebrill"], ["may", "mai", "fai"], ["june", "jun", "mehefin", "fehefin"],
            ["july", "jul", "gorffennaf"],
            ["august", "aug", "awst"], ["september", "sep", "sept", "medi", "fedi"], ["october", "oct", "hydref"],
            ["november", "nov", "tachwedd"], ["december", "dec", "rhagfyr", "ragfyr"],
        ]
        var names: [String: Int] = [:]
        for (month, spellings) in full.enumerated() { for spelling in spellings { names[spelling] = month + 1 } }
        return names
    }()

    package static func month(_ text: LexedText, _ index: Int) -> (month: Int, end: Int)? {
        guard let word = text.word(index), let month = names[word] else { return nil }
        return (
            month, text.isSymbol(index + 1, ".") && text[index + 2] != nil && word.count <= 4 ? index + 2 : index + 1
        )
    }
}

/// Years as people write them.
enum Years {
    /// Four digits between 1990 and 2059.
    static func full(_ text: LexedText, _ index: Int) -> Int? {
        guard let lexeme = text[index], lexeme.text.utf8.count == 4, let year = lexeme.plainInteger, isYear(year) else {
            return nil
        }
        return year
    }

    /// Two digits, read as 1990 to 2059.
    static func short(_ text: LexedText, _ index: Int) -> Int? {
        guard let lexeme = text[index], lexeme.text.utf8.count == 2, let year = lexeme.plainInteger else { return nil }
        return year >= 90 ? 1900 + year : year < 60 ? 2000 + year : nil
    }

    static func any(_ text: LexedText, _ index: Int) -> Int? { full(text, index) ?? short(text, index) }

    /// The year behind a month, and where it stands: `April 2018`, `Apr-18`, `Apr '18`, `April, 2018`; not `September, 12`.
    static func behindMonth(_ text: LexedText, _ index: Int) -> (year: Int, at: Int)? {
        let at = ["-", ",", "'"].contains(text[index]?.text) ? index + 1 : index
        return (text.isSymbol(index, ",") ? full(text, at) : any(text, at)).map { ($0, at) }
    }

    package static func isYear(_ number: Int) -> Bool { (1990...2059).contains(number) }
}

/// Reads one day: `5 October 2016`, `5th Oct 2016`, `October 5, 2016`, `05/10/2016`, `05.10.16`, `2016-10-05`.
package enum DateRecogniser {
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    ]

    package static func match(_ text: LexedText, at index: Int) -> (value: CivilDate, end: Int)? {
        // `Thursday, 3 February 2022`
        let isNamed = text.isWord(index, weekdays)
        let index = isNamed ? index + (text.isSymbol(index + 1, ",") ? 2 : 1) : index
        return dayMonthYear(text, index) ?? monthDayYear(text, index) ?? numeric(text, index) ?? iso(text, index)
            ?? dotted(text, index)
    }

    /// A day and month whose year stands elsewhere: `1 April`, `1st of April`, `31.03.`.
    static func dayMonth(_ text: LexedText, _ index: Int) -> (day: Int, month: Int, end: Int)? {
        guard let day = text.integer(index), (1...31).contains(day) else { return nil }
        var next = index + 1
        if text.isWord(next, ["st", "nd", "rd", "th"]), text[next]?.spaceBefore == false || text[next]?.raised == true {
            next += 1
        }
        if text.isWord(next, ["of"]) { next += 1 }
        if text.isSymbol(next, "-") { next += 1 }
        guard let (month, end) = Months.month(text, next) else { return nil }
        return (day, month, end)
    }

    private static func dayMonthYear(_ text: LexedText, _ index: Int) -> (CivilDate, Int)? {
        guard let (day, month, end) = dayMonth(text, index) else { return nil }
        let next = text.isSymbol(end, ",") || text.isSymbol(end, "-") ? end + 1 : end
        if text[next]?.lineBefore == true, Years.full(text, next) == nil { return nil }
        guard let year = Years.any(text, next), let date = CivilDate(year, month, day) else { return nil }
        return (date, next + 1)
    }

    private static func monthDayYear(_ text: LexedText, _ index: Int) -> (CivilDate, Int)? {
        guard let (month, end) = Months.month(text, index), let day = text.integer(end), (1...31).contains(day) else {
            return nil
        }
        var next = end + 1
        if text.isWord(next, ["st", "nd", "rd", "th"]) { next += 1 }
        if text.isSymbol(next, ",") { next += 1 }
        guard let year = Years.full(text, next), let date = CivilDate(year, month, day) else { return nil }
        return (date, next + 1)
    }

    private static func numeric(_ text: LexedText, _ index: Int) -> (CivilDate, Int)? {
        guard let day = text.integer(index), text.isSymbol(index + 1, "/") || text.isSymbol(index + 1, "-"),
            text[index + 1]?.text == text[index + 3]?.text, let month = text.integer(index + 2),
            text[index + 2]?.range.count ?? 3 <= 2, text[index + 1]?.spaceBefore == false,
            text[index + 2]?.spaceBefore == false,
            text[index + 4]?.spaceBefore == false, let year = Years.any(text, index + 4),
            let date = CivilDate(year, month, day)
        else { return nil }
        return (date, index + 5)
    }

    private static func iso(_ text: LexedText, _ index: Int) -> (CivilDate, Int)? {
        guard let year = Years.full(text, index), text.isSymbol(index + 1, "-"), let month = text.integer(index + 2),
            text.isSymbol(index + 3, "-"), let day = text.integer(index + 4), text[index + 2]?.range.count == 2,
            let date = CivilDate(year, month, day)
        else { return nil }
        return (date, index + 5)
    }

    /// `02.10.19` is one token.
    private static func dotted(_ text: LexedText, _ index: Int) -> (CivilDate, Int)? {
        guard let lexeme = text[index], lexeme.isNumber else { return nil }
        let parts = lexeme.text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let day = Int(parts[0]),
            let month = Int(parts[1]),
            let number = Int(parts[2]), parts[2].count == 2 || parts[2].count == 4
        else { return nil }
        let year = parts[2].count == 4 ? number : number >= 90 ? 1900 + number : 2000 + number
        guard let date = CivilDate(year, month, day) else { return nil }
        return (date, index + 1)
    }
}

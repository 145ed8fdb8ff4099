/// A span of whole days, both included, with the label that the published tables use.
///
/// A financial year is `2018/19` (1 April to 31 March), a calendar year `2018`, anything else an ISO 8601
/// interval such as `2015-04-01/2015-12-31`.
package struct Period: Hashable, Comparable, Codable, Sendable {
    package let start: CivilDate
    package let end: CivilDate

    /// Nil when the end lies before the start.
    package init?(from start: CivilDate, to end: CivilDate) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    /// Twelve months from 1 April of that year; nil outside the years 1900 to 2199.
    package init?(financialYear year: Int) {
        guard (1900...2199).contains(year), let start = CivilDate(year, 4, 1), let end = CivilDate(year + 1, 3, 31)
        else { return nil }
        self.start = start
        self.end = end
    }

    /// January to December of that year; nil outside the years 1900 to 2199.
    package init?(calendarYear year: Int) {
        guard (1900...2199).contains(year), let start = CivilDate(year, 1, 1), let end = CivilDate(year, 12, 31)
        else { return nil }
        self.start = start
        self.end = end
    }

    /// Whole months, from the first of one to the last of the other.
    package init?(months first: Int, of year: Int, through last: Int, of lastYear: Int) {
        guard let start = CivilDate(year, first, 1),
            let end = CivilDate(lastYear, last, CivilDate.days(in: last, of: lastYear))
        else { return nil }
        self.init(from: start, to: end)
    }

    /// Reads a label as `label` writes it.
    package init?(label: some StringProtocol) {
        let parts = label.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 1, label.count == 4, let year = Int(label) {
            self.init(calendarYear: year)
        } else if parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let next = Int(parts[1]), (year + 1) % 100 == next
        {
            self.init(financialYear: year)
        } else if parts.count == 2, let from = CivilDate(iso: parts[0]), let to = CivilDate(iso: parts[1]) {
            self.init(from: from, to: to)
        } else {
            return nil
        }
    }

    package var label: String {
        if isFinancialYear { return "\(start.year)/\(padded(end.year % 100, 2))" }
        if isCalendarYear { return String(start.year) }
        return "\(start.iso)/\(end.iso)"
    }

    package var isFinancialYear: Bool {
        start.month == 4 && start.day == 1 && end.month == 3 && end.day == 31 && end.year == start.year + 1
    }

    package var isCalendarYear: Bool {
        start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31 && end.year == start.year
    }

    package var isWholeYear: Bool { isFinancialYear || isCalendarYear }

    package var days: Int { end.daysSince1970 - start.daysSince1970 + 1 }

    /// The financial years that this period touches, first to last.
    package var financialYears: ClosedRange<Int> { start.financialYear...end.financialYear }

    /// The financial years that lie wholly in it: of `2017 to 2020`, January to December, 2017/18 to 2019/20.
    package var wholeFinancialYears: [Period] {
        financialYears.compactMap { Period(financialYear: $0) }.filter(contains)
    }

    package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

    /// The financial year that holds all of this period, where one does.
    package var enclosingFinancialYear: Period? {
        start.financialYear == end.financialYear ? Period(financialYear: start.financialYear) : nil
    }

    /// The year that holds all of this period: a financial one, else a calendar one.
    package var enclosingYear: Period? {
        enclosingFinancialYear ?? (start.year == end.year ? Period(calendarYear: start.year) : nil)
    }

    package static func < (a: Period, b: Period) -> Bool { (a.start, a.end) < (b.start, b.end) }

    /// One span from these periods where they follow each other without a gap or an overlap.
    package static func joined(_ parts: some Sequence<Period>) -> Period? {
        let sorted = parts.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        for (a, b) in zip(sorted, sorted.dropFirst()) where a.end.adding(days: 1) != b.start { return nil }
        return Period(from: first.start, to: last.end)
    }
}

extension Period {
    /// The years from this one through another, at most thirty.
    package func years(through last: Period) -> [Period] {
        Array((0...30).compactMap { shifted(years: $0) }.prefix { $0 <= last })
    }

    /// The same days so many years on; nil outside the calendar.
    package func shifted(years: Int) -> Period? {
        if isFinancialYear { return Period(financialYear: start.year + years) }
        if isCalendarYear { return Period(calendarYear: start.year + years) }
        guard let from = CivilDate(start.year + years, start.month, min(start.day, 28)),
            let to = CivilDate(
                end.year + years, end.month, min(end.day, CivilDate.days(in: end.month, of: end.year + years)))
        else { return nil }
        return Period(from: from, to: to)
    }
}

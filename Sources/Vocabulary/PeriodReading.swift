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

    /// The number of a year told by one number.
    package var singleYear: Int? {
        switch self {
        case .bareYear(let year), .financialYearNumber(let year): year
        default: nil
        }
    }
}

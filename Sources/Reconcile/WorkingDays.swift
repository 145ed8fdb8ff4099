import Campaign
import Records

/// Counts working days by the calendar of a law: bank holidays of the codelist `bank_holiday`, Saturdays and Sundays out.
struct WorkingDays {
    private let holidays: Set<CivilDate>

    /// FOIA counts out a bank holiday anywhere in the United Kingdom (section 10(6)), FOISA those of Scotland (section 73).
    init(_ schemas: Schemas, _ regime: String) {
        holidays = Set(
            schemas.rows("bank_holiday").compactMap { row in
                guard regime != "FOISA" || row["division"]?.contains("SCT") == true else { return nil }
                return row["code"].flatMap { CivilDate(iso: $0) }
            })
    }

    /// The n-th working day after a day; the day itself does not count.
    func day(_ number: Int, after start: CivilDate) -> CivilDate {
        var day = start
        var left = number
        while left > 0 {
            day = day.adding(days: 1)
            if day.weekday <= 5, !holidays.contains(day) { left -= 1 }
        }
        return day
    }
}

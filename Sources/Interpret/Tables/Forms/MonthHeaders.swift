import Records
import Vocabulary

/// Headers of months that only their neighbours tell: `A, M, J, J …` and `201704, 201705 …`.
enum MonthHeaders {
    static func name(_ labels: inout [LabelReading?]) {
        let months = labels.indices.filter {
            labels[$0].map { $0.unit.lexed.trimmedCount == 1 && !$0.isTotal } ?? false
        }
        let letters = months.compactMap { labels[$0]?.unit.lexed[0]?.text }.joined()
        for (order, first) in [("amjjasondjfm", 1), ("jfmamjjasond", 10)] where letters == order {
            for (offset, index) in months.enumerated() {
                let month = (first - 1 + offset) % 12 + 1
                labels[index]?.period = .part(month...month)
            }
            return
        }
        let compact = months.compactMap { index in
            labels[index].flatMap { PeriodRecogniser.compactMonth($0.unit.lexed) }.map { (index, $0) }
        }
        for (index, month) in compact { labels[index]?.period = .period(month) }
    }

    /// `31 March 2018` under `Year ending`; `Dec 2016` under `12 months to`, where the months are not all the same.
    static func endYears(_ labels: inout [LabelReading?], months: Bool) {
        for index in labels.indices {
            let last: CivilDate
            switch labels[index]?.period {
            case .date(let date)?: last = date
            case .period(let month)? where months && month.days <= 31: last = month.end
            default: continue
            }
            guard let year = PeriodRecogniser.twelveMonths(to: last.month, of: last.year, 0) else { continue }
            labels[index]?.period = year.0
        }
    }

    /// `1 April 2020` under `Year beginning`, `30/06/2022` under `Quarter ending`.
    static func name(_ labels: inout [LabelReading?], by name: LexedText) {
        let begins = name.words.contains { ["beginning", "starting", "commencing"].contains($0) }
        let ends = name.words.contains { ["ending", "ended", "end"].contains($0) }
        let unit = name.words.contains("quarter") ? 3 : name.words.contains("month") ? 1 : begins ? 12 : 0
        let length = begins || ends ? unit : 0
        for index in labels.indices where length > 0 {
            guard case .date(let date)? = labels[index]?.period else { continue }
            let first = begins ? date.month : date.month - length + 1
            let last = first + length - 1
            func month(_ number: Int) -> (Int, Int) {
                number < 1
                    ? (number + 12, date.year - 1) : number > 12 ? (number - 12, date.year + 1) : (number, date.year)
            }
            let (from, through) = (month(first), month(last))
            if let period = Period(months: from.0, of: from.1, through: through.0, of: through.1) {
                labels[index]?.period = .period(period)
            }
        }
    }

    /// `2018-03-31, 2019-03-31` or `01/04/2017, 01/04/2018`: years that a spreadsheet turned into their last or first days.
    static func nameYears(_ labels: inout [LabelReading?]) {
        let dates = labels.compactMap { label -> CivilDate? in
            // `31 March 2018` in words is as likely the day of a count.
            guard case .date(let date)? = label?.period, label?.unit.lexed.lexemes.contains(where: \.isWord) == false
            else { return nil }
            return date
        }
        let areLast = dates.allSatisfy { $0.day == 31 && [3, 12].contains($0.month) }
        let areFirst = dates.allSatisfy { $0.day == 1 && [4, 1].contains($0.month) }
        guard Set(dates).count >= 2, Set(dates).count == dates.count, areLast || areFirst else { return }
        for index in labels.indices {
            guard case .date(let date)? = labels[index]?.period else { continue }
            let year =
                date.month == 12 || date.month == 1
                ? Period(calendarYear: date.year) : Period(financialYear: areLast ? date.year - 1 : date.year)
            if let year { labels[index]?.period = .period(year) }
        }
    }
}

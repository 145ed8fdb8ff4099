import Records
import Vocabulary

/// What the labels of a figure leave open, from the words around and from each other.
extension LabelComposer {
    mutating func finish(with context: Context, fallbackLabel: Label?, style: YearStyle) {
        if let outer = context.outers.first(where: { $0.kind == .caption || $0.kind == .heading }), outer.excludes {
            statement.doubts.append(.leavesOut(Raised.stripped(outer.unit.text)))
        }
        if let outer = context.outers.prefix(2).first(where: \.isOfPart) {
            statement.doubts.append(
                Doubt(
                    "unknown-label", .error,
                    "found “\(Raised.stripped(outer.unit.text))”, expected figures of the whole body"))
        }
        // `Force total` in a column called `Period`, under years: a total of no years.
        if periodTotal && year == nil, statement.role == .level { statement.role = .checkedTotal }
        // The header of a label column may say what the whole table counts.
        for name in columnNames where name.flag != nil || name.subject != nil {
            statement.cues = statement.cues.filled(from: Cues(flag: name.flag, unit: nil, subject: name.subject))
        }
        if isOfChildren, statement.cues.subject == .sexual { statement.cues.subject = .childSexual }
        // `Of which victim under 18` below `victims of all ages`
        if namesChildren, statement.cues.subject == nil,
            context.outers.contains(where: { AnyAge.isSaid(in: $0.unit.lexed) })
        {
            statement.cues.subject = .childSexual
        }
        // `Charged between | Persons`
        if statement.cues.unit == nil {
            statement.cues.unit = columnNames.lazy.compactMap(\.unit).first { $0 == .outcomes || $0 == .suspects }
        }
        let ownUnit = statement.cues.unit
        // `Of which flagged` beside offences and victims: of the offences.
        if tellsVictimsApart, ownUnit == nil, statement.cues.flag != nil { statement.cues.unit = .offences }
        statement.cues = context.cues(from: statement.cues)
        // Beside a count of flagged offences, their victims are another measure.
        if tellsVictimsApart, ownUnit?.isOfVictims == true {
            statement.cues.unit = .people
            statement.cues.flag = statement.cues.flag ?? victimsFlag
        }
        if statement.areas.isEmpty, statement.areaAsWritten.isEmpty, let found = context.area(lexicon) {
            statement.areas = found.codes
            statement.areaAsWritten =
                found.evidence.kind == .caption || found.evidence.kind == .letterhead
                ? lexicon.areas[found.codes[0]]?.name ?? "" : ""
            statement.evidence.append(found.evidence)
        }
        if statement.age == nil || statement.offence == nil, let outer = context.outers.first,
            outer.kind == .caption || outer.kind == .sentence || outer.isOverTable
        {
            if statement.age == nil, let age = outer.age { statement.age = age.code }
            if statement.offence == nil, let offence = outer.offence { statement.offence = offence }
        }
        settlePeriod(context, style, fallbackLabel)
        if !labelled, let fallbackLabel { statement.labels.insert(fallbackLabel, at: 0) }
    }

    private mutating func settlePeriod(_ context: Context, _ style: YearStyle, _ fallbackLabel: Label?) {
        if year == nil, !periodTotal, let found = context.period() {
            let reading = found.reading
            for case .until(let date) in found.outer.periods { until = date }
            year = (
                reading, YearStyle.read(found.outer.unit.lexed) ?? style,
                Evidence("period", found.outer.kind, found.outer.unit.text, found.outer.place)
            )
            // `2021/22 (provisional)` over a list
            if found.outer.kind == .heading, found.outer.unit.lexed.words.contains("provisional"),
                found.outer.unit.lexed.count <= 8, statement.figure.status == .exact
            {
                statement.figure.status = .provisional
            }
        }
        // `April to September` right over columns of years.
        if part == nil, until == nil, let above = context.outers.first,
            above.kind == .heading || above.kind == .caption,
            above.periods.count == 1, case .part(let months)? = above.periods.first
        {
            part = (months, true)
        }
        guard let year else { return }
        statement.evidence.append(year.evidence)
        var period = year.reading.period
        switch year.reading {
        case .bareYear(let number):
            // Months by name are those of a calendar year, quarters those of a financial one.
            let isCounted = part.map { !$0.byName } ?? false
            period = (isCounted && year.style == .calendar ? .financialStart : year.style).period(number)
            if year.style == .financialStart { doubtYear(number) }
        case .financialYearNumber(let number): doubtYear(number)
        case .years(let years):
            period = Period(financialYear: years.lowerBound).flatMap { first in
                Period(financialYear: years.upperBound).flatMap { Period(from: first.start, to: $0.end) }
            }
        case .weak(let span) where span.isFinancialYear == false:
            period =
                year.style == .calendar
                ? span
                : Period(financialYear: span.start.year).flatMap { first in
                    Period(financialYear: span.end.year - 1).flatMap { Period(from: first.start, to: $0.end) }
                }
        default: break
        }
        if let part, part.byName, let whole = period, whole.isCalendarYear {
            // `Jan to Jun` of the calendar year 2018.
            statement.partOf = whole
            period = Period(
                months: (part.months.lowerBound + 2) % 12 + 1, of: whole.start.year,
                through: (part.months.upperBound + 2) % 12 + 1, of: whole.start.year)
        } else if let part, let whole = period, whole.isFinancialYear {
            statement.partOf = whole
            period = PeriodRecogniser.part(part.months, of: whole.start.year)
            // A running total that is neither a half year nor a whole one.
            if (7..<12).contains(part.months.count), statement.figure.status == .exact {
                statement.figure.status = .partial
            }
        } else if part != nil, year.reading.period.map({ !$0.isWholeYear }) ?? true {
            // `Q1 2006` under a title of many years: of which year is not said.
            period = nil
        } else if let whole = period, whole.isWholeYear,
            let covered = Period(from: max(from ?? whole.start, whole.start), to: min(until ?? whole.end, whole.end)),
            covered != whole
        {
            statement.partOf = whole
            period = covered
            if statement.figure.status == .exact { statement.figure.status = .partial }
        }
        if let period, !period.isWholeYear, statement.partOf == nil, let enclosing = period.enclosingYear {
            statement.partOf = enclosing
        }
        statement.period = yearShift == 0 ? period : period?.shifted(years: yearShift)
    }

    private mutating func doubtYear(_ number: Int) {
        statement.doubts.append(
            Doubt(
                "ambiguous-period",
                "found “\(number)” as a financial year, read as \(number)/\(padded((number + 1) % 100, 2)); expected both years"
            ))
    }
}

extension Doubt {
    /// A figure of less than all offences or ages, by none that the codelists know.
    static func leavesOut(_ words: String) -> Doubt {
        Doubt(
            "unknown-label", .error, "found “\(words)”, expected all offences and ages, or one that the codelists know")
    }
}

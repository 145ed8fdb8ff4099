import Records
import Vocabulary

/// The counts that a list of crimes comes to.
extension RecordList {
    /// The counts, for the years of the range that the document names or that the rows reach.
    func statements(context: Context, range: Period?) -> [Statement] {
        let years = Set(rows.map(\.year))
        guard let first = years.min(), let last = years.max(), last - first < 40 else { return [] }
        let covered = range.map { Array($0.financialYears) } ?? Array(first...last)
        var statements: [Statement] = []
        for area in Set(rows.map(\.area)).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
            var own = self
            own.rows = rows.filter { $0.area == area }
            let found = own.statements(of: Set(covered).union(years).sorted(), context, range)
            statements += found.map { statement in
                var statement = statement
                if let area { statement.areas = [area] }
                return statement
            }
        }
        return statements
    }

    /// The counts of one body's rows.
    private func statements(of years: [Int], _ context: Context, _ range: Period?) -> [Statement] {
        var statements: [Statement] = []
        for year in years {
            guard let period = Period(financialYear: year) else { continue }
            let own = rows.filter { $0.year == year }
            // A list of flagged crimes alone tells nothing of the others.
            if !hasFlag || rows.contains(where: { $0.flag != .flagged }) {
                statements += counts(own, period, flag: hasFlag ? .all : nil, context, range)
            }
            if hasFlag {
                statements += counts(own.filter { $0.flag == .flagged }, period, flag: .flagged, context, range)
            }
        }
        return statements
    }

    private func counts(_ own: [Row], _ period: Period, flag: Cues.Flag?, _ context: Context, _ range: Period?)
        -> [Statement]
    {
        var made = [count(own.count, period, flag, context, range, offence: nil, age: nil)]
        let numbers = Set(own.map(\.number))
        if let twice = repeats.first(where: { numbers.contains($0.number) && numbers.contains($0.first) }) {
            let (row, first) = (block.cells[twice.number].first?.row ?? 0, block.cells[twice.first].first?.row ?? 0)
            made[0].doubts.append(
                Doubt(
                    "repeated-record",
                    "found in record \(row) the crime number of record \(first), expected each crime once"))
        }
        if let void = own.first(where: { struck[$0.number] != nil }) {
            let row = block.cells[void.number].first?.row ?? 0
            made[0].doubts.append(
                Doubt(
                    Doubt.scope, .warning,
                    "found “\(struck[void.number] ?? "")” in record \(row), expected a recorded crime in each row"))
        }
        let offences = hasOffence ? Set(rows.compactMap(\.offence)).sorted() : []
        let ages = hasAge ? Set(rows.compactMap(\.age)).subtracting(["all"]).sorted() : []
        for offence in offences {
            let number = own.filter { $0.offence == offence }.count
            made.append(count(number, period, flag, context, range, offence: offence, age: nil))
            if offence == "other", let title = unknownOffences.min() {
                made[made.count - 1].doubts.append(
                    Doubt(
                        "unknown-label", .error,
                        "found “\(title)” among offences, expected titles or codes that the codelists know"))
            }
        }
        for age in ages {
            made.append(
                count(own.filter { $0.age == age }.count, period, flag, context, range, offence: nil, age: age))
            for offence in offences {
                let both = own.filter { $0.age == age && $0.offence == offence }.count
                made.append(count(both, period, flag, context, range, offence: offence, age: age))
            }
        }
        return made
    }

    private func count(
        _ number: Int, _ period: Period, _ flag: Cues.Flag?, _ context: Context, _ range: Period?, offence: String?,
        age: String?
    ) -> Statement {
        var statement = Statement(
            figure: .exact(Quantity(number), raw: ""), method: .recordCount,
            places: [.records(first: firstRow, last: lastRow)])
        statement.period = period
        if let range, let from = CivilDate(period.start.year, 4, 1), range.start > from || range.end < period.end,
            let part = Period(from: max(range.start, period.start), to: min(range.end, period.end)), part != period
        {
            statement.period = part
            statement.partOf = period
            statement.figure.status = .partial
        }
        // Two rows of April and none behind them: how far the list goes, nobody says.
        if range == nil, let latest, latest > period.start,
            let rest = Period(from: latest, to: period.end), rest.days > 183
        {
            statement.figure.status = .partial
        }
        statement.offence = offence
        statement.age = age
        statement.cues = Cues(flag: flag, unit: .offences)
        statement.cues = context.cues(from: statement.cues)
        // A list of victims of any age, of which the children are counted.
        if adults > 0, hasOffence, statement.cues.subject != .childSexual { statement.cues.subject = .childSexual }
        if let found = context.area(lexicon) {
            statement.areas = found.codes
            statement.evidence.append(found.evidence)
        }
        return statement
    }
}

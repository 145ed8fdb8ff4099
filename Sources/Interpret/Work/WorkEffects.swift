import Records
import Vocabulary

/// What a note does to the figures that it is about: holds them, doubts them, shortens their year, changes what they count.
extension Work {
    /// The words of a remark that says what is counted, and nothing else.
    private static let counting: Set<String> = [
        "a", "an", "count", "counts", "counted", "number", "numbers", "figure", "figures", "of", "for", "are", "is",
        "only", "not",
        "rather", "than", "and", "or", "the", "this", "these", "those", "individual", "unique", "distinct", "different",
        "each", "once", "all", "offences", "crimes", "victims", "people", "persons", "children", "suspects",
        "offenders",
        "arrests", "arrested", "charges", "charged", "outcomes", "cautions", "convictions", "detections", "incidents",
        "reports", "calls", "recorded",
    ]

    /// `Victims`, `Counts suspects, not offences`; not `a suspect was not identified in all`.
    static func saysWhatIsCounted(_ text: LexedText) -> Bool { text.words.allSatisfy(counting.contains) }

    /// `Both numbers are calls logged by the control room`, `heads, i.e. suspects, not crimes`: of counting, beside other words.
    static func speaksOfCounting(_ text: LexedText) -> Bool {
        text.words.contains {
            ["count", "counts", "counted", "number", "numbers", "figure", "figures", "rather"].contains($0)
        } || zip(text.words, text.words.dropFirst()).contains { $0 == "not" && ["offences", "crimes"].contains($1) }
    }

    mutating func apply(_ note: ScopeNote, to meant: [Int]) {
        switch note.effect {
        case .wider where note.namesAdultAges:
            let open = meant.filter { index in
                // `The last row takes in victims of 18 and 19 as well, and so does the total.`
                reading.statements[index].age.map { ["all", "unknown"].contains($0) || $0.hasSuffix("17") } ?? true
            }
            doubt(open, .error, note.words)
        case .part, .wider: doubt(meant, .error, note.words)
        case .some:
            // Each of them has its own figure; only a figure of all is less than it seems.
            doubt(meant.filter { (reading.statements[$0].offence ?? "all") == "all" }, .error, note.words)
        case .doubtful: doubt(meant, .warning, note.words)
        case .counts(let unit):
            count(meant, unit)
        case .narrowed(let offence, let age):
            for index in meant {
                reading.statements[index].offence = reading.statements[index].offence ?? offence
                reading.statements[index].age = reading.statements[index].age ?? age?.code
            }
        case .shorter(let covered):
            // Of which year is not said.
            let years = Set(meant.compactMap { reading.statements[$0].partOf ?? reading.statements[$0].period })
            if note.periods.isEmpty, note.values.isEmpty, years.count > 1 { return doubt(meant, .warning, note.words) }
            for index in meant where reading.statements[index].period?.isFinancialYear == true {
                shorten(index, to: covered)
            }
        }
    }

    /// A figure of a part of its year, of which part where that is told.
    mutating func shorten(_ index: Int, to covered: PeriodReading?) {
        reading.statements[index].figure.status = .partial
        guard let year = reading.statements[index].period, let part = covered?.period(within: year), year.contains(part)
        else { return }
        (reading.statements[index].period, reading.statements[index].partOf) = (part, year)
    }

    /// A year in which the flag came into use was flagged from that day on.
    mutating func shorten(flaggedFrom start: CivilDate) {
        for index in reading.statements.indices {
            let statement = reading.statements[index]
            guard statement.role == .level, statement.cues.flag == .flagged, statement.figure.status == .exact,
                let year = statement.period, year.isWholeYear, year.start < start, start <= year.end,
                let rest = Period(from: start, to: year.end)
            else { continue }
            (reading.statements[index].period, reading.statements[index].partOf) = (rest, year)
            reading.statements[index].figure.status = .partial
        }
    }

    /// The people of flagged offences are no measure of any campaign's; those of all are.
    mutating func count(_ meant: [Int], _ unit: Cues.Unit) {
        for index in meant { reading.statements[index].cues.unit = unit == .victims ? .people : unit }
    }

    mutating func doubt(_ meant: [Int], _ severity: Issue.Severity, _ note: Label) {
        for index in meant where !reading.statements[index].figure.status.isState {
            reading.statements[index].doubts.append(
                Doubt(
                    Doubt.scope, severity,
                    "found “\(reading.statements[index].figure.raw)” and \(note.place.map { "at \([$0].locator)" } ?? "beside it") “\(note.text)”, expected a figure of all that was asked",
                    note: note.place))
        }
    }

    /// The figures of the years or values that a note names; else those that it points at, or below one that looks ahead; else all.
    func meant(by note: ScopeNote, in section: Int, among pointed: [Int]) -> [Int] {
        let all: [Int]
        if !pointed.isEmpty {
            all = pointed
        } else if note.looksAhead {
            all = statements(under: section)
        } else {
            all = reading.statements.indices.filter { reading.statements[$0].role == .level }
        }
        // A number that no figure has counts something else; so does `three` of a note's own words.
        let others = all.filter { reading.statements[$0].words != note.words.text }
        let values = note.values.filter { value in others.contains { reading.statements[$0].figure.value == value } }
        let latest = note.isOfLatest ? all.compactMap { reading.statements[$0].period }.max() : nil
        return all.filter { index in
            let statement = reading.statements[index]
            return (latest == nil || statement.period == latest)
                && (note.periods.isEmpty || statement.period.map(note.periods.contains) ?? false)
                && (values.isEmpty || statement.figure.value.map(values.contains) ?? false)
        }
    }
}

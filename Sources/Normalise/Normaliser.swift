import Campaign
import Records
import Vocabulary

/// Binds a reading to one campaign: measures, scope and decisions make statements into entries under canonical keys.
package struct Normaliser: Sendable {
    let pipeline: Pipeline
    let schemas: Schemas
    let decisions: Decisions
    let lexicon: Lexicon

    package init(pipeline: Pipeline, schemas: Schemas, decisions: Decisions, lexicon: Lexicon) {
        self.pipeline = pipeline
        self.schemas = schemas
        self.decisions = decisions
        self.lexicon = lexicon
    }

    package func normalise(_ reading: Reading) -> Contribution {
        var binding = SourceBinding(self, reading)
        binding.bind()
        var people = People(lexicon)
        people.hide(in: &binding.contribution)
        return binding.contribution
    }
}

/// One reading on its way to its entries.
struct SourceBinding {
    let normaliser: Normaliser
    let rule: MeasureRule
    var contribution: Contribution
    /// Candidates by statement index, before duplicates are settled.
    var candidates: [(index: Int, entry: Entry)] = []

    var reading: Reading { contribution.reading }
    var source: SourceID { contribution.reading.source.id }

    init(_ normaliser: Normaliser, _ reading: Reading) {
        self.normaliser = normaliser
        rule = MeasureRule(normaliser.pipeline, normaliser.schemas)
        contribution = Contribution(reading: reading)
    }

    mutating func bind() {
        contribution.issues = reading.issues
        if let reason = reading.unreadable {
            contribution.issues.append(
                Issue(
                    "source-unreadable", .error, source: source,
                    message:
                        "\(reading.source.paths.first ?? source.short): found \(reason), expected CSV, HTML or plain text\nhint: save it in one of these formats beside the original"
                ))
            return
        }
        let sidecar = reading.source.sidecar
        if !sidecar.unknownKeys.isEmpty
            || sidecar.body != nil && !reading.sender.contains(where: { $0.evidence.kind == .sidecar })
        {
            let found =
                sidecar.unknownKeys.isEmpty
                ? "body “\(sidecar.body ?? "")”" : "“\(sidecar.unknownKeys.joined(separator: ", "))”"
            contribution.issues.append(
                Issue(
                    "sidecar-unknown", .warning, source: source,
                    message:
                        "\(reading.source.paths.first ?? source.short).meta.yml: found \(found), expected body (a name of the register), received or as_of (as 2018-06-30), reference, or kind (return, compilation, press)\nhint: correct the sidecar and run again"
                ))
        }
        guard isAccepted else {
            contribution.isAccepted = false
            return
        }
        applySourceRulings()
        adoptSupplied()
        settleNotes()
        for index in reading.statements.indices { bind(index) }
        settleDuplicates()
        contribution.entries = SmallCells(threshold: normaliser.pipeline.threshold).hidden(contribution.entries)
        settleStates()
        bindInterim()
        reportNothing()
        bindClaims()
        finishAccount()
        // Nobody need look into what counts no more.
        if contribution.isWithdrawn {
            for index in contribution.issues.indices { contribution.issues[index].isDecided = true }
        }
        doubtByWords()
    }

    private var isAccepted: Bool {
        guard normaliser.pipeline.accepts(reading.source.paths) else { return false }
        if !normaliser.pipeline.inbox.isEmpty { return true }
        if reading.cues.flag != nil && reading.cues.subject != .other { return true }
        if reading.cues.subject == .childSexual { return true }
        return reading.statements.contains { if case .measure = rule.verdict($0.cues) { true } else { false } }
    }

    // MARK: one statement

    private mutating func bind(_ index: Int) {
        let statement = reading.statements[index]
        guard statement.role == .level else {
            if statement.role == .checkedTotal {
                report(statement, key: nil, only: ["total-differs", "parts-do-not-add"])
            }
            return
        }
        if let reason = ruling(explaining: statement) {
            explain(statement, reason.reason, witness: reason.place.locator)
            return
        }
        var areas = statement.areas
        if statement.doubts.contains(where: { $0.code == "unknown-body" }) {
            report(statement, key: nil)
            return
        }
        let supplied = supply(statement)
        var measure: String
        switch rule.verdict(statement.cues) {
        case .measure(let code): measure = code
        case .outOfScope where statement.isJudgedByOthers,
            .unflagged where statement.isJudgedByOthers && !statement.figure.status.isState:
            doubt(
                statement, "missing-measure",
                "found a figure that only other sentences call no figure of the campaign, expected a word of what it counts",
                area: areas.first ?? "", measure: "")
            return
        case .outOfScope(let witness):
            explain(statement, "out_of_scope", witness: witness)
            return
        // `Our system has no cyber flag` says why what was asked is not held.
        case .unflagged where statement.figure.status.isState: measure = normaliser.pipeline.defaultMeasure
        case .unflagged:
            explain(statement, "unflagged_part", witness: "without the flag, of which the campaign counts nothing")
            return
        case .unknown where !(supplied?.measure ?? "").isEmpty: measure = supplied?.measure ?? ""
        // What is refused without a word of what it would count is what was asked for.
        case .unknown where statement.figure.status.isState: measure = normaliser.pipeline.defaultMeasure
        case .unknown:
            doubt(
                statement, "missing-measure",
                "found a figure with no word of what it counts, expected a measure of the campaign",
                area: areas.first ?? "", measure: "")
            return
        }
        if let age = statement.age, let low = Int(age.prefix { $0.isNumber }), low >= 18 {
            explain(statement, "out_of_scope", witness: "victims aged \(age) are no children")
            return
        }
        if let code = supplied?.measure, !code.isEmpty { measure = code }
        if let code = supplied?.area, !code.isEmpty { areas = [code] }
        guard areas.count == 1, var area = areas.first else {
            let found =
                areas.isEmpty
                ? "no police body for it" : "\(areas.count) bodies (\(areas.joined(separator: ", "))) for one figure"
            if statement.figure.status.isState, areas.count > 1 {
                // A unit that answers for several forces refuses for each.
                for area in areas { silence(statement, area: area, period: statement.period, measure: measure) }
                return
            }
            for area in areas { cover(area, statement, measure, "joint_figure") }
            doubt(
                statement, areas.isEmpty ? "missing-area" : "joint-figure", "found \(found), expected one", area: "",
                measure: measure)
            return
        }
        // Six forces are the official East of England, whatever the scheme of the press.
        if let other = normaliser.pipeline.schemes[reading.kind.rawValue]?[area],
            statement.forcesStated == nil || statement.forcesStated != normaliser.lexicon.members[area]?.count
        {
            area = other
        }
        guard let period = supplied.flatMap({ Period(label: $0.period) }) ?? statement.period else {
            if statement.figure.status.isState {
                silence(statement, area: area, period: nil, measure: measure)
                return
            }
            cover(area, statement, measure, "to_review")
            doubt(
                statement, "missing-period", "found no period for it, expected a financial year", area: area,
                measure: measure)
            return
        }
        let key = Key(
            area: area, period: period, measure: measure,
            offence: supplied.flatMap { $0.offence.isEmpty ? nil : $0.offence } ?? statement.offence ?? "all",
            age: supplied.flatMap { $0.age.isEmpty ? nil : $0.age } ?? statement.age ?? "all")
        for (dimension, value) in [("offence", key.offence), ("victim_age", key.age)]
        where value != "all" && !normaliser.pipeline.dimensions.contains(dimension) {
            explain(statement, "finer", witness: "\(dimension) \(value), by which the campaign publishes nothing")
            return
        }
        let isDecided = isCorrected(statement)
        if !isDecided, supplied == nil,
            statement.doubts.contains(where: {
                ["unknown-marker", "unknown-label", "adults-in-total"].contains($0.code)
                    // A total that leaves out what is hidden beside it.
                    || $0.code == "parts-do-not-add" && $0.severity == .error
            })
        {
            report(statement, key: key)
            cover(area, statement, measure, "to_review")
            return
        }
        // Nobody records a thousand million crimes: digits that grew together.
        let parts = [statement.figure.value, statement.figure.low, statement.figure.high].compactMap { $0 }
        if !isDecided, parts.contains(where: { !$0.isWhole || $0 >= Quantity(1_000_000_000) }) {
            cover(area, statement, measure, "to_review")
            contribution.issues.append(
                Issue(
                    "not-a-count", .error, source: source, places: statement.places, area: key.area, period: key.period,
                    measure: key.measure,
                    message:
                        "\(statement.places.locator): found “\(statement.figure.raw)”, expected a whole number of offences\nhint: correct it in Decisions/: correct: {source: \(source.short), locator: \"\(statement.places.locator)\", value: …}"
                ))
            return
        }
        if statement.figure.status.isState, statement.reason == "no_response" {
            silence(statement, area: area, period: period, measure: measure)
            return
        }
        if !statement.isHeld, !isDecided, supplied == nil { report(statement, key: key) }
        candidates.append((index, entry(statement, key)))
    }

    /// A figure of several bodies together belongs to none of them, and one that waits for a person is not published; but the
    /// body has answered.
    mutating func cover(_ area: String, _ statement: Statement, _ measure: String, _ reason: String) {
        contribution.silences.append(
            Silence(
                area: area, period: statement.period, measure: measure, state: .supplied, reason: reason,
                legalBasis: "", words: "", source: source, places: statement.places,
                isOwn: reading.kind == .bodyReturn, asOf: reading.asOf))
    }

    private func entry(_ statement: Statement, _ key: Key) -> Entry {
        var entry = Entry(
            key: key, figure: statement.figure, method: statement.method, source: source, places: statement.places,
            kind: reading.kind)
        // An estimate says of no figure that it can't be.
        if entry.figure.status == .estimated { (entry.figure.low, entry.figure.high) = (nil, nil) }
        entry.partOf = statement.partOf
        entry.asOf = reading.asOf
        entry.received = reading.received
        let senders = reading.sender.filter { $0.area == key.area }
        entry.isOwn =
            reading.kind == .bodyReturn
            && (senders.isEmpty ? reading.sender.isEmpty && normaliser.lexicon.isForce(key.area) : true)
        entry.isWeaklyOwn =
            entry.isOwn && senders.allSatisfy { $0.evidence.kind == .fileName || $0.evidence.kind == .folder }
        entry.areaAsWritten = statement.areaAsWritten
        entry.words = statement.words
        entry.reason = statement.reason
        entry.legalBasis = statement.legalBasis
        entry.notes = statement.notes
        if reading.notes.contains(where: { $0.kind == "caveat" }) { entry.notes.append("source_caveat") }
        if statement.cues.flag == .flagged, reading.notes.contains(where: { $0.kind == "flag_under_used" }) {
            entry.notes.append("flag_under_used")
        }
        entry.forcesStated = statement.forcesStated
        entry.forcesAskedStated = statement.forcesAskedStated
        entry.evidence = statement.evidence
        entry.labels = statement.labels
        applyCorrections(&entry)
        return entry
    }
}

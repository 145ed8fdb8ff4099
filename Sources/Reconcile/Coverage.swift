import Campaign
import Records

/// Fills the frame: every body and period asked has its row, and so has what came beyond it.
struct CoverageRule {
    let pipeline: Pipeline
    let schemas: Schemas
    let today: CivilDate?

    private struct Cell: Hashable {
        var area: String
        var period: Period
        var measure: String
    }

    func rows(_ holdings: Holdings) -> [CoverageRow] {
        var rows: [Cell: CoverageRow] = [:]
        for asked in pipeline.asked {
            for period in asked.periods {
                for area in bodies(asked, on: period.start) {
                    for measure in asked.measures {
                        var row = CoverageRow(area: area, period: period, measure: measure)
                        row.isAsked = true
                        row.askedOn = asked.on
                        row.dueOn = asked.due ?? asked.on.map { WorkingDays(schemas, regime(area)).day(20, after: $0) }
                        if kind(area) == "other" { (row.state, row.reason) = (.outOfScope, "not_foi") }
                        rows[Cell(area: area, period: period, measure: measure)] = row
                    }
                }
            }
        }
        addFigures(holdings, &rows)
        addSilences(holdings, &rows)
        for (cell, row) in rows where row.state == .noResponse && row.reason.isEmpty {
            if let due = row.dueOn, let today, due < today { rows[cell]?.reason = "overdue" }
        }
        return rows.values.sorted { ($0.area, $0.period.label, $0.measure) < ($1.area, $1.period.label, $1.measure) }
    }

    private func bodies(_ asked: Pipeline.Asked, on day: CivilDate) -> Set<String> {
        asked.members.reduce(into: Set<String>()) { all, code in
            let members = schemas.members(of: code, on: day)
            all.formUnion(members.isEmpty ? [code] : members)
        }
    }

    private func kind(_ area: String) -> String {
        schemas.area(area)?["kind"] ?? ""
    }
    private func regime(_ area: String) -> String {
        schemas.area(area)?["regime"] ?? ""
    }

    // MARK: figures

    private func addFigures(_ holdings: Holdings, _ rows: inout [Cell: CoverageRow]) {
        let current = Set(holdings.vintages.filter { $0.standing == .current }.map(\.key))
        for entry in holdings.vintages where entry.standing != .withdrawn && !entry.figure.status.isState {
            // What is disputed or overtaken says nothing beside what is current.
            if entry.standing != .current, current.contains(entry.key) { continue }
            let kind = kind(entry.key.area)
            guard kind == "force" || kind == "fictional" else { continue }
            // A part of a year covers its year in part; a whole year covers itself.
            let period = entry.key.period.isWholeYear ? entry.key.period : entry.partOf ?? entry.key.period
            let isPart = period != entry.key.period
            let cell = Cell(area: entry.key.area, period: period, measure: entry.key.measure)
            var row = rows[cell] ?? CoverageRow(area: cell.area, period: cell.period, measure: cell.measure)
            let state: Silence.State =
                isPart || entry.figure.status == .partial
                ? .partial : entry.figure.status == .suppressed && entry.key.isWhole ? .suppressed : .supplied
            if !entry.key.isWhole, state == .supplied,
                rows[cell] == nil || row.source == nil || row.state == .suppressed
            {
                // A breakdown without its whole: the whole may still be hidden.
                if row.state > .partial,
                    !holdings.vintages.contains(where: {
                        $0.key.area == cell.area && $0.key.period == cell.period && $0.key.measure == cell.measure
                            && $0.key.isWhole
                    })
                {
                    take(&row, .supplied, entry)
                }
            } else if entry.key.isWhole,
                state < row.state || row.source == nil || state == row.state && entry.standing == .current
            {
                take(&row, state, entry)
            }
            rows[cell] = row
        }
    }

    private func take(_ row: inout CoverageRow, _ state: Silence.State, _ entry: Entry) {
        row.state = state
        row.reason = ""
        row.legalBasis = ""
        row.words = ""
        row.source = entry.source
        row.places = entry.places
        row.answeredOn = entry.asOf ?? entry.received
    }

    // MARK: refusals and gaps

    private func addSilences(_ holdings: Holdings, _ rows: inout [Cell: CoverageRow]) {
        var silences = holdings.contributions.filter { !$0.isWithdrawn }.flatMap(\.silences)
        silences += holdings.vintages.filter { $0.figure.status.isState && $0.standing != .withdrawn }.map { entry in
            Silence(
                area: entry.key.area, period: entry.partOf ?? entry.key.period, measure: entry.key.measure,
                state: Silence.State(rawValue: entry.figure.status.rawValue) ?? .notAvailable, reason: entry.reason,
                legalBasis: entry.legalBasis, words: entry.words, source: entry.source, places: entry.places,
                isOwn: entry.isOwn, asOf: entry.asOf)
        }
        // The body's own words before a compilation's, later before earlier.
        silences.sort { a, b in
            // What waits for a person says less than what was told.
            if (a.reason == "to_review") != (b.reason == "to_review") { return b.reason == "to_review" }
            if a.state != b.state, a.state < b.state || b.state < a.state { return a.state < b.state }
            if a.isOwn != b.isOwn { return a.isOwn }
            if a.legalBasis.isEmpty != b.legalBasis.isEmpty { return !a.legalBasis.isEmpty }
            if a.asOf != b.asOf { return (a.asOf?.daysSince1970 ?? 0) > (b.asOf?.daysSince1970 ?? 0) }
            return (a.source, a.places.locator) < (b.source, b.places.locator)
        }
        for silence in silences {
            let periods =
                silence.period.map { [$0] }
                ?? pipeline.asked.filter {
                    bodies($0, on: $0.periods.first?.start ?? CivilDate(daysSince1970: 0)).contains(silence.area)
                        && $0.measures.contains(silence.measure)
                }.flatMap(\.periods)
            for period in periods {
                let cell = Cell(area: silence.area, period: period, measure: silence.measure)
                var row = rows[cell] ?? CoverageRow(area: cell.area, period: cell.period, measure: cell.measure)
                if row.source == nil, row.state != .outOfScope {
                    row.state = silence.state
                    row.reason = silence.reason
                    row.legalBasis = silence.legalBasis
                    row.words = silence.words
                    row.source = silence.source
                    row.places = silence.places
                    row.answeredOn = silence.state == .noResponse ? nil : silence.asOf
                } else if silence.state == .refused,
                    row.state == .supplied || row.state == .partial || row.state == .suppressed, silence.isOwn,
                    row.reason.isEmpty, silence.source == row.source
                {
                    // Voluntary figures after a refusal: supplied, with the refusal's reason kept.
                    row.reason = silence.reason
                    row.legalBasis = silence.legalBasis
                    row.words = silence.words
                    row.notes.append("voluntary")
                }
                rows[cell] = row
            }
        }
    }
}

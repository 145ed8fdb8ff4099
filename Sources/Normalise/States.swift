import Campaign
import Records

extension SourceBinding {
    /// A refusal that stands beside figures of the same key is kept for coverage alone: voluntary figures are figures.
    mutating func settleStates() {
        let supplied = Set(contribution.entries.filter { !$0.figure.status.isState }.map { Cell($0.key) })
        var kept: [Entry] = []
        for entry in contribution.entries {
            guard entry.figure.status.isState, supplied.contains(Cell(entry.key)) && entry.method == .sentence else {
                kept.append(entry)
                continue
            }
            contribution.silences.append(
                Silence(
                    area: entry.key.area, period: entry.key.period, measure: entry.key.measure,
                    state: Silence.State(rawValue: entry.figure.status.rawValue) ?? .refused, reason: entry.reason,
                    legalBasis: entry.legalBasis, words: entry.words, source: source, places: entry.places,
                    isOwn: entry.isOwn, asOf: entry.asOf))
        }
        contribution.entries = kept
    }

    private struct Cell: Hashable {
        var area: String
        var period: Period
        var measure: String

        init(_ key: Key) { (area, period, measure) = (key.area, key.period, key.measure) }
    }

    /// A letter of which nothing was understood is an answer all the same, and a person should read it.
    mutating func reportNothing() {
        let best = reading.sender.map(\.evidence.kind).min()
        let senders = Set(reading.sender.filter { $0.evidence.kind == best }.map(\.area)).sorted()
        // What a person supplied answers for its own period; the rest is still to be read.
        guard reading.kind == .bodyReturn, contribution.entries.allSatisfy({ $0.method == .decision }),
            contribution.silences.isEmpty, !senders.isEmpty
        else { return }
        for area in senders {
            contribution.silences.append(
                Silence(
                    area: area, period: nil, measure: normaliser.pipeline.defaultMeasure, state: .notAvailable,
                    reason: "to_review", legalBasis: "", words: "", source: source, places: [], isOwn: true,
                    asOf: reading.asOf))
        }
        // What else the source is asked about says it already; a letter may only come with a table.
        let isTold =
            !contribution.entries.isEmpty
            || contribution.account.entries.contains { $0.fate == .unexplained } || !reading.issues.isEmpty
            || reading.cues.flag == nil && reading.cues.subject == nil || reading.isCovering
        if isTold { return }
        contribution.issues.append(
            Issue(
                "nothing-read", .warning, source: source, area: senders[0], measure: normaliser.pipeline.defaultMeasure,
                message:
                    "\(reading.source.paths.first ?? source.short): found no figure and no reason for none that could be read, expected an answer\nhint: read it; where it has a figure, see what became of it with: force-returns explain \(source)"
            ))
    }

    /// A holding reply is no response yet.
    mutating func bindInterim() {
        guard let interim = reading.interim, contribution.entries.isEmpty else { return }
        let best = reading.sender.map(\.evidence.kind).min()
        for area in Set(reading.sender.filter { $0.evidence.kind == best }.map(\.area)).sorted() {
            for period in interim.periods.isEmpty ? [nil] : interim.periods.map({ Optional($0) }) {
                contribution.silences.append(
                    Silence(
                        area: area, period: period, measure: normaliser.pipeline.defaultMeasure, state: .noResponse,
                        reason: interim.reason, legalBasis: "", words: interim.words, source: source,
                        places: interim.places, isOwn: true, asOf: reading.asOf))
            }
        }
    }
}

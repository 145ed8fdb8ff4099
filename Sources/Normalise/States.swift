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

import Records

/// A source whose figures of one year are those of another, to the last.
struct CopiedYears: Check {
    /// Fewer figures than these agree by chance.
    let least: Int

    func findings(_ figures: Figures) -> [Finding] {
        struct Column: Hashable {
            var source: SourceID
            var measure: String
        }
        var columns: [Column: [Period: [String: Entry]]] = [:]
        for entry in figures.current where entry.key.period.isWholeYear && entry.figure.value != nil {
            let row = "\(entry.key.area) \(entry.key.offence) \(entry.key.age)"
            columns[Column(source: entry.source, measure: entry.key.measure), default: [:]][
                entry.key.period, default: [:]][row] = entry
        }
        return columns.values.flatMap { years in
            let periods = years.keys.sorted()
            return periods.indices.flatMap { later in
                periods[..<later].compactMap { finding(years[$0] ?? [:], years[periods[later]] ?? [:]) }
            }
        }.sorted { $0.entry.key < $1.entry.key }
    }

    private func finding(_ earlier: [String: Entry], _ later: [String: Entry]) -> Finding? {
        let shared = later.keys.filter { earlier[$0] != nil }.sorted()
        let values = shared.compactMap { later[$0]?.figure.value }
        guard shared.count >= max(least, 2), Set(values).count >= max(least - 1, 2),
            shared.allSatisfy({ earlier[$0]?.figure.value == later[$0]?.figure.value }), let first = shared.first,
            let entry = later[first], let before = earlier[first]
        else { return nil }
        return Finding(
            code: "year-copied", entry: entry,
            words:
                "found the same \(shared.count) figures for \(before.key.period.label) and \(entry.key.period.label), expected two years to differ",
            hint: "ask the body which year they are of; withdraw the other in Decisions/")
    }
}

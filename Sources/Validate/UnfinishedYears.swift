import Records

/// Figures of a year that was not over when they were taken, and that do not say so.
struct UnfinishedYears: Check {
    func findings(_ figures: Figures) -> [Finding] {
        struct Year: Hashable {
            var source: SourceID
            var area: String
            var measure: String
            var period: Period
        }
        var first: [Year: Entry] = [:]
        for entry in figures.current {
            guard let taken = entry.asOf, taken < entry.key.period.end, entry.key.period.isWholeYear,
                entry.figure.status == .exact
            else { continue }
            let year = Year(
                source: entry.source, area: entry.key.area, measure: entry.key.measure, period: entry.key.period)
            if let other = first[year], other.key < entry.key { continue }
            first[year] = entry
        }
        return first.values.sorted { $0.key < $1.key }.map { entry in
            Finding(
                code: "year-unfinished", entry: entry,
                words:
                    "found \(entry.figure.raw) for \(entry.key.period.label) in a return of \(entry.asOf?.iso ?? ""), expected a figure of a year that was over",
                hint: "ask the body which months it covers; if it stands, say so in Decisions/ with accept")
        }
    }
}

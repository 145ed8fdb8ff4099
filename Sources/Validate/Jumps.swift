import Campaign
import Foundation
import Records

/// A year that rises or falls beyond what chance, the body's own history and its peers explain.
///
/// Counts scatter about their mean like Poisson counts, and bodies about their peers; a change is measured in standard
/// deviations of both together. A known break in the series explains a jump by itself.
struct Jumps: Check {
    let breaks: Breaks
    let limit: Double

    private struct Change {
        var before: Entry
        var after: Entry
        var logRatio: Double
        var sampling: Double
    }

    func findings(_ figures: Figures) -> [Finding] {
        let changes = figures.series.flatMap { zip($0, $0.dropFirst()).compactMap(change) }
        let groups = Dictionary(grouping: changes) { "\($0.before.key.period.label) \($0.after.key.measure)" }
        return groups.sorted { $0.key < $1.key }.flatMap { _, peers in
            // Fewer than five tell nothing of how bodies differ.
            let center = peers.count >= 5 ? Self.median(peers.map(\.logRatio)) : 0
            let scatter = peers.count >= 5 ? 1.4826 * Self.median(peers.map { abs($0.logRatio - center) }) : 0
            let spread = max(0.35, scatter)
            return peers.filter { change in
                abs(change.logRatio - center) > limit * (change.sampling + spread * spread).squareRoot()
            }.map(finding)
        }
    }

    private func change(_ before: Entry, _ after: Entry) -> Change? {
        // Part of a year is no change from a whole one.
        guard after.key.period == before.key.period.shifted(years: 1), after.figure.status != .partial,
            before.figure.status != .partial,
            let a = before.figure.value?.wholeValue, let b = after.figure.value?.wholeValue, a >= 0, b >= 0,
            abs(b - a) >= 20,
            breaks.between(
                before.key.period, after.key.period, bodies: [after.key.area], offence: after.key.offence
            ).isEmpty
        else { return nil }
        let (x, y) = (Double(a) + 0.5, Double(b) + 0.5)
        return Change(before: before, after: after, logRatio: log(y / x), sampling: 1 / x + 1 / y)
    }

    private func finding(_ change: Change) -> Finding {
        let (a, b) = (change.before.figure.value ?? .zero, change.after.figure.value ?? .zero)
        return Finding(
            code: "jump", entry: change.after,
            words:
                "found \(b) after \(a) in \(change.before.key.period.label), expected a change such as its size and other bodies have",
            hint: "ask the body whether its recording changed; if it stands, say so in Decisions/ with accept")
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

import Campaign
import Records

/// Sums the current figures of member bodies as intervals, and compares years like for like.
struct TotalRule {
    let pipeline: Pipeline
    let schemas: Schemas
    private let figures: [Key: Entry]
    private let partial: Set<Key>
    private let groups: [String]
    private let breaks: Breaks
    private let flaggedMeasures: Set<String>

    init(pipeline: Pipeline, schemas: Schemas, observations: [Entry]) {
        self.pipeline = pipeline
        self.schemas = schemas
        breaks = Breaks(schemas)
        flaggedMeasures = Set(
            schemas.rows("measure").filter { $0["flag"] == "flagged" }.compactMap { $0["code"] })
        var figures: [Key: Entry] = [:]
        var partial: Set<Key> = []
        // A source's own national figure is an observation, never part of a sum; what is invented is in none.
        let bodies = Set(schemas.rows("areas").filter { $0["kind"] == "force" }.compactMap { $0["area_code"] })
        for entry in observations where !entry.figure.status.isState && bodies.contains(entry.key.area) {
            if let year = entry.partOf, year != entry.key.period {
                var key = entry.key
                key.period = year
                partial.insert(key)
            } else if entry.figure.status == .partial {
                partial.insert(entry.key)
            } else if entry.figure.low != nil || entry.figure.value != nil {
                var entry = entry
                // About 120 has no bounds: it counts, and the sum is open above it.
                if entry.figure.low == nil { entry.figure.low = .zero }
                figures[entry.key] = entry
            }
        }
        self.figures = figures
        self.partial = partial
        groups =
            pipeline.totals.isEmpty
            ? Set(schemas.rows("area_members").compactMap { $0["area_code"] }).sorted() : pipeline.totals
    }

    func totals() -> [TotalRow] {
        let wanted = Set(
            figures.keys.map { Key(area: "", period: $0.period, measure: $0.measure, offence: $0.offence, age: $0.age) }
        )
        var rows: [TotalRow] = []
        for group in groups {
            for shape in wanted.sorted() {
                let members = schemas.members(of: group, on: shape.period.start)
                let counted = members.filter { figures[Self.key(shape, $0)] != nil }.sorted()
                guard !counted.isEmpty else { continue }
                let own = counted.compactMap { figures[Self.key(shape, $0)]?.figure }
                let sum = Figure.sum(own, status: .exact)
                var key = shape
                key.area = group
                rows.append(
                    TotalRow(
                        key: key, value: own.allSatisfy { $0.status == .exact } ? sum.value : nil,
                        low: sum.low ?? .zero, high: sum.high, counted: counted,
                        suppressed: own.filter(\.status.isHidden).count,
                        partial: members.filter { partial.contains(Self.key(shape, $0)) && !counted.contains($0) }
                            .count,
                        inFrame: inFrame(members, shape),
                        isDoubted: counted.contains { figures[Self.key(shape, $0)]?.isDoubted ?? false }))
            }
        }
        return rows
    }

    private static func key(_ shape: Key, _ area: String) -> Key {
        var key = shape
        key.area = area
        return key
    }

    private func inFrame(_ members: Set<String>, _ shape: Key) -> Int {
        var asked: Set<String> = []
        for round in pipeline.asked where round.measures.contains(shape.measure) && round.periods.contains(shape.period)
        {
            for code in round.members {
                let inner = schemas.members(of: code, on: shape.period.start)
                asked.formUnion(inner.isEmpty ? [code] : inner)
            }
        }
        return asked.intersection(members).count
    }

    // MARK: changes

    /// Each year against the one before, and the last against the first, for single bodies and for groups.
    func comparisons() -> [ComparisonRow] {
        var years: [Key: Set<Int>] = [:]
        guard let anchor = Period(financialYear: 2000) else { return [] }
        for key in figures.keys where key.period.isFinancialYear {
            var shape = key
            shape.period = anchor
            years[shape, default: []].insert(key.period.start.year)
        }
        var rows: [ComparisonRow] = []
        for (shape, own) in years {
            for (base, period) in Self.pairs(own) { rows += compare(shape, [shape.area], base, period, isGroup: false) }
        }
        var shapes: [Key: Set<Int>] = [:]
        for (shape, own) in years { shapes[Self.key(shape, ""), default: []].formUnion(own) }
        for group in groups {
            for (shape, own) in shapes {
                for (base, period) in Self.pairs(own) {
                    rows += compare(
                        Self.key(shape, group), schemas.members(of: group, on: period.start).sorted(), base, period,
                        isGroup: true)
                }
            }
        }
        return rows.sorted { ($0.key, $0.base.label, $0.basis.rawValue) < ($1.key, $1.base.label, $1.basis.rawValue) }
    }

    private static func pairs(_ years: Set<Int>) -> [(Period, Period)] {
        let sorted = years.sorted()
        var pairs = zip(sorted, sorted.dropFirst()).filter { $1 == $0 + 1 }.map { ($0, $1) }
        if let first = sorted.first, let last = sorted.last, last > first + 1 { pairs.append((first, last)) }
        return pairs.compactMap { pair in
            Period(financialYear: pair.0).flatMap { base in Period(financialYear: pair.1).map { (base, $0) } }
        }
    }

    private func compare(_ shape: Key, _ bodies: [String], _ base: Period, _ period: Period, isGroup: Bool)
        -> [ComparisonRow]
    {
        func entry(_ area: String, _ period: Period) -> Entry? {
            var key = Self.key(shape, area)
            key.period = period
            return figures[key]
        }
        func figure(_ area: String, _ period: Period) -> Figure? { entry(area, period)?.figure }
        let now = bodies.filter { figure($0, period) != nil }
        let then = bodies.filter { figure($0, base) != nil }
        var key = shape
        key.period = period
        func row(_ basis: ComparisonRow.Basis, _ now: [String], _ then: [String]) -> ComparisonRow? {
            guard !now.isEmpty, !then.isEmpty else { return nil }
            let value = Figure.sum(now.compactMap { figure($0, period) }, status: .exact)
            let before = Figure.sum(then.compactMap { figure($0, base) }, status: .exact)
            var notes = breaks.between(base, period, bodies: now, offence: shape.offence)
            if now != then { notes.append("unequal_responders") }
            let isComparable = notes.isEmpty
            if flaggedMeasures.contains(shape.measure), breaks.measuresUptake(base) { notes.append("flag_uptake") }
            let isDoubted =
                now.contains { entry($0, period)?.isDoubted ?? false }
                || then.contains { entry($0, base)?.isDoubted ?? false }
            if isDoubted { notes.append(Entry.doubted) }
            return ComparisonRow(
                key: key, base: base, basis: basis, value: (value.low ?? .zero, value.high),
                baseValue: (before.low ?? .zero, before.high), forces: Set(now + then).sorted(),
                isComparable: isComparable, notes: notes)
        }
        let both = now.filter(then.contains)
        guard isGroup else { return [row(.likeForLike, both, both)].compactMap { $0 } }
        return [row(.likeForLike, both, both), row(.allResponders, now, then)].compactMap { $0 }
    }
}

import Campaign
import Records

/// Recomputes what a claim says from one set of figures: the source's own, or the current ones.
struct ClaimFigures {
    private let figures: [Key: Entry]
    private let schemas: Schemas

    init(_ entries: [Entry], schemas: Schemas) {
        figures = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        self.schemas = schemas
    }

    /// Whole numbers only; what is hidden, partial or estimated proves no claim.
    func value(_ key: Key) -> Int? {
        guard let figure = figures[key]?.figure, [.exact, .provisional, .rounded].contains(figure.status) else {
            return nil
        }
        return figure.value?.wholeValue
    }

    func entry(_ key: Key) -> Entry? { figures[key] }

    /// The result with its formula, or nil with what is missing.
    func compute(_ claim: Claim, _ key: Key) -> (Quantity?, String) {
        if claim.kind == .rank, claim.unit == Claim.ageUnit { return mostCommonAge(key) }
        guard let now = value(key) else { return (nil, "no figure for \(key.text)") }
        switch claim.kind {
        case .level: return (Quantity(now), "\(now)")
        case .rate: return rate(claim.unit, now, key.period.days)
        case .share: return share(now, key)
        case .rank: return rank(claim, now, key)
        case .difference, .percentChange, .ratio:
            guard let base = claim.base else { return (nil, "no base is said") }
            var before = key
            before.period = base
            guard let then = value(before) else { return (nil, "no figure for \(before.text)") }
            switch claim.kind {
            case .difference: return (Quantity(now - then), "\(now) − \(then)")
            case .ratio: return (Ratio.of(now, then), "\(now) / \(then)")
            default: return (Ratio.of(now - then, then, times: 100), "(\(now) − \(then)) / \(then) × 100")
            }
        }
    }

    private func rate(_ unit: String, _ now: Int, _ days: Int) -> (Quantity?, String) {
        switch unit {
        case "days_per_offence": (Ratio.of(days, now), "\(days) days / \(now)")
        case "hours_per_offence": (Ratio.of(days, now, times: 24), "\(days) × 24 hours / \(now)")
        case "per_week": (Ratio.of(now, days, times: 7), "\(now) / \(days) days × 7")
        case "per_hour": (Ratio.of(now, days * 24), "\(now) / \(days) days / 24")
        default: (Ratio.of(now, days), "\(now) / \(days) days")
        }
    }

    /// An age or an offence of all; a whole with the flag, of all with and without.
    private func share(_ now: Int, _ key: Key) -> (Quantity?, String) {
        var whole = Key(area: key.area, period: key.period, measure: key.measure)
        if key.isWhole {
            let measures = schemas.rows("measure")
            let own = measures.first { $0["code"] == key.measure }
            guard own?["flag"] == "flagged",
                let all = measures.first(where: { $0["flag"] == "all" && $0["cue_unit"] == own?["cue_unit"] })?["code"]
            else { return (nil, "of what is not said") }
            whole.measure = all
        }
        guard let total = value(whole) else { return (nil, "no figure for \(whole.text)") }
        return (Ratio.of(now, total, times: 100), "\(now) / \(total) × 100")
    }

    private func rank(_ claim: Claim, _ now: Int, _ key: Key) -> (Quantity?, String) {
        let isAmongPeriods = claim.unit == Claim.periodUnit
        let members = claim.scope.map { schemas.members(of: $0, on: key.period.start) }
        let others = figures.keys.filter { other in
            guard (other.measure, other.offence, other.age) == (key.measure, key.offence, key.age), other != key else {
                return false
            }
            if isAmongPeriods { return other.area == key.area && other.period.days / 360 == key.period.days / 360 }
            return other.period == key.period && schemas.area(other.area)?["kind"] == "force"
                && members?.contains(other.area) ?? true
        }.compactMap { value($0) }
        guard !others.isEmpty else { return (nil, "nothing to rank it among") }
        let ahead = others.filter { claim.unit == Claim.lowestUnit ? $0 < now : $0 > now }.count
        let among = "\(others.count + 1) \(isAmongPeriods ? "periods" : "bodies") held"
        return (Quantity(ahead + 1), "\(now) is number \(ahead + 1) of the \(among)")
    }

    private func mostCommonAge(_ key: Key) -> (Quantity?, String) {
        let ages = figures.keys.filter {
            ($0.area, $0.period, $0.measure, $0.offence) == (key.area, key.period, key.measure, key.offence)
                && Int($0.age) != nil
        }.sorted()
        let counts = ages.compactMap { key in value(key).map { (age: Int(key.age) ?? 0, count: $0) } }
        guard counts.count > 1, let most = counts.max(by: { $0.count < $1.count }) else {
            return (nil, "no figures by single age")
        }
        return (Quantity(most.age), "age \(most.age) has \(most.count), the most of \(counts.count) ages")
    }
}

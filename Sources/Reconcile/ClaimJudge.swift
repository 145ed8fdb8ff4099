import Campaign
import Records

/// Recomputes claims from the source's own figures and from the current ones, and judges them alike every time.
package struct ClaimJudge {
    private let observations: [Key: Entry]
    private let breaks: Breaks

    package init(observations: [Entry], schemas: Schemas) {
        self.observations = Dictionary(observations.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        breaks = Breaks(schemas)
    }

    package func judge(_ claim: Claim, key: Key?, source: SourceID, own entries: [Entry]) -> JudgedClaim {
        var judged = JudgedClaim(claim: claim, source: source)
        judged.key = key
        guard let key else {
            judged.note = "whom, what or when it is about is not said"
            return judged
        }
        let own = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        let (computed, formula) = compute(claim, key, own)
        let (current, currentFormula) = compute(claim, key, observations)
        judged.basis = computed != nil ? "own" : current != nil ? "snapshot" : ""
        judged.computed = computed ?? current
        judged.note = computed != nil ? formula : currentFormula
        judged.verdict = Self.verdict(claim, judged.computed)
        judged.snapshotComputed = current
        judged.snapshotVerdict = Self.verdict(claim, current)
        judged.slip = slip(claim, key, judged, own: computed != nil ? own : observations)
        let broken =
            claim.base.map { !breaks.between($0, key.period, bodies: [key.area], offence: key.offence).isEmpty }
            ?? false
        judged.isComparable = judged.computed != nil && !broken
        if broken, judged.slip.isEmpty, judged.verdict == .supported { judged.slip = "series_break" }
        return judged
    }

    // MARK: the figures

    private func value(_ key: Key, _ figures: [Key: Entry]) -> Int? {
        guard let figure = figures[key]?.figure,
            figure.status == .exact || figure.status == .provisional || figure.status == .rounded
        else { return nil }
        return figure.value?.wholeValue
    }

    private func compute(_ claim: Claim, _ key: Key, _ figures: [Key: Entry]) -> (Quantity?, String) {
        guard let now = value(key, figures) else { return (nil, "no figure for \(key.text)") }
        switch claim.kind {
        case .level: return (Quantity(now), "\(now)")
        case .rate:
            let days = key.period.days
            if claim.unit == "days_per_offence" { return (Ratio.of(days, now), "\(days) days / \(now)") }
            if claim.unit == "hours_per_offence" {
                return (Ratio.of(days, now, times: 24), "\(days) × 24 hours / \(now)")
            }
            let divisor = claim.unit == "per_week" ? 7 : claim.unit == "per_hour" ? 1 : 1
            let result = claim.unit == "per_hour" ? Ratio.of(now, days * 24) : Ratio.of(now, days, times: divisor)
            return (
                result,
                "\(now) / \(days) days\(claim.unit == "per_week" ? " × 7" : claim.unit == "per_hour" ? " / 24" : "")"
            )
        case .rank, .share: return (nil, "not recomputed")
        case .difference, .percentChange, .ratio:
            guard let base = claim.base else { return (nil, "no base is said") }
            var before = key
            before.period = base
            guard let then = value(before, figures) else { return (nil, "no figure for \(before.text)") }
            switch claim.kind {
            case .difference: return (Quantity(now - then), "\(now) − \(then)")
            case .ratio: return (Ratio.of(now, then), "\(now) / \(then)")
            default: return (Ratio.of(now - then, then, times: 100), "(\(now) − \(then)) / \(then) × 100")
            }
        }
    }

    // MARK: the verdict

    private static func places(_ text: String) -> Int { text.split(separator: ".").dropFirst().first?.count ?? 0 }

    static func verdict(_ claim: Claim, _ computed: Quantity?) -> JudgedClaim.Verdict {
        guard let computed else { return .unverifiable }
        let claimed = claim.claimed
        if claim.kind == .ratio {
            if claim.hedge == .moreThan { return computed > claimed ? .supported : .contradicted }
            if claim.hedge == .nearly { return isJustBelow(claimed, computed) ? .supported : .contradicted }
            let low = Quantity(tenThousandths: claimed.tenThousandths - 500)
            return computed >= low && computed <= Quantity(tenThousandths: claimed.tenThousandths + 5000)
                ? .supported : .contradicted
        }
        switch claim.hedge {
        case .nearly: return isJustBelow(claimed, computed) ? .supported : .contradicted
        case .moreThan: return computed > claimed ? .supported : .contradicted
        case .about:
            return abs(computed.tenThousandths - claimed.tenThousandths) * 20 <= abs(claimed.tenThousandths)
                ? .supported : .contradicted
        case .none: break
        }
        let places = places(claim.claimedText)
        if computed.rounded(to: places) == claimed { return .supported }
        let unit = [10_000, 1000, 100, 10, 1][min(places, 4)]
        if computed.truncated(to: places) == claimed
            || abs(computed.rounded(to: places).tenThousandths - claimed.tenThousandths) == unit
        {
            return .imprecise
        }
        return .contradicted
    }

    /// From nine tenths of the claim up to it: what "nearly" allows.
    private static func isJustBelow(_ claimed: Quantity, _ computed: Quantity) -> Bool {
        computed.tenThousandths * 10 >= claimed.tenThousandths * 9 && computed < claimed
    }

    // MARK: the slip

    private func slip(_ claim: Claim, _ key: Key, _ judged: JudgedClaim, own: [Key: Entry]) -> String {
        guard judged.verdict == .imprecise || judged.verdict == .contradicted, let computed = judged.computed else {
            return ""
        }
        let places = Self.places(claim.claimedText)
        if computed.truncated(to: places) == claim.claimed { return "truncation" }
        if claim.kind == .percentChange, let base = claim.base {
            var before = key
            before.period = base
            if let now = value(key, own), let then = value(before, own), let ratio = Ratio.of(now, then, times: 100) {
                let times = Claim(
                    kind: .percentChange, claimed: claim.claimed, claimedText: claim.claimedText, hedge: claim.hedge,
                    unit: claim.unit, quote: "", places: [])
                if Self.verdict(times, ratio) != .contradicted { return "ratio_as_increase" }
            }
        }
        if claim.kind == .rate, let now = value(key, own) {
            for days in [365, 366] where days != key.period.days {
                if let other = Ratio.of(now, days), other.rounded(to: places) == claim.claimed { return "days_in_year" }
            }
        }
        if judged.basis == "own", judged.snapshotVerdict == .supported { return "other_vintage" }
        return ""
    }
}

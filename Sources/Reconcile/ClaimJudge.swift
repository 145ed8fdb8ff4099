import Campaign
import Records

/// Recomputes claims from the source's own figures and from the current ones, and judges them alike every time.
package struct ClaimJudge {
    private let current: ClaimFigures
    private let vintages: [Key: [Entry]]
    private let breaks: Breaks
    private let schemas: Schemas

    /// `vintages` are all statements of all sources, the current ones among them.
    package init(vintages: [Entry], schemas: Schemas) {
        current = ClaimFigures(vintages.filter { $0.standing == .current }, schemas: schemas)
        self.vintages = Dictionary(grouping: vintages, by: \.key)
        breaks = Breaks(schemas)
        self.schemas = schemas
    }

    package func judge(_ claim: Claim, key: Key?, source: SourceID, own entries: [Entry]) -> JudgedClaim {
        var judged = JudgedClaim(claim: claim, source: source)
        judged.key = key
        guard let key else {
            judged.note = "whom, what or when it is about is not said"
            return judged
        }
        let own = ClaimFigures(entries, schemas: schemas)
        let (computed, formula) = own.compute(claim, key)
        let (currently, currentFormula) = current.compute(claim, key)
        judged.basis = computed != nil ? "own" : currently != nil ? "snapshot" : ""
        judged.computed = computed ?? currently
        judged.note = computed != nil ? formula : currentFormula
        judged.verdict = Self.verdict(claim, judged.computed)
        judged.snapshotComputed = currently
        judged.snapshotVerdict = Self.verdict(claim, currently)
        let used = computed != nil ? own : current
        judged.slip = slip(claim, key, judged, used)
        let broken =
            claim.base.map { !breaks.between($0, key.period, bodies: [key.area], offence: key.offence).isEmpty }
            ?? false
        let unequal = hasUnequalResponders(claim, key, used)
        judged.isComparable = judged.computed != nil && !broken && !unequal
        if judged.slip.isEmpty, judged.verdict == .supported {
            if unequal { judged.slip = "unequal_responders" } else if broken { judged.slip = "series_break" }
        }
        return judged
    }

    /// The two figures of a change say that they count different numbers of bodies.
    private func hasUnequalResponders(_ claim: Claim, _ key: Key, _ figures: ClaimFigures) -> Bool {
        guard let base = claim.base, [.difference, .percentChange, .ratio].contains(claim.kind) else { return false }
        var before = key
        before.period = base
        guard let now = figures.entry(key)?.forcesStated, let then = figures.entry(before)?.forcesStated else {
            return false
        }
        return now != then
    }

    // MARK: the verdict

    private static func places(_ text: String) -> Int { text.split(separator: ".").dropFirst().first?.count ?? 0 }

    static func verdict(_ claim: Claim, _ computed: Quantity?) -> JudgedClaim.Verdict {
        guard let computed else { return .unverifiable }
        let claimed = claim.claimed
        if claim.kind == .rank { return computed == claim.claimed ? .supported : .contradicted }
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

    private func slip(_ claim: Claim, _ key: Key, _ judged: JudgedClaim, _ figures: ClaimFigures) -> String {
        guard judged.verdict == .imprecise || judged.verdict == .contradicted, let computed = judged.computed else {
            return ""
        }
        let places = Self.places(claim.claimedText)
        if computed.truncated(to: places) == claim.claimed { return "truncation" }
        if claim.kind == .percentChange, let now = figures.value(key), let base = claim.base,
            let then = figures.value(Key(key, in: base))
        {
            // A slip may come with another: 716 for 716.67.
            if Self.verdict(claim, Ratio.of(now, then, times: 100)) != .contradicted { return "ratio_as_increase" }
            if Self.verdict(claim, Ratio.of(now - then, now, times: 100)) != .contradicted { return "wrong_base" }
        }
        if claim.kind == .rate, let now = figures.value(key) {
            for days in [365, 366] where days != key.period.days {
                if let other = Ratio.of(now, days), other.rounded(to: places) == claim.claimed { return "days_in_year" }
            }
        }
        if judged.basis == "own", judged.snapshotVerdict == .supported { return "other_vintage" }
        if isTrueOfAnotherVintage(claim, key) { return "other_vintage" }
        if claim.base != nil, isTrueOfAnotherBase(claim, key, figures) { return "wrong_base" }
        return isTrueOfAnotherScope(claim, key, figures) ? "scope" : ""
    }

    private func holds(_ claim: Claim, _ computed: Quantity?) -> Bool { Self.verdict(claim, computed) == .supported }

    /// Some other statement of the same key, of either period, makes it true.
    private func isTrueOfAnotherVintage(_ claim: Claim, _ key: Key) -> Bool {
        let now = vintages[key] ?? []
        guard [.difference, .percentChange, .ratio].contains(claim.kind), let base = claim.base else {
            return now.contains { holds(claim, ClaimFigures([$0], schemas: schemas).compute(claim, key).0) }
        }
        return now.contains { late in
            (vintages[Key(key, in: base)] ?? []).contains { early in
                holds(claim, ClaimFigures([late, early], schemas: schemas).compute(claim, key).0)
            }
        }
    }

    private func isTrueOfAnotherBase(_ claim: Claim, _ key: Key, _ figures: ClaimFigures) -> Bool {
        (-3 ... -1).contains { years in
            guard let base = key.period.shifted(years: years), base != claim.base else { return false }
            var other = claim
            other.base = base
            return holds(claim, figures.compute(other, key).0)
        }
    }

    /// England and Wales for England, Wales and Northern Ireland: groups that share members.
    private func isTrueOfAnotherScope(_ claim: Claim, _ key: Key, _ figures: ClaimFigures) -> Bool {
        let members = schemas.members(of: key.area)
        guard !members.isEmpty else { return false }
        return vintages.keys.contains { other in
            var scoped = key
            scoped.area = other.area
            return scoped == other && other.area != key.area
                && !schemas.members(of: other.area).isDisjoint(with: members)
                && (holds(claim, figures.compute(claim, other).0) || isTrueOfAnotherVintage(claim, other))
        }
    }
}

extension Key {
    /// The same in another period.
    fileprivate init(_ key: Key, in period: Period) {
        self = key
        self.period = period
    }
}

import Campaign
import Records

/// Decides which of several statements of a key is current. The rule stands here and nowhere else.
struct VintageRule {
    let decisions: Decisions

    /// A body's own return, then a compilation, then the press.
    static func rank(_ entry: Entry) -> Int {
        if entry.method == .decision { return 0 }
        if entry.isOwn { return 1 }
        switch entry.kind {
        case .bodyReturn: return 2
        case .compilation: return 2
        case .press: return 3
        case .sidecar: return 4
        }
    }

    /// The entries of one key with their standing, and an issue where equals contradict each other.
    func settle(_ entries: [Entry]) -> (entries: [Entry], issue: Issue?) {
        var entries = entries
        let live = entries.indices.filter { entries[$0].standing != .withdrawn }
        guard !live.isEmpty else { return (entries, nil) }
        let order = live.sorted { precedes(entries[$0], entries[$1]) }
        guard var best = order.first else { return (entries, nil) }
        if let settled = settled(by: decisions, entries, live) {
            best = settled
        } else {
            let equals = order.filter {
                Self.sameRank(entries[$0], entries[best]) && !Self.equal(entries[$0], entries[best])
            }
            if !equals.isEmpty {
                for index in live { entries[index].standing = .held }
                let key = entries[best].key
                let found = order.map {
                    "“\(entries[$0].figure.raw)” in \(entries[$0].source.short) \(entries[$0].places.locator)"
                }.joined(separator: ", ")
                return (
                    entries,
                    Issue(
                        "conflicting-statements", .error, source: entries[best].source, places: entries[best].places,
                        area: key.area, period: key.period, measure: key.measure,
                        message:
                            "\(key.text): found \(found), expected one figure of this rank and date\nhint: settle it in Decisions/: settle: {area_code: \(key.area), period: \(key.period.label), measure: \(key.measure), source: \(entries[best].source.short)}"
                    )
                )
            }
        }
        entries[best].standing = .current
        for index in live where index != best {
            entries[index].standing = standing(
                of: entries[index], beside: entries[best], among: live.map { entries[$0] })
        }
        return (entries, nil)
    }

    private func settled(by decisions: Decisions, _ entries: [Entry], _ live: [Int]) -> Int? {
        for ruling in decisions.rulings {
            guard case .settle = ruling.verdict, let key = live.first.map({ entries[$0].key }) else { continue }
            let target = ruling.target
            guard target.area == key.area, target.period == key.period.label,
                target.measure.isEmpty || target.measure == key.measure,
                target.offence.isEmpty ? key.offence == "all" : target.offence == key.offence,
                target.age.isEmpty ? key.age == "all" : target.age == key.age
            else { continue }
            if let index = live.first(where: { entries[$0].source.digest.hasPrefix(target.source) }) { return index }
        }
        return nil
    }

    /// Figures before states, better ranks first, then later dates; undated never before dated.
    private func precedes(_ a: Entry, _ b: Entry) -> Bool {
        let (stateA, stateB) = (a.figure.status.isState, b.figure.status.isState)
        if stateA != stateB { return !stateA }
        let (rankA, rankB) = (Self.rank(a), Self.rank(b))
        if rankA != rankB { return rankA < rankB }
        if a.isWeaklyOwn != b.isWeaklyOwn { return !a.isWeaklyOwn }
        if a.known != b.known { return (a.known?.daysSince1970 ?? Int.min) > (b.known?.daysSince1970 ?? Int.min) }
        return (a.source, a.places.locator) < (b.source, b.places.locator)
    }

    private static func sameRank(_ a: Entry, _ b: Entry) -> Bool {
        a.figure.status.isState == b.figure.status.isState && rank(a) == rank(b) && a.known == b.known
            && a.isWeaklyOwn == b.isWeaklyOwn
    }

    static func equal(_ a: Entry, _ b: Entry) -> Bool {
        if a.figure.status.isState || b.figure.status.isState { return a.figure.status == b.figure.status }
        return a.figure.value == b.figure.value && a.figure.low == b.figure.low && a.figure.high == b.figure.high
    }

    private func standing(of entry: Entry, beside current: Entry, among all: [Entry]) -> Entry.Standing {
        if Self.equal(entry, current) { return .confirmed }
        if entry.figure.status.isState, !current.figure.status.isState {
            return Self.rank(entry) == Self.rank(current) ? .superseded : .disputed
        }
        if entry.isWeaklyOwn, !current.isWeaklyOwn { return .disputed }
        if Self.rank(entry) == Self.rank(current) { return entry.known == nil ? .disputed : .superseded }
        let own = all.filter { Self.rank($0) == Self.rank(current) && $0.source != current.source }
        if own.contains(where: { Self.equal($0, entry) }) { return .outdatedQuote }
        return .disputed
    }
}

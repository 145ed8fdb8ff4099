import Campaign
import Records

/// Statements become vintages, current figures and coverage.
package struct Reconciler: Sendable {
    let pipeline: Pipeline
    let schemas: Schemas
    let decisions: Decisions
    let asOf: CivilDate?

    package init(pipeline: Pipeline, schemas: Schemas, decisions: Decisions, asOf: CivilDate?) {
        self.pipeline = pipeline
        self.schemas = schemas
        self.decisions = decisions
        self.asOf = asOf
    }

    package func reconcile(_ contributions: [Contribution]) -> Holdings {
        let known = contributions.filter { isKnown($0) }
        var holdings = Holdings(contributions: known)
        var byKey: [Key: [Entry]] = [:]
        for contribution in known {
            for var entry in contribution.entries {
                if contribution.isWithdrawn { entry.standing = .withdrawn }
                byKey[entry.key, default: []].append(entry)
            }
        }
        let rule = VintageRule(decisions: decisions)
        for key in byKey.keys.sorted() {
            let settled = rule.settle(byKey[key] ?? [])
            holdings.vintages += settled.entries
            if let issue = settled.issue { holdings.issues.append(issue) }
        }
        holdings.latestDate = asOf ?? known.compactMap { $0.reading.asOf ?? $0.reading.received }.max()
        derive(from: &holdings)
        return holdings
    }

    /// The same holdings with these figures held back: what is derived leaves them out.
    package func hold(_ keys: Set<Key>, in holdings: inout Holdings) {
        for index in holdings.vintages.indices
        where holdings.vintages[index].standing == .current && keys.contains(holdings.vintages[index].key) {
            holdings.vintages[index].standing = .held
        }
        derive(from: &holdings)
    }

    private func derive(from holdings: inout Holdings) {
        holdings.coverage = CoverageRule(pipeline: pipeline, schemas: schemas, today: holdings.latestDate).rows(
            holdings)
        let sums = TotalRule(pipeline: pipeline, schemas: schemas, observations: holdings.observations)
        holdings.totals = sums.totals()
        holdings.comparisons = sums.comparisons()
        let judge = ClaimJudge(
            vintages: holdings.vintages.filter { $0.standing != .held && $0.standing != .withdrawn }, schemas: schemas)
        holdings.claims = holdings.contributions.filter { !$0.isWithdrawn }.flatMap { contribution in
            contribution.claims.map {
                judge.judge($0.claim, key: $0.key, source: contribution.reading.source.id, own: contribution.entries)
            }
        }
    }

    /// A source known only after the day asked for never changes that view.
    private func isKnown(_ contribution: Contribution) -> Bool {
        guard let asOf, let known = contribution.reading.received ?? contribution.reading.asOf else { return true }
        return known <= asOf
    }
}

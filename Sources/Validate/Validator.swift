import Campaign
import Records

/// What the checks say: more issues, and whether anything may be published.
package struct Verdict: Sendable {
    package var issues: [Issue] = []
    /// Why nothing may be published; empty where the gate is open.
    package var blocks: [String] = []
}

/// Runs every check on what is about to be published.
package struct Validator: Sendable {
    let pipeline: Pipeline
    let schemas: Schemas
    let decisions: Decisions

    package init(pipeline: Pipeline, schemas: Schemas, decisions: Decisions) {
        self.pipeline = pipeline
        self.schemas = schemas
        self.decisions = decisions
    }

    package func validate(_ holdings: Holdings) -> Verdict {
        var verdict = Verdict()
        checkKeys(holdings, &verdict)
        checkDecisions(holdings, &verdict)
        verdict.issues += Plausibility(schemas: schemas).issues(holdings.observations)
        return verdict
    }

    /// Two current figures of one key, or a code that no register knows, are faults of ours: nothing is published.
    private func checkKeys(_ holdings: Holdings, _ verdict: inout Verdict) {
        var seen: Set<Key> = []
        let areas = Set(schemas.rows("areas").compactMap { $0["area_code"] })
        let offences = schemas.codes("offence")
        for entry in holdings.observations {
            if !seen.insert(entry.key).inserted {
                verdict.blocks.append("\(entry.key.text): found two current figures, expected one")
            }
            if !areas.contains(entry.key.area) {
                verdict.blocks.append("\(entry.key.text): found no area “\(entry.key.area)” in the register")
            }
            if !offences.contains(entry.key.offence) {
                verdict.blocks.append("\(entry.key.text): found no offence “\(entry.key.offence)” in the codelist")
            }
        }
    }

    private func checkDecisions(_ holdings: Holdings, _ verdict: inout Verdict) {
        let used = holdings.contributions.reduce(into: Set<String>()) { $0.formUnion($1.decisionsUsed) }
        for ruling in decisions.rulings {
            if case .settle = ruling.verdict {
                let target = ruling.target
                if holdings.vintages.contains(where: {
                    $0.key.area == target.area && $0.key.period.label == target.period
                        && $0.source.digest.hasPrefix(target.source)
                }) {
                    continue
                }
            }
            guard !used.contains(ruling.entry.place.locator) else { continue }
            verdict.issues.append(
                Issue(
                    "decision-unused", .warning,
                    message:
                        "\(ruling.entry.place.locator): found nothing that it applies to, expected its source and place\nhint: correct its source and locator, or delete it"
                ))
        }
    }
}

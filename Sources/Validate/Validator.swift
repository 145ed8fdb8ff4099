import Campaign
import Records

/// What the checks say: more issues, and whether anything may be published.
package struct Verdict: Sendable {
    package var issues: [Issue] = []
    /// Why nothing may be published; empty where the gate is open.
    package var blocks: [String] = []
    /// Figures that a check holds back, and those it lets through with a flag.
    package var held: Set<Key> = []
    package var flagged: Set<Key> = []
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
        let accepted = runChecks(holdings, &verdict)
        checkDecisions(holdings, accepted, &verdict)
        return verdict
    }

    /// The checks that the codelist declares, in the order in which a person reads them.
    private var checks: [any Check] {
        func limit(_ code: String) -> Double { pipeline.checks[code]?.limit ?? 0 }
        let bodies = Set(
            schemas.rows("areas").filter { ["force", "fictional", "other"].contains($0["kind"]) }.compactMap {
                $0["area_code"]
            })
        let reference = Dictionary(
            schemas.rows("reference").compactMap { row in
                (row["value"].flatMap { Double($0) }).map { (row["area_code"] ?? "", $0) }
            }, uniquingKeysWith: { _, b in b })
        return [
            Plausibility(), CopiedYears(least: Int(limit("year-copied"))),
            ShiftedNames(reference: reference, limit: limit("shifted-names")),
            Jumps(breaks: Breaks(schemas), limit: limit("jump")), Restatements(limit: limit("restated-beyond")),
            ForcesStated(bodies: bodies), RecoverableParts(), UnfinishedYears(),
        ]
    }

    /// The decisions by which a finding is accepted.
    private func runChecks(_ holdings: Holdings, _ verdict: inout Verdict) -> Set<String> {
        let figures = Figures(holdings)
        var accepted: Set<String> = []
        for finding in checks.flatMap({ $0.findings(figures) }) {
            guard let rule = pipeline.checks[finding.code] else { continue }
            let key = finding.entry.key
            var issue = Issue(
                finding.code, rule.severity, source: finding.entry.source, places: finding.entry.places, area: key.area,
                period: key.period, measure: key.measure,
                message:
                    "\(schemas.areaName(key.area)) \(key.period.label): \(finding.words)\nhint: \(finding.hint)")
            let acceptances = acceptances(of: finding)
            accepted.formUnion(acceptances)
            issue.isDecided = !acceptances.isEmpty
            if !issue.isDecided {
                switch rule.gate {
                case .publish: break
                case .flag: verdict.flagged.insert(key)
                case .holdRow:
                    verdict.held.insert(key)
                    issue.message +=
                        "; held back: release it with accept: {check: \(finding.code), area_code: \(key.area), period: \(key.period.label), measure: \(key.measure)}"
                case .holdSnapshot: verdict.blocks.append("\(key.text): \(finding.words)")
                }
            }
            verdict.issues.append(issue)
        }
        return accepted
    }

    private func acceptances(of finding: Finding) -> [String] {
        decisions.rulings.filter { ruling in
            guard case .accept(let code) = ruling.verdict, code == finding.code else { return false }
            let (target, key) = (ruling.target, finding.entry.key)
            return target.area == key.area && (target.period.isEmpty || target.period == key.period.label)
                && (target.measure.isEmpty || target.measure == key.measure)
                && (target.offence.isEmpty || target.offence == key.offence)
                && (target.age.isEmpty || target.age == key.age)
        }.map(\.entry.place.locator)
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

    /// The name stands in a source as the name of whose figures they are.
    private func isUsed(_ mapping: Decisions.NameMapping, _ holdings: Holdings) -> Bool {
        let name = mapping.name.lowercased()
        return holdings.contributions.contains { contribution in
            contribution.reading.sender.contains { $0.evidence.text.lowercased().contains(name) }
                || contribution.entries.contains { entry in
                    entry.areaAsWritten.lowercased().contains(name)
                        || entry.evidence.contains { $0.part == "area" && $0.text.lowercased().contains(name) }
                }
        }
    }

    private func checkDecisions(_ holdings: Holdings, _ accepted: Set<String>, _ verdict: inout Verdict) {
        for mapping in decisions.names where !isUsed(mapping, holdings) {
            verdict.issues.append(
                Issue(
                    "decision-unused", .warning,
                    message:
                        "\(mapping.entry.place.locator): found no “\(mapping.name)” in any source, expected one\nhint: correct the name as the source writes it, or delete the decision"
                ))
        }
        let used = holdings.contributions.reduce(into: accepted) { $0.formUnion($1.decisionsUsed) }
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

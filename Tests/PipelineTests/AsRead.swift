import Files
import Foundation
import Records
import Testing

/// What the program made of a case beside its figures: sources, the fate of each number, claims, issues, notes.
///
/// Unlike `expected/`, which people wrote without it, `as_read.txt` is its own output, looked through and kept: no rule changes
/// without a line of it. `APPROVE=1 swift test --filter CaseTests` writes the files anew; read the difference before committing it.
struct AsRead {
    let text: String

    init(_ run: CaseRun) {
        var lines: [String] = []
        for contribution in run.contributions.sorted(by: {
            ($0.reading.source.paths.first ?? "") < ($1.reading.source.paths.first ?? "")
        }) {
            lines += Self.lines(of: contribution)
        }
        for row in run.rows("claims") {
            lines.append(
                "claim \(row.text(["claim_type", "claimed", "unit", "hedge", "area_code", "measure", "period", "base_period", "computed", "verdict", "slip"]))"
            )
        }
        for row in run.rows("issues") {
            lines.append("issue \(row.text(["severity", "code", "area_code", "period", "locator"]))")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of contribution: Contribution) -> [String] {
        let reading = contribution.reading
        var lines = [
            "source \(reading.source.paths.joined(separator: " | ")): \(reading.kind.rawValue), of \(reading.sender.map { "\($0.area) by \($0.evidence.kind.rawValue)" }.joined(separator: ", ")), reference “\(reading.reference)”, as of \(reading.asOf?.iso ?? "")"
        ]
        var fates: [String: [String]] = [:]
        for entry in contribution.account.entries {
            let fate =
                switch entry.fate {
                case .published: "published"
                case .statement: "statement"
                case .explained(let reason, let witness):
                    reason == "record" || reason == "label" ? reason : "\(reason), \(witness)"
                case .unexplained: "unexplained"
                }
            fates[fate, default: []].append(entry.count == 1 ? entry.raw : "\(entry.raw) x\(entry.count)")
        }
        for (fate, numbers) in fates.sorted(by: { $0.key < $1.key }) {
            let shown = numbers.prefix(24).joined(separator: " ")
            lines.append("  \(numbers.count) \(fate): \(shown)\(numbers.count > 24 ? " …" : "")")
        }
        var origins: [String: Int] = [:]
        for entry in contribution.entries {
            for note in entry.notes { origins["note \(note)", default: 0] += 1 }
            for evidence in entry.evidence { origins["\(evidence.part) by \(evidence.kind.rawValue)", default: 0] += 1 }
        }
        lines += origins.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        lines += reading.notes.map { "  note \($0.kind): \($0.text)" }
        return lines.map { $0.split(separator: "\n").joined(separator: " ") }
    }

    func check(against path: String) throws {
        if ProcessInfo.processInfo.environment["APPROVE"] == "1" {
            try Disk.write(text, to: path)
            return
        }
        let kept = String(decoding: try Disk.read(path), as: UTF8.self).split(separator: "\n")
        let found = text.split(separator: "\n")
        for change in found.difference(from: kept).prefix(8) {
            switch change {
            case .insert(_, let line, _): Issue.record("read now: \(line)")
            case .remove(_, let line, _): Issue.record("read no more: \(line)")
            }
        }
    }
}

import Campaign
import Files
import Foundation
import Normalise
import Publish
import Reconcile
import Records

/// Claims of any text, each recomputed from the latest snapshot, with the sentence that would be right.
package struct ClaimCheck {
    private let space: Workspace
    private let pipeline: Pipeline
    private let judge: ClaimJudge
    private let version: String

    package init(_ space: Workspace, _ pipeline: Pipeline) throws {
        self.space = space
        self.pipeline = pipeline
        guard let snapshot = SnapshotStore(workspace: space.root, pipeline: pipeline.name).latest else {
            throw Fault(
                .noInput, "\(pipeline.name): found no snapshot to check against", hint: "run: force-returns run")
        }
        version = snapshot.version
        judge = ClaimJudge(vintages: try Self.vintages(snapshot), schemas: space.schemas)
    }

    private static func vintages(_ snapshot: Snapshot) throws -> [Entry] {
        try SnapshotTables(snapshot).rows("vintages").compactMap { row in
            guard let period = Period(label: row["period"] ?? ""), let value = Quantity(digits: row["value"] ?? ""),
                let status = Status(rawValue: row["status"] ?? "")
            else { return nil }
            let key = Key(
                area: row["area_code"] ?? "", period: period, measure: row["measure"] ?? "",
                offence: row["offence"] ?? "all",
                age: row["victim_age"] ?? "all")
            let figure = Figure(value: value, low: value, high: value, status: status, raw: row["raw"] ?? "")
            var entry = Entry(
                key: key, figure: figure, method: .table, source: SourceID(digest: row["source"] ?? ""), places: [],
                kind: .bodyReturn)
            entry.standing = row["standing"].flatMap { Entry.Standing(rawValue: $0) } ?? .superseded
            entry.forcesStated = row["forces_stated"].flatMap { Int($0) }
            return entry
        }
    }

    /// The figures that the text tells outright, to be held against the snapshot alone.
    private static func levels(_ contribution: Contribution) -> [(claim: Claim, key: Key?)] {
        contribution.entries.filter { $0.method == .sentence }.compactMap { entry in
            guard let value = entry.figure.value else { return nil }
            let claim = Claim(
                kind: .level, claimed: value, claimedText: entry.figure.raw, hedge: .none, unit: "offences",
                quote: entry.words, places: entry.places)
            return (claim, entry.key)
        }
    }

    /// The sentence with what its figures give in the place of what it says.
    private static func corrected(_ claim: Claim, _ right: Quantity) -> String {
        let places = min(
            1, max(claim.claimedText.split(separator: ".").dropFirst().first?.count ?? 0, right.isWhole ? 0 : 1))
        let number = Quantity(tenThousandths: abs(right.tenThousandths)).rounded(to: places).description
        let words: String
        switch claim.kind {
        case .ratio: words = "rose to \(number) times the figure"
        case .rank where claim.unit != Claim.ageUnit:
            return "number \(number) from the \(claim.unit == Claim.lowestUnit ? "lowest" : "highest")"
        case .percentChange where (right < .zero) != (claim.claimed < .zero):
            words = "\(number) per cent \(right < .zero ? "down" : "up"), not"
        default: words = number
        }
        // A hedge belongs to the number that it hedged.
        for hedge in ["nearly ", "almost ", "more than ", "over ", "about ", "around ", "approximately ", ""] {
            if let range = claim.quote.range(of: hedge + claim.claimedText) {
                return claim.quote.replacingCharacters(in: range, with: words)
            }
        }
        return "\(number) \(claim.unit)"
    }

    /// One paragraph a claim: verdict, the words, the formula, and what would be right.
    package func text(for file: String) throws -> String {
        let bytes = try Disk.read(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let source = Source(id: SourceID(digest: Digest.of(bytes)), paths: [name], byteCount: bytes.count)
        let reading = SourceReader(lexicon: space.lexicon).read(bytes, of: source)
        if let why = reading.unreadable {
            throw Fault(.noInput, "\(file): found \(why), expected CSV, HTML or plain text")
        }
        let contribution = Normaliser(
            pipeline: pipeline, schemas: space.schemas, decisions: space.decisions, lexicon: space.lexicon
        ).normalise(reading)
        var lines: [String] = []
        for bound in contribution.claims + Self.levels(contribution) {
            // A figure is no proof of itself.
            let isPlain = bound.claim.kind == .level && bound.claim.hedge == .none
            let judged = judge.judge(
                bound.claim, key: bound.key, source: source.id, own: isPlain ? [] : contribution.entries)
            lines.append("\(judged.verdict.rawValue): “\(bound.claim.quote)”")
            lines.append(
                "  claimed \(bound.claim.kind.rawValue) \(bound.claim.claimed)\(bound.claim.unit == "percent" ? " %" : " \(bound.claim.unit)"), \(judged.basis.isEmpty ? "no figures" : judged.basis + " figures") give \(judged.computed?.description ?? "nothing"): \(judged.note)"
            )
            if let current = judged.snapshotComputed {
                lines.append("  snapshot \(version) gives \(current): \(judged.snapshotVerdict.rawValue)")
            }
            if !judged.slip.isEmpty { lines.append("  slip: \(judged.slip)") }
            if judged.verdict == .contradicted || judged.verdict == .imprecise, let right = judged.computed {
                lines.append("  right: “\(Self.corrected(bound.claim, right))”")
            }
        }
        return lines.isEmpty ? "\(file): no claims found\n" : lines.joined(separator: "\n") + "\n"
    }
}

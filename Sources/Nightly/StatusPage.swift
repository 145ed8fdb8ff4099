import Campaign
import Collect
import Publish
import Records

/// What an analyst wants to know at eight in the morning, in plain lines.
package struct StatusPage {
    private let space: Workspace
    private let pipeline: Pipeline

    package init(_ space: Workspace, _ pipeline: Pipeline) throws {
        self.space = space
        self.pipeline = pipeline
    }

    package var text: String {
        get throws {
            guard let snapshot = SnapshotStore(workspace: space.root, pipeline: pipeline.name).latest else {
                return "\(pipeline.title)\nno snapshot yet; run: force-returns run\n"
            }
            let tables = SnapshotTables(snapshot)
            let sources = try tables.rows("sources")
            let issues = try tables.rows("issues")
            let asking = Set(OpenIssues(issues).groups.map(\.source))
            func count(_ outcome: String) -> Int { sources.filter { $0["outcome"] == outcome }.count }
            let doubted = sources.filter { $0["outcome"] == "read" && asking.contains($0["source"] ?? "") }
            var lines = ["\(pipeline.title)", "snapshot \(snapshot.version) at \(snapshot.folder)", ""]
            lines.append(
                "Sources: \(sources.count), of which \(count("needs_review")) wait for your decision, \(count("unreadable")) cannot be read and \(doubted.count) were read with doubts"
            )
            lines += coverage(try tables.rows("coverage"))
            lines += unread
            lines += needs(issues, sources)
            lines += chase(try tables.rows("coverage"), sources)
            return Self.printable(lines.joined(separator: "\n") + "\n")
        }
    }

    /// Without the signs by which a file's name could steer a terminal.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\n" ? "\u{FFFD}" : $0 }))
    }

    /// What lies in the inbox and no run can read.
    private var unread: [String] {
        let left = Collector.skipped(in: space.root)
        guard !left.isEmpty else { return [] }
        return ["", "Left unread in the inbox (\(left.count)):"] + left.map { "  \($0.path): \($0.why)" }
    }

    private func coverage(_ rows: [[String: String]]) -> [String] {
        let asked = rows.filter {
            !($0["notes"] ?? "").contains("outside_frame") && $0["measure"] == pipeline.defaultMeasure
                && $0["state"] != "out_of_scope"
        }
        var lines = ["", "Coverage of \(pipeline.defaultMeasure):"]
        for period in Set(asked.compactMap { $0["period"] }).sorted() {
            let own = asked.filter { $0["period"] == period }
            let states = ["supplied", "partial", "suppressed", "refused", "not_held", "not_available", "no_response"]
            let counts = states.compactMap { state -> String? in
                let count = own.filter { $0["state"] == state }.count
                let waiting = own.filter { $0["state"] == state && $0["reason"] == "to_review" }.count
                let remark = waiting > 0 ? " (\(waiting) not published: see what needs you)" : ""
                return count > 0 ? "\(count) \(state)\(remark)" : nil
            }
            lines.append("  \(period)  \(own.count) asked: \(counts.joined(separator: ", "))")
        }
        return lines
    }

    private func needs(_ issues: [[String: String]], _ sources: [[String: String]]) -> [String] {
        let groups = OpenIssues(issues).groups
        guard !groups.isEmpty else { return ["", "Nothing needs you."] }
        let names = Dictionary(
            sources.map { ($0["source"] ?? "", $0["file_names"] ?? "") }, uniquingKeysWith: { a, _ in a })
        var lines = ["", "Needs you (\(groups.count)):"]
        for group in groups {
            let text = group.text(file: names[group.source] ?? "")
            lines.append("  " + text.split(separator: "\n").joined(separator: "\n      "))
        }
        return lines
    }

    private func chase(_ rows: [[String: String]], _ sources: [[String: String]]) -> [String] {
        var silent: [String: [String]] = [:]
        for row in rows
        where row["state"] == "no_response" && row["measure"] == pipeline.defaultMeasure
            && !(row["notes"] ?? "").contains("outside_frame")
        {
            silent[row["area_name"] ?? "", default: []].append(row["period"] ?? "")
        }
        guard !silent.isEmpty else { return ["", "Nobody to chase."] }
        let references = Dictionary(
            sources.map { ($0["area_code"] ?? "", $0["reference"] ?? "") },
            uniquingKeysWith: { a, b in a.isEmpty ? b : a })
        let codes = Dictionary(
            rows.map { ($0["area_name"] ?? "", $0["area_code"] ?? "") }, uniquingKeysWith: { a, _ in a })
        var lines = ["", "To chase (\(silent.count)), of those that \(pipeline.name).yml says were asked:"]
        for (name, periods) in silent.sorted(by: { $0.key < $1.key }) {
            let reference = references[codes[name] ?? ""] ?? ""
            lines.append(
                "  \(name): \(periods.sorted().joined(separator: ", "))\(reference.isEmpty ? "" : "; their reference \(reference)")"
            )
        }
        return lines
    }
}

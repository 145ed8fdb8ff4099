import Records

/// `CHANGES.md`: what changed since the snapshot before, in words that an analyst would send on, and the version it makes.
struct Changes {
    private(set) var lines: [String] = []
    private(set) var change = Version.Change.patch

    /// Without a snapshot before there is nothing to compare with.
    init(first tables: SnapshotTables) throws {
        lines = [
            "First snapshot: figures \(try tables.rows("observations").count), sources \(try tables.rows("sources").count)."
        ]
    }

    init(_ diff: SnapshotDiff, tables: [Table]) throws {
        let (old, new) = (diff.old, diff.new)
        change = try Self.change(diff, tables)
        lines += try Self.membership(old, new) + Self.arrivals(diff)
        for change in diff.changes where change.kind != .added {
            let key = change.key.filter { $0 != "all" }.dropFirst().joined(separator: ", ")
            lines.append(
                "\(change.kind == .withdrawn ? "Withdrawn" : change.kind == .moved ? "Changed its state" : "Revised"): \(change.areaName), \(key): \(change.before) → \(change.after.isEmpty ? "gone" : change.after); \(Self.words(change.cause)) (\(change.by))."
            )
        }
        lines += try Self.coverage(old, new) + Self.totals(old, new)
        if lines.isEmpty { lines.append("No figure changed; sources, issues, notes or the campaign's own words did.") }
    }

    func text(title: String, version: String, previous: String?) -> String {
        let since = previous.map { "Since \($0):\n\n" } ?? ""
        return "# \(title), \(version)\n\n\(since)" + lines.map { "- \($0)\n" }.joined()
    }

    private static func words(_ cause: SnapshotDiff.Cause) -> String {
        switch cause {
        case .program: "the program reads it better"
        case .evidence: "what stands beside the file changed"
        case .decision: "decided"
        case .source: "by a new source"
        case .restatement: "restated by the body"
        case .configuration: "by a change of schemas or campaign"
        case .membership: "by another membership"
        }
    }

    /// Mixed causes take the highest; other columns or another membership change what every figure means.
    private static func change(_ diff: SnapshotDiff, _ tables: [Table]) throws -> Version.Change {
        for table in tables {
            guard let columns = try? diff.old.columns(table.name), columns == table.columns.map(\.name) else {
                return .major
            }
        }
        if try diff.old.rows("area_members") != diff.new.rows("area_members") { return .major }
        let byFigures = diff.changes.map(\.cause.change).max() ?? .patch
        // Decisions, and what the campaign asks for, are never the program's own corrections.
        if !diff.new.papers.changed("Decisions/", since: diff.old.papers).isEmpty { return max(byFigures, .minor) }
        let isAskedOtherwise = !diff.new.papers.changed("Pipelines/", since: diff.old.papers).isEmpty
        let differs = try ["coverage", "vintages"].contains { try diff.old.rows($0) != diff.new.rows($0) }
        return isAskedOtherwise && differs ? max(byFigures, .minor) : byFigures
    }

    /// Bodies that groups gained and lost.
    private static func membership(_ old: SnapshotTables, _ new: SnapshotTables) throws -> [String] {
        func members(_ tables: SnapshotTables) throws -> [String: Set<String>] {
            Dictionary(
                try tables.rows("area_members").map { ($0["area_code"] ?? "", [$0["member_code"] ?? ""]) },
                uniquingKeysWith: { $0.union($1) })
        }
        let (before, after) = (try members(old), try members(new))
        let names = Dictionary(
            try (old.rows("areas") + new.rows("areas")).map { ($0["area_code"] ?? "", $0["area_name"] ?? "") },
            uniquingKeysWith: { _, b in b })
        return Set(before.keys).union(after.keys).sorted().compactMap { group in
            let (was, now) = (before[group] ?? [], after[group] ?? [])
            guard was != now else { return nil }
            let gained = now.subtracting(was).sorted().map { "with \(names[$0] ?? $0)" }
            let lost = was.subtracting(now).sorted().map { "without \(names[$0] ?? $0)" }
            return "Membership: \(names[group] ?? group): \((gained + lost).joined(separator: ", "))."
        }
    }

    /// Figures added, a line for each source.
    private static func arrivals(_ diff: SnapshotDiff) throws -> [String] {
        let files = try diff.new.rows("sources", by: ["source"])
        let groups = Dictionary(grouping: diff.changes.filter { $0.kind == .added }) { $0.by }
        return groups.sorted { $0.key < $1.key }.map { by, changes in
            let bodies = Set(changes.map(\.areaName)).sorted()
            let named =
                bodies.count > 3
                ? "\(bodies.prefix(3).joined(separator: ", ")) and \(bodies.count - 3) more"
                : bodies.joined(separator: ", ")
            let origin = files[by]?["file_names"].map { "\($0) (\(by))" } ?? by
            return "Added: \(changes.count) figure\(changes.count == 1 ? "" : "s") of \(named), from \(origin)."
        }
    }

    private static func coverage(_ old: SnapshotTables, _ new: SnapshotTables) throws -> [String] {
        let key = ["area_code", "period", "measure"]
        let before = try old.rows("coverage", by: key)
        return try new.rows("coverage").compactMap { row in
            guard let was = before[key.map { row[$0] ?? "" }.joined(separator: ",")], was["state"] != row["state"]
            else {
                return nil
            }
            return
                "Coverage: \(row["area_name"] ?? ""), \(row["period"] ?? ""), \(row["measure"] ?? ""): \(plain(was["state"])) → \(plain(row["state"]))."
        }
    }

    /// Totals of whole bodies, with the forces that each counts: a larger total may only count more of them.
    private static func totals(_ old: SnapshotTables, _ new: SnapshotTables) throws -> [String] {
        let key = try new.columns("totals").prefix { $0 != "value" }.filter {
            !["area_name", "period_start", "period_end"].contains($0)
        }
        let before = try old.rows("totals", by: key)
        let after = try new.rows("totals", by: key)
        let isWhole = { (row: SnapshotTables.Row) in key.dropFirst(3).allSatisfy { row[$0] == "all" } }
        let gone = before.filter { after[$0.key] == nil && isWhole($0.value) }.values.map { row in
            "Total: \(row["area_name"] ?? ""), \(row["period"] ?? ""), \(row["measure"] ?? ""): \(sum(row)) → gone."
        }
        return try gone.sorted()
            + new.rows("totals").compactMap { row in
                guard isWhole(row),
                    let was = before[key.map { row[$0] ?? "" }.joined(separator: ",")],
                    ["value_low", "value_high", "forces"].contains(where: { was[$0] != row[$0] })
                else { return nil }
                return
                    "Total: \(row["area_name"] ?? ""), \(row["period"] ?? ""), \(row["measure"] ?? ""): \(sum(was)) → \(sum(row))."
            }
    }

    private static func sum(_ row: SnapshotTables.Row) -> String {
        let (low, high) = (row["value_low"] ?? "", row["value_high"] ?? "")
        return "\(low == high ? low : "\(low)–\(high)") (\(row["forces_counted"] ?? "") forces)"
    }

    private static func plain(_ state: String?) -> String { (state ?? "").split(separator: "_").joined(separator: " ") }
}

import Records

/// What changed between two snapshots, key by key, with the cause of each.
package struct SnapshotDiff {
    package enum Kind: String, Sendable { case added, revised, withdrawn, moved }

    package enum Cause: String, Comparable, Sendable {
        case program = "program change"
        case evidence = "sidecar"
        case decision
        case source = "new source"
        case restatement = "restatement"
        case configuration = "schemas or campaign"
        case membership

        /// The version that a change of this cause makes: our own reading mended is a patch.
        var change: Version.Change {
            switch self {
            case .program: .patch
            case .evidence, .decision, .source, .restatement, .configuration: .minor
            case .membership: .major
            }
        }

        package static func < (a: Cause, b: Cause) -> Bool { a.change < b.change }
    }

    package struct Change: Sendable {
        package var kind: Kind
        package var key: [String]
        package var areaName: String
        package var before: String
        package var after: String
        package var cause: Cause
        /// The source, the decision or the file that made it.
        package var by: String
    }

    package private(set) var changes: [Change] = []
    let old: SnapshotTables
    let new: SnapshotTables

    /// `key` names the columns of an observation's key.
    package init(_ old: SnapshotTables, _ new: SnapshotTables) throws {
        self.old = old
        self.new = new
        // Everything before the figure itself names it.
        let names = ["area_name", "period_start", "period_end"]
        let key = try new.columns("observations").prefix { $0 != "value" }.filter { !names.contains($0) }
        let before = try old.rows("observations", by: key)
        let after = try new.rows("observations", by: key)
        let causes = try Causes(old, new, key: key)
        for name in Set(before.keys).union(after.keys).sorted() {
            let (earlier, later) = (before[name], after[name])
            guard let row = later ?? earlier, Self.differ(earlier, later) else { continue }
            let (cause, by) = causes.cause(of: name, from: earlier, to: later)
            changes.append(
                Change(
                    kind: Self.kind(earlier, later), key: key.map { row[$0] ?? "" }, areaName: row["area_name"] ?? "",
                    before: Self.show(earlier), after: Self.show(later), cause: cause, by: by))
        }
    }

    private static func differ(_ a: SnapshotTables.Row?, _ b: SnapshotTables.Row?) -> Bool {
        guard let a, let b else { return true }
        return ["value", "value_low", "value_high", "status"].contains { a[$0] != b[$0] }
    }

    /// A figure that changes is revised; one that changes only its state, as from `<5` to 3, has moved.
    private static func kind(_ old: SnapshotTables.Row?, _ new: SnapshotTables.Row?) -> Kind {
        guard let old else { return .added }
        guard let new else { return .withdrawn }
        return old["value"] == new["value"] || old["value"] == "" || new["value"] == "" ? .moved : .revised
    }

    static func show(_ row: SnapshotTables.Row?) -> String {
        guard let row else { return "" }
        if let value = row["value"], !value.isEmpty {
            return row["status"] == "exact" ? value : "\(value) (\(row["status"] ?? ""))"
        }
        if row["status"] == "suppressed" || row["status"] == "bounded" {
            return "\(row["value_low"] ?? "")–\(row["value_high"] ?? "")"
        }
        return (row["status"] ?? "").split(separator: "_").joined(separator: " ")
    }

    /// A line a change.
    package var text: String {
        changes.map {
            "\($0.kind.rawValue) \($0.key.joined(separator: ",")): \($0.before.isEmpty ? "" : $0.before + " → ")\($0.after.isEmpty ? "gone" : $0.after) (\($0.cause.rawValue), \($0.by))\n"
        }.joined()
    }

    package var table: Table {
        var table = Table(
            name: "diff",
            columns: ["change", "key", "before", "after", "cause", "by"].map { Table.Column(name: $0, type: .string) },
            key: ["key"])
        for change in changes {
            table.append([
                "change": change.kind.rawValue, "key": change.key.joined(separator: ","), "before": change.before,
                "after": change.after, "cause": change.cause.rawValue, "by": change.by,
            ])
        }
        return table
    }
}

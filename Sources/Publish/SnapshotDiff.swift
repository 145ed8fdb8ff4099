import Files
import Foundation
import Records

/// What changed between two snapshots, key by key, with the cause of each.
package struct SnapshotDiff {
    package enum Kind: String, Sendable { case added, revised, withdrawn, moved }

    package struct Change: Sendable {
        package var kind: Kind
        package var key: [String]
        package var before: String
        package var after: String
        package var cause: String
        package var by: String
    }

    package private(set) var changes: [Change] = []

    package init(_ a: Snapshot, _ b: Snapshot) throws {
        let (before, key) = try Self.rows(a, "observations")
        let (after, _) = try Self.rows(b, "observations")
        let oldSources = Set(try Self.rows(a, "sources").rows.map { $0.value["source"] ?? "" })
        let newSources = try Self.rows(b, "sources").rows
        let outcomes = Dictionary(
            newSources.map { ($0.value["source"] ?? "", $0.value["outcome"] ?? "") }, uniquingKeysWith: { x, _ in x })
        let sameProgram = Self.program(a) == Self.program(b)
        for name in Set(before.keys).union(after.keys).sorted() {
            let (old, new) = (before[name], after[name])
            guard
                old?["value"] != new?["value"] || old?["status"] != new?["status"]
                    || old?["value_low"] != new?["value_low"] || old?["value_high"] != new?["value_high"] || old == nil
                    || new == nil
            else { continue }
            let kind: Kind =
                old == nil
                ? .added
                : new == nil
                    ? .withdrawn
                    : old?["value"] == new?["value"] || old?["value"] == "" || new?["value"] == "" ? .moved : .revised
            let source = new?["source"] ?? old?["source"] ?? ""
            let cause: String
            if new?["method"] == "decision" || new == nil && outcomes[source] == "withdrawn" {
                cause = "decision"
            } else if !oldSources.contains(source) {
                cause = old != nil && old?["source"] != source ? "restatement" : "new source"
            } else if old?["source"] != new?["source"], old != nil, new != nil {
                cause = "restatement"
            } else {
                cause = sameProgram ? "decision or membership" : "program change"
            }
            changes.append(
                Change(
                    kind: kind, key: key.map { (new ?? old)?[$0] ?? "" }, before: Self.show(old), after: Self.show(new),
                    cause: cause, by: source))
        }
    }

    private static func program(_ snapshot: Snapshot) -> String {
        guard let bytes = try? Disk.read("\(snapshot.folder)/datapackage.json"),
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { return "" }
        return (object["program"] as? [String: Any])?["version"] as? String ?? ""
    }

    private static func show(_ row: [String: String]?) -> String {
        guard let row else { return "" }
        if let value = row["value"], !value.isEmpty { return value }
        if row["status"] == "suppressed" || row["status"] == "bounded" {
            return "\(row["value_low"] ?? "")–\(row["value_high"] ?? "")"
        }
        return row["status"] ?? ""
    }

    /// Rows by key, and the names of the key's columns.
    private static func rows(_ snapshot: Snapshot, _ table: String) throws -> (
        rows: [String: [String: String]], key: [String]
    ) {
        let data = Data(try Disk.read("\(snapshot.folder)/datapackage.json"))
        let resources =
            (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["resources"] as? [[String: Any]] ?? []
        let schema = resources.first { $0["name"] as? String == table }?["schema"] as? [String: Any]
        let key = schema?["primaryKey"] as? [String] ?? []
        var parser = CSVParser(try Disk.read("\(snapshot.folder)/data/\(table).csv"), delimiter: 0x2C)
        let header = (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
        var rows: [String: [String: String]] = [:]
        while let record = parser.next() {
            let row = Dictionary(
                zip(header, record.fields.map { String(decoding: $0, as: UTF8.self) }), uniquingKeysWith: { x, _ in x })
            rows[key.map { row[$0] ?? "" }.joined(separator: ",")] = row
        }
        return (rows, key)
    }

    /// A line a change.
    package var text: String {
        changes.map {
            "\($0.kind.rawValue) \($0.key.joined(separator: ",")): \($0.before.isEmpty ? "" : $0.before + " → ")\($0.after.isEmpty ? "gone" : $0.after) (\($0.cause), \($0.by))\n"
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
                "after": change.after, "cause": change.cause, "by": change.by,
            ])
        }
        return table
    }
}

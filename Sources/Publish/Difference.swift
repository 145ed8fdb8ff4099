import Files
import Foundation
import Records

/// What changed between a published snapshot and tables about to be published.
struct Difference {
    private(set) var change = Version.Change.patch
    private(set) var lines: [String] = []
    private(set) var isEmpty = true

    init(from snapshot: Snapshot, to building: String, tables: [Table]) throws {
        var added = 0
        var revised: [String] = []
        var withdrawn: [String] = []
        for table in tables {
            let old = (try? Disk.read("\(snapshot.folder)/data/\(table.name).csv")) ?? []
            let new = try Disk.read("\(building)/data/\(table.name).csv")
            if old == new { continue }
            isEmpty = false
            if Self.header(old) != Self.header(new) { change = .major }
            if table.name == "area_members" || table.name == "areas" { change = .major }
            guard table.name == "observations" else { continue }
            let before = Self.rows(old, key: table.key)
            let after = Self.rows(new, key: table.key)
            for (key, row) in after.sorted(by: { $0.key < $1.key }) {
                guard let earlier = before[key] else {
                    added += 1
                    continue
                }
                if earlier["value"] != row["value"] || earlier["status"] != row["status"] {
                    revised.append("\(key): \(Self.show(earlier)) → \(Self.show(row)) (source \(row["source"] ?? ""))")
                }
            }
            withdrawn = before.keys.filter { after[$0] == nil }.sorted()
            if added > 0 || !revised.isEmpty || !withdrawn.isEmpty { change = max(change, .minor) }
        }
        if added > 0 { lines.append("\(added) figure\(added == 1 ? "" : "s") added.") }
        lines += revised.map { "Revised: \($0)." }
        lines += withdrawn.map { "Withdrawn: \($0)." }
        if lines.isEmpty, !isEmpty { lines.append("No figure changed; coverage, sources, issues or notes did.") }
    }

    private static func header(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix { $0 != 0x0A } }

    private static func show(_ row: [String: String]) -> String {
        row["value"].flatMap { $0.isEmpty ? nil : $0 } ?? row["status"] ?? ""
    }

    private static func rows(_ bytes: [UInt8], key: [String]) -> [String: [String: String]] {
        var parser = CSVParser(bytes, delimiter: 0x2C)
        guard let header = parser.next()?.fields.map({ String(decoding: $0, as: UTF8.self) }) else { return [:] }
        var rows: [String: [String: String]] = [:]
        while let record = parser.next() {
            var row: [String: String] = [:]
            for (name, field) in zip(header, record.fields) { row[name] = String(decoding: field, as: UTF8.self) }
            rows[key.map { row[$0] ?? "" }.joined(separator: ",")] = row
        }
        return rows
    }
}

/// `CHANGES.md`: the difference in words.
enum ChangesWriter {
    static func text(title: String, version: String, previous: String?, _ changes: [String]) -> String {
        var text = "# \(title), \(version)\n\n"
        text += previous.map { "Since \($0):\n\n" } ?? ""
        return text + changes.map { "- \($0)\n" }.joined()
    }
}

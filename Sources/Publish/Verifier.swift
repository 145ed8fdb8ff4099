import Database
import Files
import Foundation
import Records

/// Checks a snapshot against its own sums, its schemas and the archive.
package struct Verifier {
    private let snapshot: Snapshot
    private let workspace: String

    package init(snapshot: Snapshot, workspace: String) {
        self.snapshot = snapshot
        self.workspace = workspace
    }

    /// What does not hold; empty where all does.
    package func faults() throws -> [String] {
        var faults = try sums()
        guard faults.isEmpty else { return faults }
        var mismatched: [String] = []
        let tables = try readTables(&mismatched)
        faults += mismatched.map { "\($0): found another SHA-256 than datapackage.json names" }
        for table in tables.values.sorted(by: { $0.name < $1.name }) { faults += keys(table) }
        faults += foreignKeys(tables) + account(tables) + archive(tables)
        faults += try Dataset.complaints(of: "\(snapshot.folder)/dataset.sqlite").map { "dataset.sqlite: \($0)" }
        return faults
    }

    // MARK: bytes

    private func sums() throws -> [String] {
        guard let sums = try? Disk.read("\(snapshot.folder)/SHA256SUMS") else {
            return ["SHA256SUMS: found no such file, expected the sums of every other"]
        }
        let text = String(decoding: sums, as: UTF8.self)
        var faults: [String] = []
        var listed: Set<String> = ["SHA256SUMS"]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2 else {
                faults.append("SHA256SUMS: found “\(line)”, expected a digest and a path")
                continue
            }
            listed.insert(parts[1])
            guard let bytes = try? Disk.read("\(snapshot.folder)/\(parts[1])") else {
                faults.append("\(parts[1]): found no such file")
                continue
            }
            let digest = Digest.of(bytes)
            if digest != parts[0] {
                faults.append("\(parts[1]): found SHA-256 \(digest.prefix(12))…, expected \(parts[0].prefix(12))…")
            }
        }
        for name in Disk.list(snapshot.folder)
        where !Disk.isFolder("\(snapshot.folder)/\(name)") && !listed.contains(name) {
            faults.append("\(name): found a file that SHA256SUMS does not list")
        }
        for name in Disk.list("\(snapshot.folder)/data") where !listed.contains("data/\(name)") {
            faults.append("data/\(name): found a file that SHA256SUMS does not list")
        }
        return faults
    }

    // MARK: tables

    private struct Read {
        var name: String
        var rows: [[String: String]]
        var key: [String]
        var foreign: [(own: [String], table: String, others: [String])]
        var header: [String]
        var expected: [String]
        var required: [String]
    }

    private func readTables(_ mismatched: inout [String]) throws -> [String: Read] {
        let data = Data(try Disk.read("\(snapshot.folder)/datapackage.json"))
        guard let package = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let resources = package["resources"] as? [[String: Any]]
        else { return [:] }
        var tables: [String: Read] = [:]
        for resource in resources {
            if let path = resource["path"] as? String, let hash = resource["hash"] as? String {
                let bytes = try Disk.read("\(snapshot.folder)/\(path)")
                if "sha256:" + Digest.of(bytes) != hash { mismatched.append(path) }
            }
            guard let name = resource["name"] as? String, let path = resource["path"] as? String,
                path.hasSuffix(".csv"), let schema = resource["schema"] as? [String: Any]
            else { continue }
            var parser = CSVParser(try Disk.read("\(snapshot.folder)/\(path)"), delimiter: 0x2C)
            let header = (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
            var rows: [[String: String]] = []
            while let record = parser.next() {
                rows.append(
                    Dictionary(
                        zip(header, record.fields.map { String(decoding: $0, as: UTF8.self) }),
                        uniquingKeysWith: { a, _ in a }))
            }
            let fields = schema["fields"] as? [[String: Any]] ?? []
            let foreign = (schema["foreignKeys"] as? [[String: Any]] ?? []).compactMap {
                key -> (own: [String], table: String, others: [String])? in
                guard let own = key["fields"] as? [String], let reference = key["reference"] as? [String: Any],
                    let others = reference["fields"] as? [String]
                else { return nil }
                return (own, reference["resource"] as? String ?? name, others)
            }
            tables[name] = Read(
                name: name, rows: rows, key: schema["primaryKey"] as? [String] ?? [], foreign: foreign, header: header,
                expected: fields.compactMap { $0["name"] as? String },
                required: fields.filter { ($0["constraints"] as? [String: Any])?["required"] as? Bool == true }
                    .compactMap { $0["name"] as? String })
        }
        return tables
    }

    private func keys(_ table: Read) -> [String] {
        var faults: [String] = []
        if table.header != table.expected {
            faults.append(
                "data/\(table.name).csv: found columns \(table.header.joined(separator: ",")), expected those of its schema"
            )
        }
        var seen: Set<[String]> = []
        for (number, row) in table.rows.enumerated() {
            let key = table.key.map { row[$0] ?? "" }
            if !seen.insert(key).inserted {
                faults.append(
                    "data/\(table.name).csv record \(number + 2): found the key \(key.joined(separator: ",")) again, expected it once"
                )
            }
            for name in table.required where row[name]?.isEmpty ?? true {
                faults.append("data/\(table.name).csv record \(number + 2): found no \(name), expected one")
            }
        }
        return faults
    }

    private func foreignKeys(_ tables: [String: Read]) -> [String] {
        var faults: [String] = []
        for table in tables.values {
            for foreign in table.foreign {
                guard let other = tables[foreign.table] else { continue }
                let known = Set(other.rows.map { row in foreign.others.map { row[$0] ?? "" } })
                for (number, row) in table.rows.enumerated() {
                    let value = foreign.own.map { row[$0] ?? "" }
                    if value.allSatisfy(\.isEmpty) || known.contains(value) { continue }
                    faults.append(
                        "data/\(table.name).csv record \(number + 2): found \(value.joined(separator: ",")), expected it in \(foreign.table)"
                    )
                }
            }
        }
        return faults.sorted()
    }

    /// Found is published and explained and unexplained.
    private func account(_ tables: [String: Read]) -> [String] {
        (tables["sources"]?.rows ?? []).compactMap { row in
            let numbers = ["found", "published", "explained", "unexplained"].map {
                Int(row["numbers_\($0)"] ?? "") ?? 0
            }
            return numbers[0] == numbers[1] + numbers[2] + numbers[3]
                ? nil
                : "sources \(row["source"] ?? ""): found \(numbers[0]) numbers, expected \(numbers[1] + numbers[2] + numbers[3])"
        }
    }

    /// Every source of every row lies in the archive with the bytes of its name.
    private func archive(_ tables: [String: Read]) -> [String] {
        var faults: [String] = []
        let inputs = Papers(folder: snapshot.folder).inputs
        if (try? Disk.read("\(workspace)/Archive/inputs/\(inputs).json")).map(Digest.of) != inputs {
            faults.append("Archive/inputs/\(inputs).json: found other bytes than its name says, or none")
        }
        let sources = Set((tables["sources"]?.rows ?? []).compactMap { $0["source"] })
        for folder in sources.sorted() {
            let root = "\(workspace)/Archive/sources/\(folder.prefix(2))"
            guard let name = Disk.list(root).first(where: { $0.hasPrefix(folder) }),
                let bytes = try? Disk.read("\(root)/\(name)")
            else {
                faults.append("source \(folder): found nothing in Archive/, expected its bytes")
                continue
            }
            if !Disk.list("\(workspace)/Archive/receipts/\(folder.prefix(2))").contains(where: { $0.hasPrefix(name) }) {
                faults.append("source \(folder): found no receipt in Archive/receipts, expected one")
            }
            if Digest.of(bytes) != name {
                faults.append("Archive/sources/\(folder.prefix(2))/\(name): found other bytes than its name says")
            }
        }
        return faults
    }
}

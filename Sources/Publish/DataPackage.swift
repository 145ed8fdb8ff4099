import Campaign
import Foundation
import Records

/// `datapackage.json`, Data Package v2: what is there, no more.
struct DataPackage {
    let pipeline: Pipeline
    let version: String
    let programVersion: String
    let tables: [Table]
    let catalogue: [String: TableSchema]
    let files: [(path: String, digest: String, bytes: Int)]
    let sources: [Source]
    let previous: (version: String, sums: String)?
    let fingerprint: String
    let asOf: CivilDate?

    var bytes: [UInt8] {
        get throws {
            var object: [String: Any] = [
                "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": pipeline.name,
                "title": pipeline.title, "description": pipeline.summary,
                "version": version, "resources": resources,
                "program": ["name": "force-returns", "version": programVersion], "inputs": fingerprint,
                "sources": sources.map {
                    ["title": $0.paths.joined(separator: " | "), "path": "sha256:\($0.id.digest)"]
                },
            ]
            if !pipeline.contributors.isEmpty { object["contributors"] = pipeline.contributors.map { ["title": $0] } }
            if !pipeline.licence.isEmpty { object["licenses"] = [["name": pipeline.licence]] }
            if let previous {
                object["predecessor"] = ["version": previous.version, "sha256sums": "sha256:\(previous.sums)"]
            }
            if let asOf { object["asOf"] = asOf.iso }
            let data = try JSONSerialization.data(
                withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            return [UInt8](data) + [0x0A]
        }
    }

    private var resources: [[String: Any]] {
        var resources: [[String: Any]] = tables.compactMap { table in
            let path = "data/\(table.name).csv"
            guard let schema = catalogue[table.name], let file = files.first(where: { $0.path == path }) else {
                return nil
            }
            var published = schema.json as [String: Any]
            let names = Set(tables.map(\.name))
            if let keys = published["foreignKeys"] as? [[String: Any]] {
                published["foreignKeys"] = keys.filter {
                    ($0["reference"] as? [String: Any]).flatMap { $0["resource"] as? String }.map(names.contains)
                        ?? true
                }
            }
            let title = published.removeValue(forKey: "title") as? String ?? table.name
            let description = published.removeValue(forKey: "description") as? String ?? ""
            return [
                "name": table.name, "path": path, "type": "table", "title": title, "description": description,
                "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                "bytes": file.bytes, "hash": "sha256:\(file.digest)", "schema": published,
            ]
        }
        if let database = files.first(where: { $0.path == "dataset.sqlite" }) {
            resources.append([
                "name": "dataset", "path": "dataset.sqlite", "title": "All tables in one SQLite file",
                "format": "sqlite", "mediatype": "application/vnd.sqlite3", "bytes": database.bytes,
                "hash": "sha256:\(database.digest)",
            ])
        }
        return resources
    }
}

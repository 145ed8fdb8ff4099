import Campaign
import Foundation
import Records

/// `datapackage.json`, Data Package v2: what is there, no more.
struct DataPackage {
    let pipeline: Pipeline
    let version: String
    let edition: Edition
    /// Digest of the table schemas and views.
    let definitions: String
    let catalogue: [String: TableSchema]
    let items: [SnapshotBuilder.Item]
    let previous: (version: String, sums: String)?

    var bytes: [UInt8] {
        get throws {
            let papers = edition.papers
            var object: [String: Any] = [
                "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": pipeline.name,
                "title": pipeline.title, "description": pipeline.summary,
                "version": version, "resources": resources,
                "program": [
                    "name": "force-returns", "version": papers.program, "sqlite": papers.sqlite, "zstd": papers.zstd,
                    "schemas": definitions,
                ],
                "inputs": papers.inputs, "configuration": papers.configuration,
                "sources": edition.sources.map {
                    ["title": $0.paths.joined(separator: " | "), "path": "sha256:\($0.id.digest)"]
                },
            ]
            if !pipeline.contributors.isEmpty { object["contributors"] = pipeline.contributors.map { ["title": $0] } }
            if !pipeline.licence.isEmpty { object["licenses"] = [["name": pipeline.licence]] }
            if let previous {
                object["predecessor"] = ["version": previous.version, "sha256sums": "sha256:\(previous.sums)"]
            }
            if let asOf = edition.asOf { object["asOf"] = asOf.iso }
            return try Self.json(object)
        }
    }

    static func json(_ object: [String: Any]) throws -> [UInt8] {
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return [UInt8](data) + [0x0A]
    }

    private var resources: [[String: Any]] {
        edition.tables.flatMap { table in
            ["csv", "parquet"].compactMap { resource(table, format: $0) }
        } + others.compactMap { describe($0) }
    }

    private func resource(_ table: Table, format: String) -> [String: Any]? {
        let path = "data/\(table.name).\(format)"
        guard let schema = catalogue[table.name], let item = items.first(where: { $0.path == path }) else { return nil }
        var published = schema.json
        let title = published.removeValue(forKey: "title") as? String ?? table.name
        let description = published.removeValue(forKey: "description") as? String ?? ""
        var resource: [String: Any] = [
            "name": table.name, "path": path, "title": title, "description": description, "format": format,
            "bytes": item.bytes, "hash": "sha256:\(item.digest)",
        ]
        guard format == "csv" else {
            // The rows and the schema are those of the CSV of the same name.
            resource["name"] = "\(table.name)-parquet"
            resource["type"] = "file"
            resource["mediatype"] = "application/vnd.apache.parquet"
            return resource
        }
        let names = Set(edition.tables.map(\.name))
        if let keys = published["foreignKeys"] as? [[String: Any]] {
            published["foreignKeys"] = keys.filter {
                ($0["reference"] as? [String: Any]).flatMap { $0["resource"] as? String }.map(names.contains) ?? true
            }
        }
        resource["type"] = "table"
        resource["mediatype"] = "text/csv"
        resource["encoding"] = "utf-8"
        resource["schema"] = published
        return resource
    }

    private var others: [(name: String, path: String, title: String, format: String, type: String)] {
        [
            ("dataset", "dataset.sqlite", "All tables in one SQLite file", "sqlite", "application/vnd.sqlite3"),
            ("summary", "summary.csv", "Bodies by periods, for a spreadsheet", "csv", "text/csv"),
            (
                "summary-ods", "summary.ods", "Bodies by periods, as a spreadsheet", "ods",
                "application/vnd.oasis.opendocument.spreadsheet"
            ),
            (
                "csvw", "tables-metadata.json", "The same schemas as CSV on the Web metadata", "json",
                "application/csvm+json"
            ),
        ]
    }

    private func describe(_ file: (name: String, path: String, title: String, format: String, type: String)) -> [String:
        Any]?
    {
        guard let item = items.first(where: { $0.path == file.path }) else { return nil }
        return [
            "name": file.name, "path": file.path, "type": "file", "title": file.title, "format": file.format,
            "mediatype": file.type,
            "bytes": item.bytes, "hash": "sha256:\(item.digest)",
        ]
    }
}

import Campaign
import Database
import Files
import Foundation
import Parquet
import Records

/// The tables of a snapshot as rows by column name: read from its files, or taken while it is built.
package struct SnapshotTables {
    package typealias Row = [String: String]

    private let folder: String
    private let built: [String: Table]
    /// What its `datapackage.json` says of how it was made.
    package let papers: Papers

    package init(_ snapshot: Snapshot) {
        folder = snapshot.folder
        built = [:]
        papers = Papers(folder: snapshot.folder)
    }

    init(_ tables: [Table], papers: Papers) {
        folder = ""
        built = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        self.papers = papers
    }

    /// Rows in the order of the file, cells as the CSV spells them.
    package func rows(_ name: String) throws -> [Row] {
        let bytes =
            try built[name].map { Array(CSVWriter.text(of: $0).utf8) } ?? Disk.read("\(folder)/data/\(name).csv")
        var parser = CSVParser(bytes, delimiter: 0x2C)
        let header = (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
        var rows: [Row] = []
        while let record = parser.next() {
            let fields = record.fields.map { String(decoding: $0, as: UTF8.self) }
            rows.append(Dictionary(zip(header, fields), uniquingKeysWith: { a, _ in a }))
        }
        return rows
    }

    /// Rows by the values of some columns, joined by commas.
    func rows(_ name: String, by key: [String]) throws -> [String: Row] {
        Dictionary(
            try rows(name).map { row in (key.map { row[$0] ?? "" }.joined(separator: ","), row) },
            uniquingKeysWith: { a, _ in a })
    }

    func columns(_ name: String) throws -> [String] {
        if let table = built[name] { return table.columns.map(\.name) }
        var parser = CSVParser(try Disk.read("\(folder)/data/\(name).csv"), delimiter: 0x2C)
        return (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// How a snapshot was made, as its `datapackage.json` says.
package struct Papers: Sendable {
    package var version = ""
    package var program = ""
    package var sqlite = ""
    package var zstd = ""
    /// Digest of its inputs, by which the archive keeps them.
    package var inputs = ""
    package var predecessor = ""
    /// SHA-256 of the sources it was made from.
    package var sources: [String] = []
    /// The schemas' digest and the campaign's own words: title, description, licence, contributors.
    private var description: [String] = []
    /// SHA-256 by path of what people wrote for it.
    package var configuration: [String: String] = [:]

    package init() {}

    /// What this program would write of itself.
    package static func current(program: String) -> Papers {
        var papers = Papers()
        papers.program = program
        papers.sqlite = Dataset.sqliteVersion
        papers.zstd = Zstandard.version
        return papers
    }

    package init(folder: String) {
        guard let bytes = try? Disk.read("\(folder)/datapackage.json"),
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { return }
        let made = object["program"] as? [String: Any] ?? [:]
        version = object["version"] as? String ?? ""
        program = made["version"] as? String ?? ""
        sqlite = made["sqlite"] as? String ?? ""
        zstd = made["zstd"] as? String ?? ""
        inputs = object["inputs"] as? String ?? ""
        predecessor = (object["predecessor"] as? [String: Any])?["version"] as? String ?? ""
        configuration = object["configuration"] as? [String: String] ?? [:]
        sources = (object["sources"] as? [[String: Any]] ?? []).compactMap {
            ($0["path"] as? String).map { String($0.dropFirst("sha256:".count)) }
        }
        description = [
            made["schemas"] as? String ?? "", object["title"] as? String ?? "", object["description"] as? String ?? "",
        ]
        for (list, name) in [("licenses", "name"), ("contributors", "title")] {
            description += (object[list] as? [[String: Any]] ?? []).compactMap { $0[name] as? String }
        }
    }

    func describes(_ pipeline: Pipeline, _ schemas: Schemas) -> Bool {
        let licences = pipeline.licence.isEmpty ? [] : [pipeline.licence]
        return description
            == [schemas.definitions, pipeline.title, pipeline.summary] + licences + pipeline.contributors
    }

    /// Files of a folder that the other was not made with, or with other words.
    func changed(_ folder: String, since other: Papers) -> [String] {
        Set(configuration.keys).union(other.configuration.keys).filter {
            $0.hasPrefix(folder) && configuration[$0] != other.configuration[$0]
        }.sorted()
    }
}

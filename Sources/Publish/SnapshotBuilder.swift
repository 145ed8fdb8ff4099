import Campaign
import Database
import Files
import Foundation
import Parquet
import Records

/// One state of a campaign's tables, with what they were made from.
package struct Edition: Sendable {
    package var tables: [Table]
    package var sources: [Source]
    /// SHA-256 under which the archive keeps the inputs.
    package var inputs: String
    package var configuration: Configuration
    package var program: String
    package var asOf: CivilDate?

    package init(
        tables: [Table], sources: [Source], inputs: String, configuration: Configuration, program: String,
        asOf: CivilDate?
    ) {
        self.tables = tables
        self.sources = sources
        self.inputs = inputs
        self.configuration = configuration
        self.program = program
        self.asOf = asOf
    }

    var papers: Papers {
        var papers = Papers.current(program: program)
        papers.inputs = inputs
        papers.configuration = configuration.files.mapValues { Digest.of($0.utf8) }
        return papers
    }
}

/// Writes all files of a snapshot into a folder. The same edition after the same predecessor gives the same bytes.
package struct SnapshotBuilder {
    /// A file of the snapshot, for the package and the sums.
    struct Item {
        let path: String
        let digest: String
        let bytes: Int
    }

    package let version: String
    package let changes: [String]
    private let folder: String
    private var items: [Item] = []

    /// Builds into an empty folder; `previous` is the version before, or nil for a first one and for a view as of a day.
    package init(_ edition: Edition, pipeline: Pipeline, schemas: Schemas, after previous: Snapshot?, in folder: String)
        throws
    {
        self.folder = folder
        let tables = SnapshotTables(edition.tables, papers: edition.papers)
        let changes =
            try previous.map { try Changes(SnapshotDiff(SnapshotTables($0), tables), tables: edition.tables) }
            ?? Changes(first: tables)
        let next = previous.flatMap { Version($0.version) }.map { $0.next(changes.change) } ?? .first
        version = edition.asOf.map { "as of \($0.iso)" } ?? next.description
        self.changes = changes.lines
        let catalogue = try TableSchema.catalogue(schemas, dimensions: pipeline.dimensions)
        try Disk.makeFolder("\(folder)/data")
        for table in edition.tables {
            try write(Array(CSVWriter.text(of: table).utf8), "data/\(table.name).csv")
            try write(try ParquetFile.bytes(of: table), "data/\(table.name).parquet")
        }
        try Dataset.write(
            edition.tables, foreignKeys: catalogue.mapValues(\.foreignKeys),
            views: Self.views(schemas, pipeline.dimensions),
            to: "\(folder)/dataset.sqlite")
        try note("dataset.sqlite")
        let summary = Summary(edition.tables, pipeline: pipeline, schemas: schemas)
        try write(Array(CSVWriter.text(of: summary.table).utf8), "summary.csv")
        try write(summary.spreadsheet(version: version), "summary.ods")
        try write(
            Array(changes.text(title: pipeline.title, version: version, previous: previous?.version).utf8),
            "CHANGES.md")
        let sums = try previous.map { Digest.of(try Disk.read("\($0.folder)/SHA256SUMS")) }
        let descriptor = DataPackage(
            pipeline: pipeline, version: edition.asOf == nil ? version : "0.0.0", edition: edition,
            definitions: schemas.definitions, catalogue: catalogue, items: items,
            previous: previous.map { ($0.version, sums ?? "") })
        try write(descriptor.webMetadata, "tables-metadata.json")
        try write(descriptor.bytes, "datapackage.json")
        try Disk.write(
            items.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }.joined(),
            to: "\(folder)/SHA256SUMS")
        Disk.sync(folder: "\(folder)/data")
        Disk.sync(folder: folder)
    }

    private static func views(_ schemas: Schemas, _ dimensions: [String]) -> [(name: String, query: String)] {
        let whole = dimensions.isEmpty ? "1" : dimensions.map { "\($0) = 'all'" }.joined(separator: " AND ")
        return schemas.views.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.replacingOccurrences(of: "{whole}", with: whole))
        }
    }

    private mutating func write(_ bytes: [UInt8], _ path: String) throws {
        try Disk.write(bytes, to: "\(folder)/\(path)")
        items.append(Item(path: path, digest: Digest.of(bytes), bytes: bytes.count))
    }

    private mutating func note(_ path: String) throws {
        let bytes = try Disk.read("\(folder)/\(path)")
        items.append(Item(path: path, digest: Digest.of(bytes), bytes: bytes.count))
    }
}

import Campaign
import Database
import Files
import Foundation
import Records

/// Builds a snapshot aside, renames it into place and switches `latest`.
package struct Publisher {
    package struct Outcome: Sendable {
        package var snapshot: Snapshot?
        package var isNew: Bool
        package var changes: [String]
    }

    let pipeline: Pipeline
    let schemas: Schemas
    let programVersion: String
    package let store: SnapshotStore

    package init(pipeline: Pipeline, schemas: Schemas, workspace: String, programVersion: String) {
        self.pipeline = pipeline
        self.schemas = schemas
        self.programVersion = programVersion
        store = SnapshotStore(workspace: workspace, pipeline: pipeline.name)
    }

    /// Publishes the tables after the latest snapshot; without a difference nothing is published.
    ///
    /// `asOf` makes a view beside the versions, which never moves `latest`.
    package func publish(_ tables: [Table], sources: [Source], fingerprint: String, asOf: CivilDate?) throws -> Outcome
    {
        try Disk.makeFolder(store.root)
        store.sweep()
        let building = "\(store.root)/.building-\(ProcessInfo.processInfo.processIdentifier)"
        Disk.remove(building)
        try Disk.makeFolder("\(building)/data")
        defer { Disk.remove(building) }
        var files: [(path: String, digest: String, bytes: Int)] = []
        func write(_ bytes: [UInt8], _ path: String) throws {
            try Disk.write(bytes, to: "\(building)/\(path)")
            files.append((path, Digest.of(bytes), bytes.count))
        }
        for table in tables { try write(Array(CSVWriter.text(of: table).utf8), "data/\(table.name).csv") }
        let previous = asOf == nil ? store.latest : nil
        let difference = try previous.map { try Difference(from: $0, to: building, tables: tables) }
        if let difference, difference.isEmpty { return Outcome(snapshot: previous, isNew: false, changes: []) }
        let version = previous.flatMap { Version($0.version) }.map { $0.next(difference?.change ?? .minor) } ?? .first
        let catalogue = try TableSchema.catalogue(schemas, dimensions: pipeline.dimensions)
        let foreign = catalogue.mapValues(\.foreignKeys)
        try Dataset.write(tables, foreignKeys: foreign, views: [], to: "\(building)/dataset.sqlite")
        let database = try Disk.read("\(building)/dataset.sqlite")
        files.append(("dataset.sqlite", Digest.of(database), database.count))
        let label = asOf.map { "as of \($0.iso)" } ?? version.description
        let changes =
            difference?.lines ?? [
                "First snapshot: \(tables.first?.rows.count ?? 0) observations from \(sources.count) sources."
            ]
        try write(
            Array(ChangesWriter.text(title: pipeline.title, version: label, previous: previous?.version, changes).utf8),
            "CHANGES.md")
        let previousSums = try previous.map { Digest.of(try Disk.read("\($0.folder)/SHA256SUMS")) }
        let descriptor = DataPackage(
            pipeline: pipeline, version: asOf == nil ? version.description : "0.0.0", programVersion: programVersion,
            tables: tables, catalogue: catalogue, files: files,
            sources: sources, previous: previous.map { ($0.version, previousSums ?? "") }, fingerprint: fingerprint,
            asOf: asOf)
        try write(descriptor.bytes, "datapackage.json")
        let sums = files.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }.joined()
        try Disk.write(sums, to: "\(building)/SHA256SUMS")
        Disk.sync(folder: "\(building)/data")
        Disk.sync(folder: building)
        if let asOf {
            try Disk.makeFolder("\(store.root)/as-of")
            let target = "\(store.root)/as-of/\(asOf.iso)"
            Disk.remove(target)
            try Disk.move(building, to: target)
            return Outcome(
                snapshot: Snapshot(folder: target, version: "as-of/\(asOf.iso)"), isNew: true, changes: changes)
        }
        let target = "\(store.root)/\(version)"
        try Disk.move(building, to: target)
        Disk.sync(folder: store.root)
        try Disk.link(version.description, at: "\(store.root)/latest")
        Disk.sync(folder: store.root)
        return Outcome(snapshot: Snapshot(folder: target, version: version.description), isNew: true, changes: changes)
    }
}

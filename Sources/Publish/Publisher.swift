import Campaign
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

    private let pipeline: Pipeline
    private let schemas: Schemas
    package let store: SnapshotStore

    package init(pipeline: Pipeline, schemas: Schemas, workspace: String) {
        self.pipeline = pipeline
        self.schemas = schemas
        store = SnapshotStore(workspace: workspace, pipeline: pipeline.name)
    }

    /// Publishes after the latest snapshot; without a difference in any table nothing is published.
    ///
    /// An edition as of a day makes a view beside the versions, which never moves `latest`.
    package func publish(_ edition: Edition) throws -> Outcome {
        let previous = edition.asOf == nil ? store.latest : nil
        if let previous, Self.holds(previous, edition.tables),
            Papers(folder: previous.folder).describes(pipeline, schemas)
        {
            return Outcome(snapshot: previous, isNew: false, changes: [])
        }
        if let previous { try Self.expectWhole(previous) }
        try Disk.makeFolder(store.root)
        store.sweep()
        let building = "\(store.root)/.building-\(ProcessInfo.processInfo.processIdentifier)"
        Disk.remove(building)
        defer { Disk.remove(building) }
        let built = try SnapshotBuilder(edition, pipeline: pipeline, schemas: schemas, after: previous, in: building)
        if let asOf = edition.asOf {
            let view = Snapshot.viewFolder + asOf.iso
            let target = "\(store.root)/\(view)"
            try Disk.makeFolder("\(store.root)/\(Snapshot.viewFolder)")
            Disk.remove(target)
            try Disk.move(building, to: target)
            return Outcome(
                snapshot: Snapshot(folder: target, version: view), isNew: true, changes: built.changes)
        }
        let target = "\(store.root)/\(built.version)"
        try Disk.move(building, to: target)
        Disk.sync(folder: store.root)
        try Disk.link(built.version, at: "\(store.root)/latest")
        Disk.sync(folder: store.root)
        return Outcome(
            snapshot: Snapshot(folder: target, version: built.version), isNew: true, changes: built.changes)
    }

    /// A damaged predecessor would make a false history.
    private static func expectWhole(_ snapshot: Snapshot) throws {
        guard let path = try snapshot.damaged.first else { return }
        throw Fault(
            .software, "\(snapshot.folder)/\(path): found other bytes than SHA256SUMS lists",
            hint: path == "datapackage.json"
                ? "restore it from a backup: how the version was made is written there alone; nothing was published"
                : "put it right with `force-returns rebuild \(snapshot.version)`, then run again; nothing was published"
        )
    }

    /// Whether a snapshot says all that these tables say, and no more.
    private static func holds(_ snapshot: Snapshot, _ tables: [Table]) -> Bool {
        tables.allSatisfy { table in
            (try? Disk.read("\(snapshot.folder)/data/\(table.name).csv")) == Array(CSVWriter.text(of: table).utf8)
        }
    }
}

import Campaign
import Collect
import Files
import Foundation
import Publish
import Records

/// Makes a version again from the archive and compares it, byte by byte, with what stands.
package struct Rebuild {
    package enum Outcome: Equatable, Sendable {
        case same
        /// The version had been pruned or damaged and stands again.
        case restored
        /// Files that came out otherwise.
        case different([String])
        /// It was made with something else, whose bytes may differ.
        case foreign(String)
    }

    private let root: String
    private let archive: Archive
    private let store: SnapshotStore
    private let pipeline: String

    package init(_ root: String, pipeline: String) {
        self.root = root
        self.pipeline = pipeline
        archive = Archive(workspace: root)
        store = SnapshotStore(workspace: root, pipeline: pipeline)
    }

    package func check(_ snapshot: Snapshot) async throws -> Outcome {
        if let other = try foreign(Papers(folder: snapshot.folder)) { return .foreign(other) }
        let space = FileManager.default.temporaryDirectory.appending(path: "rebuild-\(UUID().uuidString)").path
        try Disk.makeFolder(space)
        defer { Disk.remove(space) }
        let made = try await make(snapshot, in: space)
        let (old, new) = (try Snapshot.sums(snapshot.folder), try Snapshot.sums(made))
        let different = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        if !different.isEmpty { return .different(different) }
        if !snapshot.isPruned, try snapshot.damaged.isEmpty { return .same }
        try store.restore(snapshot, from: made)
        return .restored
    }

    private func foreign(_ papers: Papers) throws -> String? {
        guard !papers.program.isEmpty, !papers.inputs.isEmpty else {
            throw Fault(
                .software, "datapackage.json: found nothing of how the version was made, expected program and inputs",
                hint: "restore it from a backup; what it was made from is named there alone")
        }
        let own = Papers.current(program: programVersion)
        for (name, then, now) in [
            ("force-returns", papers.program, own.program), ("SQLite", papers.sqlite, own.sqlite),
            ("zstd", papers.zstd, own.zstd),
        ] where then != now { return "\(name) \(then), this is \(now)" }
        let inputs = try Inputs(archive.inputs(papers.inputs), named: papers.inputs)
        let schemas = try Schemas(inputs.configuration)
        return schemas.digest == inputs.schemas ? nil : "other built-in schemas than this program has"
    }

    /// Builds a version, and before it a predecessor whose tables were pruned; the folder it stands in.
    private func make(_ snapshot: Snapshot, in space: String) async throws -> String {
        let papers = Papers(folder: snapshot.folder)
        let inputs = try Inputs(archive.inputs(papers.inputs), named: papers.inputs)
        var previous: Snapshot?
        if !papers.predecessor.isEmpty {
            guard let before = store.snapshot(papers.predecessor) else {
                throw Fault(
                    .noInput, "\(pipeline) \(papers.version): found no predecessor \(papers.predecessor)",
                    hint: "restore its folder from a backup")
            }
            let folder = before.isPruned ? try await make(before, in: space) : before.folder
            previous = Snapshot(folder: folder, version: before.version)
        }
        var workspace = try Workspace(root, configuration: inputs.configuration)
        if let asOf = snapshot.asOf { workspace = workspace.known(on: asOf) }
        guard let campaign = try workspace.pipelines(named: pipeline).first else { return "" }
        let archive = archive
        let readings = try await SourceReader(lexicon: workspace.lexicon).read(
            inputs.sources.map(\.source), workers: ProcessInfo.processInfo.activeProcessorCount,
            bytes: { try archive.bytes(of: $0) }, progress: { _ in })
        let stages = Stages(workspace, campaign, asOf: snapshot.asOf)
        let edition = try stages.edition(stages.judge(readings).holdings, inputs: papers.inputs)
        let folder = "\(space)/\(snapshot.version)"
        _ = try SnapshotBuilder(
            edition, pipeline: campaign, schemas: workspace.schemas, after: previous, in: folder)
        return folder
    }
}

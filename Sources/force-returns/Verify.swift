import ArgumentParser
import Campaign
import Nightly
import Publish
import Records

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that a snapshot's bytes, keys and links to the archive hold.")

    @Argument(help: "The version; the latest where none is named.") var version = "latest"
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() throws {
        let space = try Workspace(workspace.path)
        var faults = space.archiveFault.map { [$0] } ?? []
        for campaign in try space.pipelines(named: pipeline) {
            let store = SnapshotStore(workspace: space.root, pipeline: campaign.name)
            let snapshot = try store.required(version, withTables: true)
            let found = try Verifier(snapshot: snapshot, workspace: space.root).faults()
            if found.isEmpty { print("\(campaign.name) \(snapshot.version): every byte, key and link holds") }
            faults += found.map { "\(campaign.name) \(snapshot.version): \($0)" }
        }
        guard faults.isEmpty else {
            throw Fault(
                .gate, faults.joined(separator: "\n"),
                hint:
                    "put damaged files of a version back with `force-returns rebuild VERSION`; what the archive lacks comes from Inbox/ with `run --rehash`, or from a backup"
            )
        }
    }
}

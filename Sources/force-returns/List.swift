import ArgumentParser
import Campaign
import Nightly
import Publish
import Records

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the snapshots there are, and the views of what was known on a day.")

    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() throws {
        let space = try Workspace(workspace.path)
        for campaign in try space.pipelines(named: pipeline) {
            let store = SnapshotStore(workspace: space.root, pipeline: campaign.name)
            for version in store.versions {
                guard let snapshot = store.snapshot(version.description) else { continue }
                let marks =
                    (store.latest?.version == snapshot.version ? ["latest"] : [])
                    + (snapshot.isPruned ? ["pruned"] : [])
                print(([campaign.name, snapshot.version] + marks).joined(separator: "  "))
            }
            for view in store.views { print([campaign.name, view.version, "view"].joined(separator: "  ")) }
        }
    }
}

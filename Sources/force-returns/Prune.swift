import ArgumentParser
import Campaign
import Files
import Nightly
import Publish
import Records

struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove the tables of old versions; their papers stay, so that rebuild makes them again.",
        discussion: """
            What is kept: the newest versions, as many as “keep” of the campaign's file or --keep says, and the one that
            latest points to. The archive is never touched.
            """)

    @Option(name: .long, help: "How many versions keep their tables; the campaign's own number where none is given.")
    var keep: Int?
    @Flag(name: .long, help: "Only say what would be removed.") var dryRun = false
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep: found \(keep), expected 1 or more") }
    }

    func run() throws {
        let space = try Workspace(workspace.path)
        let lock = try WorkspaceLock("\(space.root)/.lock")
        defer { withExtendedLifetime(lock) {} }
        for campaign in try space.pipelines(named: pipeline) {
            guard let keep = keep ?? campaign.keep else {
                print(
                    "\(campaign.name): keeps every version; say --keep N, or “keep” in Pipelines/\(campaign.name).yml")
                continue
            }
            let store = SnapshotStore(workspace: space.root, pipeline: campaign.name)
            let old = store.prunable(keeping: keep)
            if old.isEmpty { print("\(campaign.name): nothing to prune") }
            for snapshot in old {
                if !dryRun { store.prune(snapshot) }
                print("\(campaign.name) \(snapshot.version): tables \(dryRun ? "would be removed" : "removed")")
            }
        }
    }
}

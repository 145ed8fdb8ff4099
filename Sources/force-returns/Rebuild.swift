import ArgumentParser
import Campaign
import Nightly
import Publish
import Records

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make a version again from the archive and compare it byte by byte.",
        discussion: "A version whose tables were pruned stands again afterwards.")

    @Argument(help: "The version; the latest where none is named.") var version = "latest"
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() async throws {
        let space = try Workspace(workspace.path)
        var faults: [String] = []
        for campaign in try space.pipelines(named: pipeline) {
            let snapshot = try SnapshotStore(workspace: space.root, pipeline: campaign.name).required(version)
            let name = "\(campaign.name) \(snapshot.version)"
            switch try await Rebuild(space.root, pipeline: campaign.name).check(snapshot) {
            case .same: print("\(name): made again, the same bytes")
            case .restored: print("\(name): made again and put back, the bytes that its SHA256SUMS lists")
            case .different(let files): faults.append("\(name): found other bytes in \(files.joined(separator: ", "))")
            case .foreign(let what): faults.append("\(name): cannot be compared, it was made with \(what)")
            }
        }
        guard faults.isEmpty else { throw Fault(.gate, faults.joined(separator: "\n")) }
    }
}

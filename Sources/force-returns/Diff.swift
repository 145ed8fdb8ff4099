import ArgumentParser
import Campaign
import Nightly
import Publish
import Records

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what changed between two snapshots, and why.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

    @Argument(help: "The earlier version.") var a: String
    @Argument(help: "The later version.") var b: String
    @Option(name: .long, help: "text, csv or json.") var format = Format.text
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() throws {
        let space = try Workspace(workspace.path)
        for campaign in try space.pipelines(named: pipeline) {
            let store = SnapshotStore(workspace: space.root, pipeline: campaign.name)
            let diff = try SnapshotDiff(
                SnapshotTables(store.required(a, withTables: true)), SnapshotTables(store.required(b, withTables: true))
            )
            switch format {
            case .text:
                print(diff.text.isEmpty ? "\(campaign.name): \(a) and \(b) hold the same\n" : diff.text, terminator: "")
            case .csv: print(ReadTable.csv(diff.table), terminator: "")
            case .json: print(try ReadTable.json(diff.table), terminator: "")
            }
        }
    }
}

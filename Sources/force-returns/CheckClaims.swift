import ArgumentParser
import Campaign
import Nightly
import Records

struct CheckClaims: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recompute the statements of a text from the latest snapshot.")

    @Argument(help: "Files to check.") var files: [String]
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() throws {
        let space = try Workspace(workspace.path)
        for campaign in try space.pipelines(named: pipeline) {
            let check = try ClaimCheck(space, campaign)
            for file in files { print(try check.text(for: file), terminator: "") }
        }
    }
}

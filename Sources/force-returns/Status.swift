import ArgumentParser
import Nightly
import Records

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what came in, what is covered, what needs a person, and whom to chase.")

    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?

    func run() throws {
        let space = try Workspace(workspace.path)
        for campaign in try space.pipelines(named: pipeline) {
            print(try StatusPage(space, campaign).text, terminator: "")
        }
    }
}

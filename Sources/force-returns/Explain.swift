import ArgumentParser
import Nightly
import Records

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how one figure came about, or why a number is none.",
        discussion:
            "KEY is AREA,PERIOD,MEASURE[,offence=…][,victim_age=…], SOURCE#LOCATOR for any number of a source, or SOURCE for all its numbers and what became of them."
    )

    @Argument(help: "A key or a place.") var key: String
    @OptionGroup var workspace: WorkspaceOption
    @Option(name: .long, help: "Only this campaign.") var pipeline: String?
    @Flag(name: .long, help: "Also show the rows of record-level returns.") var showRecords = false

    func run() throws {
        let space = try Workspace(workspace.path)
        var found = false
        for campaign in try space.pipelines(named: pipeline) {
            if let text = try Explanation(space, campaign).text(for: key, showRecords: showRecords) {
                print(text, terminator: "")
                found = true
            }
        }
        guard found else {
            throw Fault(
                .noInput, "\(key): found no figure of this key and no number at this place",
                hint:
                    "keys look like E23000027,2018/19,cyber_flagged_child_sexual_offences, then perhaps ,victim_age=13; places like 1a2b3c4d5e6f#table 1 R5C3; a source alone lists all its numbers and their places"
            )
        }
    }
}

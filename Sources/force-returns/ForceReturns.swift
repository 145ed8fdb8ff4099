import ArgumentParser
import Foundation
import Nightly
import Records

/// The command line: one file a command.
@main
struct ForceReturns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "force-returns",
        abstract: "Turns freedom-of-information returns from UK police forces into clean, versioned datasets.",
        discussion: """
            Drop returns into Inbox/, then:

              force-returns run                      read what is new and publish a snapshot
              force-returns status                   what came, what is covered, what needs you
              force-returns explain SOURCE#LOCATOR   how one figure came about
              force-returns read FILE                what the program understands of any file

            Exit codes: 0 published or nothing new, 1 something needs a person (with --fail-on-review), 64 usage,
            65 nothing published because a gate failed, 66 no such file or workspace, 70 a fault of the program,
            73 cannot write, 75 another run holds the workspace, 78 a mistake in Pipelines/, Schemas/ or Decisions/.
            """,
        version: programVersion,
        subcommands: [
            Init.self, Run.self, Status.self, Read.self, Explain.self, List.self, Diff.self, Verify.self,
            RebuildCommand.self, Prune.self, CheckClaims.self, Schedule.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var async = command as? any AsyncParsableCommand { try await async.run() } else { try command.run() }
        } catch let fault as Fault {
            FileHandle.standardError.write(Data("error: \(fault.description)\n".utf8))
            Foundation.exit(fault.exit.rawValue)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}

/// Where the workspace is.
struct WorkspaceOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The workspace folder.", valueName: "dir"))
    var workspace = "."

    var path: String { workspace.hasSuffix("/") && workspace.count > 1 ? String(workspace.dropLast()) : workspace }
}

/// A day given as `2019-06-30`.
struct Day: ExpressibleByArgument {
    let date: CivilDate

    init?(argument: String) {
        guard let date = CivilDate(iso: argument) else { return nil }
        self.date = date
    }
}

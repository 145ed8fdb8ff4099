import ArgumentParser
import Campaign
import Files
import Records

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new workspace: folders, the example pipeline, the schemas.")

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir")) var folder: String

    func run() throws {
        for name in ["Inbox", "Pipelines", "Schemas", "Decisions", "Archive", "Snapshots"] {
            try Disk.makeFolder("\(folder)/\(name)")
        }
        for (path, text) in Schemas.builtIn.sorted(by: { $0.key < $1.key }) {
            let target = "\(folder)/\(path)"
            if Disk.exists(target) { continue }
            try Disk.makeFolder(String(target.prefix(upTo: target.lastIndex(of: "/") ?? target.endIndex)))
            try Disk.write(text, to: target)
        }
        print(
            "made a workspace at \(folder); drop returns into \(folder)/Inbox and run: force-returns run --workspace \(folder)"
        )
    }
}

import Campaign
import Files
import Foundation
import Records
import Testing

/// Documents and published lists must not lag behind the program.
struct DocumentTests {
    private func text(_ path: String) throws -> String {
        String(decoding: try Disk.read("\(Case.repository)/\(path)"), as: UTF8.self)
    }

    @Test func `the codebook names every published column`() throws {
        let codebook = try text("Docs/codebook.md")
        for (name, schema) in try Schemas(workspace: nil).tables {
            #expect(codebook.contains("## \(name)\n"))
            let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
            for field in object?["fields"] as? [[String: Any]] ?? [] {
                let column = field["name"] as? String ?? ""
                #expect(codebook.contains("| `\(column)` |"), "\(name).\(column)")
            }
        }
    }

    @Test func `every issue code that the cases raise is in its codelist`() async throws {
        let codes = try Schemas(workspace: nil).codes("issue-code")
        let space = try TestWorkspace()
        for sample in Case.all.prefix(40) { try space.copy("\(sample.folder)/Inbox", to: "Inbox/\(sample.name)") }
        try await space.run()
        let raised = Set(try space.rows("issues").compactMap { $0["code"] })
        #expect(raised.count >= 3)
        #expect(raised.subtracting(codes) == [])
    }

    /// The README's own commands, word for word but for the folder.
    @Test(.enabled(if: Disk.exists("\(Case.repository)/.build/debug/force-returns")))
    func `the commands of the README work in a user's hands`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)").path
        defer { Disk.remove(root) }
        try #require(run(["init", root]) == 0)
        try FileManager.default.copyItem(atPath: "\(Case.repository)/Inbox/2017", toPath: "\(root)/Inbox/2017")
        for command in [
            ["run"], ["status"], ["list"], ["verify"],
            ["explain", "E23000032,2016/17,cyber_flagged_child_sexual_offences"], ["schedule", "--cron"],
            ["check-claims", "\(Case.repository)/Inbox/2017/cleveland-letter.txt"],
        ] { #expect(run(command + ["--workspace", root]) == 0, "\(command)") }
        #expect(run(["read", "--account", "\(Case.repository)/Inbox/2017/kent-response.csv"]) == 0)
        #expect(run(["explain", "nothing", "--workspace", root]) == 66)
        #expect(run(["run", "--workspace", "\(root)/none"]) == 66)
        #expect(run(["frobnicate"]) == 64)
    }

    private func run(_ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(Case.repository)/.build/debug/force-returns")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}

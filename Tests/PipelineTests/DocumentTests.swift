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
        for (name, schema) in try Schemas().tables {
            #expect(codebook.contains("## \(name)\n"))
            let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
            for field in object?["fields"] as? [[String: Any]] ?? [] {
                let column = field["name"] as? String ?? ""
                #expect(codebook.contains("| `\(column)` |"), "\(name).\(column)")
            }
        }
    }

    @Test func `every issue code that the cases raise is in its codelist`() async throws {
        let codes = try Schemas().codes("issue-code")
        let space = try TestWorkspace()
        for sample in Case.all.prefix(40) { try space.copy("\(sample.folder)/Inbox", to: "Inbox/\(sample.name)") }
        try await space.run()
        let raised = Set(try space.rows("issues").compactMap { $0["code"] })
        #expect(raised.count >= 3)
        #expect(raised.subtracting(codes) == [])
    }

    /// The README's own commands, word for word but for the folder.
    @Test func `the commands of the README work in a user's hands`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)").path
        defer { Disk.remove(root) }
        let program = Tool.program
        try #require(program.run(["init", root]).status == 0)
        try FileManager.default.copyItem(atPath: "\(Case.repository)/Inbox/2017", toPath: "\(root)/Inbox/2017")
        for command in [
            ["run"], ["status"], ["list"], ["verify"], ["rebuild"], ["prune", "--keep", "3", "--dry-run"],
            ["explain", "E23000032,2016/17,cyber_flagged_child_sexual_offences"], ["schedule", "--cron"],
            ["check-claims", "\(Case.repository)/Inbox/2017/cleveland-letter.txt"],
        ] { #expect(try program.run(command + ["--workspace", root]).status == 0, "\(command)") }
        let kent = "\(Case.repository)/Inbox/2017/kent-response.csv"
        #expect(try program.run(["read", "--account", kent]).status == 0)
        #expect(try program.run(["read", kent, "--format", "parquet", "--out", "\(root)/kent.parquet"]).status == 0)
        #expect(try Disk.read("\(root)/kent.parquet").starts(with: Array("PAR1".utf8)))
        #expect(try program.run(["explain", "nothing", "--workspace", root]).status == 66)
        #expect(try program.run(["run", "--workspace", "\(root)/none"]).status == 66)
        #expect(try program.run(["frobnicate"]).status == 64)
    }
}

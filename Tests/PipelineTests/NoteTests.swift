import Files
import Foundation
import Testing

/// A note in words that nobody here reads doubts the figures beside it, stands once in the status, and is settled by one line.
struct NoteTests {
    private static let letter = """
        Leicestershire Police
        Reference 11/20
        14 July 2020

        Sexual offences against under 18s with the cyber flag

        2017/18   187
        2018/19   204

        Only the principal offence of each investigation has been counted.
        """

    private func workspace(decisions: String = "") async throws -> TestWorkspace {
        let space = try TestWorkspace()
        try Disk.write(Self.letter, to: "\(space.root)/Inbox/leics.txt")
        if !decisions.isEmpty { try Disk.write(decisions, to: "\(space.root)/Decisions/notes.yml") }
        try await space.run()
        return space
    }

    @Test func `the status shows a note once, with its figures and the line that settles it`() async throws {
        let space = try await workspace()
        #expect(try space.rows("observations").map { $0["value"] } == ["187", "204"])
        #expect(try space.rows("observations").map { $0["notes"] } == ["doubted", "doubted"])
        let issues = try space.rows("issues").filter { $0["code"] == "scope-unread" }
        #expect(issues.map { $0["severity"] } == ["warning", "warning"])
        let status = try Tool.program.run(["status", "--workspace", space.root]).output
        #expect(status.contains("Needs you (1):"))
        #expect(
            status.contains("found “187”, “204” and at line 10:1-66")
                || status.contains("“204”, “187” and at line 10:1-66"))
        #expect(status.contains("locator: \"line 10:1-66\", reason: note}"))
    }

    @Test func `one decision settles a note for all its figures`() async throws {
        let source = try #require(try await workspace().rows("sources").first?["source"])
        let space = try await workspace(
            decisions:
                "- id: leics\n  who: analyst\n  when: 2020-08-01\n  why: each crime is one investigation there\n  explain: {source: \(source), locator: \"line 10:1-66\", reason: note}\n"
        )
        #expect(try space.rows("issues").filter { $0["severity"] != "info" }.isEmpty)
        #expect(try space.rows("observations").map { $0["value"] } == ["187", "204"])
        #expect(try space.rows("observations").map { $0["notes"] } == ["", ""])
    }
}

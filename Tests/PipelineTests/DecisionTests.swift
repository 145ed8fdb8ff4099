import Files
import Foundation
import Records
import Testing

/// What a decision changes beside the figure that it names.
struct DecisionTests {
    private static let kent = "Kent Police\n8 July 2019\n\nCyber-flagged sexual offences against under 18s\n\n"
    private static let flag = "cyber_flagged_child_sexual_offences"

    /// A workspace with one letter of Kent Police, and its source.
    private func workspace(_ letter: String, decisions: (String) -> String = { _ in "" }) async throws -> TestWorkspace
    {
        let first = try TestWorkspace()
        try Disk.write(Self.kent + letter, to: "\(first.root)/Inbox/kent.txt")
        try await first.run()
        let source = try #require(try first.rows("sources").first?["source"])
        let text = decisions(source)
        if text.isEmpty { return first }
        try Disk.write(text, to: "\(first.root)/Decisions/d.yml")
        try await first.run()
        return first
    }

    private static func decision(_ verdict: String) -> String {
        "- id: d\n  who: analyst\n  when: 2019-08-01\n  why: told by telephone\n  \(verdict)\n"
    }

    @Test func `what is supplied answers for its own year alone`() async throws {
        let space = try await workspace("The Marl team puts it at 420 or thereabouts.\n") { source in
            Self.decision(
                "supply: {source: \(source), locator: \"line 6:26-28\", with: {area_code: E23000032, period: 2018/19, measure: \(Self.flag)}}"
            )
        }
        #expect(try space.rows("observations").map { $0["value"] } == ["420"])
        let coverage = try space.rows("coverage").filter { $0["area_code"] == "E23000032" }
        #expect(
            Set(coverage.map { "\($0["state"] ?? "") \($0["reason"] ?? "")" }) == [
                "supplied ", "not_available to_review",
            ])
    }

    @Test func `nobody is asked about a source that is withdrawn`() async throws {
        let letter = "2017/18   95\n2018/19   92\n\nWe recorded 99 such offences in 2018/19.\n"
        let before = try await workspace(letter)
        #expect(try before.rows("issues").contains { $0["severity"] == "error" && $0["state"] == "open" })
        let space = try await workspace(letter) { Self.decision("withdraw: {source: \($0)}") }
        #expect(try space.rows("issues").allSatisfy { $0["state"] == "decided" || $0["severity"] == "info" })
        #expect(try Tool.program.run(["status", "--workspace", space.root]).output.contains("Needs you") == false)
    }

    @Test func `an acceptance of nothing is reported`() async throws {
        let space = try await workspace("2017/18   95\n2018/19   92\n") { _ in
            Self.decision("accept: {check: jump, area_code: E23000032}")
        }
        #expect(try space.rows("issues").map { $0["code"] }.contains("decision-unused"))
    }

    @Test func `doubt travels into sums, changes and the summary`() async throws {
        let letter =
            "2017/18   95\n2018/19   92\n\nOnly the principal offence of each investigation has been counted.\n"
        let space = try await workspace(letter)
        #expect(try space.rows("observations").allSatisfy { $0["notes"] == "doubted" })
        #expect(try space.rows("totals").allSatisfy { $0["notes"]?.contains("doubted") ?? false })
        #expect(try space.rows("comparisons").allSatisfy { $0["notes"]?.contains("doubted") ?? false })
        let summary = try TestWorkspace.rows("\(space.root)/Snapshots/cyber-flagged-offences/latest/summary.csv")
        #expect(summary.first { $0["area_code"] == "E23000032" }?["notes"]?.contains("[u]") ?? false)
    }

    @Test func `a figure that a note holds is published as a decision corrects it`() async throws {
        let letter = "2017/18   95\n2018/19   92\n\nThe 2018/19 figure counts incidents, not crimes.\n"
        let held = try await workspace(letter)
        #expect(try held.rows("observations").map { $0["value"] } == ["95"])
        let space = try await workspace(letter) {
            Self.decision("correct: {source: \($0), locator: \"line 7:11-12\", value: 80}")
        }
        #expect(try space.rows("observations").map { $0["value"] } == ["95", "80"])
        #expect(try space.rows("issues").allSatisfy { $0["code"] != "decision-unused" && $0["state"] != "open" })
    }

    @Test(arguments: [
        "supply: {source: abc, locator: line 1, with: {victim_age: teens}}",
        "supply: {source: abc, locator: line 1, with: {victim_age: 16-13}}",
        "settle: {area_code: E23000032, period: 2018-19, source: abc}",
        "accept: {check: jump, area_code: E23999999}",
    ])
    func `a code that nothing has is refused`(verdict: String) async throws {
        let space = try TestWorkspace()
        try Disk.write(Self.decision(verdict), to: "\(space.root)/Decisions/d.yml")
        await #expect(throws: Fault.self) { try await space.run() }
    }

    @Test func `explain tells the decision, and what is wrong with a key that has no figure`() async throws {
        let space = try await workspace("2017/18   95\n2018/19   92\n") {
            Self.decision("correct: {source: \($0), locator: \"line 7:11-12\", value: 93}")
        }
        let told = try Tool.program.run(["explain", "E23000032,2018/19,\(Self.flag)", "--workspace", space.root])
        #expect(told.output.contains("decision Decisions/d.yml#d of 2019-08-01: told by telephone"))
        let held = try await workspace("2018/19   92\n\nWe recorded 99 such offences in 2018/19.\n")
        let why = try Tool.program.run(["explain", "E23000032,2018/19,\(Self.flag)", "--workspace", held.root])
        #expect(why.status == 0 && why.output.contains("conflict-in-source"))
        let unknown = "E23000032,2018/19,\(Self.flag),age=13"
        #expect(try Tool.program.run(["explain", unknown, "--workspace", held.root]).status == 66)
    }
}

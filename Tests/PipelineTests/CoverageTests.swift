import Campaign
import Files
import Foundation
import Records
import Testing

/// Who was asked, until when, and who is to be chased.
struct CoverageTests {
    private let flagged = "cyber_flagged_child_sexual_offences"

    /// A campaign that asked on the day before St Patrick's Day, a bank holiday in Northern Ireland alone.
    private func space(asked: String = "2017-03-16") throws -> TestWorkspace {
        let space = try TestWorkspace()
        let path = "\(space.root)/Pipelines/\(NightTests.campaign).yml"
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        try Disk.write(
            text.replacingOccurrences(
                of: "  - members: [EWNI, S23000009, BTP]",
                with: "  - asked_on: \(asked)\n    members: [EWNI, S23000009, BTP]"), to: path)
        return space
    }

    private func reply(_ body: String, _ date: String, _ text: String, to space: TestWorkspace) throws {
        try Disk.write(
            "\(body)\nOur reference: FOI/2017/0\(body.count)\n\(date)\n\nSexual offences against children with the cyber flag\n\n\(text)\n",
            to: "\(space.root)/Inbox/\(body).txt")
    }

    private func row(_ space: TestWorkspace, _ area: String) throws -> [String: String] {
        try #require(
            try space.rows("coverage").first {
                $0["area_code"] == area && $0["period"] == "2015/16" && $0["measure"] == flagged
            })
    }

    @Test func `twenty working days by the calendar of each law`() async throws {
        let space = try space()
        try reply("Kent Police", "12 June 2017", "In 2015/16 we recorded 63 offences.", to: space)
        try await space.run()
        // Good Friday and Easter Monday lie between; 17 March counts out only under the United Kingdom's Act.
        #expect(try row(space, "E23000028")["due_on"] == "2017-04-18")
        #expect(try row(space, "S23000009")["due_on"] == "2017-04-13")
    }

    @Test func `what is overdue is judged on the latest date among the sources`() async throws {
        let early = try space()
        try reply("Kent Police", "3 April 2017", "In 2015/16 we recorded 63 offences.", to: early)
        try await early.run()
        #expect(try row(early, "E23000028")["reason"] == "")
        try reply("Sussex Police", "12 June 2017", "In 2015/16 we recorded 40 offences.", to: early)
        try await early.run()
        #expect(try row(early, "E23000028")["reason"] == "overdue")
        #expect(try row(early, "E23000032")["state"] == "supplied")
    }

    @Test func `an agency that owes no answer is out of scope, not silent`() async throws {
        let space = try space()
        try reply("Kent Police", "12 June 2017", "In 2015/16 we recorded 63 offences.", to: space)
        try await space.run()
        let agency = try #require(try space.rows("coverage").first { $0["area_code"] == "NCA" })
        #expect(agency["state"] == "out_of_scope")
    }

    @Test func `status lists whom to chase, with their reference`() async throws {
        let space = try space()
        try reply(
            "Essex Police", "20 April 2017",
            "We need more time to consider the public interest and aim to reply by 30 May 2017.", to: space)
        try reply("Kent Police", "12 June 2017", "In 2015/16 we recorded 63 offences.", to: space)
        try await space.run()
        let status = try Tool.program.run(["status", "--workspace", space.root]).output
        let chase = status.components(separatedBy: "To chase").last ?? ""
        #expect(chase.contains("Essex: 2015/16, 2016/17, 2017/18, 2018/19; their reference FOI/2017/012"))
        #expect(!chase.contains("Kent: 2015/16"))
        #expect(!chase.contains("National Crime Agency"))
    }

    @Test func `a flag that is hardly used is a caveat on the flagged figures`() async throws {
        let space = try space()
        try reply(
            "Kent Police", "12 June 2017",
            "In 2015/16 we recorded 63 offences. Please note that the flag is hardly used by officers.", to: space)
        try await space.run()
        let figure = try #require(try space.rows("observations").first { $0["area_code"] == "E23000032" })
        #expect((figure["notes"] ?? "").contains("flag_under_used"))
        #expect(try space.rows("notes").contains { ($0["text"] ?? "").contains("hardly used") })
    }
}

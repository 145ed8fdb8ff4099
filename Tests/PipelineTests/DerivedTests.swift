import Campaign
import Files
import Foundation
import Nightly
import Publish
import Reconcile
import Records
import Testing

struct ClaimTests {
    private func verdict(
        _ kind: Claim.Kind, _ claimed: String, _ hedge: Claim.Hedge, now: Int, then: Int, unit: String = "percent"
    ) throws -> JudgedClaim {
        let schemas = try Schemas()
        let period = try #require(Period(financialYear: 2016))
        let base = try #require(Period(financialYear: 2015))
        let flagged = "cyber_flagged_child_sexual_offences"
        func entry(_ period: Period, _ value: Int) -> Entry {
            Entry(
                key: Key(area: "E23000032", period: period, measure: flagged),
                figure: .exact(Quantity(value), raw: "\(value)"), method: .table,
                source: SourceID(digest: "00"), places: [], kind: .bodyReturn)
        }
        var claim = Claim(
            kind: kind, claimed: try #require(Quantity(digits: claimed)), claimedText: claimed, hedge: hedge,
            unit: unit, quote: "", places: [])
        claim.base = base
        let own = [entry(period, now), entry(base, then)]
        return ClaimJudge(vintages: own, schemas: schemas).judge(
            claim, key: own[0].key, source: SourceID(digest: "00"), own: own)
    }

    @Test(arguments: [
        (Claim.Kind.percentChange, "617", Claim.Hedge.none, 43, 6, "supported", ""),
        (.percentChange, "716", .none, 43, 6, "contradicted", "ratio_as_increase"),
        (.percentChange, "44", .none, 5653, 3903, "imprecise", "truncation"),
        (.percentChange, "600", .nearly, 361, 63, "contradicted", "ratio_as_increase"),
        (.percentChange, "45", .none, 5653, 3903, "supported", ""), (.ratio, "2", .none, 8224, 4042, "supported", ""),
        (.ratio, "2", .moreThan, 145, 55, "supported", ""), (.ratio, "3", .none, 145, 55, "contradicted", ""),
        (.level, "70", .nearly, 68, 48, "supported", ""), (.level, "70", .nearly, 71, 48, "contradicted", ""),
        (.level, "100", .about, 104, 48, "supported", ""), (.difference, "298", .none, 361, 63, "supported", ""),
    ])
    func `judges claims alike every time`(
        kind: Claim.Kind, claimed: String, hedge: Claim.Hedge, now: Int, then: Int, verdict: String, slip: String
    ) throws {
        let judged = try self.verdict(kind, claimed, hedge, now: now, then: then)
        #expect(judged.verdict.rawValue == verdict)
        #expect(judged.slip == slip)
    }

    /// Judges a claim of England and Wales 2016/17 against statements of `area, year, value, standing, forces`.
    private func judge(
        _ kind: Claim.Kind, _ claimed: String,
        _ statements: [(String, Int, Int, Entry.Standing, Int?)]
    ) throws -> JudgedClaim {
        let flagged = "cyber_flagged_child_sexual_offences"
        let vintages = try statements.map { area, year, value, standing, forces in
            var entry = Entry(
                key: Key(area: area, period: try #require(Period(financialYear: year)), measure: flagged),
                figure: .exact(Quantity(value), raw: "\(value)"), method: .sentence, source: SourceID(digest: "00"),
                places: [], kind: .press)
            entry.standing = standing
            entry.forcesStated = forces
            return entry
        }
        var claim = Claim(
            kind: kind, claimed: try #require(Quantity(digits: claimed)), claimedText: claimed, hedge: .none,
            unit: "percent", quote: "", places: [])
        claim.base = Period(financialYear: 2015)
        let key = Key(area: "K04000001", period: try #require(Period(financialYear: 2016)), measure: flagged)
        return ClaimJudge(vintages: vintages, schemas: try Schemas()).judge(
            claim, key: key, source: SourceID(digest: "01"), own: [])
    }

    @Test func `names the slip behind a claim that does not hold`() throws {
        let then = ("K04000001", 2015, 3903, Entry.Standing.current, Int?(39))
        let now = ("K04000001", 2016, 5653, Entry.Standing.current, Int?(39))
        let restated = try judge(
            .level, "3186", [("K04000001", 2016, 3903, .current, 39), ("K04000001", 2016, 3186, .superseded, 38)])
        #expect(restated.verdict == .contradicted)
        #expect(restated.slip == "other_vintage")
        let wider = try judge(
            .level, "4042", [("K04000001", 2016, 3903, .current, 39), ("EWNI", 2016, 4042, .current, nil)])
        #expect(wider.slip == "scope")
        #expect(try judge(.percentChange, "31", [then, now]).slip == "wrong_base")
        let earlier = ("K04000001", 2014, 2000, Entry.Standing.current, Int?(39))
        #expect(try judge(.percentChange, "183", [earlier, then, now]).slip == "wrong_base")
    }

    @Test func `a change between unequal responders holds and is not comparable`() throws {
        let judged = try judge(
            .percentChange, "45",
            [("K04000001", 2015, 3903, .current, 38), ("K04000001", 2016, 5653, .current, 39)])
        #expect(judged.verdict == .supported)
        #expect(judged.slip == "unequal_responders")
        #expect(!judged.isComparable)
    }

    @Test func `checks any text against the snapshot and puts its sentences right`() async throws {
        let space = try TestWorkspace()
        try Disk.write(
            "Kent Police: child sexual offences with the cyber flag\nYear,Offences\n2015/16,100\n2016/17,150\n2017/18,299\n2018/19,400\n",
            to: "\(space.root)/Inbox/Kent.csv")
        try await space.run()
        try Disk.write(
            "In Kent, child sexual offences with the cyber flag rose by 50% between 2015/16 and 2016/17. They nearly doubled between 2016/17 and 2017/18. In 2018/19 Kent Police recorded 500 child sexual offences with the cyber flag.\n",
            to: "\(space.root)/article.txt")
        let said = try Tool.program.run(["check-claims", "\(space.root)/article.txt", "--workspace", space.root]).output
        #expect(said.contains("supported: “In Kent"))
        #expect(said.contains("supported: “They nearly doubled"))
        #expect(said.contains("contradicted: “In 2018/19"))
        #expect(
            said.contains("right: “In 2018/19 Kent Police recorded 400 child sexual offences with the cyber flag.”"))
    }

    @Test func `cuts twenty-two and a half a day to twenty-two`() throws {
        let judged = try verdict(.rate, "22", .none, now: 8224, then: 4042, unit: "per_day")
        #expect(judged.verdict == .imprecise)
        #expect(judged.slip == "truncation")
        #expect(judged.computed == Quantity(digits: "22.5315"))
    }

    @Test func `reads the claims of the sample releases`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let claims = Set(
            try space.rows("claims").map {
                $0.text(["area_code", "period", "claim_type", "claimed", "computed", "verdict", "slip"])
            })
        for wanted in [
            "K04000001 2016/17 percent_change 44 44.8373 imprecise truncation",
            "K04000001 2016/17 rate 15 15.4877 supported ", "EWNI 2018/19 rate 22 22.5315 imprecise truncation",
            "E23000013 2016/17 ratio 2 2.6364 supported ",
        ] { #expect(claims.contains(wanted), "\(wanted)") }
    }
}

struct TotalTests {
    @Test func `sums and compares the sample inbox`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let flagged = "cyber_flagged_child_sexual_offences"
        let totals = Set(
            try space.rows("totals").map {
                $0.text(["area_code", "period", "measure", "value", "per_day", "forces_counted", "forces_in_frame"])
            })
        // 63 + 98 + 55 + 48 over 366 days; Durham had no figure for the year.
        #expect(totals.contains("K04000001 2015/16 \(flagged) 264 0.7213 4 43"))
        #expect(totals.contains("K04000001 2016/17 \(flagged) 1087 2.9781 5 43"))
        let comparisons = Set(
            try space.rows("comparisons").map {
                $0.text([
                    "area_code", "base_period", "period", "measure", "basis", "difference_low", "percent_low",
                    "percent_high", "comparable",
                ])
            })
        #expect(comparisons.contains("E23000027 2017/18 2018/19 \(flagged) like_for_like 37 616.7 616.7 true"))
        #expect(comparisons.contains("K04000001 2015/16 2016/17 \(flagged) like_for_like 633 239.8 239.8 true"))
        #expect(comparisons.contains("K04000001 2015/16 2016/17 \(flagged) all_responders 823 311.7 311.7 false"))
        #expect(try !space.rows("totals").contains { ($0["forces"] ?? "").contains("EXAMPLESHIRE") })
    }

    @Test func `adds hidden figures as intervals and names no value`() async throws {
        let space = try TestWorkspace()
        try Disk.write(
            "Force,2015/16\nDurham Constabulary,<5\nNorthumbria Police,98\nCleveland Police,10\n",
            to: "\(space.root)/Inbox/cyber flag sexual offences against children.csv")
        try await space.run()
        let row = try #require(try space.rows("totals").first { $0["area_code"] == "E12000001" })
        #expect(
            row.text(["value", "value_low", "value_high", "forces_counted", "forces_suppressed"]) == " 108 112 3 1")
    }

    @Test func `an estimate counts its force and leaves the sum open`() async throws {
        let space = try TestWorkspace()
        try Disk.write(
            "Kent Police\n\nIn 2015/16 we recorded approximately 100 sexual offences against children with the cyber flag.\n",
            to: "\(space.root)/Inbox/Kent.txt")
        try Disk.write(
            "Sussex Police\n\nIn 2015/16 we recorded 40 sexual offences against children with the cyber flag.\n",
            to: "\(space.root)/Inbox/Sussex.txt")
        try await space.run()
        let row = try #require(try space.rows("totals").first { $0["area_code"] == "E12000008" })
        #expect(row.text(["value", "value_low", "value_high", "forces_counted"]) == " 40  2")
    }

    @Test func `what the press says of a hidden figure does not uncover it`() async throws {
        let space = try TestWorkspace()
        try Disk.write(
            "Kent Police\n\nIn 2015/16 we recorded fewer than 5 sexual offences against children with the cyber flag.\n",
            to: "\(space.root)/Inbox/Kent.txt")
        try Disk.write(
            "Press release\n\nKent Police recorded 9 sexual offences against children with the cyber flag in 2015/16.\n",
            to: "\(space.root)/Inbox/press.txt")
        try await space.run()
        let row = try #require(
            try space.rows("coverage").first {
                $0["area_code"] == "E23000032" && $0["period"] == "2015/16" && $0["source"] != ""
            })
        #expect(row["state"] == "suppressed")
        let summary = String(
            decoding: try Disk.read("\(space.root)/Snapshots/\(NightTests.campaign)/latest/summary.csv"), as: UTF8.self)
        #expect(summary.contains("[c]"))
    }

    @Test(arguments: [
        ("- {id: a, correct: {source: 000000000000, locator: x, value: 3.5}, who: a, why: b}\n", "a whole figure"),
        (
            "- {id: a, correct: {source: 000000000000, locator: x, value: 3}, who: a, why: b}\n- {id: b, correct: {source: 000000000000, locator: x, value: 4}, who: a, why: b}\n",
            "decides it too"
        ),
        (
            "- {id: a, settle: {area_code: E23000032, period: 2015/16, source: 000000000000}, who: a, why: b}\n- {id: b, settle: {area_code: E23000032, period: 2015/16, source: 111111111111}, who: a, why: b}\n",
            "settles it too"
        ),
    ])
    func `decisions that cannot stand say why`(_ text: String, _ words: String) throws {
        let space = try TestWorkspace()
        try Disk.write(text, to: "\(space.root)/Decisions/a.yml")
        let run = try Tool.program.run(["run", "--workspace", space.root])
        #expect(run.status == 78)
        #expect(run.output.contains(words))
    }

    @Test func `a member that no register has is refused`() throws {
        let space = try TestWorkspace()
        try Disk.makeFolder("\(space.root)/Schemas/registers")
        try Disk.write(
            "scheme,area_code,member_code,valid_from,valid_to\nofficial,E12000006,ZZZ,,\n",
            to: "\(space.root)/Schemas/registers/area_members.csv")
        let run = try Tool.program.run(["run", "--workspace", space.root])
        #expect(run.status == 78)
        #expect(run.output.contains("ZZZ"))
    }

    @Test func `a source known after a day never changes the view as of that day`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox/2017", to: "Inbox/2017")
        let day = try #require(CivilDate(2018, 1, 1))
        try await space.run(asOf: day)
        let before = try space.rows("observations", snapshot: "as-of/2018-01-01").filter { $0["as_of"] != "" }
        try space.copy("\(Case.repository)/Inbox/press", to: "Inbox/press")
        try await space.run(asOf: day)
        let after = try space.rows("observations", snapshot: "as-of/2018-01-01").filter {
            $0["as_of"] != "" && !($0["area_code"] ?? "").hasPrefix("K0")
        }
        #expect(before == after)
        #expect(!Disk.exists("\(space.root)/Snapshots/cyber-flagged-offences/latest"))
    }
}

struct VintageTests {
    private func letter(_ value: String, _ date: String) -> String {
        "Kent Police\nFreedom of Information Unit\n\n\(date)\n\nIn 2015/16 Kent Police recorded \(value) child sexual offences with the cyber flag.\n"
    }

    @Test func `a later letter of the same body restates, a compilation confirms or quotes what is outdated`()
        async throws
    {
        let space = try TestWorkspace()
        try Disk.write(letter("63", "5 May 2016"), to: "\(space.root)/Inbox/a.txt")
        try Disk.write(letter("65", "6 June 2017"), to: "\(space.root)/Inbox/b.txt")
        try Disk.write(
            "Child sexual offences with the cyber flag\n\nForce,2015/16\nKent,63\nEssex,10\nSurrey,11\nSussex,12\n",
            to: "\(space.root)/Inbox/c.csv")
        try await space.run()
        let standings = Set(
            try space.rows("vintages").filter { $0["area_code"] == "E23000032" }.map { $0.text(["value", "standing"]) })
        #expect(standings == ["65 current", "63 superseded", "63 outdated_quote"])
    }

    @Test func `two letters of one day that differ are held until a decision settles them`() async throws {
        let space = try TestWorkspace()
        try Disk.write(letter("63", "5 May 2016"), to: "\(space.root)/Inbox/a.txt")
        try Disk.write(letter("65", "5 May 2016"), to: "\(space.root)/Inbox/b.txt")
        try await space.run()
        #expect(try space.rows("observations").isEmpty)
        #expect(
            try space.rows("issues").contains {
                $0["code"] == "conflicting-statements" && $0["area_code"] == "E23000032"
            })
        let source = try #require(try space.rows("vintages").first { $0["value"] == "65" }?["source"])
        try Disk.write(
            "- id: kent\n  who: analyst\n  when: 2017-01-01\n  why: told by telephone\n  settle: {area_code: E23000032, period: 2015/16, measure: cyber_flagged_child_sexual_offences, source: \(source)}\n",
            to: "\(space.root)/Decisions/d.yml")
        try await space.run()
        #expect(try space.rows("observations").map { $0["value"] } == ["65"])
    }

    @Test func `a mistake in a campaign or a decision names its file and line`() async throws {
        let space = try TestWorkspace()
        try Disk.write("- id: x\n  who: a\n  why: b\n  corect: {source: a}\n", to: "\(space.root)/Decisions/d.yml")
        await #expect(throws: Fault.self) { try await space.run() }
    }
}

import Campaign
import Files
import Foundation
import Nightly
import Publish
import Records
import Testing

/// The checks find what they are for, and leave clean data alone.
struct CheckTests {
    private static let forces = (try? Schemas())?.rows("areas").filter { $0["kind"] == "force" } ?? []
    private static let reference = Dictionary(
        ((try? Schemas())?.rows("reference") ?? []).map { ($0["area_code"] ?? "", Double($0["value"] ?? "") ?? 0) },
        uniquingKeysWith: { a, _ in a })

    private func issues(_ files: [String: String], pipeline: String = "", decisions: String = "") async throws -> (
        TestWorkspace, [[String: String]]
    ) {
        let space = try TestWorkspace()
        for (name, text) in files { try Disk.write(text, to: "\(space.root)/Inbox/\(name)") }
        if !decisions.isEmpty { try Disk.write(decisions, to: "\(space.root)/Decisions/d.yml") }
        if !pipeline.isEmpty {
            let path = "\(space.root)/Pipelines/cyber-flagged-offences.yml"
            try Disk.write(String(decoding: try Disk.read(path), as: UTF8.self) + pipeline, to: path)
        }
        try await space.run()
        return (space, try space.rows("issues"))
    }

    private let herts = [
        "herts.csv":
            "Hertfordshire Constabulary\nCyber-flagged sexual offences against under 18s\nYear,Offences\n2017/18,6\n2018/19,43\n"
    ]

    @Test func `a jump is found, and accepted by a decision`() async throws {
        let (_, found) = try await issues(herts)
        let jump = try #require(found.first { $0["code"] == "jump" })
        #expect(jump["area_code"] == "E23000027" && jump["period"] == "2018/19" && jump["severity"] == "warning")
        #expect(jump["message"]?.contains("found 43 after 6 in 2017/18") == true)
        let (_, accepted) = try await issues(
            herts,
            decisions:
                "- id: herts\n  who: analyst\n  when: 2019-07-01\n  why: the force confirmed it\n  accept: {check: jump, area_code: E23000027, period: 2018/19}\n"
        )
        #expect(accepted.first { $0["code"] == "jump" }?["state"] == "decided")
    }

    @Test func `a campaign says what a check may do`() async throws {
        let (held, issues) = try await issues(herts, pipeline: "\nchecks:\n  jump: {gate: hold_row, severity: error}\n")
        #expect(try held.rows("observations").map { $0["period"] } == ["2017/18"])
        #expect(try held.rows("vintages").first { $0["period"] == "2018/19" }?["standing"] == "held")
        #expect(issues.first { $0["code"] == "jump" }?["message"]?.contains("release it with accept") == true)
        #expect(try !held.rows("totals").contains { $0["period"] == "2018/19" })
        let (flagged, _) = try await self.issues(herts, pipeline: "\nchecks:\n  jump: {gate: flag}\n")
        #expect(try flagged.rows("observations").last?["notes"] == "doubted")
        let space = try TestWorkspace()
        try Disk.write(herts["herts.csv"] ?? "", to: "\(space.root)/Inbox/herts.csv")
        let path = "\(space.root)/Pipelines/cyber-flagged-offences.yml"
        try Disk.write(
            String(decoding: try Disk.read(path), as: UTF8.self) + "\nchecks:\n  jump: {gate: hold_snapshot}\n",
            to: path)
        #expect(try await space.run().first?.blocks.count == 1)
    }

    @Test func `a year copied from another is found`() async throws {
        let (_, found) = try await issues([
            "kent.csv":
                "Kent Police\nCyber-flagged sexual offences against under 18s\nOffence,2017/18,2018/19\nRape,14,14\nSexual assault,31,31\nGrooming,52,52\nIndecent images,77,77\nTotal,174,174\n"
        ])
        #expect(found.contains { $0["code"] == "year-copied" && $0["area_code"] == "E23000032" })
    }

    @Test func `a year that had not begun is found`() async throws {
        let (_, found) = try await issues([
            "kent.txt":
                "Kent Police\nChild sexual offences with the cyber flag\n2017/18   95\n2018/19   92\n2019/20   97\nReply dated 3 March 2019\n"
        ])
        let unfinished = found.filter { $0["code"] == "year-unfinished" }
        #expect(unfinished.map { $0["period"] } == ["2019/20"])
        #expect(unfinished.first?["message"]?.contains("2019-03-03") == true)
    }

    @Test func `figures shifted against their names are found by a reference`() async throws {
        func table(shift: Int) -> String {
            let rows = Self.forces.filter { (Self.reference[$0["area_code"] ?? ""] ?? 0) > 0 }
            var text = "Cyber-flagged sexual offences against under 18s\nForce,2017/18\n"
            for (index, row) in rows.enumerated() {
                let of = rows[min(max(index + shift, 0), rows.count - 1)]["area_code"] ?? ""
                text += "\(row["area_name"] ?? ""),\(Int((Self.reference[of] ?? 0) / 20) + index % 7)\n"
            }
            return text
        }
        let (_, straight) = try await issues(["compilation.csv": table(shift: 0)])
        #expect(!straight.contains { $0["code"] == "shifted-names" })
        let (_, shifted) = try await issues(["compilation.csv": table(shift: 1)])
        #expect(shifted.filter { $0["code"] == "shifted-names" }.count == 1)
    }

    @Test func `one figure told of 38 and of 39 forces is found`() async throws {
        func story(_ forces: Int) -> String {
            "PRESS RELEASE\nDate: \(forces) June 2017\n\nPolice forces in England and Wales recorded 5,653 sexual offences against under-18s with the cyber flag in 2016/17. The figures come from \(forces) of 44 police forces.\n"
                .replacingOccurrences(of: "\(forces) June", with: "\(forces - 30) June")
        }
        let (space, found) = try await issues(["a.txt": story(38), "b.txt": story(39)])
        #expect(Set(try space.rows("vintages").compactMap { $0["forces_stated"] }) == ["38", "39"])
        #expect(found.filter { $0["code"] == "forces-differ" }.count == 1)
    }

    @Test func `what a source gives away itself is published and flagged`() async throws {
        let (space, found) = try await issues([
            "kent.csv":
                "Kent Police\nCyber-flagged sexual offences against under 18s\nAge,2018/19\n0-9,12\n10-13,<5\n14-17,40\nTotal,55\n"
        ])
        #expect(found.contains { $0["code"] == "recoverable-at-source" && $0["severity"] == "warning" })
        let hidden = try #require(try space.rows("observations").first { $0["victim_age"] == "10-13" })
        #expect(hidden["value"] == "" && hidden["value_low"] == "0" && hidden["value_high"] == "4")
    }

    @Test func `a restatement beyond the tolerance is found`() async throws {
        func kent(_ date: String, _ value: Int) -> String {
            "Kent Police\nDate: \(date)\n\nCyber-flagged sexual offences against under 18s\nYear,Offences\n2015/16,\(value)\n"
        }
        let (_, small) = try await issues(["a.csv": kent("1 June 2016", 163), "b.csv": kent("1 June 2017", 165)])
        #expect(!small.contains { $0["code"] == "restated-beyond" })
        let (_, large) = try await issues(["a.csv": kent("1 June 2016", 163), "b.csv": kent("1 June 2017", 201)])
        #expect(large.contains { $0["code"] == "restated-beyond" })
    }

    /// 44 bodies over eight years, each about its own level with chance and a common trend: at most one false warning in a
    /// thousand rows, over five such worlds.
    @Test func `clean data raise no alarm`() async throws {
        var generator = Seeded(state: 20_261_122)
        var rows = 0
        var alarms = 0
        for _ in 0..<5 {
            var text = "Cyber-flagged sexual offences against under 18s\nForce"
            for year in 2012..<2020 { text += ",\(year)/\((year + 1) % 100)" }
            text += "\n"
            for force in Self.forces {
                let level = 12 + (Self.reference[force["area_code"] ?? ""] ?? 900) / 15
                text += force["area_name"] ?? ""
                for year in 0..<8 {
                    let mean = level * pow(1.06, Double(year)) * exp(0.12 * generator.normal())
                    text += ",\(max(0, Int((mean + mean.squareRoot() * generator.normal()).rounded())))"
                    rows += 1
                }
                text += "\n"
            }
            let (space, found) = try await issues(["compilation.csv": text])
            #expect(try space.rows("observations").count == Self.forces.count * 8)
            alarms += found.filter { $0["severity"] != "info" }.count
        }
        #expect(rows >= 1700)
        #expect(alarms * 1000 <= rows, "\(alarms) alarms in \(rows) rows")
    }
}

/// A generator of the same numbers every time (SplitMix64).
struct Seeded {
    var state: UInt64

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53)
    }

    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
}

import Campaign
import Files
import Foundation
import Nightly
import Publish
import Records
import Testing

/// Versions, their causes, and making them again.
struct VersionTests {
    private let flagged = "cyber_flagged_child_sexual_offences"

    private func kent(_ figures: String, dated: String = "", to name: String, in space: TestWorkspace) throws {
        let date = dated.isEmpty ? "" : "Date: \(dated)\n"
        try Disk.write(
            "Kent Police\n\(date)\nOffences against under 18s with the cyber flag\nYear,Offences\n\(figures)\n",
            to: "\(space.root)/Inbox/\(name)")
    }

    private func diff(_ space: TestWorkspace, _ a: String, _ b: String) throws -> [String] {
        let store = SnapshotStore(workspace: space.root, pipeline: "cyber-flagged-offences")
        return try SnapshotDiff(SnapshotTables(store.required(a)), SnapshotTables(store.required(b))).changes.map {
            "\($0.kind.rawValue) \($0.key[1]) \($0.before) \($0.after) \($0.cause.rawValue)"
        }
    }

    @Test func `every change has its cause, and the version follows from it`() async throws {
        let space = try TestWorkspace()
        try kent("2015/16,63", dated: "1 June 2016", to: "a.csv", in: space)
        #expect(try await space.run().first?.snapshot?.version == "1.0.0")
        try kent("2015/16,65\n2016/17,361", dated: "1 June 2017", to: "b.csv", in: space)
        #expect(try await space.run().first?.snapshot?.version == "1.1.0")
        #expect(
            try diff(space, "1.0.0", "1.1.0") == ["revised 2015/16 63 65 restatement", "added 2016/17  361 new source"])
        let source = try #require(try space.rows("observations").first { $0["period"] == "2016/17" })
        try Disk.write(
            "- id: slip\n  who: analyst\n  when: 2017-07-01\n  why: the force wrote again\n  correct: {source: \(source["source"] ?? ""), locator: \"\(source["locator"] ?? "")\", value: 316}\n",
            to: "\(space.root)/Decisions/kent.yml")
        #expect(try await space.run().first?.snapshot?.version == "1.2.0")
        #expect(try diff(space, "1.1.0", "1.2.0") == ["revised 2016/17 361 316 decision"])
        try Disk.makeFolder("\(space.root)/Schemas/registers")
        try Disk.write(
            "scheme,area_code,member_code,valid_from,valid_to\nNSPCC,NSPCC-EOE,E23000032,,\n",
            to: "\(space.root)/Schemas/registers/area_members.csv")
        #expect(try await space.run().first?.snapshot?.version == "2.0.0")
        let words = String(
            decoding: try Disk.read("\(space.root)/Snapshots/cyber-flagged-offences/1.1.0/CHANGES.md"), as: UTF8.self)
        #expect(words.contains("Revised: Kent, 2015/16, \(flagged): 63 → 65; restated by the body"))
    }

    @Test func `every version is made again, byte by byte, pruned or not`() async throws {
        let space = try TestWorkspace()
        for (number, name) in ["2017", "2019", "press"].enumerated() {
            try space.copy("\(Case.repository)/Inbox/\(name)", to: "Inbox/\(name)")
            #expect(try await space.run().first?.snapshot?.version == "1.\(number).0")
        }
        let store = SnapshotStore(workspace: space.root, pipeline: "cyber-flagged-offences")
        let rebuild = Rebuild(space.root, pipeline: "cyber-flagged-offences")
        for version in store.versions {
            #expect(try await rebuild.check(store.required(version.description)) == .same)
        }
        #expect(store.prunable(keeping: 1).map(\.version) == ["1.0.0", "1.1.0"])
        for old in store.prunable(keeping: 1) { store.prune(old) }
        #expect(throws: Fault.self) { try store.required("1.0.0", withTables: true) }
        // The predecessor of 1.1.0 is made again on the way.
        #expect(try await rebuild.check(store.required("1.1.0")) == .restored)
        #expect(try Verifier(snapshot: store.required("1.1.0"), workspace: space.root).faults() == [])
        try Disk.write("tampered", to: "\(space.root)/Snapshots/cyber-flagged-offences/1.1.0/CHANGES.md")
        #expect(try await rebuild.check(store.required("1.2.0")) == .same)
    }

    @Test func `a version of another program says so`() async throws {
        let space = try TestWorkspace()
        try kent("2015/16,63", to: "a.csv", in: space)
        let snapshot = try #require(try await space.run().first?.snapshot)
        let papers = "\(snapshot.folder)/datapackage.json"
        let text = String(decoding: try Disk.read(papers), as: UTF8.self)
        try Disk.write(
            text.replacingOccurrences(of: "\"sqlite\" : \"", with: "\"sqlite\" : \"2"), to: papers)
        let outcome = try await Rebuild(space.root, pipeline: "cyber-flagged-offences").check(snapshot)
        guard case .foreign(let what) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(what.contains("SQLite"))
    }
}

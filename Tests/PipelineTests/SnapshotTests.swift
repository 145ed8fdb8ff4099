import Files
import Foundation
import Nightly
import Publish
import Records
import Testing

struct SnapshotTests {
    private func files(_ folder: String) -> [String: String] {
        let listing = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return Dictionary(
            uniqueKeysWithValues: listing.filter { !Disk.isFolder("\(folder)/\($0)") }.map {
                ($0, (try? Digest.of(Disk.read("\(folder)/\($0)"))) ?? "")
            })
    }

    @Test func `two runs of one inbox in two folders give the same bytes`() async throws {
        let one = try TestWorkspace()
        let two = try TestWorkspace()
        for space in [one, two] {
            try space.copy("\(Case.repository)/Inbox", to: "Inbox")
            try await space.run()
        }
        let first = files("\(one.root)/Snapshots/cyber-flagged-offences/1.0.0")
        #expect(first.count > 10)
        #expect(first == files("\(two.root)/Snapshots/cyber-flagged-offences/1.0.0"))
    }

    @Test func `a night with nothing new publishes nothing`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        #expect(try await space.run().map(\.isNew) == [true])
        #expect(try await space.run().map(\.isNew) == [false])
        #expect(Disk.list("\(space.root)/Snapshots/cyber-flagged-offences") == ["1.0.0", "latest"])
    }

    @Test func `the order in which files come never changes the data`() async throws {
        let together = try TestWorkspace()
        try together.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await together.run()
        let apart = try TestWorkspace()
        try apart.copy("\(Case.repository)/Inbox/press", to: "Inbox/press")
        try await apart.run()
        try apart.copy("\(Case.repository)/Inbox/2019", to: "Inbox/2019")
        try await apart.run()
        try apart.copy("\(Case.repository)/Inbox/2017", to: "Inbox/2017")
        let last = try #require(try await apart.run().first?.snapshot)
        #expect(last.version == "1.2.0")
        #expect(files("\(together.root)/Snapshots/cyber-flagged-offences/latest/data") == files("\(last.folder)/data"))
    }

    @Test func `a snapshot verifies, and a changed byte is found`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        let snapshot = try #require(try await space.run().first?.snapshot)
        #expect(try Verifier(snapshot: snapshot, workspace: space.root).faults() == [])
        try Disk.write("x", to: "\(snapshot.folder)/data/areas.csv")
        #expect(try Verifier(snapshot: snapshot, workspace: space.root).faults().count == 1)
    }

    @Test func `the same bytes under two names are one source`() async throws {
        let space = try TestWorkspace()
        for name in ["kent.csv", "kent (1).csv"] {
            try Disk.write(
                "Kent Police\nForce,2015/16\nOffences with the cyber flag against children,63\n",
                to: "\(space.root)/Inbox/\(name)")
        }
        try await space.run()
        #expect(try space.rows("sources").map { $0["file_names"] } == ["kent (1).csv | kent.csv"])
    }

    @Test func `the sample inbox gives the published figures`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let rows = Set(
            try space.rows("observations").map { $0.text(["area_code", "period", "measure", "victim_age", "value"]) })
        let flagged = "cyber_flagged_child_sexual_offences"
        for wanted in [
            "E23000032 2015/16 \(flagged) all 63", "E23000032 2016/17 \(flagged) all 361",
            "E23000007 2015/16 \(flagged) all 98", "E23000007 2016/17 \(flagged) all 323",
            "E23000013 2015/16 \(flagged) all 55",
            "E23000013 2016/17 \(flagged) all 145", "E23000013 2015/16 child_sexual_offences all 820",
            "E23000013 2016/17 child_sexual_offences all 772",
            "E23000013 2015-04-01/2017-03-31 child_sexual_offence_victims 0-3 53",
            "E23000013 2015-04-01/2017-03-31 child_sexual_offence_victims 0-9 259",
            "E23000027 2017/18 \(flagged) all 6", "E23000027 2018/19 \(flagged) all 43",
            "E23000023 2015/16 \(flagged) all 48", "E23000023 2016/17 \(flagged) all 68",
            "E23000008 2016/17 \(flagged) all 190", "E23000008 2015/16 \(flagged) all ",
            "K04000001 2015/16 \(flagged) all 3903", "K04000001 2016/17 \(flagged) all 5653",
            "EWNI 2015/16 \(flagged) all 4042", "EWNI 2018/19 \(flagged) all 8224",
            "NSPCC-EOE 2015/16 \(flagged) all 345", "NSPCC-EOE 2018/19 \(flagged) all 648",
        ] { #expect(rows.contains(wanted), "\(wanted)") }
        #expect(try space.rows("sources").allSatisfy { $0["outcome"] == "read" && $0["numbers_unexplained"] == "0" })
    }
}

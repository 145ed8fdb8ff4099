import Campaign
import Files
import Foundation
import Nightly
import Publish
import Records
import Testing

/// Nights as they come: killed, doubled, under cron, ten in a row, on other machines.
struct NightTests {
    static let campaign = "cyber-flagged-offences"

    private func sums(_ space: TestWorkspace, _ version: String = "latest") throws -> String {
        String(decoding: try Disk.read("\(space.root)/Snapshots/\(Self.campaign)/\(version)/SHA256SUMS"), as: UTF8.self)
    }

    @Test func `killed at thirty random moments, latest is whole and the next run ends as if undisturbed`() async throws
    {
        let calm = try TestWorkspace()
        try calm.copy("\(Case.repository)/Inbox", to: "Inbox")
        let clock = ContinuousClock()
        var first: Int32 = -1
        var time = try clock.measure { first = try Tool.program.run(["run", "--workspace", calm.root]).status }
        #expect(first == 0)
        let expected = try sums(calm)
        var killed = 0
        var tries = 0
        while killed < 30, tries < 120 {
            tries += 1
            let space = try TestWorkspace()
            try space.copy("\(Case.repository)/Inbox", to: "Inbox")
            let process = try Tool.program.start(["run", "--workspace", space.root])
            try await Task.sleep(for: time * Double.random(in: 0..<1))
            guard process.isRunning else {
                // Other tests had slowed the first run down: aim earlier.
                time = time * 0.8
                process.waitUntilExit()
                continue
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            killed += 1
            if let latest = SnapshotStore(workspace: space.root, pipeline: Self.campaign).latest {
                #expect(try Verifier(snapshot: latest, workspace: space.root).faults() == [])
            }
            #expect(try Tool.program.run(["run", "--workspace", space.root]).status == 0)
            #expect(try sums(space) == expected)
        }
        #expect(killed == 30)
    }

    @Test func `a second run leaves with 75 and names the holder; reading goes on beside it`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let lock = try WorkspaceLock("\(space.root)/.lock")
        let second = try Tool.program.run(["run", "--workspace", space.root])
        #expect(second.status == 75)
        #expect(second.output.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(try Tool.program.run(["status", "--workspace", space.root]).status == 0)
        withExtendedLifetime(lock) {}
    }

    @Test func `status names what no run can read, and passes no sign on to a terminal`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        try Disk.write("x", to: "\(space.root)/elsewhere.csv")
        try FileManager.default.createSymbolicLink(
            atPath: "\(space.root)/Inbox/kent\u{1B}[31m.csv", withDestinationPath: "\(space.root)/elsewhere.csv")
        let told = try Tool.program.run(["status", "--workspace", space.root]).output
        #expect(told.contains("Left unread in the inbox (1):"))
        #expect(told.contains("Inbox/kent\u{FFFD}[31m.csv: it is a link"))
    }

    @Test func `the lock of a dead process is no obstacle`() throws {
        let space = try TestWorkspace()
        try Disk.write("999999\n", to: "\(space.root)/.lock")
        #expect(try Tool.program.run(["run", "--workspace", space.root]).status == 0)
    }

    @Test func `the line for cron works in cron's bare environment`() throws {
        let space = try TestWorkspace()
        let spaced = "\(space.root)/my returns 100%"
        #expect(try Tool.program.run(["init", spaced]).status == 0)
        try FileManager.default.copyItem(atPath: "\(Case.repository)/Inbox/2017", toPath: "\(spaced)/Inbox/2017")
        let line = try Tool.program.run(["schedule", "--cron", "--workspace", spaced]).output
        let fields = line.split(separator: " ", maxSplits: 5)
        let command = try #require(fields.last).trimmingCharacters(in: .newlines)
        // cron hands the shell what stands before the first bare %, with \% as %.
        let handed = command.replacingOccurrences(of: "\\%", with: "%")
        var shell = Tool(path: "/bin/sh", folder: "/")
        shell.environment = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LOGNAME": "nobody"]
        let result = try shell.run(["-c", handed])
        #expect(result.status == 0, "\(result.output)")
        #expect(Disk.exists("\(spaced)/Snapshots/\(Self.campaign)/latest/datapackage.json"))
        #expect(String(decoding: try Disk.read("\(spaced)/run.log"), as: UTF8.self).contains("published 1.0.0"))
    }

    @Test func `time zone, locale, workers and order of arrival change no byte`() async throws {
        var results: Set<String> = []
        for (zone, locale, workers, order) in [
            ("UTC", "C", "1", ["2017", "2019", "press"]),
            ("Pacific/Kiritimati", "de_DE.UTF-8", "2", ["press", "2019", "2017"]),
            ("America/St_Johns", "tr_TR.UTF-8", "8", ["2019", "press", "2017"]),
        ] {
            let space = try TestWorkspace()
            var program = Tool.program
            program.environment = ["TZ": zone, "LC_ALL": locale, "PATH": "/usr/bin:/bin"]
            for name in order { try space.copy("\(Case.repository)/Inbox/\(name)", to: "Inbox/\(name)") }
            #expect(try program.run(["run", "--workers", workers, "--workspace", space.root]).status == 0)
            results.insert(try sums(space))
        }
        #expect(results.count == 1)
    }

    /// Returns grow, are restated and withdrawn over ten nights. Every difference equals an independent one of the two CSVs,
    /// and every version is made again.
    @Test func `ten nights in a row`() async throws {
        let space = try TestWorkspace()
        let store = SnapshotStore(workspace: space.root, pipeline: Self.campaign)
        let names = ["Kent", "Essex", "Sussex", "Surrey", "Dorset", "Cumbria", "Norfolk", "Suffolk", "Gwent", "Durham"]
        for night in 0..<10 {
            try Disk.write(
                "\(names[night]) Police\nDate: \(night + 1) June 2017\n\nCyber-flagged sexual offences against under 18s\nYear,Offences\n2015/16,\(40 + night * 7)\n2016/17,\(50 + night * 9)\n",
                to: "\(space.root)/Inbox/\(night).csv")
            if night % 3 == 1 {
                try Disk.write(
                    "\(names[night - 1]) Police\nDate: \(night + 1) July 2017\n\nCyber-flagged sexual offences against under 18s\nYear,Offences\n2015/16,\(41 + night)\n",
                    to: "\(space.root)/Inbox/\(night)-restated.csv")
            }
            if night % 4 == 3 {
                let source = try #require(try space.rows("sources").last?["source"])
                try Disk.write(
                    "- id: night-\(night)\n  who: analyst\n  when: 2017-08-01\n  why: sent by mistake\n  withdraw: {source: \(source)}\n",
                    to: "\(space.root)/Decisions/\(night).yml")
            }
            #expect(try await space.run().first?.isNew == true)
        }
        let versions = store.versions
        #expect(versions.count == 10)
        for (a, b) in zip(versions, versions.dropFirst()) {
            let (old, new) = (try store.required("\(a)"), try store.required("\(b)"))
            let diff = try SnapshotDiff(SnapshotTables(old), SnapshotTables(new))
            let found = Set(diff.changes.map { $0.key.joined(separator: ",") })
            #expect(try found == Self.changed(old, new), "\(a) to \(b)")
        }
        let rebuild = Rebuild(space.root, pipeline: Self.campaign)
        for version in versions { #expect(try await rebuild.check(store.required("\(version)")) == .same) }
    }

    /// Keys whose figure differs, told from the two files alone.
    private static func changed(_ a: Snapshot, _ b: Snapshot) throws -> Set<String> {
        func figures(_ snapshot: Snapshot) throws -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: try TestWorkspace.rows("\(snapshot.folder)/data/observations.csv").map { row in
                    (
                        ["area_code", "period", "measure", "offence", "victim_age"].map { row[$0] ?? "" }.joined(
                            separator: ","),
                        ["value", "value_low", "value_high", "status"].map { row[$0] ?? "" }.joined(separator: ",")
                    )
                })
        }
        let (old, new) = (try figures(a), try figures(b))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    }
}

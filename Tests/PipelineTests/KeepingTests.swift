import Files
import Foundation
import Logging
import Nightly
import Publish
import Records
import Synchronization
import Testing

/// What is kept between nights: readings, the archive, views of a day.
struct KeepingTests {
    /// Hears how many sources a run read anew.
    private final class Ear: Sendable {
        private let lines = Mutex<[String]>([])

        var readAnew: Int { lines.withLock { $0.filter { $0.hasPrefix("read ") }.count } }

        func hear(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Listening: LogHandler {
        let ear: Ear
        var logLevel = Logger.Level.debug
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { ear.hear("\(event.message)") }
    }

    /// Runs a night; how many sources it read.
    private func readAnew(_ space: TestWorkspace) async throws -> Int {
        let ear = Ear()
        _ = try await Night(
            Night.Options(workspace: space.root), logger: Logger(label: "test") { _ in Listening(ear: ear) }
        )
        .run()
        return ear.readAnew
    }

    private func data(_ space: TestWorkspace) throws -> String {
        try space.rows("observations").map { "\($0.sorted { $0.key < $1.key })" }.joined(separator: "\n")
    }

    private func addReturn(to space: TestWorkspace) throws {
        try Disk.write(
            "Force,2015/16\nKent Police,63\n", to: "\(space.root)/Inbox/Kent cyber flag child sexual offences.csv")
    }

    @Test func `a night reads only what is new, and what is new to its words`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        let all = try await readAnew(space)
        #expect(all > 5)
        #expect(try await readAnew(space) == 0)
        try addReturn(to: space)
        #expect(try await readAnew(space) == 1)
        try Disk.write(
            "- {id: m1, map_name: {name: Kentish Town Police, to: E23000032}, who: analyst, when: 2026-01-01, why: test}\n",
            to: "\(space.root)/Decisions/names.yml")
        #expect(try await readAnew(space) == all + 1)
    }

    @Test func `a reading whose bytes changed on disk is read anew`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let cache = "\(space.root)/.cache/readings"
        for name in Disk.list(cache) {
            var bytes = try Disk.read("\(cache)/\(name)")
            bytes[bytes.count / 2] ^= 1
            try Disk.write(bytes, to: "\(cache)/\(name)")
        }
        try addReturn(to: space)
        try await space.run()
        let fresh = try TestWorkspace()
        try fresh.copy("\(space.root)/Inbox", to: "Inbox")
        try await fresh.run()
        #expect(try data(space) == data(fresh))
    }

    @Test func `damaged bytes in the archive stop a reading, and rehash puts them right`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let before = try data(space)
        let sources = "\(space.root)/Archive/sources"
        let folder = try #require(Disk.list(sources).first)
        let name = try #require(Disk.list("\(sources)/\(folder)").first)
        try Disk.write("other bytes", to: "\(sources)/\(folder)/\(name)")
        #expect(try Tool.program.run(["verify", "--workspace", space.root]).status == 65)
        let rebuild = try Tool.program.run(["rebuild", "--workspace", space.root])
        #expect(rebuild.status == 70)
        #expect(rebuild.output.contains("--rehash"))
        #expect(try Tool.program.run(["run", "--rehash", "--workspace", space.root]).status == 0)
        #expect(try Tool.program.run(["verify", "--workspace", space.root]).status == 0)
        #expect(try data(space) == before)
    }

    @Test func `lost receipts stop a run, and rehash brings them back`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let before = try data(space)
        Disk.remove("\(space.root)/Archive/receipts")
        let run = try Tool.program.run(["run", "--workspace", space.root])
        #expect(run.status == 70)
        #expect(run.output.contains("found no receipt"))
        #expect(try data(space) == before)
        #expect(try Tool.program.run(["run", "--rehash", "--workspace", space.root]).status == 0)
        #expect(try data(space) == before)
    }

    @Test func `a damaged predecessor makes no history`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        let path = "\(space.root)/Snapshots/\(NightTests.campaign)/1.0.0/data/observations.csv"
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        try Disk.write(text.replacingOccurrences(of: ",361,", with: ",362,"), to: path)
        try addReturn(to: space)
        let run = try Tool.program.run(["run", "--workspace", space.root])
        #expect(run.status == 70)
        #expect(run.output.contains("force-returns rebuild 1.0.0"))
        #expect(try Tool.program.run(["rebuild", "1.0.0", "--workspace", space.root]).status == 0)
        #expect(try Tool.program.run(["run", "--workspace", space.root]).status == 0)
    }

    @Test func `a view of a day knows the decisions of that day`() async throws {
        let space = try TestWorkspace()
        try addReturn(to: space)
        try await space.run()
        let source = try #require(try space.rows("sources").first?["source"])
        try Disk.write(
            "- {id: d1, correct: {source: \(source), locator: table 1 R2C2, value: 64}, who: analyst, when: 2025-01-01, why: test}\n",
            to: "\(space.root)/Decisions/a.yml")
        try await space.run()
        try await space.run(asOf: CivilDate(2020, 1, 1))
        try await space.run(asOf: CivilDate(2026, 1, 1))
        #expect(try space.rows("observations").map { $0["value"] } == ["64"])
        #expect(try space.rows("observations", snapshot: "as-of/2020-01-01").map { $0["value"] } == ["63"])
        #expect(try space.rows("observations", snapshot: "as-of/2026-01-01").map { $0["value"] } == ["64"])
    }

    @Test func `a campaign may publish by fewer dimensions`() async throws {
        let space = try TestWorkspace()
        let path = "\(space.root)/Pipelines/\(NightTests.campaign).yml"
        let text = String(decoding: try Disk.read(path), as: UTF8.self)
        try Disk.write(
            text.replacingOccurrences(of: "dimensions: [offence, victim_age]", with: "dimensions: []"), to: path)
        try Disk.write(
            "Kent Police: cyber-flagged sexual offences against children\nAge,2015/16\nUnder 13,20\n13 to 17,43\nTotal,63\n",
            to: "\(space.root)/Inbox/Kent.csv")
        try await space.run()
        #expect(try space.rows("observations").map { $0["value"] } == ["63"])
    }

    @Test func `a view of a day is listed, verified and made again`() async throws {
        let space = try TestWorkspace()
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try await space.run()
        try await space.run(asOf: CivilDate(2018, 1, 1))
        #expect(try Tool.program.run(["list", "--workspace", space.root]).output.contains("as-of/2018-01-01  view"))
        for command in ["verify", "rebuild"] {
            #expect(try Tool.program.run([command, "as-of/2018-01-01", "--workspace", space.root]).status == 0)
        }
    }

    @Test func `a query that SQLite refuses names its file`() async throws {
        let space = try TestWorkspace()
        try addReturn(to: space)
        try Disk.makeFolder("\(space.root)/Schemas/views")
        try Disk.write("SELECT nothing FROM nowhere", to: "\(space.root)/Schemas/views/wrong.sql")
        let run = try Tool.program.run(["run", "--workspace", space.root])
        #expect(run.status == 78)
        #expect(run.output.contains("Schemas/views/wrong.sql"))
    }
}

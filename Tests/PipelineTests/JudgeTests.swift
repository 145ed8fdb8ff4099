import Files
import Foundation
import Nightly
import Publish
import Records
import Testing

/// Other people's programs read what we write. `make test` sets them up, pinned; a test without its judge fails.
struct JudgeTests {
    /// The sample inbox, with a figure in every state and text that spreadsheets and parsers stumble over.
    private func snapshot(_ space: TestWorkspace) async throws -> Snapshot {
        try space.copy("\(Case.repository)/Inbox", to: "Inbox")
        try Disk.write(
            "Kent Police,,\nOffences with the cyber flag,2017/18,2018/19\n=1+1 \"quoted\", all,<5,1200\n\"Rape, of a \"\"child\"\"\",<5,17\nTotal,<5,1217\n",
            to: "\(space.root)/Inbox/@kent, \"later\".csv")
        return try #require(try await space.run().first?.snapshot)
    }

    @Test(arguments: ["pyarrow", "duckdb", "polars", "pandas", "sqlite3"])
    func `agrees with the CSV to the cell`(judge: String) async throws {
        let space = try TestWorkspace()
        let snapshot = try await snapshot(space)
        let script = "\(Case.repository)/Tests/PipelineTests/Judges/tables.py"
        let result = try Tool.judge("python", in: snapshot.folder).run([script, snapshot.folder, judge])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(arguments: [
        ("frictionless", ["validate", "datapackage.json"]), ("csvwvalidate", ["tables-metadata.json"]),
        ("datasette", ["inspect", "dataset.sqlite"]),
        ("datasette", ["dataset.sqlite", "--get", "/dataset/observations.json"]),
    ])
    func `is accepted`(judge: String, arguments: [String]) async throws {
        let space = try TestWorkspace()
        let snapshot = try await snapshot(space)
        let result = try Tool.judge(judge, in: snapshot.folder).run(arguments)
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func `R's readr reads every CSV without options`() async throws {
        let space = try TestWorkspace()
        let snapshot = try await snapshot(space)
        let result = try Tool(path: "/usr/bin/Rscript").run([
            "\(Case.repository)/Tests/PipelineTests/Judges/readr.R", snapshot.folder,
        ])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func `LibreOffice opens the spreadsheet and finds its three sheets`() async throws {
        let space = try TestWorkspace()
        let snapshot = try await snapshot(space)
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        let result = try Tool(path: "/usr/bin/soffice").run([
            "-env:UserInstallation=file://\(space.root)/office", "--headless", "--convert-to", filter, "--outdir",
            "\(space.root)/sheets", "\(snapshot.folder)/summary.ods",
        ])
        #expect(result.status == 0, "\(result.output)")
        // Without Java it warns of that, not of the file.
        #expect(!result.output.split(separator: "\n").contains { $0.contains("arning") && !$0.contains("javaldx") })
        let table = String(decoding: try Disk.read("\(space.root)/sheets/summary-Table_1.csv"), as: UTF8.self)
        let summary = try TestWorkspace.rows("\(snapshot.folder)/summary.csv")
        let kent = try #require(summary.first { $0["area_code"] == "E23000032" })
        #expect(table.contains("E23000032,Kent,63,361,[c],1217"))
        #expect(kent["2017/18"] == "[c]" && kent["2016/17"] == "361")
        #expect(Disk.list("\(space.root)/sheets").count == 3)
    }

    @Test func `sha256sum finds every byte as listed`() async throws {
        let space = try TestWorkspace()
        let snapshot = try await snapshot(space)
        var tool = Tool(path: "/usr/bin/sha256sum")
        tool.folder = snapshot.folder
        #expect(try tool.run(["--check", "--strict", "SHA256SUMS"]).status == 0)
    }

    /// Over generated tables with hidden cells, a linear-programming attacker learns no more from us than from the sources.
    @Test(arguments: [7, 23, 61, 104])
    func `nobody narrows a hidden cell with what we derive`(seed: Int) async throws {
        var generator = Seeded(state: UInt64(seed))
        let space = try TestWorkspace()
        for force in ["Kent", "Essex", "Sussex", "Surrey", "Norfolk", "Suffolk"] {
            var text = "\(force) Police\nCyber-flagged sexual offences against under 18s\nAge,2016/17,2017/18,2018/19\n"
            var totals = [0, 0, 0]
            for age in ["0-9", "10-13", "14-15", "16-17"] {
                let counts = totals.map { _ in Int(generator.next() * generator.next() * 60) }
                totals = zip(totals, counts).map { $0 + $1 }
                text += age + counts.map { $0 > 0 && $0 < 5 ? ",<5" : ",\($0)" }.joined() + "\n"
            }
            // Some bodies print totals, others leave them out.
            if generator.next() < 0.5 { text += "Total" + totals.map { ",\($0)" }.joined() + "\n" }
            try Disk.write(text + "\n<5 means fewer than 5 but not zero\n", to: "\(space.root)/Inbox/\(force).csv")
        }
        let snapshot = try #require(try await space.run().first?.snapshot)
        let script = "\(Case.repository)/Tests/PipelineTests/Judges/attacker.py"
        let result = try Tool.judge("python", in: snapshot.folder).run([script, snapshot.folder])
        #expect(result.status == 0, "\(result.output)")
    }
}

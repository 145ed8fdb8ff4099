import Campaign
import Files
import Foundation
import Logging
import Nightly
import Publish
import Records
import Testing

/// A folder of `Cases/`: an inbox and what a careful human would make of it.
struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let folder: String

    var testDescription: String { name }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases").path
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let all: [Case] = Disk.list(root).filter { Disk.isFolder("\(root)/\($0)") }.map {
        Case(name: $0, folder: "\(root)/\($0)")
    }

    func expected(_ table: String) throws -> [[String: String]]? {
        Disk.exists("\(folder)/expected/\(table).csv") ? try TestWorkspace.rows("\(folder)/expected/\(table).csv") : nil
    }
}

/// A workspace in a temporary folder, removed with its owner.
final class TestWorkspace {
    let root = FileManager.default.temporaryDirectory.appending(path: "force-returns-\(UUID().uuidString)").path

    init() throws {
        for folder in ["Inbox", "Pipelines", "Decisions"] { try Disk.makeFolder("\(root)/\(folder)") }
        for (path, text) in Schemas.builtIn where path.hasPrefix("Pipelines/") {
            try Disk.write(text, to: "\(root)/\(path)")
        }
    }

    deinit { Disk.remove(root) }

    func copy(_ folder: String, to name: String) throws {
        guard Disk.isFolder(folder) else { return }
        let target = "\(root)/\(name)"
        Disk.remove(target)
        try FileManager.default.copyItem(atPath: folder, toPath: target)
    }

    @discardableResult
    func run(asOf: CivilDate? = nil) async throws -> [Night.Report] {
        var options = Night.Options(workspace: root)
        options.asOf = asOf
        return try await Night(options, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).run()
    }

    func rows(_ table: String, snapshot: String = "latest", pipeline: String = "cyber-flagged-offences") throws
        -> [[String: String]]
    {
        try Self.rows("\(root)/Snapshots/\(pipeline)/\(snapshot)/data/\(table).csv")
    }

    static func rows(_ path: String) throws -> [[String: String]] {
        var parser = CSVParser(try Disk.read(path), delimiter: 0x2C)
        let header = (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
        var rows: [[String: String]] = []
        while let record = parser.next() {
            if record.isBlank { continue }
            rows.append(
                Dictionary(
                    zip(header, record.fields.map { String(decoding: $0, as: UTF8.self) }),
                    uniquingKeysWith: { a, _ in a }))
        }
        return rows
    }
}

extension [String: String] {
    func text(_ columns: [String]) -> String { columns.map { self[$0] ?? "" }.joined(separator: " ") }
}

struct CaseTests {
    static let key = ["area_code", "period", "measure", "offence", "victim_age"]
    static let figure = key + ["value", "value_low", "value_high", "status"]

    @Test func `there are at least sixty cases`() { #expect(Case.all.count >= 60) }

    @Test(arguments: Case.all)
    func `reads as a careful human would`(_ sample: Case) throws {
        let space = try CaseRun(sample)
        // Refusals of a figure may be given as observations or in the coverage.
        let wantsStates =
            try sample.expected("observations")?.contains { $0["value"] == "" && $0["value_low"] == "" } ?? false
        let wanted = Set(try sample.expected("observations")?.map { $0.text(Self.figure) } ?? [])
        let found = Set(
            space.rows("observations").filter { $0["value"] != "" || $0["value_low"] != "" || wantsStates }.map {
                $0.text(Self.figure)
            })
        // What is known not to be read yet: listed, so that no case pretends, and struck out when it is.
        let known = Set(try sample.expected("known_missing")?.map { $0.text(Self.figure) } ?? [])
        #expect(known.intersection(found) == [], "read after all: take it off known_missing.csv")
        // Single months and quarters of a year that is given whole may be read or left.
        let optional = Set(try sample.expected("optional")?.map { $0.text(Self.key) } ?? [])
        let missing = wanted.subtracting(found).subtracting(known).sorted()
        let extra =
            Disk.exists("\(sample.folder)/expected/allow_extra")
            ? [] : found.subtracting(wanted).filter { row in !optional.contains { row.hasPrefix($0) } }.sorted()
        #expect(missing == [], "missing")
        #expect(extra == [], "published and not expected")
        for (table, columns) in [
            ("coverage", ["area_code", "period", "measure", "state"]),
            ("totals", ["area_code", "period", "measure", "value", "value_low", "value_high", "forces_counted"]),
            ("vintages", ["area_code", "period", "measure", "value", "standing"]),
            ("claims", ["claim_type", "claimed", "computed", "verdict", "slip"]),
            (
                "comparisons",
                ["area_code", "period", "base_period", "basis", "percent_low", "percent_high", "comparable"]
            ),
        ] {
            guard let expected = try sample.expected(table) else { continue }
            let rows = Set(space.rows(table).map { $0.text(columns) })
            let unread = Set(known.map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
            #expect(
                expected.map { $0.text(columns) }.filter { row in
                    !rows.contains(row) && !unread.contains { row.hasPrefix($0) }
                } == [], "\(table)")
        }
        if let expected = try sample.expected("issues") {
            let named = Set(
                space.rows("issues").filter { $0["severity"] != "info" }.map { $0.text(["area_code", "period"]) })
            #expect(expected.map { $0.text(["area_code", "period"]) }.filter { !named.contains($0) } == [], "issues")
        }
        try checkAccount(space)
        try AsRead(space).check(against: "\(sample.folder)/as_read.txt")
    }

    /// Every account balances, and every part of `raw` stands in the source at its place.
    private func checkAccount(_ space: CaseRun) throws {
        for row in space.rows("sources") {
            let numbers = ["found", "published", "explained", "unexplained"].compactMap {
                Int(row["numbers_\($0)"] ?? "")
            }
            #expect(
                numbers.count == 4 && numbers[0] == numbers[1] + numbers[2] + numbers[3], "\(row["file_names"] ?? "")")
            #expect(numbers.count == 4 && numbers[3] >= 0)
        }
        #expect(!space.rows("issues").contains { $0["code"] == "account-unbalanced" })
        for row in space.rows("vintages")
        where row["method"] == "table" || row["method"] == "list" || row["method"] == "sentence"
            || row["method"] == "sum"
        {
            try Locating.check(row, in: space)
        }
    }
}

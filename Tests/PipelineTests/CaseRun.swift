import Campaign
import Collect
import Files
import Foundation
import Nightly
import Publish
import Records

/// A case taken through all stages in memory: its tables, before they are written.
struct CaseRun {
    private let tables: [String: Table]
    let contributions: [Contribution]
    private let sources: [String: (bytes: [UInt8], file: String)]

    init(_ sample: Case) throws {
        var decisions: [String: String] = [:]
        for name in Disk.list("\(sample.folder)/Decisions") {
            decisions["Decisions/\(name)"] = String(
                decoding: try Disk.read("\(sample.folder)/Decisions/\(name)"), as: UTF8.self)
        }
        var files: [String: [UInt8]] = [:]
        let inbox = "\(sample.folder)/Inbox"
        for path in FileManager.default.enumerator(atPath: inbox)?.allObjects as? [String] ?? []
        where !Disk.isFolder("\(inbox)/\(path)") { files[path] = try Disk.read("\(inbox)/\(path)") }
        try self.init(inbox: files, decisions: decisions)
    }

    /// Files by inbox path, sidecars among them.
    init(inbox: [String: [UInt8]], decisions: [String: String] = [:]) throws {
        let pipelines = Schemas.builtIn.filter { $0.key.hasPrefix("Pipelines/") }
        let space = try Workspace(
            "/", configuration: Configuration(files: pipelines.merging(decisions, uniquingKeysWith: { a, _ in a })))
        let reader = SourceReader(lexicon: space.lexicon)
        var provenances: [String: Provenance] = [:]
        var sources: [String: (bytes: [UInt8], file: String)] = [:]
        for (path, bytes) in inbox.sorted(by: { $0.key < $1.key }) where !path.hasSuffix(".meta.yml") {
            let digest = Digest.of(bytes)
            let note = inbox["\(path).meta.yml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
            provenances[digest, default: Provenance(digest: digest, bytes: bytes.count)].sidecars[path] = note
            sources[SourceID(digest: digest).short] = (bytes, path)
        }
        let readings = provenances.values.sorted { $0.digest < $1.digest }.map { provenance in
            reader.read(sources[provenance.source.id.short]?.bytes ?? [], of: provenance.source)
        }
        let stages = Stages(space, try space.pipelines(named: "cyber-flagged-offences")[0], asOf: nil)
        let holdings = stages.judge(readings).holdings
        contributions = holdings.contributions
        let edition = try stages.edition(holdings, inputs: "")
        tables = Dictionary(uniqueKeysWithValues: edition.tables.map { ($0.name, $0) })
        self.sources = sources
    }

    func rows(_ name: String) -> [[String: String]] {
        guard let table = tables[name] else { return [] }
        return table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map { $0 ?? "" }))
        }
    }

    /// The bytes and the name of a source.
    func source(_ short: String) -> (bytes: [UInt8], file: String)? { sources[short] }
}

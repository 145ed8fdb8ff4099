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
    private let sources: [String: (bytes: [UInt8], file: String)]

    init(_ sample: Case) throws {
        var files = Schemas.builtIn.filter { $0.key.hasPrefix("Pipelines/") }
        for name in Disk.list("\(sample.folder)/Decisions") {
            files["Decisions/\(name)"] = String(
                decoding: try Disk.read("\(sample.folder)/Decisions/\(name)"), as: UTF8.self)
        }
        let space = try Workspace(sample.folder, configuration: Configuration(files: files))
        let reader = SourceReader(lexicon: space.lexicon)
        var provenances: [String: Provenance] = [:]
        var sources: [String: (bytes: [UInt8], file: String)] = [:]
        let inbox = "\(sample.folder)/Inbox"
        for path in (FileManager.default.enumerator(atPath: inbox)?.allObjects as? [String] ?? []).sorted()
        where !Disk.isFolder("\(inbox)/\(path)") && !path.hasSuffix(".meta.yml") {
            let bytes = try Disk.read("\(inbox)/\(path)")
            let digest = Digest.of(bytes)
            let sidecar = "\(inbox)/\(path).meta.yml"
            let note = Disk.exists(sidecar) ? String(decoding: try Disk.read(sidecar), as: UTF8.self) : ""
            provenances[digest, default: Provenance(digest: digest, bytes: bytes.count)].sidecars[path] = note
            sources[SourceID(digest: digest).short] = (bytes, path)
        }
        let readings = provenances.values.sorted { $0.digest < $1.digest }.map { provenance in
            reader.read(sources[provenance.source.id.short]?.bytes ?? [], of: provenance.source)
        }
        let stages = Stages(space, try space.pipelines(named: "cyber-flagged-offences")[0], asOf: nil)
        let edition = try stages.edition(stages.judge(readings).holdings, inputs: "")
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

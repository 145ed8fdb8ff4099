import Campaign
import Files
import Foundation
import Normalise
import Records
import Vocabulary

/// A workspace folder with its campaigns, schemas and decisions read.
package struct Workspace: Sendable {
    package let root: String
    package let schemas: Schemas
    package let decisions: Decisions
    package let lexicon: Lexicon

    package init(_ root: String) throws {
        guard Disk.isFolder(root) else {
            throw Fault(
                .noInput, "\(root): found no such folder", hint: "make a workspace with `force-returns init \(root)`")
        }
        guard Disk.isFolder("\(root)/Pipelines") else {
            throw Fault(
                .noInput, "\(root): found no Pipelines/ in it, expected a workspace",
                hint: "make one with `force-returns init DIR`, or name yours with --workspace")
        }
        self.root = root
        schemas = try Schemas(workspace: root)
        decisions = try Decisions(workspace: root, schemas: schemas)
        lexicon = schemas.lexicon(decisions)
    }

    /// The campaigns of `Pipelines/`, by name; all where none is named.
    package func pipelines(named wanted: String?) throws -> [Pipeline] {
        var pipelines: [Pipeline] = []
        for file in Disk.list("\(root)/Pipelines") where file.hasSuffix(".yml") || file.hasSuffix(".yaml") {
            let name = String(file.prefix(while: { $0 != "." }))
            if let wanted, wanted != name { continue }
            let text = String(decoding: try Disk.read("\(root)/Pipelines/\(file)"), as: UTF8.self)
            pipelines.append(try Pipeline(name: name, text: text, schemas: schemas))
        }
        guard !pipelines.isEmpty else {
            throw Fault(
                wanted == nil ? .noInput : .usage,
                "\(root)/Pipelines: found no \(wanted.map { "“\($0)”" } ?? "campaign"), expected \(wanted.map { "\($0).yml" } ?? "at least one .yml")"
            )
        }
        return pipelines
    }

    /// A digest of all that a campaign's tables depend on.
    package func fingerprint(_ pipeline: Pipeline, sources: [Source], program: String) -> String {
        let file = (try? Disk.read("\(root)/Pipelines/\(pipeline.name).yml")) ?? []
        var text = "\(program)\n\(schemas.digest)\n\(decisions.digest)\n\(Digest.of(file))\n"
        for source in sources {
            text += "\(source.id.digest) \(source.paths.joined(separator: "|")) \(source.sidecar)\n"
        }
        return Digest.of(text.utf8)
    }

    /// Inputs that were found to make no difference are remembered, so that the next night need not look again.
    func isUnchanged(_ pipeline: Pipeline, _ fingerprint: String) -> Bool {
        (try? Disk.read("\(root)/.cache/\(pipeline.name).inputs")).map {
            String(decoding: $0, as: UTF8.self) == fingerprint
        } ?? false
    }

    func remember(_ pipeline: Pipeline, _ fingerprint: String) throws {
        try Disk.makeFolder("\(root)/.cache")
        try Disk.write(fingerprint, to: "\(root)/.cache/\(pipeline.name).inputs")
    }

    /// One issue for each source that this campaign does not take up.
    func unaccepted(_ readings: [Reading], _ normaliser: Normaliser) -> [Issue] {
        readings.filter { $0.unreadable == nil && !normaliser.normalise($0).isAccepted }.map { reading in
            Issue(
                "not-accepted", .warning, source: nil,
                message:
                    "Inbox/\(reading.source.paths.first ?? ""): found none of the campaign's measures in \(reading.source.id.short), expected at least one\nhint: if it belongs to the campaign, put a heading with the measure's name in a sidecar, or accept its folder in Pipelines/"
            )
        }
    }
}

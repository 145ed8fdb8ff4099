import Campaign
import Collect
import Files
import Foundation
import Records
import Vocabulary

/// A workspace folder with its campaigns, schemas and decisions read.
package struct Workspace: Sendable {
    package let root: String
    package let configuration: Configuration
    package let schemas: Schemas
    package private(set) var decisions: Decisions
    package private(set) var lexicon: Lexicon

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
        try self.init(root, configuration: try Configuration(workspace: root))
    }

    /// A workspace as it was when its people had written this.
    package init(_ root: String, configuration: Configuration) throws {
        self.root = root
        self.configuration = configuration
        schemas = try Schemas(configuration)
        decisions = try Decisions(configuration, schemas: schemas)
        lexicon = schemas.lexicon(decisions)
    }

    /// The workspace with only the decisions that had been made by a day.
    package func known(on day: CivilDate) -> Workspace {
        var known = self
        known.decisions = decisions.known(on: day)
        known.lexicon = schemas.lexicon(known.decisions)
        return known
    }

    /// A receipt that nobody can read, which would stop every run; nil where all can be read.
    package var archiveFault: String? {
        do {
            _ = try Archive(workspace: root).provenances()
            return nil
        } catch {
            return String(describing: error)
        }
    }

    /// The campaigns of `Pipelines/`, by name; all where none is named.
    package func pipelines(named wanted: String?) throws -> [Pipeline] {
        var pipelines: [Pipeline] = []
        for (path, text) in configuration.files(in: "Pipelines") {
            let name = Configuration.pipelineName(path)
            if let wanted, wanted != name, wanted != "\(name).yml" { continue }
            pipelines.append(try Pipeline(name: name, text: text, schemas: schemas))
        }
        guard !pipelines.isEmpty else {
            throw Fault(
                wanted == nil ? .noInput : .usage,
                "\(root)/Pipelines: found no \(wanted.map { "“\($0)”" } ?? "campaign"), expected \(wanted == nil ? "at least one .yml" : "the name of a file there, without .yml")"
            )
        }
        return pipelines
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
}

import Campaign
import Collect
import Files
import Foundation
import Records

/// All that the tables of a snapshot depend on. It is kept in the archive, so that any version can be made again.
struct Inputs: Codable, Sendable {
    var program: String
    /// Digest of the schemas, built-in ones included.
    var schemas: String
    var pipeline: String
    var configuration: Configuration
    var sources: [Provenance]

    init(_ workspace: Workspace, _ pipeline: Pipeline, _ sources: [Provenance]) {
        program = programVersion
        schemas = workspace.schemas.digest
        self.pipeline = pipeline.name
        configuration = workspace.configuration.only(pipeline.name)
        self.sources = sources
    }

    /// One canonical spelling: the same inputs have the same digest.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(self)) + [0x0A]
        }
    }

    init(_ bytes: [UInt8], named digest: String) throws {
        guard Digest.of(bytes) == digest, let inputs = try? JSONDecoder().decode(Inputs.self, from: Data(bytes)) else {
            throw Fault(
                .software, "Archive/inputs/\(digest).json: found other bytes than its name says",
                hint: "restore it from a backup")
        }
        self = inputs
    }
}

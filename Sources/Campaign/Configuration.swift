import Files
import Records

/// What people wrote for their campaigns: the text of `Pipelines/`, `Schemas/` and `Decisions/`, by path below the workspace.
package struct Configuration: Codable, Hashable, Sendable {
    package let files: [String: String]

    package static let none = Configuration(files: [:])

    package init(files: [String: String]) { self.files = files }

    /// Reads a workspace's own; hidden files and other endings are left alone.
    package init(workspace: String) throws {
        var files: [String: String] = [:]
        _ = try Disk.listing("\(workspace)/Schemas")
        for (folder, endings) in [
            ("Pipelines", [".yml", ".yaml"]), ("Decisions", [".yml", ".yaml"]), ("Schemas/tables", [".json"]),
            ("Schemas/registers", [".csv"]), ("Schemas/codelists", [".csv"]), ("Schemas/views", [".sql"]),
        ] {
            for name in try Disk.listing("\(workspace)/\(folder)")
            where !name.hasPrefix(".") && endings.contains(where: name.hasSuffix) {
                let bytes = try Disk.read("\(workspace)/\(folder)/\(name)")
                files["\(folder)/\(name)"] = String(decoding: bytes, as: UTF8.self)
            }
        }
        self.files = files
    }

    /// Paths and texts below a folder, by path.
    package func files(in folder: String) -> [(path: String, text: String)] {
        files.filter { $0.key.hasPrefix("\(folder)/") }.map { (path: $0.key, text: $0.value) }.sorted {
            $0.path < $1.path
        }
    }

    /// What one campaign depends on: its own file, and all schemas and decisions.
    package func only(_ pipeline: String) -> Configuration {
        Configuration(
            files: files.filter {
                !$0.key.hasPrefix("Pipelines/") || Self.pipelineName($0.key) == pipeline
            })
    }

    /// `cyber-flagged-offences` for `Pipelines/cyber-flagged-offences.yml`.
    package static func pipelineName(_ path: String) -> String {
        String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }
}

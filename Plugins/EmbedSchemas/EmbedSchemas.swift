import Foundation
import PackagePlugin

/// Writes the repository's `Schemas/` and `Pipelines/` into one Swift file, so that the program needs no files beside it.
@main
struct EmbedSchemas: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let folders = ["Schemas", "Pipelines"]
        let files = folders.flatMap { folder -> [URL] in
            let listing = FileManager.default.enumerator(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            return (listing?.allObjects as? [URL] ?? []).filter {
                !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".")
            }
        }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltIn.swift")
        return [
            .buildCommand(
                displayName: "Embedding the built-in schemas",
                executable: try context.tool(named: "embed-schemas").url,
                arguments: [root.path, output.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}

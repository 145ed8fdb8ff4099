import Files
import Foundation
import Testing

struct ArchitectureTests {
    /// What each module may import of ours: arrows point down, and no stage imports another.
    private static let arrows: [String: Set<String>] = [
        "Records": [], "Parquet": ["Records", "CZstd"], "Files": ["Records"], "Database": ["Records"],
        "Vocabulary": ["Records"],
        "Campaign": ["Records", "Vocabulary", "Files"], "Collect": ["Records", "Files", "Database"],
        "Extract": ["Records", "Files", "CLibXML2"], "Interpret": ["Records", "Vocabulary"],
        "Normalise": ["Records", "Vocabulary", "Campaign"], "Reconcile": ["Records", "Vocabulary", "Campaign"],
        "Validate": ["Records", "Campaign"], "Publish": ["Records", "Files", "Database", "Parquet", "Campaign"],
        "Nightly": [
            "Records", "Files", "Vocabulary", "Campaign", "Collect", "Extract", "Interpret", "Normalise", "Reconcile",
            "Validate", "Publish", "Parquet",
        ],
        "force-returns": ["Nightly", "Records", "Files", "Campaign", "Publish"],
    ]

    @Test func `imports point down`() throws {
        let sources = "\(Case.repository)/Sources"
        let ours = Set(Self.arrows.keys).union(["CLibXML2", "CZstd"])
        for module in Disk.list(sources) {
            guard let allowed = Self.arrows[module] else { continue }
            for file in FileManager.default.enumerator(atPath: "\(sources)/\(module)")?.allObjects as? [String] ?? []
            where file.hasSuffix(".swift") {
                for line in try String(contentsOfFile: "\(sources)/\(module)/\(file)", encoding: .utf8).split(
                    separator: "\n") where line.hasPrefix("import ")
                {
                    let name = String(line.dropFirst(7))
                    if ours.contains(name) { #expect(allowed.contains(name), "\(module)/\(file) imports \(name)") }
                }
            }
        }
    }

    @Test func `each outside library is imported by one module`() throws {
        var importers: [String: Set<String>] = [:]
        let sources = "\(Case.repository)/Sources"
        for module in Disk.list(sources) {
            for file in FileManager.default.enumerator(atPath: "\(sources)/\(module)")?.allObjects as? [String] ?? []
            where file.hasSuffix(".swift") {
                for line in try String(contentsOfFile: "\(sources)/\(module)/\(file)", encoding: .utf8).split(
                    separator: "\n") where line.hasPrefix("import ")
                {
                    importers[String(line.dropFirst(7)), default: []].insert(module)
                }
            }
        }
        for library in ["GRDB", "Yams", "Crypto", "CLibXML2", "CZstd", "ArgumentParser"] {
            #expect(importers[library]?.count == 1, "\(library): \(importers[library] ?? [])")
        }
    }
}

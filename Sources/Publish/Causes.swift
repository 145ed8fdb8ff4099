/// Why a figure differs between two snapshots: what each was made from tells.
struct Causes {
    private let oldSources: [String: SnapshotTables.Row]
    private let newSources: [String: SnapshotTables.Row]
    /// Sources of all statements of a key in the later snapshot.
    private let statements: [String: [String]]
    private let decisions: [String]
    private let membership: [String]
    private let program: (old: String, new: String)

    init(_ old: SnapshotTables, _ new: SnapshotTables, key: [String]) throws {
        oldSources = try old.rows("sources", by: ["source"])
        newSources = try new.rows("sources", by: ["source"])
        statements = Dictionary(
            try new.rows("vintages").map { row in
                (key.map { row[$0] ?? "" }.joined(separator: ","), [row["source"] ?? ""])
            }, uniquingKeysWith: +)
        decisions = new.papers.changed("Decisions/", since: old.papers)
        membership =
            new.papers.changed("Schemas/", since: old.papers) + new.papers.changed("Pipelines/", since: old.papers)
        program = (old.papers.program, new.papers.program)
    }

    func cause(of name: String, from old: SnapshotTables.Row?, to new: SnapshotTables.Row?) -> (
        SnapshotDiff.Cause, String
    ) {
        let source = new?["source"] ?? old?["source"] ?? ""
        if let new, new["method"] == "decision" { return (.decision, new["locator"] ?? "") }
        if new == nil, newSources[source]?["outcome"] == "withdrawn" {
            return (.decision, decisions.joined(separator: " "))
        }
        if let old, let new, old["source"] != source, oldSources[source] == nil {
            return (isBySameBody(old, new) ? .restatement : .source, source)
        }
        if oldSources[source] == nil { return (.source, source) }
        // A statement that came since and contradicts this one withholds it.
        if let other = statements[name]?.sorted().first(where: { oldSources[$0] == nil }) { return (.source, other) }
        let evidence = ["file_names", "received", "as_of", "kind", "area_code", "reference"]
        if evidence.contains(where: { oldSources[source]?[$0] != newSources[source]?[$0] }), program.old == program.new,
            decisions.isEmpty, membership.isEmpty
        {
            return (.evidence, source)
        }
        // Seen backwards: the later of the two did without it.
        if newSources[source] == nil { return (.source, source) }
        if !decisions.isEmpty { return (.decision, decisions.joined(separator: " ")) }
        if !membership.isEmpty {
            let isMembership = membership.contains { $0.hasPrefix("Schemas/registers/area") }
            return (isMembership ? .membership : .configuration, membership.joined(separator: " "))
        }
        return (.program, "\(program.old) to \(program.new)")
    }

    private func isBySameBody(_ old: SnapshotTables.Row, _ new: SnapshotTables.Row) -> Bool {
        let sources = [newSources[old["source"] ?? ""], newSources[new["source"] ?? ""]]
        return sources.allSatisfy { $0?["kind"] == "return" }
    }
}

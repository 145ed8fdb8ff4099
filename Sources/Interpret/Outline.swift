import Records
import Vocabulary

/// A label column in which some rows head those below them, as a pivot table shows groups: `2017/18`, `  Rape`, `  Assault`.
struct Outline: Sendable {
    private var parents: [Int: [LabelReading?]] = [:]
    private var totals: [Int: Set<Int>] = [:]

    init(_ shape: TableShape) {
        for (column, entry) in shape.columnLines.enumerated() {
            let labels = entry.labels.compactMap { $0 }
            let heads = labels.filter(Self.isHead)
            // The first row is a head, and there are more rows than heads.
            guard let first = labels.first, Self.isHead(first), heads.count >= 1,
                heads.count * 2 <= labels.filter({ !$0.isTotal }).count,
                labels.contains(where: { !Self.isHead($0) && !$0.isTotal })
            else { continue }
            var current: LabelReading?
            totals[column] = Set(
                entry.labels.indices.filter {
                    entry.labels[$0].map { $0.isTotal && $0.unit.lexed.isWord(0, ["grand", "overall"]) } ?? false
                })
            parents[column] = entry.labels.map { label in
                guard let label else { return nil }
                if Self.isHead(label) {
                    current = label
                    return nil
                }
                if label.isTotal, label.unit.lexed.isWord(0, ["grand", "overall"]) { return nil }
                return current
            }
        }
    }

    private static func isHead(_ label: LabelReading) -> Bool {
        if case .period? = label.period { return true }
        return false
    }

    /// A total below all groups, which is over years and so no key.
    func isWholeTotal(_ row: Int, column: Int) -> Bool { totals[column]?.contains(row) ?? false }

    func parent(of row: Int, column: Int) -> LabelReading? {
        guard let labels = parents[column], labels.indices.contains(row) else { return nil }
        return labels[row]
    }
}

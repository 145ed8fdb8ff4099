import Records
import Vocabulary

/// A label column in which some rows head those below them: years over offences in a pivot table, offences over ages.
struct Outline: Sendable {
    private var parents: [Int: [LabelReading?]] = [:]
    private var ageColumns: Set<Int> = []
    private var nestedColumns: Set<Int> = []
    private var totals: [Int: Set<Int>] = [:]
    /// What the rows below the years are, by column.
    private var natures: [Int: LineNature] = [:]

    init(_ shape: TableShape) {
        for (column, entry) in shape.columnLines.enumerated() {
            let labels = entry.labels.compactMap { $0 }
            let parts = labels.filter(Self.isPart)
            if parts.count >= 2, labels.count - parts.count >= 2, !labels.contains(where: Self.isHead) {
                parents[column] = Self.wholes(of: entry.labels)
                continue
            }
            if entry.line.nature == .flag, let nested = Self.nested(entry.labels) {
                parents[column] = nested
                nestedColumns.insert(column)
                continue
            }
            if Self.repeatsAges(labels) {
                parents[column] = Self.parents(of: entry.labels) { !Self.isAge($0) }
                ageColumns.insert(column)
                continue
            }
            let heads = labels.filter(Self.isHead)
            // The first row is a head, and there are more rows than heads.
            guard let first = labels.first, Self.isHead(first), heads.count >= 1,
                heads.count * 2 <= labels.filter({ !$0.isTotal }).count,
                labels.contains(where: { !Self.isHead($0) && !$0.isTotal })
            else { continue }
            totals[column] = Set(
                entry.labels.indices.filter { entry.labels[$0].map(Self.isGrand) ?? false })
            parents[column] = Self.parents(of: entry.labels) { Self.isHead($0) }
            natures[column] =
                HeaderLine(labels: labels.filter { !Self.isHead($0) }, name: entry.line.name, isColumn: true).nature
        }
    }

    /// The head above each row; heads and grand totals have none.
    private static func parents(of labels: [LabelReading?], _ isHead: (LabelReading) -> Bool) -> [LabelReading?] {
        var current: LabelReading?
        return labels.map { label in
            guard let label else { return nil }
            if isHead(label) {
                current = label
                return nil
            }
            return isGrand(label) ? nil : current
        }
    }

    /// `of which cyber flagged`, under each offence.
    private static func isPart(_ label: LabelReading) -> Bool {
        label.opensPart && label.cues.flag == .flagged && label.offence == nil
    }

    /// The row that each part is of.
    private static func wholes(of labels: [LabelReading?]) -> [LabelReading?] {
        var current: LabelReading?
        return labels.map { label in
            guard let label, isPart(label) else {
                // `Of which flagged and grooming` is a part itself.
                if !(label?.opensPart ?? false) { current = label }
                return nil
            }
            return current
        }
    }

    /// `  victim aged 12 or younger`, set in under `Child sexual offences, cyber flag`: the row it is set in under. Nil where
    /// none is set in.
    private static func nested(_ labels: [LabelReading?]) -> [LabelReading?]? {
        let indents = labels.compactMap { $0?.indent }
        guard let edge = indents.min(), indents.first == edge, indents.contains(where: { $0 > edge + 1 }) else {
            return nil
        }
        var current: LabelReading?
        var parents: [LabelReading?] = []
        for label in labels {
            guard let label, label.indent > edge + 1 else {
                current = label ?? current
                parents.append(nil)
                continue
            }
            parents.append(current)
        }
        return parents
    }

    private static func isGrand(_ label: LabelReading) -> Bool {
        label.isTotal && label.unit.lexed.isWord(0, ["grand", "overall"])
    }

    /// The same ages again and again under rows that are none: each such row heads the ages below it.
    private static func repeatsAges(_ labels: [LabelReading]) -> Bool {
        guard let first = labels.first, !isAge(first) else { return false }
        let ages = labels.filter(isAge).compactMap { $0.age?.code }
        return labels.contains { !isAge($0) && $0.offence != nil } && ages.count > Set(ages).count
    }

    private static func isAge(_ label: LabelReading) -> Bool { label.age != nil && label.offence == nil }

    private static func isHead(_ label: LabelReading) -> Bool {
        if case .period? = label.period { return true }
        return false
    }

    /// A total below all groups, which is over years and so no key.
    func isWholeTotal(_ row: Int, column: Int) -> Bool { totals[column]?.contains(row) ?? false }

    func hasParents(column: Int) -> Bool { parents[column] != nil }

    /// What a row is in a column of heads over ages, which is no one thing.
    func nature(of label: LabelReading?, column: Int) -> LineNature? {
        guard let label else { return nil }
        if nestedColumns.contains(column) {
            return label.cues.flag != nil
                ? nil : label.age ?? label.namedAge != nil ? .age : label.offence.map { _ in .offence }
        }
        if let rest = natures[column] { return Self.isHead(label) ? .period : rest }
        guard ageColumns.contains(column) else { return nil }
        return Self.isAge(label) ? .age : .offence
    }

    func parent(of row: Int, column: Int) -> LabelReading? {
        guard let labels = parents[column], labels.indices.contains(row) else { return nil }
        return labels[row]
    }
}

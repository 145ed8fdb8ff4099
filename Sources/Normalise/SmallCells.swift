import Records

/// Hides small counts that we made ourselves from a list of crimes, in cells of two dimensions.
///
/// Whole bodies and single dimensions are published in full, so that a row or column with one hidden cell would give it away:
/// further cells are hidden until each has none or at least two, and none can be worked out from the rest.
struct SmallCells {
    let threshold: Int

    func hidden(_ entries: [Entry]) -> [Entry] {
        var entries = entries
        var tables: [Table: [Int]] = [:]
        for (index, entry) in entries.enumerated() where Self.isFine(entry) {
            tables[Table(entry), default: []].append(index)
        }
        for cells in tables.values {
            let hidden = hide(cells, entries)
            // One bound for all that are hidden: it must not tell the small ones from those that protect them.
            let isSmall = hidden.allSatisfy { (entries[$0].figure.value ?? .zero) < Quantity(threshold) }
            for index in hidden {
                entries[index].figure = .suppressed(0, isSmall ? threshold - 1 : nil, raw: "")
                entries[index].notes.append("hidden_here")
            }
        }
        return entries
    }

    private struct Table: Hashable {
        var area: String
        var period: Period

        init(_ entry: Entry) { (area, period) = (entry.key.area, entry.key.period) }
    }

    private static func isFine(_ entry: Entry) -> Bool {
        entry.method == .recordCount && entry.key.offence != "all" && entry.key.age != "all"
    }

    private func hide(_ cells: [Int], _ entries: [Entry]) -> Set<Int> {
        let counts = Dictionary(
            cells.map { ($0, entries[$0].figure.value?.wholeValue ?? 0) }, uniquingKeysWith: { a, _ in a })
        let lines =
            Array(Dictionary(grouping: cells) { [entries[$0].key.measure, "offence", entries[$0].key.offence] }.values)
            + Array(Dictionary(grouping: cells) { [entries[$0].key.measure, "age", entries[$0].key.age] }.values)
        // The flagged are some of all: where one is hidden, the other would bound it.
        let twins = Array(Dictionary(grouping: cells) { [entries[$0].key.offence, entries[$0].key.age] }.values)
        var hidden = Set(cells.filter { (counts[$0] ?? 0) < threshold })
        var isDone = false
        while !isDone {
            isDone = true
            for twin in twins where twin.contains(where: hidden.contains) {
                for cell in twin where hidden.insert(cell).inserted { isDone = false }
            }
            for line in lines {
                let own = line.filter(hidden.contains)
                let rest = own.reduce(0) { $0 + (counts[$1] ?? 0) }
                // All hidden cells at their least or at their most would be told by the rest of the line.
                guard !own.isEmpty, own.count == 1 || rest == 0 || rest == own.count * (threshold - 1) else { continue }
                let open = line.filter { !hidden.contains($0) && (counts[$0] ?? 0) > 0 }
                guard let next = open.min(by: { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }) else { continue }
                hidden.insert(next)
                isDone = false
            }
        }
        return hidden
    }
}

import Records
import Vocabulary

/// Tells a force from the region of the same name in one column: by codes, sums and order.
struct Homonyms {
    /// The code of each row whose name alone leaves a choice, by data row.
    private(set) var resolved: [Int: String] = [:]

    init(shape: TableShape, block: TableBlock, legend: Legend, lexicon: Lexicon) {
        guard let column = shape.columnLines.first(where: { $0.line.nature == .area }) else { return }
        let rows = column.labels.map { $0?.area?.candidates ?? [] }
        let ambiguous = rows.indices.filter { rows[$0].count > 1 }
        guard !ambiguous.isEmpty else { return }
        var certain: [Int: String] = [:]
        for row in rows.indices where rows[row].count == 1 { certain[row] = rows[row][0] }
        // A code in another column of the row decides.
        for other in shape.columnLines {
            for row in ambiguous {
                if let label = other.labels[row], let area = label.area, area.candidates.count == 1,
                    rows[row].contains(area.candidates[0])
                {
                    certain[row] = area.candidates[0]
                }
            }
        }
        let hasForces = certain.values.contains(where: lexicon.isForce)
        var groups: [[String]: [Int]] = [:]
        for row in ambiguous where certain[row] == nil { groups[rows[row], default: []].append(row) }
        let data = block.dataRows
        for (candidates, members) in groups {
            guard let force = candidates.first(where: lexicon.isForce),
                let region = candidates.first(where: { !lexicon.isForce($0) })
            else { continue }
            if members.count == 1 {
                let regions = certain.values.filter { lexicon.areas[$0]?.kind == .region }.count
                certain[members[0]] = !hasForces && regions >= 2 ? region : force
                continue
            }
            let parts = certain.filter { lexicon.members[region]?.contains($0.value) ?? false }.map(\.key)
            let bySum = members.first { row in
                let rest = members.filter { $0 != row }
                return !parts.isEmpty && Self.adds(row, parts + rest.prefix(1), shape, block, data, legend)
            }
            let byOrder =
                parts.min().map { first in members.min { abs($0 - first) < abs($1 - first) } } ?? members.first
            let regional = bySum ?? byOrder ?? members[0]
            for row in members { certain[row] = row == regional ? region : force }
        }
        resolved = certain.filter { ambiguous.contains($0.key) }
    }

    private static func adds(
        _ total: Int, _ parts: [Int], _ shape: TableShape, _ block: TableBlock, _ data: [Int], _ legend: Legend
    ) -> Bool {
        for column in shape.figureColumns.prefix(4) {
            func value(_ row: Int) -> Quantity? {
                guard data.indices.contains(row), let cell = block.cell(data[row], column),
                    case .figure(let figure, _, _)? = FigureRecogniser.cell(cell.lexed, legend: legend)
                else { return nil }
                return figure.value
            }
            guard let whole = value(total) else { return false }
            let sum = parts.compactMap(value).reduce(.zero, +)
            guard abs((sum - whole).tenThousandths) <= 20_000 else { return false }
        }
        return true
    }
}

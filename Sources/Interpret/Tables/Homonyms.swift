import Records
import Vocabulary

/// Tells a force from the region of the same name in one column: by codes, sums and order.
struct Homonyms {
    /// The code of each row whose name alone leaves a choice, by label column and data row.
    private(set) var resolved: [Int: [Int: String]] = [:]

    init(shape: TableShape, block: TableBlock, legend: Legend, lexicon: Lexicon) {
        let columns = shape.columnLines.indices.filter { shape.columnLines[$0].line.nature == .area }
        for column in columns {
            let others = columns.filter { $0 != column }
            resolved[column] = Self.resolve(column, others, shape, block, legend, lexicon)
        }
    }

    private static func resolve(
        _ index: Int, _ others: [Int], _ shape: TableShape, _ block: TableBlock, _ legend: Legend, _ lexicon: Lexicon
    ) -> [Int: String] {
        let column = shape.columnLines[index]
        let rows = column.labels.map { $0?.area?.candidates ?? [] }
        let ambiguous = rows.indices.filter { rows[$0].count > 1 }
        // Beside a column of forces it is one of regions, and the other way round.
        let own = share(ofForces: column.labels, lexicon)
        if let beside = others.compactMap({ share(ofForces: shape.columnLines[$0].labels, lexicon) }).first, let own,
            (own < 0.5) != (beside < 0.5)
        {
            return ambiguous.reduce(into: [:]) { codes, row in
                codes[row] = rows[row].first { lexicon.isForce($0) == (own >= 0.5) }
            }
        }
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
                return !parts.isEmpty && adds(row, parts + rest.prefix(1), shape, block, data, legend)
            }
            let byOrder =
                parts.min().map { first in members.min { abs($0 - first) < abs($1 - first) } } ?? members.first
            let regional = bySum ?? byOrder ?? members[0]
            for row in members { certain[row] = row == regional ? region : force }
        }
        return certain.filter { ambiguous.contains($0.key) }
    }

    /// How many of the names that leave no choice are of forces; nil where there are none.
    private static func share(ofForces labels: [LabelReading?], _ lexicon: Lexicon) -> Double? {
        let certain = labels.compactMap { $0?.area?.candidates }.filter { $0.count == 1 }
        return certain.isEmpty ? nil : Double(certain.filter { lexicon.isForce($0[0]) }.count) / Double(certain.count)
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

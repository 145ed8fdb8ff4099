import Records
import Vocabulary

/// Where a table prints the part with the flag and the part without, but no total, the two add up to all.
enum FlagSplits {
    static func sums(of cells: [TableReader.Cell]) -> [Statement] {
        let lines = cells.map(\.natures.count).max() ?? 0
        var sums: [Statement] = []
        for line in 0..<lines {
            var groups: [[String]: [Int]] = [:]
            for (index, cell) in cells.enumerated() where cell.natures.indices.contains(line) && cell.natures[line] == .flag && cell.statement.role == .level && cell.marker == nil {
                var key = cell.coordinates
                key[line] = ""
                groups[key, default: []].append(index)
            }
            for members in groups.values {
                let flagged = members.filter { cells[$0].statement.cues.flag == .flagged }
                let unflagged = members.filter { cells[$0].statement.cues.flag == .unflagged }
                guard members.count == 2, flagged.count == 1, unflagged.count == 1 else { continue }
                let parts = (flagged + unflagged).sorted()
                let figures = parts.map { cells[$0].statement.figure }
                guard figures.allSatisfy({ $0.value != nil && $0.status == .exact }) else { continue }
                var sum = cells[parts[0]].statement
                sum.cues.flag = .all
                sum.figure = Figure.sum(figures, status: .exact)
                sum.method = .sum
                sum.places = parts.flatMap { cells[$0].statement.places }
                sum.parts = parts
                sum.tokens = []
                sums.append(sum)
            }
        }
        return sums.sorted { $0.places.locator < $1.places.locator }
    }
}

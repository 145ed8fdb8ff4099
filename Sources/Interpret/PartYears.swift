import Records
import Vocabulary

/// Adds quarters, halves and months up: to the year where all are there, else to what they cover.
enum PartYears {
    static func sums(of cells: [TableReader.Cell]) -> [Statement] {
        var sums: [Statement] = []
        struct Key: Hashable {
            var areas: [String]
            var year: Period
            var offence: String?
            var age: String?
            var cues: Cues
            var strange: [String]
        }
        var groups: [Key: [Int]] = [:]
        for (index, cell) in cells.enumerated() {
            let statement = cell.statement
            guard statement.role == .level, let period = statement.period else { continue }
            func key(_ year: Period) -> Key {
                Key(
                    areas: statement.areas, year: year, offence: statement.offence, age: statement.age,
                    cues: statement.cues, strange: statement.strangeLabels.map(\.text))
            }
            if let year = statement.partOf, period != year {
                groups[key(year), default: []].append(index)
            }
        }
        for (key, members) in groups {
            let known = members.filter {
                cells[$0].marker == nil && !cells[$0].statement.figure.status.isState
                    && cells[$0].statement.figure.low != nil
            }
            let periods = known.compactMap { cells[$0].statement.period }
            guard known.count > 1, let covered = Period.joined(periods), let first = known.first else { continue }
            var sum = cells[first].statement
            sum.method = .sum
            sum.period = covered
            sum.partOf = key.year
            sum.parts = known
            sum.tokens = []
            sum.places = known.shown { cells[$0].statement.figure.raw }.flatMap { cells[$0].statement.places }
            sum.labels = sum.labels.filter { label in cells[known[known.count - 1]].statement.labels.contains(label) }
            let figures = known.map { cells[$0].statement.figure }
            sum.figure = Figure.sum(figures, status: covered == key.year ? .exact : .partial)
            sums.append(sum)
        }
        return sums.sorted {
            ($0.period?.label ?? "", $0.areas.joined(), $0.age ?? "", $0.offence ?? "", $0.cues.flag?.rawValue ?? "")
                < (
                    $1.period?.label ?? "", $1.areas.joined(), $1.age ?? "", $1.offence ?? "",
                    $1.cues.flag?.rawValue ?? ""
                )
        }
    }
}

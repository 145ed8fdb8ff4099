import Records
import Vocabulary

/// Adds quarters, halves and months up: to the year where all are there, else to what they cover.
enum PartYears {
    static func sums(of cells: [TableReader.Cell]) -> [Statement] {
        sums(of: cells.map(\.statement), but: Set(cells.indices.filter { cells[$0].marker != nil }))
    }

    /// The sums, each with the indices of its parts; `unknown` are statements that say no figure.
    static func sums(of statements: [Statement], but unknown: Set<Int>) -> [Statement] {
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
        for (index, statement) in statements.enumerated() {
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
        // Months below `2020` and `2021`, of which no calendar year is whole: those of financial years.
        for (key, members) in groups where !key.year.isFinancialYear {
            if Period.joined(members.compactMap { statements[$0].period }) == key.year { continue }
            groups[key] = nil
            for index in members {
                guard let year = statements[index].period?.enclosingFinancialYear else { continue }
                var own = key
                own.year = year
                groups[own, default: []].append(index)
            }
        }
        for (key, members) in groups {
            // In the order of the document, whatever order the groups were made in.
            let known = members.sorted().filter {
                !unknown.contains($0) && !statements[$0].figure.status.isState && statements[$0].figure.low != nil
            }
            let periods = known.compactMap { statements[$0].period }
            guard known.count > 1, let covered = Period.joined(periods), let first = known.first else { continue }
            var sum = statements[first]
            sum.method = .sum
            sum.period = covered
            sum.partOf = key.year
            sum.parts = known
            sum.tokens = []
            sum.places = known.shown { statements[$0].figure.raw }.flatMap { statements[$0].places }
            sum.labels = sum.labels.filter { label in statements[known[known.count - 1]].labels.contains(label) }
            let figures = known.map { index in
                var figure = statements[index].figure
                // A part is of a part of the year; the whole need not be.
                if figure.status == .partial { figure.status = .exact }
                return figure
            }
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

import Records
import Vocabulary

/// Where a table prints all parts of a whole and no total, they add up to it: with and without the flag, ages from 0 to
/// 17 without a gap, offences down to the rest of them.
struct ExhaustiveSplits {
    private let cells: [TableReader.Cell]

    init(_ cells: [TableReader.Cell]) { self.cells = cells }

    func sums() -> [Statement] {
        let lines = cells.map(\.natures.count).max() ?? 0
        var sums: [Statement] = []
        for line in 0..<lines {
            let own = cells.indices.filter {
                cells[$0].natures.indices.contains(line) && cells[$0].statement.role == .level
            }
            guard let nature = own.first.map({ cells[$0].natures[line] }), [.flag, .age, .offence].contains(nature)
            else { continue }
            var groups: [[String]: [Int]] = [:]
            for index in own {
                var key = cells[index].coordinates
                key[line] = ""
                groups[key, default: []].append(index)
            }
            for members in groups.values where isExhaustive(members, nature, line) {
                if let sum = sum(members, nature) { sums.append(sum) }
            }
        }
        return sums.sorted { $0.places.locator < $1.places.locator }
    }

    private func isExhaustive(_ members: [Int], _ nature: LineNature, _ line: Int) -> Bool {
        guard members.count >= 2,
            members.allSatisfy({
                cells[$0].marker == nil && !cells[$0].totals.contains(line)
                    && cells[$0].statement.figure.status == .exact && cells[$0].statement.doubts.isEmpty
            })
        else { return false }
        let statements = members.map { cells[$0].statement }
        switch nature {
        case .flag: return members.count == 2 && Set(statements.map(\.cues.flag)) == [.flagged, .unflagged]
        case .offence:
            let codes = statements.map(\.offence)
            return codes.contains("other") && !codes.contains("all") && !codes.contains(nil) && codes.count >= 4
        case .age:
            let ages = statements.compactMap { $0.age.flatMap { AgeRecogniser.whole(LexedText($0)) } }.filter {
                !$0.isUnknown
            }.sorted()
            guard ages.count >= 2, ages.first?.low == 0, ages.last?.high == 17,
                !statements.contains(where: { $0.age == nil || $0.age == "all" })
            else { return false }
            return zip(ages, ages.dropFirst()).allSatisfy { ($0.high ?? 99) + 1 == $1.low }
        default: return false
        }
    }

    private func sum(_ members: [Int], _ nature: LineNature) -> Statement? {
        let parts = members.sorted()
        guard let first = parts.first else { return nil }
        var sum = cells[first].statement
        switch nature {
        case .flag: sum.cues.flag = .all
        case .age: sum.age = Age.all.code
        default: sum.offence = "all"
        }
        sum.figure = Figure.sum(parts.map { cells[$0].statement.figure }, status: .exact)
        sum.method = .sum
        sum.places = parts.shown { cells[$0].statement.figure.raw }.flatMap { cells[$0].statement.places }
        sum.parts = parts
        sum.tokens = []
        return sum
    }
}

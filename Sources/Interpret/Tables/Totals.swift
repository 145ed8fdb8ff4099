import Records
import Vocabulary

/// Uses every total: to tell sums of bodies and years from figures, to check parts, and to prove blanks zero.
struct Totals {
    let lexicon: Lexicon
    var cells: [TableReader.Cell]

    init(_ cells: [TableReader.Cell], lexicon: Lexicon) {
        self.lexicon = lexicon
        self.cells = cells
        leaveUnfinished()
        proveZeros()
        // A blank that nothing proves or explains says nothing.
        self.cells.removeAll { $0.marker == "" }
        foldSubtotals()
        checkParts()
        tellTotalsOfShown()
        checkAreas()
        checkPeriods()
        tellLoneHalves()
        for index in self.cells.indices {
            if let marker = self.cells[index].marker {
                self.cells[index].statement.doubts.append(
                    Doubt("unknown-marker", "found “\(marker)”, expected a figure or a legend that says what it means"))
            }
        }
    }

    /// The cells that share all coordinates but one, by what they share.
    func groups(apartFrom line: Int) -> [[String]: [Int]] {
        var groups: [[String]: [Int]] = [:]
        for (index, cell) in cells.enumerated() where cell.coordinates.indices.contains(line) {
            var key = cell.coordinates
            key[line] = ""
            // A code and a name beside each other tell bodies apart only together.
            if cell.natures[line] == .area {
                for other in key.indices where cell.natures[other] == .area { key[other] = "" }
            }
            groups[key, default: []].append(index)
        }
        return groups
    }

    var lineCount: Int { cells.map(\.coordinates.count).max() ?? 0 }

    func interval(_ parts: [Int]) -> (
        low: Quantity, high: Quantity?, visible: Quantity
    )? {
        var low = Quantity.zero
        var high: Quantity? = .zero
        var visible = Quantity.zero
        for part in parts {
            let figure = cells[part].statement.figure
            if figure.status.isState { continue }
            guard let partLow = figure.low ?? figure.value else { return nil }
            low = low + partLow
            high = figure.high.flatMap { top in high.map { $0 + top } }
            if let value = figure.value { visible = visible + value }
        }
        return (low, high, visible)
    }

    /// The parts of a total within its group: what is no total itself, and for sub-totals what stands before it.
    func parts(of total: Int, in group: [Int], line: Int) -> [Int] {
        let year = cells[total].statement.period
        // `18+` is no part of `Under 18 total`.
        let isOfChildren = LexedText(cells[total].coordinates[line]).words.contains("under")
        return group.filter { part in
            // Quarters below the total of one year are of the next.
            guard let year, let own = cells[part].statement.period, own != year else { return true }
            return year.contains(own)
        }.filter {
            $0 != total
                && !(isOfChildren
                    && AgeRecogniser.whole(LexedText(cells[$0].coordinates[line])).map { $0.low >= 18 } ?? false)
                && !cells[$0].totals.contains(line) && cells[$0].statement.role == .level
                // `Under 14 subtotal` between ages: a figure, and no part of the total.
                && !cells[$0].coordinates[line].lowercased().contains("subtotal")
        }
    }

    // MARK: parts and totals

    private mutating func foldSubtotals() {
        for (sum, parts) in Subtotals.found(in: cells, groups: { Array(groups(apartFrom: $0).values) }) {
            cells[sum].statement.role = .checkedTotal
            cells[sum].statement.parts = parts
            cells[sum].statement.doubts.removeAll { $0.code == "unknown-label" }
        }
    }

    private mutating func checkParts() {
        for line in 0..<lineCount {
            for (total, value, parts) in printedTotals(line) {
                let nature = cells[total].natures[line]
                if nature == .part, isUnfinished(value, parts) {
                    cells[total].statement.figure.status = .partial
                    let known = parts.filter { !cells[$0].statement.figure.status.isState }
                    if let covered = Period.joined(known.compactMap { cells[$0].statement.period }) {
                        cells[total].statement.partOf = cells[total].statement.period
                        cells[total].statement.period = covered
                    }
                }
                guard parts.count >= 2, let sum = interval(parts) else { continue }
                cells[total].statement.parts = parts
                if nature == .flag,
                    parts.contains(where: {
                        cells[$0].statement.cues.flag == nil || cells[$0].statement.cues.flag == .all
                    })
                {
                    continue
                }
                if nature == .flag, !parts.contains(where: { cells[$0].statement.cues.flag == .unflagged }) { continue }
                // `Total cyber-flagged` under offences that say nothing of the flag: it is the sum of flagged ones.
                if nature != .flag, sum.low == value, sum.high == value, cells[total].statement.cues.flag == .flagged {
                    for part in parts {
                        cells[part].statement.cues = cells[part].statement.cues.filled(
                            from: cells[total].statement.cues)
                    }
                }
                let fits = sum.low <= value && sum.high.map { value <= $0 } ?? true
                if !fits, sum.visible != value, cells[total].statement.figure.status == .exact,
                    parts.allSatisfy({
                        cells[$0].statement.figure.status == .exact || cells[$0].statement.figure.status.isHidden
                    })
                {
                    let found =
                        sum.high.map { $0 == sum.low ? "\($0)" : "\(sum.low) to \($0)" } ?? "at least \(sum.low)"
                    cells[total].statement.doubts.append(
                        Doubt(
                            "parts-do-not-add",
                            "found a total of \(value), expected \(found), the sum of its \(parts.count) parts"))
                }
            }
        }
    }

    // MARK: sums over bodies

    /// A row of a region whose forces stand beside it is a sum, and so no key.
    private mutating func checkAreas() {
        for line in 0..<lineCount {
            let groups = groups(apartFrom: line)
            for group in groups.values where group.contains(where: { cells[$0].natures[line] == .area }) {
                var byCode: [String: Int] = [:]
                for index in group {
                    if cells[index].statement.areas.count == 1 { byCode[cells[index].statement.areas[0]] = index }
                }
                let forces = byCode.filter { lexicon.isForce($0.key) }
                for index in group where cells[index].statement.role == .level || cells[index].totals.contains(line) {
                    let statement = cells[index].statement
                    let isTotal = cells[index].totals.contains(line) && statement.areas.isEmpty
                    var parts: [Int] = []
                    if isTotal {
                        parts = forces.values.sorted()
                        cells[index].statement.role = .checkedTotal
                    } else if let code = statement.areas.first, statement.areas.count == 1, !lexicon.isForce(code),
                        let members = lexicon.members[code]
                    {
                        parts = forces.filter { members.contains($0.key) }.values.sorted()
                        let all = members.filter(lexicon.isForce)
                        let sum = interval(parts)
                        let adds =
                            statement.figure.value.map { value in
                                sum.map { abs(($0.low - value).tenThousandths) <= 10_000 } ?? false
                            } ?? false
                        guard adds || parts.count == all.count || parts.count * 2 > all.count && forces.count > 20
                        else { continue }
                        cells[index].statement.role = .checkedTotal
                    } else {
                        continue
                    }
                    cells[index].statement.parts = parts
                    guard let value = statement.figure.value, let sum = interval(parts), !parts.isEmpty else {
                        continue
                    }
                    let printed = group.filter { $0 != index && cells[$0].statement.role != .derived }.compactMap {
                        cells[$0].statement.figure.value
                    }.reduce(Quantity.zero, +)
                    let fits = sum.low - Quantity(1) <= value && sum.high.map { value <= $0 + Quantity(1) } ?? true
                    if !fits, printed != value, isTotal {
                        cells[index].statement.doubts.append(
                            Doubt(
                                "total-differs", .info,
                                "found a total of \(value), expected \(sum.low), the sum of the \(parts.count) bodies that stand beside it"
                            ))
                    }
                }
            }
        }
    }

    // MARK: sums over years

    private mutating func checkPeriods() {
        for line in 0..<lineCount {
            for group in groups(apartFrom: line).values
            where group.contains(where: { cells[$0].natures[line] == .period }) {
                for index in group where cells[index].totals.contains(line) {
                    guard cells[index].natures[line] == .period || cells[index].natures[line] == .part,
                        cells[index].statement.role == .checkedTotal
                    else { continue }
                    cells[index].statement.parts = group.filter { $0 != index && cells[$0].statement.role == .level }
                }
                // `Records | 731` below all the years that it is the sum of.
                for index in group
                where cells[index].natures[line] == .period && cells[index].statement.role == .level {
                    guard let value = cells[index].statement.figure.value,
                        !LexedText(cells[index].coordinates[line]).lexemes.contains(where: \.isNumber)
                    else { continue }
                    let parts = group.filter {
                        $0 != index && cells[$0].statement.role == .level && cells[$0].statement.figure.value != nil
                    }
                    guard parts.count >= 2,
                        value == parts.compactMap({ cells[$0].statement.figure.value }).reduce(.zero, +)
                    else { continue }
                    cells[index].statement.role = .checkedTotal
                    cells[index].statement.parts = parts
                }
                // A span of years beside all of its years is their sum.
                for index in group {
                    guard cells[index].statement.role == .level, let span = cells[index].statement.period,
                        span.days > 400
                    else { continue }
                    let parts = group.filter {
                        $0 != index && cells[$0].statement.period.map { span.contains($0) && $0 != span } ?? false
                    }
                    if parts.count >= 2, Period.joined(parts.compactMap { cells[$0].statement.period }) == span {
                        cells[index].statement.role = .checkedTotal
                        cells[index].statement.parts = parts
                    }
                }
            }
        }
    }
}

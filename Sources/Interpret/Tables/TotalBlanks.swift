import Records
import Vocabulary

/// What blanks, dashes and halves of a table come to: proved zero, not yet over, part of a year.
extension Totals {
    /// Quarters or months left blank at the end of the latest year, and nowhere else: not yet over, and so no zeros.
    mutating func leaveUnfinished() {
        let blanks = cells.indices.filter { cells[$0].marker == "" }
        let years = cells.compactMap(\.statement.partOf)
        guard let year = years.max(), !blanks.isEmpty,
            let known = cells.filter({ $0.statement.partOf == year && $0.marker == nil }).compactMap(\.statement.period)
                .max(),
            blanks.allSatisfy({ index in
                cells[index].statement.partOf == year
                    && cells[index].statement.period.map { $0.start > known.end } ?? false
            })
        else { return }
        for index in blanks {
            cells[index].marker = nil
            cells[index].statement.figure = .state(.notAvailable, raw: "")
        }
    }

    /// Dashes and blanks, all alike in a block, are zeros where every printed total says so.
    mutating func proveZeros() {
        let markers = Set(cells.compactMap(\.marker))
        let written = markers.subtracting([""])
        guard written.count <= 1, let marker = written.first ?? markers.first,
            marker.allSatisfy({ "-–—.·: ".contains($0) }) || marker.isEmpty
        else { return }
        var proofs = 0
        var covered: Set<Int> = []
        for line in 0..<lineCount {
            for group in groups(apartFrom: line).values {
                for total in group where cells[total].totals.contains(line) && cells[total].marker == nil {
                    let parts = parts(of: total, in: group, line: line).filter {
                        cells[$0].marker == nil || cells[$0].marker == marker
                    }
                    guard parts.contains(where: { cells[$0].marker != nil }),
                        let value = cells[total].statement.figure.value,
                        let sum = interval(parts)
                    else { continue }
                    guard sum.low == value, sum.high == value else { return }
                    proofs += 1
                    covered.formUnion(parts.filter { cells[$0].marker != nil })
                }
            }
        }
        for index in cells.indices where cells[index].marker == marker && covered.contains(index) {
            cells[index].marker = nil
            cells[index].statement.figure = .exact(.zero, raw: cells[index].statement.figure.raw)
            cells[index].statement.evidence.append(Evidence("value", .rule, "totals prove “\(marker)” to be zero", nil))
        }
    }

    /// `18 | 16 | - | - | 34`, where a dash is a quarter not yet there: the year's total is of what is.
    func isUnfinished(_ total: Quantity, _ parts: [Int]) -> Bool {
        let missing = parts.filter {
            [.notAvailable, .notHeld, .refused].contains(cells[$0].statement.figure.status) && cells[$0].marker == nil
        }
        let known = parts.filter { !missing.contains($0) }
        return !missing.isEmpty && !known.isEmpty
            && known.compactMap { cells[$0].statement.figure.value }.reduce(.zero, +) == total
    }

    /// `1 April 2021 to 30 September 2021` below whole years: a part of a year that is not over, where no other half is told.
    mutating func tellLoneHalves() {
        let parts = Dictionary(grouping: cells.indices.filter { cells[$0].statement.partOf != nil }) {
            cells[$0].statement.partOf
        }
        for (_, members) in parts where Set(members.map { cells[$0].statement.period }).count == 1 {
            for index in members where cells[index].statement.figure.status == .exact {
                guard let period = cells[index].statement.period, !period.isWholeYear, period.days > 95 else {
                    continue
                }
                cells[index].statement.figure.status = .partial
            }
        }
    }
}

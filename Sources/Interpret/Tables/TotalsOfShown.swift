import Records

/// Totals that count only what is shown beside them, where something is hidden.
extension Totals {
    /// `<5 | 10 | 10`: where the hidden figure is said to be no zero, or the total over such totals comes to more, such a total
    /// is no total of what was recorded.
    mutating func tellTotalsOfShown() {
        let told = (0..<lineCount).flatMap(printedTotals)
        let shown = told.filter { _, value, parts in
            parts.contains { cells[$0].statement.figure.status == .suppressed } && interval(parts)?.visible == value
        }
        var proved = Set(shown.filter { interval($0.parts).map { $0.low > $0.visible } ?? false }.map(\.total))
        for (total, value, parts) in told {
            let own = Set(shown.map(\.total)).intersection(parts)
            guard !own.isEmpty, let sum = interval(parts), let high = sum.high, high < value else { continue }
            proved.formUnion(own)
            cells[total].statement.doubts.removeAll { $0.code == "parts-do-not-add" }
        }
        for total in proved {
            cells[total].statement.doubts.append(
                Doubt(
                    "parts-do-not-add", .error,
                    "found a total of \(cells[total].statement.figure.raw), the sum of the figures shown, "
                        + "expected one that counts what is hidden too"))
        }
    }

    /// The totals along a line of coordinates, with their parts.
    func printedTotals(_ line: Int) -> [(total: Int, value: Quantity, parts: [Int])] {
        groups(apartFrom: line).values.compactMap { group in
            let totals = group.filter { cells[$0].totals.contains(line) && cells[$0].statement.role != .derived }
            guard totals.count == 1, let total = totals.first, cells[total].marker == nil,
                let value = cells[total].statement.figure.value
            else { return nil }
            let nature = cells[total].natures[line]
            guard nature != .area, nature != .other || group.count > 2 else { return nil }
            return (total, value, parts(of: total, in: group, line: line))
        }
    }
}

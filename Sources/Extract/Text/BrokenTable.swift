import Records

/// A table drawn with bars whose lines were broken at every cell: `|`, `Female |`, `|`, `22 |`, around `|---|---|---|`.
struct BrokenTable: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    init?(_ lines: [TextLine], from start: Int) {
        func isOpening(_ at: Int) -> Bool { lines.indices.contains(at) && lines[at].text.trimmedLowercase == "|" }
        func isCell(_ at: Int) -> Bool {
            lines.indices.contains(at) && lines[at].pieces.count <= 1 && lines[at].text.trimmedLowercase.hasSuffix("|")
        }
        func columns(_ at: Int) -> Int? {
            let bars = lines[at].scalars.filter { $0 == "|" }.count
            return lines[at].isRule && bars >= 3 && lines[at].scalars.contains("-") ? bars - 1 : nil
        }
        guard isOpening(start),
            let rule = (start + 1..<min(start + 40, lines.count)).first(where: { columns($0) != nil || !isCell($0) }),
            let width = columns(rule), rule - start - 1 == width
        else { return nil }
        var openings = [start]
        var next = rule + 1
        while isOpening(next), (next + 1...next + width).allSatisfy(isCell) {
            openings.append(next)
            next += width + 1
        }
        guard openings.count >= 2 else { return nil }
        var grid = Grid(.lines)
        for opening in openings {
            for at in opening + 1...opening + width {
                let cell = lines[at].pieces.first ?? 0..<0
                grid.append(lines[at].text(cell), row: lines[at].number, column: cell.lowerBound + 1)
            }
            grid.endRow()
        }
        self.grid = grid
        end = next
    }
}

import Records

/// A table that was pasted one cell a line: the headers below each other, then each row's label and its figures. Either the
/// headers or the labels are years.
struct FlattenedTable: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    init?(_ lines: [TextLine], from start: Int) {
        let cells = Cells(lines: lines)
        guard let table = cells.yearsAbove(from: start) ?? cells.yearsBeside(from: start), Self.isEven(table) else {
            return nil
        }
        var grid = Grid(.lines, isList: table.allSatisfy { $0.count == 2 })
        for row in table {
            for at in row {
                let line = lines[at.line]
                grid.append(
                    at.isBlank ? "" : line.text(line.trimmed), row: line.number,
                    column: at.isBlank ? 1 : line.trimmed.lowerBound + 1)
            }
            grid.endRow()
        }
        self.grid = grid
        end = (table.last?.last?.line ?? start) + 1
    }

    /// Titles with blank lines between them are no headers of cells that have none.
    private static func isEven(_ table: [[Cells.Cell]]) -> Bool {
        func hasGap(_ row: [Cells.Cell]) -> Bool { zip(row, row.dropFirst()).contains { $1.line > $0.line + 1 } }
        return !table[..<min(1, table.count)].contains(where: hasGap) || table.dropFirst().allSatisfy(hasGap)
    }

    /// Lines of one cell each.
    private struct Cells {
        let lines: [TextLine]

        struct Cell {
            var line: Int
            /// A corner that nobody filled in.
            var isBlank = false
        }

        private func text(_ at: Int) -> String? {
            guard lines.indices.contains(at), !lines[at].isBlank, !lines[at].isQuoted, lines[at].pieces.count == 1
            else { return nil }
            return lines[at].text(lines[at].trimmed)
        }

        /// The next line with text; single blank lines between cells are passed over.
        private func next(_ at: Int) -> Int {
            lines.indices.contains(at) && lines[at].isBlank && text(at + 1) != nil ? at + 1 : at
        }

        private func isLabel(_ text: String, words: Int) -> Bool {
            !FigureLook.isFigure(text) && !FigureLook.isTime(text) && text.split(separator: " ").count <= words
                && text.last.map { !".?:".contains($0) } ?? false
        }

        /// The lines from an index on that hold such cells.
        private func run(_ start: Int, _ holds: (String) -> Bool) -> (cells: [Cell], end: Int) {
            var cells: [Cell] = []
            var index = start
            while let cell = text(index), holds(cell) {
                cells.append(Cell(line: index))
                index = next(index + 1)
            }
            return (cells, index)
        }

        /// A label and so many figures.
        private func row(_ start: Int, figures: Int, _ isHead: (String) -> Bool) -> (cells: [Cell], end: Int)? {
            guard let label = text(start), isHead(label) else { return nil }
            let (found, _) = run(next(start + 1), FigureLook.isFigure)
            guard found.count >= figures, let last = found.prefix(figures).last else { return nil }
            return ([Cell(line: start)] + found.prefix(figures), next(last.line + 1))
        }

        private func rows(_ start: Int, figures: Int, _ isHead: (String) -> Bool) -> [[Cell]] {
            var rows: [[Cell]] = []
            var index = start
            while let (cells, end) = row(index, figures: figures, isHead) {
                rows.append(cells)
                index = end
            }
            return rows
        }

        /// `Offence`, `2017/18`, `2018/19`, `Rape`, `3`, `4` …
        func yearsAbove(from start: Int) -> [[Cell]]? {
            guard let first = text(start) else { return nil }
            let hasCorner = isLabel(first, words: 4)
            let (heads, end) = run(hasCorner ? next(start + 1) : start, FigureLook.isTime)
            guard heads.count >= 2 else { return nil }
            let rows = rows(end, figures: heads.count) { isLabel($0, words: 12) }
            guard rows.count >= 2 else { return nil }
            let corner = hasCorner ? Cell(line: start) : Cell(line: heads[0].line, isBlank: true)
            return [[corner] + heads] + rows
        }

        /// `Year`, `All offences`, `With the flag`, `2017/18`, `498`, `37` …
        func yearsBeside(from start: Int) -> [[Cell]]? {
            let (heads, end) = run(start) { isLabel($0, words: 6) }
            // `2017/18`, `498`, `2018/19`, `512`: years and figures in turn need no headers.
            guard (2...9).contains(heads.count) || heads.isEmpty else { return nil }
            let rows = rows(end, figures: heads.isEmpty ? 1 : heads.count - 1, FigureLook.isTime)
            return rows.count >= 2 ? (heads.isEmpty ? [] : [heads]) + rows : nil
        }
    }
}

import Records

/// A table that was pasted one cell a line: the years below each other, then each row's label and its figures.
struct FlattenedTable: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    init?(_ lines: [TextLine], from start: Int) {
        var index = start
        func text(_ at: Int) -> String? {
            guard lines.indices.contains(at), !lines[at].isBlank, !lines[at].isQuoted, lines[at].pieces.count == 1
            else {
                return nil
            }
            return lines[at].text(lines[at].trimmed)
        }
        /// The next line with text; single blank lines between cells are passed over.
        func next(_ at: Int) -> Int {
            lines.indices.contains(at) && lines[at].isBlank && text(at + 1) != nil ? at + 1 : at
        }
        func isLabel(_ text: String, words: Int) -> Bool {
            !FigureLook.isFigure(text) && !FigureLook.isTime(text) && text.split(separator: " ").count <= words
                && text.last.map { !".?:".contains($0) } ?? false
        }
        var corner: Int?
        guard let first = text(index) else { return nil }
        if isLabel(first, words: 4) {
            corner = index
            index = next(index + 1)
        }
        var heads: [Int] = []
        while let head = text(index), FigureLook.isTime(head) {
            heads.append(index)
            index = next(index + 1)
        }
        guard heads.count >= 2 else { return nil }
        var rows: [[Int]] = []
        var last = index
        while let label = text(index), isLabel(label, words: 12) {
            var row = [index]
            var at = next(index + 1)
            while row.count <= heads.count, let figure = text(at), FigureLook.isFigure(figure) {
                row.append(at)
                at = next(at + 1)
            }
            guard row.count == heads.count + 1 else { break }
            rows.append(row)
            last = (row.last ?? index) + 1
            index = at
        }
        guard rows.count >= 2 else { return nil }
        var grid = Grid(.lines)
        func append(_ at: Int) {
            let range = lines[at].trimmed
            grid.append(lines[at].text(range), row: lines[at].number, column: range.lowerBound + 1)
        }
        if let corner { append(corner) } else { grid.append("", row: lines[heads[0]].number, column: 1) }
        for head in heads { append(head) }
        grid.endRow()
        for row in rows {
            for at in row { append(at) }
            grid.endRow()
        }
        self.grid = grid
        end = last
    }
}

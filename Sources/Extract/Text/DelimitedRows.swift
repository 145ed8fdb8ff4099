import Records

/// Lines of a file with commas or semicolons, pasted into a mail: a header of names, then rows as wide.
struct DelimitedRows: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int
    private let delimiter: Unicode.Scalar

    init?(_ lines: [TextLine], from start: Int) {
        for delimiter in [",", ";"] as [Unicode.Scalar] {
            let header = Self.fields(of: lines[start], delimiter)
            guard header.count >= 2, header.allSatisfy({ Self.isName(lines[start].text($0)) }) else { continue }
            let rows = lines[(start + 1)...].prefix { line in
                let fields = Self.fields(of: line, delimiter).map { line.text($0) }
                // `2018/19: 1,918` is one figure.
                return fields.count == header.count && !fields[0].isEmpty && FigureList.cut(line) == nil
                    && fields.dropFirst().contains(where: FigureLook.isFigure)
                    && fields.dropFirst().filter { $0.isEmpty || FigureLook.isFigure($0) }.count * 2 >= fields.count - 1
            }
            guard rows.count >= 2 else { continue }
            var grid = Grid(.lines)
            for line in lines[start..<rows.endIndex] {
                for field in Self.fields(of: line, delimiter) {
                    grid.append(line.text(field), row: line.number, column: field.lowerBound + 1)
                }
                grid.endRow()
            }
            self.grid = grid
            end = rows.endIndex
            self.delimiter = delimiter
            return
        }
        return nil
    }

    /// `All CSO`, `2016/17`; no clause of a sentence.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.split(separator: " ").count <= 8 && !FigureLook.isFigure(text)
            && !".:!?".contains(text.last ?? ".")
    }

    func parts(of line: TextLine) -> [String]? { Self.fields(of: line, delimiter).map { line.text($0) } }

    /// Trimmed, their quotes taken off; a delimiter within quotes parts nothing.
    private static func fields(of line: TextLine, _ delimiter: Unicode.Scalar) -> [Range<Int>] {
        guard !line.isQuoted, line.scalars.count < 400 else { return [] }
        var edges: [Int] = []
        var isOpen = false
        for (index, scalar) in line.scalars.enumerated() {
            if scalar == "\"" { isOpen.toggle() }
            if scalar == delimiter, !isOpen { edges.append(index) }
        }
        return zip([-1] + edges, edges + [line.scalars.count]).map { before, after in
            var (low, high) = (before + 1, after)
            while low < high, [" ", "\t", "\""].contains(line.scalars[low]) { low += 1 }
            while high > low, [" ", "\t", "\""].contains(line.scalars[high - 1]) { high -= 1 }
            return low..<high
        }
    }
}

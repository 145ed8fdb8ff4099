import Records

/// A table whose gaps were lost on the way, as copied from a PDF: `Offence 2016/17 2017/18` over `Sexual assault 11 14`.
struct PackedTable: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    func parts(of line: TextLine) -> [String]? { line.text.split(separator: " ").map(String.init) }

    init?(_ lines: [TextLine], from start: Int) {
        guard lines[start].pieces.count == 1 else { return nil }
        let header = lines[start].words
        let heads = header.reversed().prefix { Self.isHead(lines[start].text($0)) }.count
        // `Year Flagged Unflagged Total` over `2016/17 33 190 223`: no years in the header, but in every row.
        let isTimed = heads < 2
        let width = isTimed ? Self.timedWidth(lines, start + 1, header.count) : heads
        guard let width else { return nil }
        var rows: [(line: TextLine, words: [Range<Int>], figures: Int)] = []
        var index = start + 1
        var wrapped = 0
        while index < lines.count, lines[index].pieces.count == 1, !lines[index].isQuoted {
            if isTimed, Self.timedWidth(lines, index, header.count) != width { break }
            let words = lines[index].words
            var figures = words.reversed().prefix { FigureLook.isFigure(lines[index].text($0)) }.count
            // `13 to 15 8 9`: the label goes on into the numbers.
            if let last = words.dropLast(figures).last, Self.goesOn.contains(lines[index].text(last).lowercased()) {
                figures = max(0, figures - 1)
            }
            // `Causing or inciting a child to engage` over `in sexual activity 57 68`: the label began above.
            wrapped = figures > 0 ? 0 : wrapped + 1
            let mayWrap = !rows.isEmpty || header.count == heads
            guard figures > 0 || mayWrap && wrapped <= 3 && !lines[index].text.hasSuffix("."), words.count <= 20 else {
                break
            }
            rows.append((lines[index], words, figures))
            index += 1
        }
        while let last = rows.last, last.figures == 0 {
            rows.removeLast()
            index -= 1
        }
        guard isTimed ? rows.count >= 2 : rows.contains(where: { $0.figures >= width && $0.words.count > width }) else {
            return nil
        }
        var grid = Grid(.lines)
        func append(_ line: TextLine, _ words: ArraySlice<Range<Int>>) {
            let range = (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0)
            grid.append(line.text(range), row: line.number, column: range.lowerBound + 1)
        }
        append(lines[start], header.dropLast(width))
        for word in header.suffix(width) { append(lines[start], [word]) }
        grid.endRow()
        for (line, words, figures) in rows {
            if figures >= width {
                append(line, words.dropLast(width))
                for word in words.suffix(width) { append(line, [word]) }
            } else if figures == 0 {
                append(line, words[...])
            } else {
                // Which of the columns lack a figure is not to be seen: the figures stay together, and unread.
                append(line, words.dropLast(figures))
                append(line, words.suffix(figures))
            }
            grid.endRow()
        }
        self.grid = grid
        end = index
    }

    /// How many figures stand behind the year that a line begins with; nil where it is no such row under so many words.
    private static func timedWidth(_ lines: [TextLine], _ index: Int, _ header: Int) -> Int? {
        guard lines.indices.contains(index) else { return nil }
        let row = lines[index].words.map { lines[index].text($0) }
        // `2015/16 - 54` is a list.
        guard row.count >= 3, [row.count - 1, row.count].contains(header), isTime(row[0]), !goesOn.contains(row[1]),
            row.dropFirst().allSatisfy(FigureLook.isFigure)
        else { return nil }
        return row.count - 1
    }

    private static let goesOn: Set<String> = [
        "to", "or", "and", "under", "over", "aged", "age", "below", "between", "-", "\u{2013}", "&", "i",
    ]

    private static func isTime(_ text: String) -> Bool {
        FigureLook.isTime(text)
            || text.count == 4 && text.allSatisfy(\.isNumber) && (text.hasPrefix("19") || text.hasPrefix("20"))
    }

    private static func isHead(_ text: String) -> Bool {
        isTime(text) || ["total", "change", "all"].contains(text.lowercased())
    }
}

import Records

/// Rows that each end in the same number of figures, single spaces between them, as copied from a page: `Essex 641 590` over
/// `Gloucestershire 287 245`, with or without a header.
struct PackedRows: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    private struct Row {
        var line: TextLine
        var words: [Range<Int>]
        var figures: Int
    }

    func parts(of line: TextLine) -> [String]? { line.text.split(separator: " ").map(String.init) }

    init?(_ lines: [TextLine], from start: Int) {
        guard lines[start].pieces.count <= 4, !lines[start].isQuoted else { return nil }
        let opensWithRow = Self.row(lines[start]) != nil
        // One or two lines of header, each no longer than a line of heads is.
        let heads =
            opensWithRow ? 0 : [1, 2].first { Self.opens(lines, Self.skip(lines, start + $0), from: start) } ?? 0
        guard opensWithRow || heads > 0 else { return nil }
        var index = heads == 0 ? start : Self.skip(lines, start + heads)
        var rows: [Row] = []
        var last = index
        while index < lines.count, let row = Self.row(lines[index]), rows.isEmpty || row.figures <= rows[0].figures {
            rows.append(row)
            last = index
            index = Self.skip(lines, index + 1)
        }
        guard let width = rows.first?.figures, rows.count >= (width == 1 ? 4 : 3),
            rows.filter({ $0.figures == width }).count * 4 >= rows.count * 3
        else { return nil }
        var grid = Grid(.lines)
        for line in lines[start..<start + heads] {
            for cell in Self.heads(of: line, width) {
                grid.append(line.text(cell), row: line.number, column: cell.lowerBound + 1)
            }
            grid.endRow()
        }
        for row in rows {
            let cut = row.words.count - row.figures
            let label = row.words[0].lowerBound..<row.words[cut - 1].upperBound
            grid.append(row.line.text(label), row: row.line.number, column: label.lowerBound + 1)
            // Which of the columns lack a figure is not to be seen: the figures stay together, and unread.
            let cells =
                row.figures == width
                ? Array(row.words[cut...]) : [row.words[cut].lowerBound..<row.words[row.words.count - 1].upperBound]
            for cell in cells { grid.append(row.line.text(cell), row: row.line.number, column: cell.lowerBound + 1) }
            grid.endRow()
        }
        self.grid = grid
        end = last + 1
    }

    /// The index of the next line with text; one blank line may stand between rows.
    private static func skip(_ lines: [TextLine], _ index: Int) -> Int {
        lines.indices.contains(index) && lines[index].isBlank ? index + 1 : index
    }

    /// Three rows alike begin here, and what stands before them heads as many columns.
    private static func opens(_ lines: [TextLine], _ index: Int, from start: Int) -> Bool {
        guard lines.indices.contains(index), let first = row(lines[index]) else { return false }
        var (at, count) = (index, 0)
        while lines.indices.contains(at), let next = row(lines[at]), next.figures == first.figures, count < 4 {
            (at, count) = (skip(lines, at + 1), count + 1)
        }
        return count >= (first.figures == 1 ? 4 : 3)
            && lines[start..<index].allSatisfy {
                $0.isBlank
                    || !$0.text.hasSuffix(".") && !$0.text.hasSuffix(":") && $0.words.count <= 16
                        && !heads(of: $0, first.figures).isEmpty
            }
    }

    /// A name of letters, and figures behind it.
    private static func row(_ line: TextLine) -> Row? {
        guard !line.isBlank, !line.isQuoted, line.pieces.count == 1 else { return nil }
        let words = line.words
        let figures = words.reversed().prefix { isFigure(line.text($0)) }.count
        let name = words.dropLast(figures).map { line.text($0) }
        guard figures > 0, let first = name.first, let last = name.last, name.count <= 8,
            first.first?.isLetter == true || first.first == "(", !goesOn.contains(last.lowercased()),
            !":-\u{2013}=".contains(last.last ?? ":"),
            name.allSatisfy({ word in word.contains(where: \.isLetter) || word == "&" || word == "/" })
        else { return nil }
        // `ten - 7` is an item of a list.
        let opening = line.text(words[words.count - figures])
        guard figures > 2 || opening.first?.isNumber == true || isWord(opening) else { return nil }
        return Row(line: line, words: words, figures: figures)
    }

    private static func isFigure(_ text: String) -> Bool {
        text.first?.isNumber == true && FigureLook.isFigure(text) || ["-", "\u{2013}", "..", "*"].contains(text)
            || isWord(text)
    }

    /// `Exploitation of children Nil`, `Rape <5`
    private static func isWord(_ text: String) -> Bool {
        ["nil", "none"].contains(text.lowercased()) || text.first == "<" && FigureLook.isFigure(text)
    }

    private static let goesOn: Set<String> = [
        "to", "or", "and", "under", "over", "aged", "age", "below", "between", "i", "of", "in", "for", "section",
        "class",
        "tel", "ext", "on", "at", "no", "ref", "page", "question", "table", "note", "april", "march", "may", "june",
    ]

    /// The heads of the columns, the corner first; empty where the line has too few.
    ///
    /// Words with a capital begin a head, and years; a year behind a month belongs to it.
    private static func heads(of line: TextLine, _ width: Int) -> [Range<Int>] {
        if line.pieces.count == width + 1 { return line.pieces }
        let words = line.words
        var starts: [Int] = []
        for (index, word) in words.enumerated() {
            let text = line.text(word)
            let isYear = text.filter(\.isNumber).count >= 4
            let ofMonth = index > 0 && months.contains(line.text(words[index - 1]).lowercased().prefix(3).lowercased())
            if text.first?.isUppercase == true || isYear && !ofMonth { starts.append(index) }
        }
        if starts.count == words.count, !starts.isEmpty, width.isMultiple(of: starts.count), width > starts.count {
            // `1988 1989` over four columns: no corner.
            return [words[0].lowerBound..<words[0].lowerBound] + words
        }
        guard starts.count > width || starts.count == width && starts.first ?? 0 > 0 else { return [] }
        let own = Array(starts.suffix(width))
        let ends = own.dropFirst() + [words.count]
        let corner =
            own[0] > 0 ? words[0].lowerBound..<words[own[0] - 1].upperBound : words[0].lowerBound..<words[0].lowerBound
        return [corner] + zip(own, ends).map { words[$0].lowerBound..<words[$1 - 1].upperBound }
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

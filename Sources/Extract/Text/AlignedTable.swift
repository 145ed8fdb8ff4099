import Records

/// A table drawn with spaces, tabs or bars.
struct AlignedTable: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    init?(_ lines: [TextLine], from start: Int) {
        guard Self.isRow(lines[start]), !lines[start].isPageHead, FigureList.pairs(in: lines[start]) == nil else {
            return nil
        }
        var rows: [TextLine] = []
        var index = start
        var last = start
        var kept = 0
        while index < lines.count, index - last <= 3 {
            let line = Self.isRow(lines[index]) ? lines[index] : Self.filled(lines[index], under: rows)
            if line.isQuoted { break }
            // The head of the next page stands between two rows.
            if line.isPageHead {
                var head = line
                head.pieces = [line.trimmed]
                rows.append(head)
                last = index
                index += 1
                continue
            }
            if line.isBlank {
                // A blank line may stand under the header or between groups, not before running text.
                guard index + 1 < lines.count else { break }
                let isWrapped = !rows.contains(where: Self.hasFigures) && Self.isWrappedLabel(lines, index + 1)
                guard
                    isWrapped || Self.isRow(lines[index + 1]) && lines[index + 1].pieces.count >= 2
                        || Self.isGroup(lines, index + 1, under: rows)
                else { break }
                // `VICTIM < 18   CYBER FLAG = YES`, then a blank line and a header: not of the table.
                if !rows.contains(where: Self.hasFigures), !Self.hasFigures(lines[index + 1]),
                    lines[index + 1].pieces.count > rows.map(\.pieces.count).max() ?? 0
                {
                    return nil
                }
            } else if line.isRule {
                index += 1
                last = index - 1
                continue
            } else if Self.isRow(line) {
                rows.append(line)
                kept = rows.count
                last = index
            } else {
                // A heading between groups of rows, short and alone.
                guard line.scalars.count < 70, !rows.isEmpty else { break }
                rows.append(line)
            }
            index += 1
        }
        rows = rows.prefix(kept).map(Self.led)
        let ends = Self.firstEnds(rows)
        rows = rows.map { Self.apart($0, at: ends) }
        let figures = rows.filter(Self.hasFigures)
        // A line without bars over a table drawn with them is its title.
        if !lines[start].scalars.contains("|"), figures.filter({ $0.scalars.contains("|") }).count * 2 > figures.count {
            return nil
        }
        guard rows.filter({ $0.pieces.count >= 2 }).count >= 2, !figures.isEmpty else { return nil }
        guard let lastRow = rows.last, let endIndex = lines.firstIndex(where: { $0.number == lastRow.number }) else {
            return nil
        }
        end = endIndex + 1
        grid = Self.grid(rows, figures)
    }

    private static func hasFigures(_ line: TextLine) -> Bool {
        line.pieces.count >= 2
            && (line.pieces.dropFirst().contains { FigureLook.isFigure(line.text($0)) } || isKeyed(line))
    }

    /// `2015/16     Flagged: 66      of which under 13: 19`
    private static func isKeyed(_ line: TextLine) -> Bool {
        line.pieces.count > 2 && FigureLook.isTime(line.text(line.pieces[0]))
            && line.pieces.dropFirst().allSatisfy { piece in
                let text = line.text(piece)
                return text.lastIndex(of: ":").map {
                    FigureLook.isFigurePhrase(text[$0...].dropFirst().trimmedLowercase)
                }
                    ?? false
            }
    }

    /// `Not known 14` under `16-17     55`: a label that fills its column, cut where the figures above stand.
    private static func filled(_ line: TextLine, under rows: [TextLine]) -> TextLine {
        let figures = rows.filter(hasFigures).compactMap(\.pieces.last)
        guard line.pieces.count == 1, figures.count >= 2, let figure = line.words.last, line.words.count > 1,
            figure.count > 1, FigureLook.isFigure(line.text(figure)),
            figures.allSatisfy({ $0.lowerBound == figure.lowerBound })
                || figures.allSatisfy({ $0.upperBound == figure.upperBound })
        else { return line }
        var line = line
        if let label = line.words.dropLast().last {
            line.pieces = [line.trimmed.lowerBound..<label.upperBound, figure]
        }
        return line
    }

    /// `Making / possessing indecent` over `images of a child   69   63   77`: the begin of a label that goes on.
    private static func isWrappedLabel(_ lines: [TextLine], _ index: Int) -> Bool {
        lines.indices.contains(index + 1) && lines[index].pieces.count == 1 && lines[index].scalars.count < 70
            && !lines[index].text.hasSuffix(".") && !lines[index].text.hasSuffix(":") && hasFigures(lines[index + 1])
            && lines[index + 1].pieces[0].lowerBound > lines[index].pieces[0].lowerBound
    }

    /// `MIDLANDS` over rows whose figures end where those above end: the next group of the same table.
    private static func isGroup(_ lines: [TextLine], _ index: Int, under rows: [TextLine]) -> Bool {
        guard lines.indices.contains(index + 1), lines[index].pieces.count == 1, lines[index].scalars.count < 70,
            !".:?".contains(lines[index].text.last ?? "."), hasFigures(lines[index + 1]),
            let above = rows.last(where: hasFigures)
        else { return false }
        return above.pieces.count > 2 && lines[index + 1].pieces.count == above.pieces.count
            && zip(lines[index + 1].pieces, above.pieces).dropFirst().allSatisfy { $0.upperBound == $1.upperBound }
    }

    /// Short pieces with gaps between them; sentences with a double space are no row.
    private static func isRow(_ line: TextLine) -> Bool {
        guard line.pieces.count >= 2, !line.isRule else { return false }
        let isDrawn = line.scalars.contains("\t") || line.scalars.contains("|")
        guard isDrawn || line.pieces.allSatisfy({ $0.count <= 60 }) else { return false }
        let first = line.text(line.pieces[0])
        // `1.  How many …`, `Our ref:   FOI 2241`, `Q3  How old were the victims?`
        let opensText = first.hasSuffix(".") || first.hasSuffix(":") || isQuestionMark(first)
        return !(opensText && line.pieces.count == 2 && !FigureLook.isFigure(line.text(line.pieces[1])))
    }

    /// `Q3`, `A12`
    private static func isQuestionMark(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && (text.hasPrefix("Q") || text.hasPrefix("A"))
            && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
    }

    private static func grid(_ rows: [TextLine], _ figures: [TextLine]) -> Grid {
        var grid = Grid(.lines)
        // Bars between groups of columns, which gaps part, draw no cells.
        let grouping = figures.filter { $0.pieces.count > bars($0).count + 1 }
        if rows.allSatisfy({ $0.pieces.count < 2 || $0.scalars.contains("|") }), grouping.count * 2 <= figures.count {
            let widest = rows.map(bars).max { $0.count < $1.count } ?? []
            for line in rows {
                append(line, fields: spread(split(line, at: "|"), of: line, over: widest), to: &grid)
            }
            return grid
        }
        let tabbed = rows.filter { $0.scalars.contains("\t") }
        if tabbed.count == rows.count {
            // One tab between headers and three between figures, to make them stand in line: as many pieces in every row.
            if Set(rows.map(\.pieces.count)).count == 1, Set(rows.map { split($0, at: "\t").count }).count > 1 {
                for line in rows { append(line, fields: line.pieces, to: &grid) }
                return grid
            }
            let widths = Set(figures.map { split($0, at: "\t").count })
            if widths.count == 1 {
                for line in rows { append(line, fields: split(line, at: "\t"), to: &grid) }
                return grid
            }
        }
        // `Rape    *` over `Sexual assault    12`: a label and a figure each, wherever the figure stands.
        if rows.allSatisfy({ $0.pieces.count == 2 }), figures.count == rows.count {
            for line in rows { append(line, fields: line.pieces, to: &grid) }
            return grid
        }
        let columns = Self.columns(rows, figures)
        for line in rows {
            let pieces = line.pieces.flatMap { cut($0, of: line, over: columns) }
            let best = pieces.map { piece in
                columns.indices.max { overlap(piece, columns[$0]) < overlap(piece, columns[$1]) } ?? 0
            }
            // A header that stands between two columns is of the next where there is one for each.
            let isInOrder = pieces.count == columns.count && Set(best).count < best.count
            var cells: [Range<Int>?] = columns.map { _ in nil }
            for (order, piece) in pieces.enumerated() {
                let column = isInOrder ? order : best[order]
                cells[column] = cells[column].map { $0.lowerBound..<piece.upperBound } ?? piece
            }
            append(
                line,
                fields: cells.enumerated().map {
                    $0.element ?? columns[$0.offset].lowerBound..<columns[$0.offset].lowerBound
                }, to: &grid)
        }
        return grid
    }

    private static func bars(_ line: TextLine) -> [Int] { line.scalars.indices.filter { line.scalars[$0] == "|" } }

    /// A header over several columns takes the place of the first; the others stay blank.
    private static func spread(_ fields: [Range<Int>], of line: TextLine, over widest: [Int]) -> [Range<Int>] {
        let own = bars(line)
        guard own.count < widest.count, own.count == fields.count + 1, own.first == widest.first,
            Set(own).isSubset(of: widest)
        else { return fields }
        return widest.dropLast().map { bar in
            own.firstIndex(of: bar).map { fields[$0] } ?? bar + 1..<bar + 1
        }
    }

    /// Columns are the stretches that pieces of the rows of figures cover between them.
    private static func columns(_ rows: [TextLine], _ figures: [TextLine]) -> [Range<Int>] {
        let widest = rows.map(\.pieces.count).max() ?? 0
        var pieces = figures.filter { $0.pieces.count * 2 > widest }.flatMap(\.pieces)
        // Headers that fit between the columns widen them; one that spans several does not count.
        pieces.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var columns = merge(pieces)
        for line in rows where line.pieces.count == widest {
            let wider = merge(
                (columns + line.pieces).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
            // More columns than any row has pieces: figures that stand a little out of line.
            // Where every row has as many pieces as there are columns, a header out of line makes no column of its own.
            let fits = wider.count == columns.count || wider.count > columns.count && columns.count != widest
            if fits || columns.count > widest && wider.count == widest { columns = wider }
        }
        return columns
    }

    private static func merge(_ sorted: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for piece in sorted {
            if let last = merged.last, piece.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
            } else {
                merged.append(piece)
            }
        }
        return merged
    }

    /// How much two stretches share; apart, how near they are, below zero.
    private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
    }

    /// Fields between separators, trimmed; an outer frame of bars is no field.
    private static func split(_ line: TextLine, at separator: Unicode.Scalar) -> [Range<Int>] {
        var range = 0..<line.scalars.count
        if separator == "|" {
            let trimmed = line.scalars.indices.filter { line.scalars[$0] != " " }
            range = (trimmed.first ?? 0)..<((trimmed.last ?? -1) + 1)
            if !range.isEmpty, line.scalars[range.lowerBound] == "|" { range = range.lowerBound + 1..<range.upperBound }
            if !range.isEmpty, line.scalars[range.upperBound - 1] == "|" {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        var fields: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where line.scalars[index] == separator {
            fields.append(start..<index)
            start = index + 1
        }
        fields.append(start..<range.upperBound)
        return fields.map { field in
            var (low, high) = (field.lowerBound, field.upperBound)
            while low < high, line.scalars[low] == " " { low += 1 }
            while high > low, line.scalars[high - 1] == " " { high -= 1 }
            return low..<high
        }
    }

    private static func append(_ line: TextLine, fields: [Range<Int>], to grid: inout Grid) {
        for field in fields { grid.append(line.text(field), row: line.number, column: field.lowerBound + 1) }
        grid.endRow()
    }
}

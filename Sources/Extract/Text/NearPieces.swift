/// Pieces of an aligned table that stand so near that one space parts them.
extension AlignedTable {
    /// `including  Sexual communication with a child   45`: one label, over items set in as far.
    static func led(_ line: TextLine) -> TextLine {
        guard line.pieces.count > 2,
            ["including", "of which", "comprising"].contains(line.text(line.pieces[0]).lowercased())
        else { return line }
        var line = line
        line.pieces[1] = line.pieces[0].lowerBound..<line.pieces[1].upperBound
        line.pieces.removeFirst()
        return line
    }

    /// Where the first figures of the rows end, by how many pieces those have; none where they stand out of line.
    static func firstEnds(_ rows: [TextLine]) -> [Int: Int] {
        Dictionary(grouping: rows.filter { $0.pieces.count > 1 }, by: \.pieces.count).compactMapValues {
            alike -> Int? in
            guard alike.count > 1, alike.allSatisfy({ FigureLook.isFigure($0.text($0.pieces[1])) }) else { return nil }
            let ends = Set(alike.map { $0.pieces[1].upperBound })
            return ends.count == 1 ? ends.first : nil
        }
    }

    /// `All child sex offences 421   500` under `Cyber flag added   19   45`: a label that reaches its figure, cut where the first
    /// figures of the other rows end.
    static func apart(_ line: TextLine, at ends: [Int: Int]) -> TextLine {
        guard let end = ends[line.pieces.count + 1], let label = line.pieces.first,
            case let words = line.words.filter({ $0.upperBound <= label.upperBound }), words.count > 1,
            let figure = words.last, figure.upperBound == end, FigureLook.isFigure(line.text(figure)),
            line.pieces.dropFirst().allSatisfy({ FigureLook.isFigure(line.text($0)) }),
            // `September 2020    20` has its year there.
            !(line.text(figure).count == 4 && line.text(figure).hasPrefix("20"))
        else { return line }
        var line = line
        line.pieces[0] = label.lowerBound..<words[words.count - 2].upperBound
        line.pieces.insert(figure, at: 1)
        return line
    }

    /// `Flag No flag` over two columns of figures: cut where words end, or begin, as the columns do.
    static func cut(_ piece: Range<Int>, of line: TextLine, over columns: [Range<Int>]) -> [Range<Int>] {
        let under = columns.filter { $0.overlaps(piece) }
        let words = line.words.filter { $0.lowerBound >= piece.lowerBound && $0.upperBound <= piece.upperBound }
        guard under.count > 1, let last = under.last else { return [piece] }
        let starts: [Int]
        if last.upperBound == piece.upperBound,
            under.allSatisfy({ column in words.contains { $0.upperBound == column.upperBound } })
        {
            starts =
                [piece.lowerBound]
                + under.dropLast().compactMap { column in
                    words.first { $0.lowerBound >= column.upperBound }?.lowerBound
                }
        } else if under.allSatisfy({ column in words.contains { $0.lowerBound == column.lowerBound } }) {
            starts = under.map(\.lowerBound)
        } else {
            return [piece]
        }
        return zip(starts, starts.dropFirst().map { $0 - 1 } + [piece.upperBound]).map { $0..<max($0, $1) }
    }
}

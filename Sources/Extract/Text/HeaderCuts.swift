/// Headers of an aligned table that stand so near that one space parts them.
extension AlignedTable {
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

import Records
import Vocabulary

/// Columns that hold nothing but marks of the figures beside them: `66 | [p]` is read as `66 [p]`.
enum MarkColumns {
    /// `*   2016/17:   97` in every row of a text: a sign that only sets the rows out.
    static func withoutBullets(_ cells: [[CellUnit]]) -> [[CellUnit]] {
        let signs = cells.map { row in row.first.map { $0.lexed.count == 1 ? $0.lexed.text : "" } ?? "" }
        guard cells.count > 1, let sign = signs.first, ["*", "-", "\u{2022}", "\u{B7}", "o", ">"].contains(sign),
            signs.allSatisfy({ $0 == sign }), cells.allSatisfy({ $0.count > 2 })
        else { return cells }
        return cells.map { row in
            var row = row
            row[0].unit = .blank(row[0].unit.place)
            return row
        }
    }

    static func joined(_ cells: [[CellUnit]], legend: Legend, lexicon: Lexicon) -> [[CellUnit]] {
        var cells = cells
        let width = cells.map(\.count).max() ?? 0
        for column in 1..<max(1, width) {
            let marked = cells.indices.filter {
                cells[$0].indices.contains(column) && FigureRecogniser.isMark(cells[$0][column].lexed, legend: legend)
            }
            guard let first = marked.first, let last = marked.last,
                cells[first...last].allSatisfy({
                    !$0.indices.contains(column) || $0[column].isBlank
                        || FigureRecogniser.isMark($0[column].lexed, legend: legend)
                }),
                marked.allSatisfy({ cells[$0][column - 1].lexed[0]?.isNumber == true })
            else { continue }
            for row in marked {
                let mark = cells[row][column].unit
                cells[row][column - 1].unit = cells[row][column - 1].unit.joined(with: mark, lexicon: lexicon)
                cells[row][column].unit = .blank(mark.place)
            }
        }
        return cells
    }
}

import Records
import Vocabulary

/// Columns that hold nothing but marks of the figures beside them: `66 | [p]` is read as `66 [p]`.
enum MarkColumns {
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

import Records

/// `<dl>` with a figure behind each term: `<dt>2015/16</dt><dd>211</dd>`; terms before them may have words.
struct DefinitionList {
    private var items: [(tag: String, text: String, line: Int, column: Int, block: Int)] = []
    private var isPlain = true

    /// `block` is the number of blocks before the text.
    mutating func take(_ text: HTMLText, as tag: String?, at block: Int) {
        guard !text.isEmpty, text.text.contains(where: { !$0.isWhitespace }) else { return }
        guard let tag, case .text(let line, let column)? = text.runs.first?.origin else {
            isPlain = false
            return
        }
        items.append((tag, text.text, line, column, block))
    }

    /// Terms beside figures, from the block where the first of them stands; nil where it is no list of figures.
    var figures: (grid: Grid, start: Int)? {
        guard isPlain, items.count.isMultiple(of: 2),
            items.enumerated().allSatisfy({ $0.element.tag == ($0.offset.isMultiple(of: 2) ? "dt" : "dd") })
        else { return nil }
        let pairs = stride(from: 0, to: items.count, by: 2).map { [items[$0], items[$0 + 1]] }
            .drop { !FigureLook.isFigurePhrase($0[1].text) }
        guard let first = pairs.first?.first, pairs.count >= 2,
            pairs.allSatisfy({ FigureLook.isFigurePhrase($0[1].text) })
        else { return nil }
        var grid = Grid(.lines, isList: true)
        for pair in pairs {
            for item in pair { grid.append(item.text, row: item.line, column: item.column) }
            grid.endRow()
        }
        return (grid, first.block)
    }
}

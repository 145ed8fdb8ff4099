import Records

/// `<dl>` with a figure behind each term: `<dt>2015/16</dt><dd>211</dd>`.
struct DefinitionList {
    /// How many blocks stood before it.
    let start: Int
    private var items: [(tag: String, text: String, line: Int, column: Int)] = []
    private var isPlain = true

    init(at start: Int) { self.start = start }

    mutating func take(_ text: HTMLText, as tag: String?) {
        guard !text.isEmpty, text.text.contains(where: { !$0.isWhitespace }) else { return }
        guard let tag, case .text(let line, let column)? = text.runs.first?.origin else {
            isPlain = false
            return
        }
        items.append((tag, text.text, line, column))
    }

    /// Terms beside figures; nil where it is no list of figures.
    var grid: Grid? {
        guard isPlain, items.count >= 4, items.count.isMultiple(of: 2),
            items.enumerated().allSatisfy({ $0.element.tag == ($0.offset.isMultiple(of: 2) ? "dt" : "dd") })
        else { return nil }
        let figures = stride(from: 1, to: items.count, by: 2).map { items[$0].text }
        guard figures.allSatisfy(FigureLook.isFigurePhrase) else { return nil }
        var grid = Grid(.lines, isList: true)
        for (index, item) in items.enumerated() {
            grid.append(item.text, row: item.line, column: item.column)
            if !index.isMultiple(of: 2) { grid.endRow() }
        }
        return grid
    }
}

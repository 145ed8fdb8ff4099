import Records

/// One table while its events come in. Row and cell starts close what is open at the same level, whatever the tree says.
struct OpenTable {
    private struct Cell {
        var text = HTMLText()
        var isHeader: Bool
        var rowSpan: Int
        var columnSpan: Int
        var isHidden: Bool
        var row: Int
        var column: Int
        /// Blocks of nested tables and the text before them.
        var inner: [Document.Block] = []
    }

    let number: Int
    private var rows: [[Cell]] = []
    private var row: [Cell]?
    private var cell: Cell?
    private var caption: HTMLText?
    private var captions: [HTMLText] = []
    private var inCaption = false
    private var rowIsHidden = false
    private var stray = HTMLText()
    private var isLayout = false
    private var looseBlocks: [Document.Block] = []

    init(number: Int) { self.number = number }

    // MARK: events

    mutating func startRow(hidden: Bool = false) {
        endRow()
        rowIsHidden = hidden
        row = []
    }

    mutating func endRow() {
        endCell()
        if let row { rows.append(row) }
        row = nil
        rowIsHidden = false
    }

    mutating func startCell(header: Bool, rowSpan: Int, columnSpan: Int, hidden: Bool) {
        endCell()
        inCaption = false
        if row == nil { row = [] }
        cell = Cell(
            isHeader: header, rowSpan: rowSpan, columnSpan: columnSpan, isHidden: hidden || rowIsHidden,
            row: rows.count + 1, column: (row?.count ?? 0) + 1)
    }

    /// What comes now is in a cell that no reader sees.
    var isHidden: Bool { cell?.isHidden ?? false }

    mutating func endCell() {
        if let cell { row?.append(cell) }
        cell = nil
    }

    mutating func startCaption() {
        inCaption = true
        caption = HTMLText()
    }

    mutating func endCaption() {
        if let caption, !caption.isEmpty { captions.append(caption) }
        caption = nil
        inCaption = false
    }

    mutating func append(_ string: String, _ offset: Int, _ lines: LineIndex) {
        if inCaption {
            caption?.append(string, offset: offset, lines: lines)
        } else if cell != nil {
            cell?.text.append(string, offset: offset, lines: lines)
        } else {
            stray.append(string, offset: offset, lines: lines)
        }
    }

    mutating func mark(_ scalar: Unicode.Scalar) {
        if inCaption {
            caption?.mark(scalar)
        } else if cell != nil {
            cell?.text.mark(scalar)
        } else {
            stray.mark(scalar)
        }
    }

    mutating func lineBreak() { if inCaption { caption?.lineBreak() } else { cell?.text.lineBreak() } }

    /// A paragraph or other block begins or ends inside a cell.
    mutating func block() { lineBreak() }

    /// A nested table begins: what the cell held so far comes before it.
    mutating func interrupt() {
        isLayout = true
        guard let text = cell?.text, !text.isEmpty else { return }
        cell?.inner += HTMLPassages.blocks(text, role: .paragraph)
        cell?.text = HTMLText()
    }

    mutating func embed(_ blocks: [Document.Block]) {
        if cell != nil { cell?.inner += blocks } else { looseBlocks += blocks }
    }

    // MARK: the result

    mutating func close() -> [Document.Block] {
        if inCaption { endCaption() }
        endRow()
        var blocks = captions.flatMap { HTMLPassages.blocks($0, role: .caption) }
        if !stray.isEmpty { blocks += HTMLPassages.blocks(stray, role: .paragraph) }
        let filled = rows.map { $0.filter { !$0.text.isEmpty || !$0.inner.isEmpty }.count }
        if isLayout
            || (filled.max() ?? 0) <= 1
                && rows.flatMap({ $0 }).allSatisfy({ $0.text.text.count > 40 || $0.text.isEmpty })
        {
            for cell in rows.flatMap({ $0 }) {
                blocks += cell.inner
                if !cell.text.isEmpty, !cell.isHidden { blocks += HTMLPassages.blocks(cell.text, role: .paragraph) }
            }
            return blocks + looseBlocks
        }
        return blocks + [.grid(grid())] + looseBlocks
    }

    /// Row and column spans expanded, within the rows there are and a limit on the whole.
    private func grid() -> Grid {
        var grid = Grid(.table(number))
        var carried: [Int: (cell: Cell, rows: Int)] = [:]
        var cells = 0
        for row in rows {
            var column = 0
            func placeCarried() {
                while let (cell, left) = carried[column] {
                    grid.append(cell.text.text, row: cell.row, column: cell.column, flags: flags(cell).union(.spanned))
                    carried[column] = left > 1 ? (cell, left - 1) : nil
                    column += 1
                }
            }
            for cell in row {
                placeCarried()
                for index in 0..<cell.columnSpan where cells < 2_000_000 {
                    cells += 1
                    let spanned: Grid.Flags = index > 0 ? [.spanned] : []
                    grid.append(cell.text.text, row: cell.row, column: cell.column, flags: flags(cell).union(spanned))
                    if cell.rowSpan > 1 { carried[column] = (cell, cell.rowSpan - 1) }
                    column += 1
                }
            }
            placeCarried()
            // Cells that span down beyond the end of this row.
            while let next = carried.keys.filter({ $0 >= column }).min() {
                while column < next {
                    grid.append("", row: row.first?.row ?? 0, column: column + 1)
                    column += 1
                }
                placeCarried()
            }
            grid.endRow()
        }
        return grid
    }

    private func flags(_ cell: Cell) -> Grid.Flags {
        var flags: Grid.Flags = []
        if cell.isHeader { flags.insert(.header) }
        if cell.isHidden { flags.insert(.hidden) }
        return flags
    }
}

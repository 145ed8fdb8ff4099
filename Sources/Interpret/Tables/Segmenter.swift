import Records
import Vocabulary

/// Cuts a grid into titles, blocks of headers and figures, and notes, row by row.
struct Segmenter {
    let legend: Legend
    let lexicon: Lexicon

    enum RowKind { case blank, single, pair, header, data }

    /// What a cell looks like to its column.
    enum Look { case figure, date, time, text }

    /// `isText` tells tables drawn with spaces, whose labels and headers may go on over several lines.
    func sections(of cells: [[CellUnit]], isList: Bool, isText: Bool) -> [Section] {
        var cells = Self.withPlainTotals(SplitHeaders.joined(cells, lexicon: lexicon))
        if isText { cells = unwrapped(titled(withWholeHeader(cells))) }
        var sections = split(cells, isList: isList)
        for index in sections.indices {
            guard isText, case .table(var block) = sections[index] else { continue }
            block.isText = true
            sections[index] = .table(block)
        }
        return sections
    }

    /// A page may set the row of the totals as headers: `<th>Total</th><th>799</th>`.
    private static func withPlainTotals(_ cells: [[CellUnit]]) -> [[CellUnit]] {
        cells.enumerated().map { index, row in
            guard index > 1, row.count > 1, row.allSatisfy(\.isHeader), let first = row.first?.lexed,
                first.isWord(0, ["total", "totals", "all", "grand", "overall", "cyfanswm"]),
                row.dropFirst().allSatisfy({ $0.isBlank || $0.lexed.count == 1 && $0.lexed[0]?.isNumber == true })
            else { return row }
            return row.map { cell in
                var plain = cell
                plain.isHeader = false
                return plain
            }
        }
    }

    private func split(_ cells: [[CellUnit]], isList: Bool) -> [Section] {
        guard !isList, let gap = gap(in: cells) else { return block(of: cells, isList: isList) }
        func half(_ range: Range<Int>) -> [[CellUnit]] {
            cells.map { row in
                row.filter { range.contains($0.column) }.map { cell in
                    var moved = cell
                    moved.column -= range.lowerBound
                    return moved
                }
            }
        }
        return block(of: half(0..<gap.lowerBound), isList: false)
            + block(of: half(gap.upperBound..<Int.max), isList: false)
    }

    /// The blank columns between two tables side by side: each side has labels of its own and figures.
    private func gap(in cells: [[CellUnit]]) -> Range<Int>? {
        let width = cells.map(\.count).max() ?? 0
        let body = cells.filter { row in row.filter { look($0) == .figure && isNumeric($0) && !$0.isBlank }.count >= 2 }
        func isBlank(_ column: Int) -> Bool { cells.allSatisfy { !$0.indices.contains(column) || $0[column].isBlank } }
        func hasLabels(_ column: Int) -> Bool {
            let filled = body.compactMap { $0.indices.contains(column) && !$0[column].isBlank ? $0[column] : nil }
            return !filled.isEmpty && filled.filter { look($0) == .text || look($0) == .time }.count * 2 >= filled.count
        }
        func hasFigures(_ columns: Range<Int>) -> Bool {
            columns.contains { column in
                body.filter { $0.indices.contains(column) && !$0[column].isBlank && isNumeric($0[column]) }.count * 2
                    >= body.count
            }
        }
        var column = 2
        while column < width - 2 {
            guard isBlank(column) else {
                column += 1
                continue
            }
            var end = column
            while end < width, isBlank(end) { end += 1 }
            if end < width - 1, hasLabels(end), hasFigures(end + 1..<width), hasFigures(1..<column),
                hasLabels(0) || cells.contains(where: { $0.first.map { !$0.isBlank } ?? false })
            {
                return column..<end
            }
            column = end
        }
        return nil
    }

    private func block(of cells: [[CellUnit]], isList: Bool) -> [Section] {
        var sections: [Section] = []
        var block = TableBlock(cells: cells, isList: isList)
        var singles: [TextUnit] = []
        var looks: [Int: [Look: Int]] = [:]
        var afterBreak = false

        func close() {
            if !block.items.isEmpty || !block.headerRows.isEmpty { sections.append(.table(block)) }
            block = TableBlock(cells: cells, isList: isList)
            looks = [:]
        }
        func emit(_ role: Passage.Role) {
            sections += singles.map { .passage(PassageUnit(unit: $0, role: role)) }
            singles = []
        }
        for row in cells.indices {
            let kind = isList ? .data : kind(of: row, in: cells, block: block, looks: looks, afterBreak: afterBreak)
            switch kind {
            case .blank:
                afterBreak = true
                continue
            case .single, .pair:
                // A key and its value are read as one: `Cyber Flag | Yes`.
                let units = cells[row].filter { !$0.isBlank && !$0.isSpanned }.map(\.unit)
                if kind == .pair, let first = units.first {
                    singles.append(units.dropFirst().reduce(first) { $0.joined(with: $1, lexicon: lexicon) })
                } else {
                    singles += units
                }
                afterBreak = true
                continue
            case .header:
                let repeated =
                    !block.items.isEmpty && block.headerRows.contains { texts(cells[$0]) == texts(cells[row]) }
                // The same header under a heading of its own opens another table.
                if !repeated || !singles.isEmpty {
                    if !block.items.isEmpty || !singles.isEmpty && !block.headerRows.isEmpty { close() }
                    emit(.heading)
                    block.headerRows.append(row)
                }
            case .data:
                if block.items.isEmpty, block.headerRows.isEmpty {
                    emit(.heading)
                } else {
                    block.items += singles.map { .heading($0) }
                    singles = []
                }
                block.items.append(.data(row))
                for cell in cells[row] where !cell.isBlank {
                    looks[cell.column, default: [:]][look(cell), default: 0] += 1
                }
            }
            afterBreak = false
        }
        close()
        emit(.paragraph)
        return sections
    }

    func texts(_ row: [CellUnit]) -> [String] { row.map { $0.lexed.words.joined(separator: " ") } }

    func look(_ cell: CellUnit) -> Look {
        let text = cell.lexed
        if DateRecogniser.match(text, at: 0)?.end == text.count { return .date }
        if PeriodRecogniser.whole(text) != nil { return .time }
        if !cell.isHeader, FigureRecogniser.cell(text, legend: legend) != nil { return .figure }
        // `8 9`: figures whose columns cannot be told.
        return text.count > 1 && text.lexemes.allSatisfy(\.isNumber) ? .figure : .text
    }

    func isNumeric(_ cell: CellUnit) -> Bool {
        cell.lexed.lexemes.contains(where: \.isNumber) && look(cell) == .figure
    }
}

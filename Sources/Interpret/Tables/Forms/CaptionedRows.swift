import Records
import Vocabulary

/// A report exported line by line, with titles, captions and totals repeated in every row (Crystal Reports): made into the
/// table that was printed.
struct CaptionedRows {
    /// Titles, the captions as a header, the rows, and each total once.
    private(set) var rows: [[CellUnit]] = []
    /// What the rows say again, beside where it was said first.
    private(set) var repeats: [(cell: CellUnit, first: CellUnit)] = []

    /// Nil where the rows are not of this kind.
    init?(_ cells: [[CellUnit]], lexicon: Lexicon) {
        let told = cells.filter { row in row.contains { !$0.isBlank } }
        let filled = (told.first ?? []).indices.filter { column in
            told.contains { $0.indices.contains(column) && !$0[column].isBlank }
        }
        let lines = told.map { row in filled.compactMap { row.indices.contains($0) ? row[$0] : nil } }
        guard let first = lines.first, first.count >= 6,
            lines.allSatisfy({ $0.count == first.count && !$0.contains(where: \.isBlank) })
        else { return nil }
        let columns = first.indices
        let constant = columns.map { column in lines.allSatisfy { $0[column].unit.text == first[column].unit.text } }
        func isNumber(_ column: Int) -> Bool {
            lines.allSatisfy { $0[column].lexed.count == 1 && $0[column].lexed[0]?.quantity != nil }
        }
        let totals = columns.map { column in
            lines.allSatisfy {
                LabelReading($0[column].unit, place: nil, lexicon: lexicon).isTotal || Self.sums($0[column])
            }
        }
        // What leads every row, then what changes, up to the first total or what is the same again.
        let begin = constant.firstIndex(of: false) ?? columns.endIndex
        let end = columns[begin...].first { totals[$0] || constant[$0] } ?? columns.endIndex
        guard begin >= 1, end - begin >= 3, end < columns.endIndex, columns[begin..<end].contains(where: isNumber),
            !columns[begin..<end].allSatisfy(isNumber), !constant[..<begin].isEmpty,
            columns[..<begin].allSatisfy({ !isNumber($0) })
        else { return nil }
        let width = end - begin
        let hasCaptions = begin >= width
        let captions = hasCaptions ? begin - width..<begin : begin..<begin
        for column in columns[..<captions.lowerBound] { rows.append(Self.row([(0, first[column])], width)) }
        if hasCaptions { rows.append(Self.row(captions.map { ($0 - captions.lowerBound, first[$0]) }, width)) }
        for line in lines { rows.append(Self.row((begin..<end).map { ($0 - begin, line[$0]) }, width)) }
        addTotals(lines, from: end, width, totals: totals, isNumber: isNumber)
        let once = Array(columns[..<begin])
        for line in lines.dropFirst() { repeats += once.map { (cell: line[$0], first: first[$0]) } }
    }

    /// `Total for 2016/17:`
    private static func sums(_ cell: CellUnit) -> Bool {
        cell.lexed.words.prefix(3).contains { ["total", "totals", "all"].contains($0) }
    }

    /// The totals behind the rows, each once, its figures under the last columns; and what stands behind them.
    private mutating func addTotals(
        _ lines: [[CellUnit]], from end: Int, _ width: Int, totals: [Bool], isNumber: (Int) -> Bool
    ) {
        var column = end
        while column < totals.count {
            var next = column + 1
            if totals[column] { while next < totals.count, isNumber(next) { next += 1 } }
            var seen: [String: [CellUnit]] = [:]
            for line in lines {
                let group = Array(line[column..<next])
                let text = group.map(\.unit.text).joined(separator: "\u{1F}")
                if let known = seen[text] {
                    repeats += zip(group, known).map { (cell: $0, first: $1) }
                    continue
                }
                seen[text] = group
                let figures = group.dropFirst().suffix(width - 1)
                let placed = figures.enumerated().map { (width - figures.count + $0, $1) }
                rows.append(Self.row([(0, group[0])] + placed, width))
            }
            column = next
        }
    }

    /// A row of so many columns with these cells in it.
    private static func row(_ filled: [(column: Int, cell: CellUnit)], _ width: Int) -> [CellUnit] {
        let cells = Dictionary(filled.map { ($0.column, $0.cell) }, uniquingKeysWith: { a, _ in a })
        let empty = filled.first?.cell
        return (0..<width).compactMap { column in
            guard var cell = cells[column] ?? empty else { return nil }
            if cells[column] == nil {
                cell.unit = .blank(cell.unit.place)
            }
            cell.column = column
            return cell
        }
    }
}

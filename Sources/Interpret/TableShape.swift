import Records
import Vocabulary

/// Which columns of a block hold labels and which figures, and the lines of headers around them.
struct TableShape: Sendable {
    var labelColumns: [Int] = []
    var figureColumns: [Int] = []
    /// Remarks beside the figures.
    var noteColumns: [Int] = []
    /// Header rows as lines over the figure columns, top first; one label a figure column, nil where blank.
    var headerLines: [(line: HeaderLine, labels: [LabelReading?])] = []
    /// Label columns as lines, left first; one label a data row, nil where blank.
    var columnLines: [(line: HeaderLine, labels: [LabelReading?])] = []

    init(_ block: TableBlock, legend: Legend, lexicon: Lexicon) {
        let rows = block.dataRows
        let columns = block.columns
        var names: [Int: LabelReading] = [:]
        for column in 0..<columns {
            for row in block.headerRows.reversed() {
                if let cell = block.cell(row, column), !cell.isBlank {
                    names[column] = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
                    break
                }
            }
        }
        classify(block, rows, columns, names, legend)
        for row in block.headerRows { addHeader(row, block, lexicon) }
        for column in labelColumns {
            var labels: [LabelReading?] = []
            var above: LabelReading?
            for row in rows {
                let cell = block.cell(row, column)
                if let cell, !cell.isBlank {
                    above = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
                    labels.append(above)
                } else {
                    // A blank under a label repeats it, while a label to the right goes on; a name needs no code.
                    let goesOn = labelColumns.contains { $0 > column && block.cell(row, $0)?.isBlank == false }
                    let isNamed =
                        above?.area != nil
                        && labelColumns.contains {
                            $0 > column
                                && block.cell(row, $0).flatMap { AreaRecogniser.whole($0.lexed, in: lexicon) } != nil
                        }
                    labels.append(goesOn && !isNamed ? above : nil)
                }
            }
            columnLines.append(
                (HeaderLine(labels: labels.compactMap { $0 }, name: names[column], isColumn: true), labels))
        }
    }

    private mutating func classify(
        _ block: TableBlock, _ rows: [Int], _ columns: Int, _ names: [Int: LabelReading], _ legend: Legend
    ) {
        var numbers: [Int: Int] = [:]
        var figures: [Int: Int] = [:]
        var texts: [Int: Int] = [:]
        for row in rows {
            for column in 0..<columns {
                guard let cell = block.cell(row, column), !cell.isBlank else { continue }
                if !cell.isHeader, let figure = FigureRecogniser.cell(cell.lexed, legend: legend),
                    DateRecogniser.match(cell.lexed, at: 0) == nil
                {
                    figures[column, default: 0] += 1
                    if case .figure(let value, _, _) = figure, value.value != nil { numbers[column, default: 0] += 1 }
                } else {
                    texts[column, default: 0] += 1
                }
            }
        }
        let candidates = (0..<columns).filter { figures[$0] ?? 0 > 0 && figures[$0] ?? 0 >= texts[$0] ?? 0 }
        for column in 0..<columns where (figures[column] ?? 0) + (texts[column] ?? 0) > 0 {
            if isNotes(names[column]) {
                noteColumns.append(column)
                continue
            }
            guard candidates.contains(column) else {
                labelColumns.append(column)
                continue
            }
            if isLabel(column, block, rows, names[column], others: candidates.filter { $0 != column }, numbers: numbers)
            {
                labelColumns.append(column)
            } else {
                figureColumns.append(column)
            }
        }
    }

    private func isNotes(_ name: LabelReading?) -> Bool {
        guard let words = name?.unit.lexed.words, words.count <= 3 else { return false }
        return words.contains {
            ["notes", "note", "comment", "comments", "remarks", "remark", "caveats", "explanation", "footnote"]
                .contains($0)
        }
    }

    private static let labelNames: Set<String> = [
        "year", "years", "age", "ages", "ref", "reference", "id", "code", "month", "quarter", "fy", "period", "date",
        "urn", "crimeref", "beat", "ward", "serial", "s/n", "row", "question", "q", "item", "hoc", "class", "hocode",
        "financial", "seq",
    ]

    /// Numbers that name things: years, ages, codes, a count of rows.
    private func isLabel(
        _ column: Int, _ block: TableBlock, _ rows: [Int], _ name: LabelReading?, others: [Int], numbers: [Int: Int]
    ) -> Bool {
        let cells = rows.compactMap { block.cell($0, column) }.filter { !$0.isBlank }
        if let name {
            let words = name.unit.lexed.words
            // `Year` over figures heads the total of the quarters, not a column of years.
            let timed = words.contains {
                ["year", "years", "fy", "period", "month", "quarter", "financial"].contains($0)
            }
            if timed, !cells.allSatisfy({ PeriodRecogniser.whole($0.lexed) != nil }) { return false }
            let counts =
                name.cues.unit != nil || name.cues.flag != nil || words.contains("number") || words.contains("count")
                || words.contains("total")
            if words.contains(where: Self.labelNames.contains),
                !counts
                    || words.contains("age") && cells.allSatisfy({ AgeRecogniser.whole($0.lexed) != nil })
                        && !others.isEmpty
            {
                return name.period == nil
                    || cells.allSatisfy { PeriodRecogniser.whole($0.lexed) != nil } && !others.isEmpty
            }
            if name.period != nil || counts { return false }
            if name.age != nil, column != 0 { return false }
        }
        guard !others.isEmpty else { return false }
        let first = block.cells.first.map { _ in labelColumns.isEmpty && figureColumns.isEmpty } ?? false
        guard first else {
            // Further in, only a count of rows without a name is a label.
            return false
        }
        if name == nil || name?.area != nil || (name?.cues.isEmpty ?? true) {
            let timed = cells.allSatisfy { PeriodRecogniser.whole($0.lexed) != nil }
            let aged = cells.allSatisfy { AgeRecogniser.whole($0.lexed) != nil }
            let serial =
                cells.count >= 2 && cells.enumerated().allSatisfy { $0.element.lexed.integer(0) == $0.offset + 1 }
            let bounded = cells.contains { AgeRecogniser.whole($0.lexed) != nil && $0.lexed.count > 1 }
            return timed || serial || aged && (bounded || name != nil)
        }
        return false
    }

    private mutating func addHeader(_ row: Int, _ block: TableBlock, _ lexicon: Lexicon) {
        let later = block.headerRows.filter { $0 > row }
        var labels: [LabelReading?] = []
        var left: LabelReading?
        for column in figureColumns {
            if let cell = block.cell(row, column), !cell.isBlank {
                left = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
                labels.append(left)
            } else {
                // A blank beside a spanning header repeats it where a row below tells its columns apart.
                let toldApart = later.contains { block.cell($0, column)?.isBlank == false }
                labels.append(toldApart ? left : nil)
            }
        }
        guard labels.contains(where: { $0 != nil }) else { return }
        headerLines.append((HeaderLine(labels: labels.compactMap { $0 }, name: nil, isColumn: false), labels))
    }
}

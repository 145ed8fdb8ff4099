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

    /// What stands beside each header row, over the labels.
    var corners: [[String]] = []

    init(_ block: TableBlock, legend: Legend, lexicon: Lexicon) {
        let rows = block.dataRows
        let headers = Self.headers(of: block, lexicon)
        var names: [Int: LabelReading] = [:]
        for header in headers.reversed() {
            for (column, cell) in header where names[column] == nil {
                names[column] = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
            }
        }
        classify(block, rows, block.columns, names, legend)
        for index in headers.indices {
            addHeader(headers[index], later: headers[(index + 1)...], isText: block.isText, lexicon)
        }
        let ofBodies = labelColumns.filter { column in
            rows.prefix(200).filter {
                block.cell($0, column).flatMap { AreaRecogniser.whole($0.lexed, in: lexicon) } != nil
            }.count * 2 > min(200, rows.count)
        }
        for column in labelColumns {
            var labels: [LabelReading?] = []
            var above: LabelReading?
            // A column of bodies' names to the right: this one has their codes or regions.
            let isNamed = ofBodies.contains { $0 > column }
            // Where every row says its other labels again, a blank repeats nothing: `Rape | (blank) | 2018/19`.
            let isTidy =
                !labelColumns.contains { other in
                    other != column && rows.contains { block.cell($0, other)?.isBlank ?? true }
                } && labelColumns.count > 1 && rows.count > 3
            for (order, row) in rows.enumerated() {
                let cell = block.cell(row, column)
                if let cell, cell.isBlank, isTidy, order > 0,
                    let outer = labelColumns.first(where: { $0 < column }),
                    columnLines.first?.labels[order]?.isTotal != true,
                    block.cell(row, outer)?.unit.text != block.cell(rows[order - 1], outer)?.unit.text
                {
                    let blank = TextUnit(
                        lexed: LexedText("(blank)"), mentions: [], tokens: [:], place: cell.unit.place)
                    labels.append(LabelReading(blank, place: cell.place, lexicon: lexicon))
                } else if let cell, !cell.isBlank {
                    above = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
                    labels.append(above)
                } else {
                    // A blank under a label repeats it, while a label to the right goes on; a name needs no code.
                    let goesOn = labelColumns.contains { $0 > column && block.cell(row, $0)?.isBlank == false }
                    labels.append(goesOn && !(above?.area != nil && isNamed) ? above : nil)
                }
            }
            Self.mendAges(in: &labels)
            MonthHeaders.name(&labels)
            let line = HeaderLine(labels: labels.compactMap { $0 }, name: names[column], isColumn: true)
            if line.nature == .offence {
                for index in labels.indices {
                    guard let label = labels[index], label.offence == nil else { continue }
                    labels[index]?.offence = OffenceRecogniser.bareCode(label.unit.lexed, in: lexicon)
                }
            }
            if line.nature != .age { EmbeddedBands.adopt(&labels) }
            columnLines.append((line, labels))
        }
        joinDates()
        passOverAdults(in: block, rows, legend)
        tellDivisions()
        tellGroupTotals()
    }

    /// `18+ | 0 | 0`: nobody of age is counted, and a total beside it is of children.
    private mutating func passOverAdults(in block: TableBlock, _ rows: [Int], _ legend: Legend) {
        func isZero(_ row: Int, _ column: Int) -> Bool {
            guard let cell = block.cell(row, column),
                case .figure(let figure, _, _)? = FigureRecogniser.cell(cell.lexed, legend: legend)
            else { return false }
            return figure.value == .zero
        }
        for index in headerLines.indices where headerLines[index].line.hasAdults {
            headerLines[index].line.hasAdults = zip(figureColumns, headerLines[index].labels).contains {
                column, label in
                label.map(HeaderLine.isOfAdults) ?? false && !rows.allSatisfy { isZero($0, column) }
            }
        }
        for index in columnLines.indices where columnLines[index].line.hasAdults {
            columnLines[index].line.hasAdults = zip(rows, columnLines[index].labels).contains { row, label in
                label.map(HeaderLine.isOfAdults) ?? false && !figureColumns.allSatisfy { isZero(row, $0) }
            }
        }
    }

    /// `2020/21 | Grooming`, `| Rape`, `sum |`, and so for each year: the sum is of the year that stands above it.
    private mutating func tellGroupTotals() {
        for (index, next) in zip(columnLines.indices, columnLines.indices.dropFirst())
        where columnLines[index].line.nature == .period {
            let labels = columnLines[index].labels
            let sums = labels.indices.filter { labels[$0]?.isTotal == true && columnLines[next].labels[$0] == nil }
            var start = 0
            for sum in sums {
                let group = labels[start..<sum].compactMap { $0 }.filter {
                    $0.unit.lexed.lexemes.contains { $0.kind != .symbol }
                }
                start = sum + 1
                guard group.count > 1, Set(group.map(\.text)).count == 1, let year = group.first else { continue }
                columnLines[next].labels[sum] = labels[sum]
                columnLines[index].labels[sum] = year
            }
        }
    }

    /// Names beside a column of divisions' letters or numbers are divisions, whatever else they name; so are columns right of a
    /// corner that says `NPU` over years.
    private mutating func tellDivisions() {
        for index in headerLines.indices where headerLines[index].line.nature == .other && columnLines.count == 1 {
            let name = columnLines[0].line.name?.unit.lexed.words ?? []
            let labels = columnLines[0].labels.compactMap { $0 }
            guard name.count <= 4, name.contains(where: FinerCategory.heads.contains),
                labels.allSatisfy({ !$0.namedPeriods.isEmpty || $0.period != nil || $0.isTotal })
            else { continue }
            headerLines[index].line.nature = .finer
            columnLines[0].line = HeaderLine(labels: labels, name: nil, isColumn: true)
        }
        for (index, next) in zip(columnLines.indices, columnLines.indices.dropFirst())
        where columnLines[index].line.nature == .finer && columnLines[next].line.nature == .area
            && (columnLines[next].line.name.map { $0.unit.lexed.words == ["name"] } ?? true)
        {
            columnLines[next].line.nature = .finer
        }
    }

    /// `16-17` below `13-15`, whatever else stands in the column: an age, though it looks like a year.
    private static func mendAges(in labels: inout [LabelReading?]) {
        for (index, label) in labels.enumerated().dropFirst() {
            guard var label, label.period != nil, let age = label.age ?? label.mendedAge,
                labels[index - 1]?.age?.high == age.low - 1
            else { continue }
            (label.age, label.namedAge, label.period, label.namedPeriods) = (age, age, nil, [])
            labels[index] = label
        }
    }
}

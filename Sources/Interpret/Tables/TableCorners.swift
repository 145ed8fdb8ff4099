import Records
import Vocabulary

/// What a table says at its corner and in its headings, and how far a cell goes.
extension TableReader {
    /// The rows that a cell spans.
    func rowsCovered(by cell: CellUnit, from row: Int) -> Range<Int> {
        let rows = block.dataRows
        var end = row + 1
        while end < rows.count, let next = block.cell(rows[end], cell.column), next.isSpanned, !cell.isSpanned,
            next.unit.text == cell.unit.text
        { end += 1 }
        return row..<end
    }

    /// The text in the corner, which may say what the years of the header are.
    var cornerName: LabelReading? {
        guard let row = block.headerRows.last, let column = shape.labelColumns.first,
            let cell = block.cell(row, column), !cell.isBlank
        else { return nil }
        return LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
    }

    /// `Number of those with the cyber flag` below `Total recorded in 2018/19`: the year of the row above.
    func takeYearAbove(_ row: Int, _ style: YearStyle, _ composer: inout LabelComposer) {
        guard composer.year == nil, composer.part == nil, let labels = shape.columnLines.last?.labels,
            labels.indices.contains(row), let label = labels[row], label.namedPeriods.isEmpty,
            label.opensPart || label.unit.lexed.words.contains(where: { ["those", "these", "them"].contains($0) }),
            let above = labels[..<row].last(where: { $0.map { !$0.namedPeriods.isEmpty } ?? false }) ?? nil,
            let reading = above.namedPeriods.only, reading.period?.isWholeYear == true
        else { return }
        composer.year = (reading, style, Evidence("period", .rowLabel, above.text, above.place))
    }

    /// What a heading tells.
    enum HeadingKind { case body, time, age, offence, other }

    static func kind(_ label: LabelReading) -> HeadingKind {
        if label.area != nil { return .body }
        if label.period != nil || !label.namedPeriods.isEmpty { return .time }
        return label.age != nil ? .age : label.offence != nil ? .offence : .other
    }
}

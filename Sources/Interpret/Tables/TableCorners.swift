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

    /// What a heading tells: a body, a time, an age, an offence, or none of these.
    static func kind(_ label: LabelReading) -> Int {
        label.area != nil
            ? 0
            : label.period != nil || !label.namedPeriods.isEmpty
                ? 1 : label.age != nil ? 2 : label.offence != nil ? 3 : 4
    }
}

import Records

/// Lines of a key and its value, the same keys again for each record: `Number of crimes: 166`, then `Period: 01/04/2018 -
/// 31/03/2019`, then the next number. Each record is a row of keys and values, whichever of them comes first.
struct KeyedRecords: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    private typealias Field = (line: TextLine, key: Range<Int>, value: Range<Int>)

    init?(_ lines: [TextLine], from start: Int) {
        var index = start
        func next() -> Field? {
            for _ in 0..<2 where index < lines.count && lines[index].isBlank { index += 1 }
            guard index < lines.count, let (key, value) = Self.cut(lines[index]) else { return nil }
            index += 1
            return (lines[index - 1], key, value)
        }
        func key(_ field: Field) -> String { field.line.text(field.key).trimmedLowercase }
        // The keys of a record end where the first comes again; so that no text costs more than its length, within six.
        var first: [Field] = []
        while first.count <= 6, let field = next(), first.count < 2 || key(field) != key(first[0]) {
            first.append(field)
        }
        let figures = first.indices.filter { FigureLook.isFigurePhrase(first[$0].line.text(first[$0].value)) }
        let times = first.indices.filter { Self.isTime(first[$0].line.text(first[$0].value)) }
        guard (2...6).contains(first.count), figures.count == 1, let figure = figures.first, let time = times.first
        else {
            return nil
        }
        var fields: [Field] = []
        var last = start
        index = start
        while true {
            let record = first.indices.compactMap { _ in next() }
            // A last record that is not whole, and whatever else follows, is no part of it.
            guard record.count == first.count, zip(record, first).allSatisfy({ key($0) == key($1) }),
                FigureLook.isFigurePhrase(record[figure].line.text(record[figure].value)),
                Self.isTime(record[time].line.text(record[time].value))
            else { break }
            fields += record
            last = index
        }
        let width = first.count
        guard fields.count >= 2 * width else { return nil }
        var grid = Grid(.lines)
        for (index, field) in fields.enumerated() {
            let line = field.line
            grid.append(line.text(field.key), row: line.number, column: field.key.lowerBound + 1)
            grid.append(line.text(field.value), row: line.number, column: field.value.lowerBound + 1)
            if index % width == width - 1 { grid.endRow() }
        }
        self.grid = grid
        end = last
    }

    /// `Period: 2018/19`
    private static func cut(_ line: TextLine) -> (key: Range<Int>, value: Range<Int>)? {
        let range = line.trimmed
        guard !line.isQuoted, line.scalars.count < 160, let colon = range.first(where: { line.scalars[$0] == ":" }),
            colon + 2 < range.upperBound, line.scalars[colon + 1] == " ",
            let value = (colon + 1..<range.upperBound).first(where: { line.scalars[$0] != " " }),
            colon > range.lowerBound, line.text(range.lowerBound..<colon).split(separator: " ").count <= 14
        else { return nil }
        return (range.lowerBound..<colon, value..<range.upperBound)
    }

    /// It has a year in it, and is no sentence.
    private static func isTime(_ text: String) -> Bool {
        text.count <= 40
            && text.split { !$0.isNumber }.contains { $0.count == 4 && ["19", "20"].contains($0.prefix(2)) }
    }
}

import Records

/// Lines of a key and its value, the same keys again for each record: `Number of crimes: 166`, then `Period: 01/04/2018 -
/// 31/03/2019`, then the next number. Each record is a row of keys and values, whichever of them comes first.
struct KeyedRecords: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    private typealias Field = (line: Int, key: Range<Int>, value: Range<Int>)

    init?(_ lines: [TextLine], from start: Int) {
        var fields: [Field] = []
        for index in start..<lines.count where !lines[index].isBlank {
            guard fields.count < 400, let (key, value) = Self.cut(lines[index]) else { break }
            fields.append((index, key, value))
        }
        func key(_ index: Int) -> String { lines[fields[index].line].text(fields[index].key).trimmedLowercase }
        func values(_ column: Int, _ width: Int) -> [String] {
            stride(from: column, to: fields.count, by: width).map { lines[fields[$0].line].text(fields[$0].value) }
        }
        guard fields.count >= 4, let width = fields.indices.dropFirst(2).first(where: { key($0) == key(0) }) else {
            return nil
        }
        // A last record that is not whole, and whatever else follows, is no part of it.
        let count = (fields.indices.first { key($0) != key($0 % width) } ?? fields.count) / width * width
        fields.removeSubrange(count...)
        let figures = (0..<width).filter { values($0, width).allSatisfy(FigureLook.isFigurePhrase) }
        guard count >= 2 * width, figures.count == 1,
            (0..<width).contains(where: { values($0, width).allSatisfy(Self.isTime) })
        else { return nil }
        var grid = Grid(.lines)
        for (index, field) in fields.enumerated() {
            let line = lines[field.line]
            grid.append(line.text(field.key), row: line.number, column: field.key.lowerBound + 1)
            grid.append(line.text(field.value), row: line.number, column: field.value.lowerBound + 1)
            if index % width == width - 1 { grid.endRow() }
        }
        self.grid = grid
        end = (fields.last?.line ?? start) + 1
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

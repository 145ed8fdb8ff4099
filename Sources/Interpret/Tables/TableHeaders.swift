import Records
import Vocabulary

/// The header rows of a block, spanned and split as their cells are.
extension TableShape {
    /// The header rows as cells by column; in a table drawn with spaces, lines that are one header are joined.
    static func headers(of block: TableBlock, _ lexicon: Lexicon) -> [[Int: CellUnit]] {
        let rows = block.headerRows.map { row in
            Dictionary(
                block.cells[row].filter { !$0.isBlank }.map { ($0.column, $0) }, uniquingKeysWith: { a, _ in a })
        }
        guard block.isText, rows.count > 1, !rows.contains(where: { isWhole($0, lexicon) }) else { return rows }
        return [
            rows.reduce(into: [:]) { whole, row in
                for (column, cell) in row {
                    guard let upper = whole[column] else {
                        whole[column] = cell
                        continue
                    }
                    whole[column]?.unit = upper.unit.joined(with: cell.unit, lexicon: lexicon)
                }
            }
        ]
    }

    /// A row of years, ages or names says all by itself.
    private static func isWhole(_ row: [Int: CellUnit], _ lexicon: Lexicon) -> Bool {
        let labels = row.values.filter { $0.column > 0 }.map {
            LabelReading($0.unit, place: nil, lexicon: lexicon)
        }
        return labels.filter { $0.period != nil || $0.area != nil }.count * 2 > labels.count
            || labels.allSatisfy { $0.period != nil || $0.age != nil || $0.area != nil || $0.isTotal || $0.flag != nil }
    }

    mutating func addHeader(
        _ header: [Int: CellUnit], later: ArraySlice<[Int: CellUnit]>, isText: Bool, _ lexicon: Lexicon
    ) {
        let header = isText ? spread(header, later: later) : header
        var labels: [LabelReading?] = []
        var left: LabelReading?
        for column in figureColumns {
            if let cell = header[column] {
                left = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
                labels.append(left)
            } else {
                // A blank beside a spanning header repeats it where a row below tells its columns apart.
                labels.append(later.contains { $0[column] != nil } ? left : nil)
            }
        }
        guard labels.contains(where: { $0 != nil }) else { return }
        corners.append(labelColumns.last.flatMap { header[$0]?.lexed.words } ?? [])
        Self.tellRevised(&labels)
        Self.passFlagOn(&labels)
        Self.passMeasureOn(&labels)
        Self.tellVictims(&labels)
        MonthHeaders.name(&labels)
        let line = HeaderLine(labels: labels.compactMap { $0 }, name: nil, isColumn: false)
        if line.nature != .age { EmbeddedBands.adopt(&labels) }
        headerLines.append((line, labels))
    }

    /// `Crimes | Children`: the children are the victims of the crimes beside them.
    private static func tellVictims(_ labels: inout [LabelReading?]) {
        guard
            labels.contains(where: { label in
                label?.cues.unit == .offences && label?.unit.lexed.words.count ?? 9 <= 2
            })
        else { return }
        for (index, label) in labels.enumerated() {
            guard var label, ["children", "individuals", "persons", "people"].contains(label.unit.lexed.words.first),
                label.unit.lexed.words.count <= 3, label.cues.unit == nil
            else { continue }
            (label.cues.unit, label.age, label.namedAge) = (.victims, nil, nil)
            labels[index] = label
        }
    }

    /// `Flagged | of which victim under 13`: of the flagged.
    private static func passFlagOn(_ labels: inout [LabelReading?]) {
        for (index, next) in zip(labels.indices, labels.indices.dropFirst()) {
            guard let part = labels[next], part.opensPart, part.namedAge != nil, part.cues.flag == nil else { continue }
            let whole = labels[index]
            labels[next]?.cues.flag = whole?.cues.flag ?? whole?.flag
        }
    }

    /// `Cyber flag: 2017/18 | 2018/19`: the first of the years says what all of them count.
    private static func passMeasureOn(_ labels: inout [LabelReading?]) {
        let years = labels.compactMap { $0 }
        guard years.count == labels.count, let first = years.first, years.count > 1, !first.cues.isEmpty,
            let year = first.namedPeriods.only?.period,
            years.dropFirst().allSatisfy({ $0.cues.isEmpty && $0.period != nil }),
            case let rest = years.dropFirst().compactMap({ $0.period?.period }), rest.count == years.count - 1,
            Set(rest + [year]).count == years.count
        else { return }
        for index in labels.indices.dropFirst() { labels[index]?.cues = first.cues }
    }

    /// `As previously reported | As now held`: beside each other they name no offence.
    private static func tellRevised(_ labels: inout [LabelReading?]) {
        func isSaid(_ words: Set<String>) -> Bool {
            labels.contains { $0?.unit.lexed.words.contains(where: words.contains) ?? false }
        }
        guard isSaid(RevisionWords.outdated), isSaid(RevisionWords.revised) else { return }
        for index in labels.indices { labels[index]?.strange.removeAll(where: RevisionWords.usual.contains) }
    }

    /// A line drawn with spaces sets its headers over the middle of their columns: each is one of so many equal groups.
    private func spread(_ header: [Int: CellUnit], later: ArraySlice<[Int: CellUnit]>) -> [Int: CellUnit] {
        let filled = figureColumns.indices.filter { header[figureColumns[$0]] != nil }
        guard filled.count >= 2, filled.count < figureColumns.count,
            figureColumns.count.isMultiple(of: filled.count),
            later.contains(where: { row in figureColumns.allSatisfy { row[$0] != nil } })
        else { return header }
        let width = figureColumns.count / filled.count
        guard filled.enumerated().allSatisfy({ $0.element / width == $0.offset }) else { return header }
        var spread = header
        for (index, column) in figureColumns.enumerated() {
            spread[column] = header[figureColumns[filled[index / width]]]
        }
        return spread
    }

    /// First days beside last days, in two columns or two header rows: together they are the period.
    mutating func joinDates() {
        Self.joinDates(&columnLines, named: columnLines.map { $0.line.name?.unit.lexed.words ?? [] })
        Self.joinDates(&headerLines, named: corners)
        for index in columnLines.indices where columnLines[index].line.nature == .period {
            let name = columnLines[index].line.name?.unit.lexed
            if let name, YearStyle.read(name) == .financialEnd || PeriodRecogniser.endsYears(name) {
                MonthHeaders.endYears(
                    &columnLines[index].labels, months: columnLines[index].line.yearMonth == nil)
            }
            if let name { MonthHeaders.name(&columnLines[index].labels, by: name) }
            MonthHeaders.nameYears(&columnLines[index].labels)
        }
        for index in headerLines.indices where headerLines[index].line.nature == .period {
            MonthHeaders.nameYears(&headerLines[index].labels)
        }
    }

    static func joinDates(_ lines: inout [(line: HeaderLine, labels: [LabelReading?])], named: [[String]]) {
        func line(_ words: Set<String>) -> Int? {
            lines.indices.first { index in
                named[index].contains(where: words.contains)
                    && lines[index].labels.allSatisfy { if case .date? = $0?.period { true } else { $0 == nil } }
            }
        }
        guard let first = line(["from", "start", "starting", "begin", "begins", "commencing"]),
            let last = line(["to", "end", "ending", "until", "ends"]), first != last
        else { return }
        for index in lines[first].labels.indices {
            guard case .date(let from)? = lines[first].labels[index]?.period,
                case .date(let to)? = lines[last].labels[index]?.period, let period = Period(from: from, to: to)
            else { continue }
            lines[first].labels[index]?.period = .period(period)
        }
        lines[first].line.nature = .period
        lines[last].line.nature = .serial
    }
}

import Records
import Vocabulary

/// Reads one block: each figure looks up and left for its headers, then outward.
struct TableReader {
    let block: TableBlock
    let context: Context
    let legend: Legend
    let lexicon: Lexicon
    let shape: TableShape
    /// A label that stands in for a table without headers: its caption or the file's name.
    let fallbackLabel: Label?
    private(set) var outline: Outline?

    /// A figure with the labels that make its key, for the checks of totals.
    struct Cell {
        var statement: Statement
        /// The label of each line, by line: header lines, then label columns.
        var coordinates: [String]
        var natures: [LineNature]
        /// Lines in which this figure's label is a total.
        var totals: Set<Int>
        /// A dash or blank that nothing explains; only arithmetic may prove it a zero.
        var marker: String?

        /// Leaves a coordinate blank, the others moving on.
        mutating func indent(by line: Int) {
            coordinates.insert("", at: line)
            natures.insert(.other, at: line)
            totals = Set(totals.map { $0 < line ? $0 : $0 + 1 })
        }
    }

    init(_ block: TableBlock, context: Context, legend: Legend, lexicon: Lexicon, fallbackLabel: Label?) {
        self.block = block
        self.context = context
        self.legend = legend
        self.lexicon = lexicon
        self.fallbackLabel = fallbackLabel
        shape = TableShape(block, legend: legend, lexicon: lexicon)
    }

    private var isListed: Bool { block.isList }

    mutating func cells() -> [Cell] {
        var cells: [Cell] = []
        var headings: [LabelReading] = []
        var dataIndex = -1
        // Headings follow each other; the last group has had its total.
        var hasGroups = false
        var isClosed = false
        // A group has had its sub-total; a group before it has had its total.
        var (hasSubtotal, hasTotals) = (false, false)
        let homonyms = Homonyms(shape: shape, block: block, legend: legend, lexicon: lexicon)
        outline = Outline(shape)
        let styles = shape.columnLines.map { context.yearStyle(name: $0.line.name) }
        let headerStyle = context.yearStyle(name: cornerName)
        for item in block.items {
            switch item {
            case .heading(let unit):
                let heading = LabelReading(unit, place: unit.place(0..<1).first, lexicon: lexicon)
                if headings.contains(where: { Self.kind($0) == Self.kind(heading) }) { hasGroups = true }
                headings.removeAll { Self.kind($0) == Self.kind(heading) }
                headings.append(heading)
                hasTotals = hasTotals || isClosed
                (isClosed, hasSubtotal) = (false, false)
            case .data(let row):
                dataIndex += 1
                let isTotal = shape.columnLines.contains { $0.labels[dataIndex]?.isPlainTotal ?? false }
                // `Overall total` below groups that have a total each stands under none of them.
                let isGrand = shape.columnLines.contains {
                    $0.labels[dataIndex].map { $0.isPlainTotal && $0.unit.lexed.isWord(0, ["grand", "overall"]) }
                        ?? false
                }
                // `Sub-total, under 16` is not the last of its group.
                let isSubtotal = shape.columnLines.contains { $0.labels[dataIndex]?.isSubtotal ?? false }
                // Where the groups before had sub-totals alone, what comes behind the last of them is of all.
                let isOfAll = !isSubtotal && hasSubtotal && !hasTotals
                let own = isTotal && (isClosed || isGrand || isOfAll) && hasGroups ? headings.dropLast() : headings[...]
                let isOverYears = own.count < headings.count && headings.last?.period?.period != nil
                hasSubtotal = hasSubtotal || isSubtotal
                if isTotal, !isSubtotal { isClosed = true }
                for (position, column) in shape.figureColumns.enumerated() {
                    // `Refused on cost grounds` in one cell below three years says it of each.
                    guard let cell = block.cell(row, column),
                        !cell.isSpanned || cell.isBlank || StateRecogniser.cell(cell.lexed) != nil
                    else { continue }
                    guard
                        var made = make(cell, dataIndex, position, Array(own), homonyms, styles, headerStyle)
                    else { continue }
                    if isOverYears, made.statement.period == nil { made.statement.role = .checkedTotal }
                    // Each heading has its place among the coordinates, also where it does not hold.
                    for _ in own.count..<headings.count { made.indent(by: own.count) }
                    cells.append(made)
                }
            }
        }
        return cells
    }

    private func make(
        _ cell: CellUnit, _ row: Int, _ position: Int, _ headings: [LabelReading], _ homonyms: Homonyms,
        _ styles: [YearStyle], _ headerStyle: YearStyle
    ) -> Cell? {
        let remark = cell.isBlank ? nil : RemarkedFigure(cell.lexed)
        let beside = cell.isBlank && blankMeaning == nil ? stateBeside(row) : nil
        let reading =
            cell.isBlank
            ? blankMeaning ?? beside?.state ?? .unknownMarker("")
            : FigureRecogniser.cell(remark?.figure ?? cell.lexed, legend: legend)
        // `Data lost`, `see Surrey`: words where a figure should be.
        guard
            let reading = reading
                ?? (cell.lexed.count <= 4 && cell.lexed.lexemes.allSatisfy(\.isWord) && !isListed
                    ? .unknownMarker(cell.unit.text) : nil)
        else { return nil }
        var statement: Statement
        var marker: String?
        switch reading {
        case .figure(let figure, let reason, let law):
            statement = Statement(
                figure: figure, method: isListed ? .list : .table, places: places(of: figure, in: cell))
            statement.reason = reason
            statement.legalBasis = law
            if figure.status.isState { statement.words = figure.raw }
            if let place = beside?.place { statement.places = [place] }
        case .derived:
            statement = Statement(
                figure: Figure(status: .notApplicable, raw: cell.unit.text), method: .table,
                places: places(of: nil, in: cell))
            statement.role = .derived
        case .unknownMarker(let text):
            statement = Statement(
                figure: Figure(status: .notAvailable, raw: text), method: isListed ? .list : .table,
                places: places(of: nil, in: cell))
            marker = text
        }
        statement.tokens = cell.unit.tokens(in: Self.lexemes(of: statement.figure, in: cell.lexed))
        var composer = LabelComposer(statement: statement, lexicon: lexicon)
        let lines = shape.headerLines.map(\.line) + shape.columnLines.map(\.line)
        composer.tellsVictimsApart = lines.contains(where: \.tellsVictimsApart)
        composer.victimsFlag = lines.compactMap(\.victimsFlag).first
        composer.columnNames = shape.columnLines.compactMap { $0.line.name?.cues }
        composer.senders = Set(context.senders.map(\.area))
        composer.isOfChildren = shape.columnLines.contains { line, _ in
            line.name?.unit.mentions.nameChildren ?? false
        }
        // `North`, over the forces of it: what heads bodies that have names of their own says nothing of their figures.
        let namesForce = shape.columnLines.contains { line, labels in
            line.nature == .area && labels.indices.contains(row) && labels[row]?.area != nil
        }
        for heading in headings where !namesForce || Self.kind(heading) != .other || !heading.cues.isEmpty {
            composer.take(heading, nature: nil, kind: .section, contrast: false, style: headerStyle, line: nil)
        }
        var coordinates: [String] = []
        var natures: [LineNature] = []
        for (line, labels) in shape.headerLines {
            let label = labels.indices.contains(position) ? labels[position] : nil
            (composer.yearMonth, composer.isAmongSexes) = (line.yearMonth, line.isOfSexes)
            composer.take(
                label, nature: nature(of: line), kind: .columnHeader, contrast: Self.contrasts(line, label),
                style: headerStyle,
                line: coordinates.count)
            coordinates.append(label?.text ?? "")
            natures.append(line.nature)
        }
        let rows = rowsCovered(by: cell, from: row)
        for (index, (line, labels)) in shape.columnLines.enumerated() {
            // A figure set over the rows of several ages is of none of them.
            let isOfAll = rows.count > 1 && Set(labels.indices.filter(rows.contains).map { labels[$0]?.text }).count > 1
            let label = labels.indices.contains(row) && !isOfAll ? labels[row] : nil
            (composer.yearMonth, composer.isAmongSexes) = (line.yearMonth, line.isOfSexes)
            let told = isListed ? toldAbove(labels, row) : nil
            let parent = outline?.parent(of: row, column: index)
            if outline?.hasParents(column: index) ?? false {
                composer.take(parent, nature: nil, kind: .section, contrast: false, style: styles[index], line: nil)
                coordinates.append(parent?.text ?? "")
                natures.append(.other)
            }
            composer.areaOverride = homonyms.resolved[index]?[row]
            composer.take(
                label,
                nature: told == nil ? outline?.nature(of: label, column: index) ?? nature(of: line) : .period,
                kind: .rowLabel,
                contrast: told == nil && parent?.cues.flag == nil && Self.contrasts(line, label), style: styles[index],
                line: coordinates.count)
            if let told {
                composer.statement.cues = composer.statement.cues.filled(from: told.cues)
                composer.statement.offence = composer.statement.offence ?? told.offence
                composer.statement.age = composer.statement.age ?? told.namedAge?.code
            }
            if outline?.isWholeTotal(row, column: index) ?? false { composer.statement.role = .checkedTotal }
            coordinates.append(label?.text ?? "")
            natures.append(line.nature)
        }
        // A sum on the way to another, where nothing but its place tells what it sums.
        if shape.columnLines.count == 1, headings.allSatisfy({ Self.kind($0) == .other }),
            let label = shape.columnLines[0].labels[row],
            label.isSumOnTheWay(among: shape.columnLines[0].labels)
        {
            composer.statement.role = .checkedTotal
        }
        takeCorners(row, headerStyle, &composer)
        takeYearAbove(row, headerStyle, &composer)
        composer.finish(with: context, fallbackLabel: fallbackLabel, style: headerStyle)
        for (_, labels) in shape.headerLines where labels.indices.contains(position) {
            qualify(&composer.statement, by: labels[position])
        }
        for (_, labels) in shape.columnLines where labels.indices.contains(row) {
            qualify(&composer.statement, by: labels[row])
        }
        if let status = remark?.status, composer.statement.figure.status == .exact {
            composer.statement.figure.status = status
        }
        // `21*`, where the note of the mark names the part of the year.
        if let period = composer.statement.period,
            let part = remark?.covered.map({ $0.period(within: period) }) ?? covered(by: cell.lexed, of: period),
            period.contains(part),
            part != period, composer.statement.figure.status == .exact
        {
            (composer.statement.period, composer.statement.partOf) = (part, period)
            composer.statement.figure.status = .partial
        }
        checkScope(row, position, &composer)
        return Cell(
            statement: composer.statement, coordinates: headings.map(\.text) + coordinates,
            natures: headings.map { _ in .other } + natures, totals: Set(composer.totals.map { $0 + headings.count }),
            marker: marker)
    }

    /// Nations in a body's own return are places, not bodies; so are the `North West` and the `South East` of its command units.
    private func nature(of line: HeaderLine) -> LineNature {
        let isOfUnits = line.nature == .area && block.isOfDivisions && !line.areas.contains(where: lexicon.isForce)
        return (line.isOfNations || isOfUnits) && Set(context.senders.map(\.area)).count == 1 ? .finer : line.nature
    }

    /// Some labels of the line say `flagged`: those that speak of the same offences without it mean all.
    private static func contrasts(_ line: HeaderLine, _ label: LabelReading?) -> Bool {
        // `Number of victims` below flagged offences alone: of those.
        if line.victimsFlag != nil, label?.cues.unit?.isOfVictims == true { return false }
        // Where only the total names the flag, the offences above it are flagged like it.
        guard let offence = label?.offence, label?.isTotal == false else { return !line.flaggedOffences.isEmpty }
        return line.flaggedOffences.contains(offence)
    }
}

extension LexedText {
    /// Where these characters stand in the text, in scalars.
    func scalars(of raw: String) -> Range<Int>? {
        let whole = Array(text.unicodeScalars)
        let part = Array(raw.unicodeScalars)
        return part.isEmpty ? nil : whole.firstRange(of: part)
    }
}

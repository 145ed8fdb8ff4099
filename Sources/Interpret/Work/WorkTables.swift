import Records
import Vocabulary

extension Work {
    /// Reads every block of rows, in order.
    mutating func readTables() {
        for index in sections.indices {
            guard case .table(let block) = sections[index] else { continue }
            let start = reading.statements.count
            var context = context(before: index, question: question(before: index))
            if index > 0, case .passage(let head) = sections[index - 1], head.role != .quoted {
                point(&context, by: head)
            }
            if let records = RecordList(block, legend: legend, lexicon: lexicon) {
                read(records, context: context)
            } else {
                read(block, context: context, in: index)
            }
            explainRoles(from: start)
            statementsOf[index] = start..<reading.statements.count
        }
    }

    private static let latest = Phrases<Bool>([
        "last of the years", "latest of the years", "latest year", "most recent year", "last of these years",
        "final year",
    ])

    /// What the words right over a table or a list point at among the figures told before it.
    private func point(_ context: inout Context, by head: PassageUnit) {
        guard let nearest = context.outers.indices.first else { return }
        let text = head.unit.lexed
        let named = StateReader.periods(head.unit.mentions).filter(\.isWholeYear)
        var told: [Statement] { reading.statements.filter { $0.role == .level && $0.period?.isWholeYear == true } }
        // `The last of these years broken down by type of offence:`
        if named.isEmpty, Self.latest.occurs(in: text), let year = told.compactMap(\.period).max() {
            context.outers[nearest].periods = [.period(year)]
        }
        // `2020/21 by age of the victim: aged 12 and under, 25; …`, below the figure of that year: what that one counts.
        if StateReader.breakdowns.occurs(in: text), let year = named.only,
            case let spoken = context.cues(from: Cues()), spoken.flag == nil, spoken.subject == nil,
            let whole = Set(
                told.filter {
                    $0.period == year && ($0.age ?? "all") == "all" && ($0.offence ?? "all") == "all"
                }.map(\.cues)
            ).only
        {
            context.outers[nearest].cues = whole
        }
    }

    /// `>> How many with the flag in each year?` over the answer, and so for each: a mail answered between its lines.
    private func quotedQuestion(before index: Int) -> PassageUnit? {
        func question(_ index: Int) -> PassageUnit? {
            guard index > 0, case .table = sections[index], case .passage(let passage) = sections[index - 1],
                passage.role == .quoted, passage.unit.lexed.lexemes.last?.text == "?"
            else { return nil }
            return passage
        }
        guard let own = question(index) else { return nil }
        return sections.indices.count(where: { question($0) != nil }) > 1 ? own : nil
    }

    /// A list right under a question answers it.
    private func question(before index: Int) -> PassageUnit? {
        if let quoted = quotedQuestion(before: index) { return quoted }
        for section in sections[..<index].reversed() {
            guard case .passage(let passage) = section else { return nil }
            switch passage.role {
            case .question: return passage
            case .answer where passage.unit.lexed.count <= 12: continue
            default: return nil
            }
        }
        return nil
    }

    private mutating func read(_ block: TableBlock, context: Context, in section: Int) {
        let caption = context.outers.first { $0.kind == .caption || $0.kind == .heading }
        let fallback = caption.map { Label(Raised.stripped($0.unit.text), $0.place) } ?? fileLabel
        var reader = TableReader(block, context: context, legend: legend, lexicon: lexicon, fallbackLabel: fallback)
        let totals = Totals(reader.cells(), lexicon: lexicon)
        let base = reading.statements.count
        for cell in totals.cells {
            var statement = cell.statement
            // `Nil` is a published word that is no token yet.
            if statement.tokens.isEmpty, statement.role == .level, statement.figure.value != nil,
                statement.figure.raw.contains(where: \.isLetter), let place = statement.places.first
            {
                statement.tokens = [account.addWord(statement.figure.raw, at: place)]
            }
            append(statement, base: base)
        }
        let partYears = PartYears.sums(of: totals.cells)
        checkTotals(of: partYears, from: base)
        for sum in partYears + ExhaustiveSplits(totals.cells).sums() { append(sum, base: base) }
        readRowNotes(of: block, reader.shape, from: base, in: section)
        explainLabels(of: block, reader.shape, reader.outline)
    }

    /// `Total` below six months: of these, not of the year.
    private mutating func checkTotals(of sums: [Statement], from base: Int) {
        let open = sums.filter { $0.partOf != nil && $0.period != $0.partOf }
        guard !open.isEmpty else { return }
        // By their values, so that no table costs more than its length.
        let totals = Dictionary(
            grouping: reading.statements.indices[base...].filter { index in
                reading.statements[index].role == .level && reading.statements[index].partOf == nil
                    && reading.statements[index].figure.value != nil
            }, by: { reading.statements[$0].figure.value })
        for sum in open {
            for index in totals[sum.figure.value] ?? [] {
                let total = reading.statements[index]
                guard total.period == sum.partOf, total.cues == sum.cues, total.age == sum.age,
                    total.offence == sum.offence, total.areas == sum.areas
                else { continue }
                reading.statements[index].role = .checkedTotal
                reading.statements[index].parts = sum.parts.map { $0 + base }
            }
        }
    }

    private mutating func explainLabels(of block: TableBlock, _ shape: TableShape, _ outline: Outline?) {
        for (line, labels) in shape.headerLines {
            for label in labels.compactMap({ $0 }) { Explainer.explain(label, nature: line.nature, in: &account) }
        }
        for (column, (line, labels)) in shape.columnLines.enumerated() {
            for label in labels.compactMap({ $0 }) {
                let nature = outline?.nature(of: label, column: column) ?? line.nature
                Explainer.explain(label, nature: nature, in: &account)
            }
            guard let name = line.name else { continue }
            Explainer.explain(name.unit, in: &account)
            // `HO code`, `Class`: whatever stands below names something.
            if !Set(name.unit.lexed.words).isDisjoint(with: [
                "code", "codes", "class", "hoc", "ref", "id", "urn", "no", "number", "reference",
            ]) {
                for label in labels.compactMap({ $0 }) {
                    account.mark(
                        label.unit.tokens(in: 0..<label.unit.lexed.count), .explained("label", witness: name.text))
                }
            }
        }
        for item in block.items {
            if case .heading(let unit) = item { Explainer.explain(unit, in: &account) }
        }
        for row in block.headerRows {
            for cell in block.cells[row] where !cell.isSpanned {
                Explainer.explain(cell.unit, in: &account)
            }
        }
        for row in block.dataRows {
            for column in shape.noteColumns {
                if let cell = block.cell(row, column) {
                    account.explain([cell], .explained("note", witness: cell.unit.text))
                }
            }
        }
        explainMarks(of: block, shape)
    }

    /// What a figure's cell holds beside its figure: footnote marks, raised or in brackets, and shares.
    private mutating func explainMarks(of block: TableBlock, _ shape: TableShape) {
        for row in block.dataRows {
            for column in shape.figureColumns {
                guard let cell = block.cell(row, column), cell.unit.tokens.count > 1 else { continue }
                if let remark = RemarkedFigure(cell.lexed)?.remark {
                    for mention in cell.unit.mentions where remark.contains(mention.range.lowerBound) {
                        guard case .number = mention.kind else { continue }
                        account.mark(
                            cell.unit.tokens(in: mention.range),
                            .explained("finer", witness: cell.lexed.raw(lexemes: remark)))
                    }
                    continue
                }
                for index in 0..<cell.lexed.count where cell.lexed[index]?.isNumber == true {
                    let isShare = cell.lexed.isSymbol(index + 1, "%")
                    guard
                        isShare || cell.lexed[index]?.raised == true
                            || index > 0 && FigureRecogniser.cell(cell.lexed, legend: legend) != nil
                    else { continue }
                    account.mark(
                        cell.unit.tokens(in: index..<index + 1),
                        .explained(isShare ? "percentage" : "footnote_mark", witness: cell.unit.text))
                }
            }
        }
    }

    private mutating func read(_ records: RecordList, context: Context) {
        let range = context.outers.lazy.flatMap(\.periods).compactMap { reading -> Period? in
            if case .period(let period) = reading, period.days > 300 {
                period
            } else if case .years(let years) = reading, let a = Period(financialYear: years.lowerBound),
                let b = Period(financialYear: years.upperBound)
            {
                Period(from: a.start, to: b.end)
            } else {
                nil
            }
        }.first
        for statement in records.statements(context: context, range: range) { append(statement) }
        let block = records.block
        let rows = block.dataRows
        let first = block.cells[rows.first ?? 0].first?.row ?? 0
        let last = block.cells[rows.last ?? 0].first?.row ?? 0
        for row in rows {
            account.explain(block.cells[row], .explained("record", witness: "records \(first)..\(last)"))
        }
        for row in block.headerRows {
            for cell in block.cells[row] { Explainer.explain(cell.unit, in: &account) }
        }
        // `Crime records: 57`
        for case .passage(let passage) in sections where passage.unit.lexed.count <= 8 {
            for mention in passage.unit.mentions {
                guard case .number(let figure) = mention.kind, figure.value == Quantity(rows.count) else { continue }
                account.mark(
                    passage.unit.tokens(in: mention.range), .explained("records", witness: "records \(first)..\(last)"))
            }
        }
        if records.undatedRows > 0 {
            reading.issues.append(
                Issue(
                    "records-undated", .warning, source: reading.source.id,
                    message:
                        "found \(records.undatedRows) records without a readable date, expected a date each; they are counted in no year\nhint: ask the body for their dates, or correct the counts in Decisions/"
                ))
        }
    }
}

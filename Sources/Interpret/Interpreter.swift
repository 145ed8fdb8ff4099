import Records
import Vocabulary

/// Turns grids and passages into a reading: labelled statements, evidence, and the fate of every number.
///
/// It knows no campaign: what is a measure and what is out of scope is for `Normalise` to say.
package struct Interpreter: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func read(_ document: Document, of source: Source) -> Reading {
        var work = Work(document, source: source, lexicon: lexicon)
        work.readTables()
        work.readProse()
        work.readScope()
        work.supplyMeasures()
        work.addPartYears()
        work.readQualities()
        work.readClaims()
        work.readStates()
        work.settle()
        return work.reading
    }
}

/// One document on its way through the interpreter.
struct Work {
    let lexicon: Lexicon
    var reading: Reading
    var account: AccountBuilder
    var legend = Legend()
    private var glossary = Glossary()
    /// Numbers of forces told in sentences without a figure.
    var forcesTold: [(answered: Int, asked: Int?)] = []
    /// Statements of the last sentence that had a figure, and those of them that were taken back since.
    var said: [Int] = []
    var retracted: [Int] = []
    /// What each figure told in running text is of.
    var told: [Quantity: Told] = [:]
    /// The two years that one sentence last told figures of, and the latest of all that running text told.
    var comparedYears: [Period] = []
    var latestYear: Period?
    var sections: [Section] = []
    /// The statements that each section made.
    var statementsOf: [Int: Range<Int>] = [:]
    var letterhead = Letterhead()
    var regime = Regime.foia
    let fileLabel: Label
    /// The headings that stand right over tables.
    private var tableHeadings: [TextUnit] = []
    private var surroundings = Surroundings()
    private var flagIsDenied = false
    /// Signs behind figures and names of tables.
    private(set) var footnoteMarks: Set<String> = []

    init(_ document: Document, source: Source, lexicon: Lexicon) {
        self.lexicon = lexicon
        reading = Reading(source: source)
        reading.mediaType = document.mediaType
        reading.encoding = document.encoding
        for remark in document.remarks {
            let severity: Issue.Severity = remark.code == "attachment-not-read" ? .warning : .info
            reading.issues.append(Issue(remark.code, severity, source: source.id, message: remark.text))
        }
        account = AccountBuilder(found: document.numbersFound)
        fileLabel = Label(FileName.words(of: source.paths.first ?? ""), nil)
        enum Part {
            case passage(PassageUnit)
            case grid([[CellUnit]], isList: Bool, isText: Bool)
        }
        var parts: [Part] = []
        for block in document.blocks {
            switch block {
            case .passage(let passage):
                let unit = account.unit(passage.text, lexicon: lexicon) { passage.places(of: $0) }
                var part = PassageUnit(unit: unit, role: passage.role)
                part.ordinal = passage.ordinal
                parts.append(.passage(part))
            case .grid(let grid):
                let isText = if case .lines = grid.addressing { true } else { false }
                var cells = Self.cells(of: grid, lexicon, &account)
                if let sheet = SheetFrame.removed(cells) {
                    cells = sheet.cells
                    for cell in sheet.frame {
                        account.mark(
                            cell.unit.tokens(in: 0..<cell.lexed.count),
                            .explained("label", witness: "row of the sheet"))
                    }
                }
                if grid.isQuoted || Self.isExample(cells) {
                    account.quote(cells, witness: "in a table of what was asked")
                    continue
                }
                if let asked = QuestionTable.passages(cells) {
                    parts += asked.passages.map { .passage($0) }
                    for cell in asked.numbers {
                        account.mark(
                            cell.unit.tokens(in: 0..<cell.lexed.count),
                            .explained("question_number", witness: cell.unit.text))
                    }
                } else {
                    parts.append(.grid(cells, isList: grid.isList, isText: isText))
                }
            }
        }
        // A second block of mail headers below the text begins what was written before; on the page of a request, what
        // came next.
        var bodySeen = false
        var quoting = false
        let thread = MailThread(
            parts.map { part -> PassageUnit? in if case .passage(let own) = part { own } else { nil } })
        for index in parts.indices {
            guard case .passage(var passage) = parts[index] else {
                bodySeen = true
                // A table in the message below, which this one overtakes.
                if quoting, case .grid(let cells, _, _) = parts[index] {
                    account.quote(cells, witness: "in a message quoted below")
                    parts[index] = .grid([], isList: false, isText: false)
                }
                continue
            }
            if passage.role == .header, bodySeen, passage.unit.lexed.isWord(0, ["from", "sent"]) {
                quoting = !thread.isAnswer(at: index)
            }
            if passage.role != .header, passage.role != .title, passage.unit.lexed.count > 12 { bodySeen = true }
            if quoting {
                passage.role = .quoted
                parts[index] = .passage(passage)
            }
        }
        for part in parts {
            switch part {
            case .passage(let passage) where passage.role != .quoted: learn(passage.unit)
            case .passage: continue
            case .grid(let cells, _, _):
                for row in cells {
                    let filled = row.filter { !$0.isBlank && !$0.isSpanned }
                    if filled.count == 1, filled[0].lexed.count > 1 { learn(filled[0].unit) }
                    // `*,Fewer than five` in two cells of a key.
                    if filled.count == 2, filled[0].lexed.count <= 3 {
                        let words = filled[0].unit.text + " = " + filled[1].unit.text
                        if !legend.learn(LexedText(words)).isEmpty,
                            filled[0].lexed.lexemes.allSatisfy({ $0.kind == .symbol })
                        {
                            let tokens = filled[1].unit.tokens(in: 0..<filled[1].lexed.count)
                            account.mark(tokens, .explained("legend", witness: words))
                        }
                    }
                }
            }
        }
        let hasPairs = parts.contains { part in
            switch part {
            case .passage(let passage): PairedCells.areExplained(in: passage.unit.lexed)
            case .grid(let cells, _, _): cells.joined().contains { PairedCells.areExplained(in: $0.lexed) }
            }
        }
        for index in parts.indices {
            switch parts[index] {
            case .passage(var passage):
                guard let meaning = glossary.expanded(passage.unit.lexed) else { continue }
                passage.unit.meaning = meaning
                parts[index] = .passage(passage)
            case .grid(var cells, let isList, let isText):
                for row in cells.indices {
                    for column in cells[row].indices {
                        guard let meaning = glossary.expanded(cells[row][column].lexed) else { continue }
                        cells[row][column].unit.meaning = meaning
                    }
                }
                cells = SpanRows.joined(cells, lexicon: lexicon)
                cells = MarkColumns.joined(cells, legend: legend, lexicon: lexicon)
                var isList = isList
                if hasPairs, let told = PairedCells.split(cells, lexicon: lexicon) {
                    cells = told
                    isList = false
                }
                if let report = CaptionedRows(cells, lexicon: lexicon) {
                    cells = report.rows
                    for (cell, first) in report.repeats {
                        let place = first.place.map { [$0].locator } ?? ""
                        account.mark(
                            cell.unit.tokens(in: 0..<cell.lexed.count), .explained("repeated", witness: place))
                    }
                }
                parts[index] = .grid(cells, isList: isList, isText: isText)
            }
        }
        let (matched, asked) = Self.matchQuestions(
            parts.map { if case .passage(let passage) = $0 { passage } else { nil } }, lexicon: lexicon)
        let segmenter = Segmenter(legend: legend, lexicon: lexicon)
        for (part, answers) in zip(parts, matched) {
            switch part {
            case .passage: sections += (answers ?? []).flatMap { RunningList.sections(of: $0, lexicon: lexicon) }
            case .grid(var cells, let isList, let isText):
                for cell in asked.written(into: &cells, lexicon: lexicon) {
                    account.mark(
                        cell.unit.tokens(in: 0..<cell.lexed.count),
                        .explained("question_number", witness: cell.unit.text))
                }
                sections += segmenter.sections(of: cells, isList: isList, isText: isText)
            }
        }
        sections = sections.withCaptionsAbove
        let passages = sections.compactMap { if case .passage(let passage) = $0 { passage } else { nil } }
        for (heading, table) in zip(sections, sections.dropFirst()) {
            if case .passage(let passage) = heading, case .table = table, passage.role != .quoted {
                tableHeadings.append(passage.unit)
            }
        }
        let bodies = Set(
            sections.flatMap { section -> [String] in
                guard case .table(let block) = section, !block.isOfDivisions else { return [] }
                return block.cells.flatMap { $0.prefix(3) }.compactMap {
                    $0.lexed.count <= 8 ? AreaRecogniser.whole($0.lexed, in: lexicon)?.candidates.first : nil
                }
            })
        for case .table(let block) in sections {
            for cell in block.cells.joined() {
                if let note = Footnotes.mark(behind: cell.lexed) { footnoteMarks.insert("(\(note))") }
                guard let last = cell.lexed.lexemes.last, cell.lexed.count > 1, last.kind == .symbol,
                    ["*", "†", "‡", "^", "§"].contains(last.text)
                else { continue }
                footnoteMarks.insert(last.text)
            }
        }
        surroundings = Surroundings(sections, tableHeadings: tableHeadings)
        flagIsDenied = passages.contains { Sentence.split($0).contains(where: \.deniesFlag) }
        // A list of a newspaper's is no table of a body's.
        let hasTables = sections.contains { if case .table(let block) = $0 { !block.isList } else { false } }
        letterhead = Letterhead(
            source: source, passages: passages, hasTables: hasTables, tableAreas: bodies.count, lexicon: lexicon)
        regime =
            passages.compactMap { Regime.named(in: $0.unit.lexed) }.first
            ?? (letterhead.senders.contains { lexicon.areas[$0.area]?.regime == "FOISA" } ? .foisa : .foia)
        reading.kind = letterhead.kind
        reading.sender = letterhead.senders
        reading.reference = letterhead.reference
        reading.asOf = letterhead.asOf
        reading.extractedOn = letterhead.extractedOn
        reading.received = letterhead.received
    }

    private mutating func learn(_ unit: TextUnit) {
        glossary.learn(unit.lexed)
        for range in legend.learn(unit.lexed) {
            let words = unit.lexed.raw(lexemes: range)
            reading.notes.append(SourceNote(kind: "legend", text: words, places: unit.places(lexemes: range)))
            account.mark(unit.tokens(in: range), .explained("legend", witness: words))
        }
    }

    /// A table that calls itself an example shows how to answer.
    private static func isExample(_ cells: [[CellUnit]]) -> Bool {
        cells.prefix(2).joined().contains { $0.lexed.words == ["example"] || $0.lexed.words == ["for", "example"] }
    }

    private static func cells(of grid: Grid, _ lexicon: Lexicon, _ account: inout AccountBuilder) -> [[CellUnit]] {
        var rows: [[CellUnit]] = []
        rows.reserveCapacity(grid.rows)
        let isLong = grid.rows > 400
        for row in 0..<grid.rows {
            var cells: [CellUnit] = []
            for column in 0..<grid.width(ofRow: row) {
                guard let cell = grid.cell(row, column) else { continue }
                let place: @Sendable (Range<Int>) -> [Place]
                switch grid.addressing {
                case .table(let table):
                    let own = Place.cell(table: table, row: cell.row, column: cell.column)
                    place = { _ in [own] }
                case .lines:
                    place = {
                        [
                            .text(
                                line: cell.row, from: cell.column + $0.lowerBound,
                                to: cell.column + max($0.lowerBound, $0.upperBound - 1))
                        ]
                    }
                }
                let isSpanned = cell.flags.contains(.spanned)
                let text = cell.flags.contains(.hidden) ? "" : grid.text(row, column)
                let unit =
                    isSpanned
                    ? TextUnit(lexed: LexedText(text), mentions: [], tokens: [:], place: place)
                    : account.unit(text, lexicon: lexicon, scan: !isLong || row < 40, place: place)
                cells.append(
                    CellUnit(
                        unit: unit, isHeader: cell.flags.contains(.header), isSpanned: isSpanned, row: cell.row,
                        column: column))
            }
            rows.append(cells)
        }
        return rows
    }

    // MARK: context

    /// What stands before a section, nearest first; what was asked comes last and gives only its subject.
    func context(before index: Int, question: PassageUnit? = nil, asked: [Context.Outer] = []) -> Context {
        var outers = asked
        if let question { outers += [Context.Outer(question.unit, .sentence)] + question.asked }
        outers += surroundings.near(before: index)
        let name = TextUnit(
            lexed: letterhead.nameUnit, mentions: MentionScanner.scan(letterhead.nameUnit, in: lexicon), tokens: [:],
            place: { _ in [] })
        var file = Context.Outer(name, .fileName)
        file.areas = []
        outers.append(file)
        outers += surroundings.asked(before: index, withQuestions: question == nil)
        return Context(outers: outers, senders: letterhead.senders, regime: regime, flagIsDenied: flagIsDenied)
    }

    // MARK: statements

    mutating func append(_ statement: Statement, base: Int = 0) {
        var statement = statement
        statement.parts = statement.parts.map { $0 + base }
        let index = reading.statements.count
        switch statement.role {
        case .level: account.mark(statement.tokens, .statement(index))
        case .checkedTotal, .otherBody, .derived, .retracted, .repeated: break
        }
        reading.statements.append(statement)
    }

    /// Fates of figures that are no keys, told once all statements have their index.
    mutating func explainRoles(from start: Int) {
        for index in start..<reading.statements.count {
            let statement = reading.statements[index]
            switch statement.role {
            case .level, .retracted, .repeated: continue
            case .checkedTotal:
                let witness =
                    statement.parts.isEmpty
                    ? "total of the row or column"
                    : "sum of \(statement.parts.count) figures from \(reading.statements[statement.parts[0]].places.locator)"
                account.mark(statement.tokens, .explained("checked_total", witness: witness))
            case .otherBody:
                account.mark(
                    statement.tokens,
                    .explained("out_of_scope", witness: "\(statement.areaAsWritten) is no police force"))
            case .derived:
                account.mark(
                    statement.tokens,
                    .explained("percentage", witness: statement.labels.last?.text ?? statement.figure.raw))
            }
        }
    }
}

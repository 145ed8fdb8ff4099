import Records
import Vocabulary

/// The passages and grids of a document, in order, on their way to sections. Each step is one function.
struct DocumentParts {
    enum Part {
        case passage(PassageUnit)
        case grid(GridPart)
    }

    struct GridPart {
        var cells: [[CellUnit]]
        var isList = false
        var isText = false
    }

    private(set) var parts: [Part] = []
    private let lexicon: Lexicon

    /// Enters every number in the account; what was asked in a table is set apart.
    init(_ document: Document, lexicon: Lexicon, account: inout AccountBuilder) {
        self.lexicon = lexicon
        for block in document.blocks {
            switch block {
            case .passage(let passage):
                let unit = account.unit(passage.text, lexicon: lexicon) { passage.places(of: $0) }
                var part = PassageUnit(unit: unit, role: passage.role)
                part.ordinal = passage.ordinal
                parts += Footnotes.apart(part, lexicon: lexicon).flatMap { $0.withHeadApart(lexicon) }.map(Part.passage)
            case .grid(let grid):
                let isText = if case .lines = grid.addressing { true } else { false }
                let rows = CellUnit.rows(of: grid, lexicon: lexicon, account: &account)
                let part = GridPart(cells: rows, isList: grid.isList, isText: isText)
                add(part, isQuoted: grid.isQuoted, account: &account)
            }
        }
    }

    private mutating func add(_ grid: GridPart, isQuoted: Bool, account: inout AccountBuilder) {
        var grid = grid
        if let sheet = SheetFrame.removed(grid.cells) {
            grid.cells = sheet.cells
            account.explain(sheet.frame, .explained("label", witness: "row of the sheet"))
        }
        if isQuoted || Self.isExample(grid.cells) {
            account.explain(
                grid.cells.joined(), .explained("quoted_request", witness: "in a table of what was asked"))
        } else if let asked = QuestionTable.passages(grid.cells) {
            parts += asked.passages.map { .passage($0) }
            account.explainQuestionNumbers(asked.numbers)
        } else {
            if let (told, end) = ParticularsTable.head(of: grid.cells, lexicon: lexicon) {
                parts += told.passages.map { .passage($0) }
                account.explain(told.numbers, .explained("reference", witness: "among the particulars of the reply"))
                grid.cells.removeSubrange(..<end)
            }
            if !grid.cells.isEmpty { parts.append(.grid(grid)) }
        }
    }

    /// A table that calls itself an example shows how to answer.
    private static func isExample(_ cells: [[CellUnit]]) -> Bool {
        cells.prefix(2).joined().contains { $0.lexed.words == ["example"] || $0.lexed.words == ["for", "example"] }
    }

    /// A second block of mail headers below the text begins what was written before; on the page of a request, what
    /// came next.
    mutating func quoteEarlierMessages(in account: inout AccountBuilder) {
        var bodySeen = false
        var quoting = false
        let thread = MailThread(
            parts.map { part -> PassageUnit? in if case .passage(let own) = part { own } else { nil } })
        for index in parts.indices {
            switch parts[index] {
            case .grid(let grid):
                bodySeen = true
                // A table in the message below, which this one overtakes.
                guard quoting else { continue }
                account.explain(
                    grid.cells.joined(), .explained("quoted_request", witness: "in a message quoted below"))
                parts[index] = .grid(GridPart(cells: []))
            case .passage(var passage):
                if passage.role == .header, bodySeen, passage.unit.lexed.isWord(0, ["from", "sent"]) {
                    quoting = !thread.isAnswer(at: index)
                }
                if passage.role != .header, passage.role != .title, passage.unit.lexed.count > 12 { bodySeen = true }
                guard quoting else { continue }
                passage.role = .quoted
                parts[index] = .passage(passage)
            }
        }
    }

    /// Asterisks before more than two items of a list are bullets, not marks of notes.
    mutating func tellBullets() {
        func sign(_ part: Part) -> String? {
            guard case .passage(let passage) = part, passage.role == .listItem else { return nil }
            return passage.unit.lexed.lexemes.first.flatMap { $0.kind == .symbol ? $0.text : nil }
        }
        let counts = Dictionary(parts.compactMap(sign).map { ($0, 1) }, uniquingKeysWith: +)
        for index in parts.indices {
            guard let sign = sign(parts[index]), counts[sign] ?? 0 > 1, case .passage(var passage) = parts[index] else {
                continue
            }
            passage.hasBullet = true
            parts[index] = .passage(passage)
        }
    }

    /// Texts that may say what markers and abbreviations mean.
    var explanations: [TextUnit] {
        parts.flatMap { part -> [TextUnit] in
            switch part {
            case .passage(let passage): passage.role == .quoted || passage.hasBullet ? [] : [passage.unit]
            case .grid(let grid):
                grid.cells.compactMap { row in
                    let filled = row.filter { !$0.isBlank && !$0.isSpanned }
                    return filled.count == 1 && filled[0].lexed.count > 1 ? filled[0].unit : nil
                }
            }
        }
    }

    /// `*,Fewer than five`: a mark and its meaning in two cells of a key.
    var keys: [(mark: CellUnit, meaning: CellUnit)] {
        parts.flatMap { part -> [(CellUnit, CellUnit)] in
            guard case .grid(let grid) = part else { return [] }
            return grid.cells.compactMap { row in
                let filled = row.filter { !$0.isBlank && !$0.isSpanned }
                return filled.count == 2 && filled[0].lexed.count <= 3 ? (filled[0], filled[1]) : nil
            }
        }
    }

    /// Writes abbreviations out, and gives tables of unusual form the form of all others.
    mutating func makePlain(by glossary: Glossary, _ legend: Legend, account: inout AccountBuilder) {
        let pairs = parts.lazy.compactMap { part -> PairedCells? in
            switch part {
            case .passage(let passage): PairedCells(toldBy: passage.unit)
            case .grid(let grid): grid.cells.joined().lazy.compactMap { PairedCells(toldBy: $0.unit) }.first
            }
        }.first
        for index in parts.indices {
            switch parts[index] {
            case .passage(var passage):
                guard let meaning = glossary.expanded(passage.unit.lexed) else { continue }
                passage.unit.meaning = meaning
                parts[index] = .passage(passage)
            case .grid(var grid):
                for row in grid.cells.indices {
                    for column in grid.cells[row].indices {
                        guard let meaning = glossary.expanded(grid.cells[row][column].lexed) else { continue }
                        grid.cells[row][column].unit.meaning = meaning
                    }
                }
                grid.cells = SpanRows.joined(grid.cells, lexicon: lexicon)
                if grid.isText { grid.cells = MarkColumns.withoutBullets(grid.cells) }
                grid.cells = MarkColumns.joined(grid.cells, legend: legend, lexicon: lexicon)
                if let told = (pairs ?? PairedCells(unexplainedIn: grid.cells))?.split(grid.cells, lexicon: lexicon) {
                    (grid.cells, grid.isList) = (told, false)
                }
                if let keyed = KeyedCells.parted(grid.cells, lexicon: lexicon) {
                    grid.cells = keyed.rows
                    for unit in keyed.repeats {
                        account.mark(unit.tokens(in: 0..<unit.lexed.count), .explained("repeated", witness: unit.text))
                    }
                }
                if let report = CaptionedRows(grid.cells, lexicon: lexicon) {
                    grid.cells = report.rows
                    for (cell, first) in report.repeats {
                        account.explain([cell], .explained("repeated", witness: first.place.map { [$0].locator } ?? ""))
                    }
                }
                parts[index] = .grid(grid)
            }
        }
    }

    /// Answers matched with their questions, grids cut into blocks.
    func sections(legend: Legend, account: inout AccountBuilder) -> [Section] {
        var matcher = QuestionMatcher(
            parts.map { if case .passage(let passage) = $0 { passage } else { nil } }, lexicon: lexicon)
        let answers = parts.indices.map { index -> [PassageUnit]? in
            if case .grid(let grid) = parts[index] { matcher.learn(grid.cells) }
            return matcher.match(at: index)
        }
        let segmenter = Segmenter(legend: legend, lexicon: lexicon)
        var sections: [Section] = []
        var items: [PassageUnit] = []
        func closeList() {
            if let list = RunningList.section(of: items, lexicon: lexicon) {
                sections.append(list)
            } else {
                sections += items.flatMap { RunningList.sections(of: $0, lexicon: lexicon) }
            }
            items = []
        }
        for (part, answers) in zip(parts, answers) {
            for answer in answers ?? [] {
                if answer.role != .listItem { closeList() }
                items.append(answer)
                if answer.role != .listItem { closeList() }
            }
            switch part {
            case .passage: continue
            case .grid(var grid):
                closeList()
                account.explainQuestionNumbers(matcher.book.written(into: &grid.cells, lexicon: lexicon))
                sections += segmenter.sections(of: grid.cells, isList: grid.isList, isText: grid.isText)
            }
        }
        closeList()
        return sections.withCaptionsAbove
    }
}

extension PassageUnit {
    /// `Bedfordshire Police` over `Offences with the flag: 2017/18 84, 2018/19 101.`: a line with a body's name heads the lines
    /// of figures below it.
    fileprivate func withHeadApart(_ lexicon: Lexicon) -> [PassageUnit] {
        let lines = unit.lexed.lineStarts
        guard role == .paragraph, lines.count > 1 else { return [self] }
        let head = unit.slice(0..<lines[1], lexicon: lexicon)
        // Few first lines are names; only below those the rest is looked at.
        guard let area = AreaRecogniser.whole(head.lexed, in: lexicon),
            area.candidates.contains(where: lexicon.isForce),
            case let rest = unit.slice(lines[1]..<unit.lexed.count, lexicon: lexicon),
            case let cues = CueRecogniser.cues(in: rest.lexed),
            cues.flag != nil || cues.subject == .childSexual,
            rest.mentions.contains(where: { if case .number = $0.kind { true } else { false } }),
            rest.mentions.contains(where: { if case .period = $0.kind { true } else { false } })
        else { return [self] }
        var own = self
        own.unit = rest
        return [PassageUnit(unit: head, role: .heading), own]
    }
}

extension AccountBuilder {
    fileprivate mutating func explainQuestionNumbers(_ cells: [CellUnit]) {
        for cell in cells { explain([cell], .explained("question_number", witness: cell.unit.text)) }
    }
}

import Records
import Vocabulary

/// One cell of a table as the interpreter looks at it.
struct CellUnit: Sendable {
    var unit: TextUnit
    var isHeader: Bool
    /// A repeat of its neighbour, spanned into this position.
    var isSpanned: Bool
    var row: Int
    var column: Int

    var lexed: LexedText { unit.lexed }
    var isBlank: Bool { unit.lexed.isEmpty }
    var place: Place? { unit.place(0..<max(1, unit.text.unicodeScalars.count)).first }
}

/// What a document comes down to: passages and blocks of rows, in order.
enum Section: Sendable {
    case passage(PassageUnit)
    case table(TableBlock)
}

extension [Section] {
    /// `Table 1: …` right below its table stands above it, as a caption, where the document sets its captions below.
    var withCaptionsAbove: [Section] {
        var sections = self
        // `Table A: individuals named as suspects` right over a table is its caption.
        for (index, next) in zip(indices, dropFirst()) {
            guard case .passage(var caption) = self[index], case .table = next, caption.role == .paragraph,
                caption.unit.lexed.isWord(0, ["table", "tabl"]), caption.unit.lexed.count <= 30,
                caption.unit.lexed.integer(1) != nil || caption.unit.lexed.word(1)?.count == 1
            else { continue }
            caption.role = .caption
            sections[index] = .passage(caption)
        }
        return sections.withCaptionsBelowRaised
    }

    private var withCaptionsBelowRaised: [Section] {
        func captions(_ index: Int) -> Bool {
            guard indices.contains(index), case .passage(let passage) = self[index] else { return false }
            return passage.unit.lexed.isWord(0, ["table", "tab", "tabl"]) && passage.unit.lexed.integer(1) != nil
        }
        func isTable(_ index: Int) -> Bool { if case .table = self[index] { true } else { false } }
        let tables = indices.filter(isTable)
        guard let first = tables.first, !captions(first - 1), tables.allSatisfy({ captions($0 + 1) }) else {
            return self
        }
        var sections = self
        for index in tables {
            guard case .passage(var caption) = self[index + 1] else { continue }
            caption.role = .caption
            sections[index] = .passage(caption)
            sections[index + 1] = self[index]
        }
        return sections
    }
}

struct PassageUnit: Sendable {
    var unit: TextUnit
    var role: Passage.Role
    /// The number of an item in a list that numbers its items itself.
    var ordinal: Int?
    /// It begins with a sign that only sets it out as an item.
    var hasBullet = false
    /// What the question asks that this answers, nearest first; empty where no mark names one.
    var asked: [Context.Outer] = []
    /// The years asked for, in order.
    var askedPeriods: [Period] = []
    /// What is asked again, in order, and for which period.
    var askedAgain: (cues: [Cues], period: Period)?

    /// `Applied filters: Victim Age is less than 18`: how the data were drawn.
    var isFilter: Bool {
        unit.lexed.isWord(0, ["filter", "filters", "parameters"])
            || unit.lexed.isWord(0, ["applied", "report", "selected"])
                && unit.lexed.isWord(1, ["filters", "parameters"])
    }

    /// `2018/19: 45` in a line of its own, short as a heading: a year and its figure, and nothing else.
    var isListOfOne: Bool {
        let mentions = unit.mentions
        guard mentions.count == 2, case .period(let year) = mentions[0].kind, case .number = mentions[1].kind,
            year.period?.isWholeYear == true
        else { return false }
        return unit.lexed.lexemes.indices.allSatisfy { index in
            mentions.contains { $0.range.contains(index) } || unit.lexed[index]?.kind == .symbol
        }
    }

    init(unit: TextUnit, role: Passage.Role) {
        self.unit = unit
        self.role = role
    }
}

/// Rows that belong to one understanding: headers, and what stands under them.
struct TableBlock: Sendable {
    enum Item: Sendable {
        case data(Int)
        /// A row with a single text between rows of figures: it heads what follows.
        case heading(TextUnit)
    }

    var cells: [[CellUnit]]
    var headerRows: [Int] = []
    var items: [Item] = []
    var isList: Bool
    /// Drawn with spaces: a header may go on over several lines.
    var isText = false
    /// The rows of `cells` are those of the grid.
    var columns: Int { cells.map(\.count).max() ?? 0 }

    var dataRows: [Int] { items.compactMap { if case .data(let row) = $0 { row } else { nil } } }

    /// A header names a column of divisions, whose names may be those of bodies too.
    var isOfDivisions: Bool {
        headerRows.contains { row in
            cells[row].contains { $0.lexed.words.count == 1 && FinerCategory.isPlace($0.lexed.words[0]) }
        }
    }

    func cell(_ row: Int, _ column: Int) -> CellUnit? {
        guard cells.indices.contains(row), cells[row].indices.contains(column) else { return nil }
        return cells[row][column]
    }
}

import Records
import Vocabulary

/// Two figures in one cell, `19 of 93` or `96 (84)`, where the document says what both are: two columns with headers of
/// their own.
struct PairedCells {
    private enum Form { case parts, brackets }

    private let form: Form
    /// What the headers over both columns say, left and right; `19 of 93` and `93 / 19` are told apart as part and whole.
    private let heads: [String]

    private static let flagged = "cyber flagged"
    private static let whole = "all recorded, flagged or not"
    private static let parts = Phrases<Bool>([
        "of all", "out of all", "out of the total", "of the total", "out of every",
    ])

    /// Nil for a text that says nothing of such cells.
    init?(toldBy unit: TextUnit) {
        let text = unit.lexed
        if Self.parts.occurs(in: text) && CueRecogniser.cues(in: text).flag != nil || Self.flaggedComesSecond(in: text)
        {
            (form, heads) = (.parts, [Self.flagged, Self.whole])
        } else if let phrase = Context.Outer.bracketPhrase(in: text) {
            (form, heads) = (.brackets, Self.years(in: unit, around: phrase) ?? Self.meanings(in: text, around: phrase))
        } else if Self.bracketsHoldFlagged(in: text) {
            (form, heads) = (.brackets, [Self.whole, Self.flagged])
        } else {
            return nil
        }
    }

    /// Cells that nobody explains: no label says what the two are, and neither is published.
    init?(unexplainedIn rows: [[CellUnit]]) {
        (form, heads) = (.brackets, ["outside the brackets", "in the brackets"])
        // A number up to nine may be the mark of a note.
        let asides = rows.joined().compactMap { cell in
            Self.outsideAndInside(cell.lexed).flatMap { cell.lexed.integer($0.1.lowerBound) }
        }
        guard asides.contains(where: { $0 > 9 }) else { return nil }
    }

    /// `2018/19 (of which cyber flagged)`
    private static func bracketsHoldFlagged(in text: LexedText) -> Bool {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }),
            text.isWord(open + 1, ["of", "including"]),
            let end = (open..<text.count).first(where: { text.isSymbol($0, ")") })
        else { return false }
        return CueRecogniser.cues(in: text, range: open..<end).flag == .flagged
            && CueRecogniser.cues(in: text, range: 0..<open).flag != .flagged
    }

    /// `All recorded / of which with cyber flag`
    private static func flaggedComesSecond(in text: LexedText) -> Bool {
        guard
            let cut = text.lexemes.indices.first(where: {
                text.isSymbol($0, "/") && text[$0]?.spaceBefore == true && text[$0 + 1]?.spaceBefore == true
            })
        else { return false }
        let second = CueRecogniser.cues(in: text, range: cut + 1..<text.count)
        return second.flag == .flagged && CueRecogniser.cues(in: text, range: 0..<cut).flag != .flagged
    }

    /// `… in the 2018/19 financial year, with the number for 2017/18 in brackets`: the years outside and inside.
    private static func years(in unit: TextUnit, around phrase: Range<Int>) -> [String]? {
        let years = unit.mentions.filter { mention in
            if case .period(let reading) = mention.kind { reading.period?.isWholeYear == true } else { false }
        }
        guard years.count == 2 else { return nil }
        // `The number in brackets is that for 2016/17`: the year of its sentence, the nearer of two.
        func distance(_ year: Range<Int>) -> Int {
            let between =
                year.upperBound <= phrase.lowerBound
                ? year.upperBound..<phrase.lowerBound : phrase.upperBound..<max(phrase.upperBound, year.lowerBound)
            return between.count + (between.contains { unit.lexed.isSymbol($0, ".") } ? 100 : 0)
        }
        let words = years.map { unit.lexed.raw(lexemes: $0.range) }
        return distance(years[0].range) < distance(years[1].range) ? words.reversed() : words
    }

    /// `Figures in brackets are offences on girls`, `… in brackets, those with the flag`, `… with the flagged in brackets`.
    private static func meanings(in text: LexedText, around phrase: Range<Int>) -> [String] {
        let isEnd = { (index: Int) in [".", ";", "(", ")"].contains { text.isSymbol(index, $0) } }
        let end = (phrase.upperBound..<max(phrase.upperBound, text.count)).first(where: isEnd) ?? text.count
        let start = (0..<phrase.lowerBound).last { isEnd($0) || text.isSymbol($0, ",") }.map { $0 + 1 } ?? 0
        let inside = phrase.upperBound + 1 < end ? phrase.upperBound..<end : start..<phrase.lowerBound
        let outside: String
        switch CueRecogniser.cues(in: text, range: inside).flag {
        case .flagged: outside = whole
        case .all: outside = flagged
        default: outside = ""
        }
        return [outside, text.raw(lexemes: inside)]
    }

    /// Rows with paired columns told apart; nil where there are none.
    func split(_ rows: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]]? {
        let width = rows.map(\.count).max() ?? 0
        let paired = Set(
            (0..<width).filter { column in
                let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { !$0.isBlank }
                return cells.filter { halves($0.lexed) != nil }.count * 2 > cells.count
            })
        guard !paired.isEmpty,
            let first = rows.firstIndex(where: { row in
                row.indices.contains { paired.contains($0) && halves(row[$0].lexed) != nil }
            })
        else { return nil }
        var told: [[CellUnit]] = []
        for (index, row) in rows.enumerated() {
            if index == first { told.append(headers(over: row, width, paired, lexicon)) }
            told.append(apart(row, paired, lexicon))
        }
        return told
    }

    /// The lexemes of both figures, left and right.
    private func halves(_ text: LexedText) -> (Range<Int>, Range<Int>)? {
        switch form {
        case .parts: Self.partAndWhole(text)
        case .brackets: Self.outsideAndInside(text)
        }
    }

    /// `19 of 93`, `19 out of 93`, `93 / 19`
    private static func partAndWhole(_ text: LexedText) -> (Range<Int>, Range<Int>)? {
        if text.count == 3, text.isSymbol(1, "/"), text[1]?.spaceBefore == true,
            let whole = text[0]?.quantity?.wholeValue,
            let part = text[2]?.quantity?.wholeValue, part <= whole
        {
            return (2..<3, 0..<1)
        }
        guard let part = text[0]?.quantity?.wholeValue else { return nil }
        let at = text.isWord(1, ["out"]) ? 2 : 1
        guard text.isWord(at, ["of"]), text.count == at + 2, let whole = text[at + 1]?.quantity?.wholeValue,
            part <= whole
        else { return nil }
        return (0..<1, at + 1..<at + 2)
    }

    /// `96 (84)`, `34 [not in force]`: a figure or what stands in its place, in both.
    private static func outsideAndInside(_ text: LexedText) -> (Range<Int>, Range<Int>)? {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") || text.isSymbol($0, "[") }),
            open > 0,
            text.isSymbol(text.count - 1, ")") || text.isSymbol(text.count - 1, "]")
        else { return nil }
        let halves = (0..<open, open + 1..<text.count - 1)
        // Not `38 (41%)`: a share is told by its sign.
        let areRead = [halves.0, halves.1].allSatisfy {
            let half = FigureRecogniser.cell(LexedText(text.raw(lexemes: $0)), legend: Legend())
            return half != nil && half != .derived
        }
        return areRead ? halves : nil
    }

    private func apart(_ row: [CellUnit], _ paired: Set<Int>, _ lexicon: Lexicon) -> [CellUnit] {
        var cells: [CellUnit] = []
        for (column, cell) in row.enumerated() {
            var (left, right) = (cell, cell)
            if paired.contains(column) {
                if let (first, second) = halves(cell.lexed) {
                    left.unit = cell.unit.slice(first, lexicon: lexicon)
                    right.unit = cell.unit.slice(second, lexicon: lexicon)
                } else {
                    right.isSpanned = true
                }
                left.column = cells.count
                right.column = cells.count + 1
                cells += [left, right]
            } else {
                left.column = cells.count
                cells.append(left)
            }
        }
        return cells
    }

    /// A row of headers that the document's words imply.
    private func headers(over row: [CellUnit], _ width: Int, _ paired: Set<Int>, _ lexicon: Lexicon) -> [CellUnit] {
        var cells: [CellUnit] = []
        for column in 0..<width {
            for words in paired.contains(column) ? heads : [""] {
                let text = LexedText(words)
                let unit = TextUnit(
                    lexed: text, mentions: MentionScanner.scan(text, in: lexicon), tokens: [:], place: { _ in [] })
                cells.append(
                    CellUnit(
                        unit: unit, isHeader: true, isSpanned: false, row: row.first?.row ?? 0, column: cells.count))
            }
        }
        return cells
    }
}

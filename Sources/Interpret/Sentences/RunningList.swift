import Records
import Vocabulary

/// Ages with their figures in running text, `under 10 - 5; 10 yrs - 3; 11 yrs - 6` or `10 (3), 11 (9), 12 (20)`: a list.
struct RunningList {
    private struct Item {
        var label: Range<Int>
        var figure: Range<Int>
        var end: Int
    }

    /// The passage as it is; or what stands before such a list, the list, and what stands behind it.
    static func sections(of passage: PassageUnit, lexicon: Lexicon) -> [Section] {
        if let months = MonthList.sections(of: passage, lexicon: lexicon) { return months }
        let text = passage.unit.lexed
        guard ![.quoted, .question, .header].contains(passage.role), text.count >= 6, text.count < 600,
            let items = run(in: text, lexicon), let first = items.first, let last = items.last
        else { return [.passage(passage)] }
        var sections: [Section] = []
        func add(_ range: Range<Int>) {
            var part = passage
            part.unit = passage.unit.slice(range, lexicon: lexicon)
            sections.append(.passage(part))
        }
        add(0..<first.label.lowerBound)
        let cells = items.enumerated().map { Self.cells($1, of: passage.unit, row: $0, lexicon) }
        var block = TableBlock(cells: cells, isList: true)
        block.items = cells.indices.map { .data($0) }
        sections.append(.table(block))
        var rest = passage
        rest.unit = passage.unit.slice(last.end..<text.count, lexicon: lexicon)
        return sections + self.sections(of: rest, lexicon: lexicon)
    }

    /// Items of a list that each are an age with its figure, `11 to 13: 220`: one list; nil where they are not.
    static func section(of passages: [PassageUnit], lexicon: Lexicon) -> Section? {
        let items = passages.compactMap { item($0.unit.lexed, 0, lexicon) }
        guard items.count == passages.count, items.count >= 2,
            zip(items, passages).allSatisfy({ item, passage in
                item.end >= passage.unit.lexed.trimmedCount
                    && AgeRecogniser.whole(LexedText(passage.unit.lexed.raw(lexemes: item.label))) != nil
            }),
            // `10: 4` may be a question with its answer.
            zip(items, passages).contains(where: { $0.label.count > 1 && $1.ordinal == nil })
        else { return nil }
        var block = TableBlock(
            cells: zip(items, passages).enumerated().map { row, pair in
                Self.cells(pair.0, of: pair.1.unit, row: row, lexicon)
            }, isList: true)
        block.items = passages.indices.map { .data($0) }
        return .table(block)
    }

    private static func cells(_ item: Item, of unit: TextUnit, row: Int, _ lexicon: Lexicon) -> [CellUnit] {
        [item.label, item.figure].enumerated().map { column, range in
            CellUnit(
                unit: unit.slice(range, lexicon: lexicon), isHeader: false, isSpanned: false, row: row + 1,
                column: column)
        }
    }

    /// The first run of at least two items that together say that they are ages, or that are offences.
    private static func run(in text: LexedText, _ lexicon: Lexicon) -> [Item]? {
        var index = 0
        while index < text.count {
            var items: [Item] = []
            var at = index
            while let item = item(text, at, lexicon) {
                items.append(item)
                at = item.end
                // `Under 10: 31 offences. 10 to 13: 68 offences.`
                if text.isSymbol(at, "."), self.item(text, at + 1, lexicon) != nil { at += 1 }
            }
            if items.count >= 2, isOfAges(items, text) || areOffences(items, text, lexicon) { return items }
            index = items.isEmpty ? index + 1 : max(at, index + 1)
        }
        return nil
    }

    /// `Rape, 19; sexual communication, 54`: each a name that the codelist has.
    private static func areOffences(_ items: [Item], _ text: LexedText, _ lexicon: Lexicon) -> Bool {
        items.allSatisfy { OffenceRecogniser.whole(LexedText(text.raw(lexemes: $0.label)), in: lexicon) != nil }
    }

    private static func isOfAges(_ items: [Item], _ text: LexedText) -> Bool {
        let ages = items.compactMap { AgeRecogniser.whole(LexedText(text.raw(lexemes: $0.label))) }
        let spoken = (0..<items[0].label.upperBound).contains { text.isWord($0, ["age", "ages", "aged"]) }
        let explicit = items.filter { $0.label.count > 1 }.count
        return Set(ages).count == items.count && ages.contains { !$0.isUnknown }
            && (spoken ? items.count >= 3 || explicit > 0 : explicit >= 2)
    }

    /// An age, a sign, a figure, and what parts it from the next.
    private static func item(_ text: LexedText, _ start: Int, _ lexicon: Lexicon) -> Item? {
        for sign in start + 1..<start + 8 {
            guard let lexeme = text[sign] else { return nil }
            let opens = lexeme.text == "("
            // `10-12, 13-15` are bands without figures.
            if lexeme.text == "-", sign == start + 1 || text[sign + 1]?.spaceBefore == false { continue }
            guard lexeme.kind == .symbol, opens || [":", "-", "=", ","].contains(lexeme.text),
                var end = figureEnd(text, sign + 1)
            else { continue }
            let label = LexedText(text.raw(lexemes: start..<sign))
            let isOffence = lexeme.text == "," && OffenceRecogniser.whole(label, in: lexicon) != nil
            guard isOffence || AgeRecogniser.whole(label) != nil else { continue }
            let figure = sign + 1..<end
            end += opens && text.isSymbol(end, ")") ? 1 : 0
            while text.isWord(end, ["offences", "offence", "crimes", "cases", "victims"]) { end += 1 }
            guard let after = passed(text, end) else { continue }
            // `12-15, 89; 16-17, 24`: a comma joins only where another sign parts.
            if lexeme.text == ",", !(text.isSymbol(end, ";") || text.isSymbol(end, ".")) { continue }
            return Item(label: start..<sign, figure: figure, end: after)
        }
        return nil
    }

    private static func figureEnd(_ text: LexedText, _ index: Int) -> Int? {
        if let (_, _, end) = FigureRecogniser.bound(text, at: index) { return end }
        if text[index]?.isNumber == true, !text.isSymbol(index + 1, "/") { return index + 1 }
        return CardinalWords.match(text, at: index)?.end
            ?? (text.isWord(index, ["nil", "none", "one"]) ? index + 1 : nil)
    }

    /// The index after `;`, `,`, `and` or a line's end; nil where the figure goes on.
    private static func passed(_ text: LexedText, _ index: Int) -> Int? {
        var end = index
        while text.isSymbol(end, ",") || text.isSymbol(end, ";") || text.isSymbol(end, ")")
            || text.isWord(end, ["and", "then"])
        { end += 1 }
        if end > index || text[index] == nil || text[index]?.lineBefore == true { return end }
        return text.isSymbol(index, ".") ? index : nil
    }
}

import Records
import Vocabulary

/// Months with their figures in running text, `2021: April 9, May 12, June 8`: a list of one year.
struct MonthList {
    struct Item {
        var month: Range<Int>
        var figure: Range<Int>
    }

    let items: [Item]
    /// The year before the first of them.
    let year: Range<Int>
    /// The index of the first lexeme after the list.
    let end: Int

    /// The first list of three or more months that follow each other; nil where there is none.
    init?(in text: LexedText) {
        for index in text.lexemes.indices
        where (1990...2059).contains(text.integer(index) ?? 0) && text.isSymbol(index + 1, ":") {
            var items: [Item] = []
            var months: [Int] = []
            var at = index + 2
            while let (month, figure) = Months.month(text, at), text[figure]?.isNumber == true {
                items.append(Item(month: at..<figure, figure: figure..<figure + 1))
                months.append(month)
                at = figure + 1
                while text.isSymbol(at, ",") || text.isWord(at, ["and"]) { at += 1 }
            }
            guard months.count >= 3, zip(months, months.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else { continue }
            (self.items, year, end) = (items, index..<index + 1, at)
            return
        }
        return nil
    }

    /// The passage as it is; or what stands before the list, the list, and what stands behind it.
    static func sections(of passage: PassageUnit, lexicon: Lexicon) -> [Section]? {
        let text = passage.unit.lexed
        guard ![.quoted, .question].contains(passage.role), let list = MonthList(in: text) else { return nil }
        // `2021: April 9, …` over `2022: January 12, …`: one table.
        var lists = [list]
        while let last = lists.last,
            let next = MonthList(in: LexedText(text.raw(lexemes: last.end..<text.count))), next.year.lowerBound == 0
        {
            lists.append(next.moved(by: last.end))
        }
        func part(_ range: Range<Int>) -> Section {
            var part = passage
            part.unit = passage.unit.slice(range, lexicon: lexicon)
            return .passage(part)
        }
        var cells: [[CellUnit]] = []
        for list in lists {
            for item in list.items {
                let lexed = LexedText(text.raw(lexemes: item.month) + " " + text.raw(lexemes: list.year))
                let place = passage.unit.places(lexemes: item.month)
                let month = TextUnit(
                    lexed: lexed, mentions: MentionScanner.scan(lexed, in: lexicon), tokens: [:], place: { _ in place })
                let figure = passage.unit.slice(item.figure, lexicon: lexicon)
                cells.append(
                    [month, figure].enumerated().map { column, unit in
                        CellUnit(
                            unit: unit, isHeader: false, isSpanned: false, row: cells.count + 1, column: column)
                    })
            }
        }
        var block = TableBlock(cells: cells, isList: true)
        block.items = cells.indices.map { .data($0) }
        let end = lists.last?.end ?? list.end
        let years = lists.dropFirst().map { part($0.year) }
        return [part(0..<list.year.upperBound)] + years + [.table(block)]
            + (end < text.count ? [part(end..<text.count)] : [])
    }

    private init(items: [Item], year: Range<Int>, end: Int) {
        (self.items, self.year, self.end) = (items, year, end)
    }

    private func moved(by count: Int) -> MonthList {
        func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + count..<range.upperBound + count }
        return MonthList(
            items: items.map { Item(month: moved($0.month), figure: moved($0.figure)) }, year: moved(year),
            end: end + count)
    }
}

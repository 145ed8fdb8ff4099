import Records
import Vocabulary

/// Two figures in one cell, `96 (84)`, where the text says whose year the brackets give: two columns, each with its year.
struct BracketedCells {
    /// The words of the year outside and inside the brackets.
    let main: String
    let aside: String

    /// `… in the 2018/19 financial year, with the number for 2017/18 in brackets`; nil for a text that does not say so.
    init?(_ unit: TextUnit) {
        let years = unit.mentions.filter { mention in
            if case .period(let reading) = mention.kind { reading.period?.isWholeYear == true } else { false }
        }
        guard years.count == 2, let phrase = Context.Outer.bracketPhrase(in: unit.lexed) else { return nil }
        // `The number in brackets is that for 2016/17`, `with the number for 2017/18 in brackets`: the year of its sentence,
        // the nearer of two.
        func distance(_ year: Range<Int>) -> Int {
            let between =
                year.upperBound <= phrase.lowerBound
                ? year.upperBound..<phrase.lowerBound : phrase.upperBound..<max(phrase.upperBound, year.lowerBound)
            return between.count + (between.contains { unit.lexed.isSymbol($0, ".") } ? 100 : 0)
        }
        let isFirst = distance(years[0].range) < distance(years[1].range)
        main = unit.lexed.raw(lexemes: years[isFirst ? 1 : 0].range)
        aside = unit.lexed.raw(lexemes: years[isFirst ? 0 : 1].range)
    }

    /// Rows with such columns told apart; nil where there are none.
    func split(_ rows: [[CellUnit]], lexicon: Lexicon) -> [[CellUnit]]? {
        let width = rows.map(\.count).max() ?? 0
        guard width == 2, rows.count >= 2, rows.allSatisfy({ $0.count == 2 && Self.halves($0[1].lexed) != nil }) else {
            return nil
        }
        let head = ["", main, aside].enumerated().map { column, words in
            CellUnit(
                unit: TextUnit(
                    lexed: LexedText(words), mentions: MentionScanner.scan(LexedText(words), in: lexicon), tokens: [:],
                    place: { _ in [] }), isHeader: true, isSpanned: false, row: rows[0][0].row, column: column)
        }
        return [head]
            + rows.map { row in
                guard let (outside, inside) = Self.halves(row[1].lexed) else { return row }
                return [
                    row[0].unit, row[1].unit.slice(outside, lexicon: lexicon),
                    row[1].unit.slice(inside, lexicon: lexicon),
                ]
                .enumerated().map { column, unit in
                    CellUnit(unit: unit, isHeader: false, isSpanned: false, row: row[0].row, column: column)
                }
            }
    }

    /// The lexemes outside and inside the brackets of `96 (84)`.
    private static func halves(_ text: LexedText) -> (Range<Int>, Range<Int>)? {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") || text.isSymbol($0, "[") }),
            open > 0,
            text.isSymbol(text.count - 1, ")") || text.isSymbol(text.count - 1, "]")
        else { return nil }
        let halves = (0..<open, open + 1..<text.count - 1)
        // `34 [not in force]`: a figure or what stands in its place, in both.
        let areRead = [halves.0, halves.1].allSatisfy {
            FigureRecogniser.cell(LexedText(text.raw(lexemes: $0)), legend: Legend()) != nil
        }
        return areRead ? halves : nil
    }
}

import Records

/// A figure with the part of the year that it covers: `74 (first nine months)`, `38 (to 31 December 2018)`.
package struct DatedFigure {
    package let figure: LexedText
    package let covered: PeriodReading

    package init?(_ text: LexedText) {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 0,
            text.isSymbol(text.count - 1, ")")
        else { return nil }
        let start = text.isWord(open + 1, ["for", "the"]) ? open + 2 : open + 1
        guard let (covered, end) = PeriodRecogniser.match(text, at: start),
            (end..<max(end, text.count - 1)).allSatisfy({ text.isWord($0, ["only"]) })
        else { return nil }
        switch covered {
        case .part, .until: break
        default: return nil
        }
        figure = LexedText(text.raw(lexemes: 0..<open))
        self.covered = covered
    }
}

extension PeriodReading {
    /// What is read, as a part of a year that stands elsewhere; nil where it is none.
    package func period(within year: Period) -> Period? {
        switch self {
        case .part(let months): year.isFinancialYear ? PeriodRecogniser.part(months, of: year.start.year) : nil
        case .until(let date): date > year.start && date < year.end ? Period(from: year.start, to: date) : nil
        default: period
        }
    }
}

import Records

/// A figure with a remark in brackets behind it: `74 (first nine months)`, `98 (27 of these stem from one inquiry)`.
package struct RemarkedFigure {
    package let figure: LexedText
    /// The lexemes within the brackets.
    package let remark: Range<Int>
    /// The part of the year that the figure covers, where the remark says one.
    package let covered: PeriodReading?
    /// What the remark says of how sure the figure is: `198 (provisional; the year has only just closed)`.
    package let status: Status?

    package init?(_ text: LexedText) {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 0,
            text.isSymbol(text.count - 1, ")"), open + 1 < text.count
        else { return nil }
        remark = open + 1..<text.count - 1
        figure = LexedText(text.raw(lexemes: 0..<open))
        // `110 (nine months; the year is not complete)`
        status =
            text.isWord(open + 1, ["provisional", "provisionally"])
            ? .provisional : PeriodRecogniser.isLessThanAYear(text, at: open + 1) ? .partial : nil
        let start = text.isWord(open + 1, ["for", "the"]) ? open + 2 : open + 1
        if let (covered, end) = PeriodRecogniser.match(text, at: start),
            (end..<max(end, remark.upperBound)).allSatisfy({ text.isWord($0, ["only"]) })
        {
            switch covered {
            case .part, .until:
                self.covered = covered
                return
            // `74 (1 October 2018 to 31 March 2019 only)`
            case .period(let period) where !period.isWholeYear && period.days < 365:
                self.covered = covered
                return
            default: break
            }
        }
        covered = nil
        // `61 (of which 12 relate to offences committed before 2015)`; where the part has the flag, it is a figure too.
        let ofWhich =
            text.isWord(open + 1, ["of"]) && text.isWord(open + 2, ["which", "these", "them", "those"])
            && text[open + 3]?.isNumber == true && text[open + 4]?.isWord == true
            && CueRecogniser.cues(in: text, range: remark).flag == nil
        let ofThese =
            ofWhich
            || text.isWord(open + 2, ["of"])
                && text.isWord(open + 3, ["these", "them", "which", "those"])
                && (text[open + 1]?.isNumber == true || CardinalWords.match(text, at: open + 1) != nil)
        // `341 (this includes 12 offences awaiting classification)`
        let first = text.isWord(open + 1, ["this", "which", "it", "figure"]) ? open + 2 : open + 1
        // `251 (an increase of 7.7%)`
        let isOfChange = remark.contains {
            text.isWord($0, ["increase", "decrease", "rise", "fall", "up", "down", "change", "drop"])
        }
        guard ofThese || isOfChange || status != nil || text.isWord(first, ["including", "includes", "incl"]) else {
            return nil
        }
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

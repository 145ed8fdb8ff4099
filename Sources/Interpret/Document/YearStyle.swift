import Records
import Vocabulary

/// What a bare year means: the words `financial year`, `year ending March`, `calendar year` say.
enum YearStyle: Sendable {
    case calendar, financialStart, financialEnd

    private static let endings = Phrases<Bool>([
        "year ending", "year ended", "years ending", "years ended", "12 months to", "twelve months to",
        "year ends on 31",
        "years to march", "years end on 31", "ye march", "fye", "year end",
        "financial year ending", "year to march", "to march", "to 31 march", "ending march", "ending 31 march", "ye",
    ])
    private static let financial = Phrases<Bool>([
        "financial year", "financial years", "fy", "fiscal year", "financial", "apr mar", "apr to mar",
        "april to march",
        "april march",
    ])
    private static let calendarYear = Phrases<Bool>([
        "calendar year", "calendar years", "january to december", "jan dec", "jan to dec",
    ])

    /// `2016 is 1 April 2016 to 31 March 2017`: what a note says of all single years.
    static func told(by sentence: Sentence) -> YearStyle? {
        let text = sentence.unit.lexed
        // `Each column starts on 1 April of the year at its head`
        if sentence.lexed.words.contains("april"), sentence.lexed.words.contains("each"),
            !Set(sentence.lexed.words).isDisjoint(with: ["starts", "begins", "runs"]),
            !Set(sentence.lexed.words).isDisjoint(with: ["column", "row", "line", "year"])
        {
            return sentence.lexed.words.contains("ends") && sentence.lexed.words.contains("march")
                ? nil : .financialStart
        }
        if let style = ofHeads(sentence.lexed) { return style }
        for (bare, whole) in zip(sentence.mentions, sentence.mentions.dropFirst()) {
            guard case .period(let first) = bare.kind, let year = first.singleYear,
                case .period(let reading) = whole.kind,
                let period = reading.period, period.isFinancialYear,
                (bare.range.upperBound..<max(bare.range.upperBound, whole.range.lowerBound)).contains(where: {
                    text.isWord($0, ["is", "means", "covers", "refers", "runs"]) || text.isSymbol($0, "=")
                        || text.isSymbol($0, "(")
                })
            else { continue }
            return period.start.year == year ? .financialStart : .financialEnd
        }
        return nil
    }

    /// `Year means the twelve months ending on 31 March of the year shown`: by which of its ends a year is named.
    private static func ofHeads(_ text: LexedText) -> YearStyle? {
        let isOfHeads =
            text.isWord(0, ["year", "years"]) && text.isWord(1, ["means", "mean", "is", "are", "refers", "refer"])
            || text.words.contains {
                ["shown", "named", "heading", "headings", "header", "label", "head"].contains($0)
            }
        func has(_ month: [String], behind words: Set<String>) -> Bool {
            text.lexemes.indices.contains { index in
                text.isWord(index, month) && (index - 4..<index).contains { text.isWord($0, words) }
            }
        }
        let ends = has(["march", "mar"], behind: ["ending", "ended", "ends", "end"])
        let starts = has(["april", "apr"], behind: ["starting", "beginning", "starts", "begins", "commencing"])
        let isOfYears = text.words.contains { ["year", "years", "months"].contains($0) }
        guard isOfHeads, isOfYears, ends != starts, text.count <= 30 else { return nil }
        return ends ? .financialEnd : .financialStart
    }

    static func read(_ text: LexedText) -> YearStyle? {
        if let ending = endings.first(in: text) {
            // `Year ending 31 December` is a calendar year.
            let after = ending.range.upperBound..<min(text.count, ending.range.upperBound + 4)
            return after.contains { text.isWord($0, ["december", "dec"]) } ? .calendar : .financialEnd
        }
        if calendarYear.occurs(in: text) { return .calendar }
        if financial.occurs(in: text) { return .financialStart }
        return nil
    }

    func period(_ year: Int) -> Period? {
        switch self {
        case .calendar: Period(calendarYear: year)
        case .financialStart: Period(financialYear: year)
        case .financialEnd: Period(financialYear: year - 1)
        }
    }
}

import Records
import Vocabulary

/// What a question leaves to the one before it: offences, figures, the flag.
extension Questionnaire {
    private static let pointers = Phrases<Bool>([
        "of these", "of those", "of the offences in", "of the offences at", "of the crimes in",
        "of those at", "of the crimes at", "of which", "answer to question", "answer to q", "of the above",
        "in question 1", "of that number", "of them", "of the total", "for those offences", "for these offences",
        "the same for", "same for", "the same figure for", "the same figures for", "the same question for",
        "as above for", "the same by", "same by", "the same as",
    ])

    /// `In each of those years` points at years, not at offences.
    static func refersBack(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            pointers.match(text, at: index).map {
                !text.isWord($0.end, ["years", "year", "financial", "periods", "two", "three", "four"])
            } ?? false
        }
    }

    /// `Please break the 2018/19 figure down by type`, `How old were the victims?`: the figure of the question before.
    static func asksForParts(_ text: LexedText) -> Bool {
        let cues = CueRecogniser.cues(in: text)
        return cues.flag == nil && cues.subject == nil
            && (cues.unit == nil || cues.unit == .offences || cues.unit == .victims)
            && !Set(text.words).isDisjoint(with: [
                "figure", "figures", "total", "totals", "break", "split", "breakdown", "age", "ages", "grouped", "old",
            ])
    }

    /// `How many victims does that come to?`, `And how many children were they?`: of what was asked before.
    static func asksOfThose(_ text: LexedText) -> Bool {
        let cues = CueRecogniser.cues(in: text)
        guard cues.flag == nil, cues.subject == nil, cues.unit?.isOfVictims == true else { return false }
        return text.lexemes.indices.contains { index in
            text.isWord(index, ["these", "those", "them", "they"])
                && !text.isWord(index + 1, ["years", "financial", "periods", "two", "three", "four", "under", "aged"])
                || text.isWord(index, ["that", "this"])
                    && text.isWord(index - 1, ["do", "does", "did", "is", "was", "in"])
                    && !text.isWord(index + 1, ["year", "period", "time", "financial"])
        }
    }

    /// `How many sexual offences against children had it?`, `were recorded with it`
    static func pointsAtFlag(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["it"])
                && text.isWord(
                    index - 1,
                    ["had", "have", "has", "with", "carry", "carried", "bear", "bore", "given", "having"])
        }
    }

    /// `Number of offences` behind a question for their victims.
    static func asksForOffences(_ text: LexedText) -> Bool {
        CueRecogniser.cues(in: text) == Cues(unit: .offences) && text.words.count <= 4
    }

    /// `And in 2018/19?` asks for another year what was asked before.
    static func asksAgain(_ whole: LexedText, _ mentions: [Mention]) -> Bool {
        // `And in 2018/19? The Sunday paper had you on 160.`
        let end = whole.lexemes.indices.first { whole.isSymbol($0, "?") } ?? whole.count
        let text = LexedText(whole.raw(lexemes: 0..<end))
        return text.words.count <= 5 && CueRecogniser.cues(in: text).isEmpty
            && mentions.contains { if case .period = $0.kind { true } else { false } }
    }
}

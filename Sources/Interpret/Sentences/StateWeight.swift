import Records
import Vocabulary

/// Whether a sentence that says why there is no figure is an answer, and what it is worth.
extension StateReader {
    /// `A breakdown for victims under 18` is all that was asked.
    static func isOfAllAsked(_ sentence: Sentence) -> Bool {
        sentence.mentions.contains { mention in
            guard case .age(.all) = mention.kind else { return false }
            return (mention.range.lowerBound - 3..<mention.range.lowerBound).contains {
                sentence.unit.lexed.isWord($0, ["breakdown"])
                    && sentence.unit.lexed.isWord($0 + 1, ["for", "of", "to"])
            }
        }
    }

    /// `Of the 1,098, 1,003 had no cyber flag`: counted, not held.
    static func countsUnflagged(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        // `900 sexual offences against under 18s did not have a cyber flag`
        let offset = sentence.range.lowerBound
        let counted = sentence.mentions.contains { mention in
            guard case .number = mention.kind else { return false }
            let behind = mention.range.upperBound - offset..<max(mention.range.upperBound - offset, text.count)
            let clause = behind.prefix { text[$0]?.kind != .symbol || text.isSymbol($0, "-") }
            return text.isWord(behind.lowerBound, ["sexual", "child", "offences", "crimes"])
                && CueRecogniser.cues(in: text, range: clause).flag == .unflagged
        }
        return counted
            || text.lexemes.indices.contains { index in
                text[index]?.isNumber == true && text.isWord(index + 1, ["had", "have", "did", "has"])
                    && text.isWord(index + 2, ["no", "not"])
            }
    }

    /// What a refusal is worth as an answer: the more it names, the more.
    static func rank(_ reading: StateReading) -> Int {
        (reading.legalBasis.isEmpty ? 0 : 8) + (reading.reason.isEmpty ? 0 : 4)
            + (reading.status == .refused ? 2 : reading.status == .notHeld ? 1 : 0)
    }

    func isOperative(_ text: LexedText, _ reading: StateReading) -> Bool {
        // A section number alone is a citation; a word of refusing makes it a refusal.
        let words = Set(text.words)
        // `We cannot say how many victims there were` says nothing of the flag.
        if reading.status == .notAvailable, words.isSuperset(of: ["how", "many"]),
            CueRecogniser.cues(in: text).flag == nil
        {
            return false
        }
        // `A backlog of records awaiting a flag`: they wait, no figure does.
        if text.lexemes.indices.contains(where: {
            text.isWord($0, ["awaiting"]) && text.isWord($0 - 1, ["records", "crimes", "offences", "reports"])
        }) {
            return false
        }
        // `Section 17 requires me to give you notice that for 2015/16 the information is not held`
        let namesYear = (0..<text.count).contains {
            PeriodRecogniser.match(text, at: $0)?.value.period?.isWholeYear == true
        }
        // `I am refusing your request, and this letter is the notice that section 17 requires.`
        let refusal = text.words.firstIndex { ["refusing", "refuse", "refused"].contains($0) }
        let requires = text.words.firstIndex(of: "requires").map { refusal ?? $0 >= $0 } ?? false
        if requires && !(namesYear && reading.status == .notHeld)
            || words.contains("duty") && reading.status == .refused
                && words.isDisjoint(with: ["refuse", "refused", "exempt"])
                // `We can neither confirm nor deny that we hold it, as the duty in section 1(1)(a) does not apply`
                && !(reading.reason == "neither_confirm_nor_deny" && words.contains("neither"))
        {
            return false
        }
        let aboutData = !words.isDisjoint(with: [
            "information", "data", "request", "flag", "figures", "figure", "records", "offences", "question",
            "questions", "held", "hold", "year", "years", "marker", "return", "statistics", "answer",
        ])
        let hasPeriod = (0..<text.count).contains {
            if case .period? = PeriodRecogniser.match(text, at: $0)?.value { true } else { false }
        }
        if reading.reason == "not_recorded", !words.isDisjoint(with: ["victim", "age", "ages"]),
            words.isDisjoint(with: ["flag", "marker"])
        {
            return false
        }
        let refuses = !words.isDisjoint(with: [
            "refusal", "refused", "refuse", "refuses", "exempt", "exemption", "limit", "hours", "vexatious",
        ])
        // `Section 12(1) applies.`
        let applies =
            text.count <= 10 && !words.isDisjoint(with: ["applies", "apply", "engaged"])
            // `Section 12(1) of the Freedom of Information Act 2000 is engaged and this notice is issued …`
            || text.lexemes.indices.contains { text.isWord($0, ["is"]) && text.isWord($0 + 1, ["engaged"]) }
        return aboutData || hasPeriod || (refuses || applies) && !reading.legalBasis.isEmpty
    }
}

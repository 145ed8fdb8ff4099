import Records

/// What is counted: offences, victims, suspects or outcomes.
extension CueRecogniser {
    /// `Officers recorded 121`, `detected or otherwise`: words of outcomes that are not what is counted.
    static func isBeside(_ text: LexedText, _ index: Int) -> Bool {
        // `Officers recorded 121`, `with the officers retrained`
        text.isWord(index, ["officers", "staff"])
            && (text.isWord(index + 1, ["recorded", "logged", "dealt", "had", "have", "were", "registered", "noted"])
                || text.isWord(index - 1, ["that", "which", "where", "when"])
                || text.isWord(index - 1, ["the", "our", "its"]) && !text.isWord(index - 2, ["of"])
                // `The marker has been available to officers`
                || text.isWord(index - 1, ["to", "by", "for", "with", "that", "when", "where", "individual"]))
            || text.isWord(index + 1, ["or"]) && text.isWord(index + 2, ["otherwise", "not", "undetected"])
            // `Outcome of our request`: what became of the asking.
            || text.isWord(index, ["outcome", "outcomes"])
                && (index + 1..<index + 5).contains {
                    text.isWord($0, ["request", "requests", "reply", "response", "enquiry", "foi"])
                }
            // `Searches to locate information`: how the answer was found.
            || text.isWord(index, ["searches"])
                && (text.isWord(index - 1, ["of"])
                    || (index + 1..<index + 3).contains {
                        text.isWord($0, ["to", "located", "were", "conducted", "was"])
                    })
    }

    /// `Age of victim` counts no victims; `: victims 17 and under` in a title says whom it is about; `53 victims under 4` counts them.
    static func countsVictims(_ text: LexedText, _ index: Int) -> Bool {
        let ofAge =
            text.isWord(index + 1, ["age", "ages"])
            || text.isWord(index - 1, ["of", "the"])
                && (text.isWord(index - 2, ["age", "ages"]) || text.isWord(index - 3, ["age", "ages"]))
        // `Where the victim was a child`, `flag applied and victim was aged 10`: whom it is about.
        if text.isWord(index, ["victim"]),
            text.isWord(index - 1, ["the", "a", "whose", "where", "each", "known", "female", "male", "child", "any"])
                || text.isWord(index + 1, ["was", "is"])
                || text.isWord(index + 1, ["under", "aged"]) && text[index - 1]?.isNumber != true
        {
            return false
        }
        // `Victims aged 0-17, sexual offences recorded`, `Victims under 18: cyber flag set`: whom they are about.
        let aged = text.isWord(index + 1, ["aged"]) ? index + 2 : index + 1
        if let (age, end) = AgeRecogniser.match(text, at: aged), age.high ?? 99 <= 17,
            text.isSymbol(end, ",") || text.isSymbol(end, ":") || text.isSymbol(end, "-"),
            (end..<end + 5).contains(where: { text.isWord($0, ["offences", "crimes", "cyber", "flag", "flagged"]) })
        {
            return false
        }
        // `Under-18 victim, cyber flag`
        if text.isWord(index, ["victim"]), text.isSymbol(index + 1, ","), text[index - 1]?.isNumber == true {
            return false
        }
        // `Under-18 victims, recorded offences`; not `521 victims, and 102 offences`.
        if text.isSymbol(index + 1, ","),
            let crimes = (index + 2..<index + 5).first(where: { text.isWord($0, ["offences", "crimes"]) }),
            !(index + 2..<crimes).contains(where: { text[$0]?.isNumber == true || text.isWord($0, ["not", "and"]) })
        {
            return false
        }
        // `Children as victims of sexual offences`
        if text.isWord(index - 1, ["as"]), !text.isWord(index - 2, ["children", "child", "people"]) { return false }
        guard !ofAge,
            text.isSymbol(index - 1, ":") || text.isSymbol(index - 1, ",") || text.isSymbol(index - 1, "-")
        else { return !ofAge }
        return AgeRecogniser.match(text, at: index + 1).map { ($0.value.high ?? Int.max) > 17 } ?? true
    }

    /// `Age at time of offence`, `once a year, whatever the number of offences` count no offences.
    static func isTimeOfOffence(_ text: LexedText, _ start: Int, _ index: Int) -> Bool {
        if text.isWord(index - 1, ["of"]), text.isWord(index - 2, ["number", "numbers"]),
            (max(start, index - 6)..<index).contains(where: {
                text.isWord($0, ["whatever", "regardless", "irrespective"])
            })
        {
            return true
        }
        return (max(start, index - 6)..<index).contains { text.isWord($0, ["age", "aged", "ages"]) }
            && (max(start, index - 4)..<index).contains { text.isWord($0, ["time", "date", "when"]) }
    }

    /// People or crimes: offences against victims are offences; victims of offences are victims.
    static func unit(_ nouns: [(Cues.Unit, Int)], _ isPeople: Bool, isHeaded: Bool) -> Cues.Unit? {
        // `Offences where the suspect used the internet` are offences.
        if let other = nouns.first(where: { $0.0 == .outcomes }) { return other.0 }
        if let other = nouns.first(where: { $0.0 == .suspects }), nouns.first?.0 != .offences || isHeaded {
            return other.0
        }
        if isPeople, nouns.contains(where: { $0.0.isOfVictims }) { return .people }
        return nouns.first?.0
    }

    /// `Individual children who were the victim of any recorded sexual offence (each child counted once)`
    static let countedOnce = Phrases<Bool>([
        "individual children", "individual child", "each child counted once", "each victim counted once",
        "children who were the victim", "children who were victims", "children who were the victims",
        "children were the victim", "children were the victims",
        "children recorded as victims", "children recorded as the victims",
        "unique children", "distinct children", "separate children", "separate victims", "different children",
        "number of individual children",
    ])

    /// What has become of offences so far, where no word of an outcome tells.
    static let undecided = Phrases<Bool>([
        "still under investigation", "remain under investigation", "still being investigated", "no further action",
        "total mentions", "number of mentions", "no of mentions",
    ])

    /// What is asked for or headed is how many victims.
    static let counted = Phrases<Bool>([
        "number of victims", "numbers of victims", "how many victims", "victim count", "count of victims",
    ])

    /// How many victims, and not of which ages: offences are told by the age of their victims.
    static func isCounted(_ text: LexedText, _ range: Range<Int>) -> Bool {
        range.contains { counted.match(text, at: $0) != nil }
            && !range.contains { index in
                text.isWord(index, ["age", "ages", "old"])
                    || AgeRecogniser.match(text, at: index).map { $0.value != .all && $0.end <= range.upperBound }
                        ?? false
            }
    }

    /// Words that make victims people, each counted once.
    static let people: Set<String> = [
        "people", "persons", "individual", "individuals", "unique", "distinct", "different",
    ]
}

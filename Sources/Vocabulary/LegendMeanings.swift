import Records

/// What the words of a legend say of its mark.
extension LegendReader {
    private static let notZero = Phrases<Bool>([
        "excluding zero", "not zero", "greater than zero", "more than zero", "other than zero", "non zero",
        "at least one", "but not zero", "not including zero", "excluding nil", "excluding 0", "not 0", "above zero",
        "but more than zero", "nonzero", "but not nil", "not nil", "zeros are shown", "zero is shown", "excludes zero",
        "but greater than 0", "greater than 0", "but more than 0", "exclusive of zero", "not be read as zero",
        "not be taken as zero", "not be read as nil", "does not mean zero", "not a zero", "never zero",
    ])

    private static let suppressedWords = Phrases<Bool>([
        "suppressed", "suppression", "disclosive", "disclosure", "withheld", "redacted", "personal data", "section 40",
        "s40", "confidential", "low numbers", "small numbers", "identifiable", "identification", "hidden",
        "statistical control", "not shown", "low number", "small number", "protect",
    ])

    private static let states = Phrases<Legend.Meaning>([
        ("not held", .state(.notHeld, reason: "")), ("no data held", .state(.notHeld, reason: "")),
        ("not recorded", .state(.notHeld, reason: "not_recorded")),
        ("information not held", .state(.notHeld, reason: "")), ("not available", .state(.notAvailable, reason: "")),
        ("unavailable", .state(.notAvailable, reason: "")),
        ("not yet available", .state(.notAvailable, reason: "")), ("no data", .state(.notAvailable, reason: "")),
        ("missing", .state(.notAvailable, reason: "")),
        ("data not available", .state(.notAvailable, reason: "")),
        ("not applicable", .state(.notApplicable, reason: "")),
        ("not collected", .state(.notHeld, reason: "not_recorded")),
        ("nil", .zero), ("zero", .zero), ("none", .zero), ("no offences", .zero), ("no crimes", .zero),
        ("no recorded", .zero), ("nil return", .zero), ("nil returns", .zero), ("no records", .zero),
        ("no such offences", .zero), ("no such offence", .zero), ("no offence", .zero), ("no such crime", .zero),
        ("provisional", .quality(.provisional)), ("not final", .quality(.provisional)),
        ("not yet final", .quality(.provisional)), ("estimated", .quality(.estimated)),
        ("estimate", .quality(.estimated)), ("revised", .footnote), ("break", .footnote), ("zero return", .zero),
        ("zeros", .zero),
        ("no response", .state(.notAvailable, reason: "no_response")),
        ("did not respond", .state(.notAvailable, reason: "no_response")),
        ("did not reply", .state(.notAvailable, reason: "no_response")),
        ("refused", .state(.refused, reason: "")), ("no reply", .state(.notAvailable, reason: "no_response")),
        ("failed to respond", .state(.notAvailable, reason: "no_response")), ("refusal", .state(.refused, reason: "")),
        ("exempt", .state(.refused, reason: "exempt")), ("not supplied", .state(.notAvailable, reason: "")),
        ("not provided", .state(.notAvailable, reason: "")), ("request refused", .state(.refused, reason: "")),
        ("there were none", .zero), ("none recorded", .zero),
        ("cannot be recovered", .state(.notAvailable, reason: "")),
        ("could not be recovered", .state(.notAvailable, reason: "")),
        ("not retrievable", .state(.notAvailable, reason: "")), ("not known", .state(.notAvailable, reason: "")),
    ])

    /// `Where a figure is below 5 (but not nil) it has been withheld`: up to which figures are hidden that are no zeros.
    static func hiddenAboveZero(_ text: LexedText) -> Int? {
        text.lexemes.indices.lazy.compactMap { index -> Int? in
            guard notZero.match(text, at: index) != nil else { return nil }
            let sentence = sentence(around: index, text)
            guard sentence.contains(where: { suppressedWords.match(text, at: $0) != nil }) else { return nil }
            return sentence.lazy.compactMap {
                FigureRecogniser.bounds(text, at: $0, until: sentence.upperBound)?.high
            }.first
        }.first
    }

    static func meaning(of text: LexedText, _ range: Range<Int>) -> Legend.Meaning? {
        // `Not applicable: the offence can be committed only against a child under 16`
        for index in range.prefix(3) {
            if let (meaning, end) = states.match(text, at: index), end <= range.upperBound, case .state = meaning {
                return meaning
            }
        }
        let excludesZero = range.contains { index in
            notZero.match(text, at: index).map { $0.end <= range.upperBound } ?? false
        }
        for index in range where !text.isWord(index - 1, ["aged", "age"]) {
            if let (low, high) = FigureRecogniser.bounds(text, at: index, until: range.upperBound), let high {
                return .hidden(low: excludesZero ? max(low, 1) : low, high: high)
            }
        }
        for index in range {
            if let (meaning, end) = states.match(text, at: index), end <= range.upperBound,
                !(excludesZero && meaning == .zero)
            {
                return meaning
            }
        }
        if range.contains(where: { suppressedWords.match(text, at: $0) != nil }) {
            return .hidden(low: excludesZero ? 1 : 0, high: nil)
        }
        return nil
    }
}

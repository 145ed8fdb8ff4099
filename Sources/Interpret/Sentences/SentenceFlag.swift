import Vocabulary

/// What a sentence says of the flag itself: that there is none, that nobody can search by it, that it is hardly used.
extension Sentence {
    private static let noFlag = Phrases<Bool>([
        "has no cyber flag", "have no cyber flag", "has no such flag", "have no such flag", "has no flag for",
        "have no flag for",
    ])

    /// `Our crime system has no cyber flag and never had one`, `we do not use the flag`.
    var saysThereIsNoFlag: Bool {
        Self.noFlag.occurs(in: lexed)
            || lexed.lexemes.indices.contains { index in
                lexed.isWord(index, ["not", "doesn't", "don't", "never"])
                    && lexed.isWord(index + 1, ["use", "have", "operate", "record", "apply", "employ", "used"])
                    && (index + 2..<index + 8).contains { lexed.isWord($0, ["flag", "flags", "marker", "markers"]) }
            }
                // When the flag came is another matter.
                && !lexed.words.contains { ["before", "until", "prior"].contains($0) }
    }

    /// `Our system cannot search by flag.`
    var deniesFlag: Bool {
        let words = Set(lexed.words)
        return saysThereIsNoFlag
            || role == .statement && !words.isDisjoint(with: ["flag", "flags", "marker", "qualifier", "keyword"])
                && !words.isDisjoint(with: ["cannot", "unable", "can't"])
                && !words.isDisjoint(with: [
                    "search", "searched", "searchable", "report", "identify", "retrieve", "extract",
                ])
    }

    private static let underUsed = Phrases<Bool>([
        "under used", "underused", "may be under", "inconsistently", "under recorded", "not consistently",
        "not been used consistently", "hardly used", "rarely used", "not always", "under reported", "seldom used",
        "not routinely", "not regularly used", "not been applied",
    ])

    /// `The flag may be under-used`: a caveat on every flagged figure.
    var saysFlagIsUnderUsed: Bool {
        Self.underUsed.occurs(in: lexed)
            && lexed.words.contains {
                ["flag", "flags", "marker", "keyword", "tag", "qualifier", "flagging"].contains($0)
            }
    }
}

import Vocabulary

/// The words by which a number's role is told.
extension NumberRole {
    static let nouns: Set<String> = ["forces", "force", "constabularies"]
    /// What bodies that were asked do.
    static let replying: Set<String> = [
        "supplied", "replied", "answered", "responded", "provided", "gave", "refused", "sent",
    ]
    /// Nouns of what is not counted here, by the reason that explains their number.
    private static let nounsByReason: [(reason: String, nouns: String)] = [
        ("records", "records logs rows hits"),
        ("duration", "hours minutes years months weeks days quarters diwrnod"),
        (
            "other_count",
            """
            officers duties requests documents staff employees files categories systems qualifiers fields
            occasions people adults councils schools calls emails departments ways reasons counties
            residents sessions warrants networks arrests investigators detectives parents miles inhabitants
            visits keywords types counts girls boys pupils women men teenagers volunteers audits audit
            reviews checks stations districts letters appeals complaints meetings vehicles computers phones
            divisions firefighters wards mentions childhoods analysts teams boroughs spreadsheets databases
            posts charities things recommendations items views downloads visitors
            """
        ),
        ("question_number", "questions points parts"),
        ("page", "pages tables"),
        ("legislation", "exemptions"),
        ("forces", "bodies"),
    ]
    static let others = Dictionary(
        nounsByReason.flatMap { row in row.nouns.split(whereSeparator: \.isWhitespace).map { (String($0), row.reason) }
        },
        uniquingKeysWith: { first, _ in first })
    static let changes = Phrases<Bool>([
        "increase of", "rise of", "fall of", "decrease of", "drop of", "reduction of", "difference of", "increased by",
        "rose by", "fell by", "decreased by", "dropped by", "up by", "down by", "grew by", "change of", "growth of",
        "reduced by", "went up by", "went down by", "risen by", "fallen by", "higher by", "lower by", "increase by",
    ])
    static let costs = Phrases<Bool>([
        "would have to be examined", "would have to be looked", "would have to be opened", "would have to be read",
        "would need to be",
        "minutes per record", "minutes per report", "minutes per crime", "minutes a record", "minutes each",
        "have to be reviewed", "be examined individually", "be reviewed manually", "manual review", "manually reviewed",
        "without reading", "without opening", "without examining", "without looking", "has returned", "have to look",
        "need to look", "look by eye", "alone brings back", "alone returns", "alone returned", "alone produces",
        "would need to open", "would need to read", "would need to examine", "would need to review",
        "would need to search", "need to open about", "would have to open", "would have to read", "to look at",
        "manual trawl", "manual check", "have to read every", "past the 18 hours", "by reading the notes",
    ])

    /// How offences are counted.
    static let rules = Phrases<Bool>([
        "is counted once", "are counted once", "counted once", "is counted as", "are counted as", "counts as",
        "one offence per", "counting rule",
    ])

    /// What was counted and should not have been.
    static let errors = Phrases<Bool>([
        "flagged in error", "applied in error", "added in error", "wrongly flagged", "incorrectly flagged",
        "flagged incorrectly", "flagged wrongly",
    ])

    static let denials = Phrases<Bool>([
        "not the case", "not true that", "not correct that", "untrue that", "wrongly reported", "wrongly stated",
    ])
}

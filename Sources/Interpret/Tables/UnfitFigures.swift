import Vocabulary

/// Words of a title or a note with which its figures are no counts of recorded offences in a year: tens, averages, years that run
/// otherwise, columns the wrong way round.
enum UnfitFigures {
    private static let titles = Phrases<Bool>([
        "cumulative", "average per", "average a month", "per month", "percentage of",
        "percentages of", "in 000s", "in thousands", "in hundreds", "in tens",
    ])
    /// Years of the deed, not of the record.
    private static let committed = Phrases<Bool>([
        "year committed", "year of offence", "year of the offence", "date committed", "date of offence",
        "date of the offence", "year of commission", "year the offence was committed", "year offence was committed",
        "date the offence was committed", "date offence was committed", "year in which the offence was committed",
        "year in which it was committed", "year in which they were committed",
        "date on which the offence was committed",
        "year the offence happened", "year the offence took place", "year in which the offence took place",
    ])
    private static let notes = Phrases<Bool>([
        "in tens", "in hundreds", "in thousands", "multiplied by", "illustrative", "placeholder", "dummy data",
        "from a keyword search", "by keyword search", "by a keyword search", "by key word search",
        "from a key word search", "by word search", "on a keyword search", "searched only", "only searched",
        "searched the first", "through a keyword search",
        "wrong way round", "transposed", "scaled up", "grossed up", "not all of which", "not all of them were",
        "victims are female", "victims are male", "please add", "cumulative",
        "flag was not applied", "monthly averages", "averages per",
    ])
    private static let otherYears = Phrases<Bool>([
        "calendar years", "years run from", "year runs from", "year shown runs from", "years are",
        "years shown run from",
    ])
    private static let figures: Set<String> = [
        "figure", "figures", "number", "numbers", "data", "years", "year", "these", "those", "above", "table",
        "columns",
        "victims", "it", "we",
    ]

    private static let denials = Phrases<Bool>([
        "not be relied", "cannot be relied", "can not be relied", "should not rely", "not reliable", "unreliable",
    ])

    /// The body takes its own figures back: `the figure should not be relied upon`.
    static func areDisowned(in sentence: Sentence) -> Bool {
        denials.occurs(in: sentence.lexed)
            && sentence.lexed.words.contains { ["figure", "figures", "number", "numbers", "data"].contains($0) }
    }

    static func isTitle(_ text: LexedText) -> Bool { titles.occurs(in: text) || isByDeed(text) }

    static func isSaid(in sentence: Sentence) -> Bool {
        !hasNumbers(sentence)
            && (!figures.isDisjoint(with: sentence.lexed.words) && notes.occurs(in: sentence.lexed)
                || isByDeed(sentence.lexed))
    }

    /// `By year in which the offence was committed`; not `by date recorded, not date of offence`.
    private static func isByDeed(_ text: LexedText) -> Bool {
        guard let (_, range) = committed.first(in: text) else { return false }
        let by = text.isWord(range.lowerBound - 1, ["the"]) ? range.lowerBound - 2 : range.lowerBound - 1
        return text.isWord(by, ["by"]) && !text.isWord(by - 1, ["not", "than", "or"])
    }

    /// The years of the figures are not those from April to March.
    static func tellsOtherYears(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        return otherYears.occurs(in: sentence.lexed) && words.isDisjoint(with: ["april", "financial", "apr"])
            && (!words.isDisjoint(with: ["january", "september", "october", "july", "jan", "sept", "oct"])
                || words.contains("calendar") && sentence.lexed.count <= 8)
    }

    private static func hasNumbers(_ sentence: Sentence) -> Bool {
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        return NumberRole.roles(of: numbers, in: sentence).contains { if case .level = $0 { true } else { false } }
    }
}

import Records
import Vocabulary

/// Words of a title or a note with which its figures are no counts of recorded offences in a year: tens, averages, years that run
/// otherwise, columns the wrong way round.
enum UnfitFigures {
    private static let titles = Phrases<Bool>([
        "cumulative", "any crime type", "average per",
        "average a month", "per month", "percentage of",
        "percentages of", "in 000s", "in thousands", "in hundreds", "in tens", "in dozens", "average number",
        "average numbers",
        "monthly average", "monthly averages", "should have had", "should have carried", "should have been flagged",
        "quarter only", "additional offences", "additional crimes", "additional child", "additional sexual",
        "since our last", "flag was removed", "flag has been removed", "number of times", "whether or not a crime",
    ])
    private static let yearTitles = Phrases<Bool>([
        "school year", "school years", "academic year", "academic years", "calendar year", "calendar years",
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
        "in tens", "in dozens", "in hundreds", "in thousands", "multiplied by", "illustrative", "placeholder",
        "dummy data",
        "from a keyword search", "by keyword search", "by a keyword search", "by key word search",
        "from a key word search", "by word search", "on a keyword search", "searched only", "only searched",
        "searched the first", "through a keyword search", "for the words", "for the word", "for the terms",
        "for the term",
        "transposed", "scaled up", "grossed up", "not all of which", "not all of them were",
        "victims are female", "victims are male", "please add", "cumulative",
        "flag was not applied", "monthly averages", "averages per",
    ])
    /// What is counted instead, or that the figures are wrong, by words that need not name the figures.
    private static let others = Phrases<Bool>([
        "counts are of victims", "count of victims", "counts of victims", "victims and not of crimes",
        "victims not crimes", "ages are included", "rather than recorded crimes", "rather than crimes",
        "never became a crime", "never became crimes", "incidents rather than", "incidents and not crimes",
        "been found to be wrong", "is the sum of all", "takes up the one above",
        "found to be wrong", "should be treated as withdrawn",
        "search of free text", "searches of free text",
        "by free text", "free text search", "text search", "year is that in which the offence",
        "years are those in which the offence", "cannot be searched together with",
        "whether or not the offence was online",
        "whether or not it was online", "whether online or not",
    ])
    /// What may make them less or more: a person should know.
    private static let reserves = Phrases<Bool>([
        "applied in error", "flagged in error", "may be incomplete", "is incomplete", "are incomplete",
        "could not be removed", "cannot be removed", "closed investigations", "concluded investigations",
        "could not separate", "could not be separated", "cannot be separated", "have not been searched",
        "has not been searched", "were not searched", "was not searched",
        "double count", "only the principal offence", "only the most serious offence",
        "known to be an undercount", "is an undercount", "are an undercount", "undercounted",
        "overcounted",
    ])
    private static let pastErrors = Phrases<Bool>([
        "owing to an error", "due to an error", "because of an error", "by mistake", "an error in the query",
    ])
    private static let removals = Phrases<Bool>([
        "has been removed", "have been removed", "was removed", "were removed", "has been taken out",
        "have been taken out", "has been excluded", "have been excluded",
    ])
    private static let otherYears = Phrases<Bool>([
        "calendar years", "years run from", "year runs from", "year shown runs from", "years are",
        "years shown run from", "years here run from", "years below run from", "years above run from",
        "years given run from",
    ])
    private static let figures: Set<String> = [
        "figure", "figures", "number", "numbers", "data", "years", "year", "these", "those", "above", "table",
        "columns", "victims", "it", "we",
    ]

    private static let denials = Phrases<Bool>([
        "not be relied", "cannot be relied", "can not be relied", "should not rely", "not reliable", "unreliable",
    ])

    /// The body takes its own figures back: `the figure should not be relied upon`.
    static func areDisowned(in sentence: Sentence) -> Bool {
        denials.occurs(in: sentence.lexed)
            && sentence.lexed.words.contains { ["figure", "figures", "number", "numbers", "data"].contains($0) }
    }

    private static let running = Phrases<Bool>(["running total", "running tally", "running count"])

    /// `(running total)` beside figures of years, or what unfits them as a title would.
    static func isLabel(_ text: LexedText) -> Bool { running.occurs(in: text) || isTitle(text) }

    static func isTitle(_ text: LexedText) -> Bool {
        // `Offences (and as a percentage of all offences)`: shares beside them.
        let isUnfit = text.lexemes.indices.contains {
            titles.match(text, at: $0) != nil && !text.isWord($0 - 2, ["as"]) && !text.words.contains("brackets")
        }
        // `Per 10,000 children`, `(hundreds)`
        let isScaled = text.lexemes.indices.contains { index in
            text.isWord(index, ["per"]) && text[index + 1]?.isNumber == true
                || text.isSymbol(index, "(") && text.isWord(index + 1, ["tens", "hundreds", "thousands"])
                    && text.isSymbol(index + 2, ")")
        }
        return isUnfit || isScaled || isByDeed(text) || isOfWords(text)
    }

    /// `By school year` over years that read like financial ones.
    static func isOfOtherYears(_ text: LexedText) -> Bool {
        yearTitles.occurs(in: text) && !text.words.contains { ["financial", "fiscal", "not"].contains($0) }
    }

    /// `Where the keyword "online" was found`: what was searched for instead of the flag.
    private static func isOfWords(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["keyword", "keywords", "word", "words", "term", "terms"])
                && text.isSymbol(index + 1, "\"")
                && (index + 2..<index + 16).contains { text.isWord($0, ["found", "occurs", "appears", "appear"]) }
        }
    }

    /// `Year committed`, `School year`, `Year ending September` over a column of years.
    static func isColumnOfOtherYears(_ text: LexedText) -> Bool {
        let isOfDeed = committed.first(in: text).map { $0.range.count + 2 >= text.trimmedCount } ?? false
        let isOfSchool = text.isWord(0, ["school", "academic"]) && text.isWord(1, ["year", "years"])
        let ends = text.lexemes.indices.contains { index in
            text.isWord(index, ["ending", "ended", "to"]) && text.isWord(index - 1, ["year", "years"])
                && (index + 1..<index + 4).contains { at in
                    Months.month(text, at).map { $0.month != 3 && $0.month != 12 } ?? false
                }
        }
        return isOfDeed || isOfSchool || ends
    }

    static func isSaid(in sentence: Sentence) -> Bool {
        // `A count of victims, so a crime with two victims appears twice`
        saysOther(sentence.lexed) && !tellsFigure(sentence)
            || !hasNumbers(sentence)
                && (!figures.isDisjoint(with: sentence.lexed.words) && isNoted(sentence.lexed)
                    || isByDeed(sentence.lexed))
    }

    /// Not `the reason for the word in brackets`.
    private static func isNoted(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            notes.match(text, at: index).map { !text.isWord($0.end, ["in"]) } ?? false
        }
    }

    /// `The table gives all sexual offences, whatever the age of the victim.`
    static func areOfAnyAge(in sentence: Sentence) -> Bool {
        AnyAge.isSaid(in: sentence.lexed) && !tellsFigure(sentence)
            && sentence.lexed.words.contains { figures.contains($0) || $0 == "this" || $0 == "they" }
    }

    /// A number too large for `a crime with two victims`.
    private static func tellsFigure(_ sentence: Sentence) -> Bool {
        sentence.mentions.contains { mention in
            if case .number(let figure) = mention.kind { (figure.value ?? .zero) > Quantity(12) } else { false }
        }
    }

    /// Not `a count of offences is not a count of victims`.
    private static func saysOther(_ text: LexedText) -> Bool {
        others.first(in: text).map { _, range in
            // `Owing to an error in the query, outcomes were counted rather than crimes`: why the figure before was wrong.
            !(pastErrors.occurs(in: text) && text.words.contains { ["were", "was", "had"].contains($0) })
                && !(range.lowerBound - 2..<range.lowerBound).contains { text.isWord($0, ["not", "no"]) }
        } ?? false
    }

    /// `Please do not use these numbers yet`; not `please do not compare them`.
    private static func asksToWait(_ text: LexedText) -> Bool {
        text.isWord(0, ["please", "do"])
            && text.lexemes.indices.contains {
                text.isWord($0, ["not"])
                    && text.isWord($0 + 1, ["use", "publish", "quote", "print", "share", "report"])
            }
            && !Set(text.words).isDisjoint(with: ["figure", "figures", "number", "numbers", "these", "them", "one"])
            && !text.words.contains { $0.hasPrefix("compar") || ["without", "other", "rank", "league"].contains($0) }
    }

    /// `A dip sample showed that half of the flags had been applied in error.`
    static func isReserved(in sentence: Sentence) -> Bool {
        !hasNumbers(sentence) && (reserves.occurs(in: sentence.lexed) || asksToWait(sentence.lexed))
            // `One was flagged in error and has been removed`: what is told is right.
            && !removals.occurs(in: sentence.lexed)
    }

    /// `By year in which the offence was committed`; not `by date recorded, not date of offence`.
    private static func isByDeed(_ text: LexedText) -> Bool {
        guard let (_, range) = committed.first(in: text) else { return false }
        // `Year = year in which the offence took place`
        let sign = text.isWord(range.lowerBound - 1, ["the"]) ? range.lowerBound - 2 : range.lowerBound - 1
        if text.isWord(sign, ["to"]), text.isWord(sign - 1, ["refers", "relates", "refer", "relate"]) { return true }
        if text.isSymbol(sign, "=") || text.isWord(sign, ["means", "is"]) && text.isWord(0, ["year", "years"]) {
            return true
        }
        // `These are for the year of offence, not the year of recording.`
        if text.isWord(0, ["these", "years", "the"]),
            (range.upperBound..<range.upperBound + 3).contains(where: { text.isWord($0, ["not", "rather"]) })
        {
            return true
        }
        let by = text.isWord(range.lowerBound - 1, ["the"]) ? range.lowerBound - 2 : range.lowerBound - 1
        return text.isWord(by, ["by"]) && !text.isWord(by - 1, ["not", "than", "or"])
    }

    /// The years of the figures are not those from April to March.
    static func tellsOtherYears(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        let words = Set(text.words)
        // `The years above are calendar years; financial years could not be produced`
        let areCalendar = text.lexemes.indices.contains {
            text.isWord($0, ["are"]) && text.isWord($0 - 1, ["years", "these", "above", "figures", "shown", "columns"])
                && (text.isWord($0 + 1, ["calendar"])
                    || text.isWord($0 + 1, ["for", "by"]) && text.isWord($0 + 2, ["calendar"]))
        }
        // `The heading of each column is our planning year, not the financial year`
        let isDenied = text.lexemes.indices.contains { index in
            text.isWord(index, ["not"]) && (index + 1..<index + 4).contains { text.isWord($0, ["financial"]) }
                && (index + 2..<index + 5).contains { text.isWord($0, ["year", "years"]) }
        }
        if isDenied, text.words.contains(where: { ["is", "are"].contains($0) }),
            text.words.contains(where: { ["heading", "headings", "column", "columns", "years"].contains($0) })
        {
            return true
        }
        return areCalendar
            || otherYears.occurs(in: text) && words.isDisjoint(with: ["april", "apr"])
                && (!words.contains("financial") || words.contains("january"))
                && (!words.isDisjoint(with: ["january", "september", "october", "july", "jan", "sept", "oct"])
                    || words.contains("calendar") && text.count <= 10)
    }

    private static func hasNumbers(_ sentence: Sentence) -> Bool {
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        return NumberRole.roles(of: numbers, in: sentence).contains { if case .level = $0 { true } else { false } }
    }
}

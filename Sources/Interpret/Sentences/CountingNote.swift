import Records
import Vocabulary

/// A sentence about what was counted, in words that nobody here reads: `only the principal offence of each investigation has been
/// counted`. Whatever is not known to be harmless may change what the figures are, so that a person is told.
enum CountingNote {
    private static let subjects: Set<String> = [
        "figure", "figures", "number", "numbers", "data", "table", "crime", "crimes", "offence", "offences", "record",
        "records", "victim", "victims", "row", "column", "total", "totals", "statistics", "results", "result", "count",
        "counts", "entries", "lines", "months", "quarter",
    ]
    /// What is done with what is counted.
    private static let doings: Set<String> = [
        "counted", "count", "shown", "include", "included", "includes", "including", "inclusion", "cover", "covers",
        "covered", "represent", "represents", "relate", "relates", "compiled", "examined",
    ]
    /// The same, so that nothing else need be strange.
    private static let alterings: Set<String> = [
        "omit", "omits", "omitted", "absent", "exclude", "excludes", "excluded", "missing", "deducted", "subtracted",
        "retrieved", "loaded", "multiplied", "removed", "lost", "aside", "incomplete", "duplicate",
        "duplicates", "doubled", "estimate", "estimates", "estimated", "sample", "sampled", "scaled", "approximate",
        "approximated",
    ]
    /// What speaks of the request, of another answer, of the law, of the flag's use or of how figures are shown.
    static let elsewhere: Set<String> = [
        "request", "requests", "queries", "enquiry", "enquiries", "review", "complaint", "contact", "correspondence",
        "response", "reply", "letter", "email", "mail", "decision", "section", "act", "exemption", "exempt", "given",
        "gave", "previous", "previously", "earlier", "original", "originally", "prepared", "light", "classification",
        "classified", "asterisk", "cell", "cells", "published", "publication", "hours", "limit", "field", "cost", "fee",
        "disclosure", "disclosed", "identified", "identities", "identity", "identify", "privacy", "protect", "hidden",
        "withheld", "suppressed", "redacted", "arrest", "arrests", "will", "would", "may", "might", "should", "live",
        "older", "means", "calendar", "dip", "authorities", "procedures", "differ", "unless", "had", "error", "select",
    ]
    private static let harmless: Set<String> = [
        "recorded", "performance", "department", "team", "unit", "system", "systems", "database", "search", "query",
        "report", "selected", "occurrence", "niche", "athena", "connect", "data", "taken", "rows", "row", "columns",
        "column", "based", "keeping", "counting", "rules", "whatever", "note", "please", "attempts", "attempted",
        "conspiracy", "conspiracies", "asked", "aggrieved", "everything", "ticked", "chosen",
    ]
    /// What nobody would have counted.
    static let nobodys: Set<String> = [
        "cancelled", "transferred", "duplicate", "duplicates", "adult", "adults", "crimed", "images", "found",
        "without",
        "wrongly",
    ]
    private static let denials: Set<String> = [
        "not", "no", "none", "out", "outside", "omitted", "exclude", "excludes", "excluding", "excluded", "removed",
        "omits",
    ]
    /// The counting rules of the Home Office.
    private static let rules = Phrases<Bool>([
        "counted once", "counted twice", "included in all", "no crimes were", "no crimes have been", "no offences were",
        "the crime was recorded", "date of recording", "date recorded",
    ])

    static func isOne(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        let words = Set(text.words)
        guard isShort(sentence), !words.isDisjoint(with: subjects), words.isDisjoint(with: elsewhere),
            !words.isDisjoint(with: doings) || !words.isDisjoint(with: alterings),
            Context.Outer.bracketPhrase(in: text) == nil, !rules.occurs(in: text), !tellsFlag(text),
            !(0..<3).contains(where: { text.isSymbol($0, "=") }),
            words.contains("inclusion") || words.isDisjoint(with: ["available"]),
            words.isDisjoint(with: denials)
                || words.isDisjoint(with: nobodys) && !sentence.mentions.contains(where: \.isAdult),
            case var legend = Legend(), legend.learn(text).isEmpty
        else { return false }
        let offset = sentence.range.lowerBound
        return sentence.strangeWords.contains { index in
            let word = text.word(index - offset) ?? ""
            return !harmless.contains(word) && !doings.contains(word)
        }
    }

    /// `The flag covers crimes committed wholly or partly by means of a computer`
    private static func tellsFlag(_ text: LexedText) -> Bool {
        text.words.prefix(3).contains { ["flag", "flags", "marker"].contains($0) }
            && text.words.prefix(6).contains { ["covers", "is", "means", "were"].contains($0) }
            && !text.words.contains { ["searched", "absent"].contains($0) }
    }

    /// A sentence of running text without a figure of its own; `told` are those that others have.
    static func isShort(_ sentence: Sentence, beside told: Set<Quantity> = []) -> Bool {
        let isOfNone = sentence.mentions.allSatisfy { mention in
            guard case .number(let figure) = mention.kind, let value = figure.value else { return true }
            return value <= Quantity(18) || told.contains(value)
        }
        return sentence.role == .statement && isOfNone && (4...80).contains(sentence.lexed.count)
    }
}

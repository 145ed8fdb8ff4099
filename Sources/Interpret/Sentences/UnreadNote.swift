import Records
import Vocabulary

/// A sentence about the figures whose words nobody here reads: it may change what they count, so that a person is told.
///
/// `AlteringNote` and `ScopeNote` know what they look for; this is the other way round: whatever is not known to be harmless counts.
enum UnreadNote {
    private static let nouns: Set<String> = [
        "figure", "figures", "number", "numbers", "data", "total", "totals", "count", "counts", "table", "statistics",
        "results", "column", "columns", "row", "rows", "above",
    ]
    private static let verbs: Set<String> = [
        "are", "is", "were", "was", "show", "shows", "count", "counts", "refer", "refers", "relate", "relates",
        "represent", "represents", "give", "gives", "reflect", "reflects", "concern", "concerns", "mean", "means",
        "comprise", "comprises",
    ]
    /// How the figures were made, how firm they are, and how they are given: what follows says that alone.
    private static let makings: Set<String> = [
        "extracted", "taken", "drawn", "pulled", "run", "compiled", "obtained", "produced", "retrieved", "generated",
        "released", "published", "provided", "supplied", "pasted", "collated", "downloaded", "made", "sourced",
        "correct", "accurate", "counted", "from", "subject", "provisional", "not", "set", "re", "given", "shown",
        "rounded",
        "hidden",
        "suppressed", "replaced", "marked", "so", "position",
    ]
    /// What is said of figures without changing what they count.
    private static let harmless: Set<String> = [
        "audited", "unaudited", "checks", "differ", "differently", "snapshot", "updated", "daily", "revision",
        "finalised", "management", "official", "statistics", "statistical", "treated", "small", "wholly", "alike",
        "selected", "special", "name", "best", "interpretation", "relevance", "based", "rightly", "events",
        "ad", "hoc", "unrounded", "convenience",
    ]

    /// `Live`, `unaudited`, `extracted`: what may stand behind `these are` and says nothing of what they count.
    static func isHarmless(_ word: String) -> Bool {
        makings.contains(word) || harmless.contains(word) || nouns.contains(word) || ["live", "crimes"].contains(word)
    }

    /// It says of the figures around it what is not understood.
    static func isOne(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        guard sentence.role == .statement, !sentence.namesNumber, let start = predicate(in: text),
            Context.Outer.bracketPhrase(in: text) == nil, StateRecogniser.read(text, regime: .foia) == nil
        else { return false }
        let end = (start..<max(start, text.count)).first { index in
            text.isWord(index, makings) || text.isSymbol(index, ";")
                || text.isSymbol(index, ",") && text.isWord(index + 1, ["but", "and", "so", "although"])
        }
        let offset = sentence.range.lowerBound
        return sentence.strangeWords.map { $0 - offset }.contains {
            $0 >= start && $0 < end ?? text.count && !harmless.contains(text.word($0) ?? "")
        }
    }

    /// Where what is said of the figures begins.
    private static func predicate(in text: LexedText) -> Int? {
        let begin = text.isWord(0, ["note", "notes", "nb"]) ? (1..<3).first { text[$0]?.isWord == true } ?? 0 : 0
        guard let noun = (begin..<begin + 4).first(where: { text.isWord($0, nouns) }),
            // `Table 2 shows …` speaks of that table.
            text[noun + 1]?.isNumber != true,
            let verb = (noun + 1..<noun + 6).first(where: { text.isWord($0, verbs) }),
            // `Postcode is personal data if it is put together`, `the figures include offences which were reported to us`
            !(begin..<verb).contains(where: { text.isWord($0, others) })
        else { return nil }
        return verb + 1
    }

    /// The figures are not what the verb is said of.
    private static let others: Set<String> = [
        "is", "are", "was", "were", "include", "includes", "exclude", "excludes", "which", "that", "where", "when",
        "if", "as", "because", "since", "small", "low", "redacted", "who",
    ]
}

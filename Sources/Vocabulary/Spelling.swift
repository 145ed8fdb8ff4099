/// Mends slips of the keyboard in the words on which the meaning of a return hangs: `offecnes`, `recored`, `finacial`.
///
/// Only terms of five letters and more, only one slip, never in the first letter, never a mere plural; number words and
/// names are left as they stand. Places and quotations keep the source's own characters.
enum Spelling {
    private static let terms = [
        "offence", "offences", "sexual", "victim", "victims", "children", "recorded", "flagged", "unflagged", "cyber",
        "financial", "grooming", "internet", "online", "exploitation", "communication", "indecent", "assault",
        "suppressed", "constabulary", "unknown", "quarter", "january", "february", "august", "september", "october",
        "november", "december", "total", "under", "previous", "following", "respectively", "provisional", "excluding",
        "including", "between", "compared", "increase", "increased", "decrease", "decreased", "withheld", "exempt",
        "incidents", "crimes", "information", "disclosed", "categories", "category",
    ]
    /// Words of their own within one slip of a term.
    private static let others: Set<String> = [
        "recorder", "withhold", "tonal", "quartet", "increases", "decreases", "compares", "compare", "disclose",
        "discloses", "crimed", "crises", "cries",
    ]

    private static let known = Set(terms).union(others)
    private static let byInitial = Dictionary(grouping: terms, by: { $0.utf8.first ?? 0 })

    /// The term that the word was meant to be; else the word.
    static func mended(_ word: String) -> String {
        let length = word.utf8.count
        guard length >= 4, let first = word.utf8.first, let terms = byInitial[first], !known.contains(word) else {
            return word
        }
        let near = terms.first { term in
            abs(term.utf8.count - length) <= 1 && term.utf8.count >= 5 && term + "s" != word && word + "s" != term
                && EditDistance.between(word, term, limit: 2) == 1
        }
        return near ?? word
    }
}

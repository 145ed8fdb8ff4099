import Records

/// The words of a label that say nothing of what is counted, and those that may.
extension CueRecogniser {
    private static let neutral: Set<String> = [
        "number", "numbers", "of", "total", "totals", "count", "counts", "the", "a", "an", "with", "recorded",
        "figures", "figure", "by", "in", "for", "and", "or", "no", "all", "where", "police",
        "volume", "data", "crimes", "crime", "offence", "offences", "cases", "incidents", "reported", "reports",
        "against", "involving", "cyber", "online", "internet", "flag", "flagged",
        "flags", "marker", "markers", "enabled", "related", "sexual", "sex", "child", "children", "under", "year",
        "years", "financial", "s", "victims", "victim", "which", "that", "were",
        "was", "have", "had", "has", "type", "recording", "force", "is", "as", "non", "not", "without", "whether",
        "any", "applied", "element", "whose", "aged", "against", "from", "grand", "sum",
        "records", "y", "n", "yes", "from", "to", "being", "at", "time", "on", "a", "least", "following", "age", "per",
        "annum", "answer", "response", "result", "value", "amount", "quantity", "csa", "cse", "csae", "cso", "abuse",
        "exploitation", "offending", "rso", "period", "quarter", "month", "fy", "subject", "category", "measure",
        "cyfanswm", "minors", "tagged", "untagged", "unflagged", "recordings", "their", "young", "people", "persons",
        "person", "below", "u18", "u18s", "qualifier", "keyword", "indicator", "facilitated", "motivated", "motivation",
        "present", "absent",
        "digital", "component", "aspect", "overall", "combined", "subtotal", "sub", "regardless", "flagging", "status",
        "set", "only", "of", "those", "these",
        "such", "involved", "committed", "online", "group", "band", "crimed", "i", "e", "ie", "eg", "breakdown",
        "nifer", "rhestr", "list",
        "annual", "yearly", "yr", "actual", "each", "marked", "unmarked", "carrying", "bearing", "having", "attached",
    ]

    /// The words of a label that no cue, number or neutral word accounts for.
    package static func strangeWords(in text: LexedText) -> [String] {
        text.lexemes.compactMap {
            $0.isWord && !neutral.contains($0.text) && !flag.contains($0.text) && !flagNouns.contains($0.text)
                ? $0.text : nil
        }
    }
}

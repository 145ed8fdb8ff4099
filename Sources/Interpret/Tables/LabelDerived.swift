import Records
import Vocabulary

/// Labels of what is worked out from figures: changes, rates, shares, plans.
extension LabelReading {
    private static let derivedWords: Set<String> = [
        "percentage", "percent", "change", "difference", "increase", "decrease", "rate", "average", "mean", "variance",
        "proportion", "share", "rank", "median", "ratio",
        "growth", "trend", "days", "pct", "ranking",
    ]

    /// `With online …`: the flag's own word.
    static func follows(_ word: String, _ text: LexedText) -> Bool {
        zip(text.words, text.words.dropFirst()).contains { $0 == word && ["online", "internet", "an"].contains($1) }
    }

    /// One of the words stands neither first nor last.
    static func isWithin(_ words: Set<String>, _ text: LexedText) -> Bool {
        text.words.dropFirst().dropLast().contains(where: words.contains)
    }

    static let plans: Set<String> = [
        "projected", "projection", "forecast", "forecasts", "target", "targets", "expected", "predicted", "planned",
        "budgeted", "ambition",
    ]

    static func derived(_ text: LexedText) -> Bool {
        let aside = aside(text)
        return text.lexemes.indices.contains { index in
            !aside.contains(index)
                && (text.isWord(index, derivedWords) || text.isSymbol(index, "%")
                    || text.isWord(index, ["per"])
                        && (text[index + 1]?.isNumber == true
                            || text.isWord(index + 1, ["cent", "thousand", "day", "head", "month", "capita"]))
                    || text.isSymbol(index, "+") && text.isSymbol(index + 1, "/") || text.isSymbol(index, "±"))
        }
    }
}

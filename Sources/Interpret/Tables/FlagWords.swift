import Records
import Vocabulary

/// Reads the cells of a flag column: `Y`, `N`, `Yes`, `Cyber flag`, `Total`.
enum FlagWords {
    private static let flagged: Set<String> = [
        "y", "yes", "flagged", "true", "cyber", "online", "with flag", "cyber flag", "flag", "cyber flagged",
        "flag present", "flag applied", "tagged", "marked", "applied", "present", "cyber marker", "cyber tag",
        "cyber enabled", "cyber related", "cyber crime", "online crime", "internet related", "online flag",
    ]
    private static let unflagged: Set<String> = [
        "n", "no", "unflagged", "not flagged", "false", "offline", "without flag", "no flag", "none", "non cyber",
        "not cyber", "no cyber flag", "flag absent", "flag not applied", "not tagged", "untagged", "not marked",
        "unmarked", "not applied", "blank", "absent", "not present",
        "not completed", "not entered", "left blank", "not ticked", "no qualifier", "no keyword", "no marker", "no tag",
        "empty", "null", "not enabled", "not related", "without",
    ]

    /// Headers of columns that list all flags of a crime: `Domestic Abuse; Online Crime`.
    static let lists: Set<String> = [
        "qualifier", "qualifiers", "keyword", "keywords", "marker", "markers", "flags", "tags", "classifications",
        "warnings", "indicators", "aggravators",
    ]

    /// One of several flags in a cell is ours.
    static func isListed(in text: LexedText) -> Bool {
        let signs = text.lexemes.indices.filter { [";", ",", "/", "|", "+"].contains(text.lexemes[$0].text) }
        return zip([-1] + signs, signs + [text.count]).contains { start, end in
            let item = text.lexemes[(start + 1)..<max(start + 1, end)].filter { $0.kind == .word }.map(\.text)
            return item.contains { ["cyber", "online", "internet"].contains($0) } && !item.contains("no")
                && !item.contains("not")
        }
    }

    static func read(_ text: LexedText) -> Cues.Flag? {
        // `No.` heads numbers.
        if text.isWord(0, ["no"]), text.isSymbol(1, ".") { return nil }
        // `Online = Y`, `Cyber flag: No`, `Cyber Y`
        if text.count > 1, let value = text.words.last, ["y", "n", "yes", "no", "true", "false"].contains(value),
            CueRecogniser.cues(in: text, range: 0..<text.count - 1).flag == .flagged, text.count <= 4
        {
            return flagged.contains(value) ? .flagged : .unflagged
        }
        let words = text.words.joined(separator: " ")
        return flagged.contains(words) ? .flagged : unflagged.contains(words) ? .unflagged : nil
    }
}

import Records
import Vocabulary

/// Numbers that notes say are others, or stand for something else.
extension AlteringNote {
    /// The figure that another should be read for: `for 71 read 77`.
    static func misprint(toldBy text: LexedText) -> Int? {
        text.lexemes.indices.lazy.compactMap { index in
            text.isWord(index, ["for"]) && text.isWord(index + 2, ["read"]) && text[index + 3]?.isNumber == true
                ? text.integer(index + 1) : nil
        }.first
    }

    /// `Correction: rape should read 6 and sexual assault 41`
    static func corrects(_ text: LexedText) -> Bool {
        text.isWord(0, ["correction", "corrections", "erratum", "errata", "corrigendum"]) && text.count > 3
    }

    /// The number that stands for something else: `99 = not known`, `numbers below 5 are shown as 5`.
    static func code(toldBy text: LexedText) -> Int? {
        if let code = text.integer(0), text.isSymbol(1, "=") || text.isWord(1, ["means", "denotes"]),
            (2..<5).contains(where: { text.isWord($0, ["known", "unknown", "missing", "recorded"]) })
        {
            return code
        }
        // `Key: 999 stands where the query gave no answer`
        let first = (0..<3).first { text[$0]?.isNumber == true }
        if let first, let code = text.integer(first), code > 18, text.isWord(first + 1, ["stands"]),
            text.isWord(first + 2, ["for", "where", "when"])
        {
            return code
        }
        // `A zero means that no data was kept`
        if text.words.prefix(2).contains(where: { ["zero", "nought", "nil"].contains($0) }),
            text.words.prefix(7).contains(where: { ["means", "denotes", "tells", "says"].contains($0) }),
            text.words.contains("nobody")
                || zip(text.words, text.words.dropFirst()).contains(where: {
                    $0 == "no" && ["data", "information", "return"].contains($1)
                        || $0 == "not" && ["held", "known", "available"].contains($1)
                })
        {
            return 0
        }
        for index in text.lexemes.indices {
            // `Where the table shows 5 the true number is 5 or lower`
            if text.isWord(index, ["shows", "show"]), let code = text.integer(index + 1),
                (index + 2..<index + 6).contains(where: { text.isWord($0, ["true", "real", "actual"]) })
            {
                return code
            }
            // `Counts below 5 have been replaced with 0`
            if text.isWord(index, ["replaced"]), text.isWord(index + 1, ["with", "by"]) {
                return text.isWord(index + 2, ["zero", "nought"]) ? 0 : text.integer(index + 2)
            }
        }
        guard let at = text.lexemes.indices.first(where: { text.isWord($0, ["shown"]) && text.isWord($0 + 1, ["as"]) })
        else { return nil }
        // `Zero is shown as 0.`
        return text.trimmedCount == at + 3 ? text.integer(at + 2).flatMap { $0 > 0 ? $0 : nil } : nil
    }
}

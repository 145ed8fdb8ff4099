import Records

/// Reads offences: titles and Home Office codes of the codelist, and the words for all of them or the rest.
package enum OffenceRecogniser {
    package static let totals = Phrases<Bool>([
        "total", "all", "all offences", "grand total", "sum", "overall total", "all offence types", "total offences",
        "all crimes", "overall",
        "all sexual offences", "total sexual offences", "all types", "sub total", "subtotal", "cyfanswm",
    ])

    /// A title or code that begins here.
    package static func match(_ text: LexedText, at index: Int, in lexicon: Lexicon) -> (value: String, end: Int)? {
        guard let (phrase, end) = lexicon.offencePhrases.match(text, at: index) ?? code(text, index, lexicon) else {
            return nil
        }
        // `31 in the rest of the county` names a place.
        if text.isWord(end - 1, ["rest", "remainder"]), text.isWord(end, ["of"]),
            !(end + 1..<end + 4).contains(where: { text.isWord($0, ["offences", "crimes", "them", "these", "those"]) })
        {
            return nil
        }
        // `rapes of a girl under 16`, `sexual activity with a child under 16`: the age belongs to the offence's title.
        var next = end
        if text.isWord(next, ["of", "on", "against", "with", "involving"]), text.isWord(next + 1, ["a"]) { next += 2 }
        while text.isWord(next, persons) { next += 1 }
        guard next > end || text.isWord(end - 1, persons) else { return (phrase, end) }
        return (phrase, AgeRecogniser.match(text, at: next)?.end ?? next)
    }

    /// `class 88A`, `88A` in running text: a number and a letter grown together that the codelist knows.
    private static func code(_ text: LexedText, _ index: Int, _ lexicon: Lexicon) -> (String, Int)? {
        let at = text.isWord(index, ["class", "code", "hoc"]) ? index + 1 : index
        guard text[at]?.isNumber == true, let letter = text.word(at + 1), letter.utf8.count == 1,
            text[at + 1]?.spaceBefore == false,
            let code = lexicon.offenceCodes[text.raw(lexemes: at..<at + 2).lowercased()]
        else { return nil }
        return (code, at + 2)
    }

    private static let persons: Set<String> = ["girl", "boy", "female", "male", "child"]

    /// A whole header: `Rape of a female child under 13`, `88A`, `71/17 Sexual communication with a child`, `Other`.
    package static func whole(_ text: LexedText, in lexicon: Lexicon) -> String? {
        guard !text.isEmpty else { return nil }
        if let code = codeAtStart(text, in: lexicon) { return code }
        var best: (code: String, length: Int)?
        for index in 0..<text.count {
            if let (code, end) = match(text, at: index, in: lexicon), end - index > best?.length ?? 0 {
                best = (code, end - index)
            }
        }
        if let best { return best.code }
        let words = text.words
        if let code = lexicon.offenceLabels[words.joined(separator: " ")] { return code }
        if !rest.isDisjoint(with: words), words.allSatisfy({ rest.contains($0) || fillers.contains($0) }) {
            return "other"
        }
        return plain(text).flatMap { lexicon.offenceLabels[$0] }
    }

    /// `Other`, `All others`, `Remaining offence types`.
    private static let rest: Set<String> = [
        "other", "others", "remaining", "remainder", "rest", "misc", "miscellaneous",
    ]
    private static let fillers: Set<String> = [
        "all", "any", "the", "of", "offence", "offences", "crime", "crimes", "type", "types", "sexual",
    ]

    /// `Exploitation (CSE) offences` without what stands in brackets and the noun at its end; nil where it has neither.
    private static func plain(_ text: LexedText) -> String? {
        var words: [String] = []
        var depth = 0
        for lexeme in text.lexemes {
            depth += lexeme.text == "(" ? 1 : lexeme.text == ")" ? -1 : 0
            if depth == 0, lexeme.isWord { words.append(lexeme.text) }
        }
        if ["offences", "offence", "crimes", "crime"].contains(words.last) { words.removeLast() }
        return words.isEmpty || words == text.words ? nil : words.joined(separator: " ")
    }

    /// `21`, `71`: a class by its number alone, where the column is known to hold classes.
    package static func bareCode(_ text: LexedText, in lexicon: Lexicon) -> String? {
        guard text.trimmedCount == 1, text.integer(0) != nil else { return nil }
        return lexicon.offenceCodes[text.raw(lexemes: 0..<1)]
    }

    /// `19C`, `088A`, `71/17`, `88/05` at the start, told by the codelist.
    private static func codeAtStart(_ text: LexedText, in lexicon: Lexicon) -> String? {
        guard let first = text[0], first.isNumber else { return nil }
        for length in [3, 2, 1] where text.count >= length {
            if length < text.count, text[length]?.spaceBefore != true, text[length]?.kind != .symbol { continue }
            // `021-22-1100` is a reference.
            let goesOn =
                text[length]?.kind == .symbol && text[length]?.spaceBefore == false
                && text[length + 1]?.isNumber == true && text[length + 1]?.spaceBefore == false
            if goesOn { continue }
            let raw = text.raw(lexemes: 0..<length).lowercased().filter { $0 != " " }
            // A bare `21` may be a figure; `021` is a class.
            if length == 1, text.count == 1, !(raw.utf8.count == 3 && raw.hasPrefix("0")) { return nil }
            let plain = String(raw.drop { $0 == "0" })
            if let code = lexicon.offenceCodes[raw] ?? lexicon.offenceCodes[plain] { return code }
        }
        return nil
    }
}

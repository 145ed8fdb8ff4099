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
        guard let (phrase, end) = lexicon.offencePhrases.match(text, at: index) else { return nil }
        // `rapes of a girl under 16`: the age belongs to the offence's title.
        if text.isWord(end, ["of", "on", "against"]), text.isWord(end + 1, ["a"]),
            text.isWord(end + 2, ["girl", "boy", "female", "male"])
        {
            var next = text.isWord(end + 3, ["child"]) ? end + 4 : end + 3
            if let (_, after) = AgeRecogniser.match(text, at: next) { next = after }
            return (phrase, next)
        }
        return (phrase, end)
    }

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
        if words == ["other"] || words == ["others"] || words == ["other", "offences"] { return "other" }
        return nil
    }

    /// `19C`, `088A`, `71/17`, `88/05` at the start, told by the codelist.
    private static func codeAtStart(_ text: LexedText, in lexicon: Lexicon) -> String? {
        guard let first = text[0], first.isNumber else { return nil }
        for length in [3, 2, 1] where text.count >= length {
            if length < text.count, text[length]?.spaceBefore != true, text[length]?.kind != .symbol { continue }
            let raw = text.raw(lexemes: 0..<length).lowercased().filter { $0 != " " }
            // A bare `21` may be a figure; `021` is a class.
            if length == 1, text.count == 1, !(raw.utf8.count == 3 && raw.hasPrefix("0")) { return nil }
            let plain = String(raw.drop { $0 == "0" })
            if let code = lexicon.offenceCodes[raw] ?? lexicon.offenceCodes[plain] { return code }
        }
        return nil
    }
}

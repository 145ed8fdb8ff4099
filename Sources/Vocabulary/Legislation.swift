/// Sections of Acts as letters cite them.
package enum Legislation {
    private static let words: Set<String> = [
        "section", "sections", "s", "sec", "ss", "article", "art", "regulation", "reg", "adran",
    ]

    /// `Section 12(1)`, `s.12`, `s12(1)(a)`: the number, how it is written, and the index after it.
    package static func section(_ text: LexedText, at index: Int) -> (section: Int, words: String, end: Int)? {
        guard text.isWord(index, words) else { return nil }
        var at = text.isSymbol(index + 1, ".") ? index + 2 : index + 1
        if text.word(index)?.count == 1, text[index]?.spaceBefore == false, index > 0, text[index - 1]?.kind != .symbol
        {
            return nil
        }
        guard let number = text.integer(at), number > 0, number < 100 else { return nil }
        at += 1
        var written = String(number)
        while text.isSymbol(at, "("), text.isSymbol(at + 2, ")"), let inner = text[at + 1], inner.kind != .symbol,
            inner.text.count <= 3
        {
            if inner.isNumber {
                written += "(\(inner.text))"
            } else if inner.text.count == 1 {
                written += "(\(inner.text))"
            }
            at += 3
        }
        return (number, written, at)
    }
}

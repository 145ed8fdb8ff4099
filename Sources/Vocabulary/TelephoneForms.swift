import Records

/// Telephone numbers.
extension NoiseRecogniser {
    static let telephoneWords: Set<String> = [
        "telephone", "tel", "phone", "call", "fax", "mobile", "helpline", "ext", "extension", "ffon", "minicom",
        "switchboard", "dial", "textphone", "ring", "text", "ffoniwch", "ffonio",
    ]

    @Sendable static func telephone(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if text.isWord(index, telephoneWords)
            || text.isWord(index, ["on", "or", "via"]) && index > 0 && telephoneNear(text, index)
        {
            var at = index + 1
            while text.isWord(
                at,
                [
                    "number", "no", "us", "on", "childline", "the", "helpline", "is", "or", "numbers", "nspcc", "our",
                    "officer", "crimestoppers", "free", "police",
                ]) || text.isSymbol(at, ":") || text.isSymbol(at, ".") || text.isSymbol(at, "(")
            { at += 1 }
            let end = digits(text, at)
            if end > at, text[at]?.isNumber == true {
                return (
                    .telephone,
                    text.isSymbol(end, ",") && text.isWord(end + 1, ["option", "ext", "extension"])
                        && text[end + 2]?.isNumber == true ? end + 3 : end
                )
            }
            return nil
        }
        if text.isSymbol(index, "+"), text.integer(index + 1) == 44 { return (.telephone, digits(text, index + 1)) }
        // A leading zero and at least nine digits in groups.
        if let first = text[index], first.isNumber || first.text == "(",
            first.isNumber
                ? first.text.hasPrefix("0") && first.text.utf8.count >= 3 : text[index + 1]?.text.hasPrefix("0") == true
        {
            let end = digits(text, index)
            let total = (index..<end).reduce(0) {
                $0 + (text[$1]?.isNumber == true ? text[$1]?.text.utf8.count ?? 0 : 0)
            }
            if total >= 9 || total == 8 && text[index]?.text == "0800" { return (.telephone, end) }
        }
        if let number = text.integer(index), number == 999 || number == 101,
            (max(0, index - 5)..<index + 4).contains(where: {
                text.isWord($0, ["emergency", "emergencies", "ext", "option", "urgent"])
            })
        {
            return (.telephone, index + 1)
        }
        if let number = text.integer(index), number == 101 || number == 999 || number == 116000 || number == 111 {
            let isTold =
                text.isWord(index - 1, ["on", "call", "dial", "via", "ring", "or", "telephone", "number"])
                // `Contact us: 101`
                || text.isSymbol(index - 1, ":") && text.isWord(index - 2, ["us"])
                // `PO Box 99, Carmarthen SA31 2PF • 101`
                || text[index - 1]?.kind == .symbol && postcode(text, index - 5) != nil
            if isTold, CueRecogniser.cues(in: text).isEmpty {
                return (.telephone, index + 1)
            }
            if text.isWord(index - 1, ["call", "dial", "ring"])
                || text.isWord(index - 1, ["on"]) && telephoneNear(text, index)
            {
                return (.telephone, index + 1)
            }
        }
        return nil
    }

    static func telephoneNear(_ text: LexedText, _ index: Int) -> Bool {
        (max(0, index - 8)..<index).contains { text.isWord($0, telephoneWords) || text.isWord($0, ["contact"]) }
    }

    static func digits(_ text: LexedText, _ index: Int) -> Int {
        var end = index
        while let next = text[end],
            next.isNumber || ["(", ")"].contains(next.text) || next.text == "-" && text[end + 1]?.isNumber == true
                || next.text == "+" && text[end + 1]?.isNumber == true, !(next.lineBefore && end > index)
        {
            if next.isNumber, end > index, next.text.utf8.count == 4, Years.full(text, end) != nil,
                !text.lexemes[index..<end].contains(where: { $0.text.hasPrefix("0") })
            {
                break
            }
            end += 1
        }
        while end > index, ["(", "-", "+"].contains(text[end - 1]?.text ?? "") { end -= 1 }
        return end
    }
}

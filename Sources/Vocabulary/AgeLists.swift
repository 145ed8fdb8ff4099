import Records

/// Ages told one after the other: `0-5, 6-10, 11-15 and 16-17`, `10, 11 or 12`.
extension AgeRecogniser {
    /// `by age of victim (0-5, 6-10, 11-15 and 16-17)`: a band among bands behind the word.
    /// `11-15 and 16-17`: a band that begins where the one before it ends is no year.
    static func goesOn(_ text: LexedText, _ start: Int, from low: Int) -> Bool {
        let joint = text.isWord(start - 1, ["and"]) || text.isSymbol(start - 1, ",") ? start - 2 : start
        return text.integer(joint) == low - 1 && text.isSymbol(joint - 1, "-") && text[joint - 2]?.isNumber == true
    }

    static func isListed(_ age: Age, _ text: LexedText, _ start: Int) -> Bool {
        guard let high = age.high, high > age.low, high <= 25, text[start]?.isNumber == true else { return false }
        if goesOn(text, start, from: age.low) { return true }
        var at = start - 1
        while let lexeme = text[at],
            lexeme.kind != .word
                || ["and", "or", "to", "of", "victim", "victims", "group", "groups", "band", "bands", "the", "by"]
                    .contains(lexeme.text)
        { at -= 1 }
        return text.isWord(at, ["age", "ages", "aged"])
    }

    /// The last of `10, 11 or 12`: ages that count on by one.
    static func list(_ text: LexedText, from low: Int, _ index: Int) -> (high: Int, end: Int)? {
        var (high, next) = (low, index)
        while text.isSymbol(next, ","), text.integer(next + 1) == high + 1 { (high, next) = (high + 1, next + 2) }
        // `those aged 16 and 17`
        let areAges =
            (next + 2...next + 3).contains { text.isWord($0, ["year", "years"]) }
            && (next + 3...next + 5).contains { text.isWord($0, ["old", "olds"]) }
            || (max(0, index - 4)..<index).contains {
                text.isWord($0, ["aged", "ages"]) || text.isWord($0, ["those"]) && text.isWord($0 + 1, ["of"])
            }
                && !text.isWord(next + 2, ["offences", "crimes", "were", "was", "aged", "victims", "had"])
            // `; 16 and 17, 95 offences` in a list of ages
            || text.isSymbol(index - 2, ";") && text.isSymbol(next + 2, ",") && isCount(text, next + 3)
        guard high > low || areAges || text.isWord(next, ["or"]), text.isWord(next, ["or", "and"]),
            let (last, end) = number(text, next + 1), last == high + 1
        else { return nil }
        return (last, end)
    }
}

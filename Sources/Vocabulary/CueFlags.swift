import Records

/// The flag by other words than its own, and two flags at once.
extension CueRecogniser {
    /// `Carried the keyword`, `with indicator`: the flag by the word for any such mark.
    static func isCarriedMark(_ text: LexedText, _ index: Int) -> Bool {
        guard text.isWord(index, ["flag", "keyword", "marker", "tag", "qualifier", "indicator"]) else { return false }
        let verb = text.isWord(index - 1, ["the"]) ? index - 2 : index - 1
        return text.isWord(verb, ["with"])
            || verb < index - 1
                && text.isWord(verb, ["carried", "carrying", "bore", "bearing", "had", "has", "have"])
    }

    /// What other flags are of.
    package static let otherFlags: Set<String> = [
        "cse", "csae", "exploitation", "abuse", "hate", "knife", "gang", "alcohol", "drugs", "stalking",
    ]

    /// `CSE flag`, `domestic abuse marker`: at the word before the last.
    package static func namesOtherFlag(_ text: LexedText, _ index: Int) -> Bool {
        text.isWord(index, otherFlags) && text.isWord(index + 1, ["flag", "marker", "qualifier"])
    }

    /// `40 were reported to us online`, `using our online form`: how the police were told, and no flag.
    package static func tellsHowReported(_ text: LexedText, _ index: Int) -> Bool {
        text.isWord(index, ["online"])
            && ((index - 4..<index).contains { text.isWord($0, ["reported", "report"]) }
                || text.isWord(index + 1, ["form", "reporting", "portal", "tool"]))
    }

    /// `With both a cyber and a CSE flag`: fewer than those with the one.
    static func needsTwoFlags(_ text: LexedText, _ index: Int) -> Bool {
        // `Either the cyber flag or the CSE flag`, `the cyber flag and/or the CSE flag`
        if namesOtherFlag(text, index),
            (index - 3..<index).contains(where: { text.isWord($0, ["or", "and"]) }),
            let own = (index - 8..<index).first(where: { text.isWord($0, ["flag", "marker"]) }),
            text.isWord(own - 1, ["cyber", "online"]), !(own..<index).contains(where: { text[$0]?.isNumber == true })
        {
            return true
        }
        guard text.isWord(index, ["both"]),
            let flag = (index + 1..<index + 9).first(where: { text.isWord($0, ["flag", "flags", "marker", "markers"]) })
        else { return false }
        return (index..<flag).contains { text.isWord($0, ["and"]) }
            && (index..<flag).contains { text.isWord($0, ["cyber", "online"]) }
    }

    /// `All cyber-flagged offences` is flagged, `all offences, flagged or not` is not.
    static func isFlagged(_ text: LexedText, _ range: Range<Int>, apartFrom hole: Range<Int>) -> Bool {
        for index in range where !hole.contains(index) {
            if let word = text.word(index), flag.contains(word) || word == "flagged" || isCarriedMark(text, index) {
                let isBoth = text.isWord(index + 1, ["and"]) && text.isWord(index + 2, ["offline"])
                if isBoth || text.isWord(index + 1, ["or"]) || text.isWord(index - 1, ["whether", "or"]) { continue }
                return !hole.contains(where: {
                    text.isWord($0, ["whether", "regardless", "irrespective", "unflagged", "offline", "otherwise"])
                })
            }
        }
        return false
    }
}

import Vocabulary

/// Which number is a part of which: told by the words between them.
extension Binding {
    /// `187 (12%) of the 1,540`, `39 offences out of a total of 410`: the number after is the whole of this one.
    func isPart(_ a: Range<Int>, of b: Range<Int>) -> Bool {
        guard let lead = lead(ofWhole: b) else { return false }
        var end = a.upperBound
        if text.isSymbol(end, "("), let inside = bracket(around: end + 1),
            inside.contains(where: { text.isSymbol($0, "%") })
        {
            end = inside.upperBound + 1
        }
        if end == lead.lowerBound { return true }
        // `Of` alone goes with much; `1,310 with the flag, out of 7,420` only with its part.
        return lead.isOutOf && (0...6).contains(lead.lowerBound - end)
            && !(end..<lead.lowerBound).contains {
                // `31 and 44 respectively, out of 1,420 and 1,466` goes in order.
                text[$0]?.isNumber == true || text.isSymbol($0, ";") || text.isWord($0, ["respectively"])
            }
    }

    /// `12% of 410 offences`, `the share was 8%, of 385`: the number is the whole of a share.
    func isWholeOfShare(_ number: Range<Int>) -> Bool {
        guard let lead = lead(ofWhole: number) else { return false }
        let end = text.isSymbol(lead.lowerBound - 1, ",") ? lead.lowerBound - 1 : lead.lowerBound
        return Self.share(endingAt: end, text) != nil
    }

    /// `9.5% (39)`, `12 per cent (39 offences)`: from where the share begins, for a number that opens the brackets behind it.
    func shareBefore(_ number: Range<Int>) -> Int? {
        text.isSymbol(number.lowerBound - 1, "(") ? Self.share(endingAt: number.lowerBound - 1, text) : nil
    }

    /// Where the words begin that make a number a whole: `of the`, `out of a total of`.
    private func lead(ofWhole number: Range<Int>) -> (lowerBound: Int, isOutOf: Bool)? {
        var at = number.lowerBound - 1
        while text.isWord(at, ["the", "our", "all"]) { at -= 1 }
        guard text.isWord(at, ["of"]) else { return nil }
        if text.isWord(at - 1, ["total"]), text.isWord(at - 2, ["a", "the"]), text.isWord(at - 3, ["of"]) { at -= 3 }
        return text.isWord(at - 1, ["out"]) ? (at - 1, true) : (at, false)
    }

    /// Where a percentage begins that ends at a lexeme.
    private static func share(endingAt end: Int, _ text: LexedText) -> Int? {
        let number =
            text.isSymbol(end - 1, "%") || text.isWord(end - 1, ["percent"])
            ? end - 2 : text.isWord(end - 1, ["cent"]) && text.isWord(end - 2, ["per"]) ? end - 3 : nil
        return number.flatMap { text[$0]?.isNumber == true ? $0 : nil }
    }
}

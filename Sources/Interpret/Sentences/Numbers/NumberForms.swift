import Records
import Vocabulary

/// Numbers that are a part of something: of a range, of a name, of a sum that is left to the reader.
extension SpokenNumber {
    var part: NumberRole? {
        if isEndOfRange || isGlued { return .unclear }
        // `CMS2`, `Article29`: part of a name.
        if text[range.lowerBound]?.spaceBefore == false, text[range.lowerBound - 1]?.isWord == true,
            text[range.lowerBound]?.isNumber == true
        {
            return .other("reference")
        }
        // `There were 104, split 9, 25, 51 and 19 over the same age groups`
        if let split = lead.last(where: { text.isWord($0, ["split"]) }),
            (split + 1..<max(split + 1, range.lowerBound)).allSatisfy({
                text[$0]?.isNumber == true || text.isSymbol($0, ",") || text.isWord($0, ["and", "as", ":"])
            })
        {
            return .unclear
        }
        // `See question 1, less 8`
        return leads(1, ["less", "minus", "plus"]) ? .unclear : nil
    }

    /// `20 to 30 offences`, `between 20 and 30`; not `from 48 to 68`, which are two levels.
    private var isEndOfRange: Bool {
        // The `16` of `2015/16 to 36` is part of a year.
        func number(_ index: Int) -> Int? {
            guard text[index]?.raised == false, !text.isSymbol(index - 1, "/"), !text.isSymbol(index + 1, "/"),
                !text.isSymbol(index - 1, "-")
            else { return nil }
            return text[index]?.quantity?.wholeValue
        }
        guard range.count == 1, let own = number(range.lowerBound) else { return false }
        func rises(_ low: Int, _ from: Int, _ high: Int) -> Bool {
            let between = text.isWord(from - 1, ["between"])
            let led = (max(0, from - 3)..<from).contains {
                text.isWord(
                    $0, ["from", "rose", "fell", "rising", "falling", "increased", "decreased", "up", "down", "went"])
            }
            return low < high && high <= low * 3 && low >= 5 && (between || !led)
        }
        if text.isWord(range.upperBound, ["to", "and"]), let high = number(range.upperBound + 1) {
            if text.isWord(range.upperBound, ["and"]), !text.isWord(range.lowerBound - 1, ["between"]) { return false }
            return rises(own, range.lowerBound, high)
        }
        if text.isWord(range.lowerBound - 1, ["to", "and"]), let low = number(range.lowerBound - 2) {
            if text.isWord(range.lowerBound - 1, ["and"]), !text.isWord(range.lowerBound - 3, ["between"]) {
                return false
            }
            return rises(low, range.lowerBound - 2, own)
        }
        return false
    }

    /// `1,2O4`: a letter among the digits.
    private var isGlued: Bool {
        func isLetter(_ index: Int, _ follower: Int) -> Bool {
            text[index]?.isWord == true && text[index]?.range.count == 1 && text[follower]?.spaceBefore == false
                && text[index]?.spaceBefore == false
        }
        return isLetter(range.upperBound, range.upperBound) && text[range.upperBound + 1]?.isNumber == true
            && text[range.upperBound + 1]?.spaceBefore == false
            || isLetter(range.lowerBound - 1, range.lowerBound) && text[range.lowerBound - 2]?.isNumber == true
    }
}

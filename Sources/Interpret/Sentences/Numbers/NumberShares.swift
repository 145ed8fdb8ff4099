import Records
import Vocabulary

/// Numbers of shares, rates and rankings: claims, no counts.
extension SpokenNumber {
    var share: NumberRole? { isShare || isRate || isTop || isAverage ? .claim : nil }

    /// `On average 212`, `per month in 2018/19: 18`, `the percentage of offences was 7`, `one in 212`.
    private var isAverage: Bool {
        leads(1, ["in"]) && leads(2, ["one"]) && !leads(3, ["recorded", "and", "were"])
            || isOneIn
            || lead.contains { index in
                text.isWord(index, ["percentage", "proportion"]) && text.isWord(index + 1, ["of"])
                    || text.isWord(index, ["on"]) && text.isWord(index + 1, ["average"])
                    || text.isWord(index, ["per"]) && text.isWord(index + 1, ["month", "week", "day"])
            }
    }

    /// `One child sexual offence in nine`
    private var isOneIn: Bool {
        guard leads(1, ["in"]), let one = before(7).first(where: { text.isWord($0, ["one"]) }) else { return false }
        return (one + 1..<range.lowerBound - 1).allSatisfy {
            text.isWord(
                $0,
                [
                    "child", "sexual", "offence", "crime", "cyber", "flagged", "of", "these", "victim", "every", "case",
                    "such", "recorded",
                ])
        }
    }

    /// `two-thirds`, and numbers with a fraction; `12 offences for every 10,000 children`.
    private var isShare: Bool {
        text.isSymbol(range.upperBound, "-") && follows(1, ["thirds", "quarters", "fifths", "tenths"])
            || range.count == 1 && text[range.lowerBound]?.quantity?.isWhole == false
            || leads(1, ["every", "each", "per"])
    }

    /// A part that no age or offence describes: `the crimes include 310 where …`.
    private var isTop: Bool {
        leads(1, ["top", "tops", "topped", "include", "includes", "including", "included"])
            && !described.contains { $0 >= range.upperBound && $0 <= range.upperBound + 3 }
            // `1,412, including 233 with the cyber flag`
            && !(range.upperBound..<range.upperBound + 5).contains {
                text.isWord($0, ["flag", "marker", "keyword", "flagged", "tag"])
            }
    }

    /// `22 online crimes a day`, `11.7 offences per 100,000`: the number is one of a rate, unless another number comes first.
    private var isRate: Bool {
        for index in range.upperBound..<max(range.upperBound, min(range.upperBound + 8, sentence.upperBound)) {
            if text.isWord(index, ["for"]), text.isWord(index + 1, ["every", "each"]) { return true }
            if text.isWord(index, ["per"]) { return !text.isWord(index + 1, ["cent"]) }
            if text.isWord(index, ["a", "an", "every", "each"]),
                text.isWord(index + 1, ["day", "week", "hour", "month", "minute"])
            {
                return true
            }
            if text[index]?.isNumber == true || text.isSymbol(index, ",") || text.isSymbol(index, ";") { return false }
        }
        return false
    }
}

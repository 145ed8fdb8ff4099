import Records
import Vocabulary

/// Numbers of shares, rates and rankings: claims, no counts.
extension SpokenNumber {
    var share: NumberRole? { isShare || isRate || isTop || isAverage || isPublishedElsewhere ? .claim : nil }

    /// `The Office for National Statistics web site, where Sussex appears in Table P1 with 3,418`
    private var isPublishedElsewhere: Bool {
        let isOfOffice = lead.contains {
            text.isWord($0, ["national"]) && text.isWord($0 + 1, ["statistics"]) || text.isWord($0, ["ons"])
        }
        return isOfOffice && isLed(by: ["table", "website", "site", "bulletin", "publication"])
    }

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
            || leads(1, ["every", "each", "per"]) || isOfPercentages
    }

    /// `24, 27 and 26 per cent`: the sign behind the last is of all.
    private var isOfPercentages: Bool {
        guard text.integer(range.upperBound - 1) ?? 101 <= 100 else { return false }
        var end = range.upperBound
        while text.isSymbol(end, ",") && text[end + 1]?.isNumber == true { end += 2 }
        guard text.isWord(end, ["and"]), text[end + 1]?.isNumber == true else { return false }
        return text.isSymbol(end + 2, "%") || text.isWord(end + 2, ["percent"])
            || text.isWord(end + 2, ["per"]) && text.isWord(end + 3, ["cent"])
    }

    /// A part that no age or offence describes: `the crimes include 310 where …`.
    private var isTop: Bool {
        leads(1, ["top", "tops", "topped", "include", "includes", "including", "included"])
            && !described.contains { $0 >= range.upperBound && $0 <= range.upperBound + 6 }
            // `1,412, including 233 with the cyber flag`
            && !(range.upperBound..<range.upperBound + 5).contains {
                text.isWord($0, ["flag", "marker", "keyword", "flagged", "tag"])
            }
    }

    /// `22 online crimes a day`, `11.7 offences per 100,000`: the number is one of a rate, unless another number comes first.
    private var isRate: Bool {
        // `Offences per 100,000 children: 2017/18: 31`, `for every 10,000 children there were 45`
        let isOfPopulation = lead.contains { index in
            guard text.isWord(index, ["per", "every"]), (text[index + 1]?.quantity?.wholeValue ?? 0) >= 1000,
                range.lowerBound > index + 1, text.isWord(index + 2, ["children", "people", "population", "residents"])
            else { return false }
            return text.isSymbol(index + 3, ":") || index <= sentence.lowerBound + 1
        }
        if isOfPopulation { return true }
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

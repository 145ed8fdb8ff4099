import Records
import Vocabulary

/// Wholes and parts among the figures of a sentence: a whole named with its part, sums over bodies, one sex alone.
extension ProseReader {
    /// `Of the 512 offences against children recorded in 2018/19, 97 carried the flag`: a whole that nobody told before.
    func introduces(_ number: Mention, _ sentence: Sentence) -> Bool {
        guard case .number(let figure) = number.kind, let value = figure.value, said[value] == nil else { return false }
        let text = sentence.unit.lexed
        let end =
            (number.range.upperBound..<max(number.range.upperBound, sentence.range.upperBound)).first {
                text.isSymbol($0, ",")
            } ?? sentence.range.upperBound
        let own = CueRecogniser.cues(in: text, range: number.range.upperBound..<max(number.range.upperBound, end))
        return own.subject == .childSexual || own.subject == .sexual
    }

    /// `Not in the 213`, where 213 was said before.
    func isSaidBefore(_ number: Mention, _ sentence: Sentence) -> Bool {
        guard case .number(let figure) = number.kind, let value = figure.value, said[value] != nil else { return false }
        let text = sentence.unit.lexed
        // `23 is what was flagged on the Wirral`, `83 was run with the filter on`
        let opens =
            number.range.lowerBound == sentence.range.lowerBound || text.isSymbol(number.range.lowerBound - 1, ":")
        if opens, value > Quantity(18), text.isWord(number.range.upperBound, ["is", "was"]),
            !sentence.mentions.contains(where: { if case .period = $0.kind { true } else { false } })
        {
            return true
        }
        return text.isWord(number.range.lowerBound - 1, ["the", "these", "those"])
            && text.isWord(number.range.lowerBound - 2, ["in", "among", "within", "from"])
    }

    /// `The 391 in paragraph c. include 47 …`, where 391 was said before of one year.
    func isDividedAfter(_ number: Mention, _ sentence: Sentence) -> Bool {
        guard case .number(let figure) = number.kind, let value = figure.value, said[value]?.periods.only != nil else {
            return false
        }
        let text = sentence.unit.lexed
        let end = number.range.upperBound
        return text.isWord(number.range.lowerBound - 1, ["the", "these", "those"])
            && (end..<min(sentence.range.upperBound, end + 8)).prefix { text[$0]?.isNumber != true }.contains {
                text.isWord(
                    $0,
                    [
                        "include", "includes", "included", "divide", "divides", "divided", "comprise", "comprises",
                        "comprised", "consist", "consists", "consisted", "break", "breaks", "broke", "split", "splits",
                    ])
                    // `The 571 offences were committed against 528 different children`
                    || text.isWord($0, ["committed"]) && text.isWord($0 + 1, ["against", "by"])
            }
    }

    /// `Nine of these …`
    static func isOfThese(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        // `Of these 241 bore the flag`
        if text.isWord(0, ["of"]), text.isWord(1, ["these", "those", "them"]) { return true }
        return NoiseNumber.end(text, 0).map { isPart($0, text) } ?? false
    }

    /// `It was found that 14 of those crimes had an adult victim`: every number is a part of what was told.
    static func isOfParts(_ sentence: Sentence) -> Bool {
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        return isOfThese(sentence)
            || !numbers.isEmpty && numbers.allSatisfy { isPart($0.range.upperBound, sentence.unit.lexed) }
    }

    private static func isPart(_ end: Int, _ text: LexedText) -> Bool {
        text.isWord(end, ["of"]) && text.isWord(end + 1, ["these", "those", "them"])
    }

    /// `Taken together the three forces recorded 331`: a sum over bodies.
    func speaksOfAllTogether(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        let text = sentence.lexed
        // `532 for the three forces`
        let forAll = text.lexemes.indices.contains { index in
            text.isWord(index, ["for", "across", "in"]) && text.isWord(index + 1, ["the", "all", "both"])
                && (text.isWord(index + 2, ["forces"]) || text.isWord(index + 3, ["forces", "police"]))
        }
        // `Across the two counties`
        let across = text.lexemes.indices.contains { index in
            text.isWord(index, ["across", "between"]) && text.isWord(index + 1, ["the", "all", "both"])
                && (index + 2..<index + 4).contains {
                    text.isWord($0, ["counties", "areas", "regions", "constabularies"])
                }
        }
        return forAll || across
            || !words.isDisjoint(with: ["together", "combined", "between"])
                && !words.isDisjoint(with: ["forces", "constabularies"])
    }

    /// `288 had a female victim and 114 a male victim`: finer than what is asked for.
    func isOfOneSex(_ index: Int, _ ranges: [Range<Int>], _ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
        // `63 (51 of them girls)`: the part in the brackets is.
        let end =
            (ranges[index].upperBound..<max(ranges[index].upperBound, next)).first { open in
                text.isSymbol(open, "(")
                    && (open + 1..<next).prefix { !text.isSymbol($0, ")") }.contains { text[$0]?.isNumber == true }
            } ?? next
        let words = ranges[index].upperBound..<max(ranges[index].upperBound, min(end, ranges[index].upperBound + 5))
        // `Girls were the victims in 189`, `6 each`
        let start = max(
            index > 0 ? ranges[index - 1].upperBound : sentence.range.lowerBound, ranges[index].lowerBound - 6)
        if (start..<ranges[index].lowerBound).contains(where: {
            text.isWord($0, ["girls", "boys", "females", "males"])
        }),
            text.isWord(ranges[index].lowerBound - 1, ["in", "of"]) || text.isWord(ranges[index].upperBound, ["each"])
        {
            return true
        }
        // `35 cyber-flagged offences on boys`
        let clause = ranges[index].upperBound..<max(ranges[index].upperBound, end)
        let stop = clause.first { text.isSymbol($0, ",") || text.isSymbol($0, ";") } ?? clause.upperBound
        let isAgainst = (clause.lowerBound..<stop).contains {
            text.isWord($0, ["on", "against"]) && text.isWord($0 + 1, ["girls", "boys", "females", "males"])
                && !text.isWord($0 + 2, ["and", "or", "aged", "under"])
        }
        if isAgainst { return true }
        // `Recorded where the victim was a girl under 18`
        let isOfVictim = (clause.lowerBound..<stop).contains {
            text.isWord($0, ["victim"]) && text.isWord($0 + 1, ["was", "is"]) && text.isWord($0 + 2, ["a"])
                && text.isWord($0 + 3, ["girl", "boy"])
        }
        if isOfVictim { return true }
        let isPart = words.contains { text.isWord($0, ["girls", "boys", "female", "male", "females", "males"]) }
        return isPart
            && !words.contains { text.isWord($0, ["and", "or", "rape", "rapes"]) && $0 + 1 < words.upperBound }
    }

    /// `…, a combined total of 209`: behind figures of several bodies their sum.
    func isCombined(_ number: Range<Int>, _ text: LexedText) -> Bool {
        text.isWord(number.lowerBound - 1, ["of"]) && text.isWord(number.lowerBound - 2, ["total"])
            && (text.isWord(number.lowerBound - 3, ["combined", "joint", "overall", "grand"])
                || text.isWord(number.lowerBound - 4, ["giving", "making", "a"]))
            || text.isWord(number.upperBound, ["together", "combined", "altogether"])
            // `Bedfordshire 88, Cambridgeshire 121 and Hertfordshire 164, which makes 373 across the three`
            || text.isWord(number.lowerBound - 1, ["makes", "making", "gives", "giving"])
    }
}

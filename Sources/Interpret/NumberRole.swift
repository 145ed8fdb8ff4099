import Records
import Vocabulary

/// What a number of a sentence counts, told by the words around it.
enum NumberRole: Sendable {
    case level
    /// A change, not a level: `an increase of 47`.
    case difference
    /// `38 forces`, `40 of 44 forces`.
    case forces
    /// It counts something else, named by its noun.
    case other(String)
    /// Said before and only pointed at: `Twelve of the 64`.
    case reference
    /// A hedged or rounded number of a journalist's: a claim.
    case claim
    /// One end of a range, or a number grown together with letters: no figure that can be told; left for a person.
    case unclear
    /// A value that the sentence takes back: `the figure of 145 … should read 148`.
    case corrected

    static func roles(of numbers: [Mention], in sentence: Sentence) -> [NumberRole] {
        let text = sentence.unit.lexed
        // Where ages and offences begin.
        let described = sentence.mentions.compactMap { mention -> Int? in
            switch mention.kind {
            case .age, .offence: mention.range.lowerBound
            default: nil
            }
        }
        var roles = numbers.map { role(of: $0.range, in: text, sentence: sentence.range, described: described) }
        // `The most common age was 13`: an age, not a count.
        if ClaimReader.common.occurs(in: sentence.lexed) {
            for (index, number) in numbers.enumerated() {
                guard case .number(let figure) = number.kind, let value = figure.value, value < Quantity(18) else {
                    continue
                }
                roles[index] = .other("label")
            }
        }
        // `It is not the case that the force recorded 260`, `did not record 260`: denied, and not a figure.
        let denies = denials.occurs(in: sentence.lexed)
        for (index, number) in numbers.enumerated() {
            let before = max(sentence.range.lowerBound, number.range.lowerBound - 4)..<number.range.lowerBound
            guard case .level = roles[index], case .number(let figure) = number.kind, figure.value != .zero,
                denies
                    || before.contains(where: {
                        text.isWord($0, ["not"])
                            && (text.isWord($0 + 1, ["record"])
                                || text.isWord($0 + 1, ["recorded"]) && text.isWord($0 - 1, ["had", "have", "has"]))
                    })
            else { continue }
            roles[index] = .other("note")
        }
        // What reading the records would cost is no answer, nor how offences are counted.
        for (phrases, reason) in [(costs, "records"), (rules, "note")] where phrases.occurs(in: sentence.lexed) {
            for index in roles.indices { if case .level = roles[index] { roles[index] = .other(reason) } }
        }
        takeBack(&roles, numbers, in: sentence)
        return roles
    }

    private static func role(of range: Range<Int>, in text: LexedText, sentence: Range<Int>, described: [Int])
        -> NumberRole
    {
        for length in 1...4 where range.lowerBound - length >= sentence.lowerBound {
            if let found = changes.match(text, at: range.lowerBound - length), found.end == range.lowerBound {
                return .difference
            }
        }
        if text.isWord(range.upperBound, ["more", "fewer", "additional", "extra", "higher", "lower"]),
            text.isWord(range.upperBound + 1, ["than", "offences", "crimes", "in", "such"])
        {
            return .difference
        }
        // `2017/18 saw 12 more, a rise of 36%`
        if text.isWord(range.upperBound, ["more", "fewer"]),
            text[range.upperBound + 1].map({ $0.kind == .symbol }) ?? true
        {
            return .difference
        }
        // `60 more child sexual offences … than in 2015/16`
        if text.isWord(range.upperBound, ["more", "fewer", "less"]),
            (range.upperBound + 1..<max(range.upperBound + 1, sentence.upperBound)).contains(where: {
                text.isWord($0, ["than"])
            })
        {
            return .difference
        }
        // `3 offences fewer`
        if text.isWord(range.upperBound, ["offences", "crimes", "cases", "incidents"]),
            text.isWord(range.upperBound + 1, ["fewer", "less", "more"])
        {
            return .difference
        }
        // `In the other 2 the age was not recorded`: the rest, not a figure said before.
        let isRest = text.isWord(range.lowerBound - 1, ["other", "remaining"])
        let isOfBodies =
            text.isWord(range.upperBound, nouns)
            || text.isWord(range.upperBound, ["police", "territorial", "uk"])
                && text.isWord(range.upperBound + 1, nouns)
        // `Of these 91 had a victim under 13`
        let isPartOfThese =
            text.isWord(range.lowerBound - 2, ["of"]) && text.isWord(range.lowerBound - 1, ["these", "those"])
            && isSaid(behind: range, in: text)
        if !isRest, !isOfBodies, !isPartOfThese, text.isWord(range.lowerBound - 1, ["the", "those", "these"]),
            text.isWord(range.lowerBound - 2, ["of", "out"]) || text.isWord(range.lowerBound - 1, ["those", "these"]),
            PeriodRecogniser.match(text, at: range.lowerBound).map({ $0.end <= range.upperBound }) ?? true
        {
            return .reference
        }
        // `Of 44 forces, 40 sent data`
        if text.isSymbol(range.lowerBound - 1, ","), text.isWord(range.lowerBound - 2, nouns),
            (max(sentence.lowerBound, range.lowerBound - 7)..<range.lowerBound).contains(where: {
                text.isWord($0, ["of"])
            })
        {
            return .forces
        }
        if isEndOfRange(range, in: text) || isGlued(range, in: text) { return .unclear }
        // `CMS2`, `Article29`: part of a name.
        if text[range.lowerBound]?.spaceBefore == false, text[range.lowerBound - 1]?.isWord == true,
            text[range.lowerBound]?.isNumber == true
        {
            return .other("reference")
        }
        // `2015/16 would have come to 150`, `could pass 500`
        let supposes = (max(sentence.lowerBound, range.lowerBound - 5)..<range.lowerBound).contains { index in
            text.isWord(index, ["would"]) && text.isWord(index + 1, ["have"])
                || text.isWord(index, ["could", "might"])
                    && text.isWord(
                        index + 1, ["pass", "reach", "rise", "hit", "be", "climb", "exceed", "total", "top"])
        }
        if supposes { return .other("note") }
        // `Where at least one victim was under 18`
        if text.isWord(range.upperBound - 1, ["one"]), range.count > 1,
            text.isWord(range.upperBound, ["victim", "child", "person", "offence", "offender", "suspect"])
        {
            return .other("note")
        }
        // `The youngest victim was 6`
        if text.isWord(range.lowerBound - 1, ["was", "is", "being", "aged"]),
            (max(sentence.lowerBound, range.lowerBound - 7)..<range.lowerBound).contains(where: {
                text.isWord($0, ["youngest", "oldest"])
            })
        {
            return .other("label")
        }
        // `Excluding them, 27 would be left`
        if text.isWord(range.upperBound, ["would", "will"]), text.isWord(range.upperBound + 1, ["be", "remain"]) {
            return .difference
        }
        // `with Instagram named in 21 and Snapchat in 17`
        if text.isWord(range.lowerBound - 1, ["in"]),
            (max(sentence.lowerBound, range.lowerBound - 9)..<range.lowerBound).contains(where: {
                text.isWord($0, ["named", "mentioned", "cited"])
            })
        {
            return .other("other_count")
        }
        // `19 of these proved to be duplicates and were removed`, `crimes since cancelled (38 over the two years)`
        let behind = range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 14))
        let stop = behind.first { text.isSymbol($0, ".") || text.isSymbol($0, ";") || text[$0]?.isNumber == true }
        if (behind.lowerBound..<(stop ?? behind.upperBound)).contains(where: {
            text.isWord($0, ["removed", "discounted", "deleted", "duplicates", "duplicate"])
        })
            || text.isSymbol(range.lowerBound - 1, "(")
                && text.isWord(range.lowerBound - 2, ["cancelled", "removed", "duplicates", "transferred"])
        {
            return .other("other_count")
        }
        // `ONS mid-2020 estimate: 293,400`
        if (range.lowerBound - 6..<range.lowerBound).contains(where: { text.isWord($0, ["ons", "census", "population"]) })
        {
            return .other("other_count")
        }
        // `The rise is therefore 48 offences`
        if let noun = (max(sentence.lowerBound, range.lowerBound - 4)..<range.lowerBound).last(where: {
            text.isWord($0, ["rise", "fall", "increase", "decrease", "drop", "change", "difference"])
        }),
            (noun + 1..<range.lowerBound).allSatisfy({
                text.isWord($0, ["is", "was", "therefore", "thus", "being", "here", "equals", "about", "then"])
            })
        {
            return .difference
        }
        // `Our full replies to the first seven`
        if text.isWord(range.lowerBound - 1, ["first", "last"]), text.isWord(range.lowerBound - 2, ["the"]),
            text[range.upperBound].map({ $0.kind == .symbol }) ?? true
        {
            return .other("other_count")
        }
        // `The number was 211 when we last published it`
        if let when = (range.upperBound..<range.upperBound + 3).first(where: { text.isWord($0, ["when"]) }),
            (when + 1..<when + 5).contains(where: {
                text.isWord($0, ["published", "replied", "answered", "wrote", "reported", "disclosed", "supplied"])
            })
        {
            return .corrected
        }
        // `93 non-crime reports`
        if text.isWord(range.upperBound, ["non"]), text.isSymbol(range.upperBound + 1, "-"),
            text.isWord(range.upperBound + 2, ["crime", "police", "criminal"])
        {
            return .other("other_count")
        }
        // `See question 1, less 8`: arithmetic that is left to the reader.
        if text.isWord(range.lowerBound - 1, ["less", "minus", "plus"]) { return .unclear }
        // `Of Surrey's 66, thirty-one were …`: a whole told before.
        let clause =
            (sentence.lowerBound..<range.lowerBound).last(where: { text.isSymbol($0, ";") }).map { $0 + 1 }
            ?? sentence.lowerBound
        if text.isWord(clause, ["of"]), range.lowerBound - clause <= 4,
            text.isSymbol(range.upperBound, ",") || text.isWord(range.upperBound, ["it", "the"]),
            !text.isWord(range.lowerBound - 1, ["number", "total", "these", "those", "them", "which"]),
            (clause..<range.lowerBound).allSatisfy({ text[$0]?.isWord == true })
        {
            return .reference
        }
        // `Where a number is lower than five it has not been given`; not `where the victim was 13 to 15 the number is 158`.
        if text.integer(range.upperBound - 1) ?? 0 <= 10, text.isWord(range.lowerBound - 1, ["is", "are", "was", "were"]),
            text.isWord(
                range.lowerBound - 2,
                ["number", "numbers", "figure", "figures", "value", "values", "count", "counts", "total", "totals"]),
            (sentence.lowerBound..<range.lowerBound).contains(where: {
                text.isWord($0, ["where", "when", "if", "any", "whenever"])
            })
        {
            return .other("legend")
        }
        // `We expect 200 in 2018/19`, `our target is fewer than 100`
        if !text.isWord(range.lowerBound - 1, ["after", "from", "against"]),
            (sentence.lowerBound..<range.lowerBound).contains(where: {
                text.isWord(
                    $0,
                    [
                        "expect", "expects", "expected", "forecast", "forecasts", "projected", "projects", "projection",
                        "target", "anticipate", "anticipates", "predict", "predicts", "predicted",
                    ])
            })
        {
            return .other("note")
        }
        // `More than one offence`
        if text.isWord(range.lowerBound, ["more"]),
            text.isWord(range.upperBound - 1, ["one"]) || text.integer(range.upperBound - 1) == 1
        {
            return .other("note")
        }
        // `One victim can be linked to several offences`; not `45 offences. This may be …`.
        let own = (range.upperBound..<range.upperBound + 4).prefix {
            $0 < sentence.upperBound && text[$0]?.isWord == true
        }
        if own.contains(where: {
            text.isWord($0, ["may", "can", "might", "could"]) && text.isWord($0 + 1, ["be", "have"])
        }) {
            return .other("note")
        }
        if text.isWord(range.lowerBound - 1, ["nearest"]) { return .other("label") }
        if text.isWord(range.upperBound, ["higher", "lower"]) { return .difference }
        if text.isWord(range.lowerBound - 1, ["excluding", "except"]) { return .other("other_count") }
        // `two-thirds`, and numbers with a fraction: shares and rates, no counts.
        if text.isSymbol(range.upperBound, "-"),
            text.isWord(range.upperBound + 1, ["thirds", "quarters", "fifths", "tenths"])
        {
            return .claim
        }
        if range.count == 1, text[range.lowerBound]?.quantity?.isWhole == false { return .claim }
        if text.isWord(range.lowerBound - 1, ["of"]),
            text.isWord(range.lowerBound - 2, ["team", "audit", "sample", "panel"])
        {
            return .other("other_count")
        }
        if text.isWord(range.upperBound, ["million", "billion", "thousand", "m"]),
            text[range.lowerBound]?.isNumber == true
        {
            return .other("other_count")
        }
        // `12 offences for every 10,000 children`
        if text.isWord(range.lowerBound - 1, ["every", "each", "per"]) { return .claim }
        if isRate(range, in: text, until: sentence.upperBound) { return .claim }
        // A part that no age or offence describes: `the crimes include 310 where …`.
        if text.isWord(
            range.lowerBound - 1, ["top", "tops", "topped", "include", "includes", "including", "included"]),
            !described.contains(where: { $0 >= range.upperBound && $0 <= range.upperBound + 3 })
        {
            return .claim
        }
        if text.isWord(range.lowerBound - 1, ["up", "down"]), !text.isWord(range.upperBound, ["offences"]),
            !text.isWord(range.lowerBound - 2, ["made", "make", "makes", "making"])
        {
            return .difference
        }
        if text.isWord(range.lowerBound - 1, ["number", "no", "item", "log"]),
            !text.isWord(range.lowerBound - 2, ["the", "total", "that", "this"])
        {
            return .other("reference")
        }
        // The first noun after the number, past its adjectives.
        var index = range.upperBound
        var steps = 0
        while steps < 6, index < sentence.upperBound, let lexeme = text[index] {
            if lexeme.kind == .symbol, !["-", "'"].contains(lexeme.text) { break }
            if nouns.contains(lexeme.text) { return steps <= 3 ? .forces : .level }
            if text.isWord(index, ["of", "out"]),
                let after = NoiseNumber.end(text, text.isWord(index + 1, ["of"]) ? index + 2 : index + 1), steps == 0
            {
                var at = after
                while text.isWord(at, ["the", "police", "uk", "territorial"]) { at += 1 }
                if text.isWord(at, nouns) { return .forces }
            }
            if text.isWord(index, ["of"]), text.isWord(index + 1, ["the", "our", "its", "their"]),
                let after = NoiseNumber.end(text, index + 2)
            {
                if text.isWord(after, nouns) || text.isWord(after, ["police"]) && text.isWord(after + 1, nouns) {
                    return .forces
                }
                // `31 of the 48 months`, `three of our seven staff`
                if let other = text.word(after).flatMap({ others[$0] }), other != "records" { return .other(other) }
            }
            // `289 three years later`: the years belong to the next number.
            if lexeme.isNumber || CardinalWords.match(text, at: index) != nil { break }
            if let other = others[lexeme.text] {
                if lexeme.text == "records",
                    (sentence.lowerBound..<sentence.upperBound).allSatisfy({
                        !text.isWord(
                            $0,
                            [
                                "read", "searched", "reviewed", "reviewing", "manually", "hand", "examined", "manual",
                                "search", "checked", "opened", "trawl", "take", "takes", "opening", "involved",
                                "hours", "minutes",
                            ])
                    })
                {
                    return .level
                }
                if ["people", "adults"].contains(lexeme.text), steps > 1 { return .level }
                return .other(other)
            }
            if [
                "offences", "crimes", "victims", "incidents", "cases", "reports", "children", "in", "were", "was",
                "for", "during", "had", "with", "the", "previous", "a", "this", "that", "which", "and", "last",
            ].contains(lexeme.text) {
                break
            }
            index += 1
            steps += 1
        }
        let costs = ["manually", "hand", "searched", "trawl", "retrieve", "retrieval"]
        if text.isWord(range.upperBound, ["crime", "crimes", "offence", "offences", "cases", "incidents"]),
            sentence.contains(where: { text.isWord($0, costs) })
        {
            return .other("records")
        }
        return .level
    }

    /// `Of these 91 had a victim under 13`, `of these 241 (15.7%) bore the flag`: a verb follows, no noun of the whole.
    private static func isSaid(behind number: Range<Int>, in text: LexedText) -> Bool {
        var next = number.upperBound
        if text.isSymbol(next, "(") {
            while let lexeme = text[next], lexeme.text != ")" { next += 1 }
            next += 1
        }
        guard let word = text.word(next) else { return false }
        return !["offences", "crimes", "cases", "incidents", "reports", "records", "victims", "children"].contains(word)
            && !text.isWord(next + 1, ["themselves"])
    }

    /// `20 to 30 offences`, `between 20 and 30`; not `from 48 to 68`, which are two levels.
    private static func isEndOfRange(_ range: Range<Int>, in text: LexedText) -> Bool {
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
    private static func isGlued(_ range: Range<Int>, in text: LexedText) -> Bool {
        func isLetter(_ index: Int, _ follower: Int) -> Bool {
            text[index]?.isWord == true && text[index]?.range.count == 1 && text[follower]?.spaceBefore == false
                && text[index]?.spaceBefore == false
        }
        return isLetter(range.upperBound, range.upperBound) && text[range.upperBound + 1]?.isNumber == true
            && text[range.upperBound + 1]?.spaceBefore == false
            || isLetter(range.lowerBound - 1, range.lowerBound) && text[range.lowerBound - 2]?.isNumber == true
    }

    /// `22 online crimes a day`, `11.7 offences per 100,000`: the number is one of a rate, unless another number comes first.
    private static func isRate(_ range: Range<Int>, in text: LexedText, until limit: Int) -> Bool {
        for index in range.upperBound..<max(range.upperBound, min(range.upperBound + 8, limit)) {
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

enum NoiseNumber {
    static func end(_ text: LexedText, _ index: Int) -> Int? {
        if text[index]?.isNumber == true { return index + 1 }
        return CardinalWords.match(text, at: index)?.end
    }
}

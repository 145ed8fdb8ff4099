import Records

/// Ages told as spans: `under 13`, `10-12`, `14 & 15`.
extension AgeRecogniser {
    private static let counted: Set<String> = [
        "offences", "crimes", "cyber", "sexual", "flagged", "such", "cases", "recorded",
    ]

    /// `under 10`, `below the age of 10`, `younger than 10`, `less than 10 years`, `up to 10`, `over 16`.
    static func under(_ text: LexedText, _ index: Int) -> (value: Age, end: Int)? {
        var start = index
        var kind = 0
        if text.isWord(start, unders)
            // `Sexual offences <18`: nobody hides a number below eighteen.
            || text.isSymbol(start, "<") && text.integer(start + 1) == 18
        {
            (kind, start) = (-1, start + 1)
        } else if text.isWord(start, ["younger", "less"]), text.isWord(start + 1, ["than"]) {
            (kind, start) = (-1, start + 2)
        } else if text.isWord(start, ["reached", "attained", "reach", "turned"]),
            text.isWord(start - 1, ["not", "yet", "to"]) || text.isWord(start - 2, ["not", "yet"])
        {
            // `The victim had not reached the age of 18`, `had not yet turned 18`
            (kind, start) = (-1, start + 1)
        } else if text.isWord(start, ["u"]), text[start + 1]?.spaceBefore == false {
            (kind, start) = (-1, start + 1)
        } else if text.isWord(start, ["up"]), text.isWord(start + 1, ["to"]) {
            (kind, start) = (-2, start + 2)
        } else if text.isWord(start, ["over"]) {
            (kind, start) = (1, start + 1)
        } else if text.isWord(start, ["older"]), text.isWord(start + 1, ["than"]) {
            (kind, start) = (1, start + 2)
        } else {
            return nil
        }
        if text.isSymbol(start, "-") { start += 1 }
        let bare = start
        if text.isWord(start, ["the"]), text.isWord(start + 1, ["age", "ages"]) { start += 1 }
        while text.isWord(start, ["age", "ages", "of", "and", "including"]) { start += 1 }
        // `babies under one`
        let isBaby = text.isWord(start, ["one"]) && text.isWord(index - 1, ["babies", "baby", "aged", "infants"])
        // `In 2019, up to and including 30 September`
        if Months.month(text, start + 1) != nil { return nil }
        guard let (number, end) = number(text, start) ?? (isBaby ? (1, start + 1) : nil) else { return nil }
        let (after, years) = passYears(text, end)
        // `less than 10` and `up to 10` are as likely counts: only with years behind them or an age before.
        let aged =
            bare != start || years || text.isWord(index - 1, ["aged", "age", "ages", "children"])
            // `Victim Age is less than 18`, as reports name their filters.
            || text.isWord(index - 1, ["is"]) && text.isWord(index - 2, ["age"])
        // `In 2016/17, under five; in 2017/18 fewer than ten`: how many, not how old.
        if number <= 10, text.isSymbol(index - 1, ",") || text.isSymbol(index - 1, ":"),
            text[index - 2]?.isNumber == true,
            text[end].map({ $0.kind == .symbol }) ?? true, !aged
        {
            return nil
        }
        if text.isWord(index, ["less", "over", "reached", "attained", "reach", "turned"]) || kind == -2,
            !aged && number != 18
        {
            return nil
        }
        if text.isWord(index, ["under", "below"]), number == 5,
            text.isWord(end, ["offences", "cases", "crimes", "incidents"])
        {
            return nil
        }
        switch kind {
        case -1: return number > 0 ? (Age(low: 0, high: number - 1), after) : nil
        case -2: return (Age(low: 0, high: number), after)
        default: return (Age(low: number + 1, high: nil), after)
        }
    }

    /// `10-12`, `10 to 12`, `10 and under`, `16 and over`, `16+`, `13`; explicit when its words say it is an age.
    static func band(_ text: LexedText, _ index: Int, isWhole: Bool = false) -> (
        age: Age, end: Int, explicit: Bool
    )? {
        guard let (low, end) = number(text, index),
            text[index]?.spaceBefore ?? true || index == 0 || text[index - 1]?.kind != .number
        else { return nil }
        var next = end
        var years = false
        // `ten- to twelve-year-olds`
        if text.isSymbol(next, "-"), text.isWord(next + 1, ["to", "and", "or"]) { next += 1 }
        while text.isWord(next, ["years", "yrs", "year", "yr", "y"]) {
            next += 1
            years = true
        }
        // `ten years old or younger`
        if years, text.isWord(next, ["old"]), text.isWord(next + 1, ["and", "or"]) { next += 1 }
        if text.isWord(next, ["and", "or", "years"]) || text.isSymbol(next, "&") || text.isSymbol(next, "/") {
            let word = next + 1
            if text.isWord(word, ["under", "younger", "below", "less"]) {
                return (Age(low: 0, high: low), word + 1, true)
            }
            // `13 or over but under 16`
            if text.isWord(word, ["over", "older", "above"]), text.isWord(word + 1, ["but"]),
                text.isWord(word + 2, unders), let (high, end) = number(text, word + 3), high > low
            {
                return (Age(low: low, high: high - 1), end, true)
            }
            if text.isWord(word, ["over", "older", "above", "upwards"]) {
                return (Age(low: low, high: nil), word + 1, true)
            }
        }
        if isWhole, text.isWord(next, ["plus"]) { return (Age(low: low, high: nil), next + 1, low >= 10) }
        // `45+ offences` counts them.
        if text.isSymbol(next, "+"), !text.isWord(next + 1, counted) {
            return (Age(low: low, high: nil), next + 1, low >= 10)
        }
        if let (high, after) = list(text, from: low, next) {
            // `a victim who was 16 or 17`
            let ofVictim =
                high <= 17 && text.isWord(index - 1, ["was", "were", "is", "are"])
                && (text.isWord(index - 2, ["who", "victim", "victims", "child", "children", "he", "she", "they"])
                    || text.isWord(next, ["or"]) && isCount(text, index - 2))
            return (Age(low: low, high: high), after, years || ofVictim)
        }
        if text.isWord(next, ["to"]), text.isWord(next + 1, unders), let (high, after) = number(text, next + 2),
            high > low
        {
            return (Age(low: low, high: high - 1), after, true)
        }
        if text.isSymbol(next, "-") || text.isWord(next, ["to", "thru", "through", "until", "and", "i"])
            || isWhole && text.isSymbol(next, "&")
            || text.isSymbol(next, "/") && text[next + 1]?.spaceBefore == false
        {
            let isAnd = text.isWord(next, ["and"]) && !isWhole
            if let (high, after) = number(text, next + 1), high > low, high - low < 100 {
                if !isAnd { return (Age(low: low, high: high), after, years) }
                // `Between 20 and 30 offences` counts; ages are of somebody.
                let isOfPeople = (max(0, index - 6)..<after + 2).contains {
                    text.isWord(
                        $0,
                        [
                            "aged", "age", "ages", "old", "victim", "victims", "children", "child", "girls", "boys",
                            "those",
                            "people",
                        ])
                }
                // `between 10 and 12 in 71, between 13 and 15 in 169`: a run of bands, one after the other.
                let follows =
                    high <= 17
                    && (0..<index).contains {
                        text.isWord($0, ["victim", "victims", "child", "children", "aged", "age", "ages"])
                    }
                    && (text.isWord(after, ["in"]) && isCount(text, after + 1)
                        || text.isWord(index - 2, ["was", "were"]))
                if text.isWord(index - 1, ["between"]) {
                    return (Age(low: low, high: high), after, isOfPeople || follows)
                }
            }
        }
        return (Age(low: low, high: low), next, years && text.isWord(next, ["old", "olds"]))
    }
}

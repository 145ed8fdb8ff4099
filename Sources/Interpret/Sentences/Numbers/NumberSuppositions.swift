import Vocabulary

/// Numbers of what is not so: supposed, expected, a rule of how to count or to hide.
extension SpokenNumber {
    var supposition: NumberRole? {
        // `The total was given as 305 in a Parliamentary answer`
        if leads(1, ["as"]), leads(2, ["given", "quoted", "stated", "published", "reported"]),
            leads(3, ["was", "were", "been", "originally", "previously"]),
            !sentence.contains(where: { text.isWord($0, ["correct", "right", "confirmed", "stands"]) })
        {
            return .corrected
        }
        // `Given as 74 in our reply of July`
        if leads(1, ["as"]), leads(2, ["given", "shown", "stated", "reported", "quoted"]),
            (range.upperBound..<range.upperBound + 4).contains(where: {
                text.isWord($0, ["reply", "answer", "response", "letter"])
                    && text.isWord($0 - 1, ["our", "the", "last", "earlier"])
            })
        {
            return .corrected
        }
        // `Our letter of 3 September told you that 71 had been flagged`
        if leads(1, ["that"]), leads(2, ["you"]), leads(3, ["told"]),
            isLed(by: ["letter", "reply", "answer", "response"]),
            !sentence.contains(where: { text.isWord($0, ["correct", "correction", "amend"]) })
        {
            return .corrected
        }
        // `In September we also told you 97 for 2016/17`
        if leads(1, ["you"]), leads(2, ["told", "gave", "sent"]), isLed(by: ["we"]) { return .corrected }
        // `Zero is shown as zero.`
        if follows(0, ["is"]) && follows(1, ["shown", "given", "written"]) || leads(1, ["as"]) && leads(2, ["shown"]) {
            return .other("legend")
        }
        // `A zero is a true zero`
        let truths = ["true", "real", "genuine", "actual"]
        if follows(0, ["is"]) && follows(1, ["a"]) && follows(2, truths) || leads(1, truths) && leads(2, ["a"]) {
            return .other("legend")
        }
        // `Where there were none we show 0`
        if text.integer(range.lowerBound) == 0, leads(1, ["show", "give", "write", "put", "print"]),
            isLed(by: ["none", "no"])
        {
            return .other("legend")
        }
        // `Only one or two victims`
        if leads(1, ["or"]) && leads(2, ["one"]) { return .other("note") }
        // `If we had recorded 50 it would take 25 hours`
        if text.isWord(sentence.lowerBound, ["if"]),
            lead.prefix(4).contains(where: { text.isWord($0, ["had", "were"]) }),
            !lead.contains(where: { text.isSymbol($0, ",") })
        {
            return .other("note")
        }
        // `Crimes with a victim of 16 or 17`
        let isOfVictim = leads(1, ["of"]) && leads(2, ["victim", "victims"])
        let isNextAge = leads(1, ["or", "and"]) && leads(3, ["of"]) && leads(4, ["victim", "victims"])
        if isOfVictim || isNextAge, (text.integer(range.lowerBound) ?? 99) < 18 { return .other("label") }
        // `Differs from the 179 we disclosed in May 2018`
        if leads(1, ["the"]), follows(0, ["we", "you"]),
            follows(1, ["disclosed", "gave", "supplied", "sent", "published", "released"])
                || follows(1, ["were"]) && follows(2, ["given", "sent", "told"])
        {
            return .corrected
        }
        if isRule { return .other("legend") }
        return isSupposed || isExpected || isTakenAs || isOfRule || shouldHaveBeen ? .other("note") : nil
    }

    /// `2015/16 would have come to 150`, `could pass 500`, `if images were counted the number would be 145`
    private var isSupposed: Bool {
        let isConditional =
            text.isWord(sentence.lowerBound, ["if", "had", "were", "with", "including", "without", "counting"])
            || sentence.contains { text.isWord($0, ["if"]) && !text.isWord($0 - 1, ["as"]) && $0 < range.lowerBound }
        return before(5).contains { index in
            text.isWord(index, ["would"]) && (isConditional || text.isWord(index + 1, ["have"]))
                || text.isWord(index, ["could", "might"])
                    && text.isWord(
                        index + 1, ["pass", "reach", "rise", "hit", "be", "climb", "exceed", "total", "top"])
        }
    }

    /// `212 should have had a flag but did not`
    private var shouldHaveBeen: Bool {
        (range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 10))).contains {
            text.isWord($0, ["should"]) && text.isWord($0 + 1, ["have"])
                && text.isWord($0 + 2, ["had", "carried", "been", "borne"])
                && !text.isWord($0 + 3, ["recorded", "reported", "read"]) && text[$0 + 3]?.isNumber != true
        }
    }

    /// `This is not to be taken as zero`
    private var isTakenAs: Bool {
        leads(1, ["as"]) && leads(2, ["taken", "read", "treated", "interpreted", "regarded"])
            && isLed(by: ["not", "cannot", "never"])
    }

    /// `We expect 200 in 2018/19`, `our target is fewer than 100`
    private var isExpected: Bool {
        !leads(1, ["after", "from", "against"])
            && isLed(by: [
                "expect", "expects", "expected", "forecast", "forecasts", "projected", "projects", "projection",
                "target", "anticipate", "anticipates", "predict", "predicts", "predicted",
            ])
    }

    /// `Where a number is lower than five it has not been given`; not `where the victim was 13 to 15 the number is 158`.
    private var isRule: Bool {
        (text[range.lowerBound]?.isNumber != true || text.integer(range.upperBound - 1) ?? 99 <= 10)
            && leads(1, ["is", "are", "was", "were"])
            && leads(
                2, ["number", "numbers", "figure", "figures", "value", "values", "count", "counts", "total", "totals"])
            && isLed(by: ["where", "when", "if", "any", "whenever"])
    }

    private var isOfRule: Bool {
        // `Where at least one victim was under 18`
        if text.isWord(range.upperBound - 1, ["one"]), range.count > 1,
            follows(0, ["victim", "child", "person", "offence", "offender", "suspect"])
        {
            return true
        }
        // `A child against whom three offences were recorded is one victim`
        if leads(1, ["whom"]), (text.integer(range.upperBound - 1) ?? 2) <= 10 { return true }
        // `Where a crime has two victims the age of the younger is used.`
        if isLed(by: ["where", "if", "when"]), follows(0, ["victims", "offenders", "suspects", "children"]),
            before(3).contains(where: { text.isWord($0, ["has", "had", "with", "involves", "involved"]) }),
            text.integer(range.upperBound - 1) ?? 2 <= 10
        {
            return true
        }
        // `A crime with several victims is a single offence here`
        if text.isWord(range.upperBound - 1, ["single"]), leads(1, ["a"]), leads(2, ["is", "as"]) { return true }
        // `a child who is the victim of two offences counts twice`
        if follows(0, ["offences", "crimes"]), leads(1, ["of"]), leads(2, ["victim", "subject"]) { return true }
        // `More than one offence`
        if text.isWord(range.lowerBound, ["more"]),
            text.isWord(range.upperBound - 1, ["one"]) || text.integer(range.upperBound - 1) == 1
        {
            return true
        }
        // `One victim can be linked to several offences`; not `45 offences. This may be …`.
        let own = (range.upperBound..<range.upperBound + 4).prefix {
            $0 < sentence.upperBound && text[$0]?.isWord == true
        }
        return own.contains {
            text.isWord($0, ["may", "can", "might", "could"]) && text.isWord($0 + 1, ["be", "have"])
        }
    }
}

import Vocabulary

/// Numbers that point at what was said before, count bodies, or are taken back.
extension SpokenNumber {
    var pointer: NumberRole? {
        // `The last should not be set beside the other two.`
        if leads(1, ["other"]), endsClause,
            isNear(6, ["beside", "against", "with", "alongside"]) || leads(2, ["the"]) && leads(3, ["about", "than"])
        {
            return .other("other_count")
        }
        // `In the other 8 the file does not say`: the rest, of which nothing is told.
        if leads(1, ["other", "remaining"]), leads(2, ["the"]), described.isEmpty, !isDated, endsClauseOfRest {
            return .unclear
        }
        // `All but 212`, `half of our 424`: what it leaves is for the reader to work out.
        if leads(1, ["but"]) && leads(2, ["all"])
            || leads(1, ["our", "the", "these", "those"]) && leads(2, ["of"])
                && leads(3, ["half", "third", "quarter", "most", "majority", "tenth", "fifth"])
        {
            return .unclear
        }
        // `101 (revised from 97)`
        if leads(1, ["from"]), leads(2, ["revised", "amended", "corrected", "updated", "changed"]) {
            return .corrected
        }
        if isGoneThrough { return .other("other_count") }
        if pointsBack || isWholeOfClause { return .reference }
        // `Of 44 forces, 40 sent data`
        if text.isSymbol(range.lowerBound - 1, ","), text.isWord(range.lowerBound - 2, NumberRole.nouns),
            isNear(7, ["of"])
        {
            return .forces
        }
        // `When we wrote to you in June we put the number at 141.`
        let wrote = sentence.first { text.isWord($0, ["when"]) && text.isWord($0 + 1, ["we", "i"]) }
        if let wrote, wrote < range.lowerBound,
            (wrote + 2..<wrote + 4).contains(where: { text.isWord($0, ["wrote", "replied", "answered", "responded"]) }),
            // `When we wrote in June the count was 141; it is now 152.`
            !(wrote..<range.lowerBound).contains(where: {
                text.isSymbol($0, ";") || text.isWord($0, ["now", "since", "today", "but"])
            })
        {
            return .corrected
        }
        // `The number was 211 when we last published it`
        if let when = (range.upperBound..<range.upperBound + 3).first(where: { text.isWord($0, ["when"]) }),
            (when + 1..<when + 5).contains(where: {
                text.isWord(
                    $0,
                    [
                        "published", "replied", "answered", "wrote", "reported", "disclosed", "supplied", "extracted",
                        "counted",
                    ])
            })
        {
            return .corrected
        }
        return nil
    }

    /// No noun of crime follows.
    private var endsClauseOfRest: Bool {
        !follows(0, ["offences", "crimes", "cases", "were", "sexual", "was", "are"])
    }

    /// `Twelve of the 64`, `those 64`.
    private var pointsBack: Bool {
        // `In the other 2 the age was not recorded`: the rest, not a figure said before.
        let isRest = leads(1, ["other", "remaining"])
        let isOfBodies =
            text.isWord(range.upperBound, NumberRole.nouns)
            || follows(0, ["police", "territorial", "uk"]) && text.isWord(range.upperBound + 1, NumberRole.nouns)
        let isPartOfThese = leads(2, ["of"]) && leads(1, ["these", "those"]) && isSaid
        // `O'r 112 o droseddau`: of the 112.
        let before = text.raw(lexemes: max(0, range.lowerBound - 1)..<range.lowerBound).lowercased()
        if before.hasPrefix("o"), before.hasSuffix("r"), before.count == 3 { return true }
        // `By mistake the 419 was taken from crimes closed in that year`
        if leads(1, ["the"]), follows(0, ["was", "were"]),
            text.isWord(range.upperBound + 1, ["taken", "drawn", "made"])
        {
            return true
        }
        return !isRest && !isOfBodies && !isPartOfThese && leads(1, ["the", "those", "these"])
            && (leads(2, ["of", "out"]) || leads(1, ["those", "these"]))
            && PeriodRecogniser.match(text, at: range.lowerBound).map { $0.end <= range.upperBound } ?? true
    }

    /// `Of these 91 had a victim under 13`, `of these 241 (15.7%) bore the flag`: a verb follows, no noun of the whole.
    private var isSaid: Bool {
        var next = range.upperBound
        if text.isSymbol(next, "(") {
            while let lexeme = text[next], lexeme.text != ")" { next += 1 }
            next += 1
        }
        guard let word = text.word(next) else { return false }
        return !["offences", "crimes", "cases", "incidents", "reports", "records", "victims", "children"].contains(word)
            && !text.isWord(next + 1, ["themselves"])
    }

    /// `Of Surrey's 66, thirty-one were …`: a whole told before.
    private var isWholeOfClause: Bool {
        let clause = lead.last(where: { text.isSymbol($0, ";") }).map { $0 + 1 } ?? sentence.lowerBound
        return text.isWord(clause, ["of"]) && range.lowerBound - clause <= 4
            && (text.isSymbol(range.upperBound, ",") || follows(0, ["it", "the"]))
            && !leads(1, ["number", "total", "these", "those", "them", "which"])
            && (clause..<range.lowerBound).allSatisfy { text[$0]?.isWord == true }
    }
}

import Records

/// Numbers of laws and of classes of crime.
extension NoiseRecogniser {
    /// `Section 12(1)`, `by virtue of 40(3)(A)(a)`, `SI 2004/3244`, `Act 2000`.
    @Sendable static func legislation(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if let (_, _, end) = Legislation.section(text, at: index) {
            var at = end
            while text.isSymbol(at, "(") || text.isSymbol(at, ")")
                || text.isSymbol(at, ",") && text[at + 1]?.isNumber == true
                || text.isWord(at, ["and", "or", "to"]) && text[at + 1]?.isNumber == true
                    && (text.integer(at + 1) ?? 999) < 100
                || text[at]?.isNumber == true
                    && (text.isWord(at - 1, ["and", "or", "to"]) || text.isSymbol(at - 1, ",")
                        || text.isSymbol(at - 1, "("))
            {
                if text.isWord(at, ["to", "and"]), PeriodRecogniser.match(text, at: at + 1) != nil,
                    Years.full(text, at + 1) != nil
                {
                    break
                }
                at += 1
            }
            return (.legislation, at)
        }
        // `by virtue of 40(3)(A)(a)`
        if text.integer(index) ?? 100 < 100, text.isSymbol(index + 1, "("), text[index + 1]?.spaceBefore == false,
            text[index + 2]?.isNumber == true, text.isSymbol(index + 3, ")"), text.isSymbol(index + 4, "(")
        {
            var at = index + 1
            while text.isSymbol(at, "("), text.isSymbol(at + 2, ")") { at += 3 }
            return (.legislation, at)
        }
        // `The 2015 Justice Act`
        if Years.full(text, index) != nil, text.isWord(index - 1, ["the"]),
            let act = (index + 2..<index + 6).first(where: { text.isWord($0, ["act", "order", "regulations"]) }),
            (index + 1..<act).allSatisfy({ text.raw(lexemes: $0..<$0 + 1).first?.isUppercase == true })
        {
            return (.legislation, act + 1)
        }
        // `Dransfield [2012] UKUT 440`
        if text.isSymbol(index, "["), Years.full(text, index + 1) != nil, text.isSymbol(index + 2, "]"),
            text[index + 3]?.isWord == true, text.integer(index + 4) != nil
        {
            return (.legislation, index + 5)
        }
        // `Statutory Instrument Number 3244 of 2004`, `SI 2004/3244`
        if text.isWord(index, ["instrument", "si"]) {
            var at = index + 1
            while text.isWord(at, ["number", "no"]) || text.isSymbol(at, ".") { at += 1 }
            if text.integer(at) != nil, text.isWord(at + 1, ["of"]) || text.isSymbol(at + 1, "/"),
                text.integer(at + 2) != nil
            {
                return (.legislation, at + 3)
            }
        }
        // `Freedom of Information Act 2000`, `(Scotland) Act 2002`, `Regulations 2004`, `Directive 95/46/EC`.
        guard text.isWord(index, ["act", "acts", "soa", "regulations", "order", "law", "directive", "deddf"]) else {
            return nil
        }
        var at = index + 1
        if text.isSymbol(at, "(") { at += 1 }
        if text.isWord(at, ["of"]) { at += 1 }
        guard Years.full(text, at) != nil || (text.integer(at) ?? 0) > 1800 && (text.integer(at) ?? 0) < 2100,
            PeriodRecogniser.financialYear(text, at) == nil
        else { return nil }
        return (.legislation, text.isSymbol(at + 1, ")") ? at + 2 : at + 1)
    }

    /// `HO class 86`, `Home Office codes 86 and 88`, `classes 17A to 23, 71 and 88A`.
    @Sendable static func classNumber(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        // `sexual crimes (Group 2)`, `those of Group 2 of the classification`
        if text.isWord(index, ["group"]),
            text.isSymbol(index - 1, "(") || text.isWord(index - 1, ["of", "in"]) && text.isWord(index + 2, ["of"]),
            text.integer(index + 1) ?? 100 < 100
        {
            return (.classNumber, index + 2)
        }
        // `sexual communication with a child (71/17)`: no year.
        if text.isSymbol(index, "("), let major = text.integer(index + 1), text.isSymbol(index + 2, "/"),
            let minor = text.integer(index + 3), text.isSymbol(index + 4, ")"), (13...99).contains(major), minor < 100,
            minor != major + 1,
            text.isWord(index - 1, ["child", "children", "rape", "rapes", "grooming", "assault", "activity"])
        {
            return (.classNumber, index + 5)
        }
        guard
            text.isWord(index, ["class", "classes"])
                || text.isWord(index, ["code", "codes"]) && text.isWord(index - 1, ["office", "ho"]),
            var end = classCode(text, index + 1)
        else { return nil }
        while text.isSymbol(end, ",") || text.isWord(end, ["and", "to"]) || text.isSymbol(end, "-")
            || text.isSymbol(end, "/"),
            let next = classCode(text, end + 1)
        { end = next }
        return (.classNumber, end)
    }

    /// Behind `86`, `17A`.
    private static func classCode(_ text: LexedText, _ index: Int) -> Int? {
        guard text.integer(index) ?? 1000 < 1000 else { return nil }
        return text.word(index + 1)?.count == 1 && text[index + 1]?.spaceBefore == false ? index + 2 : index + 1
    }
}

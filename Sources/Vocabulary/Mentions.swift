import Records

/// One thing that a stretch of text names.
package struct Mention: Sendable {
    package enum Kind: Sendable {
        case period(PeriodReading)
        case area(AreaReading)
        case age(Age)
        case offence(String)
        case noise(NoiseRecogniser.Kind)
        /// A count: exact, or a bound in words.
        case number(Figure)
    }

    package var kind: Kind
    /// Lexemes of the text.
    package var range: Range<Int>

    package init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

/// Reads a text from left to right; at each place the most telling recogniser has the first word.
package enum MentionScanner {
    package static func scan(_ text: LexedText, in lexicon: Lexicon) -> [Mention] {
        var mentions: [Mention] = []
        var index = 0
        while index < text.count {
            if let (kind, end) = mention(text, index, lexicon), end > index {
                mentions.append(Mention(kind: kind, range: index..<end))
                index = end
            } else {
                index += 1
            }
        }
        return mentions
    }

    private static func mention(_ text: LexedText, _ index: Int, _ lexicon: Lexicon) -> (Mention.Kind, Int)? {
        guard let lexeme = text[index] else { return nil }
        if lexeme.raised, lexeme.isNumber { return (.noise(.footnote), index + 1) }
        // `31 April 2017`: no day at all, and no year by itself.
        if let (day, month, end) = DateRecogniser.dayMonth(text, index), lexeme.isNumber,
            let year = text.integer(end), (1900...2100).contains(year), CivilDate(year, month, day) == nil
        {
            return (.noise(.date), end + 1)
        }
        let period = PeriodRecogniser.match(text, at: index)
        if let (reading, end) = period, case .period = reading, end > index + 3 { return (.period(reading), end) }
        // A title and year may begin alike (`May`, `April`); noise by form comes before plain time.
        if let (kind, end) = NoiseRecogniser.match(text, at: index),
            end > period?.end ?? 0 || kind == .reference || kind == .legislation
        {
            return (.noise(kind), end)
        }
        if let (age, end) = AgeRecogniser.match(text, at: index),
            end > period?.end ?? 0 || AgeRecogniser.goesOn(text, index, from: age.low)
        {
            return (.age(age), end)
        }
        if let (reading, end) = period { return (.period(reading), end) }
        if let (_, _, end) = DateRecogniser.dayMonth(text, index), text[index]?.isNumber == true {
            return (.noise(.date), end)
        }
        if let (area, end) = AreaRecogniser.match(text, at: index, in: lexicon) { return (.area(area), end) }
        if let (offence, end) = OffenceRecogniser.match(text, at: index, in: lexicon) {
            return (.offence(offence), end)
        }
        return number(text, index).map { (.number($0), $1) }
    }

    /// A count, or the bound around one.
    private static func number(_ text: LexedText, _ index: Int) -> (Figure, Int)? {
        // `More than 40 per cent`, `more than four times`: a claim with a hedge before it.
        if let (low, high, end) = FigureRecogniser.bound(text, at: index), !isHedge(text, index),
            !isOfOtherKind(text, end)
        {
            let raw = text.raw(lexemes: index..<end)
            if let high { return (.suppressed(low, high, raw: raw), end) }
            return (Figure(low: Quantity(low), status: .bounded, raw: raw), end)
        }
        // `2017/19`, `3/5`: grown together with others it counts nothing that can be told.
        let isJoined =
            text.isSymbol(index + 1, "/") && text[index + 1]?.spaceBefore == false && text[index + 2]?.isNumber == true
            || text.isSymbol(index - 1, "/") && text[index]?.spaceBefore == false && text[index - 2]?.isNumber == true
        if let lexeme = text[index], lexeme.isNumber, !isJoined, let value = lexeme.quantity {
            return (.exact(value, raw: text.raw(lexemes: index..<index + 1)), index + 1)
        }
        if let (value, end) = CardinalWords.match(text, at: index) {
            // `two dozen`
            if text.isWord(end, ["dozen"]) {
                let raw = text.raw(lexemes: index..<end + 1)
                return (.exact(Quantity(value * 12), raw: raw), end + 1)
            }
            return (.exact(Quantity(value), raw: text.raw(lexemes: index..<end)), end)
        }
        if let (value, end) = half(text, index) {
            return (.exact(Quantity(value), raw: text.raw(lexemes: index..<end)), end)
        }
        return smallCount(text, index).map {
            (.exact(Quantity($0), raw: text.raw(lexemes: index..<index + 1)), index + 1)
        }
    }

    /// `half a dozen`, `half-a-dozen`, `half a hundred`.
    private static func half(_ text: LexedText, _ index: Int) -> (value: Int, end: Int)? {
        guard text.isWord(index, ["half"]) else { return nil }
        var next = index + 1
        while text.isSymbol(next, "-") || text.isWord(next, ["a"]) { next += 1 }
        if text.isWord(next, ["dozen"]) { return (6, next + 1) }
        return text.isWord(next, ["hundred"]) ? (50, next + 1) : nil
    }

    /// `a single offence`, `a dozen offences`, `a dozen in 2017/18`.
    private static func smallCount(_ text: LexedText, _ index: Int) -> Int? {
        let one = ["offence", "crime", "case", "incident"]
        let verbs = ["was", "were", "is", "in", "recorded", "had", "carried", "with", "during", "flagged", "against"]
        // `One such offence was flagged`, not `more than one offence`, `one of the offences`.
        if text.isWord(index, ["one"]), !text.isWord(index - 1, ["than", "any", "each", "every", "at", "only", "to"]),
            let noun = (index + 1..<index + 4).first(where: { text.isWord($0, one) }),
            (index + 1..<noun).allSatisfy({
                text.isWord($0, ["such", "flagged", "cyber", "recorded", "sexual", "further"])
            }),
            text.isWord(noun + 1, verbs)
        {
            return 1
        }
        // `There was one in 2017/18`
        if text.isWord(index, ["one"]), text.isWord(index - 1, ["was"]), text.isWord(index - 2, ["there"]),
            text.isWord(index + 1, ["in", "during", "for"]) || text[index + 1]?.isWord != true
        {
            return 1
        }
        guard text.isWord(index - 1, ["a", "one"]) else { return nil }
        let crimes = ["offence", "offences", "crime", "crimes", "case", "cases", "incident", "incidents"]
        let counts = (index + 1..<index + 8).contains { text.isWord($0, crimes) }
        if text.isWord(index, ["single"]), counts { return 1 }
        if text.isWord(index, ["dozen"]), counts || text.isWord(index + 1, ["in", "were", "the", "during"]) {
            return 12
        }
        return nil
    }

    /// A percentage, a ratio or a rate stands behind the number.
    private static func isOfOtherKind(_ text: LexedText, _ index: Int) -> Bool {
        text.isWord(index, ["times", "fold"])
            || text.isWord(index, ["a", "an", "every", "each", "per"])
                && text.isWord(index + 1, ["day", "week", "hour", "month"])
            || text.isSymbol(index, "%") || text.isWord(index, ["percent", "pc"])
            || text.isWord(index, ["per"]) && text.isWord(index + 1, ["cent"])
    }

    /// `52 to 104` in `rose from 52 to 104` is no range.
    private static func isHedge(_ text: LexedText, _ index: Int) -> Bool {
        text[index]?.isNumber == true && text.isWord(index - 1, ["from", "rose", "fell"])
    }
}

extension Sequence where Element == Mention {
    /// One of them says that the victims are under 18, and no more.
    package var nameChildren: Bool { contains { if case .age(.all) = $0.kind { true } else { false } } }
}

extension Mention {
    /// It names victims of 18 or more.
    package var isAdult: Bool {
        if case .age(let age) = kind { age.low >= 18 && !age.isUnknown } else { false }
    }
}

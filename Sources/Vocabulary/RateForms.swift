import Records

/// Rates, places in an order, and house numbers.
extension NoiseRecogniser {
    static let rateUnits: Set<String> = ["day", "week", "month", "hour", "daily", "weekly", "monthly"]

    /// `22 a day`, `1.6 per day`, `one every 6 days`, `17.3 per 1,000 population`, `one in four`.
    @Sendable static func rate(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        let one = text.isWord(index, ["one"])
        guard let (_, end) = one ? (1, index + 1) : number(text, index) else { return nil }
        if text.isWord(end, ["a", "an", "per", "each", "every"]) {
            if text.isWord(end + 1, rateUnits) { return (.rate, end + 2) }
            if let (_, after) = number(text, end + 1) {
                if text.isWord(after, ["days", "hours", "minutes", "weeks", "day"]) { return (.rate, after + 1) }
                if text.isWord(end, ["per"]) { return (.rate, after) }
            }
        }
        if text.isWord(end, ["in", "out"]), one || (number(text, index)?.value ?? 99) < 10 {
            let at = text.isWord(end + 1, ["every", "of"]) ? end + 2 : end + 1
            if text.isWord(at, ["every"]), let (_, after) = number(text, at + 1) { return (.rate, after) }
            if let (value, after) = number(text, at), let value, value <= 100, Years.full(text, at) == nil {
                return (.rate, after)
            }
        }
        // `One victim in five`
        if one, text[end]?.isWord == true, text.isWord(end + 1, ["in"]), let (value, after) = number(text, end + 2),
            let value, value <= 100, Years.full(text, end + 2) == nil
        {
            return (.rate, after)
        }
        if text.isWord(end, ["times", "fold"]) && !isRepeated(text, end)
            || text.isSymbol(end, "-") && text.isWord(end + 1, ["fold"])
        {
            return (.rate, end + 1)
        }
        return nil
    }

    /// `was recorded 109 times`: how often, not how many times as much.
    private static func isRepeated(_ text: LexedText, _ times: Int) -> Bool {
        let isLast =
            text[times + 1].map { $0.kind == .symbol } ?? true || text.isWord(times + 1, ["and", "in", "during"])
        return isLast
            && (max(0, times - 40)..<times).contains {
                text.isWord($0, ["recorded", "logged", "occurred", "crimed"])
            }
    }

    /// `31st of 43`, `3rd`: a place in an order.
    @Sendable static func rank(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard text[index]?.isNumber == true, text.isWord(index + 1, ["st", "nd", "rd", "th"]),
            text[index + 1]?.spaceBefore == false, DateRecogniser.dayMonth(text, index) == nil
        else { return nil }
        if text.isWord(index + 2, ["of", "out"]) {
            let at = text.isWord(index + 3, ["of", "the"]) ? index + 4 : index + 3
            if text[at]?.isNumber == true { return (.rank, at + 1) }
        }
        return (.rank, index + 2)
    }

    static let streets: Set<String> = [
        "road", "street", "lane", "avenue", "house", "square", "way", "court", "place", "row", "drive", "yard", "quay",
        "park", "close", "crescent", "hill", "terrace", "gardens", "broadway", "parade", "heol", "ffordd",
    ]

    /// `25 Camden Road`: a house number.
    @Sendable static func street(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let number = text.integer(index), number < 2000 else { return nil }
        for length in 1...3 {
            guard let word = text.word(index + length),
                text.raw(lexemes: index + length..<index + length + 1).first?.isUppercase == true
            else { return nil }
            if length > 1 || streets.contains(word), streets.contains(word) { return (.address, index + 1) }
        }
        return nil
    }
}

import Records

/// Reads ages and bands of ages.
package enum AgeRecogniser {
    static let unders: Set<String> = ["under", "below", "dan"]
    private static let yearWords: Set<String> = [
        "years", "year", "yrs", "yr", "y", "old", "olds", "of", "age", "s", "oed",
    ]

    /// An age that says it is one: `under 10`, `aged 10 to 12`, `10 and under`, `13-year-old`, `16+`.
    package static func match(_ text: LexedText, at index: Int) -> (value: Age, end: Int)? {
        if text.isWord(index - 1, ["year", "section", "class"]) { return nil }
        var start = index
        var declared = false
        while text.isWord(start, ["aged", "age", "ages", "between", "children", "from"]) && start < index + 4 {
            if text.isWord(start, ["aged", "age", "ages"]) { declared = true }
            start += 1
        }
        // `The victim was 12`, `victims were 10 to 12`; not `offences against children was 63`.
        if text.isWord(start - 1, ["was", "were"]), text.isWord(start - 2, ["victim", "victims", "child", "children"]),
            !(max(0, start - 6)..<start).contains(where: { text.isWord($0, ["against", "involving"]) })
        {
            declared = true
        }
        if text.isSymbol(start, ":"), declared { start += 1 }
        if let found = under(text, start) { return found }
        // `victim <18`
        if text.isSymbol(start, "<"),
            text.isWord(start - 1, ["victim", "victims", "aged", "age", "child", "children"]),
            let number = text.integer(start + 1), (1...18).contains(number)
        {
            return (Age(low: 0, high: number - 1), start + 2)
        }
        if let (_, end) = unknownAge.match(text, at: index) { return (.unknown, end) }
        guard let (age, end, explicit) = band(text, start) else { return nil }
        let (after, years) = passYears(text, end)
        // `the victim was 12 or younger in 21 cases, 13 in 14 cases`
        let counts =
            age.low <= 17 && text.isWord(end, ["in"]) && isCount(text, end + 1)
            && (0..<start).contains { text.isWord($0, ["victim", "victims", "aged", "child"]) }
        // `children of eight`
        let ofChildren =
            age.high == age.low && age.low <= 17 && text.isWord(start - 1, ["of"])
            && text.isWord(start - 2, ["child", "children", "girl", "girls", "boy", "boys"])
        if ofChildren { return (age, after) }
        // `victims 13 to 15`
        let ofVictims =
            age.high != age.low
            && (text.isWord(start - 1, ["victim", "victims", "teenagers"])
                // `teenagers of 13 to 17`
                || text.isWord(start - 1, ["of"])
                    && text.isWord(
                        start - 2, ["teenagers", "children", "victims", "girls", "boys", "youngsters", "pupils"])
                // `of primary school age, that is 4 to 11`
                || text.isWord(start - 1, ["is"]) && text.isWord(start - 2, ["that"])
                    && (start - 6..<start).contains { text.isWord($0, ["age", "ages"]) })
        // `Under 13, 142 offences; 13 to 15, 311 offences`
        let goesOnInList =
            age.low <= 17 && text.isSymbol(start - 1, ";") && (text.isSymbol(end, ",") || text.isSymbol(end, ":"))
            && isCount(text, end + 1) && (0..<start).contains { text.isWord($0, ["age", "ages", "aged"]) }
        // `In 163 aged 10 or 11, in 402 between 12 and 15`
        let isOfCount =
            age.low <= 17 && text.isWord(start - 1, ["between"]) && isCount(text, start - 2)
            && text.isWord(start - 3, ["in"]) && (0..<start).contains { text.isWord($0, ["aged", "victim"]) }
        // `17 were aged 0 to 9, 28 were 10 to 12`
        let goesOnFromCount =
            age.low <= 17 && age.low > 0 && age.high != age.low && text.isWord(start - 1, ["were", "was"])
            && isCount(text, start - 2) && (0..<start).contains { text.isWord($0, ["aged", "age", "ages"]) }
        // `15 offences against children aged 9 or younger, 31 against those of 10 to 12`
        let ofThose =
            age.high != age.low && age.high ?? 18 <= 17 && text.isWord(start - 1, ["of"])
            && text.isWord(start - 2, ["those"])
            && (0..<start).contains { text.isWord($0, ["aged", "age", "ages", "children", "victims"]) }
        guard
            counts || goesOnInList || isOfCount || goesOnFromCount || ofThose || explicit || isListed(age, text, start)
                || declared || years
                || ofVictims || age == .all
        else {
            return nil
        }
        return (age, after)
    }

    /// A whole header that is known to be an age: `10-12`, `13`, `<10`, `Unknown`.
    package static func whole(_ text: LexedText) -> Age? {
        // `(blank)`, as pivot tables write it.
        if text.isSymbol(0, "("), text.isSymbol(text.count - 1, ")"),
            unknowns.match(text, at: 1)?.end == text.count - 1
        {
            return .unknown
        }
        if let (_, end) = unknowns.match(text, at: 0),
            end == text.trimmedCount || text.isSymbol(end, "/") || text.isWord(end, ["or"])
        {
            return .unknown
        }
        // `Under 18 - exact age unknown`
        for index in 1..<max(1, text.count) where text[index]?.kind == .symbol {
            if let (_, end) = unknowns.match(text, at: index + 1), end >= text.trimmedCount || text.isSymbol(end, ")"),
                allAges.match(text, at: 0)?.end == index
            {
                return .unknown
            }
        }
        if let inside = explained(text) { return inside }
        if allAges.match(text, at: 0)?.end == text.trimmedCount { return .all }
        if adults.match(text, at: 0)?.end == text.trimmedCount { return Age(low: 18, high: nil) }
        var start = 0
        while text.isWord(
            start,
            [
                "aged", "age", "ages", "victim", "victims", "children", "child", "group", "band", "of", "which", "any",
                "all", "total", "sub", "subtotal",
            ]) || text.isSymbol(start, ":") || text.isSymbol(start, "-") && text.isWord(start - 1, ["sub"])
        { start += 1 }
        if text.isWord(start, ["between", "from"]) { start += 1 }
        if let (age, end) = under(text, start), passYears(text, end).0 >= text.trimmedCount { return age }
        if text.isSymbol(start, "<"), let number = text.integer(start + 1), number > 0, number < 100,
            passYears(text, start + 2).0 >= text.trimmedCount
        {
            return Age(low: 0, high: number - 1)
        }
        // `Sixteen and seventeen`
        if let (low, middle) = number(text, start), text.isWord(middle, ["and"]) || text.isSymbol(middle, "&"),
            let (high, end) = number(text, middle + 1), high == low + 1, passYears(text, end).0 >= text.trimmedCount
        {
            return Age(low: low, high: high)
        }
        // `Up to 9` heads a column; beside a figure it may be a count.
        if text.isWord(start, ["up"]), text.isWord(start + 1, ["to"]), let (high, end) = number(text, start + 2),
            (1...17).contains(high), passYears(text, end).0 >= text.trimmedCount
        {
            return Age(low: 0, high: high)
        }
        guard let (age, end, _) = band(text, start, isWhole: true), passYears(text, end).0 >= text.trimmedCount else {
            return nil
        }
        return age
    }

    /// `Child victim (under 18)`, `Adults (18 and over)`: the age in the brackets.
    private static func explained(_ text: LexedText) -> Age? {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 0,
            text.trimmedCount == text.count, text.isSymbol(text.count - 1, ")"), open + 1 < text.count - 1,
            (0..<open).allSatisfy({
                text.isWord(
                    $0,
                    ["child", "children", "adult", "adults", "victim", "victims", "minors", "minor", "young", "people"])
            })
        else { return nil }
        return whole(LexedText(text.raw(lexemes: open + 1..<text.count - 1)))
    }

    private static let unknownAge = Phrases<Bool>(
        [
            "does not give the age", "did not give the age", "no age is given", "no age was given", "age unknown",
            "age not known", "age not on record", "not on record", "age not recorded", "unknown age", "of unknown age",
            "age not entered", "do not know the age", "don't know the age", "not know the age",
            "could not establish the age", "no age was recorded", "no age is recorded", "no age recorded",
            "no age has been entered", "no age has been recorded", "no age was entered", "no age is entered",
            "no age is shown",
        ].map { ($0, true) }
            // `The age of the victim was unknown`
            + ["age", "age of the victim", "age of victim", "victim's age", "age of the child"].flatMap { age in
                [
                    "is not given", "was not given", "is unknown", "was unknown", "is not known", "was not known",
                    "isn't known", "wasn't known",
                    "isn't recorded", "wasn't recorded",
                    "is not recorded", "was not recorded", "was recorded as unknown", "is recorded as unknown",
                    "was left blank", "had not been recorded", "has not been recorded",
                    "had not been entered", "has not been entered", "was not entered", "has not been filled in",
                    "was not filled in", "is not filled in", "had not been filled in", "is not stated",
                    "was not stated",
                ].map { ("\(age) \($0)", true) }
            })
    package static let unknowns = Phrases<Bool>([
        "unknown", "not known", "not recorded", "age unknown", "age not known", "age not recorded", "nk", "n/k",
        "unspecified", "not stated",
        "no age", "no age recorded", "missing", "unknown age", "victim age unknown", "not specified", "age not stated",
        "blank", "null", "none recorded",
        "age not given", "not given", "no age given", "dob not known", "dob unknown", "no dob", "dob not recorded",
        "anhysbys", "age missing",
        "age n/k", "age nk", "not rec", "unk", "n/r", "nr", "dob n/k", "undisclosed", "unrecorded", "age unrecorded",
        "no age stated", "age undisclosed", "unknown dob", "blank on system", "not on system", "no age was recorded",
        "no age known", "exact age unknown", "exact age not known", "exact age not recorded", "age not held",
        "age blank", "not entered", "not completed", "left blank",
    ])
    package static let allAges = Phrases<Bool>([
        "all ages", "all age groups", "all victims", "under 18", "under 18s", "all under 18", "all under 18s", "0-17",
        "total all ages", "any age",
        "children under 18", "total under 18", "all children", "below 18", "children", "child victims",
    ])
    private static let adults = Phrases<Bool>(["adults", "adult", "adult victims"])

    /// The band that a spreadsheet turned into a date: `06-Oct` was `6-10`, `Nov-15` was `11-15`.
    package static func mended(_ text: LexedText) -> Age? {
        guard text.trimmedCount == 3, text.isSymbol(1, "-") else { return nil }
        if let day = text.integer(0), let (month, _) = Months.month(text, 2), day < month {
            return Age(low: day, high: month)
        }
        if let (month, _) = Months.month(text, 0), let year = text.integer(2), month < year, year <= 18 {
            return Age(low: month, high: year)
        }
        return nil
    }

    static func passYears(_ text: LexedText, _ index: Int) -> (Int, Bool) {
        var next = index
        var passed = false
        while text.isWord(next, yearWords) || text.isSymbol(next, "-") && text.isWord(next + 1, yearWords)
            || text.isSymbol(next, "'") && text.isWord(next + 1, ["s"])
        {
            if text.isWord(next, ["years", "year", "yrs", "yr", "old", "olds"]) { passed = true }
            next += 1
        }
        if text.isWord(next - 1, ["of"]) { next -= 1 }
        return (next, passed)
    }

    static func number(_ text: LexedText, _ index: Int) -> (value: Int, end: Int)? {
        if let number = text.integer(index), number <= 120, text[index]?.raised == false { return (number, index + 1) }
        guard let (value, end) = CardinalWords.match(text, at: index), value <= 120 else { return nil }
        return (value, end)
    }

    static func isCount(_ text: LexedText, _ index: Int) -> Bool {
        (text[index]?.isNumber == true || CardinalWords.match(text, at: index) != nil
            || text.isWord(index, ["fewer", "less"]) && text.isWord(index + 1, ["than"]))
            && PeriodRecogniser.match(text, at: index) == nil
    }
}

extension LexedText {
    /// The number of lexemes without footnote marks and punctuation at the end.
    package var trimmedCount: Int {
        var count = lexemes.count
        while let last = self[count - 1], last.raised || last.kind == .symbol && !["+", "%", ")"].contains(last.text) {
            count -= 1
        }
        return count
    }
}

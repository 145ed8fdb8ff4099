import Records

/// Reads numbers that are no figures by their form alone: telephones, postcodes, references, law, money, time limits.
package enum NoiseRecogniser {
    package enum Kind: String, Sendable {
        case reference, telephone, postcode, legislation, page, money, duration, time, percentage, rate, address,
            footnote, date
        case rank = "claim"
        case questionNumber = "question_number"
        case classNumber = "label"
    }

    typealias Recogniser = @Sendable (LexedText, Int) -> (Kind, Int)?

    /// In this order the first that matches decides.
    static let recognisers: [Recogniser] = [
        address, reference, legislation, telephone, postcode, money, percentage, time, duration, page, question, rate,
        rank, street, notes, classNumber,
    ]

    package static func match(_ text: LexedText, at index: Int) -> (value: Kind, end: Int)? {
        for recogniser in recognisers { if let found = recogniser(text, index) { return found } }
        return nil
    }

    /// `See notes 1 and 2`, `footnotes 3, 4`.
    @Sendable static func notes(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard text.isWord(index, ["notes", "footnotes", "tables", "figures"]), text.integer(index + 1) ?? 99 <= 30
        else { return nil }
        var end = index + 2
        while text.isWord(end, ["and", "or", "to"]) || text.isSymbol(end, ",") || text.isSymbol(end, "-"),
            text.integer(end + 1) ?? 99 <= 30
        { end += 2 }
        return (.footnote, end)
    }

    /// A web or mail address: everything up to the next space.
    @Sendable static func address(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        var end = index + 1
        var isAddress =
            text.isWord(index, ["http", "https", "www"])
            && (text.isSymbol(index + 1, ":") || text.isSymbol(index + 1, "."))
        guard text[index]?.kind == .word || text[index]?.kind == .number,
            text[index]?.spaceBefore ?? true || index == 0 || text[index - 1]?.kind == .symbol
        else { return nil }
        while let next = text[end], !next.spaceBefore, end - index < 200 {
            if next.text == "@" { isAddress = true }
            end += 1
        }
        return isAddress && end > index + 1 ? (.address, end) : nil
    }

    /// `SK9 5AF`, `CF31 3SU`.
    @Sendable static func postcode(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let area = text.word(index), area.count <= 2, text.raw(lexemes: index..<index + 1) == area.uppercased(),
            let district = text[index + 1], district.isNumber, !district.spaceBefore, district.text.utf8.count <= 2
        else { return nil }
        var at = index + 2
        if let letter = text.word(at), letter.count == 1, text[at]?.spaceBefore == false { at += 1 }
        guard let sector = text[at], sector.isNumber, sector.text.utf8.count == 1, let unit = text.word(at + 1),
            unit.count == 2, text[at + 1]?.spaceBefore == false
        else { return nil }
        return (.postcode, at + 2)
    }

    @Sendable static func money(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if text.isSymbol(index, "£") || text.isSymbol(index, "€") || text.isSymbol(index, "$"),
            text[index + 1]?.isNumber == true
        {
            return (.money, text.isWord(index + 2, ["million", "billion", "m", "bn", "k"]) ? index + 3 : index + 2)
        }
        if text[index]?.isNumber == true, text.isWord(index + 1, ["pounds", "pence", "gbp"]) {
            return (.money, index + 2)
        }
        return nil
    }

    @Sendable static func percentage(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let (_, end) = number(text, index) else { return nil }
        let at = text.isSymbol(end, "-") ? end + 1 : end
        if text.isSymbol(at, "%") || text.isWord(at, ["percent", "pc", "percentage"]) {
            return (.percentage, text.isWord(at + 1, ["point", "points"]) ? at + 2 : at + 1)
        }
        if text.isWord(at, ["per"]), text.isWord(at + 1, ["cent"]) { return (.percentage, at + 2) }
        return nil
    }

    static func number(_ text: LexedText, _ index: Int) -> (value: Int?, end: Int)? {
        if let lexeme = text[index], lexeme.isNumber { return (lexeme.quantity?.wholeValue, index + 1) }
        return CardinalWords.match(text, at: index).map { ($0.value, $0.end) }
    }

    /// `09:47`, `11:05:12`, `2.30pm`.
    @Sendable static func time(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let hour = text[index], hour.isNumber else { return nil }
        if text.isWord(index + 1, ["am", "pm"]),
            text[index + 1]?.spaceBefore == false || (hour.quantity?.wholeValue ?? 99) <= 12
        {
            return (.time, index + 2)
        }
        if text.isWord(index - 1, ["until", "at", "from"]), hour.text.utf8.count == 5, hour.text.contains("."),
            text.isWord(index + 1, ["on", "hrs", "am", "pm"]) || index + 1 == text.count
        {
            return (.time, index + 1)
        }
        guard (text.integer(index) ?? 99) < 24, text.isSymbol(index + 1, ":"), text[index + 1]?.spaceBefore == false,
            let minute = text.integer(index + 2), minute < 60, text[index + 2]?.range.count == 2,
            text[index + 2]?.spaceBefore == false
        else { return nil }
        var end = index + 3
        if text.isSymbol(end, ":"), text[end + 1]?.isNumber == true, text[end + 1]?.spaceBefore == false { end += 2 }
        if text.isWord(end, ["am", "pm"]) { end += 1 }
        // `15:20:11 +0100`
        if text.isSymbol(end, "+") || text.isSymbol(end, "-"), text[end + 1]?.text.utf8.count == 4,
            text[end + 1]?.isNumber == true, text[end + 1]?.spaceBefore == false
        {
            end += 2
        }
        return (.time, end)
    }

    static let durationUnits: Set<String> = [
        "hours", "hour", "minutes", "minute", "days", "day", "weeks", "week", "months", "month", "hrs", "hr", "mins",
        "officers", "calendar", "seconds", "pages", "page", "forces", "force",
    ]

    /// `20 working days`, `18 hours`, `five minutes`; of years only what is no age.
    @Sendable static func duration(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let (_, end) = number(text, index) else { return nil }
        // `Whereas the Regulations set the limit at 18`
        if text.isWord(index - 1, ["at", "of"]), text.isWord(index - 2, ["limit"]) { return (.duration, end) }
        var at =
            text.isSymbol(end, "-") || text.isSymbol(end, "½") || text.isSymbol(end, "¼") || text.isSymbol(end, "¾")
            ? end + 1 : end
        if text.isSymbol(at, "("), text.isSymbol(at + 2, ")") { at += 3 }
        if text.isWord(at, ["working", "calendar", "full", "consecutive", "business"]) { at += 1 }
        guard text.isWord(at, durationUnits), !text.isWord(at, ["officers", "forces", "force"]) else {
            guard text.isWord(at, ["years", "year"]),
                text.isWord(
                    index - 1,
                    [
                        "over", "past", "last", "the", "previous", "of", "for", "in", "next", "preceding", "these",
                        "those", "all", "both",
                    ]) && !text.isWord(at + 1, ["old", "olds"]),
                !text.isWord(index - 1, ["over"]) || !text.isWord(at + 1, ["of"])
            else { return nil }
            return (.duration, at + 1)
        }
        return (.duration, at + 1)
    }

    @Sendable static func page(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        // `Year 6 or below` is a school year.
        if text.isWord(index, ["year"]), let number = text.integer(index + 1), (1...13).contains(number),
            text.isWord(index + 2, ["or", "and", "pupils", "children"])
        {
            return (.page, text.isWord(index + 3, ["below", "above", "under"]) ? index + 4 : index + 2)
        }
        // `Previous: 3210 Drones   Next: 3212 Stolen bicycles`, at the foot of a page
        if text.isWord(index, ["previous", "next"]), text.isSymbol(index + 1, ":"), text[index + 2]?.isNumber == true,
            Set(text.words).isSuperset(of: ["previous", "next"])
        {
            return (.page, index + 3)
        }
        // `Table three - all offences`
        if text.isWord(index, ["table", "annex", "appendix"]),
            let word = CardinalWords.match(text, at: index + 1), text[word.end]?.isWord != true
        {
            return (.page, word.end)
        }
        guard
            text.isWord(
                index,
                [
                    "page", "p", "pp", "pages", "table", "annex", "appendix", "figure", "part", "tab", "sheet", "note",
                    "footnote", "chart", "column", "row", "attachment", "form", "issue", "edition", "volume", "tudalen",
                    "terminal", "screen",
                ]), text[index + 1]?.isNumber == true, !text.isSymbol(index + 1, ".")
        else {
            // `Page -1 of 1`, as a report without its last page writes it.
            let isUnknown =
                text.isWord(index, ["page"]) && text.isSymbol(index + 1, "-") && text.integer(index + 2) != nil
                && text.isWord(index + 3, ["of"]) && text.integer(index + 4) != nil
            return isUnknown ? (.page, index + 5) : nil
        }
        if text.word(index) == "p", text[index + 1]?.spaceBefore == false, text.isSymbol(index + 2, "/") { return nil }
        guard (text.integer(index + 1) ?? 9999) < 1000 else { return nil }
        if text.isWord(index, ["figure", "note"]), (text.integer(index + 1) ?? 0) > 20 { return nil }
        return (
            .page,
            text.isWord(index + 2, ["of"]) && text[index + 3]?.isNumber == true
                && text.isWord(index, ["page", "pages", "p"]) ? index + 4 : index + 2
        )
    }

    /// `Question 1a`, `Q2`, `Q.3`, `part (2)`, `1.` and `(2)` at the start of a paragraph.
    @Sendable static func question(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if text.isWord(index, ["question", "part", "point", "item", "request", "reply"]),
            case let open = text.isWord(index + 1, ["to"]) ? index + 2 : index + 1,
            text.bracketedInteger(open) ?? 99 <= 30
        {
            return (.questionNumber, open + 3)
        }
        if text.isWord(
            index,
            [
                "question", "questions", "qu", "q", "answer", "a", "point", "points", "item", "no", "number",
                "cwestiwn", "ateb", "response", "request",
            ])
        {
            let at = text.isSymbol(index + 1, ".") ? index + 2 : index + 1
            if text.isWord(index, ["a", "no", "number", "response", "answer", "request"]),
                index != 0 || text.isWord(index, ["no"])
            {
                return nil
            }
            // `A. 46.`: the answer, not its number.
            if text.isWord(index, ["a"]), at == index + 2, text[at]?.spaceBefore == true { return nil }
            // `A3  11 and under: 51`
            let isGlued =
                text.isWord(index, ["a"]) && text.integer(at) ?? 99 <= 12 && text[at]?.spaceBefore == false
                && text[at + 1]?.spaceBefore == true
            if text.isWord(index, ["a", "answer", "response", "request", "number"]), !isGlued,
                !(text.isSymbol(at + 1, ":") || text.isSymbol(at + 1, ".") || text.isSymbol(at + 1, ")")
                    || text[at + 1]?.lineBefore ?? true)
            {
                return nil
            }
            // `Question two, expected demand`
            if text.isWord(index, ["question", "questions", "point", "part"]), text.integer(at) == nil,
                let (_, end) = CardinalWords.match(text, at: at) ?? (text.isWord(at, ["one"]) ? (1, at + 1) : nil)
            {
                return (.questionNumber, end)
            }
            guard let number = text.integer(at), number < 100,
                !(text.word(index) == "q" && number > 4 && text[at]?.spaceBefore == true)
            else { return nil }
            var end = at + 1
            if let letter = text.word(end), letter.count <= 2, text[end]?.spaceBefore == false { end += 1 }
            while text.isWord(end, ["and", "to"]) || text.isSymbol(end, ",") || text.isSymbol(end, "-"),
                let more = text.integer(end + 1), more < 100
            { end += 2 }
            return (.questionNumber, end)
        }
        // At the begin, in quotation marks, or where the sentence before has ended: `… 0800 1111. 2. Images are …`.
        let isNext = text.isSymbol(index - 1, ".") && text[index]?.spaceBefore == true && text.isSymbol(index + 1, ".")
        let isFirst = text.lexemes[..<index].allSatisfy { ["\"", "#", "'"].contains($0.text) }
        guard isFirst || isNext else { return nil }
        let opened = text.isSymbol(index, "(") ? index + 1 : index
        guard let number = text.integer(opened), number < 100 else { return nil }
        var end = opened + 1
        if let letter = text.word(end), letter.count == 1, text[end]?.spaceBefore == false { end += 1 }
        if opensItem(text, index) { return (.questionNumber, end) }
        guard
            text.isSymbol(end, ".") || text.isSymbol(end, ")")
                || text.isSymbol(end, ":") && opened == 0 && end == opened + 2, text[end]?.spaceBefore == false,
            text[end + 1] != nil, text[end + 1]?.spaceBefore == true
        else { return nil }
        // `(11) where the victim was aged 0-5` goes on: a figure.
        let follower = text.raw(lexemes: end + 1..<end + 2).unicodeScalars.first
        if opened > index, follower?.properties.isLowercase == true { return nil }
        return (.questionNumber, end + 1)
    }

    /// `1  The number of offences where the flag was applied`: a number without a sign that opens what is asked.
    package static func opensItem(_ text: LexedText, _ index: Int) -> Bool {
        guard index == 0, let number = text.integer(0), (1...20).contains(number), text[0]?.raised == false else {
            return false
        }
        let word = text.raw(lexemes: 1..<2)
        return ["The", "How", "Please", "What", "Number"].contains(word) && text[1]?.spaceBefore == true
    }
}

import Records

/// Reads numbers that are no figures by their form alone: telephones, postcodes, references, law, money, time limits.
package enum NoiseRecogniser {
    package enum Kind: String, Sendable {
        case reference, telephone, postcode, legislation, page, money, duration, time, percentage, rate, address,
            footnote, date, rank = "claim", questionNumber = "question_number"
    }

    private typealias Recogniser = @Sendable (LexedText, Int) -> (Kind, Int)?

    /// In this order the first that matches decides.
    private static let recognisers: [Recogniser] = [
        address, reference, legislation, telephone, postcode, money, percentage, time, duration, page, question, rate,
        rank, street,
    ]

    package static func match(_ text: LexedText, at index: Int) -> (value: Kind, end: Int)? {
        for recogniser in recognisers { if let found = recogniser(text, index) { return found } }
        return nil
    }

    /// A web or mail address: everything up to the next space.
    @Sendable private static func address(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        var end = index + 1
        var isAddress =
            text.isWord(index, ["http", "https", "www"])
            && (text.isSymbol(index + 1, ":") || text.isSymbol(index + 1, "."))
        guard text[index]?.kind == .word || text[index]?.kind == .number,
            text[index]?.spaceBefore ?? true || index == 0 || text[index - 1]?.kind == .symbol
        else { return nil }
        while let next = text[end], !next.spaceBefore {
            if next.text == "@" { isAddress = true }
            end += 1
        }
        return isAddress && end > index + 1 ? (.address, end) : nil
    }

    private static let referenceWords = Phrases<Bool>([
        "foi reference", "foi ref", "our reference", "our ref", "your reference", "your ref", "reference", "ref",
        "reference number", "ref no", "foi request", "foi", "request number", "request reference", "case number",
        "log number", "logged as number", "logged as", "rfi", "foi no", "foi number", "request ref", "case ref",
        "case reference", "foia", "foia ref", "unique reference", "urn", "reference no", "logged under",
        "logged under number", "foi case", "request no", "ticket", "charity number",
        "registered charity", "registered charity number", "company number", "charity registration number",
        "foi request reference", "foi request ref", "foi request number", "foi application", "sub case", "pub",
        "disclosure ref", "disclosure reference", "disclosure log", "reference foi", "crime reference",
        "freedom of information request", "freedom of information ref", "freedom of information reference",
        "registered number", "vat number", "reg no", "reg", "case no", "file ref", "dx", "po box", "folder", "version",
        "freedom of information request reference", "request id", "id", "gsc", "foi id", "information request",
        "request", "cyf", "ein cyf", "item", "ric", "nro", "disclosure", "freedom of information request number",
        "freedom of information request reference number", "request reference number", "foi request reference number",
        "our reference number", "freedom of information act request",
    ])

    /// `FOI 2021/09191`, `Ref: 01.FOI.22.025489`, `FOI2019/05954`, `PUB 1208`, `logged as number 1554`.
    @Sendable private static func reference(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard var (_, at) = referenceWords.match(text, at: index) else { return bareReference(text, index) }
        while text.isWord(
            at,
            [
                "no", "number", "is", "foi", "ref", "reference", "nos", "fo", "rfi", "id", "request", "a", "case",
                "dated",
            ]) || text.isSymbol(at, ":") || text.isSymbol(at, ".") || text.isSymbol(at, "#") || text.isSymbol(at, "-")
            || text.isSymbol(at, "(")
        { at += 1 }
        if text.word(index) == "item" || text.word(index) == "version", text.integer(at) == nil { return nil }
        // `FOI request: 43 offences`, `FOI 2015/16` are no references; one holds a digit and no spaces.
        var end = at
        var digits = false
        while let next = text[end],
            end == at || !next.spaceBefore || text.isSymbol(end, "/") || text.isSymbol(end - 1, "/")
        {
            if ["(", ")", ",", ";", ":"].contains(next.text) || next.lineBefore { break }
            if next.text == ".", text[end + 1]?.spaceBefore ?? true { break }
            if next.isNumber { digits = true }
            end += 1
        }
        guard digits, end > at else { return nil }
        if let (_, periodEnd, _) = PeriodRecogniser.financialYear(text, at), periodEnd == end { return nil }
        if at == index + 1, text.word(index) == "foi" || text.word(index) == "request",
            text.word(end).map({ ["offences", "crimes", "victims"].contains($0) }) ?? false
        {
            return nil
        }
        // The words for a request may be followed by a date or a figure of their own.
        if end == at + 1, let number = text.integer(at),
            Months.month(text, end) != nil || text.isWord(end, ["st", "nd", "rd", "th"]), number <= 31
        {
            return nil
        }
        // `FOI2019/03311, 03312 and 03313`: more of the same.
        while text.isSymbol(end, ",") || text.isWord(end, ["and"]), let more = text[end + 1], more.isNumber,
            more.text.hasPrefix("0") || more.text.utf8.count >= 5, more.range.count == more.text.utf8.count
        { end += 2 }
        return (.reference, end)
    }

    /// `68/65137/20`, `1247-22`, `01.FOI.22.025489` where the numbers can be no date, year or figure.
    private static func bareReference(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let first = text[index], first.isNumber || first.isWord && first.text.count <= 5,
            first.spaceBefore || index == 0 || text[index - 1]?.kind == .symbol
        else { return nil }
        var end = index
        var numbers = 0
        var letters = 0
        var joins = 0
        var longest = 0
        while let next = text[end], end == index || !next.spaceBefore {
            if next.isNumber {
                numbers += 1
                longest = max(longest, next.range.count)
            } else if next.isWord {
                letters += 1
            } else if ["/", "-", "."].contains(next.text) {
                joins += 1
            } else {
                break
            }
            end += 1
        }
        if text.isSymbol(end - 1, ".") || text.isSymbol(end - 1, "-") {
            end -= 1
            joins -= 1
        }
        guard numbers >= 2, joins >= 1, end > index + 2 else { return nil }
        let lastIsNumber = text[end - 1]?.isNumber == true
        if letters == 0, numbers == 3, longest >= 4, DateRecogniser.match(text, at: index) == nil, lastIsNumber {
            return (.reference, end)
        }
        if letters == 0, numbers == 2, longest >= 5, lastIsNumber { return (.reference, end) }
        if letters == 0, numbers == 2, joins == 1, lastIsNumber, end == index + 3, hasYear(text, index),
            PeriodRecogniser.financialYear(text, index) == nil
        {
            return (.reference, end)
        }
        if first.isWord, letters >= 1, numbers >= 2, joins >= 2, lastIsNumber, hasYear(text, end - 3) || longest >= 4,
            PeriodRecogniser.match(text, at: index) == nil
        {
            return (.reference, end)
        }
        if letters >= 1, numbers >= 2, first.isNumber || longest >= 4, joins >= 2 || longest >= 5 {
            if PeriodRecogniser.match(text, at: index) != nil { return nil }
            return (.reference, end)
        }
        return nil
    }

    /// `1247/19`, `2019-603`: a year on one side and a running number on the other.
    private static func hasYear(_ text: LexedText, _ index: Int) -> Bool {
        guard let a = text[index], let b = text[index + 2], a.isNumber, b.isNumber, let left = a.plainInteger,
            let right = b.plainInteger
        else { return false }
        func isYear(_ lexeme: Lexeme, _ number: Int) -> Bool {
            lexeme.text.utf8.count == 2
                ? (10...40).contains(number) : lexeme.text.utf8.count == 4 && (2005...2040).contains(number)
        }
        func isSerial(_ lexeme: Lexeme, _ number: Int) -> Bool {
            lexeme.text.utf8.count >= 3 && !(lexeme.text.utf8.count == 4 && (1990...2059).contains(number))
        }
        return isYear(a, left) && isSerial(b, right) || isSerial(a, left) && isYear(b, right)
    }

    @Sendable private static func legislation(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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
        // `Freedom of Information Act 2000`, `(Scotland) Act 2002`, `Regulations 2004`, `Directive 95/46/EC`.
        guard text.isWord(index, ["act", "acts", "regulations", "order", "law", "directive", "deddf"]) else {
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

    private static let telephoneWords: Set<String> = [
        "telephone", "tel", "phone", "call", "fax", "mobile", "helpline", "ext", "extension", "ffon", "minicom",
        "switchboard", "dial", "textphone", "ring", "text",
    ]

    @Sendable private static func telephone(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if text.isWord(index, telephoneWords)
            || text.isWord(index, ["on", "or", "via"]) && index > 0 && telephoneNear(text, index)
        {
            var at = index + 1
            while text.isWord(
                at,
                [
                    "number", "no", "us", "on", "childline", "the", "helpline", "is", "or", "numbers", "nspcc", "our",
                    "officer", "crimestoppers", "free", "police",
                ]) || text.isSymbol(at, ":") || text.isSymbol(at, ".") || text.isSymbol(at, "(")
            { at += 1 }
            let end = digits(text, at)
            if end > at, text[at]?.isNumber == true {
                return (
                    .telephone,
                    text.isSymbol(end, ",") && text.isWord(end + 1, ["option", "ext", "extension"])
                        && text[end + 2]?.isNumber == true ? end + 3 : end
                )
            }
            return nil
        }
        if text.isSymbol(index, "+"), text.integer(index + 1) == 44 { return (.telephone, digits(text, index + 1)) }
        // A leading zero and at least nine digits in groups.
        if let first = text[index], first.isNumber || first.text == "(",
            first.isNumber
                ? first.text.hasPrefix("0") && first.text.utf8.count >= 3 : text[index + 1]?.text.hasPrefix("0") == true
        {
            let end = digits(text, index)
            let total = (index..<end).reduce(0) {
                $0 + (text[$1]?.isNumber == true ? text[$1]?.text.utf8.count ?? 0 : 0)
            }
            if total >= 9 || total == 8 && text[index]?.text == "0800" { return (.telephone, end) }
        }
        if let number = text.integer(index), number == 999 || number == 101,
            (max(0, index - 5)..<index + 4).contains(where: {
                text.isWord($0, ["emergency", "ext", "option", "urgent"])
            })
        {
            return (.telephone, index + 1)
        }
        if let number = text.integer(index), number == 101 || number == 999 || number == 116000 || number == 111 {
            if text.isWord(index - 1, ["on", "call", "dial", "via", "ring", "or", "telephone", "number"])
                && !CueRecogniser.cues(in: text).isEmpty == false
            {
                return (.telephone, index + 1)
            }
            if text.isWord(index - 1, ["call", "dial", "ring"])
                || text.isWord(index - 1, ["on"]) && telephoneNear(text, index)
            {
                return (.telephone, index + 1)
            }
        }
        return nil
    }

    private static func telephoneNear(_ text: LexedText, _ index: Int) -> Bool {
        (max(0, index - 8)..<index).contains { text.isWord($0, telephoneWords) || text.isWord($0, ["contact"]) }
    }

    private static func digits(_ text: LexedText, _ index: Int) -> Int {
        var end = index
        while let next = text[end],
            next.isNumber || ["(", ")"].contains(next.text) || next.text == "-" && text[end + 1]?.isNumber == true
                || next.text == "+" && text[end + 1]?.isNumber == true, !(next.lineBefore && end > index)
        {
            if next.isNumber, end > index, next.text.utf8.count == 4, Years.full(text, end) != nil,
                !text.lexemes[index..<end].contains(where: { $0.text.hasPrefix("0") })
            {
                break
            }
            end += 1
        }
        while end > index, ["(", "-", "+"].contains(text[end - 1]?.text ?? "") { end -= 1 }
        return end
    }

    /// `SK9 5AF`, `CF31 3SU`.
    @Sendable private static func postcode(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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

    @Sendable private static func money(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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

    @Sendable private static func percentage(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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
    @Sendable private static func time(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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
        if text.isSymbol(end, "+") || text.isSymbol(end, "-"), text[end + 1]?.text.utf8.count == 4,
            text[end + 1]?.isNumber == true, text[end + 1]?.spaceBefore == false
        {
            end += 2
        }
        return (.time, end)
    }

    private static let durationUnits: Set<String> = [
        "hours", "hour", "minutes", "minute", "days", "day", "weeks", "week", "months", "month", "hrs", "hr", "mins",
        "officers", "calendar", "seconds", "pages", "page", "forces", "force",
    ]

    /// `20 working days`, `18 hours`, `five minutes`; of years only what is no age.
    @Sendable private static func duration(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard let (_, end) = number(text, index) else { return nil }
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

    @Sendable private static func page(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        // `Year 6 or below` is a school year.
        if text.isWord(index, ["year"]), let number = text.integer(index + 1), (1...13).contains(number),
            text.isWord(index + 2, ["or", "and", "pupils", "children"])
        {
            return (.page, text.isWord(index + 3, ["below", "above", "under"]) ? index + 4 : index + 2)
        }
        guard
            text.isWord(
                index,
                [
                    "page", "p", "pp", "pages", "table", "annex", "appendix", "figure", "part", "tab", "sheet", "note",
                    "footnote", "chart", "column", "row", "attachment", "form", "issue", "edition", "volume", "tudalen",
                ]), text[index + 1]?.isNumber == true, !text.isSymbol(index + 1, ".")
        else { return nil }
        if text.word(index) == "p", text[index + 1]?.spaceBefore == false, text.isSymbol(index + 2, "/") { return nil }
        guard (text.integer(index + 1) ?? 9999) < 1000 else { return nil }
        if text.isWord(index, ["figure", "note"]), (text.integer(index + 1) ?? 0) > 20 { return nil }
        return (
            .page,
            text.isWord(index + 2, ["of"]) && text[index + 3]?.isNumber == true
                && text.isWord(index, ["page", "pages", "p"]) ? index + 4 : index + 2
        )
    }

    /// `Question 1a`, `Q2`, `Q.3`, `1.` and `(2)` at the start of a paragraph.
    @Sendable private static func question(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        if text.isWord(
            index,
            [
                "question", "questions", "qu", "q", "answer", "a", "point", "points", "item", "no", "number",
                "cwestiwn", "ateb", "response",
            ])
        {
            let at = text.isSymbol(index + 1, ".") ? index + 2 : index + 1
            if text.isWord(index, ["a", "no", "number", "response", "answer"]), index != 0 || text.isWord(index, ["no"])
            {
                return nil
            }
            if text.isWord(index, ["a", "answer", "response", "number"]),
                !(text.isSymbol(at + 1, ":") || text.isSymbol(at + 1, ".") || text.isSymbol(at + 1, ")"))
            {
                return nil
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
        guard index == 0 else { return nil }
        let opened = text.isSymbol(0, "(") ? 1 : 0
        guard let number = text.integer(opened), number < 100 else { return nil }
        var end = opened + 1
        if let letter = text.word(end), letter.count == 1, text[end]?.spaceBefore == false { end += 1 }
        guard
            text.isSymbol(end, ".") || text.isSymbol(end, ")")
                || text.isSymbol(end, ":") && opened == 0 && end == opened + 2, text[end]?.spaceBefore == false,
            text[end + 1] != nil, text[end + 1]?.spaceBefore == true
        else { return nil }
        return (.questionNumber, end + 1)
    }

    private static let rateUnits: Set<String> = ["day", "week", "month", "hour", "daily", "weekly", "monthly"]

    /// `22 a day`, `1.6 per day`, `one every 6 days`, `17.3 per 1,000 population`, `one in four`.
    @Sendable private static func rate(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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
        if text.isWord(end, ["times", "fold"]) || text.isSymbol(end, "-") && text.isWord(end + 1, ["fold"]) {
            return (.rate, end + 1)
        }
        return nil
    }

    /// `31st of 43`, `3rd`: a place in an order.
    @Sendable private static func rank(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        guard text[index]?.isNumber == true, text.isWord(index + 1, ["st", "nd", "rd", "th"]),
            text[index + 1]?.spaceBefore == false, DateRecogniser.dayMonth(text, index) == nil
        else { return nil }
        if text.isWord(index + 2, ["of", "out"]) {
            let at = text.isWord(index + 3, ["of", "the"]) ? index + 4 : index + 3
            if text[at]?.isNumber == true { return (.rank, at + 1) }
        }
        return (.rank, index + 2)
    }

    private static let streets: Set<String> = [
        "road", "street", "lane", "avenue", "house", "square", "way", "court", "place", "row", "drive", "yard", "quay",
        "park", "close", "crescent", "hill", "terrace", "gardens", "broadway", "parade", "heol", "ffordd",
    ]

    /// `25 Camden Road`: a house number.
    @Sendable private static func street(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
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

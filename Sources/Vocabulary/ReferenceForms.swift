import Records

/// References: by the word before them, or by a form that no date, year or figure has.
extension NoiseRecogniser {
    static let referenceWords = Phrases<Bool>([
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
        "our reference number", "freedom of information act request", "report", "officer", "decision maker", "req",
        "ir",
    ])

    /// `FOI 2021/09191`, `Ref: 01.FOI.22.025489`, `FOI2019/05954`, `PUB 1208`, `logged as number 1554`.
    @Sendable static func reference(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        // `RE: 9847 - Sexual offences against children`
        if index == 0, text.isWord(0, ["re"]), text.isSymbol(1, ":"), text[2]?.plainInteger != nil,
            text[3].map({ $0.kind == .symbol && $0.spaceBefore }) ?? true
        {
            return (.reference, 3)
        }
        // `(DS 4471)`: an officer's number
        if text.isWord(index, ["pc", "dc", "ds", "di", "ps", "dci", "pcso", "sgt", "insp"]),
            (text.integer(index + 1) ?? 0) > 99,
            text.isSymbol(index - 1, "("), text.isSymbol(index + 2, ")")
        {
            return (.reference, index + 2)
        }
        // `Publication 2214`, not `publication 2019`
        if text.isWord(index, ["publication"]), let number = text.integer(index + 1), number > 99,
            !(1990...2059).contains(number), text[index + 2]?.text != "/"
        {
            return (.reference, index + 2)
        }
        guard var (_, at) = referenceWords.match(text, at: index) else { return bareReference(text, index) }
        while text.isWord(
            at,
            [
                "no", "number", "is", "foi", "ref", "reference", "nos", "fo", "rfi", "id", "request", "a", "case",
                "dated",
            ]) || text.isSymbol(at, ":") || text.isSymbol(at, ".") || text.isSymbol(at, "#") || text.isSymbol(at, "-")
            || text.isSymbol(at, "(")
        { at += 1 }
        // `FOI Officer 8812`, `Decision Maker 3` and nothing else, not `one officer for 43 offences`.
        let isAlone = index == 0 && at + 1 == text.count
        if text.isWord(index, ["officer", "decision"]), (text.integer(at) ?? 0) < 1000, !isAlone { return nil }
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
    static func bareReference(_ text: LexedText, _ index: Int) -> (Kind, Int)? {
        // `DJ 96/20`: capitals, a running number and a year.
        if let word = text.word(index), (2...4).contains(word.utf8.count),
            text.raw(lexemes: index..<index + 1) == word.uppercased(), text[index + 1]?.isNumber == true,
            text.isSymbol(index + 2, "/"), text[index + 2]?.spaceBefore == false, text[index + 3]?.range.count == 2,
            text.integer(index + 3).map({ (10...40).contains($0) }) ?? false,
            PeriodRecogniser.financialYear(text, index + 1) == nil
        {
            return (.reference, index + 4)
        }
        guard let first = text[index], first.isNumber || first.isWord && first.text.count <= 5,
            first.spaceBefore || index == 0 || text[index - 1]?.kind == .symbol
        else { return nil }
        var end = index
        var numbers = 0
        var letters = 0
        var joins = 0
        var longest = 0
        while let next = text[end], end - index < 40, end == index || !next.spaceBefore {
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
        if letters == 0, numbers == 3, longest >= 3, DateRecogniser.match(text, at: index) == nil, lastIsNumber {
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
    static func hasYear(_ text: LexedText, _ index: Int) -> Bool {
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
}

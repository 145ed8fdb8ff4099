/// Reads cardinal numbers in words: `forty-three`, `one hundred and five`, `two thousand and six`.
package enum CardinalWords {
    private static let units: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
    ]
    private static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// The number of the longest run of number words that begins here. `one` alone is no match: it is as often a pronoun.
    package static func match(_ text: LexedText, at index: Int) -> (value: Int, end: Int)? {
        // `a hundred and three`
        if text.isWord(index, ["a"]), text.isWord(index + 1, ["hundred"]), text.isWord(index + 2, ["and"]),
            let (rest, end) = match(text, at: index + 3), rest < 100
        {
            return (100 + rest, end)
        }
        guard let first = text.word(index), units[first] != nil || tens[first] != nil else { return nil }
        var total = 0
        var current = 0
        var position = index
        var last: Int?
        while let word = text.word(position) {
            if let unit = units[word] {
                guard last == nil || last == 100 || last == 1000 || (last == 10 && unit < 10 && unit > 0) else { break }
                current += unit
                last = 1
            } else if let ten = tens[word] {
                guard last == nil || last == 100 || last == 1000 else { break }
                current += ten
                last = 10
            } else if word == "hundred", current > 0, current < 100, last != nil, last != 100 {
                current *= 100
                last = 100
            } else if word == "thousand" || word == "million", current > 0, current < 1000, last != nil, total == 0 {
                total = current * (word == "thousand" ? 1000 : 1_000_000)
                current = 0
                last = 1000
            } else {
                break
            }
            position += 1
            // A hyphen or an `and` belongs to the number only when more of it follows.
            let joiner =
                text.isSymbol(position, "-") && text[position]?.spaceBefore == false
                || text.isWord(position, ["and"]) && (last == 100 || last == 1000)
            if joiner, let next = text.word(position + 1), units[next] != nil || tens[next] != nil {
                let fits = last == 10 ? (units[next] ?? 99) < 10 && (units[next] ?? 0) > 0 : last == 100 || last == 1000
                if fits { position += 1 } else { break }
            }
        }
        if position == index + 1, first == "one" || first == "zero" { return first == "zero" ? (0, position) : nil }
        return (total + current, position)
    }
}

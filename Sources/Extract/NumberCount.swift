import Records

/// Counts number tokens, on its own and by the definition alone, as a check on those who read them.
///
/// A token is a run of digits with inner `,` or `.`, or with groups of exactly three digits after a space, or a
/// cardinal number in words; `one`, `no`, `nil` and `none` alone do not count here.
struct NumberCount {
    private(set) var count = 0

    /// Counts in one stretch of text; tokens never reach from one stretch into the next.
    mutating func add(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if Self.isDigit(scalars[index]) {
                index = Self.endOfDigits(scalars, index)
                count += 1
            } else if Self.isLetter(scalars[index]) {
                index = word(scalars, index)
            } else {
                index += 1
            }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    private static func isThinSpace(_ scalar: Unicode.Scalar) -> Bool {
        [0x20, 0xA0, 0x2009, 0x202F].contains(scalar.value)
    }

    private static func endOfDigits(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start
        var head = 0
        var plain = true
        while end < scalars.count {
            if isDigit(scalars[end]) {
                if plain { head += 1 }
                end += 1
                continue
            }
            let next = end + 1 < scalars.count ? scalars[end + 1] : " "
            if scalars[end] == "," || scalars[end] == ".", isDigit(next) {
                plain = false
                head = 9
                end += 1
                continue
            }
            let group = (1...3).allSatisfy { end + $0 < scalars.count && isDigit(scalars[end + $0]) }
            let longer = end + 4 < scalars.count && isDigit(scalars[end + 4])
            // `2016/17 341` are three: nobody groups the digits behind a stroke.
            let follows = start > 1 && ["/", "-"].contains(scalars[start - 1]) && isDigit(scalars[start - 2])
            // `A1 812`: a mark, and a number.
            let isMark = start > 0 && isLetter(scalars[start - 1])
            guard isThinSpace(scalars[end]), group, !longer, head <= 3, !follows, !isMark else { break }
            plain = false
            end += 4
        }
        return end
    }

    private static let small: Set<String> = [
        "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens: Set<String> = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let powers: Set<String> = ["hundred", "thousand", "million"]

    /// Takes the number in words that begins here, or passes one word.
    private mutating func word(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var words: [String] = []
        var ends: [Int] = []
        var index = start
        // The words of a phrase: apart by one hyphen or by spaces.
        while index < scalars.count, Self.isLetter(scalars[index]), words.count < 14 {
            var word = ""
            while index < scalars.count, Self.isLetter(scalars[index]) || Self.isInnerApostrophe(scalars, index) {
                word.unicodeScalars.append(scalars[index])
                index += 1
            }
            words.append(word.lowercased())
            ends.append(index)
            guard isNumeral(words[0]) || words[0] == "one" else { break }
            var next = index
            if next < scalars.count, scalars[next].properties.isDash {
                next += 1
                // A word broken over two lines.
                if next < scalars.count, scalars[next] == "\n" || scalars[next] == "\r" {
                    while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
                }
            } else {
                while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
            }
            guard next > index else { break }
            index = next
        }
        let length = Self.numeralLength(words)
        guard length > 0 else { return ends[0] }
        count += 1
        return ends[length - 1]
    }

    private static func isInnerApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        (scalars[index] == "'" || scalars[index].value == 0x2019) && index + 1 < scalars.count
            && isLetter(scalars[index + 1])
    }

    private func isNumeral(_ word: String) -> Bool { Self.small.contains(word) || Self.tens.contains(word) }

    /// How many of the words make one number, by the grammar of English cardinals; 0 for none, or a lone `one`.
    private static func numeralLength(_ words: [String]) -> Int {
        func unit(_ word: String) -> Bool { small.contains(word) || word == "one" }
        func digit(_ word: String) -> Bool {
            unit(word) && !word.hasSuffix("teen") && !["ten", "eleven", "twelve", "zero"].contains(word)
        }
        func belowHundred(_ at: Int) -> Int {
            guard at < words.count else { return 0 }
            if tens.contains(words[at]) { return at + 1 < words.count && digit(words[at + 1]) ? 2 : 1 }
            return unit(words[at]) ? 1 : 0
        }
        func belowThousand(_ at: Int) -> Int {
            var length = belowHundred(at)
            guard length > 0, at + length < words.count, words[at + length] == "hundred" else { return length }
            length += 1
            let joiner = at + length < words.count && words[at + length] == "and" ? 1 : 0
            let rest = belowHundred(at + length + joiner)
            return rest > 0 ? length + joiner + rest : length
        }
        var length = belowThousand(0)
        guard length > 0 else { return 0 }
        if length < words.count, powers.contains(words[length]), words[length] != "hundred" {
            length += 1
            let joiner = length < words.count && words[length] == "and" ? 1 : 0
            let rest = belowThousand(length + joiner)
            if rest > 0 { length += joiner + rest }
        }
        return length == 1 && words[0] == "one" ? 0 : length
    }
}

import Records

/// The smallest piece of text that recognisers look at.
package struct Lexeme: Hashable, Sendable {
    package enum Kind: Sendable { case word, number, symbol }

    package var kind: Kind
    /// A word folded to lower case without accents; a number without separators; one symbol, dashes as `-`.
    package var text: String
    /// In scalars of the text that was cut up.
    package var range: Range<Int>
    package var spaceBefore: Bool
    package var lineBefore: Bool
    /// Set in raised type: a footnote mark.
    package var raised: Bool

    package var isWord: Bool { kind == .word }
    package var isNumber: Bool { kind == .number }

    /// The number, unless its separators make none (`02.10.19`, `1,2,3`).
    package var quantity: Quantity? { kind == .number ? Quantity(digits: text) : nil }
    /// A whole number written without separators.
    package var plainInteger: Int? {
        kind == .number && text.utf8.count == range.count && text.utf8.count <= 9 ? Int(text) : nil
    }
}

/// A text with its lexemes; recognisers read it by position and never past its end.
package struct LexedText: Sendable {
    package let text: String
    package let lexemes: [Lexeme]
    private let scalars: [Unicode.Scalar]

    package var count: Int { lexemes.count }
    package var isEmpty: Bool { lexemes.isEmpty }

    package init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        lexemes = Lexer.cut(scalars)
    }

    package subscript(index: Int) -> Lexeme? { index >= 0 && index < lexemes.count ? lexemes[index] : nil }

    package func word(_ index: Int) -> String? {
        guard let lexeme = self[index], lexeme.isWord else { return nil }
        return lexeme.text
    }

    package func isWord(_ index: Int, _ words: Set<String>) -> Bool { word(index).map(words.contains) ?? false }

    /// For words written in place: a short list is looked through faster than a set is made.
    package func isWord(_ index: Int, _ words: [String]) -> Bool { word(index).map(words.contains) ?? false }

    /// Where lines begin.
    package var lineStarts: [Int] { lexemes.indices.filter { $0 == 0 || lexemes[$0].lineBefore } }

    package func isSymbol(_ index: Int, _ symbol: String) -> Bool {
        guard let lexeme = self[index] else { return false }
        return lexeme.kind == .symbol && lexeme.text == symbol
    }

    package func integer(_ index: Int) -> Int? { self[index]?.plainInteger }

    /// The number of `(2)`, where its bracket opens; nil for anything else.
    package func bracketedInteger(_ index: Int) -> Int? {
        isSymbol(index, "(") && isSymbol(index + 2, ")") ? integer(index + 1) : nil
    }

    /// The characters of a range of scalars, as they stand.
    package func raw(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[max(0, range.lowerBound)..<min(scalars.count, range.upperBound)])
        return Raised.stripped(String(view))
    }

    /// The scalars that a range of lexemes covers.
    package func span(_ range: Range<Int>) -> Range<Int> {
        guard let first = self[range.lowerBound], let last = self[range.upperBound - 1] else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }

    package func raw(lexemes range: Range<Int>) -> String { range.isEmpty ? "" : raw(span(range)) }
}

/// Cuts a text into words, numbers and symbols.
enum Lexer {
    static func cut(_ scalars: [Unicode.Scalar]) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        var index = 0
        var space = false
        var line = false
        var raised = false
        func at(_ i: Int) -> Unicode.Scalar? { i < scalars.count ? scalars[i] : nil }
        func append(_ kind: Lexeme.Kind, _ text: String, _ range: Range<Int>) {
            lexemes.append(
                Lexeme(kind: kind, text: text, range: range, spaceBefore: space, lineBefore: line, raised: raised))
            space = false
            line = false
        }
        while index < scalars.count {
            let scalar = scalars[index]
            let start = index
            if scalar == Raised.open || scalar == Raised.close {
                raised = scalar == Raised.open
                index += 1
            } else if scalar.isSpace {
                space = true
                if scalar == "\n" || scalar == "\r" { line = true }
                index += 1
            } else if scalar.isDigit {
                var digits = ""
                while let next = at(index), next.isDigit || Self.separates(scalars, index, from: start) {
                    if next.isDigit || next == "." {
                        digits.unicodeScalars.append(next)
                    } else if next == "," {
                        digits += ","
                    }
                    index += 1
                }
                append(.number, Self.withoutThousands(digits), start..<index)
            } else if scalar.isLetter {
                var word = ""
                while let next = at(index), next.isLetter || (next.isApostrophe && (at(index + 1)?.isLetter ?? false)) {
                    if !next.isApostrophe { word += next.folded }
                    index += 1
                }
                // `informa-` over `tion`
                if let (rest, end) = Self.brokenRest(scalars, index),
                    PlainWords.has(word + rest)
                        || FamiliarWords.has(word + rest)
                {
                    word += rest
                    index = end
                }
                if let humps = Self.humps(scalars, start..<index) {
                    for hump in humps { append(.word, Spelling.mended(folded(scalars, hump)), hump) }
                    continue
                }
                // `1,067 and 1,011, in that order`
                if word == "order", lexemes.suffix(2).map(\.text) == ["in", "that"] { word = "respectively" }
                // `Surrey's 66`: the name without its ending.
                let isNamed = scalars[start].properties.isUppercase && word.hasSuffix("s")
                if isNamed, index - start > 3, scalars[index - 2].isApostrophe { word.removeLast() }
                append(.word, Spelling.mended(word), start..<index)
            } else {
                append(.symbol, scalar.foldedSymbol, start..<index + 1)
                index += 1
            }
        }
        return lexemes
    }

    /// The small letters that a line begins with, where the one before ends in a hyphen here.
    private static func brokenRest(_ scalars: [Unicode.Scalar], _ index: Int) -> (String, Int)? {
        guard index + 2 < scalars.count, scalars[index] == "-" else { return nil }
        let rest = scalars[(index + 1)...].drop { $0.isSpace }
        guard scalars[index + 1..<rest.startIndex].contains(where: { $0 == "\n" || $0 == "\r" }) else { return nil }
        let word = rest.prefix { $0.isLetter && $0.properties.isLowercase }
        return word.isEmpty ? nil : (folded(scalars, word.indices), word.endIndex)
    }

    private static let fields: Set<String> = [
        "victim", "offence", "cyber", "fin", "financial", "year", "age", "group", "flag", "force", "crime", "date",
        "count",
        "recorded", "type", "number", "region", "area", "sex", "name", "code", "total", "online", "band", "child",
        "period",
        "category", "class", "quarter", "month", "police", "status", "no", "of", "is", "ref", "reported",
    ]

    /// `VictimGroup`, `FinYear`: the names of a database's fields, cut where a capital begins a word; nil for other words.
    private static func humps(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>]? {
        let starts = range.dropFirst().filter {
            scalars[$0].properties.isUppercase && scalars[$0 - 1].properties.isLowercase
        }
        guard !starts.isEmpty else { return nil }
        let edges = [range.lowerBound] + starts + [range.upperBound]
        let humps = zip(edges, edges.dropFirst()).map { $0..<$1 }
        return humps.allSatisfy { fields.contains(folded(scalars, $0)) } ? humps : nil
    }

    private static func folded(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
        scalars[range].reduce("") { $0 + $1.folded }
    }

    /// A `,` or `.` between digits, or a space before a group of exactly three digits of a number that began with at most three.
    private static func separates(_ scalars: [Unicode.Scalar], _ index: Int, from start: Int) -> Bool {
        guard index + 1 < scalars.count, index > start, scalars[index - 1].isDigit else { return false }
        let scalar = scalars[index]
        if scalar == "," || scalar == "." { return scalars[index + 1].isDigit }
        guard scalar.isGroupSpace, index + 3 < scalars.count,
            scalars[index + 1].isDigit, scalars[index + 2].isDigit, scalars[index + 3].isDigit
        else { return false }
        if index + 4 < scalars.count, scalars[index + 4].isDigit { return false }
        // `A1 812 and 901`: the mark of an answer begins no number.
        if start > 0, scalars[start - 1].isLetter { return false }
        // `2016/17 341 offences`: the year ends where its digits do.
        if start > 1, ["/", "-"].contains(scalars[start - 1]), scalars[start - 2].isDigit { return false }
        let head = scalars[start..<index].prefix { $0.isDigit }.count
        return head <= 3 && scalars[start..<index].allSatisfy { $0.isDigit || $0.isGroupSpace }
    }

    /// `1,204` without its comma; left as it is where the groups are not threes.
    private static func withoutThousands(_ digits: String) -> String {
        guard digits.contains(",") else { return digits }
        let whole = digits.split(separator: ".", omittingEmptySubsequences: false)
        let groups = (whole.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
        guard whole.count <= 2, (1...3).contains(groups.first?.count ?? 0),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return digits }
        return groups.joined() + (whole.count == 2 ? "." + whole[1] : "")
    }
}

extension Unicode.Scalar {
    package var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// White space, and the underscores that stand for it in `cyber_flag_total`.
    package var isSpace: Bool {
        self == " " || self == "\t" || self == "\n" || self == "\r" || self == "_" || properties.isWhitespace
            || value == 0xFEFF
            || value == 0x200B
    }

    fileprivate var isGroupSpace: Bool { self == " " || value == 0xA0 || value == 0x2009 || value == 0x202F }

    fileprivate var isApostrophe: Bool { self == "'" || value == 0x2019 }

    fileprivate var isLetter: Bool {
        (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A || value >= 0xAA && properties.isAlphabetic
    }

    fileprivate var folded: String {
        if value < 0x80 { return String(value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value | 0x20)) : self) }
        let lower = properties.lowercaseMapping
        let plain: [String: String] = [
            "à": "a", "á": "a", "â": "a", "ä": "a", "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i",
            "î": "i",
            "ï": "i", "ò": "o", "ó": "o", "ô": "o", "ö": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u", "ŵ": "w",
            "ŷ": "y",
        ]
        return plain[lower] ?? lower
    }

    fileprivate var foldedSymbol: String {
        switch value {
        case 0x2010...0x2015, 0x2212, 0xAD, 0xFE58, 0xFE63, 0xFF0D: "-"
        case 0x2018, 0x2019, 0x201A, 0x60, 0xB4: "'"
        case 0x201C, 0x201D, 0x201E: "\""
        case 0x2264: "≤"
        case 0x2215, 0x2044: "/"
        default: String(self)
        }
    }
}

import Records

/// Finds definitions of markers: `* = fewer than 5`, `numbers below 5 are shown as <5`, `[c] suppressed`.
enum LegendReader {
    private static let meansWords: Set<String> = [
        "means", "denotes", "indicates", "represents", "signifies", "refers", "is", "are", "equals", "shows", "mean",
        "denote", "indicate", "represent", "stands", "has", "have", "show", "used",
    ]
    private static let shownAs = Phrases<Bool>([
        "shown as", "replaced with", "replaced by", "represented by", "displayed as", "marked", "marked as",
        "marked with", "given as", "published as", "denoted by", "presented as", "recorded as",
        "indicated by", "shown by", "shown with", "suppressed as", "written as", "entered as", "expressed as",
        "appear as", "reported as", "denoted as", "shown using", "suppressed and shown as", "substituted with",
        "represented as", "indicated with", "masked as",
        "masked with", "suppressed with", "redacted as", "hidden as", "appears as", "signified by", "show as",
        "represented with", "printed as", "are given", "we show", "we write", "we give", "we print",
    ])

    private static let covers: Set<String> = [
        "for", "covers", "from", "figures", "figure", "data", "is", "are", "relates", "relate", "includes", "only",
    ]

    /// Marks that open a line, with the index after each.
    static func notes(in text: LexedText) -> [(marker: String, end: Int)] {
        text.lineStarts.compactMap { index in
            marker(text, index).map { found in
                // `* 2018/19 covers April to September only`
                var at = found.1
                if let (year, end) = PeriodRecogniser.match(text, at: at), year.period?.isWholeYear == true,
                    text.isWord(end, covers)
                {
                    at = end
                }
                while text.isWord(at, covers) { at += 1 }
                return (found.0, at)
            }
        }
    }

    /// `Nine months only, July 2019 to March 2020`: the part of a year that the first sentence of a note's line names.
    static func part(in text: LexedText, from start: Int) -> PeriodReading? {
        let line = (start..<max(start, text.count)).first { text[$0]?.lineBefore == true && $0 > start } ?? text.count
        let end = min(line, max(start, sentence(around: start, text).upperBound))
        let isSaid = (start..<end).contains { text.isWord($0, ["only", "months"]) }
        // `* to 31 May`
        return isSaid
            ? PeriodRecogniser.coveredPart(text, in: start..<end) : PeriodRecogniser.openEnd(text, start)
    }

    /// The sentence that a lexeme stands in.
    static func sentence(around index: Int, _ text: LexedText) -> Range<Int> {
        func ends(_ at: Int) -> Bool {
            text.isSymbol(at, ".") && text[at + 1]?.spaceBefore == true
                && (text[at + 1]?.isWord == true || text[at + 1]?.kind == .symbol) && !text.isSymbol(at - 1, ".")
        }
        let start = (0..<index).last(where: ends).map { $0 + 1 } ?? 0
        return start..<((index..<text.count).first(where: ends).map { $0 + 1 } ?? text.count)
    }

    static func definitions(in text: LexedText) -> [(
        marker: String, meaning: Legend.Meaning, sentence: Range<Int>
    )] {
        var found: [(String, Legend.Meaning, Range<Int>)] = []
        for index in 0..<text.count {
            if let (_, end) = shownAs.match(text, at: index) {
                var at = end
                while text.isWord(at, ["a", "an", "the", "with", "as"]) || isQuote(text, at) { at += 1 }
                let sentence = sentence(around: index, text)
                if let words = quoted(text, at), let meaning = meaning(of: text, sentence.lowerBound..<index) {
                    found.append((words, meaning, sentence))
                } else if let (marker, _) = marker(text, at),
                    let meaning = meaning(of: text, sentence.lowerBound..<index)
                {
                    found.append((marker, meaning, sentence))
                }
            }
        }
        // `Where you see "fewer than 5" there was at least one crime; we don't publish …`
        for index in 0..<text.count where text.isWord(index, ["where"]) {
            let verb = (index + 1..<index + 5).first {
                text.isWord($0, ["see", "shows", "show", "says", "appears", "find", "given"])
            }
            guard let verb, let at = [verb + 1, verb + 2].first(where: { isQuote(text, $0 - 1) }),
                let words = quoted(text, at)
            else { continue }
            let sentence = sentence(around: index, text)
            if let meaning = meaning(of: text, at + 1..<max(at + 1, sentence.upperBound)) {
                found.append((words, meaning, index..<sentence.upperBound))
            }
        }
        let shown = found.map(\.2)
        // A marker, a verb or sign, a meaning; several may stand in one line, apart by `;` or `,`.
        var starts: [(marker: String, at: Int, from: Int)] = []
        for index in 0..<text.count {
            let opens =
                index == 0 || isQuote(text, index - 1) || text.isSymbol(index - 1, ";") || text.isSymbol(index - 1, ":")
                || text.isSymbol(index - 1, ",") || text.isSymbol(index - 1, ".")
                || text.isSymbol(index - 1, "(") || text[index]?.lineBefore == true
                || text.isWord(
                    index - 1, ["note", "key", "an", "a", "the", "where", "and", "of", "figures", "cells", "marked"])
            guard opens, !shown.contains(where: { $0.contains(index) }), let (marker, end) = marker(text, index) else {
                continue
            }
            var at = end
            // `An asterisk (*) is shown …`
            if text.isSymbol(at, "("), let (again, close) = self.marker(text, at + 1), again == marker,
                text.isSymbol(close, ")")
            {
                at = close + 1
            }
            while isQuote(text, at) || text.isWord(at, ["cell", "cells", "symbol", "sign", "value", "values"]) {
                at += 1
            }
            if text.isSymbol(at, "=") || text.isSymbol(at, ":") || text.isSymbol(at, "-") && marker != "-" {
                starts.append((marker, index, at + 1))
            } else if text.isWord(at, meansWords) {
                starts.append((marker, index, at + 1))
            } else if text.isSymbol(index - 1, ":"), text.isWord(index - 2, ["key", "legend", "symbols", "notation"]) {
                // `Key: - no crimes`
                starts.append((marker, index, at))
            } else if index == 0 || text[index]?.lineBefore == true || text.isSymbol(index - 1, ".")
                || text.isSymbol(index - 1, ";") || text.isSymbol(index - 1, ":") && marker.hasPrefix("["),
                marker.hasPrefix("[") || marker.hasPrefix("^") || ["*", "..", "#", "~", "†", "‡"].contains(marker)
                    || text.isWord(at, ["revised", "provisional", "estimated", "estimate"]) && marker.count == 1
                    // `<5  fewer than five offences`
                    || marker.hasPrefix("<") && text.isWord(at, ["fewer", "less", "between", "from", "any"])
            {
                starts.append((marker, index, at))
            }
        }
        for (number, start) in starts.enumerated() {
            let sentence = sentence(around: start.from, text)
            let end = min(number + 1 < starts.count ? starts[number + 1].at : text.count, sentence.upperBound)
            // `(b) Sexual offences with a victim under 18` is an item of what was asked.
            if text.isSymbol(start.at, "("),
                CueRecogniser.cues(in: text, range: start.from..<max(start.from, end)).subject != nil
            {
                continue
            }
            if start.from < end, let meaning = meaning(of: text, start.from..<end) {
                found.append((start.marker, meaning, min(start.at, sentence.lowerBound)..<sentence.upperBound))
            }
        }
        return found
    }

    /// `“Fewer than 5”`: words in quotation marks that stand in cells, as cells are looked up.
    private static func quoted(_ text: LexedText, _ index: Int) -> String? {
        guard isQuote(text, index - 1), text[index]?.isWord == true,
            let end = (index + 1..<index + 6).first(where: { isQuote(text, $0) }), end > index + 1
        else { return nil }
        return text.raw(lexemes: index..<end).lowercased().filter { $0 != " " }
    }

    private static func isQuote(_ text: LexedText, _ index: Int) -> Bool {
        text.isSymbol(index, "'") || text.isSymbol(index, "\"")
    }

    /// A marker as it would stand alone in a cell.
    private static func marker(_ text: LexedText, _ index: Int) -> (String, Int)? {
        guard let first = text[index] else { return nil }
        if text.isWord(index, ["asterisk", "asterisks", "star"]) { return ("*", index + 1) }
        if text.isWord(index, ["dash", "dashes", "hyphen", "hyphens"]) { return ("-", index + 1) }
        if text.isWord(index, ["blank", "blanks", "empty"]) { return ("", index + 1) }
        if first.kind == .symbol {
            // `[^b]`, as Markdown marks its notes.
            if first.text == "[", text.isSymbol(index + 1, "^"), text.isSymbol(index + 3, "]") {
                return (
                    text.raw(lexemes: index..<index + 4).lowercased(),
                    text.isSymbol(index + 4, ":") ? index + 5 : index + 4
                )
            }
            if first.text == "[", let word = text.word(index + 1), text.isSymbol(index + 2, "]") {
                return ("[\(word)]", index + 3)
            }
            // `(ii)` numbers a part of the request.
            if first.text == "(", let word = text.word(index + 1), word.count <= 2, text.isSymbol(index + 2, ")"),
                !word.allSatisfy({ "ivx".contains($0) })
            {
                return ("[\(word)]", index + 3)
            }
            if first.text == "(", let number = text.integer(index + 1), number <= 20, text.isSymbol(index + 2, ")") {
                return ("(\(number))", index + 3)
            }
            if first.text == "<" { return text.integer(index + 1).map { ("<\($0)", index + 2) } }
            if ["*", "-", "~", "#", "+", "^", ":", "†", "‡", "§", "@", "%"].contains(first.text) {
                var end = index + 1
                while text.isSymbol(end, first.text), text[end]?.spaceBefore == false { end += 1 }
                return (String(repeating: first.text, count: end - index), end)
            }
            if first.text == ".", text.isSymbol(index + 1, ".") {
                return ("..", index + (text.isSymbol(index + 2, ".") ? 3 : 2))
            }
            return nil
        }
        // A letter in raised type opens a note: `ᵖ Provisional`.
        if first.raised, first.isWord, first.text.count <= 2 { return ("[\(first.text)]", index + 1) }
        if first.raised, first.isNumber, first.text.utf8.count <= 2 { return ("^\(first.text)", index + 1) }
        // `n/k: the figure cannot be recovered`
        if let left = text.word(index), left.count == 1, text.isSymbol(index + 1, "/"),
            let right = text.word(index + 2),
            right.count == 1, text[index + 1]?.spaceBefore == false
        {
            return ("\(left)/\(right)", index + 3)
        }
        // `LT5 = less than 5`
        if let word = text.word(index), word.count <= 4, let number = text.integer(index + 1),
            text[index + 1]?.spaceBefore == false, text.isSymbol(index + 2, "=")
        {
            return ("\(word)\(number)", index + 2)
        }
        // Any word may be a marker where a sign of its own says what it means: `Low = between 1 and 4`.
        if let word = text.word(index), word.count <= 12, text.isSymbol(index + 1, "="),
            index == 0 || text[index]?.lineBefore == true || text.isSymbol(index - 1, ";")
                || text.isSymbol(index - 1, ":") || isQuote(text, index - 1)
        {
            return (word, index + 1)
        }
        // `r   revised since our last reply`
        if let word = text.word(index), word.count == 1, word != "i", word != "a", index == 0 || first.lineBefore,
            text.isWord(index + 1, ["revised", "provisional", "estimated", "estimate"])
        {
            return (word, index + 1)
        }
        if let word = text.word(index), word.count <= 2, text.raw(lexemes: index..<index + 1).count <= 2, word != "of",
            word != "in", word != "we", word != "it", word != "a", word != "to", word != "no", word != "or",
            word != "if", word != "as", word != "by", word != "i", word != "on", word != "at"
        {
            return text[index + 1].map {
                ["=", ":", "-", "'", "\""].contains($0.text) || meansWords.contains($0.text) && word != "is"
            } == true ? (word, index + 1) : nil
        }
        return nil
    }
}

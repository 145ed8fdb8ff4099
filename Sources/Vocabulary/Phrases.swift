/// Fixed phrases and what each means, matched at a position of a text; the longest wins.
///
/// Hyphens and apostrophes between words are passed over, `&` is read as `and`.
package struct Phrases<Value: Sendable>: Sendable {
    private var byFirstWord: [String: [(words: [String], value: Value)]] = [:]
    /// Lengths of the first words, a bit each, by their first byte: most words of a text are passed over without hashing.
    private var shapes = [UInt64](repeating: 0, count: 256)

    package init() {}

    package init(_ phrases: [(String, Value)]) {
        for (phrase, value) in phrases { add(phrase, value) }
    }

    package mutating func add(_ phrase: String, _ value: Value) {
        let words = LexedText(phrase).words
        guard let first = words.first else { return }
        byFirstWord[first, default: []].append((words, value))
        shapes[Int(first.utf8.first ?? 0)] |= 1 << UInt64(first.utf8.count & 63)
        byFirstWord[first]?.sort { $0.words.count > $1.words.count }
    }

    /// The values of the longest phrases that begin here, with the index after them.
    package func matches(_ text: LexedText, at index: Int) -> (values: [Value], end: Int)? {
        guard let first = text.comparable(index),
            shapes[Int(first.utf8.first ?? 0)] & 1 << UInt64(first.utf8.count & 63) != 0,
            let candidates = byFirstWord[first]
        else { return nil }
        var best: (values: [Value], end: Int)?
        for candidate in candidates {
            if let best, candidate.words.count < best.values.count { break }
            guard let end = text.end(of: candidate.words, from: index) else { continue }
            if let found = best {
                if end == found.end {
                    best?.values.append(candidate.value)
                } else if end > found.end {
                    best = ([candidate.value], end)
                }
            } else {
                best = ([candidate.value], end)
            }
        }
        return best
    }

    package func match(_ text: LexedText, at index: Int) -> (value: Value, end: Int)? {
        matches(text, at: index).flatMap { found in found.values.first.map { ($0, found.end) } }
    }

    /// The first phrase anywhere in the text.
    package func first(in text: LexedText) -> (value: Value, range: Range<Int>)? {
        for index in 0..<text.count {
            if let found = match(text, at: index) { return (found.value, index..<found.end) }
        }
        return nil
    }

    package func occurs(in text: LexedText) -> Bool { first(in: text) != nil }
}

extension Phrases where Value == Bool {
    /// Phrases that matter only by being there.
    package init(_ phrases: [String]) { self.init(phrases.map { ($0, true) }) }
}

extension LexedText {
    /// The words and numbers, in order.
    package var words: [String] { lexemes.indices.compactMap { comparable($0) } }

    /// A word, a number's digits or `and` for an ampersand; nil for other symbols.
    func comparable(_ index: Int) -> String? {
        guard let lexeme = self[index] else { return nil }
        if lexeme.kind != .symbol { return lexeme.text }
        return lexeme.text == "&" ? "and" : nil
    }

    /// The index after these words, where they stand here.
    func end(of words: [String], from index: Int) -> Int? {
        var position = index
        for (number, word) in words.enumerated() {
            if number > 0, let symbol = self[position], symbol.kind == .symbol,
                ["-", "'", ".", ",", ":", "=", "(", "/"].contains(symbol.text)
            {
                position += 1
            }
            guard comparable(position) == word else { return nil }
            position += 1
        }
        return position
    }
}

import Records

/// The abbreviations that one document explains: `CSA = recorded sexual offences against a child under 18`, `vics = victims`.
package struct Glossary: Sendable {
    private var meanings = Phrases<String>()
    private var isEmpty = true

    package init() {}

    /// Takes up what a sentence or note says of abbreviations.
    package mutating func learn(_ text: LexedText) {
        for (short, long) in Self.definitions(in: text) {
            meanings.add(short, long)
            isEmpty = false
        }
    }

    /// Takes up the lines of a key, `SAC   Sexual activity with a child`, where two or more name an offence or a flag.
    package mutating func learnKeys(_ texts: [LexedText], lexicon: Lexicon) {
        let keys = texts.flatMap { text -> [(String, String)] in
            let starts = text.lineStarts
            return zip(starts, starts.dropFirst() + [text.count]).compactMap { start, end in
                let short = text.raw(lexemes: start..<start + 1)
                // `Q2. Of those, how many carried the cyber flag?` explains no `Q`.
                guard short.count <= 6, short.allSatisfy({ $0.isLetter && $0.isUppercase }), end - start > 1,
                    text[start + 1]?.isNumber != true
                else { return nil }
                let long = text.raw(lexemes: start + 1..<end)
                let meaning = LexedText(long)
                // `SEXUAL ASSAULT ON A FEMALE` is one name: a meaning is not all in capitals.
                guard meaning.words.count <= 12, long.contains(where: \.isLowercase),
                    OffenceRecogniser.whole(meaning, in: lexicon) != nil
                        || ["flag", "marker", "qualifier"].contains(meaning.words.last)
                else { return nil }
                return (short, long)
            }
        }
        guard keys.count > 1 else { return }
        for (short, long) in keys { meanings.add(short, long) }
        isEmpty = false
    }

    /// The text with its abbreviations written out; nil where it has none.
    package func expanded(_ text: LexedText) -> LexedText? {
        guard !isEmpty else { return nil }
        var words: [String] = []
        var index = 0
        var found = false
        while index < text.count {
            if let (long, end) = meanings.match(text, at: index) {
                words.append(long)
                index = end
                found = true
            } else {
                words.append(text.raw(lexemes: index..<index + 1))
                index += 1
            }
        }
        return found ? LexedText(words.joined(separator: " ")) : nil
    }

    /// Short forms that speak of something once they are written out; markers in cells are the legend's.
    private static func definitions(in text: LexedText) -> [(String, String)] {
        var found: [(String, String)] = []
        for index in 0..<text.count {
            let isSign = text.isSymbol(index, "=")
            guard
                isSign || text.isWord(index, ["means", "denotes"])
                    || text.isWord(index, ["stands"]) && text.isWord(index + 1, ["for"])
            else { continue }
            var start = index
            while start > 0, index - start < 3, text[start - 1]?.isWord == true, text[start]?.lineBefore != true {
                start -= 1
            }
            guard start < index, isSign || index - start == 1 else { continue }
            let from = text.isWord(index, ["stands"]) ? index + 2 : index + 1
            var end = from
            while end < text.count, !text.isSymbol(end, ";"), !text.isSymbol(end, "."), !text.isSymbol(end, "=") {
                end += 1
            }
            // `a = b, c = d`: the words before the next sign are its own.
            if text.isSymbol(end, "="), let comma = (from..<end).last(where: { text.isSymbol($0, ",") }) { end = comma }
            guard end > from else { continue }
            let meaning = LexedText(text.raw(lexemes: from..<end))
            let cues = CueRecogniser.cues(in: meaning)
            let short = text.raw(lexemes: start..<index)
            // `Cyber flag = yes or no` sets the flag, it does not explain it.
            guard !cues.isEmpty, CueRecogniser.cues(in: LexedText(short)).flag == nil else { continue }
            found.append((short, meaning.text))
        }
        return found
    }
}

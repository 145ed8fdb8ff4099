import Records
import Vocabulary

/// The mark that numbers a question or its answer: `Q1`, `Question 1b:`, `A2)`, `3.`, `a)`, `(b)`.
struct QuestionMark: Hashable, Sendable {
    var number: Int?
    var letter: String?
    /// The index of the first lexeme after it.
    var end: Int
    /// A word says what it marks: `Question 1`, `Part A`.
    private(set) var isNamed = false
    /// The word says that it answers: `A1.`, `Response 2`.
    private(set) var isAnswer = false

    /// An item of a list that numbers its items itself.
    init(ordinal: Int) { (number, end) = (ordinal, 0) }

    /// `1`, `Q2`, `3.` and nothing else.
    init?(ordinalIn text: LexedText) {
        guard let number = text.integer(0) ?? text.integer(1), (1...30).contains(number), text.words.count <= 1 else {
            return nil
        }
        self.init(ordinal: number)
    }

    /// The mark that begins here; `before` is the number of the item before it.
    init?(_ text: LexedText, at start: Int, after before: Int? = nil) {
        var index = start
        while text.isWord(
            index,
            ["question", "q", "cwestiwn", "request", "answer", "a", "response", "reply", "ateb", "part", "point"]),
            text[index + 1]?.isNumber == true || text.isWord(index + 1, ["to", "question"])
                || Self.spelled(text, index + 1) != nil || text.bracketedInteger(index + 1) != nil
        {
            isNamed = true
            isAnswer = isAnswer || text.isWord(index, ["answer", "a", "response", "reply", "ateb"])
            index += 1
            if text.isWord(index, ["to"]) { index += 1 }
        }
        // `Reply to (1)`
        if isNamed, text.bracketedInteger(index) != nil { index += 1 }
        if let value = text.integer(index) ?? (isNamed ? Self.spelled(text, index) : nil), (1...30).contains(value),
            text[index]?.raised == false
        {
            number = value
            index += 1
            if let (found, after) = Self.letter(text, index, glued: true) { (letter, index) = (found, after) }
            guard
                isNamed || letter != nil || text.isSymbol(index, ".") || text.isSymbol(index, ")")
                    || Self.isDash(text, index, opening: start, isNext: before == value - 1)
                    || NoiseRecogniser.opensItem(text, start)
            else { return nil }
        } else if !isNamed, let (found, after) = Self.letter(text, start, glued: false) {
            (letter, index) = (found, after)
        } else if text.isWord(start, ["part", "question", "point", "request"]),
            let (found, after) = Self.letter(text, start + 1, glued: false)
        {
            // `Question (a)`
            (letter, index, isNamed) = (found, after, true)
        } else if isNamed || text.isWord(start, ["part", "question"]),
            let word = text.word(isNamed ? index : start + 1),
            word.count == 1, ("a"..."h").contains(word),
            text[isNamed ? index + 1 : start + 2].map({ $0.kind == .symbol }) ?? true
        {
            // `Part A`, `PART B:`
            (letter, index, isNamed) = (word, (isNamed ? index : start + 1) + 1, true)
        } else {
            return nil
        }
        while let lexeme = text[index], lexeme.kind == .symbol, [":", ".", ")", "-"].contains(lexeme.text) {
            index += 1
        }
        end = index
    }

    /// `One` of `Question one`, with nothing behind it in its line.
    private static func spelled(_ text: LexedText, _ index: Int) -> Int? {
        guard text.isWord(index - 1, ["question", "answer", "request", "response", "reply", "part"]),
            text[index + 1].map({ $0.kind == .symbol || $0.lineBefore }) ?? true
        else { return nil }
        let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return text.word(index).flatMap(words.firstIndex).map { $0 + 1 }
    }

    /// `1 - Sexual offences recorded`, not `9 - 12` or `2 -`; `2 - 33 in 2015/16` below `1 - yes`.
    private static func isDash(_ text: LexedText, _ index: Int, opening start: Int, isNext: Bool) -> Bool {
        index == start + 1 && text.isSymbol(index, "-") && text[index]?.spaceBefore == true
            && text[index + 1]?.spaceBefore == true
            && (text[index + 1]?.isWord == true || isNext && text[index + 1]?.isNumber == true)
    }

    private static let roman: Set<String> = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]

    /// Where a label begins behind its mark: `(b) All`, `b) 2017/18`, `(ii) of which flagged`, `iv. of which`, `2. of which`.
    static func itemEnd(of text: LexedText) -> Int {
        let at = text.isSymbol(0, "(") || text.isSymbol(0, "[") ? 1 : 0
        let isLetter = text.word(at).map { $0.utf8.count == 1 || roman.contains($0) } ?? false
        guard text.count > at + 2, isLetter || at == 0 && text.integer(0) ?? 99 <= 30 else { return 0 }
        if at == 1 { return text.isSymbol(2, text.isSymbol(0, "[") ? "]" : ")") ? 3 : 0 }
        if isLetter, text.isSymbol(1, ")") { return 2 }
        // Not `S. Wales`, `1.5`.
        let isLow = text.raw(lexemes: 0..<1).allSatisfy { !$0.isUppercase }
        return text.isSymbol(1, ".") && isLow && text[2]?.isWord == true && text[2]?.spaceBefore == true ? 2 : 0
    }

    /// `a)`, `(a)`, `(ii)`; behind a number also `a` alone.
    private static func letter(_ text: LexedText, _ index: Int, glued: Bool) -> (String, Int)? {
        let isOpen = text.isSymbol(index, "(")
        let at = isOpen ? index + 1 : index
        guard let word = text.word(at) else { return nil }
        if isOpen, roman.contains(word), text.isSymbol(at + 1, ")") { return (word, at + 2) }
        let isLetter = word.count == 1 && ("a"..."h").contains(word)
        // `b. And grooming?`, where a line begins
        if isLetter, !glued, !isOpen, at == 0 || text[at]?.lineBefore == true, text.isSymbol(at + 1, "."),
            text[at + 2]?.spaceBefore == true, text.raw(lexemes: at..<at + 1) == word
        {
            return (word, at + 2)
        }
        if isLetter, text.isSymbol(at + 1, ")") { return (word, at + 2) }
        return isLetter && glued && text[at]?.spaceBefore == false ? (word, at + 1) : nil
    }
}

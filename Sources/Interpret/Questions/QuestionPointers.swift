import Records
import Vocabulary

/// The questions that a sentence points at.
extension Questionnaire {
    /// The items that a sentence names: `in response to part (a)`, `parts (b), (c) and (d)`, `Q1 and Q2`, `in 1(b)`.
    func named(in text: LexedText) -> [Int] {
        var found: [Int] = []
        for index in 0..<text.count where text.isWord(index, Self.pointing) || Self.pointsBare(text, index) {
            // `In answer to your first question`
            if let ordinal = text.word(index - 1).flatMap(Self.ordinals.firstIndex),
                !text.isWord(index, ["request", "requests"]),
                let item = self.index(ordinal + 1, nil), !found.contains(item)
            {
                found.append(item)
            }
            var at = index + 1
            while let mark = Self.pointer(text, at), let item = self.index(mark.number, mark.letter) {
                if !found.contains(item) { found.append(item) }
                at = mark.end
                while text.isSymbol(at, ",") || text.isWord(at, ["and", "or", "q"]) { at += 1 }
            }
        }
        return found
    }

    private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]

    private static let pointing: Set<String> = [
        "part", "parts", "question", "questions", "point", "points", "item", "items", "q", "request", "requests",
    ]

    /// `in 1(b)`, `the offences at 2`: a mark without the word for it.
    private static func pointsBare(_ text: LexedText, _ index: Int) -> Bool {
        text.isWord(index, ["in", "at", "under", "to"]) && pointer(text, index + 1)?.letter != nil
            && text[index + 1]?.isNumber == true
            // `Of (a), the number with the flag`
            || text.isWord(index, ["of", "in", "at", "from", "as"]) && text.isSymbol(index + 1, "(")
                && pointer(text, index + 1)?.letter != nil
            || text.isWord(index, ["as"]) && index <= 2 && text[index + 1]?.isNumber == true
            || text.isWord(index, ["at"])
                && text.isWord(index - 1, ["offences", "crimes", "those", "these", "figures", "numbers"])
            // `Of the answer to 2), how many …`
            || text.isWord(index, ["to"]) && text.isWord(index - 1, ["answer"]) && text[index + 1]?.isNumber == true
    }

    /// What the items ask that a sentence names.
    func pointed(in text: LexedText) -> [Context.Outer] {
        let found = named(in: text)
        guard let first = found.first else { return [] }
        var outers = asked(items[first].number, items[first].letter)
        for item in found.dropFirst() { outers[0].periods += items[item].outer.periods }
        return outers
    }

    /// What each figure of an answer counts where its question asks for several others again:
    /// `Please give me Q1 and Q2 for the year before as well`.
    func measures(_ number: Int?, _ letter: String?) -> (cues: [Cues], period: Period)? {
        guard let own = index(number, letter) else { return nil }
        let others = named(in: items[own].outer.unit.lexed).filter { $0 != own }
        let asked = others.map { self.asked(items[$0].number, items[$0].letter) }
        guard others.count > 1, let base = asked.joined().lazy.flatMap(\.periods).compactMap(\.period).first else {
            return nil
        }
        let shifts = items[own].outer.periods.compactMap { if case .relative(let shift) = $0 { shift } else { nil } }
        guard let shift = shifts.first, let period = base.shifted(years: shift) else { return nil }
        return (asked.map { $0.reduce(Cues()) { $0.filled(from: $1.cues) } }, period)
    }

    /// A mark within a sentence: a number, a letter in brackets, or both.
    private static func pointer(_ text: LexedText, _ index: Int) -> (number: Int?, letter: String?, end: Int)? {
        if text.isSymbol(index, "("), let word = text.word(index + 1), word.count == 1, text.isSymbol(index + 2, ")") {
            return (nil, word, index + 3)
        }
        // `part (2)`
        if let number = text.bracketedInteger(index), number <= 30 { return (number, nil, index + 3) }
        if let number = text.integer(index), number <= 30 {
            if text.isSymbol(index + 1, "("), text[index + 1]?.spaceBefore == false, let word = text.word(index + 2),
                word.count == 1, text.isSymbol(index + 3, ")")
            {
                return (number, word, index + 4)
            }
            if let word = text.word(index + 1), word.count == 1, text[index + 1]?.spaceBefore == false {
                return (number, word, index + 2)
            }
            return (number, nil, index + 1)
        }
        return nil
    }
}

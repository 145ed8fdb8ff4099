import Vocabulary

/// Where the items of a text begin that asks, and what points back without naming an item.
extension Questionnaire {
    /// `How many had a cyber flag?`, `how many were rape`, `in how many was …`: of what was asked for before.
    static func asksHowMany(of text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["how"]) && text.isWord(index + 1, ["many"])
                && (text.isWord(index - 1, ["in"])
                    || text.isWord(
                        index + 2,
                        [
                            "had", "have", "were", "was", "are", "carried", "bore", "has", "involved", "included",
                            "concerned", "related",
                        ]))
        }
    }

    /// The marks of a text: at its begin, at the begin of a line, letters also within one.
    static func marks(of text: LexedText) -> [(at: Int, mark: QuestionMark)] {
        var marks: [(at: Int, mark: QuestionMark)] = []
        let numbered = numbersInBrackets(of: text)
        var index = 0
        while index < text.count {
            // `* Q1 - The number of …`
            let isQuote = ["\"", "'", "*", "•", "-", ">"].contains { text.isSymbol(index - 1, $0) }
            let first = isQuote ? index - 1 : index
            let opens =
                first == 0 || text[first]?.lineBefore == true
                || text.isSymbol(first - 1, ":") && text.isWord(first, ["question", "q"])
            if numbered.contains(index), let number = text.integer(index + 1) {
                var mark = QuestionMark(ordinal: number)
                mark.end = index + 3
                marks.append((index, mark))
                index += 3
            } else if let mark = QuestionMark(text, at: index, after: opens ? marks.last?.mark.number : nil),
                opens
                    || mark.number == nil && text[index]?.spaceBefore == true
                        // `(b) Of (a), the number with the flag`: it points back.
                        && !marks.contains(where: { $0.mark.letter == mark.letter })
            {
                marks.append((index, mark))
                index = max(mark.end, index + 1)
            } else {
                index += 1
            }
        }
        return marks
    }

    /// `The number of (1) sexual offences and (2) those with a flag`: where brackets number the parts, from 1 on.
    private static func numbersInBrackets(of text: LexedText) -> Set<Int> {
        let found = text.lexemes.indices.filter {
            text.bracketedInteger($0) != nil && text[$0 + 3]?.isWord == true
        }
        let numbers = found.compactMap(text.bracketedInteger)
        return numbers.count > 1 && numbers == Array(1...numbers.count) ? Set(found) : []
    }
}

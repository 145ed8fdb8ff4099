import Vocabulary

/// What stands around and between the numbers of a sentence.
extension Binding {
    /// The inside of the brackets that a lexeme stands in.
    func bracket(around index: Int) -> Range<Int>? {
        // Sentences have many numbers and few brackets: the first that does not stand before.
        var (low, high) = (0, brackets.count)
        while low < high {
            let middle = (low + high) / 2
            if brackets[middle].index < index { low = middle + 1 } else { high = middle }
        }
        guard low > 0, brackets[low - 1].isOpen, let close = brackets[low...].first(where: { !$0.isOpen }) else {
            return nil
        }
        let open = brackets[low - 1].index
        return open + 1..<max(open + 1, close.index)
    }

    /// What stands between two ranges; empty where the second does not follow the first.
    func gap(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> { a.upperBound..<max(a.upperBound, b.lowerBound) }

    /// Several words, or a comma or `and` alone: what follows does not go with what stands before.
    func isApart(_ gap: Range<Int>) -> Bool {
        gap.count > 1
            || !gap.isEmpty && gap.allSatisfy { text[$0]?.kind == .symbol || text.isWord($0, ["and"]) }
    }

    func isDenied(_ range: Range<Int>) -> Bool {
        !range.isEmpty
            && range.contains { text.isWord($0, ["no", "none", "not", "nor", "without", "excluding", "never"]) }
    }

    /// Only commas, `and` and a share in brackets stand between.
    func runsOn(_ a: Range<Int>, to b: Range<Int>) -> Bool {
        var start = a.upperBound
        if text.isSymbol(start, "("), text.isSymbol(start + 2, "%"), text.isSymbol(start + 3, ")") { start += 4 }
        return start < b.lowerBound
            && (start..<b.lowerBound).allSatisfy { text.isSymbol($0, ",") || text.isWord($0, ["and"]) }
    }

    /// `101, 158 and 190`: all of them.
    func runOn(_ numbers: ArraySlice<Range<Int>>) -> Bool {
        zip(numbers, numbers.dropFirst()).allSatisfy { runsOn($0, to: $1) }
    }

    /// A number with no noun of its own: `and 25 in 2016/17`, `to 104 the following year`.
    func isBare(_ number: Range<Int>) -> Bool {
        // `55 and 145 respectively had the flag`: what follows is said of the run.
        if text.isWord(number.upperBound, ["respectively"]),
            text.isWord(number.upperBound + 1, ["had", "carried", "were", "bore", "involved"])
        {
            return false
        }
        guard let next = text[number.upperBound] else { return true }
        if next.text == "(" {
            // `402 (or one in eight) were flagged`: the bracket is passed over.
            var after = number.upperBound
            while let lexeme = text[after], lexeme.text != ")" { after += 1 }
            return text[after + 1] == nil || isBare(number.lowerBound..<after + 1)
        }
        if next.kind == .symbol { return next.text != "%" }
        return [
            "in", "yn", "for", "during", "the", "and", "respectively", "compared", "up", "down", "last", "a", "over",
            "this",
            "that", "between", "against", "then", "to", "from", "at", "previously", "while", "before",
        ].contains(next.text) || next.isNumber
    }
}

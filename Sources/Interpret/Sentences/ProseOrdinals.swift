import Records
import Vocabulary

/// Years told by their place in what was named: the former, the latter, the first of these years.
extension ProseReader {
    /// `458 of the former and 517 of the latter`, `402 in the first of these years`: of the two years named before.
    func formerOrLatter(_ number: Range<Int>, _ text: LexedText, _ focus: Focus, _ own: [Period]) -> Period? {
        if let ordinal = leadingOrdinal(number, text), focus.periods.indices.contains(ordinal) {
            return focus.periods[ordinal]
        }
        let word = number.upperBound + 2
        // `In the second half` is a part of a year, `in the first year (2016/17)` says which itself.
        let isOfYears =
            text.isWord(word - 1, ["the"])
            && (text[word + 1].map { $0.kind == .symbol && $0.text != "(" || ["of", "and", "but"].contains($0.text) }
                ?? true)
        let isFirst = isOfYears && text.isWord(word, ["former", "first"])
        let place = isFirst ? 0 : isOfYears && text.isWord(word, ["latter", "second"]) ? 1 : nil
        return (place ?? ofThose(number, text)).flatMap { place in
            let told = Set(said.values.flatMap(\.periods).filter(\.isWholeYear)).sorted()
            let named = own.count == 2 ? own : focus.periods.count == 2 ? focus.periods : told
            return named.count == 2 ? named[place] : nil
        }
    }

    /// `Of the latter, 118 were images offences and 77 were sexual communication`
    private func ofThose(_ number: Range<Int>, _ text: LexedText) -> Int? {
        var at = number.lowerBound - 1
        while at > 1, !text.isSymbol(at, "."), !text.isSymbol(at, ";") {
            if text.isWord(at, ["latter", "former"]), text.isWord(at - 1, ["the"]), text.isWord(at - 2, ["of"]) {
                return text.isWord(at, ["former"]) ? 0 : 1
            }
            at -= 1
        }
        return nil
    }

    /// `In the first of these years we recorded 69, in the second 75`
    private func leadingOrdinal(_ number: Range<Int>, _ text: LexedText) -> Int? {
        let ordinals = ["first": 0, "former": 0, "second": 1, "latter": 1, "third": 2, "fourth": 3]
        for at in stride(from: number.lowerBound - 1, to: max(0, number.lowerBound - 10), by: -1) {
            guard let place = text.word(at).flatMap({ ordinals[$0] }), text.isWord(at - 1, ["the"]),
                text.isWord(at - 2, ["in", "for", "during"])
            else { continue }
            let isOfYears =
                at + 1 == number.lowerBound
                || text.isWord(at + 1, ["of"]) && text.isWord(at + 2, ["these", "those", "the"])
            return isOfYears ? place : nil
        }
        return nil
    }
}

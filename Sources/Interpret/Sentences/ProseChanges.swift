import Records
import Vocabulary

/// Rises and falls: of which year each of two compared figures is.
extension ProseReader {
    private static let comparisons = Phrases<Bool>([
        "double its total of", "double the total of", "double its figure of", "twice its total of", "compared with",
        "compared to", "as against", "in comparison with", "up from", "down from", "set against", "increase on",
        "rise on", "decrease on", "fall on", "reduction on", "drop on", "increase from", "rise from", "decrease from",
        "fall from",
    ])

    /// `…, compared with …`: what stands between two numbers sets one against the other.
    static func isLikening(_ gap: Range<Int>, _ text: LexedText) -> Bool {
        gap.contains { comparisons.match(text, at: $0)?.end == gap.upperBound }
    }

    /// `Those against girls rose from 20 to 31`, with no year beside either: the two years that the text compares, by figure.
    /// Nil for an end whose year it does not tell.
    func yearsOfChanges(_ figures: [Range<Int>], _ sentence: Sentence, _ usable: [Timed], _ focus: Focus) -> [Int:
        Period?]
    {
        let text = sentence.unit.lexed
        var found: [Int: Period?] = [:]
        let own = Set(usable.compactMap(\.period))
        for index in figures.indices.dropLast() {
            let (first, second) = (figures[index], figures[index + 1])
            let between = first.upperBound..<max(first.upperBound, second.lowerBound)
            // `From 49 to 62 over the same period` dates neither.
            let isOfSpan = (second.upperBound...second.upperBound + 1).contains {
                Self.sameSpan.match(text, at: $0) != nil
            }
            let secondIsDated = usable.contains {
                $0.range.lowerBound >= second.upperBound
                    && $0.range.lowerBound <= second.upperBound + (isOfSpan ? 0 : 3)
            }
            let isDated = secondIsDated || usable.contains { between.contains($0.range.lowerBound) }
            let leads = usable.contains { $0.range.upperBound <= first.lowerBound }
            // `It more than doubled to 219, up from 97 in 2017/18`: the year after, where only the first is told.
            if own.count == 1, let base = own.first, base.isWholeYear, text.isWord(second.lowerBound - 1, ["from"]),
                between.contains(where: { text.isWord($0, ["up", "down"]) }), secondIsDated
            {
                found[index] = focus.period.flatMap { $0 > base ? $0 : nil } ?? base.shifted(years: 1)
                continue
            }
            // `62 in 2018/19, up from 55`, `55 in 2017/18, rising to 62`: of which year the second is, is not said.
            if own.count == 1 || figures.count > 2 && isDated, isDated || leads, !secondIsDated, !isOfSpan,
                Self.endsComparison(second, text),
                Self.isLikening(between, text) || isDated && Self.isRise(between, text)
            {
                found[index + 1] = .some(nil)
                continue
            }
            // `There were 98, up 40 per cent from 70`
            let isUp =
                !isDated && own.isEmpty && between.count <= 8 && text.isWord(second.lowerBound - 1, ["from"])
                && text.isWord(first.upperBound + 1, ["up", "down"])
            if isUp {
                let told = comparedYears(own, focus)
                // Which year the second was is not said.
                (found[index], found[index + 1]) = told.count == 2 ? (told[1], told[0]) : (focus.period, .some(nil))
                continue
            }
            // `Norfolk recorded 152 and then 180`
            let goesOn = between.count == 2 && text.isWord(second.lowerBound - 1, ["then"])
            guard goesOn || text.isWord(first.lowerBound - 1, ["from"]) && text.isWord(second.lowerBound - 1, ["to"]),
                between.count <= 3
            else { continue }
            // `Rose from 55 to 62 in 2018/19`, `in 2015/16 rapes rose from 1 to 2`: from which year is not said.
            if isDated || own.count == 1 && leads {
                if own.count == 1, !goesOn, !isOfSpan { found[index] = .some(nil) }
                continue
            }
            let told = comparedYears(own, focus)
            if own.count == 1, told.count != 2 { continue }
            (found[index], found[index + 1]) = told.count == 2 ? (told[0], told[1]) : (.some(nil), focus.period)
        }
        return found
    }

    /// Behind the number nothing tells what else it may be of: `up from 55.`, `compared with 55 previously`.
    private static func endsComparison(_ number: Range<Int>, _ text: LexedText) -> Bool {
        guard let next = text[number.upperBound] else { return true }
        return next.kind == .symbol && next.text != "(" && next.text != "%"
            || ["previously", "before", "earlier"].contains(next.text)
    }

    /// `…, rising to …`
    private static func isRise(_ gap: Range<Int>, _ text: LexedText) -> Bool {
        text.isWord(gap.upperBound - 1, ["to"])
            && text.isWord(
                gap.upperBound - 2,
                ["rising", "increasing", "climbing", "growing", "falling", "dropping", "decreasing", "up", "down"])
    }

    /// The two years that a text compares, earlier first: those of the sentence, of the sentences before, or the only one it
    /// names and the one that it is about.
    private func comparedYears(_ own: Set<Period>, _ focus: Focus) -> [Period] {
        if own.count == 1, let one = own.first {
            let pair = Set([one, focus.period].compactMap { $0 }).filter(\.isWholeYear).sorted()
            return pair.count == 2 && pair[0].shifted(years: 1) == pair[1] ? pair : []
        }
        let told = (own.isEmpty ? Set(focus.periods) : own).filter(\.isWholeYear).sorted()
        return told.count == 2 ? told : own.isEmpty ? compared : told
    }
}

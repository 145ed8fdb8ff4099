import Records
import Vocabulary

/// Numbers of a sentence that are no figures of the body's, though they look like some.
extension SentenceReading {
    /// `74 carried the flag; this compares with 3,112 in London`: what others have is not for this body to tell.
    mutating func leaveOutOthers() {
        let others = areas.filter { area in !reader.context.senders.contains { area.codes.contains($0.area) } }
        for index in levels.indices.reversed() {
            let number = levels[index].range
            let isCompared =
                text.isWord(number.lowerBound - 1, ["with", "to"])
                && text.isWord(number.lowerBound - 2, ["compares", "compared", "compare"])
            guard isCompared, text.isWord(number.upperBound, ["in", "for", "by"]),
                let other = others.first(where: { $0.range.lowerBound == number.upperBound + 1 })
            else { continue }
            explain(number, "claim")
            levels.remove(at: index)
            areas.removeAll { $0.range == other.range }
        }
    }

    /// `Fewer than 1,000 residents`: nobody hides a number so large; of offences it is a bound.
    mutating func boundLargeNumbers() {
        for index in levels.indices.reversed() where isBeyondHiding(levels[index]) {
            guard countsOffences(levels[index]), case .number(var figure) = levels[index].kind else {
                explain(levels[index].range, "other_count")
                levels.remove(at: index)
                continue
            }
            figure.status = .bounded
            levels[index].kind = .number(figure)
        }
    }

    private func isBeyondHiding(_ level: Mention) -> Bool {
        guard case .number(let figure) = level.kind, figure.status == .suppressed, let high = figure.high else {
            return false
        }
        return high > Quantity(99)
    }

    private func countsOffences(_ level: Mention) -> Bool {
        guard let next = text[level.range.upperBound], next.isWord else {
            // `Published under 15187.`
            return !text.isWord(level.range.lowerBound, ["under", "below"])
        }
        return [
            "sexual", "child", "cyber", "online", "such", "offences", "crimes", "cases", "recorded", "in", "for",
            "with",
            "were", "and",
        ].contains(next.text)
    }
}

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

    /// `According to the Home Office, police recorded 9,000`, `nationally there were 9,042, of which 44 were ours`: what others
    /// count, or all together, is not for this body to tell.
    mutating func leaveOutTheWhole() {
        for index in levels.indices.reversed() {
            let number = levels[index].range
            let start = index > 0 ? levels[index - 1].range.upperBound : sentence.range.lowerBound
            let lead = start..<max(start, number.lowerBound)
            guard let at = lead.last(where: { Self.isOfOutsiders(text, at: $0) }),
                !(at..<number.lowerBound).contains(where: {
                    text.isSymbol($0, ";")
                        || text.isWord($0, ["we", "our", "ours", "while", "whereas", "which", "including", "force"])
                })
            else { continue }
            explain(number, "claim")
            levels.remove(at: index)
        }
    }

    private static func isOfOutsiders(_ text: LexedText, at index: Int) -> Bool {
        if let found = together.match(text, at: index) {
            // `According to the Home Office counting rules` says how it was counted.
            return !text.isWord(index, ["according"]) || text[found.end]?.isWord != true
        }
        return outsiders.match(text, at: index).map { found in
            (found.end..<found.end + 3).contains {
                text.isWord(
                    $0,
                    ["reported", "reports", "published", "publishes", "recorded", "says", "said", "counted", "puts"])
            }
        } ?? false
    }

    private static let outsiders = Phrases<Bool>(outside.map { "the \($0)" })
    private static let together = Phrases<Bool>(
        outside.flatMap { ["according to the \($0)", "according to \($0)"] } + [
            "nationally", "across the country", "across the whole country", "in the whole country",
            "in the country as a whole", "across the uk", "across the whole of the uk", "uk wide",
            "across england and wales", "across all forces", "by all forces", "all police forces",
            "the national figure", "the national total",
        ])
    private static let outside = [
        "home office", "nspcc", "office for national statistics", "ons", "national crime agency", "nca",
        "ministry of justice", "children's commissioner", "government", "media", "press", "bbc",
    ]

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

import Records
import Vocabulary

/// The years and parts of years that a sentence speaks of, and where its last clause begins.
extension Sentence {
    /// The whole years that it names, in order.
    var wholeYears: [Period] { StateReader.periods(mentions).filter(\.isWholeYear) }

    /// The part of a year that its words name: `April to December`, `from October 2015`.
    var coveredPart: PeriodReading? { PeriodRecogniser.coveredPart(lexed, in: 0..<lexed.count) }

    /// The years that it speaks of among these, by name or otherwise.
    func meantYears(of periods: [Period]) -> [Period] {
        let named = wholeYears
        return named.isEmpty ? [yearBefore ?? ordinalYear(of: periods)].compactMap { $0 } : named
    }

    /// `The third year had to come off Athena`, `the first row does not include …`: which of these it speaks of.
    private func ordinalYear(of periods: [Period]) -> Period? {
        let at = lexed.lexemes.indices.prefix(4).first { index in
            Self.ordinals.contains(lexed.word(index) ?? "") && lexed.isWord(index - 1, ["the"])
                && lexed.isWord(index + 1, ["year", "row", "column", "figure", "number", "entry", "line", "count"])
        }
        guard let at, let place = lexed.word(at).flatMap(Self.ordinals.firstIndex) else { return nil }
        let order = Set(periods).sorted()
        return place < Self.ordinals.count - 3 ? order.dropFirst(place).first : order.last
    }

    private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "final"]

    /// What stands behind the last semicolon; all of it where there is none.
    var lastClause: Range<Int> {
        let cut = range.last { unit.lexed.isSymbol($0, ";") }
        return (cut.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    }

    private static let latest = Phrases<Bool>(
        ["latest year", "most recent year", "last year", "current year", "the last is", "the latest is"]
            + ["last", "latest", "final"].flatMap { word in
                ["figure", "number", "count", "total", "row", "column", "year"].map { "the \(word) \($0)" }
                    + ["these", "those"].map { "the \(word) of \($0)" }
            })

    /// Where it names the latest of the years by words: `the last of these periods covers only nine months`.
    var latestYear: Int? { Self.latest.first(in: lexed)?.range.lowerBound }
}

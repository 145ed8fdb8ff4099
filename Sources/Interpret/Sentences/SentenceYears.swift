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
        // `The first of them takes in 2015/16 as well`, which has no figure of its own
        guard named.contains(where: periods.contains) else {
            return (yearBefore ?? ordinalYear(of: periods)).map { [$0] } ?? pairedYears(of: periods) ?? named
        }
        return named
    }

    /// `The third year had to come off Athena`, `the first row does not include …`: which of these it speaks of.
    private func ordinalYear(of periods: [Period]) -> Period? {
        let at = lexed.lexemes.indices.prefix(4).first { index in
            Self.place(lexed.word(index) ?? "") != nil && lexed.isWord(index - 1, ["the"])
                && (lexed.isWord(index + 1, ["year", "row", "column", "figure", "number", "entry", "line", "count"])
                    || lexed.isWord(index + 1, ["of"]) && lexed.isWord(index + 2, ["them", "these", "those"]))
        }
        let order = Set(periods).sorted()
        // `In the middle year nobody had switched the flag on.`
        if order.count == 3, let middle = (0..<4).first(where: { lexed.isWord($0, ["middle"]) }),
            lexed.isWord(middle + 1, ["year", "figure", "number"])
        {
            return order[1]
        }
        guard let at, let place = lexed.word(at).flatMap(Self.place) else { return nil }
        return place < 0 ? order.last : order.dropFirst(place).first
    }

    /// `The first pair are a split down the middle`, `the last two are ours`
    private func pairedYears(of periods: [Period]) -> [Period]? {
        guard lexed.isWord(0, ["the"]), lexed.isWord(1, ["first", "last"]), lexed.isWord(2, ["pair", "two"]),
            lexed.isWord(3, ["are", "were", "come", "came", "have", "had", "lines", "rows", "years", "figures"])
        else { return nil }
        let order = Set(periods).sorted()
        return Array(lexed.isWord(1, ["first"]) ? order.prefix(2) : order.suffix(2))
    }

    /// How many stand before it; below zero for the last.
    private static func place(_ ordinal: String) -> Int? {
        switch ordinal {
        case "top": 0
        case "last", "latest", "final", "bottom": -1
        default: ["first", "second", "third", "fourth", "fifth", "sixth"].firstIndex(of: ordinal)
        }
    }

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

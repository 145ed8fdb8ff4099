import Records
import Vocabulary

/// The years and parts of years that a sentence speaks of, and where its last clause begins.
extension Sentence {
    /// The whole years that it names, in order.
    var wholeYears: [Period] { StateReader.periods(mentions).filter(\.isWholeYear) }

    /// The part of a year that its words name: `April to December`, `from October 2015`.
    var coveredPart: PeriodReading? { PeriodRecogniser.coveredPart(lexed, in: 0..<lexed.count) }

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

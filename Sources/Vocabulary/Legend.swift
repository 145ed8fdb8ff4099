import Records

/// What one document says its markers mean; a marker it does not explain means nothing.
package struct Legend: Sendable {
    package enum Meaning: Hashable, Sendable {
        case hidden(low: Int?, high: Int?)
        case zero
        case state(Status, reason: String)
        /// Marks a figure without hiding it: `[p]`, `[e]`, `[r]`.
        case quality(Status)
        case footnote
    }

    package private(set) var meanings: [String: Meaning] = [:]
    /// The part of a year that a marked header covers: `* 1 January to 30 September 2018 only`.
    package private(set) var periods: [String: PeriodReading] = [:]
    /// Figures are rounded to multiples of this.
    package private(set) var roundedTo: Int?
    /// Hidden figures up to this are said to be no zeros: `Where a figure is below 5 (but not nil) it has been withheld`.
    package private(set) var hiddenAboveZero: Int?
    /// Blank cells are said to be zeros.
    package var blank: Meaning? { meanings[""] }

    package init() {}

    package subscript(marker: String) -> Meaning? { meanings[marker] }

    /// Takes up what a text says of markers; gives the sentences that said something.
    @discardableResult
    package mutating func learn(_ text: LexedText) -> [Range<Int>] {
        roundedTo = Self.rounding(in: text) ?? roundedTo
        hiddenAboveZero = hiddenAboveZero ?? LegendReader.hiddenAboveZero(text)
        for (marker, end) in LegendReader.notes(in: text) where periods[marker] == nil {
            periods[marker] = PeriodRecogniser.match(text, at: end)?.value ?? LegendReader.part(in: text, from: end)
        }
        var learned: [Range<Int>] = []
        for definition in LegendReader.definitions(in: text) where meanings[definition.marker] == nil {
            meanings[definition.marker] = definition.meaning
            if !learned.contains(definition.sentence) { learned.append(definition.sentence) }
        }
        return learned
    }

    /// The base of `rounded to the nearest 5`, `60 (to the nearest ten)`, `to nearest 5`.
    package static func rounding(in text: LexedText) -> Int? {
        var found: Int?
        for index in 0..<text.count
        where text.isWord(index, ["rounded", "rounding"]) && !text.isWord(index - 1, ["not"])
            || text.isWord(index, ["to"]) && !text.isWord(index - 2, ["not"])
                && (text.isWord(index + 1, ["nearest"])
                    || text.isWord(index + 1, ["the"]) && text.isWord(index + 2, ["nearest"]))
        {
            for next in index..<min(index + 9, text.count)
            where text.isWord(next, ["nearest", "base", "multiple", "multiples"]) {
                for at in next + 1..<min(next + 4, text.count) {
                    if let base = text.integer(at) ?? CardinalWords.match(text, at: at)?.value
                        ?? (text.isWord(at, ["hundred"]) ? 100 : nil),
                        [3, 5, 10, 20, 50, 100].contains(base), !text.isSymbol(at + 1, "%")
                    {
                        found = base
                    }
                }
            }
        }
        return found
    }
}

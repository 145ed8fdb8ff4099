/// What tells offences apart more finely than is asked for: places within a force, outcomes, platforms, the sex of people.
package enum FinerCategory {
    /// Headers of columns that list such categories.
    package static let heads: Set<String> = places.union([
        "outcome", "outcomes", "disposal", "disposals", "finalisation", "platform", "platforms", "app", "site",
        "ethnicity", "relationship", "location", "modus", "device", "nationality",
    ])

    private static let places: Set<String> = [
        "division", "divisions", "district", "districts", "borough", "boroughs", "bcu", "lpu", "lpa", "csp", "ward",
        "wards", "beat", "station", "sector", "precinct", "locality", "town", "towns", "command", "neighbourhood",
        "npu", "npus", "npt", "npts", "lpt", "lpts",
    ]

    /// `Sex of victim`, `Gender`; not `Child sex offences`.
    package static func namesSex(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["gender"])
                || text.isWord(index, ["sex"])
                    && !text.isWord(
                        index + 1, ["offence", "offences", "crime", "crimes", "offending", "abuse", "attacks"])
        }
    }

    /// `division`, `district` …
    package static func isPlace(_ word: String) -> Bool { places.contains(word) }

    /// `For that division alone`, `Brighton district only`: figures of a part of the force.
    package static func isOfPartAlone(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, places)
                && (text.isWord(index + 1, ["alone", "only"])
                    || text.isWord(index - 1, ["that", "this", "one"]) && text.isWord(index - 2, ["only", "just"]))
        }
    }

    /// `The whole of Cumbria`, `force-wide`: not of a part, whatever heading stands above.
    package static func isOfWhole(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["whole", "forcewide", "entire"])
                || text.isWord(index, ["wide"]) && text.isWord(index - 2, ["force", "constabulary", "county"])
        }
    }

    /// `Southampton and Portsmouth districts:`, `B) City of Stoke only: …`: a heading over figures of a part of the force.
    package static func headsPart(_ text: LexedText, _ lexicon: Lexicon) -> Bool {
        // `Middlesbrough district (a part of the force)`
        let end =
            text.lexemes.indices.first { text.isSymbol($0, ":") || $0 > 0 && text.isSymbol($0, "(") } ?? text.count
        let words = (0..<end).filter { text[$0]?.isWord == true }
        guard words.count <= 8, let last = words.last else { return false }
        let isOnly = text.isWord(last, ["only", "alone"])
        let named = words.filter {
            text.word($0).map { !PlainWords.has($0) && !places.contains($0) && $0 != "city" } ?? false
        }
        guard let first = named.first, let name = named.last,
            text.raw(lexemes: name..<name + 1).first?.isUppercase == true,
            // `Kent area only` is all of Kent, `Leicester city area only` not all of Leicestershire.
            text.isWord(name + 1, places) || text.isWord(name + 1, ["city"])
                || AreaRecogniser.whole(LexedText(text.raw(lexemes: first..<name + 1)), in: lexicon) == nil
        else { return false }
        return isOnly
            ? words.contains { text.isWord($0, places) || text.isWord($0, ["area", "city"]) }
            : text.isWord(last, places)
    }
}

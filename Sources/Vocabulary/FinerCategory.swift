/// What tells offences apart more finely than is asked for: places within a force, outcomes, platforms, the sex of people.
package enum FinerCategory {
    /// Headers of columns that list such categories.
    package static let heads: Set<String> = places.union([
        "outcome", "outcomes", "disposal", "disposals", "finalisation", "platform", "platforms", "app", "site", "sex",
        "gender", "ethnicity", "relationship", "location", "modus", "device", "nationality",
    ])

    private static let places: Set<String> = [
        "division", "divisions", "district", "districts", "borough", "boroughs", "bcu", "lpu", "lpa", "csp", "ward",
        "wards", "beat", "station", "sector", "precinct", "locality", "town", "towns", "command", "neighbourhood",
    ]

    /// `For that division alone`, `Brighton district only`: figures of a part of the force.
    package static func isOfPartAlone(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, places)
                && (text.isWord(index + 1, ["alone", "only"])
                    || text.isWord(index - 1, ["that", "this", "one"]) && text.isWord(index - 2, ["only", "just"]))
        }
    }
}

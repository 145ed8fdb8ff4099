/// Places within a police force, by the words for them.
package enum Locality {
    /// Headers of columns that list such places.
    package static let heads: Set<String> = [
        "division", "divisions", "district", "districts", "borough", "boroughs", "bcu", "lpu", "lpa", "csp", "ward",
        "wards", "beat", "station", "sector", "precinct", "locality", "town", "towns", "command", "neighbourhood",
    ]

    /// `For that division alone`, `Brighton district only`: figures of a part of the force.
    package static func isAlone(in text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, heads)
                && (text.isWord(index + 1, ["alone", "only"])
                    || text.isWord(index - 1, ["that", "this", "one"]) && text.isWord(index - 2, ["only", "just"]))
        }
    }
}

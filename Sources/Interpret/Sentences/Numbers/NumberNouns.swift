import Vocabulary

/// Numbers told by their nouns: `38 forces`, `40 of 44 forces`, `14 staff`.
extension SpokenNumber {
    var noun: NumberRole {
        // `The totals for the two previous years were 85 and 94`
        if follows(0, ["previous", "preceding", "earlier", "prior"]), follows(1, ["years"]) {
            return .other("duration")
        }
        // The first noun after the number, past its adjectives.
        var index = range.upperBound
        var steps = 0
        while steps < 6, index < sentence.upperBound, let lexeme = text[index] {
            if lexeme.kind == .symbol, !["-", "'"].contains(lexeme.text) { break }
            if NumberRole.nouns.contains(lexeme.text) { return steps <= 3 ? .forces : .level }
            if text.isWord(index, ["of", "out"]),
                let after = NoiseNumber.end(text, text.isWord(index + 1, ["of"]) ? index + 2 : index + 1), steps == 0
            {
                var at = after
                while text.isWord(at, ["the", "police", "uk", "territorial"]) { at += 1 }
                if text.isWord(at, NumberRole.nouns) { return .forces }
            }
            // `… all 43 forces, and 39 replied`
            if steps == 0, text.isWord(index, ["replied", "answered", "responded"]),
                sentence.contains(where: { text.isWord($0, NumberRole.nouns) })
            {
                return .forces
            }
            // `36 of them supplied data`
            if steps == 0, text.isWord(index, ["of"]), text.isWord(index + 1, ["them", "these", "those", "which"]),
                text.isWord(index + 2, NumberRole.replying)
            {
                return .forces
            }
            if text.isWord(index, ["of"]), text.isWord(index + 1, ["the", "our", "its", "their"]),
                let after = NoiseNumber.end(text, index + 2)
            {
                if text.isWord(after, NumberRole.nouns)
                    || text.isWord(after, ["police"]) && text.isWord(after + 1, NumberRole.nouns)
                {
                    return .forces
                }
                // `31 of the 48 months`, `three of our seven staff`
                if let other = text.word(after).flatMap({ NumberRole.others[$0] }), other != "records" {
                    return .other(other)
                }
                if steps == 0, isChecked(index + 2) { return .other("records") }
            }
            // `289 three years later`: the years belong to the next number.
            if lexeme.isNumber || CardinalWords.match(text, at: index) != nil { break }
            if let other = NumberRole.others[lexeme.text] {
                if isByTime(index) { return .other(other) }
                // `There were 5,400 records in the period. At 3 minutes per record …`
                let around = sentence.lowerBound..<min(text.count, sentence.upperBound + 40)
                if lexeme.text == "records",
                    around.allSatisfy({
                        !text.isWord(
                            $0,
                            [
                                "read", "searched", "reviewed", "reviewing", "manually", "hand", "examined", "manual",
                                "search", "checked", "opened", "trawl", "take", "takes", "opening", "involved",
                                "hours", "minutes",
                            ])
                    })
                {
                    return .level
                }
                if ["people", "adults"].contains(lexeme.text), steps > 1 { return .level }
                return .other(other)
            }
            if [
                "offences", "crimes", "victims", "incidents", "cases", "reports", "children", "in", "were", "was",
                "for", "during", "had", "with", "the", "previous", "a", "this", "that", "which", "and", "last",
            ].contains(lexeme.text) {
                break
            }
            index += 1
            steps += 1
        }
        let costs = ["manually", "hand", "searched", "trawl", "retrieve", "retrieval"]
        if follows(0, ["crime", "crimes", "offence", "offences", "cases", "incidents"]),
            // `With some 90 crimes left to check`, `who tested 150 crimes`
            sentence.contains(where: { text.isWord($0, costs) }) || leads(1, ["tested", "audited"])
                || follows(1, ["left", "still", "yet"]) && text.isWord(range.upperBound + 2, ["to"])
        {
            return .other("records")
        }
        return .level
    }
    /// `Our registrar checks 60 records a quarter. The flag was right on 57 of the 60.`
    private func isChecked(_ number: Int) -> Bool {
        (0..<number).contains { text[$0]?.text == text[number]?.text && isByTime($0 + 1) }
    }

    /// `Records a quarter`, `crimes every month`
    private func isByTime(_ noun: Int) -> Bool {
        text.isWord(noun, ["records", "crimes", "offences", "cases"])
            && text.isWord(noun + 1, ["a", "each", "every", "per"])
            && text.isWord(noun + 2, ["day", "week", "month", "quarter", "year"])
    }
}

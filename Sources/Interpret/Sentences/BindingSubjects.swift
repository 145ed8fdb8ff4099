import Vocabulary

/// Which body a number belongs to.
extension Binding {
    /// The subject of a clause stands before its numbers: `Kent recorded 63 and Northumbria 98`.
    func pairSubjects(_ numbers: [Range<Int>], _ subjects: [Range<Int>]) -> [Int?] {
        if (text.lexemes.contains { $0.text == "respectively" }), numbers.count.isMultiple(of: subjects.count) {
            return numbers.indices.map { $0 % subjects.count }
        }
        return numbers.map { number in
            // `63 offences in Kent and 98 in Northumbria` names the place right after the number.
            if let after = subjects.indices.first(where: {
                subjects[$0].lowerBound >= number.upperBound && subjects[$0].lowerBound - number.upperBound <= 3
                    && !gap(number, subjects[$0]).contains(where: {
                        text.isSymbol($0, ",") || text.isSymbol($0, ";")
                            || text.isWord($0, ["while", "whereas", "and"])
                    })
            }),
                text.isWord(subjects[after].lowerBound - 1, ["in", "by", "for", "across"])
                    || text.isWord(subjects[after].lowerBound - 1, ["the"])
            {
                return after
            }
            return subjects.indices.last { subjects[$0].upperBound <= number.lowerBound } ?? subjects.indices.first
        }
    }
}

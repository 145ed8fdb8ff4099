import Records
import Vocabulary

/// Sentences that turn what figures say, told by two words of theirs, in whatever phrase they stand: adults and counted, calendar
/// and years, projected. By them alone nobody can be sure; a person is told.
enum TurningNote {
    /// A word of each, and none of the last.
    private static let pairs: [(first: Set<String>, second: Set<String>, but: Set<String>)] = [
        (
            ["adult", "adults"], ["counted", "included", "include", "includes", "too", "also", "well", "among"],
            ["excluded", "excludes", "exclude", "removed", "omitted", "separately", "apart", "besides"]
        ),
        (["female", "male", "girls", "boys"], ["only", "alone"], ["and"]),
        (["combined", "jointly", "joint"], ["forces", "constabularies"], ["each", "unit", "team", "department"]),
        (
            ["cancelled", "crimed", "duplicates"], ["retained", "kept", "remain", "included", "in"],
            ["removed", "excluded", "out", "not", "since", "excludes", "excluding", "exclude", "omitted", "left"]
        ),
        (["keyword", "keywords", "terms", "words"], ["instead", "rather"], []),
        (
            ["removed", "excluded", "omitted"], ["recent", "historic", "historical", "reported"],
            ["crime", "duplicate"]
        ),
        (["mandatory", "compulsory"], ["months"], []),
    ]
    private static let alone: Set<String> = ["projected", "extrapolated", "annualised", "prorated"]
    private static let months: Set<String> = ["january", "october", "september", "july"]

    /// What the figures of a list or a table may count otherwise.
    static func isOne(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        guard CountingNote.isShort(sentence) else { return false }
        let isPaired = pairs.contains { pair in
            !words.isDisjoint(with: pair.first) && !words.isDisjoint(with: pair.second)
                && words.isDisjoint(with: pair.but)
        }
        return isPaired || !words.isDisjoint(with: alone) || words.isSuperset(of: ["left", "in", "cancelled"])
            || isOfVictims(sentence.lexed) || isOfAges(sentence, words)
    }

    /// `Our system reports by calendar year`, `a year begins on 1 October`: years that are no financial ones.
    static func isOfOtherYears(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        guard CountingNote.isShort(sentence), !words.isDisjoint(with: ["year", "years"]) else { return false }
        if words.contains("calendar") {
            return words.isDisjoint(with: ["financial", "not", "rather", "than", "april"])
        }
        return !words.isDisjoint(with: months) && words.isDisjoint(with: ["april", "apr", "march", "financial"])
            && !words.isDisjoint(with: ["begins", "begin", "starts", "start", "runs", "run"])
    }

    /// `The numbers above are of victims, not of crimes`
    private static func isOfVictims(_ text: LexedText) -> Bool {
        text.words.contains { ["victims", "people", "children", "incidents", "reports", "lines"].contains($0) }
            && text.lexemes.indices.contains { index in
                text.isWord(index, ["not"])
                    && (index + 1..<index + 3).contains { text.isWord($0, ["crimes", "offences"]) }
            }
    }

    /// `Victims aged 16 and 17 are not counted in the above`, `we used victims aged 18 and under`
    private static func isOfAges(_ sentence: Sentence, _ words: Set<String>) -> Bool {
        sentence.mentions.contains { mention in
            if case .age(let age) = mention.kind { age != .all && !age.isUnknown } else { false }
        } && !words.isDisjoint(with: ["victim", "victims"])
            && !words.isDisjoint(with: ["only", "used", "not"])
            && !words.isDisjoint(with: ["counted", "above", "used", "included"])
    }
}

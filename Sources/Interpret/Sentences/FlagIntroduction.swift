import Records
import Vocabulary

/// Says when the flag came into use: `The cyber flag was introduced in October 2016`.
enum FlagIntroduction {
    private static let words: Set<String> = [
        "introduced", "implemented", "launched", "adopted", "live", "began", "started", "rolled",
    ]

    /// `Has only been available since 1 April 2017`, `it was not possible to record the flag before 1 April 2016`
    private static func isOpened(_ text: LexedText) -> Bool {
        let words = Set(text.words)
        return words.contains("available") && !words.isDisjoint(with: ["since", "from", "until", "before"])
            || words.isSuperset(of: ["possible", "not", "before"])
            || words.isSuperset(of: ["exist", "not", "before"])
            // `The flag could not be applied before the software release of 1 September 2015`
            || words.isSuperset(of: ["could", "not", "be", "before"])
                && !words.isDisjoint(with: ["applied", "used", "set", "added"])
            // `Our officers first had the flag on 1 October 2015`, `the tag came in on 1 April 2017`
            || zip(text.words, text.words.dropFirst()).contains { first, second in
                first == "first" && ["had", "used", "applied"].contains(second)
                    || first == "came" && ["in", "into"].contains(second)
                    || first == "switched" && second == "on"
            }
    }

    /// The first day on which the flag was used; nil for a sentence that does not say.
    static func start(in sentence: Sentence) -> CivilDate? {
        let text = sentence.lexed
        guard sentence.role == .statement,
            text.words.contains(where: {
                ["flag", "flagging", "marker", "keyword", "qualifier", "tag", "box"].contains($0)
            }),
            text.words.contains(where: words.contains) || isOpened(text),
            // `Flagging began in earnest in September 2015`: some were flagged before.
            !text.words.contains("earnest"), !namesFigure(sentence)
        else { return nil }
        let dates = sentence.mentions.compactMap { mention -> CivilDate? in
            guard case .period(let reading) = mention.kind else { return nil }
            switch reading {
            case .date(let date): return date
            case .period(let period), .weak(let period): return period.days <= 31 ? period.start : nil
            default: return nil
            }
        }
        // `On 1 October 2017, and the 29 are those flagged from that day until 31 March 2018`
        let isUntilEnd = dates.count == 2 && dates[1].month == 3 && dates[1].day == 31 && dates[0] < dates[1]
        return dates.count == 1 || isUntilEnd ? dates.first : nil
    }

    /// Other than one told before: `the 29`.
    private static func namesFigure(_ sentence: Sentence) -> Bool {
        sentence.mentions.contains { mention in
            if case .number = mention.kind {
                !sentence.unit.lexed.isWord(mention.range.lowerBound - 1, ["the", "those", "these"])
            } else {
                false
            }
        }
    }
}

import Records
import Vocabulary

/// A sentence beside figures in words that officers do not use of what changes nothing: `a pensioner will be in there along with a
/// toddler`. What it says nobody here reads; a person is told.
enum UnfamiliarNote {
    /// What speaks of the law, of the request, or of where to turn.
    private static let elsewhere: Set<String> = [
        "act", "section", "sections", "exemption", "exempt", "request", "requests", "review", "complaint", "complaints",
        "commissioner", "copyright", "reproduction", "permission", "response", "responses", "website", "www",
        "helpline", "email",
        "told",
        "applicant", "may", "might", "apologies", "apologise", "sorry", "you've",
    ]

    /// What officers write of single figures without changing them.
    private static let topics: Set<String> = [
        "provisional", "final", "recorded", "record", "records", "flag", "flagged", "marker", "extracted", "revised",
        "review", "audit", "statistics", "published", "data", "victim", "victims", "crime", "crimes", "offence",
        "offences", "months", "held", "refused", "system", "reply", "letter", "question", "financial", "small", "low",
        "right", "true", "explain", "convenience", "change", "average", "affected", "available", "asked", "prepared",
        "provide", "ready", "closed", "passenger", "journeys", "rail", "applied", "follows", "wish", "hidden",
        "withheld",
        "suppressed",
    ]

    /// `told` are the figures around it: whoever names another number speaks of something else. A note on some of them alone
    /// (`isPointed`) is there to say something of them: on none of the usual topics, or with one word that is not familiar, it is one.
    static func isOne(_ sentence: Sentence, beside told: Set<Quantity>, isPointed: Bool) -> Bool {
        let text = sentence.lexed
        let words = Set(text.words)
        guard CountingNote.isShort(sentence, beside: told), !text.isWord(0, ["you"]),
            words.isDisjoint(with: elsewhere),
            // `By way of context, our counties make up half of Wales`
            text.words.prefix(4).allSatisfy({ $0 != "context" && $0 != "background" }),
            // An address on the net is no sentence.
            !text.lexemes.indices.contains(where: { text.isSymbol($0, "@") })
        else { return false }
        let strange = FamiliarWords.unfamiliar(in: text).count
        guard isPointed else { return strange > 1 }
        // `In the middle year nobody at this force had switched the flag on yet`
        let isWithoutFlag =
            !words.isDisjoint(with: ["flag", "marker", "tag", "box"])
            && !words.isDisjoint(with: ["nobody", "nothing", "never"])
        let isOffTopic =
            sentence.wordsBesideTime > 3 && words.isDisjoint(with: topics) && sentence.coveredPart == nil
            && StateRecogniser.read(text, regime: .foia) == nil
        return strange > 0 || isOffTopic || isWithoutFlag
    }
}

extension Sentence {
    /// `These are …`, `some of these …`: the figures beside it are what it speaks of; not `these are unaudited`.
    var speaksOfFigures: Bool {
        if lexed.isWord(1, ["of"]) {
            return lexed.isWord(0, ["some", "many", "most", "few", "half"])
                && lexed.isWord(2, ["these", "those", "them"])
        }
        return lexed.isWord(0, ["these", "those"]) && lexed.isWord(1, ["are", "were"])
            && !(lexed.word(2).map(UnreadNote.isHarmless) ?? true)
    }

    /// `Some of the victims …`, `the numbers …`, `they …`: what was counted, or how.
    var opensWithWhatIsCounted: Bool {
        lexed.words.prefix(4).contains {
            [
                "victims", "offences", "crimes", "figures", "numbers", "totals", "these", "those", "them", "they",
                "adults", "half",
            ].contains($0)
        }
    }

    /// How many words it has that are of no period: none in `1 April 2020 to 31 March 2021`.
    fileprivate var wordsBesideTime: Int {
        let times = mentions.filter { if case .period = $0.kind { true } else { false } }.map(\.range)
        return range.count { index in unit.lexed[index]?.isWord == true && !times.contains { $0.contains(index) } }
    }
}

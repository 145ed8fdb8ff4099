import Records
import Vocabulary

/// What a sentence says of the flag itself: that there is none, that nobody can search by it, that it is hardly used.
extension Sentence {
    private static let noFlag = Phrases<Bool>([
        "has no cyber flag", "have no cyber flag", "has no such flag", "have no such flag", "has no flag for",
        "have no flag for", "flag was not applied as", "flag was not used as", "not applied as a filter",
        "not used as a filter",
    ])

    /// `Our crime system has no cyber flag and never had one`, `we do not use the flag`.
    var saysThereIsNoFlag: Bool {
        Self.noFlag.occurs(in: lexed)
            || lexed.lexemes.indices.contains { index in
                lexed.isWord(index, ["not", "doesn't", "don't", "never"])
                    && lexed.isWord(index + 1, ["use", "have", "operate", "record", "apply", "employ", "used"])
                    && (index + 2..<index + 8).contains { lexed.isWord($0, ["flag", "flags", "marker", "markers"]) }
            }
                // When the flag came is another matter.
                && !lexed.words.contains { ["before", "until", "prior"].contains($0) }
    }

    /// `It was being trialled during 2015/16`, `officers had not been trained to use the flag`: not in full use.
    var saysFlagIsOnTrial: Bool {
        let words = Set(lexed.words)
        let tells = mentions.contains { mention in
            if case .number(let figure) = mention.kind { figure.value != .zero } else { false }
        }
        return role == .statement && !tells && !words.isDisjoint(with: ["flag", "marker", "flagging"])
            && !words.isDisjoint(with: [
                "trial", "trialled", "trialed", "trialling", "pilot", "piloted", "piloting", "trained", "untrained",
            ])
    }

    /// `Our system cannot separate those with the flag`: the figures are of all, whatever stands above them.
    var cannotTellFlagApart: Bool {
        let words = Set(lexed.words)
        // `As the flag cannot be searched we supply instead all sexual offences`
        // `we could not search on the flag and so gave every crime of this kind`
        let isReplaced =
            !words.isDisjoint(with: ["search", "searched"])
            && (words.contains("instead")
                || !words.isDisjoint(with: ["every", "all"])
                    && !words.isDisjoint(with: ["gave", "give", "given", "supply"]))
        let isDenied =
            !words.isDisjoint(with: ["cannot", "unable", "can't"])
            || zip(lexed.words, lexed.words.dropFirst()).contains { $0 == "could" && $1 == "not" }
        return role == .statement && !words.isDisjoint(with: ["flag", "marker", "flagged"]) && isDenied
            && (isReplaced || !words.isDisjoint(with: ["separate", "distinguish", "isolate"])) && !namesNumber
            // `We are unable to separate those with the flag by age`
            && !StateReader.breakdowns.occurs(in: lexed)
    }

    /// Where a clause ends behind which another speaks of something else.
    private var clauseEnd: Int? {
        lexed.lexemes.indices.first { index in
            lexed.isSymbol(index, ";")
                || lexed.isSymbol(index, ",") && lexed.isWord(index + 1, ["but", "although", "though"])
        }
    }

    /// Where the words begin that go with figures: `we are unable to say how many were flagged, but there were 1,204` says
    /// nothing of them before its `but`.
    var answerStart: Int {
        guard let clauseEnd, saysNothingIsHeld else { return range.lowerBound }
        return range.lowerBound + clauseEnd
    }

    /// `We hold no information on the cyber flag`, of no year: what follows in another clause is all there is.
    private var saysNothingIsHeld: Bool {
        let clause = clauseEnd.map { LexedText(lexed.raw(lexemes: 0..<$0)) } ?? lexed
        let words = Set(clause.words)
        var isHeld: Bool { StateRecogniser.read(clause, regime: .foia)?.status != .notHeld }
        let isSaid =
            words.isDisjoint(with: ["cannot", "unable", "can't"]) || words.isDisjoint(with: ["say", "tell", "state"])
        return !words.isDisjoint(with: ["flag", "flagged", "marker"]) && !(isSaid && isHeld)
            // `This cannot be pulled for flagged crimes`: what was asked there.
            && !clause.isWord(0, ["this", "that", "it", "these"])
            // `It was not in use in that year`
            && words.isDisjoint(with: ["year", "years", "time", "before", "until", "then", "prior", "yet", "period"])
            && clause.lexemes.indices.allSatisfy { PeriodRecogniser.match(clause, at: $0)?.value.period == nil }
    }

    /// `Our system cannot search by flag.`
    var deniesFlag: Bool {
        let words = Set(lexed.words)
        return saysThereIsNoFlag || role == .statement && saysNothingIsHeld
            || role == .statement && !words.isDisjoint(with: ["flag", "flags", "marker", "qualifier", "keyword"])
                && !words.isDisjoint(with: ["cannot", "unable", "can't"])
                && !words.isDisjoint(with: [
                    "separate", "distinguish", "search", "searched", "searchable", "report", "identify", "retrieve",
                    "extract",
                ])
    }

    private static let underUsed = Phrases<Bool>([
        "under used", "underused", "may be under", "inconsistently", "under recorded", "not consistently",
        "not been used consistently", "hardly used", "rarely used", "not always", "under reported", "seldom used",
        "not routinely", "not regularly used", "not been applied", "forgot", "forget", "forgotten",
    ])

    /// `The flag may be under-used`: a caveat on every flagged figure.
    var saysFlagIsUnderUsed: Bool {
        Self.underUsed.occurs(in: lexed)
            && lexed.words.contains {
                ["flag", "flags", "marker", "keyword", "tag", "qualifier", "flagging"].contains($0)
            }
    }
}

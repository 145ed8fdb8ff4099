import Records
import Vocabulary

/// Sentences beside figures with a word that nearly always turns what they say: adults, boys, calendar, estimated, transposed. By the
/// word alone nobody can be sure; a person is told.
enum TurningNote {
    /// What is counted.
    private static let units: Set<String> = [
        "incidents", "incident", "arrests", "charges", "cautions", "detections", "outcomes", "suspect", "suspects",
        "suspect's",
        "offenders", "offender", "perpetrators", "referrals", "unique", "adults", "adult", "grown", "boys",
        "girls", "male", "female", "principal",
    ]
    /// How firm it is.
    private static let firmness: Set<String> = [
        "estimate", "estimates", "estimated", "guess", "survey", "projection", "projected", "extrapolated",
        "annualised", "prorated", "sample", "sampled", "memory", "wrong", "mistaken", "incorrect", "inaccurate",
        "overstated", "understated", "transposed", "swap", "swapped", "recounted", "confidence", "doubtful",
        "unreliable",
        "fictitious", "dummy", "embargo", "press", "newspaper", "article", "copied", "multiply", "divide",
        "multiplied", "multiplying", "divided", "thousands", "hundreds", "duplicates", "duplicate", "twice",
        "superseded", "draft",
        "missed", "fresh", "academic", "shares", "deed", "culprit", "culprits",
    ]
    /// Which part of it is there, by which flag or in which time.
    private static let parts: Set<String> = [
        "missing", "omitted", "absent", "lost", "outstanding", "server", "hub", "hubs", "neighbour", "neighbours",
        "neighbouring", "partly", "filter", "combined", "jointly", "exploitation", "domestic", "words", "calendar",
    ]
    private static let turning = units.union(firmness).union(parts)

    /// What speaks of the request, of another answer, of the law, of the flag's use, or of how figures are shown and compared.
    private static let elsewhere = CountingNote.elsewhere.subtracting(["calendar", "should", "light", "had"]).union([
        "training", "trained", "awareness", "gender", "sex", "rise", "increase", "increased", "growth", "drop", "fall",
        "attributed",
        "compare",
        "compared", "comparison", "comparable", "told", "sent", "supplied", "answer", "answers", "asked", "copyright",
        "website", "www", "charity", "advice", "support", "helpline", "victim's", "april", "annual", "shown", "rounded",
        "once", "open",
    ])
    /// What nobody would have counted is rightly left out.
    private static let denials: Set<String> = [
        "not", "no", "none", "excluded", "excludes", "exclude", "excluding", "removed", "omitted", "out", "without",
        "never", "nor",
    ]
    private static let nobodys: Set<String> = [
        "adults", "adult", "duplicates", "duplicate", "twice", "charges", "estimate", "estimates", "lost", "missing",
    ]

    /// `told` are the figures around it, which it may point at by their values.
    static func isOne(_ sentence: Sentence, beside told: Set<Quantity>) -> Bool {
        let words = Set(sentence.lexed.words)
        return CountingNote.isShort(sentence, beside: told)
            // `Only those for which somebody was taken to court`
            && (sentence.lexed.isWord(0, ["only"]) || isPaired(words) || isOfEachChild(words) || isOfDeed(words)
                || isLeftOut(sentence, words)
                || isOfAges(sentence, words) || takesInAdults(sentence, words) || turns(sentence.lexed, words)
                || isOfPlace(sentence))
            || sentence.role == .statement && isOfOlder(sentence.lexed, words)
    }

    /// `"Children" here goes up to and including the age of 20`
    private static func isOfOlder(_ text: LexedText, _ words: Set<String>) -> Bool {
        !words.isDisjoint(with: ["child", "children", "young"]) && !words.isDisjoint(with: ["age", "aged", "years"])
            && text.lexemes.indices.contains { index in
                (19...25).contains(text.integer(index) ?? 0)
                    && text.isWord(index - 1, ["of", "to", "aged", "is", "than"])
            }
    }

    /// `The following were recorded by Doncaster`, `Bournemouth answers for itself.`
    private static func isOfPlace(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        let offset = sentence.range.lowerBound
        func isPlace(_ index: Int) -> Bool {
            ScopeNote.isName(index, text) && !sentence.mentions.contains { $0.range.contains(index + offset) }
        }
        return text.isWord(1, ["answers", "replies", "reports"]) && text.isWord(2, ["for"]) && isPlace(0)
            || text.lexemes.indices.contains { index in
                text.isWord(index, ["recorded"]) && text.isWord(index + 1, ["by"]) && isPlace(index + 2)
            }
    }

    private static func turns(_ text: LexedText, _ words: Set<String>) -> Bool {
        let found = words.intersection(turning)
        var legend = Legend()
        return !found.isEmpty && words.isDisjoint(with: elsewhere)
            && (words.isDisjoint(with: denials) || !found.isSubset(of: nobodys)) && legend.learn(text).isEmpty
    }

    /// Words that turn figures two together, and none of the last.
    private static let pairs: [(first: Set<String>, second: Set<String>, but: Set<String>)] = [
        (
            ["adult", "adults"], ["counted", "included", "include", "includes", "too", "also", "well", "among"],
            ["excluded", "excludes", "exclude", "removed", "omitted", "separately", "apart", "besides"]
        ),
        (
            ["cancelled", "crimed"], ["retained", "kept", "remain", "included", "in"],
            ["removed", "excluded", "out", "not", "since", "excludes", "excluding", "exclude", "omitted"]
        ),
        (["mandatory", "compulsory"], ["months"], []),
        // `Most had nothing to do with the internet`, `a split down the middle of one figure`
        (["nothing"], ["internet", "online", "web", "computer", "computers", "cyber"], ["not"]),
        (["split", "halved"], ["middle", "half", "equally", "evenly"], ["by"]),
        // `We would not put our name to these numbers.`, `what I pasted in belongs to Bedfordshire`
        (["name"], ["put"], ["request", "reply", "letter"]),
        (["belongs", "belong"], ["pasted", "above", "column", "figures", "numbers"], ["group", "class"]),
        // `What was then written up as crime is another matter`, `it is what we had expected to see`
        (["another", "different"], ["matter"], ["request", "letter", "reply", "held"]),
        (
            ["expected", "hoped", "budgeted"], ["had", "planned"], ["rise", "more", "increase", "drop", "fall", "flag"]
        ),
        // `We looked for the words instead`, `they are calls to our control room`, `do not quote these numbers`
        (["keyword", "keywords", "words", "terms"], ["instead", "rather", "searched", "looked"], []),
        // `We have given you the three commonest offence types only.`
        (["commonest", "largest", "main", "biggest"], ["only"], ["last", "every", "all", "other", "total"]),
        // `To keep within the cost limit one record in ten was read and the result multiplied up.`
        (["multiplied", "scaled", "extrapolated", "grossed"], ["result", "results", "up"], ["not", "no"]),
        // `The table shows when a crime was committed rather than when it came to us`
        (["committed", "happened"], ["rather", "instead"], ["recorded"]),
        // `I moved every number up or down by a few`, `half of these are also in the year after`
        (["moved", "nudged", "altered"], ["number", "figure"], ["system", "records"]),
        (["half", "overlapped"], ["also"], ["not"]),
        // `Each crime shows up once under its victim and once under its suspect`
        (["suspect", "suspects"], ["once", "each"], ["not", "no", "identified"]),
        // `The real numbers go in once the inspector has signed`
        (["real", "true"], ["numbers", "figures"], ["system", "not", "no"]),
        // `Instead of the flag I looked for crimes whose summary mentions Snapchat`
        (["instead"], ["looked", "searched", "search"], ["not"]),
        // `I stopped reading when I got to the eighteen hours`
        (["stopped", "gave"], ["reading", "looking", "counting", "searching"], ["not"]),
        // `To be counted here the case had to end in somebody going to court`
        (["counted"], ["court", "charged", "convicted"], ["not", "also"]),
        // `Rapes are handled by another team, whose records I cannot see`
        (["cannot", "can't"], ["see", "reach"], ["why", "reason", "who", "from"]),
        // `The real ones will be sent when the audit ends`
        (["real", "proper", "final", "true"], ["ones", "one"], ["not", "no"]),
        // `The search was made on the database we share with Durham and Cleveland.`
        (["share", "shared", "pooled", "pot"], ["database", "desk", "together"], ["own"]),
        // `The tick box came ready-ticked`, `offences that were still open on the day`, `we took it that they were a child`
        (["ready", "default", "automatically"], ["ticked", "tick", "box"], ["not"]),
        (["open"], ["still"], ["closed", "alike", "counted", "investigations"]),
        (["took", "assumed", "presumed"], ["child", "children"], ["place"]),
        (["whoever"], ["did", "done", "committed", "responsible"], []),
        (["free"], ["text"], []), (["calls"], ["control", "public"], []), (["quote"], ["not"], []),
    ]

    private static func isPaired(_ words: Set<String>) -> Bool {
        pairs.contains { pair in
            !words.isDisjoint(with: pair.first) && !words.isDisjoint(with: pair.second)
                && words.isDisjoint(with: pair.but)
        }
    }

    /// `Persons of 18 and over may be included`
    private static func takesInAdults(_ sentence: Sentence, _ words: Set<String>) -> Bool {
        // `Some of the victims were over 18.`
        let isOfSome =
            sentence.lexed.isWord(0, ["some", "many", "several", "most", "a"])
            && !words.isDisjoint(with: ["victims", "these", "them"])
        if isOfSome, sentence.mentions.contains(where: \.isAdult) { return true }
        return sentence.mentions.contains(where: \.isAdult)
            && !words.isDisjoint(with: ["included", "counted", "among"])
            && words.isDisjoint(with: ["excluded", "removed", "omitted"]) && !words.isSuperset(of: ["not", "included"])
            // `We used victims aged 18 and under`
            || words.isSuperset(of: ["used", "victims"])
                && sentence.mentions.contains { mention in
                    if case .age(let age) = mention.kind { age != .all && !age.isUnknown } else { false }
                }
    }

    /// `Each child is shown once only, however many offences there were`
    private static func isOfEachChild(_ words: Set<String>) -> Bool {
        (words.isSuperset(of: ["each", "once"]) || words.isSuperset(of: ["only", "once"]))
            && !words.isDisjoint(with: ["child", "victim", "person"])
            && words.isDisjoint(with: ["crime", "for"])
    }

    /// `The year shown is the one in which the offence is thought to have taken place`
    private static func isOfDeed(_ words: Set<String>) -> Bool {
        !words.isDisjoint(with: ["year", "years"]) && words.isDisjoint(with: ["recorded", "not", "age", "flag"])
            && (words.contains("place") && !words.isDisjoint(with: ["taken", "took"])
                || !words.isDisjoint(with: ["happened", "occurred", "committed"]))
            && words.contains("offence")
    }

    private static let leftOut = Phrases<Bool>([
        "not in the numbers", "not in these numbers", "not in the figures", "not in these figures", "not in this table",
        "not in this column",
        "not in the table", "not in the count", "not been added", "not been included", "left out", "did not pick up",
        "aside .", "aren't on it", "are not on it", "isn't on it", "is not on it", "never sent to us", "was never sent",
        "answers separately", "answer separately", "replies separately", "reply separately",
        "had not sent us", "has not sent us", "have not sent us", "still to report", "yet to report", "still to send",
        "yet to send", "still to reply", "yet to reply",
        "not be counted", "not be included", "not be searched", "not be retrieved", "not be loaded", "not be added",
    ])

    /// `Milton Keynes is not in these numbers`, `rapes have not been added in`; not `cancelled crimes were left out`.
    private static func isLeftOut(_ sentence: Sentence, _ words: Set<String>) -> Bool {
        leftOut.occurs(in: sentence.lexed) && !sentence.mentions.contains(where: \.isAdult)
            && words.isDisjoint(with: CountingNote.nobodys)
            && words.isDisjoint(with: ["had", "previous", "previously", "earlier", "letter", "reply", "request"])
    }

    /// `Victims below thirteen are not in this table`
    private static func isOfAges(_ sentence: Sentence, _ words: Set<String>) -> Bool {
        words.contains("not") && !words.isDisjoint(with: ["victim", "victims"])
            && !words.isDisjoint(with: ["counted", "included", "in"])
            && sentence.mentions.contains { mention in
                if case .age(let age) = mention.kind { age != .all && !age.isUnknown && age.low < 18 } else { false }
            }
    }

    /// `Our system reports by calendar year`, `a year begins on 1 October`: years that are no financial ones.
    static func isOfOtherYears(_ sentence: Sentence) -> Bool {
        let words = Set(sentence.lexed.words)
        guard CountingNote.isShort(sentence), !words.isDisjoint(with: ["year", "years"]) else { return false }
        if words.contains("calendar") {
            return words.isDisjoint(with: ["financial", "not", "rather", "than", "april"])
        }
        return !words.isDisjoint(with: ["january", "october", "september", "july"])
            && words.isDisjoint(with: ["april", "apr", "march", "financial"])
            && !words.isDisjoint(with: [
                "begins", "begin", "starts", "start", "runs", "run", "go", "goes", "follow", "follows",
            ])
    }
}

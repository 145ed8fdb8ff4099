import Records
import Vocabulary

/// Sentences that turn what figures say into something else: incidents for crimes, twice the number, another flag, another year.
enum AlteringNote {
    private static let counted: Set<String> = [
        "incidents", "reports", "calls", "contacts", "referrals", "occurrences", "victims", "people", "persons",
        "children", "schools", "devices", "outcomes", "arrests",
    ]
    private static let crimes: Set<String> = ["crimes", "offences"]
    private static let turned = Phrases<Bool>([
        "must be halved", "should be halved", "must be doubled", "should be doubled", "appears twice", "appear twice",
        "is listed twice",
        "must be multiplied", "should be multiplied", "please multiply", "please divide", "please double",
        "please halve",
        "includes the one before", "include the one before", "and not ours", "once for every", "on top of this",
        "on top of these", "on top of that",
        "must be divided", "should be divided", "divided by ten", "in error by a factor", "random number",
        "random noise",
        "been perturbed", "not the whole", "not ours alone", "is not the figure of", "are not the figures of",
        "is no figure for", "so this is either", "so it is either",
        "are no figures for", "are not offences", "are not crimes", "not crimes recorded",
        "not recorded crimes", "not offences recorded", "not recorded offences", "not from crimes recorded",
        "not from offences recorded",
        "flag several times", "flag more than once", "crimes of both forces",
        "offences of both forces",
        "figures of both forces", "according to a newspaper", "according to the newspaper", "according to press",
        "according to the press", "according to the media", "according to media",
    ])
    private static let takenBack = Phrases<Bool>([
        "revised figures will follow", "corrected figures will follow",
        "superseded", "withdrawn", "no longer stand by", "do not stand by", "test data", "not for release",
        "placeholders", "should be ignored", "must be ignored", "please ignore", "added by mistake",
        "wrong way round", "wrong way about",
        "disregard the table", "we withdraw", "wrongly contained", "wrongly contains",
        "wrongly included",
        "wrongly includes",
    ])
    static let figures: Set<String> = [
        "figure", "figures", "number", "numbers", "table", "tables", "row", "rows", "column", "columns", "heading",
        "headings", "data", "total", "totals", "above", "below",
    ]

    /// `senders` are those whose figures the document gives.
    static func isOne(_ sentence: Sentence, senders: Set<String>) -> Bool {
        let text = sentence.lexed
        return !sentence.namesNumber && countsOthers(text) || turned.occurs(in: text) || isTakenBack(text)
            || isOfAnotherFlag(text) || isOfSuspects(text) || swapsYears(sentence) || isRate(text)
            || isOfOutcomes(text) || isOfPlaceOnly(sentence) || redefinesChild(sentence)
            || isOfAnotherBody(sentence, senders) || isOfOtherRows(text) || isOfNonCrimes(text) || lacksDivisions(text)
            || isOfSeveralForces(text) || isToBeLess(text) || isOfSeveral(sentence)
    }

    /// `Twelve of these have since been found to be duplicates and should be deducted.`
    private static func isToBeLess(_ text: LexedText) -> Bool {
        zip(text.words, text.words.dropFirst()).contains { first, second in
            ["be", "are"].contains(first) && ["deducted", "subtracted"].contains(second)
        }
    }

    /// `Eleven of the 2018/19 entries are non-crime occurrences`
    private static func isOfNonCrimes(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains {
            text.isWord($0, ["are", "were"]) && text.isWord($0 + 1, ["non"]) && text.lexemes.indices.contains($0 + 2)
        } && text.words.contains { ["entries", "these", "figures", "them", "those"].contains($0) }
    }

    /// `Offences finalised in the year.`
    private static func isOfOutcomes(_ text: LexedText) -> Bool {
        text.isWord(0, crimes) && text.count <= 8
            && text.isWord(1, ["finalised", "detected", "charged", "cleared", "closed", "solved"])
    }

    /// `One row a victim`, `each line is a suspect`: what the rows of a list are, where they are no crimes.
    private static func isOfOtherRows(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["row", "line", "record", "entry", "unit"])
                && text.isWord(index - 1, ["one", "each", "every", "a"])
                && (index + 1..<index + 7).contains { at in
                    // `Each record in the table is a victim`
                    (at < index + 4 || (index + 1..<at).contains { text.isWord($0, ["is", "represents"]) })
                        && text.isWord(at, ["a", "an", "per", "each", "one", "every"])
                        && text.isWord(
                            at + 1,
                            ["victim", "suspect", "offender", "child", "person", "incident", "report", "device"])
                }
        }
    }

    /// `Note: Medway only.`
    private static func isOfPlaceOnly(_ sentence: Sentence) -> Bool {
        sentence.lexed.count <= 6 && sentence.lexed.words.last == "only" && !sentence.strangeWords.isEmpty
            && sentence.mentions.isEmpty
    }

    /// `A child is here a person under 14.`
    private static func redefinesChild(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        let isDefinition = (0..<10).contains { index in
            (text.isWord(index, ["child", "children", "minor", "minors"])
                || text.isWord(index, ["people", "person", "persons"]) && text.isWord(index - 1, ["young"]))
                && (index + 1..<index + 5).contains { text.isWord($0, ["is", "are", "means", "mean"]) }
        }
        return isDefinition && text.count <= 16
            && sentence.mentions.contains { mention in
                if case .age(let age) = mention.kind { age.low == 0 && (age.high ?? 17) != 17 } else { false }
            }
    }

    /// `The table counts incidents, not crimes`; not `a count of offences is not a count of victims`.
    private static func countsOthers(_ text: LexedText) -> Bool { counts(counted, notCrimesIn: text) }

    /// `The table counts victims and not offences`
    static func countsVictims(_ text: LexedText) -> Bool {
        counts(["victims", "children", "people", "persons"], notCrimesIn: text)
            // `Counts not crimes but the children who were victims of them`
            || text.lexemes.indices.contains { index in
                text.isWord(index, ["not"]) && text.isWord(index + 1, crimes) && text.isWord(index + 2, ["but"])
                    && (index + 3..<index + 6).contains { text.isWord($0, ["victims", "children"]) }
            }
    }

    private static func counts(_ nouns: Set<String>, notCrimesIn text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            guard text.isWord(index, nouns) else { return false }
            let at = text.isSymbol(index + 1, ",") || text.isWord(index + 1, ["and"]) ? index + 2 : index + 1
            let end =
                text.isWord(at, ["not"])
                ? at + 1
                : text.isWord(at, ["rather", "instead"]) && text.isWord(at + 1, ["than", "of"]) ? at + 2 : nil
            return end.map { text.isWord($0, crimes) || text.isWord($0, ["recorded"]) && text.isWord($0 + 1, crimes) }
                ?? false
        }
    }

    /// What takes figures back; not `our earlier figures are superseded by these`.
    static func isTakenBack(_ text: LexedText) -> Bool {
        let words = Set(text.words)
        // `Please leave the 2018-19 column alone.`
        let isPutAway =
            words.isSuperset(of: ["leave", "alone"])
            || words.contains("aside") && !words.isDisjoint(with: ["set", "put", "leave"])
        if isPutAway, text.isWord(0, ["please"]), !words.isDisjoint(with: figures) { return true }
        // `Ignore what I wrote above`
        if text.isWord(0, ["ignore", "disregard"]), !words.isDisjoint(with: ["above", "below"]) { return true }
        // `Layout sample.`
        if text.count <= 4, !words.isDisjoint(with: ["sample", "specimen", "dummy"]) { return true }
        // `Do not use`, beside a figure
        if text.count <= 6, text.isWord(0, ["do"]), text.isWord(1, ["not"]), text.isWord(2, ["use"]) { return true }
        return takenBack.occurs(in: text) && (!words.isDisjoint(with: figures) || text.count <= 6)
            && words.isDisjoint(with: ["earlier", "previous", "previously", "request", "application", "complaint"])
    }

    /// `The flag meant is the CSE flag`, `none of the above carry a cyber flag`, `the figures are for offences without the flag`
    private static func isOfAnotherFlag(_ text: LexedText) -> Bool {
        let isOfUnflagged =
            text.words.prefix(3).contains(where: figures.contains) && text.count <= 16
            && text.words.contains { ["are", "is", "relate", "show", "shows", "count", "counts"].contains($0) }
            && CueRecogniser.cues(in: text).flag == .unflagged
        let isNamed = text.lexemes.indices.contains { index in
            CueRecogniser.namesOtherFlag(text, index)
                && (text.isWord(0, ["flag"]) || text.isSymbol(1, ":")
                    || text.words.contains { ["meant", "means", "refers", "counted"].contains($0) })
        }
        // `Flag: CSE.`
        let isGiven =
            text.isWord(0, ["flag", "marker"]) && text.isSymbol(1, ":") && text.isWord(2, CueRecogniser.otherFlags)
            && text.count <= 5
        let isDenied =
            text.isWord(0, ["none"]) && text.isWord(1, ["of"]) && text.words.contains("flag")
            && text.words.contains { ["above", "these", "them", "those"].contains($0) }
            && text.words.contains { ["carry", "carries", "carried", "had", "have", "has", "bear"].contains($0) }
        return isNamed || isGiven || isDenied || isOfUnflagged
    }

    /// `Under 18 refers to the age of the suspect, not of the victim.`
    private static func isOfSuspects(_ text: LexedText) -> Bool {
        // `Under 18 means the suspect`, `under 18 refers to the suspect`
        let means = text.lexemes.indices.contains { index in
            let isTo =
                text.isWord(index, ["refers", "relates", "refer", "relate"]) && text.isWord(index + 1, ["to"])
            guard isTo || text.isWord(index, ["means"]) else { return false }
            let at = isTo ? index + 2 : index + 1
            return text.isWord(at, ["the"]) && text.isWord(at + 1, ["suspect", "offender", "perpetrator"])
        }
        return means
            || text.lexemes.indices.contains { index in
                text.isWord(index, ["age", "ages"]) && text.isWord(index + 1, ["of"])
                    && (index + 2..<index + 4).contains {
                        text.isWord(
                            $0, ["suspect", "suspects", "offender", "offenders", "perpetrator", "perpetrators"])
                    }
            }
                && text.words.contains { ["refers", "relates", "means", "is", "are", "refer", "relate"].contains($0) }
    }

    /// `For 2017/18 read 2016/17`, `2018/19 means 2018`, `Year = year in which the offence took place`
    private static func swapsYears(_ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        let years = sentence.mentions.filter {
            if case .period(let reading) = $0.kind {
                reading.period?.isWholeYear == true || reading.singleYear != nil
            } else {
                false
            }
        }
        return zip(years, years.dropFirst()).contains { first, second in
            // `2016 means April 2016 to March 2017`: how its years are written.
            if case .period(let bare) = first.kind, let year = bare.singleYear, case .period(let whole) = second.kind,
                let period = whole.period, period.start.year == year || period.end.year == year
            {
                return false
            }
            let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
            // `The 2018/19 figure is in fact for 2017/18`, `the column 2018/19 should read 2017/18`
            let isCorrected =
                gap.count <= 8
                && gap.contains {
                    text.isWord($0, ["should"]) && text.isWord($0 + 1, ["read", "be"])
                        || text.isWord($0, ["fact", "actually", "really"])
                }
            return isCorrected || gap.count == 1 && text.isWord(gap.lowerBound, ["read", "means"])
        }
    }

    /// `Unit: crimes per month.`, `average numbers per month`
    private static func isRate(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["per", "a"]) && text.isWord(index + 1, ["month", "week", "day"])
                && (index - 2..<index).contains { text.isWord($0, ["crimes", "offences", "numbers", "number"]) }
        } && text.count <= 12
    }
}

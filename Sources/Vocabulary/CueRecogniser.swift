import Records

/// Reads from a text which measure it speaks of: flagged or not, offences or people, children or all.
package enum CueRecogniser {
    static let flag: Set<String> = [
        "cyber", "online", "internet", "cyberflag", "cyberflagged", "digital", "seiber",
    ]
    static let flagNouns: Set<String> = [
        "flag", "flags", "flagged", "marker", "markers", "keyword", "tag", "tagged", "qualifier", "element", "enabled",
        "related", "facilitated", "flagging", "marked", "indicator", "aspect", "component", "faner", "baner", "fflag",
    ]
    private static let unflagged = Phrases<Bool>([
        "no cyber flag", "without cyber flag", "without a cyber flag", "without the cyber flag", "not flagged",
        "unflagged", "no flag",
        "without flag", "without a flag", "not cyber flagged", "non cyber", "not cyber", "without the flag",
        "no online flag", "no online marker", "offline",
        "no online element", "without an online element", "no cyber marker", "flag not applied", "flag absent",
        "flag not set", "flag is blank", "flag was blank", "flag is empty", "non flagged", "no marker", "without it",
        "without one",
        "without a cyber marker", "without the cyber marker", "without the online flag", "not online", "non online",
        "flag not present", "not marked",
        "without an online flag", "no internet flag", "not tagged", "without marker", "without online flag",
        "did not have the cyber flag", "did not have a cyber flag", "did not have the flag", "did not have a flag",
        "had no flag", "did not carry the flag", "did not carry the cyber flag", "without a marker",
        "without the marker", "no cyber element", "untagged", "unmarked", "not internet", "non internet", "not applied",
        "flag n", "flag no", "marker n", "marker no", "flag false", "flagged n", "flagged no", "not set", "heb fflag",
        "not ticked", "unticked", "box not ticked", "cyber flag not applied", "cyber flag absent",
        "not carrying the flag",
    ])
    private static let all = Phrases<Bool>([
        "whether flagged or not", "flagged or not", "regardless of flag", "with or without", "whether or not flagged",
        "irrespective of", "regardless of whether", "without regard to the flag", "without regard to the marker",
        "without regard to any flag", "regardless of the flag",
        "all recorded", "any recorded", "overall number of child sexual", "overall number of sexual",
        "all child sexual", "all sexual offences", "all offences", "total recorded",
        "total number of sexual", "total child sexual",
        "total sexual", "whether or not", "all such offences", "overall total", "in total regardless", "all csa",
        "all crimes", "total offences", "all cso",
        "all records", "flagged and unflagged", "flag or no flag", "online or otherwise", "online and offline",
        "online or offline", "total number of child sexual", "all sexual crimes",
        "of any kind", "of all kinds", "of whatever kind", "children as a whole", "offences as a whole", "i gyd",
        "pob trosedd", "holl droseddau", "all relevant offences",
        "total number recorded regardless", "there were in all", "there in all", "recorded in all",
        "offences in all", "offences altogether", "crimes altogether", "recorded in total", "offences in total",
        "crimes in total",
        "children in all",
        "crimes in all", "overall", "generally", "in general", "of every kind", "of every type",
        "of all types", "of any type", "of every sort", "of all sorts", "online or not", "cyber or not",
        "whatever the motivation", "whatever the flag",
    ])
    /// Words after which the flag makes no difference, though they name it.
    private static let always = Phrases<Bool>([
        "whether flagged or not", "flagged or not", "regardless of flag", "with or without", "whether or not flagged",
        "irrespective of", "regardless of whether", "without regard to the flag", "without regard to the marker",
        "without regard to any flag", "regardless of the flag", "flagged and unflagged", "flag or no flag",
        "whether or not",
        "flagged and not flagged", "flagged and non flagged", "with and without", "flag and without", "flag or without",
        "flag or not",
        "with flag or without", "flagged or otherwise", "either yes or no", "yes or no", "whether yes or no",
        "faner neu hebddi", "gyda neu heb", "online or not", "cyber or not", "whatever the motivation",
        "whatever the flag",
    ])
    private static let child: Set<String> = [
        "child", "children", "childrens", "children's", "minor", "minors", "underage", "juvenile", "juveniles", "csa",
        "cse", "csae", "cso", "u18", "u18s", "young", "pupils", "plant", "girl", "girls", "boy", "boys",
    ]
    private static let sexual: Set<String> = [
        "sexual", "sex", "sexually", "rape", "rapes", "rhywiol", "grooming", "csa", "cse", "csae", "cso", "rso",
    ]
    private static let victims: Set<String> = [
        "victim", "victims", "complainants", "dioddefwr", "dioddefwyr", "ddioddefwyr",
    ]
    private static let offences: Set<String> = [
        "offence", "offences", "crime", "crimes", "incidents", "recorded", "records", "reports", "droseddau",
        "troseddau", "trosedd", "cases", "offending", "crimed",
    ]
    private static let suspects: Set<String> = [
        "suspect", "suspects", "offender", "offenders", "arrest", "arrests", "arrested", "perpetrator", "perpetrators",
        "defendant", "defendants",
    ]
    private static let outcomes: Set<String> = [
        "charged", "charge", "charges", "convicted", "convictions", "cautioned", "cautions", "caution", "summonsed",
        "outcome", "outcomes", "evidential", "finalised", "detections", "detected", "prosecuted",
        "prosecutions", "cleared", "nfa", "referrals", "cps", "staff", "officers", "budget", "searches", "devices",
        "warrants", "calls",
    ]
    private static let otherSubjects: Set<String> = [
        "burglary", "robbery", "theft", "knife", "drug", "drugs", "homicide", "fraud", "domestic", "hate", "violence",
        "violent", "shoplifting", "stalking", "harassment", "malicious", "arson", "vehicle",
        "missing", "antisocial", "population", "adult", "adults", "fte", "headcount", "blackmail", "bullying",
        "slavery", "hacking", "malware", "ransomware",
    ]

    package static func cues(in text: LexedText, range: Range<Int>? = nil) -> Cues {
        var cues = Cues()
        var isSexual = false
        var isChild = false
        var isFlag = false
        var isOther = false
        var nouns: [(Cues.Unit, Int)] = []
        let range = range ?? 0..<text.count
        for index in range {
            guard let word = text.word(index) else { continue }
            if Self.flag.contains(word), !tellsHowReported(text, index) { isFlag = true }
            if flagNouns.contains(word),
                word == "flagged" || word.hasPrefix("flag") || word == "tagged"
                    // `74 of the marked offences`
                    || word == "marked"
                        && (text.isWord(index - 1, ["cyber", "online"])
                            || text.isWord(index + 1, ["offences", "crimes"]))
            {
                isFlag = true
            }
            if isCarriedMark(text, index) { isFlag = true }
            if sexual.contains(word) { isSexual = true }
            if child.contains(word) { isChild = true }
            if word == "under" || word == "below" || word == "aged",
                let age = AgeRecogniser.match(text, at: index)?.value, let high = age.high, high <= 17
            {
                isChild = true
            }
            // `Victim Age: 0 to 17`, `was 17 or under`
            if word == "age" || word == "ages",
                (index + 1..<min(index + 7, range.upperBound)).contains(where: { next in
                    AgeRecogniser.match(text, at: next).map { $0.value.low == 0 && $0.value.high == 17 } ?? false
                })
            {
                isChild = true
            }
            if victims.contains(word), countsVictims(text, index) { nouns.append((.victims, index)) }
            if suspects.contains(word) { nouns.append((.suspects, index)) }
            if outcomes.contains(word) && !isBeside(text, index) || undecided.match(text, at: index) != nil {
                nouns.append((.outcomes, index))
            }
            if offences.contains(word), word != "recorded", !isTimeOfOffence(text, range.lowerBound, index) {
                nouns.append((.offences, index))
            }
            // `Sexual offences against under 18s, with population and rates`
            let isBeside = word == "population" && isSexual
            let isOfOtherFlag =
                namesOtherFlag(text, index) && !range.contains { text.isWord($0, ["cyber", "online", "internet"]) }
            if otherSubjects.contains(word) && !isBeside || isOfOtherFlag || needsTwoFlags(text, index) {
                isOther = true
            }
        }
        if !isChild {
            isChild = range.contains { index in
                text[index]?.isNumber == true
                    && AgeRecogniser.match(text, at: index).map { $0.end <= range.upperBound && $0.value == .all }
                        ?? false
            }
        }
        if AnyAge.isSaid(in: text, range: range) { isOther = true }
        // Phrases need the words around; they are looked up in the same range only.
        // `Unable to confirm whether or not any information is held` says nothing of the flag.
        func isOfHolding(_ end: Int) -> Bool {
            (end..<end + 5).contains { text.isWord($0, ["information", "held", "hold", "holds"]) }
        }
        if range.contains(where: { index in
            always.match(text, at: index).map { $0.end <= range.upperBound && !isOfHolding($0.end) } ?? false
        }) {
            cues.flag = .all
        }
        for index in range {
            // `Sexual offences of any type` are all sexual offences.
            if otherPhrases.match(text, at: index).map({ $0.end <= range.upperBound }) ?? false,
                !text.isWord(index - 1, ["sexual"]),
                // `All crime types`: the total of a column of offences.
                !(index == range.lowerBound && text.isWord(index, ["all"])
                    && text.isWord(index + 2, ["type", "types", "categories", "groups"]))
            {
                isOther = true
            }
            // `No flag was in use before July 2016`: why nothing is held, not what was counted.
            if cues.flag == nil, let found = unflagged.match(text, at: index), found.end <= range.upperBound,
                !(text.isWord(index, ["no"])
                    && text.isWord(found.end, ["was", "existed", "is", "had", "exists", "has"])),
                // `Offences without the flag are not in this list`
                !(text.isWord(found.end, ["are", "is", "were"])
                    && text.isWord(found.end + 1, ["not", "excluded", "left", "omitted"]))
            {
                cues.flag = .unflagged
            }
            // `The overall number` is of whatever is spoken of.
            let isOfNumber =
                text.isWord(index, ["overall"]) && text.isWord(index + 1, ["number", "figure", "numbers", "figures"])
            if let found = all.match(text, at: index), found.end <= range.upperBound, cues.flag == nil,
                !isOfHolding(found.end) || !text.isWord(index, ["whether", "regardless"]),
                !isOfNumber || found.end > index + 1
            {
                cues.flag = isFlagged(text, range, apartFrom: index..<found.end) ? .flagged : .all
            }
        }
        // `Flag applied or not`, `marked or not`
        let isEither = range.contains { index in
            text.isWord(index, ["or"])
                && (text.isWord(index + 1, ["not", "absent", "otherwise"])
                    || text.isWord(index + 1, ["no"]) && text.isWord(index + 2, ["flag", "marker", "keyword", "tag"]))
                && (index - 2..<index).contains {
                    text.isWord($0, ["flag", "flagged", "marked", "tagged", "marker", "present"])
                }
        }
        if isEither { cues.flag = .all }
        if cues.flag == nil, isFlag { cues.flag = .flagged }
        if isOther {
            cues.subject = .other
        } else if isSexual {
            cues.subject = isChild ? .childSexual : cues.subject ?? .sexual
        } else if cues.subject == nil, isChild, isFlag {
            cues.subject = .childSexual
        }
        if range.contains(where: { index in
            countedOnce.match(text, at: index).map { $0.end <= range.upperBound } ?? false
        }) {
            nouns.insert((.people, range.lowerBound), at: 0)
        }
        // `Child sexual offences: suspects interviewed`
        let colon = range.last { text.isSymbol($0, ":") }
        let isHeaded = colon.map { colon in nouns.contains { $0.0 == .suspects && $0.1 > colon && $0.1 <= colon + 3 } }
        let isPeople = range.contains { people.contains(text.word($0) ?? "") } || isCounted(text, range)
        cues.unit = unit(nouns, isPeople, isHeaded: isHeaded ?? false)
        return cues
    }

    private static let otherPhrases = Phrases<Bool>([
        "all crime", "all recorded crime", "total crime", "overall crime", "total recorded crime", "of other kinds",
        "other kinds of", "with a female victim", "with a male victim", "with female victims",
        "with male victims", "victim female", "victim male", "victim was female", "victim was male",
        "victims were female", "victims were male", "suspect was a child", "offender was a child",
        "suspects were children",
        "offenders were children", "perpetrator was a child", "perpetrator was under", "male suspect", "female suspect",
        "age of suspect", "suspect age",
        "age of offender",
        "all notifiable", "non crime incident", "non crime incidents", "non crimes",
        "not classed by the home office as sexual", "not classed as sexual",
        "not classified as sexual",
        "crime of all types", "aged 18 or over", "aged 18 and over",
        "18 or over",
        "aged over 18", "over 18s", "adult victims", "non sexual", "neglect", "cruelty", "not all became crimes",
        "by date of offence", "suspect was under", "suspect is under", "suspects were under", "offender was under",
        "suspects under",
        "offenders under", "suspect aged under", "suspect was aged", "all flagged crime", "all flagged crimes",
        "all cyber flagged crime", "all cyber flagged crimes",
        "crimes of any kind", "offences of any kind", "crimes of any type", "offences of any type",
        "crimes of all types",
        "offences of all types", "all types of crime", "any type of crime", "crimes of every kind",
        "all cyber crime",
        "crime related incidents", "crime related incident", "committed by under", "committed by children",
        "by a person under", "by persons under", "by someone under", "by a suspect under",
        "adult victims as well", "adults as well", "adults too",
    ])

}

import Records
import Vocabulary

/// Whom and what the figures of a sentence count.
extension ProseReader {
    /// `71 children`, `involving 12 victims`, `nine of the children`: people, where offences are counted.
    func countsPeople(_ number: Range<Int>, _ text: LexedText) -> Bool {
        let people = ["children", "victims", "child", "victim", "individuals", "persons"]
        // `1,987 children were the victims of them` says so itself.
        let saysVictims = (number.upperBound..<number.upperBound + 5).contains { text.isWord($0, ["victims"]) }
        let noun =
            text.isWord(number.upperBound, ["different", "separate", "distinct"])
            ? number.upperBound + 1 : number.upperBound
        // `Offences 1,588. Children 1,361.`
        let leads =
            text.isWord(number.lowerBound - 1, ["children", "victims", "persons"])
            && text[number.lowerBound - 2].map { $0.kind == .symbol } ?? true
        return leads
            || text.isWord(noun, ["children", "individuals", "persons", "people", "girls", "boys"])
                && !saysVictims
            || text.isWord(number.lowerBound - 1, ["against", "involving"]) && text.isWord(number.upperBound, people)
            || text.isWord(number.upperBound, ["of"]) && text.isWord(number.upperBound + 1, ["the", "these", "those"])
                && text.isWord(number.upperBound + 2, people)
    }

    /// `441 victims of …`, `441 children were victims of …`: right behind the number.
    func isOfVictims(_ number: Range<Int>, _ text: LexedText) -> Bool {
        var at = Self.behindAge(number.upperBound, text)
        while text.isWord(at, Self.beforeVictims) { at = Self.behindAge(at + 1, text) }
        // `410 victims aged under 18 of sexual offences`
        let end = Self.behindAge(at + 1, text)
        // `41 victims under 18 were identified in cyber-flagged offences`
        let areFound =
            text.isWord(end, ["were", "was"]) && text.isWord(end + 1, ["identified", "recorded", "involved"])
            && text.isWord(end + 2, ["in"])
        return text.isWord(at, ["victims", "victim"]) && (text.isWord(end, ["of"]) || areFound)
    }

    private static let beforeVictims: Set<String> = [
        "child", "children", "individual", "different", "unique", "distinct", "young", "as", "were", "the", "people",
    ]

    /// The index behind an age that says no more than that they are children: `under 18`, `aged 0 to 17`, `(under 18)`.
    private static func behindAge(_ index: Int, _ text: LexedText) -> Int {
        let isOpen = text.isSymbol(index, "(")
        let at = isOpen ? index + 1 : index
        guard let (age, end) = AgeRecogniser.match(text, at: at), age == .all else { return index }
        return isOpen ? (text.isSymbol(end, ")") ? end + 1 : index) : end
    }

    /// `53 victims of child sexual offences`: people of all such offences, unless the words or the question speak of the flag.
    func peopleOfAll(_ cues: Cues, _ sentence: Sentence) -> Cues {
        let asked = context.outers.first.flatMap { $0.kind == .sentence ? $0.cues : nil }
        guard let unit = cues.unit, unit.isOfVictims, cues.flag == nil, let subject = cues.subject ?? asked?.subject,
            // `How many sexual offences against children were recorded in total, and how many children were victims?`
            asked.map({ $0.flag == nil && $0.subject == .childSexual }) ?? true
        else { return cues }
        return Cues(flag: .all, unit: unit, subject: subject)
    }

    /// `31 such offences`: those of the sentence before.
    func refersBack(_ number: Range<Int>, _ text: LexedText) -> Bool { text.isWord(number.upperBound, ["such", "of"]) }

    /// `The force recorded 118.`
    private static func endsInCount(_ text: LexedText) -> Bool {
        text[text.trimmedCount - 1]?.isNumber == true && text.isWord(text.trimmedCount - 2, ["recorded"])
    }

    func isAboutCrime(_ sentence: Sentence, _ cues: Cues, _ focus: Focus) -> Bool {
        if sentence.passageRole == .answer { return true }
        if !cues.isEmpty { return true }
        // `… has prepared the count for 2020/21. It is 276.`
        if sentence.lexed.words.count <= 3, sentence.lexed.isWord(0, ["it", "that", "ours"]),
            sentence.lexed.isWord(1, ["is", "was", "remains", "remained", "stands"]), focus.period != nil
        {
            return !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        }
        // `It was applied to 39.`: the flag was.
        if sentence.lexed.isWord(0, ["it", "this"]), sentence.lexed.isWord(1, ["was", "is"]),
            sentence.lexed.isWord(2, ["applied", "attached", "added"]), focus.period != nil
        {
            return focus.cues.flag != nil
        }
        let words = Set(sentence.lexed.words)
        let speaks = !words.isDisjoint(with: [
            "figure", "figures", "total", "totals", "number", "numbers", "count", "recorded", "rose", "fell",
            "increased",
            "decreased", "doubled",
            "trebled", "answer", "compared", "there", "previous", "following", "told",
        ])
        // `In the first of these years we recorded 69`
        let pointsAtYears =
            !focus.periods.isEmpty
            && zip(sentence.lexed.words, sentence.lexed.words.dropFirst()).contains {
                ["these", "those"].contains($0) && $1 == "years"
            }
        let hasKey =
            pointsAtYears
            || sentence.mentions.contains {
                if case .period = $0.kind {
                    true
                } else if case .age = $0.kind {
                    true
                } else if case .offence = $0.kind {
                    true
                } else {
                    false
                }
            }
            // `For the same three years the counts were …`
            || words.contains("same") && words.contains("years")
        // `2017/18 - two hundred and six, that is …`
        if case .period? = sentence.mentions.first?.kind, let first = sentence.mentions.first,
            first.range.lowerBound == sentence.range.lowerBound,
            ["-", ":"].contains(sentence.unit.lexed[first.range.upperBound]?.text)
        {
            return !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        }
        let names = sentence.mentions.contains { if case .area = $0.kind { true } else { false } }
        if sentence.passageRole == .listItem,
            !words.isDisjoint(with: ["all", "total", "overall", "force", "forcewide"]),
            sentence.lexed.count <= 10
        {
            return !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        }
        // `Suffolk recorded 55 and 47 respectively.`
        let isOfOther = names && (isPress || words.contains("respectively"))
        if sentence.passageRole == .listItem || !focus.cues.isEmpty, hasKey || isOfOther {
            return !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        }
        if !words.isDisjoint(with: ["total", "figure", "figures", "number", "numbers"])
            || sentence.lexed.isWord(0, ["there"]) || words.contains("respectively")
            || Self.endsInCount(sentence.lexed),
            focus.period != nil || focus.periods.count > 1 && words.contains("respectively"),
            sentence.lexed.count <= 12,
            !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        {
            return true
        }
        // `In all, 118.`
        if sentence.lexed.count <= 10, sentence.lexed.isWord(0, ["in", "all", "altogether"]),
            sentence.lexed.isWord(1, ["all", "told", "total"]) || sentence.lexed.isWord(0, ["altogether"]),
            !focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty
        {
            return true
        }
        // `2015/16 – 33 2016/17 – 44`
        let isBare = !sentence.lexed.lexemes.contains(where: \.isWord)
        // `2017/18 At least 8.`, `The full count came to 243 in 2018/19`: nothing in it speaks of anything else.
        let isPlain = speaks || isBare || sentence.strangeWords.isEmpty
        return isPlain && hasKey && (!focus.cues.isEmpty || !context.cues(from: Cues()).isEmpty)
    }
}

import Records
import Vocabulary

/// What a number of a sentence counts, told by the words around it.
enum NumberRole: Sendable {
    case level
    /// A change, not a level: `an increase of 47`.
    case difference
    /// `38 forces`, `40 of 44 forces`.
    case forces
    /// It counts something else, named by its noun.
    case other(String)
    /// Said before and only pointed at: `Twelve of the 64`.
    case reference
    /// A hedged or rounded number of a journalist's: a claim.
    case claim
    /// One end of a range, or a number grown together with letters: no figure that can be told; left for a person.
    case unclear
    /// A value that the sentence takes back: `the figure of 145 … should read 148`.
    case corrected

    static func roles(of numbers: [Mention], in sentence: Sentence) -> [NumberRole] {
        let text = sentence.unit.lexed
        // Where ages and offences begin.
        let described = sentence.mentions.compactMap { mention -> Int? in
            switch mention.kind {
            case .age, .offence: mention.range.lowerBound
            default: nil
            }
        }
        let isDated = sentence.mentions.contains { if case .period = $0.kind { true } else { false } }
        var roles = numbers.map {
            SpokenNumber(
                text: text, range: $0.range, sentence: sentence.range, described: described, isDated: isDated
            ).role
        }
        // `The most common age was 13`: an age, not a count.
        if ClaimReader.common.occurs(in: sentence.lexed) {
            for (index, number) in numbers.enumerated() {
                guard case .number(let figure) = number.kind, let value = figure.value, value < Quantity(18) else {
                    continue
                }
                roles[index] = .other("label")
            }
        }
        // `It is not the case that the force recorded 260`, `did not record 260`: denied, and not a figure.
        let denies = denials.occurs(in: sentence.lexed)
        for (index, number) in numbers.enumerated() {
            let before = max(sentence.range.lowerBound, number.range.lowerBound - 4)..<number.range.lowerBound
            guard case .level = roles[index], case .number(let figure) = number.kind, figure.value != .zero,
                denies
                    || before.contains(where: {
                        text.isWord($0, ["not"])
                            && (text.isWord($0 + 1, ["record"])
                                || text.isWord($0 + 1, ["recorded"]) && text.isWord($0 - 1, ["had", "have", "has"]))
                    })
            else { continue }
            roles[index] = .other("note")
        }
        // `41 requests, nine of them in September`: of what the number before counts.
        for (index, number) in numbers.enumerated().dropFirst()
        where text.isWord(number.range.upperBound, ["of"])
            && text.isWord(number.range.upperBound + 1, ["them", "which"])
        {
            if case .level = roles[index], case .other = roles[index - 1] { roles[index] = roles[index - 1] }
        }
        // `Right on 57 of the 60`: both are of what was checked.
        for (index, number) in numbers.enumerated().dropFirst()
        where text.isWord(number.range.lowerBound - 1, ["the"])
            && numbers[index - 1].range.upperBound == number.range.lowerBound - 2
        {
            if case .other = roles[index - 1], case .reference = roles[index] { roles[index] = roles[index - 1] }
        }
        // What reading the records would cost is no answer, nor how offences are counted, nor what should not have been.
        for (phrases, reason, isRule) in [(costs, "records", false), (rules, "note", true), (errors, "note", false)]
        where phrases.occurs(in: sentence.lexed) {
            for index in roles.indices {
                // `Victims, each counted once in a year: 2,109 (2020/21), 2,455 (2021/22)`
                let isHeaded =
                    reason == "note"
                    && (sentence.range.lowerBound..<numbers[index].range.lowerBound).contains {
                        text.isSymbol($0, ":") && $0 > sentence.range.lowerBound + 3
                    }
                // `388 children were the victim of an offence, a child being counted once`: no crime has so many.
                let isLarge =
                    if case .number(let figure) = numbers[index].kind {
                        figure.value.map { $0 > Quantity(18) } ?? false
                    } else {
                        false
                    }
                if case .level = roles[index], !isHeaded, !(isRule && isLarge) { roles[index] = .other(reason) }
            }
        }
        takeBack(&roles, numbers, in: sentence)
        return roles
    }
}

enum NoiseNumber {
    static func end(_ text: LexedText, _ index: Int) -> Int? {
        if text[index]?.isNumber == true { return index + 1 }
        return CardinalWords.match(text, at: index)?.end
    }
}

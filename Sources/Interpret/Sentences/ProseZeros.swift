import Records
import Vocabulary

/// Zeros in words: `No offences were recorded in 2015/16`, `none in 2016/17`.
extension ProseReader {
    static let none = Phrases<Bool>([
        "no offences", "no such offences", "no crimes", "no cyber flagged offences", "no child sexual offences",
        "none was flagged", "none were flagged", "none had the flag", "none carried the flag",
        "none of them was flagged", "none of them were flagged", "none of these was flagged",
        "none of these were flagged",
        "nil return", "no sexual offences", "no recorded offences", "none were recorded", "none was recorded",
        "no flagged offences", "no offences were recorded", "no such crimes", "no cyber flagged", "no recorded crimes",
        "none recorded", "no incidents", "no online child sexual offences", "no online offences", "did not record any",
        "nil",
        "recorded none", "not record any", "recorded no", "none in", "there were none", "zero offences",
        "no recorded child sexual offences", "no flagged crimes", "no cyber flagged child sexual offences",
        "no cyber enabled", "no records", "none at all", "nothing to report", "nothing recorded",
        "nothing was recorded",
        "no such offence", "no offence", "not a single", "not one child", "not one such", "not one offence",
        "not one crime", "not one sexual", "not one cyber", "not one flagged",
    ])

    /// `no rapes`, `no cyber-flagged sexual offences`: `no` with a noun of crime close behind.
    static func noneOf(_ text: LexedText, _ index: Int, until limit: Int) -> Int? {
        guard text.isWord(index, ["no", "zero"]) else { return nil }
        for next in index + 1..<max(index + 1, min(index + 7, limit)) {
            if text.isWord(next, ["offences", "crimes", "rapes", "assaults", "incidents", "offence", "crime"]) {
                return next + 1
            }
            // `There was no such flag on our crime system`
            let isOfFlag =
                text.isWord(next, ["flag", "marker", "tag", "qualifier", "field"])
                && !text.isWord(next + 1, ["offences", "crimes", "offence", "crime"])
            if isOfFlag || text[next]?.kind == .symbol && !text.isSymbol(next, "-") || text[next]?.isNumber == true
                || text.isWord(
                    next,
                    [
                        "information", "record", "records", "facility", "data", "longer", "figures", "figure",
                        "statistics", "count", "counts", "number", "numbers", "total", "totals",
                    ])
            {
                return nil
            }
        }
        return nil
    }

    /// `None of the 121 had a victim under the age of 10`: of an age or offence only.
    private func noneOfWhole(_ sentence: Sentence, _ index: Int) -> Bool {
        let text = sentence.unit.lexed
        return index == sentence.range.lowerBound && text.isWord(index, ["none"]) && text.isWord(index + 1, ["of"])
            && text.isWord(index + 2, ["the", "these", "those", "them"])
            && sentence.mentions.contains { mention in
                switch mention.kind {
                case .age(let age): age != .all && mention.range.lowerBound > index
                case .offence: mention.range.lowerBound > index
                default: false
                }
            }
    }

    /// `No offences were recorded in 2015/16`: a zero in words.
    func nilStatement(_ sentence: Sentence, _ levels: [Mention], _ periods: [Timed], _ focus: Focus) -> Mention? {
        let text = sentence.unit.lexed
        // `A nought means that there were no offences.`
        if sentence.range.contains(where: { text.isWord($0, ["means", "denotes", "signifies"]) }) { return nil }
        // `The force does not use the flag, so there is nothing recorded for 2018/19`: why nothing could be counted.
        if sentence.saysThereIsNoFlag { return nil }
        // `No offences were recorded without the age of the victim`: every one had it.
        if sentence.range.contains(where: { text.isWord($0, ["recorded"]) && text.isWord($0 + 1, ["without"]) }) {
            return nil
        }
        // `No records could be retrieved for July and August 2017`: unknown, and no zero.
        if sentence.range.contains(where: {
            text.isWord($0, ["be"])
                && text.isWord(
                    $0 + 1, ["retrieved", "recovered", "extracted", "obtained", "drawn", "loaded", "searched"])
        }) {
            return nil
        }
        for index in sentence.range {
            // `None.` as an answer
            let isAll =
                sentence.passageRole == .answer && sentence.lexed.words == ["none"] && text.isWord(index, ["none"])
            let isOfWhole = noneOfWhole(sentence, index)
            // `15/16 none (the flag was there, but nobody had used it)`
            let isOfYear =
                text.isWord(index, ["none", "nil", "zero"]) && CardinalWords.match(text, at: index) == nil
                && periods.contains {
                    $0.range.upperBound == index
                        || $0.range.upperBound == index - 1 && text[index - 1]?.kind == .symbol
                }
            guard
                let end = isAll || isOfWhole || isOfYear
                    ? index + 1
                    : Self.none.match(text, at: index)?.end
                        ?? Self.noneOf(text, index, until: sentence.range.upperBound), end <= sentence.range.upperBound
            else { continue }
            // `As no crime had taken place`, `no other type of offence`: why, or of the rest.
            // `No crimes had to be left aside for 2021/22`: nothing was taken out.
            let isLeftOut =
                text.isWord(index, ["no", "none"])
                && (index..<index + 8).contains {
                    text.isWord($0, ["aside", "removed", "excluded", "discounted", "withheld"])
                }
            // `Enquiries may show that no crime took place`
            let isOfCause =
                text.isWord(index, ["no"]) && text.isWord(index + 1, ["crime", "offence"])
                && text.isWord(end, ["took", "occurred", "happened"])
            if isLeftOut || isOfCause { continue }
            // `No recorded offences before 2017/18`: not of the year named.
            if periods.count == 1, text.isWord(periods[0].range.lowerBound - 1, ["before", "until"]) { return nil }
            if text.isWord(index - 1, ["as", "because", "since"]) || text.isWord(index + 1, ["other"]) { continue }
            let words = Set(sentence.lexed.words)
            // `No offences were flagged because the flag was not in use`: why nothing could be counted.
            if words.contains("because"), StateRecogniser.read(sentence.lexed, regime: context.regime) != nil {
                return nil
            }
            let near = Set((index - 6..<index + 10).compactMap { sentence.range.contains($0) ? text.word($0) : nil })
            guard
                near.isDisjoint(with: ["information", "hold", "held", "facility", "search", "if", "where", "locate"]),
                !periods.isEmpty || sentence.passageRole == .answer || isOfWhole
                    || levels.isEmpty && focus.period != nil
                        && (sentence.passageRole == .listItem || index == sentence.range.lowerBound)
                    || levels.isEmpty && (context.period() != nil || !bothYears(sentence, periods, focus).isEmpty)
            else { return nil }
            if levels.contains(where: { $0.range.overlaps(index..<end) }) { return nil }
            let length = text.isWord(index, ["did", "not", "recorded", "there"]) ? end - index : 1
            return Mention(
                kind: .number(.exact(.zero, raw: text.raw(lexemes: index..<index + length))),
                range: index..<index + length)
        }
        return nil
    }
}

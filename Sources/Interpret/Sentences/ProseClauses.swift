import Records
import Vocabulary

/// The words of a sentence that go with one number.
extension ProseReader {
    /// `…, of which 190 had the flag`, `…, and 74 of them bore a flag`, `…, with 80 bearing a flag`: a part of the number before.
    static func opensPart(_ number: Range<Int>, _ text: LexedText) -> Bool {
        let (start, end) = (number.lowerBound, number.upperBound)
        return text.isWord(start - 2, ["of"]) && text.isWord(start - 1, ["which", "these", "those"])
            || text.isWord(end, ["of"]) && text.isWord(end + 1, ["them", "these", "those", "which"])
            || text.isWord(start - 1, ["with"]) && text.isWord(end, ["bearing", "carrying", "having", "showing"])
    }

    /// The number whose words go on with this one: in `118 in 2017/18, of which 20 were detected, and 158 in 2018/19` the first.
    static func lead(of index: Int, _ ranges: [Range<Int>], _ text: LexedText, _ binding: Binding) -> Int {
        let end = ranges[index].upperBound
        // `63 (51 with a female victim) and in 2017/18 70`: what stands in brackets leads nothing behind them.
        if let inside = binding.bracket(around: ranges[index - 1].lowerBound), !inside.contains(end),
            let whole = ranges[..<index].lastIndex(where: { $0.upperBound < inside.lowerBound })
        {
            return whole
        }
        guard text.isWord(end, ["in", "for", "during"]), PeriodRecogniser.match(text, at: end + 1) != nil else {
            return index - 1
        }
        var lead = index - 1
        while lead > 0, text.isWord(ranges[lead].lowerBound - 1, ["which", "whom", "these"]),
            text.isWord(ranges[lead].lowerBound - 2, ["of"])
        { lead -= 1 }
        return lead
    }

    /// The cues of the words that go with one number: up to the next, within its clause and its brackets.
    func ownCues(_ index: Int, _ ranges: [Range<Int>], _ sentence: Sentence, _ binding: Binding) -> Cues {
        let text = sentence.unit.lexed
        let range = ranges[index]
        let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
        // `…, although it was available to officers`: another clause speaks of something else.
        var end =
            (range.upperBound..<max(range.upperBound, next)).first {
                text.isSymbol($0, ";")
                    || text.isSymbol($0, ",")
                        && text.isWord($0 + 1, ["although", "though", "because", "since", "neither", "none"])
            } ?? next
        if let inside = binding.bracket(around: range.lowerBound) { end = min(end, inside.upperBound) }
        // `In 302 and adults in 190`: the adults are of the next.
        if index + 1 < ranges.count, let lead = Self.leadIn(of: ranges[index + 1], text) { end = min(end, lead) }
        end = min(end, Self.ownEnd(of: range, before: end, text, binding))
        let isAlone = ranges.count == 1
        var cues =
            binding.isBare(range) && end > range.upperBound && !isAlone
            ? Cues() : Self.cues(in: text, range.upperBound..<max(range.upperBound, end), binding)
        // `58 offences (17 of them rapes) carrying the flag`: what follows the brackets goes on from before them.
        if index + 1 < ranges.count, let inside = binding.bracket(around: ranges[index + 1].lowerBound),
            !inside.contains(range.lowerBound)
        {
            let beyond = ranges[(index + 1)...].first { $0.lowerBound > inside.upperBound }?.lowerBound
            let rest = inside.upperBound..<max(inside.upperBound, beyond ?? sentence.range.upperBound)
            cues = cues.filled(from: CueRecogniser.cues(in: text, range: rest))
        }
        // `…; the flag was on 46 of these`: the clause speaks of its own.
        let last = index > 0 ? ranges[index - 1].upperBound : sentence.range.lowerBound
        if index > 0, let lead = Self.leadIn(of: range, text), lead >= last {
            cues = cues.filled(from: CueRecogniser.cues(in: text, range: lead..<range.lowerBound))
        }
        guard let clause = (last..<max(last, range.lowerBound)).last(where: { text.isSymbol($0, ";") }) else {
            return cues
        }
        return cues.filled(from: CueRecogniser.cues(in: text, range: clause..<range.lowerBound))
    }

    /// What words say apart from brackets with a number of their own: `63 (51 of them girls)` counts no people.
    static func cues(in text: LexedText, _ range: Range<Int>, _ binding: Binding) -> Cues {
        var cues = Cues()
        var start = range.lowerBound
        for open in range where text.isSymbol(open, "(") && open >= start {
            guard let inside = binding.bracket(around: open + 1), inside.upperBound < range.upperBound,
                inside.contains(where: { text[$0]?.isNumber == true })
            else { continue }
            cues = cues.filled(from: CueRecogniser.cues(in: text, range: start..<open))
            start = inside.upperBound + 1
        }
        return cues.filled(from: CueRecogniser.cues(in: text, range: start..<max(start, range.upperBound)))
    }

    /// `… and adults in 190`: where the words begin that lead a number.
    static func leadIn(of number: Range<Int>, _ text: LexedText) -> Int? {
        // `… and an adult in the other 164`
        let isRest =
            text.isWord(number.lowerBound - 1, ["other", "remaining"]) && text.isWord(number.lowerBound - 2, ["the"])
        let at = isRest ? number.lowerBound - 3 : number.lowerBound - 1
        return flagLead(of: number, text)
            ?? (at - 3..<at).last { text.isWord($0, ["and"]) || text.isSymbol($0, ",") }
    }

    /// `…, and the cyber marker was present on 143 of these`: where the words begin that give the number the flag.
    static func flagLead(of number: Range<Int>, _ text: LexedText) -> Int? {
        let at = number.lowerBound - 1
        guard text.isWord(at, ["on", "to"]),
            let lead = (max(0, at - 10)..<at).last(where: { text.isWord($0, ["and"]) || text.isSymbol($0, ",") }),
            (lead..<at).contains(where: { text.isWord($0, ["flag", "marker", "tag", "keyword", "qualifier"]) }),
            !(lead..<at).contains(where: { text[$0]?.isNumber == true || text.isWord($0, ["not", "no"]) })
        else { return nil }
        return lead
    }

    /// Where words begin that speak of something else than the number: `640 offences, 15% of which …`, `198 (including 9 adults)`,
    /// `117, however the latter includes …`.
    static func ownEnd(of number: Range<Int>, before end: Int, _ text: LexedText, _ binding: Binding) -> Int {
        (number.upperBound..<max(number.upperBound, end)).first { at in
            // `1,322 crimes, of which an estimated 70% were online`, `914 offences and 12% of them carried the flag`
            let isShare =
                text[at]?.isNumber == true && !text.isSymbol(at - 1, "(")
                && (text.isSymbol(at - 1, ",") || text.isWord(at - 1, ["and"])
                    || (at - 4..<at).contains { text.isWord($0, ["which"]) })
                && (text.isSymbol(at + 1, "%") || text.isWord(at + 1, ["per"]) && text.isWord(at + 2, ["cent"]))
            let isAside =
                text.isSymbol(at, "(") && text.isWord(at + 1, ["including", "includes", "of"])
                && binding.bracket(around: at + 1).map { $0.contains { text[$0]?.isNumber == true } } ?? false
            let isBut =
                text.isSymbol(at, ",")
                && (text.isWord(at + 1, ["however", "but"])
                    || text.isWord(at + 1, ["all"]) && text.isWord(at + 2, ["but"]))
            // `450 offences, a tenth of them with the cyber flag`
            let isFraction =
                text.isSymbol(at, ",")
                && (at + 1..<at + 4).contains { index in
                    text.isWord(index, ["half", "third", "quarter", "fifth", "tenth", "thirds", "quarters"])
                        && text.isWord(index + 1, ["of"])
                }
            return isShare || isAside || isBut || isFraction
        } ?? end
    }
}

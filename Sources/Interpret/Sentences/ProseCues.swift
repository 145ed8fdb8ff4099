import Records
import Vocabulary

/// What a number of a sentence counts, and zeros in words.
extension ProseReader {
    /// The cues of each number: its own words, then those before the first number of the sentence.
    func levelCues(_ ranges: [Range<Int>], _ sentence: Sentence, _ binding: Binding, apart: Set<Int>) -> [Cues] {
        let text = sentence.unit.lexed
        let start = sentence.answerStart
        let before = CueRecogniser.cues(in: text, range: start..<max(start, ranges.first?.lowerBound ?? start))
        var own = ranges.indices.map { ownCues($0, ranges, sentence, binding) }
        // `From 40 in the previous year the number of … rose to 52`: said between them of both.
        if own.allSatisfy(\.isEmpty), before.isEmpty {
            let clause = ranges.last.flatMap { last in
                (last.upperBound..<sentence.range.upperBound).first { text.isSymbol($0, ";") }
            }
            let end = ranges.last.map {
                Self.ownEnd(of: $0, before: clause ?? sentence.range.upperBound, text, binding)
            }
            let whole = sentence.range.lowerBound..<(end ?? sentence.range.upperBound)
            own = own.map { _ in Self.cues(in: text, whole, binding) }
        }
        // `97 for 2020/21 and 104 for 2021/22, and those are numbers of children`
        let end = ranges.last?.upperBound ?? sentence.range.upperBound
        let tellsPeople = (end..<sentence.range.upperBound).contains { index in
            text.isWord(index, ["those", "these", "which"]) && text.isWord(index + 1, ["are", "were"])
                && (index + 2..<index + 7).contains {
                    text.isWord($0, ["children", "victims", "people", "individuals", "persons"])
                }
        }
        if tellsPeople { for index in own.indices { own[index].unit = .people } }
        // `How many separate children were victims?` `There were 2,871 separate children.`
        for index in own.indices where countsPeople(ranges[index], text) {
            for next in index..<own.endIndex where next == index || own[next].isEmpty {
                own[next].unit = .people
            }
        }
        for index in own.indices.dropLast().reversed()
        where own[index].isEmpty && binding.runsOn(ranges[index], to: ranges[index + 1])
            // `We recorded 671, and 74 of them bore a cyber flag`
            && !(text.isWord(ranges[index + 1].upperBound, ["of"])
                && text.isWord(ranges[index + 1].upperBound + 1, ["them", "these", "those"]))
        { own[index] = own[index + 1] }
        // `17 of the 58 offences`: of what the whole counts.
        for index in own.indices.dropLast().reversed()
        where own[index].flag == nil && binding.isPart(ranges[index], of: ranges[index + 1]) {
            own[index] = own[index + 1]
        }
        // `412 of the offences in 2020/21 and 537 of those in 2021/22 had the flag`: parts both.
        for index in own.indices.dropLast().reversed()
        where own[index].flag == nil && own[index + 1].flag == .flagged && Self.isOfThese(ranges[index], text)
            && Self.isOfThese(ranges[index + 1], text)
        { own[index].flag = .flagged }
        // `38 of the offences of 2020/21 and 29 of those of 2021/22 had resulted in a charge`: both became of them.
        for index in own.indices.dropLast().reversed()
        where own[index].unit == .offences && own[index + 1].unit == .outcomes && Self.isOfThese(ranges[index], text)
            && Self.isOfThese(ranges[index + 1], text)
        { own[index].unit = .outcomes }
        tellWholes(&own, ranges, sentence, binding)
        tellHeaded(&own, ranges, text)
        tellContraries(&own, ranges, text)
        tellChildrenApart(&own, before, ranges, sentence)
        let flagged = own.contains { $0.flag == .flagged }
        // `590 in 2016/17 and 633 in 2017/18, whether flagged or not`: said of them all.
        let tail = (ranges.last?.upperBound ?? sentence.range.upperBound)..<sentence.range.upperBound
        if !flagged, before.flag != .flagged, !tail.isEmpty, CueRecogniser.cues(in: text, range: tail).flag == .all {
            for index in own.indices where own[index].flag == nil { own[index].flag = .all }
        }
        // `846 in 2015/16 and 1,071 in 2016/17, against victims of any age`: said of them all.
        if AnyAge.isSaid(in: text, range: tail), own.allSatisfy({ $0.flag != .flagged }) {
            for index in own.indices { own[index].subject = .other }
        }
        for index in own.indices {
            // `Three offences with the flag, and in 2018/19 a single offence was`: only what stands before the flagged is all.
            let leads = own[index...].contains { $0.flag == .flagged }
            let speaks =
                own[index].subject != nil || own[index].unit == .offences && leads
                || index == 0 && before.subject != nil
                // `The overall number was 455; the flag was on 46 of these`
                || (max(0, ranges[index].lowerBound - 4)..<ranges[index].lowerBound).contains {
                    text.isWord($0, ["overall"])
                }
                // `It recorded 7,540, with 847 having the flag`
                || index + 1 < own.count && own[index + 1].flag == .flagged
                    && (text.isWord(ranges[index + 1].lowerBound - 1, ["including", "which"])
                        || text.isWord(ranges[index + 1].lowerBound - 1, ["with"])
                            && text.isWord(ranges[index].lowerBound - 1, ["recorded", "logged", "were", "was"]))
                // `611 with the flag, 3,104 without it, 3,715 in all`
                || text.isWord(ranges[index].upperBound, ["in"])
                    && text.isWord(ranges[index].upperBound + 1, ["all", "total"])
            if own[index].flag == nil, flagged, speaks, before.flag == nil, !apart.contains(index),
                !refersBack(ranges[index], text)
            {
                own[index].flag = .all
            }
            // `1,390 such offences were recorded, and the marker was present on 211`
            if own[index].flag == nil, before.flag == nil, index + 1 < own.count,
                Self.flagLead(of: ranges[index + 1], text) != nil
            {
                own[index].flag = .all
            }
            if own[index].flag == nil, before.flag == nil, index + 1 < own.count, own[index + 1].flag == .flagged,
                Self.opensPart(ranges[index + 1], text)
            {
                own[index].flag = .all
            }
            // `1,310 with the flag, out of 7,420`
            if index > 0, own[index].isEmpty, own[index - 1].flag == .flagged,
                binding.isPart(ranges[index - 1], of: ranges[index])
            {
                own[index].flag = .all
            }
            // `14 were rapes`: the offence says which, not of what.
            if apart.contains(index), index > 0 || own[index].subject == .sexual,
                own[index].subject == .sexual || own[index].subject == .childSexual
            {
                own[index].subject = nil
            }
            // `…, and 1,987 children were the victims of them`: of what the number before counted.
            // `365 with an adult victim and 181 with a victim under 18`: not of what the adults' are.
            let isOfChildren = (ranges[index].upperBound..<max(ranges[index].upperBound, sentence.range.upperBound))
                .prefix(14).contains { at in
                    AgeRecogniser.match(text, at: at).map { ($0.value.high ?? 99) <= 17 } ?? false
                        || text.isWord(at, ["child", "children"])
                }
            if index > 0, own[index - 1].subject == .other, isOfChildren, own[index].subject != .other {
                let flag = own[index].flag ?? before.flag ?? own[..<index].last { $0.flag != nil }?.flag
                own[index] = Cues(flag: flag, unit: .offences, subject: .childSexual)
            } else if index > 0, own[index].flag == nil, own[index].subject == nil {
                own[index] = own[index].filled(from: own[Self.lead(of: index, ranges, text, binding)])
            }
            own[index] = own[index].filled(from: before)
            // `355 offences (all ages)`, `the number for all ages was 374`: not children's.
            let from = index > 0 ? ranges[index - 1].upperBound : sentence.range.lowerBound
            let near = from..<min(sentence.range.upperBound, ranges[index].upperBound + 8)
            let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
            if near.contains(where: { at in
                at < next && text.isWord(at, ["all"]) && text.isWord(at + 1, ["ages"])
                    && (at > ranges[index].upperBound || at + 4 >= ranges[index].lowerBound)
            }) {
                own[index].subject = .other
            }
            // `Children were the victims in 302`: offences.
            if own[index].unit?.isOfVictims == true, text.isWord(ranges[index].lowerBound - 1, ["in"]),
                (ranges[index].lowerBound - 4..<ranges[index].lowerBound).contains(where: {
                    text.isWord($0, ["victims", "victim"])
                })
            {
                own[index].unit = .offences
            }
            // `441 children as victims of the flagged offences`: people, of whom the campaign counts only those of all offences.
            if own[index].unit == .victims, isOfVictims(ranges[index], text) {
                own[index].unit = .people
            }
        }
        // `1,900 offences, 130 of these with the flag; in 2017/18 the equivalent figures were 1,788 and 111`
        let half = ranges.count / 2
        if ranges.count == half * 2, half > 1,
            (ranges[half - 1].upperBound..<ranges[half].lowerBound).contains(where: {
                text.isWord($0, ["equivalent", "corresponding", "comparable"])
            })
        {
            for index in 0..<half { own[half + index] = own[index] }
        }
        return own
    }

    /// `The flag was present on 187 of the 1,540 offences`, `39 of 410 offences carried the flag`, `12% of 410 carried the flag`:
    /// the part has the flag, the whole is of all.
    private func tellWholes(_ own: inout [Cues], _ ranges: [Range<Int>], _ sentence: Sentence, _ binding: Binding) {
        let text = sentence.unit.lexed
        var last: Int?
        for index in ranges.indices {
            let isWhole = index > 0 && binding.isPart(ranges[index - 1], of: ranges[index])
            guard isWhole || binding.isWholeOfShare(ranges[index]) else { continue }
            let start = ranges[index].upperBound
            let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
            if own[index].flag == .flagged, Self.saysFlagOfPart(text, start..<max(start, end)) {
                if isWhole { own[index - 1] = own[index] }
                own[index].flag = .all
                continue
            }
            guard isWhole else { continue }
            let at = ranges[index - 1].lowerBound
            let isOn = text.isWord(at - 1, ["on", "to", "in", "by"])
            let isTold =
                isOn
                && (max(sentence.range.lowerBound, at - 8)..<at).contains {
                    text.isWord($0, ["flag", "marker", "tag", "keyword", "qualifier"])
                }
            // `…, and in 2020/21 on 203 of the 1,447`
            guard own[index].flag == nil, isTold || last != nil && isOn else { continue }
            own[index - 1].flag = .flagged
            own[index] = own[index].filled(from: last.map { own[$0] } ?? Cues(flag: .all))
            last = index
        }
    }

    /// `offences against children carried the flag`, where `offences that carried the flag` would say it of the whole.
    private static func saysFlagOfPart(_ text: LexedText, _ range: Range<Int>) -> Bool {
        let verb = range.first { index in
            text.isWord(
                index, ["had", "has", "have", "carried", "carry", "bore", "bear", "were", "was", "are", "received"])
                && !text.isWord(index - 1, ["that", "which", "who"])
        }
        guard let verb else { return false }
        return CueRecogniser.cues(in: text, range: range.lowerBound..<verb).flag == nil
            && CueRecogniser.cues(in: text, range: verb..<range.upperBound).flag == .flagged
    }

    /// `412 of the offences`, `537 of those`
    private static func isOfThese(_ number: Range<Int>, _ text: LexedText) -> Bool {
        text.isWord(number.upperBound, ["of"])
            && text.isWord(number.upperBound + 1, ["the", "these", "those", "them"])
            && text[number.upperBound + 2]?.isNumber != true
    }

    /// `nearly 70`, `about 120` are estimates of the writer's.
    func hedge(_ figure: inout Figure, at range: Range<Int>, _ text: LexedText) {
        let (index, end) = (range.lowerBound, range.upperBound)
        if text.isWord(
            index - 1,
            ["about", "around", "approx", "approximately", "nearly", "almost", "roughly", "circa", "some", "estimated"])
            || text.isWord(index - 1, ["to"]) && text.isWord(index - 2, ["close"])
            || text.isWord(end, ["or"]) && text.isWord(end + 1, ["so"])
            || text.isWord(index - 1, ["of"]) && text.isWord(index - 2, ["region"])
            || text.isWord(index - 1, ["under", "over"]) && text.isWord(index - 2, ["just", "well"])
            || text.isWord(index - 1, ["is", "was", "of", "at"])
                && text.isWord(index - 2, ["estimate", "estimated", "estimates", "guess"])
            || text.isSymbol(end, ",") && text.isWord(end + 1, ["an", "our", "as"])
                && (end + 2..<end + 4).contains(where: { text.isWord($0, ["estimate", "estimated"]) })
        {
            figure.status = .estimated
        }
    }
}

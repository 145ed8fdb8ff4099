import Records
import Vocabulary

/// Numbers told apart by one word: children's part of a whole of all ages, what has the flag and what has not.
extension ProseReader {
    /// `63 offences with the flag, of which 57 had a victim under 18`, `104: 60 against adults and 44 against under 18s`:
    /// a whole that says nothing of children is of all ages, and its part has what the whole has.
    func tellChildrenApart(_ own: inout [Cues], _ before: Cues, _ ranges: [Range<Int>], _ sentence: Sentence) {
        let text = sentence.unit.lexed
        for index in ranges.indices.dropFirst() where saysChildren(index, ranges, sentence) {
            guard let whole = (0..<index).last(where: { own[$0].subject != .other }),
                own[whole].subject == .sexual || own[whole].subject == nil && before.subject == .sexual,
                own[index].flag == nil || own[index].flag == (own[whole].flag ?? before.flag)
                    // `900 sexual offences, of which 200 were cyber-flagged crimes against under 18s`
                    || own[whole] == Cues(unit: own[whole].unit, subject: .sexual) && own[index].flag == .flagged,
                isPartOfBefore(index, since: whole, ranges, text)
            else { continue }
            let flag = own[index].flag ?? own[whole].flag ?? before.flag
            own[index] = Cues(flag: flag, unit: .offences, subject: .childSexual)
            own[whole].subject = .other
            // `…, and 119 of the 902 had the flag`
            for later in own.indices where later > index && own[later].subject == nil {
                own[later].subject = .childSexual
            }
        }
    }

    /// Behind the number, and not before it, an age says that the victims are children.
    private func saysChildren(_ index: Int, _ ranges: [Range<Int>], _ sentence: Sentence) -> Bool {
        let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
        func isSaid(in range: Range<Int>) -> Bool {
            sentence.mentions.filter { range.contains($0.range.lowerBound) }.nameChildren
        }
        return isSaid(in: ranges[index].upperBound..<max(ranges[index].upperBound, end))
            && !isSaid(in: sentence.range.lowerBound..<ranges[index].lowerBound)
    }

    /// `of which 57`, `57 of them`, `including 57`; `: 60 against adults and 44 …`
    private func isPartOfBefore(_ index: Int, since whole: Int, _ ranges: [Range<Int>], _ text: LexedText) -> Bool {
        let gap = ranges[whole].upperBound..<max(ranges[whole].upperBound, ranges[index].lowerBound)
        let end = ranges[index].upperBound
        // `There were 2,467 in all; 902 had a victim under 18`
        let hadVictim = text.isWord(end, ["had", "have", "involved"]) && text.isWord(end + 1, ["a", "victims"])
        return Self.opensPart(ranges[index], text) || hadVictim
            || gap.contains { at in
                text.isSymbol(at, ":") || text.isWord(at, ["including", "comprising"])
                    || text.isWord(at, ["of"]) && text.isWord(at + 1, ["which", "whom", "these", "them"])
            }
    }

    /// `863 did not have a flag and 37 did`, `62 with a flag, 838 without`: the last word is the other's contrary.
    func tellContraries(_ own: inout [Cues], _ ranges: [Range<Int>], _ text: LexedText) {
        for index in ranges.indices.dropFirst() where own[index].flag == nil {
            let end = ranges[index].upperBound
            let isDenied =
                text.isWord(end, ["without"])
                || Self.auxiliaries.contains(text.word(end) ?? "")
                    && text.isWord(end + 1, ["not"])
            // `317, of which nine had the flag, and in 2019/20 … 341, of which eleven had it`
            let isAgain =
                text.isWord(end, ["had", "carried", "bore"]) && text.isWord(end + 1, ["it", "one"])
                && own[..<index].contains { $0.flag == .flagged }
            if isAgain {
                own[index].flag = .flagged
                continue
            }
            let isSaid = Self.auxiliaries.contains(text.word(end) ?? "") && !isDenied
            let last = isDenied && !text.isWord(end, ["without"]) ? end + 2 : end + 1
            guard isDenied || isSaid, text[last].map({ $0.kind == .symbol }) ?? true,
                let other = own[..<index].last(where: { $0.flag == (isDenied ? .flagged : .unflagged) })
            else { continue }
            own[index] = Cues(flag: isDenied ? .unflagged : .flagged, unit: other.unit, subject: other.subject)
        }
    }

    /// `Cyber flagged / all child sexual offences:` over `2019/20: 131 of 688`: the part and its whole, as the heading names them.
    func tellHeaded(_ own: inout [Cues], _ ranges: [Range<Int>], _ text: LexedText) {
        guard ranges.count == 2, own.allSatisfy(\.isEmpty),
            (ranges[0].upperBound..<ranges[1].lowerBound).allSatisfy({
                text.isWord($0, ["of", "out"]) || text.isSymbol($0, "/") || text.isSymbol($0, "(")
            }),
            let head = context.outers.first?.unit.lexed,
            let cut = head.lexemes.indices.first(where: { head.isSymbol($0, "/") || head.isWord($0, ["of", "out"]) }),
            case (let part, let whole) = (
                CueRecogniser.cues(in: head, range: 0..<cut), CueRecogniser.cues(in: head, range: cut..<head.count)
            ), part.flag == .flagged, whole.flag == .all
        else { return }
        own = [part.filled(from: whole), whole]
    }

    private static let auxiliaries: Set<String> = ["did", "had", "was", "were", "do", "does", "have", "has", "are"]
}

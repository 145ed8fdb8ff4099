import Records
import Vocabulary

/// Which body a number of a sentence belongs to.
extension ProseReader {
    struct AreaMention {
        var codes: [String]
        var text: String
        var range: Range<Int>
    }

    func areaMentions(_ sentence: Sentence) -> [AreaMention] {
        var found: [AreaMention] = []
        for mention in sentence.mentions {
            guard case .area(let reading) = mention.kind, lexicon.areas[reading.candidates[0]]?.kind != .other else {
                continue
            }
            let raw = sentence.unit.lexed.raw(lexemes: mention.range)
            // `Norfolk and Suffolk Constabularies recorded …` is one figure of two bodies.
            if let last = found.last, !hasOwnNumbers(sentence),
                sentence.unit.lexed.isWord(last.range.upperBound, ["and"]),
                last.range.upperBound + 1 == mention.range.lowerBound
            {
                found[found.count - 1] = AreaMention(
                    codes: last.codes + [reading.candidates[0]], text: last.text + " and " + raw,
                    range: last.range.lowerBound..<mention.range.upperBound)
                continue
            }
            // `The charity's East of England region, which takes in Northamptonshire`: a member, not the whole.
            let isMember =
                found.last.map { whole in
                    !whole.codes.contains(where: lexicon.isForce)
                        && (whole.range.upperBound..<mention.range.lowerBound).contains {
                            sentence.unit.lexed.isWord(
                                $0, ["takes", "includes", "including", "covers", "comprises", "comprising"])
                        }
                } ?? false
            if isMember { continue }
            found.append(AreaMention(codes: [reading.candidates[0]], text: raw, range: mention.range))
        }
        return found
    }

    /// Each of two bodies has its own number: `Kent and Essex recorded 63 and 98 respectively`.
    func hasOwnNumbers(_ sentence: Sentence) -> Bool {
        sentence.lexed.words.contains("respectively")
    }

    /// `We recorded 90`, below a sentence that names another body: the sender's.
    private func speaksForSender(_ sentence: Sentence) -> Bool {
        !Set(sentence.lexed.words).isDisjoint(with: ["we", "our", "us"]) && !isPress
    }

    private static let wide: Set<String> = ["nationally", "nationwide", "national", "countrywide"]

    func place(
        _ statement: inout Statement, _ areas: [AreaMention], _ chosen: Int?, _ focus: Focus, _ sentence: Sentence
    ) {
        if let chosen {
            statement.areas = areas[chosen].codes
            statement.areaAsWritten = areas[chosen].text
            statement.evidence.append(
                Evidence(
                    "area", .sentence, areas[chosen].text, sentence.unit.places(lexemes: areas[chosen].range).first))
        } else if isPress, !Self.wide.isDisjoint(with: sentence.lexed.words) {
            // `Nationally 9,742 were counted`: of which nation is not said, and it is none of the bodies named before.
            statement.areaAsWritten = "national"
        } else if !focus.areas.isEmpty, !speaksForSender(sentence) {
            statement.areas = focus.areas
            statement.areaAsWritten = focus.areaText
            statement.evidence.append(Evidence("area", .sentence, focus.areaText, nil))
        } else if let found = context.area(lexicon) {
            statement.areas = found.codes
            statement.evidence.append(found.evidence)
        }
    }
}

import Records
import Vocabulary

/// Notes by which figures are of another force, of several, or not of all that a force has.
extension AlteringNote {
    /// `These figures are for Bedfordshire, Cambridgeshire and Hertfordshire combined`
    static func isOfSeveral(_ sentence: Sentence) -> Bool {
        let forces = sentence.mentions.filter { if case .area = $0.kind { true } else { false } }
        return forces.count > 1 && !sentence.namesNumber
            && sentence.lexed.words.contains { ["combined", "together", "jointly"].contains($0) }
            && !sentence.lexed.words.contains { ["request", "requests", "team", "unit"].contains($0) }
    }

    /// `The 421 is what the desk flagged for all three forces put together.`
    static func isOfSeveralForces(_ text: LexedText) -> Bool {
        // `The 221 is what the two forces recorded between them.`
        if text.lexemes.indices.contains(where: {
            text.isWord($0, ["forces"]) && text.isWord($0 + 2, ["between"]) && text.isWord($0 + 3, ["them"])
        }) {
            return true
        }
        return isOfForcesTogether(text)
    }

    private static func isOfForcesTogether(_ text: LexedText) -> Bool {
        text.words.contains { ["is", "are"].contains($0) } && text.count <= 20
            && text.lexemes.filter(\.isNumber).count <= 1
            && text.lexemes.indices.contains { index in
                text.isWord(index, ["forces"])
                    && (text.isWord(index + 1, ["together", "combined"])
                        || text.isWord(index + 1, ["put", "taken", "added"]) && text.isWord(index + 2, ["together"]))
            }
    }

    /// `The table shows Surrey Police; Kent will follow.`
    static func isOfAnotherBody(_ sentence: Sentence, _ senders: Set<String>) -> Bool {
        let text = sentence.unit.lexed
        guard !senders.isEmpty, !sentence.namesNumber, sentence.lexed.count <= 16,
            !Set(sentence.lexed.words).isDisjoint(with: figures)
        else { return false }
        return sentence.mentions.contains { mention in
            guard case .area(let area) = mention.kind else { return false }
            let at = mention.range.lowerBound
            let told = text.isWord(at - 1, ["the"]) ? at - 2 : at - 1
            // `The numbers include West Mercia.`
            if text.isWord(told, ["include", "includes"]) { return senders != Set(area.candidates) }
            return area.saysForce && senders.isDisjoint(with: area.candidates)
                && (text.isWord(told, ["shows", "show"])
                    || text.isWord(told, ["for", "of"]) && text.isWord(told - 1, ["are", "is"]))
        }
    }

    /// `The divisions other than Tayside did not reply to us in time`, `of our five districts only Calderdale sent anything back`
    static func lacksDivisions(_ text: LexedText) -> Bool {
        let divisions = text.lexemes.indices.first {
            text.isWord(
                $0, ["divisions", "districts", "boroughs", "areas", "stations", "hubs", "desks", "teams", "units"])
        }
        if text.isWord(0, ["of"]), let divisions, divisions <= 5,
            (divisions..<divisions + 4).contains(where: { text.isWord($0, ["only", "just"]) })
        {
            return true
        }
        return text.words.prefix(3).contains {
            ["divisions", "districts", "boroughs", "division", "district"].contains($0)
        }
            && zip(text.words, text.words.dropFirst()).contains {
                $0 == "not" && ["reply", "respond", "answer"].contains($1)
            }
    }
}

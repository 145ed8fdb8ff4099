import Records
import Vocabulary

/// What may tell a figure of a sentence from the whole that was asked for.
extension SentenceReading {
    /// `150 offences with the flag, including 14 where the victim was aged 18 or over`: not of children alone.
    private func takesInAdults(_ index: Int) -> Bool {
        let end = bound.ranges[index].upperBound
        guard
            let part = (end..<max(end, sentence.range.upperBound)).first(where: {
                text.isWord($0, ["including", "includes", "which", "whom", "them", "these"])
            }), !bound.ranges.contains(where: { $0.lowerBound > end && $0.lowerBound < part - 2 })
        else { return false }
        return sentence.mentions.contains { mention in
            mention.range.lowerBound > part && mention.range.lowerBound < part + 14 && mention.isAdult
        }
    }

    /// Words that may tell a part from the whole.
    func narrow(_ statement: inout Statement, _ index: Int) {
        if statement.age == nil, bound.cues[index].subject != .childSexual, takesInAdults(index) {
            statement.doubts.append(
                Doubt(
                    Doubt.scope, .error,
                    "found “\(statement.figure.raw)” and adults among them in “\(sentence.text)”, expected a figure of all that was asked"
                ))
        }
        if let narrowing = bound.narrowings[index], !bound.excludes {
            (statement.strangeLabels, statement.isOfPart) = ([narrowing.label], narrowing.isNamed)
        }
        // `Of a sample of 100 records, 37 were found`
        let isEstimate = sentence.lexed.words.contains { ["estimate", "estimated", "estimates"].contains($0) }
        let drawn =
            isEstimate
            ? nil
            : sentence.range.first { text.isWord($0, ["sample", "sampled", "tested", "dip", "random"]) }.map {
                Label(text.raw(lexemes: $0..<$0 + 1), sentence.places.first)
            }
        if let sample = focus.sample ?? drawn { (statement.strangeLabels, statement.isOfPart) = ([sample], true) }
        if bound.excludes { statement.doubts.append(.leavesOut(sentence.text)) }
    }
}

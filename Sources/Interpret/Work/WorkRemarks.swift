import Records
import Vocabulary

/// What stands in few words beside a figure or has its mark: `to nearest 5`, `Surrey figure`, `not flagged`, `Apr-Dec`.
extension Work {
    /// Takes up what a remark says of these figures; those of the years that it names are `named`.
    mutating func take(remark sentence: Sentence, of all: [Int], _ named: [Int], _ label: Label) {
        let text = sentence.lexed
        guard text.count <= 12 else { return }
        if let base = Legend.rounding(in: text) {
            for index in all { reading.statements[index].figure = reading.statements[index].figure.rounded(to: base) }
            return
        }
        let isOfOthers =
            text.words == ["all", "ages"] || CueRecogniser.cues(in: text).flag == .unflagged
            || text.lexemes.indices.contains { CueRecogniser.namesOtherFlag(text, $0) }
            || isOfOtherForce(sentence)
        if isOfOthers {
            doubt(named, .error, label)
            return
        }
        // `Apr-Dec`, `nine months`, `from June`
        let isOfMonths = text.lexemes.indices.contains { PeriodRecogniser.isLessThanAYear(text, at: $0) }
        let opensWithTime = text.count <= 3 || text.isWord(0, ["from", "to", "until", "up", "data", "figures"])
        guard isOfMonths || sentence.coveredPart != nil && text.count <= 6 && opensWithTime else { return }
        for index in named where reading.statements[index].period?.isFinancialYear == true {
            shorten(index, to: sentence.coveredPart)
        }
    }

    /// `Surrey figure` beside a figure of another force's
    private func isOfOtherForce(_ remark: Sentence) -> Bool {
        let senders = Set(reading.sender.map(\.area))
        return !senders.isEmpty && remark.lexed.count <= 4
            && remark.mentions.contains { mention in
                guard case .area(let area) = mention.kind else { return false }
                return area.candidates.contains(where: lexicon.isForce) && senders.isDisjoint(with: area.candidates)
            }
    }
}

import Records
import Vocabulary

/// What questions, headings and tables leave to the sentences behind them.
extension Work {
    /// `I wish to know the figure for 2018/19.`
    static func onlyAsks(_ passage: PassageUnit) -> Bool {
        let text = passage.unit.lexed
        return passage.role == .paragraph && text.count <= 50 && Sentence.split(passage).count == 1
            && text.isWord(0, ["i"]) && text.isWord(1, ["wish", "want", "would"])
    }

    /// `Of the 523:` over a list of its parts: what was told of it.
    func whole(namedBy passage: PassageUnit) -> Told? {
        let mentions = passage.unit.lexed.isWord(0, ["of"]) ? passage.unit.mentions : []
        return mentions.lazy.compactMap { mention -> Told? in
            guard case .number(let figure) = mention.kind, let value = figure.value else { return nil }
            return told[value]
        }.first
    }

    /// `For the financial year just ended:`, `For the one before it:` over a list.
    func relativeYears(_ passage: PassageUnit, _ carried: Focus) -> [Period] {
        var anchor = carried.period
        return passage.unit.mentions.compactMap { mention in
            switch mention.kind {
            case .period(.lastYear): anchor = lastCompleteYear
            case .period(.relative(let shift)): anchor = anchor?.shifted(years: shift)
            default: return nil
            }
            return anchor
        }
    }

    func tablePeriods(before index: Int) -> [Period]? {
        let periods = Set(
            reading.statements.compactMap { $0.method == .table || $0.method == .list ? $0.period : nil }.filter(
                \.isWholeYear))
        return periods.count > 1 ? periods.sorted() : nil
    }
}

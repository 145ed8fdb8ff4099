import Records
import Vocabulary

/// What notes say of months that are missing in a year's figure.
extension Work {
    private static let unfinished = Phrases<Bool>([
        "still being input", "still being entered", "still being loaded", "still being keyed",
        "not yet been input", "not yet been entered", "not yet been loaded", "not yet been keyed",
        "have yet to be entered",
        "have yet to be input",
    ])

    /// `The last three months of that year are still being input`, `from September 2017 to January 2018 the flag could not be
    /// set`, `crimes recorded before 1 August 2017 are not in this table`: a person should know. False where it says nothing such.
    mutating func limitTime(_ all: [Int], by sentence: Sentence, _ label: Label) -> Bool {
        let text = sentence.lexed
        guard sentence.role == .statement, !sentence.namesNumber || Self.unfinished.occurs(in: text) else {
            return false
        }
        if Self.unfinished.occurs(in: text) {
            let years = sentence.wholeYears
            let latest = all.compactMap { reading.statements[$0].period }.max()
            doubt(
                all.filter { index in
                    let period = reading.statements[index].period
                    return years.isEmpty ? period == latest : period.map(years.contains) ?? false
                }, .warning, label)
            return true
        }
        // `We could only look at the first six months.`
        if text.isWord(0, ["we", "i", "they"]), text.words.prefix(4).contains("only"), sentence.wholeYears.isEmpty,
            text.lexemes.indices.contains(where: { PeriodRecogniser.isLessThanAYear(text, at: $0) })
        {
            doubt(all, .warning, label)
            return true
        }
        let days = StateReader.periods(sentence.mentions).filter { !$0.isWholeYear }
        // `She has got as far as 31 December 2019. The right-hand column ends on that day.`
        let isThatDay = text.words.contains("that") && text.words.contains { ["day", "date"].contains($0) }
        let mentions = isThatDay ? sentence.unit.mentions : sentence.mentions
        let dates = mentions.compactMap { mention -> CivilDate? in
            if case .period(.date(let date)) = mention.kind { date } else { nil }
        }
        // `From September 2017 to January 2018 the flag could not be set`
        let isWithoutFlag =
            text.words.contains { ["flag", "marker"].contains($0) }
            && text.lexemes.indices.contains {
                text.isWord($0, ["not"])
                    && (text.isWord($0 + 1, ["working", "available"])
                        || text.isWord($0 + 1, ["be"])
                            && text.isWord($0 + 2, ["set", "used", "applied", "added", "recorded", "entered"]))
            }
        // `Crimes recorded before 1 August 2017 were on another system and are not in this table`, `what was entered before
        // November 2016 cannot be searched`
        let isLost = text.lexemes.indices.contains { index in
            text.isWord(index, ["searched", "retrieved", "recovered", "extracted", "counted"])
                && text.isWord(index - 1, ["be", "been"])
                && text.isWord(index - 2, ["cannot", "not", "can't", "couldn't"])
        }
        let isLeftOut = text.words.contains("before") && (ScopeNote.leavesOut(text) || isLost)
        let words = Set(text.words)
        // `The system went live only in November 2016`, `the flag was usable only from September 2015`
        let since = dates + days.filter { $0.days <= 31 }.map(\.start)
        if words.contains("only"), !ScopeNote.leavesOut(text),
            !words.isDisjoint(with: ["from", "since", "after", "live"]), !since.isEmpty
        {
            let early = all.filter { index in
                let statement = reading.statements[index]
                return statement.partOf == nil
                    && statement.period.map { year in since.contains { year.start < $0 } } ?? false
            }
            doubt(early, .warning, label)
            return !early.isEmpty
        }
        // `Nothing was entered from September to November 2017 while staff moved to the new system.`
        let isLacking = !days.isEmpty && !words.isDisjoint(with: ["nothing", "nobody", "lost", "hole", "gap"])
        guard isWithoutFlag && !(days.isEmpty && dates.isEmpty) || isLeftOut && !since.isEmpty || isLacking else {
            return false
        }
        let touched = all.filter { index in
            let statement = reading.statements[index]
            guard let year = statement.period, year.isWholeYear, !isWithoutFlag || statement.cues.flag == .flagged
            else {
                return false
            }
            return days.contains { $0.start <= year.end && year.start <= $0.end }
                || dates.contains { year.start < $0 && $0 <= year.end }
                || isLeftOut && since.contains { $0 > year.start }
        }
        doubt(touched, .warning, label)
        return !touched.isEmpty
    }
}

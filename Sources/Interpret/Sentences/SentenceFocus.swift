import Records
import Vocabulary

/// What a sentence leaves to the next.
extension SentenceReading {
    /// What follows speaks of what this sentence was first about.
    mutating func settleFocus() {
        let years = result.statements.compactMap(\.period)
        if let main = (reader.isPress ? years.filter(\.isWholeYear).max() : nil) ?? years.first
            ?? periods.last(where: { timed in
                // `Our Connect system went live in 2017`: a time, but not of what follows.
                timed.period != nil && timed.years.isEmpty && !(timed.period?.isCalendarYear == true && ownCues.isEmpty)
            })?.period
        {
            focus.period = main
        }
        let named = periods.flatMap { $0.years.isEmpty ? [$0.period].compactMap { $0 } : $0.years }
        if !named.isEmpty { focus.periods = named }
        for year in named where year.isWholeYear && !focus.years.contains(year) { focus.years.append(year) }
        // `BTP polices the railways of Great Britain`: in a body's own letter the next sentence speaks of itself again.
        if let area = areas.last, reader.isPress || !result.statements.isEmpty {
            (focus.areas, focus.areaText) = (area.codes, area.text)
        }
        if areas.count > 1 { focus.pair = areas.map(\.codes) }
        // `A further 162 were removed because the victim was an adult`: what was left out is not spoken of.
        let isLeftOut = ownCues.subject == .other && hasNumbers && (levels.isEmpty || !speaksOfCrime)
        // `No information is held for 2016/17, as this force did not have the flag at the time.`
        let isOfNone =
            ownCues.flag == .unflagged && !hasNumbers && StateRecogniser.read(sentence.lexed, regime: .foia) != nil
        if !ownCues.isEmpty, !isLeftOut, !isOfNone, !ProseReader.isOfParts(sentence) || ownCues.subject != .other {
            var own = ownCues
            // `118 were recorded, of which 20 were detected`: what follows counts no detections.
            if let first = bound.cues.first, own.unit == .outcomes { own.unit = first.unit }
            // `A child in 281 of them and an adult in the other 164`: nor adults.
            if let first = bound.cues.first, own.subject == .other { own.subject = first.subject }
            focus.cues = own.filled(from: focus.cues)
        }
        for mention in sentence.mentions { if case .period(.date(let date)) = mention.kind { focus.date = date } }
        focus.count(
            result.statements,
            isPart: ProseReader.isOfThese(sentence)
                || levels.first.map { ProseReader.opensPart($0.range, text) } ?? false)
        let spoken = sentence.mentions.compactMap { if case .offence(let code) = $0.kind { code } else { nil } }
        let told = Set(result.statements.map(\.offence))
        focus.offence = result.statements.isEmpty ? Set(spoken).only : told.count == 1 ? told.first ?? nil : nil
        // `60 records chosen at random were read. Fourteen had an online element.`
        if let word = sentence.range.first(where: { text.isWord($0, ["random", "sample", "sampled", "dip"]) }),
            result.statements.isEmpty || text.isWord(word, ["random"])
        {
            focus.sample = Label(text.raw(lexemes: word..<word + 1), sentence.places.first)
        }
    }
}

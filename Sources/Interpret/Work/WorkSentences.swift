import Records
import Vocabulary

/// One sentence and what it adds to the reading.
extension Work {
    mutating func read(_ sentence: Sentence, _ reader: ProseReader, _ focus: inout Focus, isHeading: Bool) {
        let text = sentence.lexed
        // `In the other 2 the age was not recorded` counts.
        let isOfUnknownAge = sentence.mentions.contains {
            if case .age(let age) = $0.kind { age.isUnknown } else { false }
        }
        if !isOfUnknownAge, StateRecogniser.read(text, regime: regime) != nil,
            sentence.mentions.allSatisfy({ if case .period = $0.kind { false } else { true } })
        {
            return
        }
        var result = reader.read(sentence, focus: &focus)
        for (entries, reason, witness) in result.explained {
            account.mark(entries, .explained(reason, witness: witness))
        }
        if isHeading {
            // A heading is read only where it says a whole figure itself.
            let periods = sentence.mentions.contains {
                if case .period(let reading) = $0.kind, reading.period != nil { true } else { false }
            }
            let says =
                text.words.contains { ["recorded", "were", "was", "there", "is", "are"].contains($0) }
                || text.lexemes.contains { $0.text == ":" }
            let cues = CueRecogniser.cues(in: text)
            let tells =
                says && (cues.unit != nil || cues.flag != nil)
                && (text.lexemes.contains { $0.text == ":" } || text.count > 8 && reading.kind == .bodyReturn)
            // `2020/21 (total 284)` over its ages.
            let isTotal = text.words.count <= 6 && text.words.contains("total") && sentence.namesNumber
            guard periods, tells || isTotal else { return }
        }
        if result.statements.isEmpty, let answered = result.forces.first {
            forcesTold.append((answered, result.forces.dropFirst().first))
        }
        for (range, index) in result.smallWords where result.statements.indices.contains(index) {
            guard result.statements[index].tokens.isEmpty,
                CardinalWords.match(sentence.unit.lexed, at: range.lowerBound) == nil,
                let place = sentence.unit.places(lexemes: range).first
            else { continue }
            result.statements[index].tokens = [account.addWord(sentence.unit.lexed.raw(lexemes: range), at: place)]
        }
        // `That is no change from 2017/18`
        if result.statements.isEmpty, said.count == 1, var again = said.first.map({ reading.statements[$0] }),
            let other = reader.likenedPeriod(sentence, focus), other != again.period
        {
            (again.period, again.partOf, again.tokens) = (other, nil, [])
            append(again)
            return
        }
        // `Behind 634 records are 634 childhoods`: said before, of whoever it was.
        if reading.kind == .press, !areNamed(sentence) {
            for index in result.statements.indices.reversed() {
                guard let value = result.statements[index].figure.value, value > Quantity(12), told[value] != nil else {
                    continue
                }
                account.mark(result.statements[index].tokens, .explained("repeated", witness: "said before"))
                result.statements.remove(at: index)
            }
        }
        widen(by: sentence, &result)
        // `There are 2,146 crimes of the kind. Were each to take two minutes, …`: what would have to be read.
        if tellsOfWork, sentence.spokenMeasure == nil, sentence.wholeYears.isEmpty {
            for index in result.statements.indices {
                result.statements[index].doubts.append(
                    Doubt(
                        Doubt.scope, .error,
                        "found “\(result.statements[index].figure.raw)” beside what the work would take, expected a figure of all that was asked"
                    ))
            }
        }
        // `Nine of these turn out to have an adult victim`: what was said before is still what is spoken of.
        let isOfThese = ProseReader.isOfParts(sentence)
        if !result.statements.isEmpty, !isOfThese { (said, retracted) = ([], []) }
        for statement in result.statements {
            guard let value = statement.figure.value, let period = statement.period else { continue }
            told[value, default: Told()].periods.insert(period)
            told[value, default: Told()].cues.insert(statement.cues)
        }
        let years = Set(result.statements.compactMap(\.period).filter(\.isWholeYear)).sorted()
        if years.count == 2 { comparedYears = years }
        latestYear = ([latestYear].compactMap { $0 } + years).max()
        for statement in result.statements {
            if !isOfThese { said.append(reading.statements.count) }
            append(statement)
        }
    }
}

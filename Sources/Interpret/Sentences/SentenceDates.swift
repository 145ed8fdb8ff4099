import Records
import Vocabulary

/// The period of each figure of a sentence.
extension SentenceReading {
    func date(_ statement: inout Statement, _ index: Int) {
        let at = bound.ranges[index].lowerBound
        func take(_ period: Period?, _ kind: Evidence.Kind, _ words: String, _ place: Place?) {
            statement.period = period
            statement.evidence.append(Evidence("period", kind, words, place))
        }
        func takeFromSentence(_ period: Period?) { take(period, .sentence, sentence.text, sentence.places.first) }
        if let bracketed = reader.bracketed, at > 1, text[at - 2]?.isNumber == true,
            text.isSymbol(at - 1, "[") || text.isSymbol(at - 1, "(")
        {
            take(bracketed, .document, bracketed.label, nil)
        } else if let pointed = reader.formerOrLatter(bound.ranges[index], text, focus, named(before: at)) {
            takeFromSentence(pointed)
        } else if let change = bound.changes[index] {
            takeFromSentence(change)
        } else if bound.isOfSpan, bound.span != nil || bound.usable.isEmpty {
            takeFromSentence(bound.span)
        } else if bound.inOrder.indices.contains(index) {
            takeFromSentence(bound.inOrder[index])
            if bound.inOrder[index].days < 95 { statement.partOf = bound.inOrder[index].enclosingFinancialYear }
        } else if let chosen = bound.periodOf[index], isSince(bound.usable[chosen]) {
            // `Since April 2015 we have recorded 1,281`: until when, nobody says.
            statement.period = nil
        } else if let chosen = bound.periodOf[index] {
            let own = bound.usable[chosen]
            take(own.period, .sentence, text.raw(lexemes: own.range), sentence.unit.places(lexemes: own.range).first)
            statement.partOf = own.partOf
            statement.doubts += own.doubts
            if let year = own.period, let covered = coveredPart(of: year, index) {
                (statement.period, statement.partOf, statement.figure.status) = (covered, year, .partial)
            }
        } else if periods.allSatisfy({ $0.period != nil }), let period = focus.period ?? reader.contextPeriod() {
            take(period, .document, period.label, nil)
        }
        if let period = statement.period, !period.isWholeYear, statement.partOf == nil, let year = period.enclosingYear
        {
            statement.partOf = year
            if statement.figure.status == .exact { statement.figure.status = .partial }
        }
    }

    /// The whole years that the sentence names before a number.
    private func named(before number: Int) -> [Period] {
        bound.usable.filter { $0.range.upperBound <= number }.compactMap(\.period).filter(\.isWholeYear)
    }

    private func isSince(_ own: ProseReader.Timed) -> Bool {
        own.period.map { $0.days <= 31 } ?? false && text.isWord(own.range.lowerBound - 1, ["since"])
    }

    /// `12 (to 28 February 2019)`, `for 2019/20 there were 96, but only from 1 April 2019 to 7 July 2019`: what of the year the number covers.
    private func coveredPart(of year: Period, _ index: Int) -> Period? {
        let number = bound.ranges[index]
        if text.isSymbol(number.upperBound, "("),
            let close = (number.upperBound + 2..<max(number.upperBound + 2, sentence.range.upperBound)).first(where: {
                text.isSymbol($0, ")")
            }),
            let told = PeriodRecogniser.whole(LexedText(text.raw(lexemes: number.upperBound + 1..<close))),
            let part = told.period(within: year), part != year, year.contains(part)
        {
            return part
        }
        // `In 2019, up to and including 30 September, there were 194.`
        let upTo = (sentence.range.lowerBound..<number.lowerBound).last {
            text.isWord($0, ["up"]) && text.isWord($0 + 1, ["to"])
        }
        if let upTo, case let day = text.isWord(upTo + 2, ["and"]) ? upTo + 4 : upTo + 2,
            let (last, _) = PeriodRecogniser.openEnd(text, day, in: year),
            let part = Period(from: year.start, to: last), part != year, year.contains(part)
        {
            return part
        }
        let end =
            bound.ranges.indices.contains(index + 1) ? bound.ranges[index + 1].lowerBound : sentence.range.upperBound
        let inside = bound.usable.filter { timed in
            (number.upperBound..<max(number.upperBound, end)).contains(timed.range.lowerBound)
                && ((timed.range.lowerBound - 4..<timed.range.lowerBound).contains {
                    text.isWord($0, ["only", "covering", "covers"])
                }
                    // `2019/20: 118 offences were recorded from 1 April 2019 to 7 July 2019`
                    || (timed.range.lowerBound - 1...timed.range.lowerBound).contains {
                        text.isWord($0, ["from", "between"])
                    } && timed.range.count > 4)
        }
        guard year.isWholeYear, inside.count == 1, let part = inside[0].period, part != year, year.contains(part) else {
            return nil
        }
        return part
    }
}

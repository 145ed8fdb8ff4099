import Records
import Vocabulary

/// The periods that a refusal or gap is about.
extension StateReader {
    /// `Until September 2020 there was no flag`: not of a year that goes on beyond.
    func reaches(_ period: Period, _ sentence: Sentence) -> Bool {
        let text = sentence.unit.lexed
        for mention in sentence.mentions {
            let first = mention.range.lowerBound
            guard case .period(let reading) = mention.kind,
                text.isWord(first, ["until", "till"]) || text.isWord(first - 1, ["until", "till", "before"])
            else { continue }
            switch reading {
            case .date(let date), .until(let date): return period.end <= date
            case .period(let limit), .weak(let limit): if !limit.isWholeYear { return period.end <= limit.end }
            default: continue
            }
        }
        return true
    }

    func periods(of sentence: Sentence, _ all: [Sentence]) -> [Period] {
        // `There was no marker before April 2018`, `until it is complete in May`: until when, not of when.
        let limit = sentence.range.first {
            sentence.unit.lexed.isWord($0, ["before", "until", "till", "since"])
        }
        // `79 in 2017/18 (information for 2015/16 not held)`: of the years in the brackets.
        if let inside = Binding(text: sentence.unit.lexed, in: sentence.range).statedIn(sentence.range, regime: regime),
            case let own = Self.periods(sentence.mentions.filter { inside.contains($0.range.lowerBound) }), !own.isEmpty
        {
            return own
        }
        let hasYear = Self.periods(sentence.mentions).contains(where: \.isWholeYear)
        let clauses = clausesWithoutState(of: sentence)
        // `£310,000 has been spent since 2018`
        func isSince(_ mention: Mention) -> Bool {
            sentence.unit.lexed.isWord(mention.range.lowerBound - 1, ["since"])
        }
        var periods = Self.periods(
            sentence.mentions.filter { !isSince($0) }.filter { mention in
                if clauses.contains(where: { $0.contains(mention.range.lowerBound) }) { return false }
                guard case .period(let reading) = mention.kind, let period = reading.period, !period.isWholeYear else {
                    return true
                }
                // `We moved to Athena during May 2018; nothing is held for 2018/19`: no state is of a month beside a year.
                return limit.map { mention.range.lowerBound < $0 } ?? true && !(hasYear && period.days <= 31)
            })
        // `In 2016/17 fewer than ten were flagged; the precise number is withheld`
        if periods.isEmpty, let first = clauses.first, first.lowerBound == sentence.range.lowerBound {
            periods = Self.periods(sentence.mentions.filter { !isSince($0) }).filter(\.isWholeYear)
        }
        if periods.isEmpty, [.paragraph, .listItem, .answer].contains(sentence.passageRole),
            let heading = headingPeriods[sentence.unit.text]
        {
            periods = heading
        }
        if periods.isEmpty, let question = asked[sentence.text] {
            periods = question.periods.compactMap(\.period)
            // `In those two years`: those that the questions before named.
            if periods.isEmpty { periods = requestedPeriods(all) }
            periods = periods.filter { reaches($0, sentence) }
        }
        // `2015/16 and 2016/17: it would take 223 hours. Section 12(1) applies.`: of the years that it opens with.
        if periods.isEmpty, sentence.passageRole == .paragraph {
            let text = sentence.unit.lexed
            let head = (0..<min(12, text.count)).first { text.isSymbol($0, ":") } ?? 0
            let opening = sentence.unit.mentions.prefix { $0.range.upperBound <= head }
            if opening.first?.range.lowerBound == 0 { periods = Self.periods(Array(opening)).filter(\.isWholeYear) }
        }
        // The years that its paragraph speaks of, where nothing repeats the request; an item speaks for itself.
        if periods.isEmpty,
            sentence.passageRole == .listItem || sentence.passageRole == .paragraph && requestedPeriods(all).isEmpty
        {
            periods = Self.periods(sentence.unit.mentions.filter { !isSince($0) }).filter(\.isWholeYear)
        }
        return periods
    }

    /// `…; the last year for which we hold it is 2016/17, when it was 39`: a clause with a figure, which is no gap.
    private func clausesWithoutState(of sentence: Sentence) -> [Range<Int>] {
        let text = sentence.unit.lexed
        let cuts = sentence.range.filter { text.isSymbol($0, ";") }
        let clauses = zip([sentence.range.lowerBound] + cuts, cuts + [sentence.range.upperBound]).map { $0..<$1 }
        let hasFigure = { (clause: Range<Int>) in
            sentence.mentions.contains { mention in
                if case .number = mention.kind { clause.contains(mention.range.lowerBound) } else { false }
            }
        }
        return clauses.filter { clause in
            clauses.count > 1 && hasFigure(clause)
                && StateRecogniser.read(LexedText(text.raw(lexemes: clause)), regime: regime) == nil
        }
    }

    static func periods(_ mentions: [Mention]) -> [Period] {
        mentions.flatMap { mention -> [Period] in
            guard case .period(let reading) = mention.kind else { return [] }
            switch reading {
            case .period(let period), .weak(let period):
                return period.isWholeYear
                    ? [period]
                    : period.wholeFinancialYears.count > 1 ? period.wholeFinancialYears : [period]
            case .years(let years): return years.compactMap { Period(financialYear: $0) }
            case .bareYear(let year): return Period(calendarYear: year).map { [$0] } ?? []
            case .financialYearNumber(let year): return Period(financialYear: year).map { [$0] } ?? []
            default: return []
            }
        }
    }

    /// The years that the request asked about, as the answer repeats it.
    func requestedPeriods(_ sentences: [Sentence]) -> [Period] {
        var periods: [Period] = []
        for sentence in sentences where sentence.role == .request {
            let named = Self.periods(sentence.mentions).filter(\.isWholeYear).sorted()
            // `Offences between 2014/15 and 2017/18`
            let isSpan = named.count == 2 && sentence.lexed.words.contains("between")
            periods += isSpan ? named[0].years(through: named[1]) : named
        }
        if periods.contains(where: \.isFinancialYear) { periods.removeAll { !$0.isFinancialYear } }
        if periods.isEmpty {
            for sentence in sentences
            where sentence.passageRole == .heading || sentence.passageRole == .title || sentence.passageRole == .header
                || sentence.lexed.isWord(0, ["subject", "re", "request"])
            { periods += Self.periods(sentence.mentions).filter(\.isWholeYear) }
        }
        return Array(Set(periods)).sorted()
    }
}

extension Binding {
    /// The brackets that alone say why there is no figure.
    fileprivate func statedIn(_ sentence: Range<Int>, regime: Regime) -> Range<Int>? {
        guard let open = sentence.first(where: { text.isSymbol($0, "(") }), let inside = bracket(around: open + 1),
            StateRecogniser.read(LexedText(text.raw(lexemes: inside)), regime: regime) != nil,
            StateRecogniser.read(LexedText(text.raw(lexemes: sentence.lowerBound..<open)), regime: regime) == nil
        else { return nil }
        return inside
    }
}

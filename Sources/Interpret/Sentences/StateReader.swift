import Records
import Vocabulary

/// Reads refusals and gaps: of the sentences that say one, which periods and which question they are about.
struct StateReader {
    let regime: Regime
    let context: Context
    let lexicon: Lexicon
    var isPress = false
    /// The periods of the heading that a paragraph stands under, by its text.
    var headingPeriods: [String: [Period]] = [:]
    /// The body that a paragraph named last before a sentence, by the sentence.
    var bodyBefore: [String: String] = [:]
    /// The question that a sentence answers, by the sentence.
    var asked: [String: Context.Outer] = [:]
    /// The years that the passages before a sentence named last, by the sentence.
    var yearsBefore: [String: [Period]] = [:]
    /// Sentences that answer a question about something else.
    var others: Set<String> = []
    /// What stands before and around a sentence, by the sentence; what only comes after it counts less.
    var around: [String: Context] = [:]

    struct Found {
        var statements: [Statement] = []
        var interim: Interim?
        var missingBreakdowns: [SourceNote] = []
        /// Sentences whose leftover numbers belong to the refusal.
        var operative: [Int] = []
    }

    static let breakdowns = Phrases<Bool>([
        "breakdown", "broken down", "by age", "by offence", "by offence type", "further detail", "age of the victim",
        "split by", "by victim age", "age breakdown", "offence type", "by type of offence", "ages of the victims",
        "age of victim", "victim ages", "victim's age", "ages of victims",
    ])
    private static let boiler = Phrases<Bool>([
        "any other information", "should not be taken as", "should not be taken to", "not be inferred",
        "not be construed", "if you are", "dissatisfied", "may be exempt", "places two duties",
        "duties on", "where a public authority", "public authorities are", "the act provides", "is entitled",
        "any person making", "absolute exemption and", "qualified exemption", "may also", "should you", "if it would",
        "would you", "please let",
    ])
    private static let backward = Phrases<Bool>([
        "at that time", "at the time", "that year", "those years", "back then",
    ])
    private static let beforeThen = Phrases<Bool>(["before then", "before that", "prior to then", "prior to that"])
    private static let theseYears = Phrases<Bool>([
        "these years", "those years", "either year", "both years", "those two years", "those three years",
        "those four years", "these two years", "these three years", "these four years",
    ])
    private static let thatYear = Phrases<Bool>(["for that year", "in that year", "that year's"])
    private static let thisOnly = Phrases<Bool>([
        "this question only", "this part only", "this point only", "only to this question", "only to this part",
        "that question only", "that part only", "question alone", "part alone",
    ])
    private static let interims: [(Phrases<Bool>, String)] = [
        (
            Phrases<Bool>([
                "clarify", "clarification", "please clarify", "could you confirm what", "be more specific",
                "which offences you mean", "what you mean", "is not clear", "when we hear from you",
            ]),
            "clarification_sought"
        ),
        (
            Phrases<Bool>([
                "acknowledge", "acknowledgement", "acknowledgment", "has been logged", "reply is due",
                "response is due", "will be with you", "being processed", "respond within", "will respond",
                "receive a response", "being considered", "will be answered", "extend the time", "extension of time",
                "further time", "holding", "reply by", "aim to respond", "aim to reply", "is being dealt with",
                "has been allocated", "in the process of", "working on your request", "will reply", "passed to",
                "need more time", "unable to meet", "hope to reply", "hope to respond", "response by",
                "public interest test", "hope to write", "should have been answered", "little longer", "bit longer",
                "in a queue", "further update", "still being", "not yet in a position", "sorry for the delay",
                "apologise for the delay", "apologies for the delay", "write to you again", "write again by",
                "last date for our", "open requests", "expect to write", "expect to reply", "expect to respond",
            ]), "overdue"
        ),
    ]

    func read(_ sentences: [Sentence], hasFigures: Bool) -> Found {
        var found = Found()
        var wholes: [(StateReading, Sentence, [Period], Cues)] = []
        let requested = requestedPeriods(sentences)
        for (index, sentence) in sentences.enumerated() where sentence.role == .statement {
            let text = sentence.lexed
            guard let reading = StateRecogniser.read(text, regime: regime), !Self.boiler.occurs(in: text),
                !text.isWord(0, ["if", "when", "where"])
            else { continue }
            // `The marker came in April 2016 and its use before then was not recorded`: why, and of no time of its own.
            let namesMonth =
                sentence.wholeYears.isEmpty && Self.periods(sentence.mentions).contains { $0.days <= 31 }
            guard isOperative(text, reading), !Self.countsUnflagged(sentence),
                !(namesMonth && Self.beforeThen.occurs(in: text))
            else { continue }
            found.operative.append(index)
            if others.contains(sentence.text) { continue }
            // `FOI ACT 2000 - PARTIAL REFUSAL`: of which part the text below says.
            if [.heading, .title].contains(sentence.passageRole), text.words.contains("partial"),
                sentence.wholeYears.isEmpty
            {
                continue
            }
            // `Section 12 applies to this question only`, under one that names no year of the campaign's
            if hasFigures, Self.thisOnly.occurs(in: text), asked[sentence.text] == nil,
                headingPeriods[sentence.unit.text] == nil
            {
                continue
            }
            // `How many of the victims in question 3 were under 13?` `Exempt.`
            let isOfPart = asked[sentence.text].map { $0.age != nil } ?? false
            if isOfPart || Self.breakdowns.occurs(in: text), !Self.isOfAllAsked(sentence),
                sentence.mentions.allSatisfy({ if case .period = $0.kind { false } else { true } })
            {
                found.missingBreakdowns.append(
                    SourceNote(kind: "breakdown_missing", text: sentence.text, places: sentence.places))
                continue
            }
            var own = periods(of: sentence, sentences)
            // `2016/17 is not held. The marker was not in use at that time.`
            if own.isEmpty, Self.backward.occurs(in: text), let last = wholes.last,
                last.1.unit.text == sentence.unit.text
            {
                own = last.2
            }
            // `In 2017/18 there were 1,120. We do not hold the number of those flagged for that year.`
            // `In July 2019 we moved to a new system and a count for that year isn't available.`
            if own.allSatisfy({ $0.days <= 31 }), Self.thatYear.occurs(in: text),
                let year = Self.periods(
                    sentence.unit.mentions.filter { $0.range.upperBound <= sentence.range.lowerBound }
                ).last(where: \.isWholeYear)
            {
                own = [year]
            }
            // `Due to be published in September 2019 and so exempt`, `our system was replaced in March 2019`: when something
            // happened, not of what is refused.
            if reading.status == .refused, own.allSatisfy({ $0.days <= 31 }) { own = [] }
            if own.isEmpty, Self.theseYears.occurs(in: text) {
                let before = sentences[..<index].reversed().prefix { $0.unit.text == sentence.unit.text }
                own = before.lazy.map(\.wholeYears).first { !$0.isEmpty } ?? yearsBefore[sentence.text] ?? []
            }
            wholes.append((reading, sentence, own, CueRecogniser.cues(in: text)))
        }
        // A sentence about a year speaks for itself; those about everything are one answer, the most telling.
        for (reading, sentence, own, cues) in wholes where !own.isEmpty {
            // `We are not able to provide a figure: a reliable count isn't available`: no refusal, where another says why.
            let isBare =
                !isPress && reading.status == .refused && reading.reason.isEmpty && reading.legalBasis.isEmpty
            for period in own
            where !(isBare && wholes.contains { $0.0.status != .refused && $0.2.contains(period) }) {
                // `There was no marker before 2018. In terms of section 17 …`: why stands in one, the law in the other.
                var full = reading
                for (other, _, years, _) in wholes where other.status == reading.status && years.contains(period) {
                    if full.reason.isEmpty { full.reason = other.reason }
                    if full.legalBasis.isEmpty { full.legalBasis = other.legalBasis }
                }
                found.statements += statements(full, sentence, period, cues)
            }
        }
        let general = wholes.filter { $0.2.isEmpty }
        func best(_ period: Period?) -> (StateReading, Sentence, [Period], Cues)? {
            general.filter { whole in period.map { reaches($0, whole.1) } ?? true }
                .max { Self.rank($0.0) < Self.rank($1.0) }
        }
        let named = Set(found.statements.compactMap(\.period))
        for period in requested where !named.contains(period) {
            guard let best = best(period) else { continue }
            found.statements += statements(best.0, best.1, period, best.3)
        }
        if requested.isEmpty, found.statements.isEmpty, let best = best(nil) {
            found.statements += statements(best.0, best.1, nil, best.3)
        }
        if found.statements.isEmpty, !hasFigures { found.interim = interim(sentences, requested) }
        return found
    }

    /// One for each body that the sentence names; a letter that names several speaks of itself.
    private func statements(_ reading: StateReading, _ sentence: Sentence, _ period: Period?, _ cues: Cues)
        -> [Statement]
    {
        var statement = Statement(
            figure: .state(reading.status, raw: sentence.text), method: .sentence, places: sentence.places)
        statement.words = sentence.text
        statement.reason = reading.reason
        statement.legalBasis = reading.legalBasis
        statement.period = period
        // A refusal counts nothing: `Outcome: full refusal` is no count of outcomes.
        let cues = Cues(flag: cues.flag, unit: nil, subject: cues.subject)
        let told = asked[sentence.text].map { cues.filled(from: $0.cues) } ?? cues
        statement.cues = context.cues(from: around[sentence.text]?.cues(from: told) ?? told)
        // A search for words that was made instead counts others; what is not held is what was asked.
        if statement.cues.subject == .other, told.subject != .other {
            statement.cues = Cues(flag: told.flag ?? statement.cues.flag, unit: nil, subject: told.subject)
        }
        let own = Set(
            sentence.mentions.compactMap {
                if case .area(let area) = $0.kind { area.candidates.first(where: lexicon.isForce) } else { nil }
            })
        if own.count == 1 || own.count > 1 && isPress {
            return own.sorted().map { body in
                var named = statement
                named.areas = [body]
                return named
            }
        }
        if let body = bodyBefore[sentence.text] {
            statement.areas = [body]
        } else if let found = context.area(lexicon) {
            statement.areas = found.codes
            statement.evidence.append(found.evidence)
        }
        return [statement]
    }

    private func interim(_ sentences: [Sentence], _ requested: [Period]) -> Interim? {
        for sentence in sentences where sentence.role != .boilerplate {
            for (phrases, reason) in Self.interims where phrases.occurs(in: sentence.lexed) {
                // The years of a request that the reply only mentions: `covering 2019/20 and 2020/21`.
                let named = sentences.flatMap { Self.periods($0.mentions) }.filter(\.isWholeYear)
                return Interim(
                    reason: reason, words: sentence.text, periods: requested.isEmpty ? Set(named).sorted() : requested,
                    places: sentence.places)
            }
        }
        return nil
    }
}

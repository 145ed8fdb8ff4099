import Records
import Vocabulary

extension Work {
    var lastCompleteYear: Period? {
        guard let date = letterhead.asOf ?? letterhead.received else { return nil }
        return Period(financialYear: date.financialYear - 1)
    }

    /// Reads the figures of running text, passage by passage.
    mutating func readProse() {
        var question: PassageUnit?
        var isNotes = false
        var carried = Focus()
        var bracketed: Period?
        // The year of the last answer, for a question that points back to it.
        var answered: Period?
        // `From 1 April 2018 to 31 March 2019 there were:` over answers that name no year.
        var lead: Period?
        // What the items of a list say, each further in than the one before.
        var outline: [(indent: Int, focus: Focus)] = []
        // `52 of the 126` may point at a figure of a table.
        for statement in reading.statements where statement.role == .level {
            guard let value = statement.figure.value, let period = statement.period, value > Quantity(12) else {
                continue
            }
            told[value, default: Told()].periods.insert(period)
            told[value, default: Told()].cues.insert(statement.cues)
        }
        for index in sections.indices {
            guard case .passage(let found) = sections[index] else {
                carried.periods = tablePeriods(before: index + 1) ?? carried.periods
                continue
            }
            var passage = found
            if isFootnote(passage) || passage.isFilter { continue }
            if [.heading, .title, .caption].contains(passage.role) {
                isNotes = ["notes", "explanatory notes", "caveats", "data notes", "please note"].contains(
                    passage.unit.lexed.words.joined(separator: " "))
            }
            switch passage.role {
            case .question:
                // `How many children were the victims of those offences?`, under the question for them.
                if passage.asked.isEmpty, let before = question, Questionnaire.refersBack(passage.unit.lexed) {
                    passage.asked = [Context.Outer(before.unit, .sentence)] + before.asked
                }
                question = passage
            case .answer where !passage.asked.isEmpty: question = nil
            case .answer: break
            case .quoted: question = lastQuestion(passage) ?? question
            case .heading
            where question != nil && passage.unit.lexed.count <= 12
                && (ProseReader.none.match(passage.unit.lexed, at: 0) != nil || passage.unit.lexed.words == ["none"]
                    || passage.unit.mentions.contains(where: { if case .number = $0.kind { true } else { false } })):
                passage.role = .answer
            case .heading where passage.isListOfOne: passage.role = .listItem
            case .heading where passage.unit.lexed.lexemes.last?.text != "?", .title:
                question = nil
                // A heading with a year opens a section of its own.
                let years = StateReader.periods(passage.unit.mentions) + relativeYears(passage, carried)
                if years.count == 1 {
                    carried = Focus(
                        period: years[0], periods: carried.periods, areas: carried.areas, areaText: carried.areaText,
                        cues: carried.cues)
                } else if let period = whole(namedBy: passage)?.periods.only {
                    carried.period = period
                } else if years.count > 1 {
                    // `2016/17 and 2017/18` over `The figures are 153 and 211 respectively.`
                    carried.periods = years
                }
            default:
                if passage.unit.lexed.lexemes.last?.text == "?" || Self.onlyAsks(passage) {
                    question = passage
                } else if question != nil, passage.unit.lexed.count <= 40, passage.role != .header {
                    passage.role = .answer
                } else {
                    question = nil
                }
            }
            let start = reading.statements.count
            let context = context(
                before: index, question: passage.role == .answer || question != nil ? question : nil,
                asked: passage.asked)
            var reader = ProseReader(
                context: context, lexicon: lexicon, lastYear: lastCompleteYear, rounding: legend.roundedTo,
                isPress: reading.kind == .press, reference: reading.reference)
            var focus = Focus(
                period: nil, periods: carried.periods, areas: kindIsOpen ? carried.areas : [],
                areaText: carried.areaText, cues: Cues(), age: nil)
            if focus.periods.isEmpty { focus.periods = passage.askedPeriods }
            // `The answers are 112, 131 and 140 respectively.`
            if focus.periods.isEmpty, passage.unit.lexed.words.contains("respectively"),
                StateReader.periods(passage.unit.mentions).isEmpty, let request = soleRequest
            {
                (focus.periods, focus.cues) = (request.wholeYears, CueRecogniser.cues(in: request.lexed))
            }
            // `How many of them had a cyber flag? 318.`
            if passage.role == .answer, passage.asked.isEmpty, let question,
                StateReader.periods(question.unit.mentions).isEmpty,
                Questionnaire.refersBack(question.unit.lexed) || Questionnaire.asksHowMany(of: question.unit.lexed)
            {
                focus.period = answered
            }
            if passage.role == .answer || passage.role == .listItem, StateReader.periods(passage.unit.mentions).isEmpty
            {
                focus.period = focus.period ?? lead
            }
            // `2) Of those in the last year, how many …?`, behind the years told for `1)`
            if focus.period == nil, let asked = passage.asked.first, Questionnaire.latest.occurs(in: asked.unit.lexed),
                asked.periods.allSatisfy({ $0.period == nil }), StateReader.periods(passage.unit.mentions).isEmpty
            {
                focus.period = reading.statements.compactMap(\.period).filter(\.isWholeYear).max()
            }
            if let again = passage.askedAgain { (focus.measures, focus.period) = (again.cues, again.period) }
            if passage.role == .listItem {
                // An item goes on from the item that it stands under.
                let indent = Self.indent(of: passage)
                let sibling = outline.last { $0.indent == indent }?.focus
                outline.removeAll { $0.indent >= indent }
                let above = outline.last?.focus ?? carried
                // `2. Of these, 190 had the flag`
                if passage.unit.lexed.words.contains("these") { focus.offence = (sibling ?? above).offence }
                // `- Force: 260` counts what the items beside it count.
                let isBare = CueRecogniser.cues(in: passage.unit.meaning).isEmpty
                (focus.period, focus.cues) = (above.period, (isBare ? sibling : nil)?.cues ?? above.cues)
            } else if passage.role == .paragraph {
                (focus.period, focus.measures) = (carried.period, carried.measures)
                focus.cues = focus.cues.isEmpty ? carried.cues : focus.cues
                // What the paragraph before counted beside offences, it counted to its end.
                if let unit = focus.cues.unit, unit != .offences, !unit.isOfVictims { focus.cues.unit = nil }
            }
            let sentences = Sentence.split(passage)
            tellsOfWork = sentences.contains(where: \.tellsOfWork)
            for (order, sentence) in sentences.enumerated() {
                // `118 for 20-21, 96 for 19-20. That's sexual offences on under-18s with the flag.`
                if focus.cues.isEmpty, let told = Self.measureTold(behind: order, in: sentences) { focus.cues = told }
                if let aside = Context.Outer.bracketPhrase(in: sentence.lexed)?.lowerBound {
                    bracketed =
                        sentence.mentions.lazy.filter {
                            $0.range.lowerBound > sentence.range.lowerBound + aside
                        }.compactMap { if case .period(let reading) = $0.kind { reading.period } else { nil } }.first
                }
                reader.bracketed = bracketed
                guard sentence.role == .statement else {
                    // `You asked for 2016/17, 2017/18 and 2018/19. We recorded 40, 50 and 60.`
                    let asked = sentence.wholeYears
                    // `A member asked how many were sexual offences against children. The Chief Constable said 447.`
                    let isAsked =
                        sentence.lexed.count <= 60 && CueRecogniser.cues(in: sentence.lexed).subject == .childSexual
                    // `You also wished to know how many custody suites we have`: what follows counts none of ours.
                    if sentence.role == .request, Self.asksForOutcomes(sentence) {
                        // `The second part asked how many persons were charged. In 2018/19 the count was 47.`
                        focus.cues = CueRecogniser.cues(in: sentence.lexed)
                        focus.measures = []
                    } else if sentence.role == .request, !passage.unit.lexed.isEmpty, Self.asksForOthers(sentence) {
                        focus.cues = Cues(subject: .other)
                        focus.measures = []
                    }
                    if sentence.role == .request, asked.count > 1 || isAsked {
                        if asked.count > 1 { focus.periods = asked }
                        if let year = asked.only { focus.period = year }
                        focus.cues = CueRecogniser.cues(in: sentence.lexed).filled(from: focus.cues)
                    }
                    continue
                }
                qualify(by: sentence)
                setApart(by: sentence)
                reader.said = told
                reader.yearsTold = yearsTold
                reader.compared = comparedYears
                reader.hasFigures = !reading.statements.isEmpty
                // A newspaper's figures without a year are of the latest that it tells.
                if reader.isPress, let latest = latestYear,
                    !sentence.mentions.contains(where: { mention in
                        guard case .period(let reading) = mention.kind else { return false }
                        // `The tally was 174, down on the 180 of the previous year`
                        return reading != .relative(-1)
                    })
                {
                    focus.period = latest
                }
                // `Notes: … In 2021/22 there were 8 which were over ten years old`
                if isNotes, !kindIsOpen, sentence.spokenMeasure == nil {
                    for mention in sentence.mentions {
                        guard case .number = mention.kind else { continue }
                        account.mark(
                            sentence.unit.tokens(in: mention.range),
                            .explained("note", witness: ProseReader.around(mention.range, sentence.unit.lexed)))
                    }
                    continue
                }
                // `* denotes fewer than 5 offences` says what a marker means, not how many there were.
                var own = Legend()
                if !passage.hasBullet && !own.learn(sentence.lexed).isEmpty { continue }
                if correct(sentence) {
                    // What is right is of what follows; why the other was wrong is not.
                    if let told = said.only.map({ reading.statements[$0] }) { focus.cues = told.cues }
                    continue
                }
                read(
                    sentence, reader, &focus,
                    isHeading: [.heading, .title, .caption, .header].contains(passage.role)
                        // `The MPS recorded 1,204 such offences. The victim was:`
                        && !(sentences.count(where: { !$0.lexed.words.isEmpty }) > 1
                            && sentence.lexed.lexemes.last?.text == ".")
                )
            }
            if passage.role == .answer { answered = focus.period }
            if passage.unit.lexed.lexemes.last?.text == ":" {
                lead = sentences.last?.wholeYears.only
            } else if passage.role != .answer, passage.role != .listItem {
                lead = nil
            }
            if passage.role == .listItem {
                outline.append((Self.indent(of: passage), focus))
            } else if passage.role == .paragraph {
                carried = focus
                outline = []
            } else {
                outline = []
            }
            explainRoles(from: start)
            statementsOf[index] = start..<reading.statements.count
        }
        settleUndated()
        tellForces()
    }

    /// The sentence names a body or a year.
    func areNamed(_ sentence: Sentence) -> Bool {
        sentence.mentions.contains { mention in
            switch mention.kind {
            case .area, .period: true
            default: false
            }
        }
    }

    /// The note of a mark that a figure or a name carries: `* One offence was moved from 20/5`.
    func isFootnote(_ passage: PassageUnit) -> Bool {
        guard let mark = passage.unit.lexed[0], passage.unit.lexed.count > 1 else { return false }
        let note = Footnotes.opened(passage.unit.lexed, 0)?.note
        return mark.raised || footnoteMarks.contains(mark.text)
            || note.map { footnoteMarks.contains("(\($0))") } ?? false
    }

    /// In a press release one sentence's subject goes on in the next; a return speaks for its sender.
    private var kindIsOpen: Bool { reading.kind != .bodyReturn }
}

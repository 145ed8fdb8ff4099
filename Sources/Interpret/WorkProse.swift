import Records
import Vocabulary

extension Work {
    private var lastCompleteYear: Period? {
        guard let date = letterhead.asOf ?? letterhead.received else { return nil }
        return Period(financialYear: date.financialYear - 1)
    }

    /// Reads the figures of running text, passage by passage.
    mutating func readProse() {
        var question: PassageUnit?
        var carried = Focus()
        for index in sections.indices {
            guard case .passage(let passage) = sections[index] else {
                carried.periods = tablePeriods(before: index + 1) ?? carried.periods
                continue
            }
            switch passage.role {
            case .question: question = passage
            case .answer: break
            case .heading, .title: question = nil
            default: if passage.unit.lexed.count > 6 { question = passage.role == .paragraph && question != nil ? question : nil }
            }
            let start = reading.statements.count
            let context = context(before: index, question: passage.role == .answer || question != nil ? question : nil)
            let reader = ProseReader(context: context, lexicon: lexicon, lastYear: lastCompleteYear)
            var focus = Focus(period: nil, periods: carried.periods, areas: kindIsOpen ? carried.areas : [], areaText: carried.areaText, cues: Cues(), age: nil)
            if passage.role == .paragraph || passage.role == .listItem { (focus.period, focus.cues) = (carried.period, carried.cues) }
            for sentence in Sentence.split(passage) where sentence.role == .statement {
                read(sentence, reader, &focus, isHeading: passage.role == .heading || passage.role == .title || passage.role == .caption || passage.role == .header)
            }
            if passage.role == .paragraph || passage.role == .listItem { carried = focus }
            explainRoles(from: start)
        }
    }

    /// In a press release one sentence's subject goes on in the next; a return speaks for its sender.
    private var kindIsOpen: Bool { reading.kind != .bodyReturn }

    private func tablePeriods(before index: Int) -> [Period]? {
        let periods = Set(reading.statements.compactMap { $0.method == .table || $0.method == .list ? $0.period : nil }.filter(\.isWholeYear))
        return periods.count > 1 ? periods.sorted() : nil
    }

    private mutating func read(_ sentence: Sentence, _ reader: ProseReader, _ focus: inout Focus, isHeading: Bool) {
        let text = sentence.lexed
        if StateRecogniser.read(text, regime: regime) != nil, sentence.mentions.allSatisfy({ if case .period = $0.kind { false } else { true } }) { return }
        var result = reader.read(sentence, focus: &focus)
        for (entries, reason, witness) in result.explained { account.mark(entries, .explained(reason, witness: witness)) }
        if isHeading {
            // A heading is read only where it says a whole figure itself.
            let periods = sentence.mentions.contains { if case .period(let reading) = $0.kind, reading.period != nil { true } else { false } }
            guard periods, CueRecogniser.cues(in: text).unit != nil || CueRecogniser.cues(in: text).flag != nil, text.lexemes.contains(where: { $0.text == ":" }) || text.count > 8 && reading.kind == .bodyReturn else { return }
        }
        for (range, index) in result.smallWords where result.statements.indices.contains(index) {
            guard CardinalWords.match(sentence.unit.lexed, at: range.lowerBound) == nil, let place = sentence.unit.places(lexemes: range).first else { continue }
            result.statements[index].tokens = [account.addWord(sentence.unit.lexed.raw(lexemes: range), at: place)]
        }
        for statement in result.statements {
            if isRepeat(statement) { account.mark(statement.tokens, .explained("repeated", witness: repeatPlace(statement))) } else { append(statement) }
        }
    }

    /// The same figure of the same key, already said: in a table, or in an earlier sentence.
    private func isRepeat(_ statement: Statement) -> Bool { earlier(statement) != nil }

    private func repeatPlace(_ statement: Statement) -> String { earlier(statement)?.places.locator ?? "" }

    private func earlier(_ statement: Statement) -> Statement? {
        reading.statements.first { other in
            other.role == .level && other.figure.value != nil && other.figure.value == statement.figure.value
                && (statement.areas.isEmpty || other.areas == statement.areas) && other.age ?? "all" == statement.age ?? "all" && other.offence ?? "all" == statement.offence ?? "all"
                && (other.period == statement.period || statement.period == nil) && (statement.cues.flag ?? other.cues.flag) == other.cues.flag && other.cues.unit != .suspects
                && (statement.cues.unit == other.cues.unit || statement.cues.unit == nil || other.cues.unit == nil)
        }
    }

    // MARK: refusals, gaps, notes

    mutating func readStates() {
        var sentences: [Sentence] = []
        for section in sections {
            guard case .passage(let passage) = section else { continue }
            sentences += Sentence.split(passage)
        }
        let hasFigures = reading.statements.contains { $0.role == .level && !$0.figure.status.isState && ($0.cues.flag != nil || $0.cues.subject == .childSexual) }
        let reader = StateReader(regime: regime, context: context(before: sections.count), lexicon: lexicon)
        if reading.kind == .bodyReturn {
            let found = reader.read(sentences, hasFigures: hasFigures)
            for statement in found.statements { append(statement) }
            reading.notes += found.missingBreakdowns
            reading.interim = found.interim
            for index in found.operative {
                let sentence = sentences[index]
                Explainer.explain(sentence.unit, in: &account, isLabel: false)
                account.mark(sentence.unit.tokens(in: sentence.range), .explained("cost_estimate", witness: "in the sentence that says why nothing is supplied"))
            }
        }
        for sentence in sentences where sentence.role == .statement && sentence.isNote {
            reading.notes.append(SourceNote(kind: "caveat", text: sentence.text, places: sentence.places))
        }
    }

    /// The fates of all numbers that are no figures.
    mutating func settle() {
        for section in sections {
            switch section {
            case .passage(let passage):
                Explainer.explain(passage.unit, in: &account, isLabel: false)
                for sentence in Sentence.split(passage) {
                    let entries = sentence.unit.tokens(in: sentence.range)
                    if sentence.role == .request { account.mark(entries, .explained("quoted_request", witness: "in what was asked")) }
                    if sentence.role == .boilerplate { account.mark(entries, .explained("boilerplate", witness: "how to complain or whom to ring")) }
                    if reading.interim.map({ $0.words == sentence.text }) ?? false { account.mark(entries, .explained("reference", witness: sentence.text)) }
                }
                explainRepeats(passage)
            case .table(let block):
                for row in block.cells { for cell in row where !cell.isSpanned { Explainer.explain(cell.unit, in: &account, isLabel: false) } }
            }
        }
        for section in sections {
            switch section {
            case .passage(let passage): reading.cues = reading.cues.filled(from: CueRecogniser.cues(in: passage.unit.lexed))
            case .table(let block):
                for row in block.headerRows + Array(block.dataRows.prefix(30)) {
                    for cell in block.cells[row] { reading.cues = reading.cues.filled(from: CueRecogniser.cues(in: cell.lexed)) }
                }
            }
        }
        reading.account = account.account
    }

    /// A figure said again in a headline or a summary.
    private mutating func explainRepeats(_ passage: PassageUnit) {
        for mention in passage.unit.mentions {
            guard case .number(let figure) = mention.kind, let value = figure.value else { continue }
            let entries = passage.unit.tokens(in: mention.range).filter(account.isUnexplained)
            guard !entries.isEmpty, let other = reading.statements.first(where: { $0.role == .level && $0.figure.value == value && !$0.tokens.isEmpty }), value > Quantity(12) || passage.role == .heading else { continue }
            account.mark(entries, .explained("repeated", witness: other.places.locator))
        }
    }
}

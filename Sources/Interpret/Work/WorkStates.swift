import Records
import Vocabulary

/// Refusals, gaps and notes.
extension Work {
    mutating func readStates() {
        var sentences: [Sentence] = []
        var under: [Period] = []
        var headingPeriods: [String: [Period]] = [:]
        var bodyBefore: [String: String] = [:]
        var asked: [String: Context.Outer] = [:]
        var around: [String: Context] = [:]
        var yearsBefore: [String: [Period]] = [:]
        var others: Set<String> = []
        var lastYears: [Period] = []
        var question: PassageUnit?
        for (index, section) in sections.enumerated() {
            guard case .passage(let passage) = section else { continue }
            let own = Sentence.split(passage)
            takeNotes(own)
            sentences += own
            for sentence in own where StateRecogniser.read(sentence.lexed, regime: regime) != nil {
                around[sentence.text] = context(before: index + 1)
            }
            for sentence in own { yearsBefore[sentence.text] = lastYears }
            let named = StateReader.periods(passage.unit.mentions).filter(\.isWholeYear)
            if !named.isEmpty { lastYears = named }
            // `How many devices were seized? Not held.`
            if passage.role == .answer, passage.asked.isEmpty, let question, Self.countsOutcomes(question.unit.lexed) {
                others.formUnion(own.map(\.text))
            }
            question = passage.role == .question ? passage : nil
            if let item = passage.asked.first {
                for sentence in own { asked[sentence.text] = item }
            }
            if passage.role == .heading || passage.role == .title {
                let periods = StateReader.periods(passage.unit.mentions).filter(\.isWholeYear)
                under = passage.unit.lexed.count <= 10 ? periods : []
            } else if !under.isEmpty {
                headingPeriods[passage.unit.text] = under
            }
            var body: String?
            for sentence in own {
                if let body { bodyBefore[sentence.text] = body }
                let named = Set(
                    sentence.mentions.compactMap {
                        if case .area(let area) = $0.kind { area.candidates.first(where: lexicon.isForce) } else { nil }
                    })
                if named.count == 1 { body = named.first }
            }
        }
        let hasFigures = reading.statements.contains {
            $0.role == .level && !$0.figure.status.isState && ($0.cues.flag != nil || $0.cues.subject == .childSexual)
        }
        let reader = StateReader(
            regime: regime, context: context(before: sections.count), lexicon: lexicon,
            isPress: reading.kind != .bodyReturn, headingPeriods: headingPeriods,
            bodyBefore: bodyBefore, asked: asked, yearsBefore: yearsBefore, others: others, around: around)
        if reading.kind != .bodyReturn {
            // What others say of a body: where one sentence names the body, the years and the refusal.
            for statement in reader.read(sentences, hasFigures: true).statements
            where statement.period != nil && statement.evidence.isEmpty { append(statement) }
        } else {
            let found = reader.read(sentences, hasFigures: hasFigures)
            for statement in found.statements { append(statement) }
            reading.notes += found.missingBreakdowns
            reading.interim = found.interim
            for index in found.operative {
                let sentence = sentences[index]
                Explainer.explain(sentence.unit, in: &account)
                account.mark(
                    sentence.unit.tokens(in: sentence.range),
                    .explained("cost_estimate", witness: "in the sentence that says why nothing is supplied"))
            }
        }
    }

    private mutating func takeNotes(_ sentences: [Sentence]) {
        reading.isCovering =
            reading.isCovering
            || sentences.contains { sentence in
                sentence.role == .statement
                    && sentence.lexed.words.contains {
                        ["attached", "attachment", "attachments", "enclosed", "enclosure"].contains($0)
                    }
            }
        for sentence in sentences where sentence.role == .statement && sentence.isNote {
            let kind = sentence.saysFlagIsUnderUsed ? "flag_under_used" : "caveat"
            reading.notes.append(SourceNote(kind: kind, text: sentence.text, places: sentence.places))
        }
    }
}

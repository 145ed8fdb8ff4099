import Records
import Vocabulary

/// Which figures a note is about: those that it names by their values, and not those that say already what it says.
extension Work {
    /// `The 71 is that one district's number`, `by mistake the 419 was taken from crimes closed in that year`: figures that a
    /// sentence without one of its own speaks of by their values.
    func pointed(by sentence: Sentence, _ all: [Int]) -> [Int] {
        let text = sentence.unit.lexed
        var values: [Quantity] = []
        var others: [Quantity] = []
        for mention in sentence.mentions {
            guard case .number(let figure) = mention.kind, let value = figure.value, value > Quantity(18) else {
                continue
            }
            let at = mention.range.lowerBound
            let opens =
                at == sentence.range.lowerBound || text.isSymbol(at - 1, ":")
                || text.isWord(at - 1, ["the", "that", "this"]) && !text.isWord(at - 2, ["of"])
            let isSubject =
                opens
                && text.isWord(
                    mention.range.upperBound,
                    ["is", "was", "are", "were", "comes", "came", "counts", "ought", "should", "must", "has"])
            // `Please do not use 173 as a number of offences against children.`
            let isDisowned = text.isWord(at - 1, ["use"]) && text.isWord(at - 2, ["not"])
            // `Crimes taken from 15 November sit in Niche and are not in the 119`, `grown men are among the 204`
            let isLacking =
                text.isWord(at - 1, ["the"])
                && (text.isWord(at - 2, ["in"]) && text.isWord(at - 3, ["not"]) && !text.words.contains("images")
                    || text.isWord(at - 2, ["among"]) && text.isWord(at - 3, ["are", "is", "were"]))
            // `A remark on the 88: …`
            let isHeaded =
                text.isWord(at - 1, ["the"]) && text.isWord(at - 2, ["on", "about"])
                && text.isSymbol(mention.range.upperBound, ":")
            if isSubject || isDisowned || isLacking || isHeaded { values.append(value) } else { others.append(value) }
        }
        // `The 164 is therefore 164 people.`
        guard !values.isEmpty, others.allSatisfy(values.contains),
            !all.contains(where: { index in
                let statement = reading.statements[index]
                return statement.words == sentence.text && !(statement.figure.value.map(values.contains) ?? false)
            })
        else { return [] }
        return all.filter { reading.statements[$0].figure.value.map(values.contains) ?? false }
    }

    /// `… is in the 163 twice. Please set that number aside.`: the one that its passage named by value.
    func thatFigure(of sentence: Sentence, _ all: [Int]) -> [Int]? {
        let text = sentence.lexed
        guard
            text.lexemes.indices.contains(where: {
                text.isWord($0, ["that"]) && text.isWord($0 + 1, ["number", "figure", "total"])
            })
        else { return nil }
        let values = sentence.unit.mentions.compactMap { mention -> Quantity? in
            guard case .number(let figure) = mention.kind, mention.range.upperBound <= sentence.range.lowerBound else {
                return nil
            }
            return figure.value
        }
        let named = all.filter { index in
            reading.statements[index].figure.value.map(values.contains) ?? false
        }
        return named.isEmpty ? nil : named
    }

    /// What is said of figures that a sentence points at, where it says what no figure of the campaign is, or what nobody here reads.
    mutating func doubt(pointed: [Int], by sentence: Sentence, _ label: Label) {
        guard !pointed.isEmpty else { return }
        let text = sentence.lexed
        let offset = sentence.range.lowerBound
        let strange = sentence.strangeWords.map { $0 - offset }
        let isOfOthers =
            text.words.contains {
                ["people", "persons", "suspects", "adults", "adult"].contains($0)
                    || ["incidents", "reports"].contains($0) && Self.speaksOfCounting(text)
            } && !ScopeNote.leavesOut(text)
        // `The 1,230 is a head count: how many individual boys and girls were the victim of an offence`
        if CueRecogniser.cues(in: text).unit?.isOfVictims == true, !ScopeNote.leavesOut(text) {
            for index in pointed { reading.statements[index].cues.unit = .people }
            return
        }
        // `23 is what was flagged on the Wirral`, `the 402 ought not to be used as a number of flagged crimes`
        let isDisowned = text.lexemes.indices.contains { index in
            text.isWord(index, ["not"])
                && (text.isWord(index + 1, ["use"])
                    || (index + 1..<index + 4).contains { text.isWord($0, ["used"]) && text.isWord($0 - 1, ["be"]) })
        }
        if isOfOthers || isDisowned || strange.contains(where: { $0 > 0 && ScopeNote.isName($0, text) }) {
            doubt(pointed, .error, label)
        } else if !strange.isEmpty || text.words.contains(where: { ["mistake", "error"].contains($0) }) {
            doubt(pointed, .warning, label)
        }
    }

    /// The figure is what the sentence says already: of people, or of a part of its year.
    func isTold(_ index: Int, by sentence: Sentence) -> Bool {
        let statement = reading.statements[index]
        let words = Set(sentence.lexed.words)
        return statement.cues.unit?.isOfVictims == true
            && !words.isDisjoint(with: ["people", "child", "children", "victims", "victim"])
            || statement.partOf != nil
                && (sentence.coveredPart != nil
                    || !words.isDisjoint(with: ["quarter", "month", "months", "over", "ended"]))
    }

    /// It says nothing yet of how firm it is, and not what the sentence says.
    func isOpen(_ index: Int, to sentence: Sentence) -> Bool {
        ![.estimated, .partial, .rounded].contains(reading.statements[index].figure.status)
            && !isTold(index, by: sentence)
    }

    /// `PS …`, wherever it stands.
    private func isPostscript(_ section: Int) -> Bool {
        guard case .passage(let passage) = sections[section] else { return false }
        return passage.unit.lexed.isWord(0, ["ps"])
            || passage.unit.lexed.isWord(0, ["p"]) && passage.unit.lexed.isWord(2, ["s"])
    }

    /// Figures of lists and tables that a sentence may turn into something else; `isPointed` where it speaks of some of them alone.
    mutating func doubtTurned(
        _ named: [Int], by sentence: Sentence, _ label: Label, in section: Int, isPointed: Bool
    ) {
        let listed = named.filter { reading.statements[$0].method != .sentence }
        // What stands far from them speaks of something else.
        let isBeside =
            isPostscript(section) || (section - 3...section + 1).contains { statementsOf[$0]?.isEmpty == false }
        if TurningNote.isOfOtherYears(sentence) {
            // `Each year begins on New Year's Day, e.g. 2016/17 on 1 January 2016`
            let isOfEach = sentence.lexed.words.contains { ["each", "every", "years"].contains($0) }
            let all = reading.statements.indices.filter {
                reading.statements[$0].role == .level && reading.statements[$0].method != .sentence
            }
            doubt(
                (isOfEach ? all : listed).filter { reading.statements[$0].period?.isFinancialYear == true }, .warning,
                label)
            return
        }
        // `PS The last of the three is 147.`, which none of them is
        if isPostscript(section), sentence.role == .statement,
            sentence.mentions.contains(where: { mention in
                guard case .number(let figure) = mention.kind, let value = figure.value else { return false }
                return value > Quantity(18)
                    && !reading.statements.contains { $0.role == .level && $0.figure.value == value }
            })
        {
            return doubt(listed, .warning, label)
        }
        // What gives figures of its own is read by other rules.
        let isOwn = named.contains { reading.statements[$0].words == sentence.text }
        let values = isOwn ? [] : Set(named.compactMap { reading.statements[$0].figure.value })
        let turned = TurningNote.isOne(sentence, beside: values)
        // `Some of the victims were adults.`, right behind figures told in sentences
        if turned, !isOwn, sentence.opensWithWhatIsCounted {
            let near = Set((section - 1...section).flatMap { statementsOf[$0].map(Array.init) ?? [] })
            doubt(
                named.filter {
                    near.contains($0) && reading.statements[$0].method == .sentence && isOpen($0, to: sentence)
                }, .warning, label)
        }
        guard isBeside,
            turned || !isOwn && UnfamiliarNote.isOne(sentence, beside: values, isPointed: isPointed)
        else { return }
        // Where figures are told in sentences, those before and behind them tell of much else.
        let isNear = isPostscript(section) || (section - 1...section).contains { statementsOf[$0]?.isEmpty == false }
        doubt((turned || !isNear ? listed : named).filter { isOpen($0, to: sentence) }, .warning, label)
    }
}

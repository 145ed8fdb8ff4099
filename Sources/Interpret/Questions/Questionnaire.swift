import Records
import Vocabulary

/// What was asked, item by item, so that an answer can point back by its mark alone: `1b) 33`.
struct Questionnaire: Sendable {
    struct Item: Sendable {
        var number: Int?
        var letter: String?
        var outer: Context.Outer
        /// The item that its words point at: `how many of these were rapes`, `the offences at 2`.
        var back: Mark?

        /// It asks for sexual offences or one of them, not for people or outcomes.
        var countsOffences: Bool {
            (outer.offence != nil || outer.cues.subject == .sexual || outer.cues.subject == .childSexual)
                && outer.cues.unit != .suspects && outer.cues.unit != .outcomes
        }
    }

    struct Mark: Hashable {
        var number: Int?
        var letter: String?
    }

    var items: [Item] = []
    /// The question that lettered items go on from.
    private var stem: (number: Int?, words: String) = (nil, "")
    /// The years asked for, in order.
    private(set) var periods: [Period] = []

    /// One of the questions names the flag, and may not be learnt yet.
    var isFlagSpoken = false

    var isEmpty: Bool { items.isEmpty }

    static let latest = Phrases<Bool>([
        "latest year", "most recent year", "latest of these years", "last of these years", "final year",
        "in the last year",
        "for the last year",
    ])

    /// Takes up the items of a passage that asks.
    mutating func learn(_ unit: TextUnit, lexicon: Lexicon) {
        let text = unit.lexed
        let marks = Self.marks(of: text)
        // `a) in 2016/17?` in a line of its own goes on from the question above it.
        if marks.first?.mark.number != nil { stem = (nil, "") }
        // `How many in (i) 2016/17, (ii) 2021/22?`
        if let first = marks.first, first.mark.number == nil, text.lexemes[..<first.at].contains(where: \.isWord) {
            stem = (nil, text.raw(lexemes: 0..<first.at))
        }
        for (order, mark) in marks.enumerated() {
            let end = order + 1 < marks.count ? marks[order + 1].at : text.count
            if let own = mark.mark.number, mark.mark.letter == nil {
                stem = (own, text.raw(lexemes: mark.mark.end..<max(mark.mark.end, end)))
                let next = marks[(order + 1)...].first { $0.mark.number != nil }?.at ?? text.count
                add(own, nil, text.raw(lexemes: mark.mark.end..<max(mark.mark.end, next)), lexicon)
            } else {
                let whole = stem.words + " " + text.raw(lexemes: mark.mark.end..<max(mark.mark.end, end))
                add(mark.mark.number ?? stem.number, mark.mark.letter, whole, lexicon)
            }
        }
    }

    /// Takes up what stands under a heading that is only the mark of a question.
    mutating func learn(_ words: String, as mark: QuestionMark, lexicon: Lexicon) {
        add(mark.number, mark.letter, words, lexicon)
    }

    /// The question as a heading over its answer, where its mark stands.
    func heading(_ mark: QuestionMark, at place: Place?, lexicon: Lexicon) -> PassageUnit {
        let asked = asked(mark.number, mark.letter)
        let lexed = LexedText(asked.first?.unit.text ?? "")
        var heading = PassageUnit(
            unit: TextUnit(
                lexed: lexed, mentions: Self.mentions(in: lexed, lexicon), tokens: [:],
                place: { _ in [place].compactMap { $0 } }), role: .heading)
        heading.asked = asked
        heading.askedPeriods = periods
        return heading
    }

    /// `The victims in Q1`: a question, not a quarter.
    private static func mentions(in text: LexedText, _ lexicon: Lexicon) -> [Mention] {
        MentionScanner.scan(text, in: lexicon).filter { mention in
            if case .period(.part) = mention.kind { !text.isWord(mention.range.lowerBound, ["q"]) } else { true }
        }
    }

    private mutating func add(_ number: Int?, _ letter: String?, _ words: String, _ lexicon: Lexicon) {
        let lexed = LexedText(words)
        let mentions = Self.mentions(in: lexed, lexicon)
        let unit = TextUnit(lexed: lexed, mentions: mentions, tokens: [:], place: { _ in [] })
        for period in StateReader.periods(mentions).filter(\.isWholeYear) where !periods.contains(period) {
            periods.append(period)
        }
        items.removeAll { $0.number == number && $0.letter == letter }
        let all = named(in: lexed)
        let named = all.first
        let refersBack =
            Self.refersBack(lexed) || Self.asksAgain(lexed, mentions) || Self.asksForParts(lexed)
            || Self.asksForOffences(lexed) || Self.asksOfThose(lexed)
        let back =
            named ?? ofYear(lexed, mentions) ?? (refersBack ? previous(number, letter) : nil)
            ?? (Self.asksHowMany(of: lexed) ? items.lastIndex(where: \.countsOffences) : nil)
        var outer = Context.Outer(unit, .sentence)
        if all.count < 2, let period = askedAgain(outer.periods, of: back) {
            outer.periods = [.period(period)]
        }
        items.append(
            Item(
                number: number, letter: letter, outer: outer,
                back: back.map { Mark(number: items[$0].number, letter: items[$0].letter) }))
    }

    /// `The same as Q1 for the previous year`: a year told by those asked before.
    private func askedAgain(_ own: [PeriodReading], of back: Int?) -> Period? {
        guard own.count == 1, case .relative(let shift) = own[0], let back,
            let base = items[back].outer.periods.compactMap(\.period).first
        else { return nil }
        return base.shifted(years: shift)
    }

    /// `How many of the 2023/24 ones were grooming?`: the question for the offences of that year.
    private func ofYear(_ text: LexedText, _ mentions: [Mention]) -> Int? {
        let isOfThose = text.lexemes.indices.contains { index in
            text.isWord(index, ["ones", "offences", "crimes"])
                && mentions.contains { mention in
                    guard case .period = mention.kind else { return false }
                    return mention.range.upperBound == index && text.isWord(mention.range.lowerBound - 1, ["the"])
                        && text.isWord(mention.range.lowerBound - 2, ["of"])
                }
        }
        guard isOfThose, let year = StateReader.periods(mentions).only else { return nil }
        return items.firstIndex {
            ($0.countsOffences || $0.back != nil && $0.outer.offence == nil && $0.outer.age == nil)
                && $0.outer.periods.compactMap(\.period) == [year]
        }
    }

    /// The question before; for a part of a question whose own words ask nothing yet, the part before.
    private func previous(_ number: Int?, _ letter: String?) -> Int? {
        let stemAsks = letter == nil || !CueRecogniser.cues(in: LexedText(stem.words)).isEmpty
        return items.lastIndex { !stemAsks && $0.letter != nil || $0.number != number || $0.number == nil }
    }

    /// Writes the questions into a table whose rows or columns are headed by their marks alone: `Q1`, `Q2`, `b)`.
    ///
    /// Gives the cells that had the marks.
    func written(into cells: inout [[CellUnit]], lexicon: Lexicon) -> [CellUnit] {
        var marked: [(row: Int, column: Int, words: String)] = []
        for row in cells.indices {
            for column in cells[row].indices where !cells[row][column].isSpanned && cells[row][column].lexed.count <= 4
            {
                let text = cells[row][column].lexed
                guard let mark = QuestionMark(text, at: 0), mark.end == text.count || mark.isNamed,
                    text[0]?.isNumber == false, has(mark.number, mark.letter)
                else { continue }
                let own = text.raw(lexemes: mark.end..<max(mark.end, text.count))
                let words = asked(mark.number, mark.letter).map(\.unit.text).joined(separator: " ")
                marked.append((row, column, own.isEmpty ? words : own + ": " + words))
            }
        }
        return marked.map { row, column, words in
            let cell = cells[row][column]
            let lexed = LexedText(words)
            let place = cell.place
            var mentions = Self.mentions(in: lexed, lexicon)
            // The years that were asked for are those of the columns.
            if StateReader.periods(mentions).count > 1 {
                mentions.removeAll { if case .period = $0.kind { true } else { false } }
            }
            cells[row][column].unit = TextUnit(
                lexed: lexed, mentions: mentions, tokens: [:],
                place: { _ in [place].compactMap { $0 } })
            return cell
        }
    }

    func has(_ number: Int?, _ letter: String?) -> Bool { index(number, letter) != nil }

    func index(_ number: Int?, _ letter: String?) -> Int? {
        items.firstIndex { $0.number == number && $0.letter == letter }
            ?? (number == nil ? items.firstIndex { $0.letter == letter } : nil)
    }

    /// What the item asks, nearest first: its own words, then those that it points back to.
    func asked(_ number: Int?, _ letter: String?) -> [Context.Outer] {
        guard let index = index(number, letter) else { return [] }
        var outers = [items[index].outer]
        let isFlagSpoken = isFlagSpoken || items.contains { $0.outer.cues.flag == .flagged }
        var at = index
        // Each points at one that was asked before it.
        while let mark = items[at].back, let next = self.index(mark.number, mark.letter), next < at {
            at = next
            var back = items[at].outer
            back.age = nil
            // `How many of those had the flag?`: of the rapes that were asked for.
            outers[0].offence = outers[0].offence ?? back.offence
            back.offence = nil
            // `As Q1, but only where the victim was a child`, where Q1 asks for all sexual offences.
            if outers[0].isOfChildren, outers[0].cues.subject == nil, back.unit.lexed.words.contains("sexual") {
                back.cues.subject = .childSexual
            }
            outers.append(back)
        }
        // `How many victims did the offences at Q1 have?`, where Q2 asks for the flag.
        if at != index, isFlagSpoken, outers.allSatisfy({ $0.cues.flag == nil }),
            outers.last?.cues.subject == .childSexual
        {
            // `3) How many had it in 2017/18? 4) And in 2018/19?`
            let isOfFlag = outers.contains { Self.pointsAtFlag($0.unit.lexed) }
            outers[outers.count - 1].cues.flag = isOfFlag ? .flagged : .all
        }
        if at != index { return outers }
        if outers[0].cues.flag == nil, isFlagSpoken,
            outers[0].cues.subject == .childSexual || outers[0].cues.subject == .sexual
        {
            // Beside a question about the flag, one that does not name it asks for all; `how many had it?` names it.
            outers[0].cues.flag = Self.pointsAtFlag(outers[0].unit.lexed) ? .flagged : .all
        }
        return outers
    }
}

import Records
import Vocabulary

/// What stands around a block or a sentence, nearest first, for what its own words leave open.
struct Context: Sendable {
    struct Outer: Sendable {
        var unit: TextUnit
        var kind: Evidence.Kind
        var cues: Cues
        var periods: [PeriodReading]
        var areas: [AreaReading]
        var age: Age?
        var offence: String?
        private static let inBrackets = Phrases<Bool>([
            "in brackets", "in square brackets", "in round brackets", "in each bracket", "in parentheses",
        ])

        /// Where a text says that it is figures that stand in brackets; nil where it does not.
        static func bracketPhrase(in text: LexedText) -> Range<Int>? {
            guard let (_, phrase) = inBrackets.first(in: text),
                (max(0, phrase.lowerBound - 8)..<phrase.upperBound + 3).contains(where: {
                    text.isWord(
                        $0,
                        ["number", "numbers", "figure", "figures", "those", "total", "totals", "offences", "crimes"])
                })
                    // `2017/18 in brackets`
                    || text[phrase.lowerBound - 1]?.isNumber == true
            else { return nil }
            return phrase
        }

        /// It names an offence or an age that is left out.
        var excludes = false

        /// It heads what follows, or says that it speaks of it.
        var speaksOfFigures: Bool {
            unit.lexed.lexemes.last?.text == ":"
                || unit.lexed.words.contains {
                    ["these", "following", "below", "figures", "numbers", "table", "those"].contains($0)
                }
        }

        /// It says that it speaks of a part of the body: `for that division alone`.
        var isOfPart: Bool { FinerCategory.isOfPartAlone(unit.lexed) }

        /// It speaks of victims under 18, whatever it says of offences.
        var isOfChildren: Bool { unit.mentions.nameChildren }

        /// It stands right over a table: its age and offence are those of the table.
        var isOverTable = false

        init(_ unit: TextUnit, _ kind: Evidence.Kind) {
            self.unit = unit
            self.kind = kind
            cues = CueRecogniser.cues(in: unit.meaning)
            periods = []
            areas = []
            var isNoise = false
            var ages: Set<Age> = []
            // `The number in square brackets is that for 2016/17` is not the year of the others.
            let aside = Self.bracketPhrase(in: unit.lexed)?.lowerBound ?? unit.lexed.count
            // `Figures in brackets are offences for which a person was charged`: nothing of the others.
            if aside <= 3, aside < unit.lexed.count { cues = Cues() }
            for mention in unit.mentions {
                switch mention.kind {
                case .period(.date): break
                case .period where mention.range.lowerBound > aside: break
                // `Q3 The Q2 offences for 2022/23`: questions, not quarters.
                case .period(.part)
                where unit.lexed.isWord(mention.range.lowerBound, ["q"]) && QuestionMark(unit.lexed, at: 0) != nil:
                    break
                // `Years ending March`, `12 months to March` name no month.
                case .period(.part) where unit.lexed.isWord(mention.range.lowerBound - 1, ["ending", "ended", "to"]):
                    break
                case .period(let reading): periods.append(reading)
                case .area(let reading): areas.append(reading)
                case .age(let found) where found != .all: ages.insert(found)
                case .offence(let code): offence = offence ?? code
                case .noise(.legislation): isNoise = true
                default: break
                }
            }
            excludes = Exclusion.isSaid(unit.mentions, in: unit.lexed)
            if excludes { (offence, ages) = (nil, []) }
            // Several ages are a list of what is asked for, not what is told of.
            age = ages.count == 1 ? ages.first : nil
            // An Act's year is no period, and a caption that says `sexual offences` names no offence.
            if isNoise, periods.allSatisfy({ if case .bareYear = $0 { true } else { false } }) { periods = [] }
        }

        var place: Place? { unit.place(0..<1).first }
    }

    /// Nearest first.
    var outers: [Outer]
    var senders: [Sender]
    var regime: Regime
    /// The document says that nobody can search by the flag: what names such offences without it counts them all.
    var flagIsDenied: Bool
    /// One of the headings names the flag: one that counts victims without naming it counts all.
    var flagIsHeaded: Bool
    /// How the document says that its bare years are to be read.
    var yearStyle: YearStyle?

    /// The cues of the words around; each part from the nearest that has it.
    ///
    /// A paragraph about something else (a population, other crimes) says nothing of what stands beside it.
    func cues(from own: Cues) -> Cues {
        // A caption further out is another table's.
        let caption = outers.firstIndex { $0.kind == .caption }
        var cues = outers.enumerated().reduce(own) { cues, next in
            let outer = next.element
            if outer.kind == .caption, next.offset != caption { return cues }
            if flagIsDenied, cues.subject != nil, cues.flag == nil, outer.cues.flag == .flagged { return cues }
            if flagIsHeaded, cues.flag == nil, [.heading, .caption, .section].contains(outer.kind),
                outer.cues.flag == nil,
                outer.cues.subject == .childSexual, outer.cues.unit?.isOfVictims == true
            {
                return cues.filled(from: outer.cues).filled(from: Cues(flag: .all))
            }
            guard outer.kind == .document else { return cues.filled(from: outer.cues) }
            if outer.cues.subject == .other { return cues }
            var given = outer.cues
            // `Outcome: full refusal` beside a figure does not make it a count of outcomes; `Arrests made:` over a list does.
            if given.unit == .outcomes || given.unit == .suspects, outer.unit.lexed.lexemes.last?.text != ":",
                !outer.unit.lexed.isWord(1, ["following"])
            {
                given.unit = nil
            }
            // `Before then there was no marker by which such an offence could be told`: not what is counted below.
            if given.flag == .unflagged, !outer.speaksOfFigures { given.flag = nil }
            return cues.filled(from: given)
        }
        // `Victim under 18` over rows of sexual offences.
        let nearest = outers.first { $0.cues.subject != nil }?.cues.subject
        if cues.subject == .sexual,
            nearest == .childSexual || outers.contains(where: { $0.kind != .document && $0.isOfChildren })
        {
            cues.subject = .childSexual
        }
        return cues
    }

    /// The only period that the nearest words with any name; nil where they name several.
    func period() -> (reading: PeriodReading, outer: Outer)? {
        for outer in outers {
            let named = outer.periods.filter { if case .relative = $0 { false } else { true } }
            guard !named.isEmpty else { continue }
            var distinct = Set(named)
            // `2018/19 up to 31 December 2018`: one year and how far it goes.
            let whole = distinct.filter { $0.period?.isWholeYear == true }
            if whole.count == 1, distinct.count == 2,
                distinct.contains(where: { if case .until = $0 { true } else { false } })
            {
                distinct = whole
            }
            guard distinct.count == 1, let only = distinct.first else { return nil }
            return (only, outer)
        }
        return nil
    }

    /// The body that the nearest words name, then the document's sender.
    func area(_ lexicon: Lexicon) -> (codes: [String], evidence: Evidence)? {
        // The nearest that names any body; where it names several, the sender decides.
        let named = outers.lazy.filter { $0.kind == .caption || $0.kind == .section || $0.kind == .heading }.map {
            outer in
            (outer, Set(outer.areas.filter { $0.candidates.contains(where: lexicon.isForce) }.map { $0.candidates[0] }))
        }.first { !$0.1.isEmpty }
        if let (outer, codes) = named, codes.count == 1, let code = codes.first {
            return ([code], Evidence("area", outer.kind, outer.unit.text, outer.place))
        }
        let best = senders.map(\.evidence.kind).min()
        let strongest = senders.filter { $0.evidence.kind == best }
        let codes = Set(strongest.map(\.area)).sorted()
        guard let evidence = strongest.first?.evidence, !codes.isEmpty else { return nil }
        return (codes, evidence)
    }

    /// How bare years are to be read, from the words near them.
    func yearStyle(name: LabelReading?) -> YearStyle {
        var texts = [name?.unit.lexed].compactMap { $0 }
        texts += outers.prefix(4).map(\.unit.lexed)
        for text in texts {
            if let style = YearStyle.read(text) { return style }
        }
        return yearStyle ?? .calendar
    }
}

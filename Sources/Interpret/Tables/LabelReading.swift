import Records
import Vocabulary

/// All that one header says, read in every way; its line decides which way holds.
struct LabelReading: Sendable {
    var unit: TextUnit
    var place: Place?
    var period: PeriodReading?
    /// Periods named anywhere in the label.
    var namedPeriods: [PeriodReading] = []
    var area: AreaReading?
    var age: Age?
    /// Ages named in words that can mean nothing else.
    var namedAge: Age?
    /// The numbers of a band that only its neighbours show to be ages.
    var bandRange: Range<Int>?
    var offence: String?
    var flag: Cues.Flag?
    var cues: Cues
    var isTotal: Bool
    var isUnknown: Bool
    var isDerived: Bool
    /// A target or a forecast.
    var isPlanned: Bool
    var strange: [String]

    var text: String { unit.text }
    /// How far it is set in: its column in a text, else the spaces before it.
    var indent: Int {
        if case .text(_, let column, _)? = place { return column }
        return unit.text.unicodeScalars.prefix { $0 == " " || $0.value == 0xA0 }.count
    }
    var label: Label { Label(Raised.stripped(text), place) }

    init(_ whole: TextUnit, place: Place?, lexicon: Lexicon) {
        // `(b) All`, `b) 2017/18`: the part of the request that the column answers says nothing of what it counts.
        let end = QuestionMark.itemEnd(of: whole.lexed)
        let isLettered = end > 0 && whole.meaning.text == whole.text
        let unit = isLettered ? whole.slice(end..<whole.lexed.count, lexicon: lexicon) : whole
        self.unit = unit
        self.place = place
        let lexed = Footnotes.withoutMark(unit.lexed)
        period = PeriodRecogniser.whole(lexed)
        area = AreaRecogniser.whole(lexed, in: lexicon)
        age = AgeRecogniser.whole(lexed)
        // `21-22` is a year here, not a class of offences.
        offence = period == nil ? OffenceRecogniser.whole(unit.meaning, in: lexicon) : nil
        flag = FlagWords.read(lexed)
        let share = Self.aside(unit.meaning)
        cues = CueRecogniser.cues(
            in: unit.meaning,
            range: share.contains { unit.meaning.isSymbol($0, "%") } ? 0..<share.lowerBound : nil)
        // `2018/19 (all ages)`
        if age == nil, offence == nil, cues.isEmpty, AnyAge.labels.occurs(in: lexed),
            unit.mentions.contains(where: { if case .period = $0.kind { true } else { false } })
        {
            cues.subject = .other
        }
        // `Child sexual offences, victims`
        if lexed.words.last == "victims", cues.unit == .offences,
            lexed.isSymbol(lexed.count - 2, ",") || lexed.isSymbol(lexed.count - 2, "-")
                || lexed.isSymbol(lexed.count - 2, ":")
        {
            cues.unit = .victims
        }
        // `Online = N`
        if flag == .unflagged, cues.flag == .flagged { cues.flag = .unflagged }
        // `Online grooming` among other offences: part of a name, no flag.
        if offence != nil, cues.flag == .flagged,
            lexed.isWord(0, ["online", "internet"]) && lexed.words.count <= 4
                || lexed.words.count >= 5 && Self.isWithin(["online", "internet"], lexed),
            Set(lexed.words).isDisjoint(with: ["cyber", "flag", "flagged", "marker", "tag", "tagged", "qualifier"]),
            !lexed.words.contains("with")
                || Self.isWithin(["online", "internet"], lexed) && !Self.follows("with", lexed)
        {
            cues.flag = nil
        }
        // `Rape (grown women)`
        if offence != nil, !Set(lexed.words).isDisjoint(with: ["women", "men", "grown"]) { cues.subject = .other }
        // `Cyber flag – either`
        if lexed.words.last == "either", cues.flag == .flagged { cues.flag = .all }
        // `… of these: without`
        if lexed.words.last == "without", lexed.words.contains("of"), cues.flag == nil { cues.flag = .unflagged }
        for mention in unit.mentions {
            switch mention.kind {
            case .period(let reading):
                // `(Justice Act (NI) 2015 s.90)`
                let ofLaw = (mention.range.lowerBound - 5..<mention.range.lowerBound).contains {
                    lexed.isWord($0, ["act", "order", "regulations"])
                }
                if ofLaw { continue }
                namedPeriods.append(reading)
            case .age(let named):
                namedAge = namedAge ?? named
                // Offences against adults, in a header that says more than an age.
                if named.low >= 18, !named.isUnknown, age == nil { cues.subject = .other }
            default: break
            }
        }
        // `Pre-school (0-4)`
        if namedAge == nil, age == nil, offence == nil, period == nil, cues.isEmpty,
            lexed.isSymbol(lexed.count - 1, ")"),
            let open = lexed.lexemes.indices.first(where: { lexed.isSymbol($0, "(") }), open > 0, lexed.count - open > 4
        {
            namedAge = AgeRecogniser.whole(LexedText(lexed.raw(lexemes: open + 1..<lexed.count - 1)))
            if namedAge != nil { bandRange = open + 1..<lexed.count - 1 }
        }
        if namedAge == .all, cues.subject != nil || age == nil { namedAge = nil }
        isTotal =
            Self.totals.match(lexed, at: 0).map { $0.end >= lexed.trimmedCount } ?? false
            || lexed.isWord(0, ["total", "totals", "cyfanswm", "sum", "grand", "overall", "all", "sub", "subtotal"])
                && lexed.words.count <= 7 && !lexed.isWord(1, ["other", "others"])
            || lexed.words.last.map { ["total", "totals"].contains($0) } ?? false
                && (lexed.words.count <= 3 || offence != nil)
            || NoiseNumber.end(lexed, 0) == 1 && lexed.isWord(1, ["years", "yrs"])
                && (lexed.count == 2 || lexed.isWord(2, ["as", "total", "together", "combined", "in"]))
        isUnknown =
            AgeRecogniser.unknowns.match(lexed, at: 0).map { $0.end >= lexed.trimmedCount } ?? false
            || lexed.isSymbol(0, "(") && age == .unknown
        // `Missing` beside ages is no missing person.
        if isUnknown, cues.subject == .other { cues.subject = nil }
        isDerived = Self.derived(lexed)
        isPlanned = lexed.words.contains(where: Self.plans.contains)
        strange = CueRecogniser.strangeWords(in: unit.meaning)
        // `By date recorded` beside `by date committed`: the first is what every figure is told by.
        if zip(lexed.words, lexed.words.dropFirst()).contains(where: { $0 == "date" && $1 == "recorded" }) {
            strange.removeAll { $0 == "date" }
        }
        // `(see note)`
        if lexed.words.first == "see", lexed.words.count <= 3,
            lexed.words.dropFirst().allSatisfy(["note", "notes", "below"].contains)
        {
            strange = []
        }
        // `Sex not recorded`: no total, though it names nobody.
        if FinerCategory.namesSex(lexed), age == nil, offence == nil {
            strange += lexed.words
        }
        // `Sexual offences excluding rape` are neither rapes nor all; `Rape and sexual assault` has a code for each.
        if namesTwoOffences || Exclusion.isSaid(unit.mentions, in: lexed) {
            (offence, age, namedAge, isTotal) = (nil, nil, nil, false)
            strange = lexed.words
        }
        if period == nil, area == nil, age == nil, offence == nil, flag == nil, !isTotal, !isUnknown {
            readHalves(place, lexicon)
        }
    }

    private var namesTwoOffences: Bool {
        let named = unit.mentions.compactMap { mention -> (range: Range<Int>, code: String)? in
            if case .offence(let code) = mention.kind { (mention.range, code) } else { nil }
        }
        // `Grooming & communication`, whatever the second is.
        if named.count == 1, let only = named.first, only.range.lowerBound == 0, joins(only.range.upperBound) {
            let rest = only.range.upperBound + 1..<max(only.range.upperBound + 1, unit.lexed.count)
            let second = LexedText(unit.lexed.raw(lexemes: rest))
            if second.words.count == 1, second.count == 1, !second.words[0].hasPrefix("attempt"),
                !CueRecogniser.strangeWords(in: second).isEmpty
            {
                return true
            }
        }
        return zip(named, named.dropFirst()).contains { a, b in
            a.code != b.code && b.range.lowerBound == a.range.upperBound + 1 && joins(a.range.upperBound)
        }
    }

    private func joins(_ index: Int) -> Bool {
        unit.lexed.isWord(index, ["and", "or"]) || ["&", "/", "+"].contains(unit.lexed[index]?.text)
    }

    /// `10 i 13 / 10 to 13`: the same in two languages; what either half says, the label says.
    private mutating func readHalves(_ place: Place?, _ lexicon: Lexicon) {
        let lexed = unit.lexed
        guard
            let cut = lexed.lexemes.indices.first(where: {
                lexed.isSymbol($0, "/") && lexed[$0]?.spaceBefore == true && lexed[$0 + 1]?.spaceBefore == true
            }), cut > 0
        else { return }
        for half in [cut + 1..<lexed.count, 0..<cut] {
            let reading = LabelReading(unit.slice(half, lexicon: lexicon), place: place, lexicon: lexicon)
            period = period ?? reading.period
            area = area ?? reading.area
            age = age ?? reading.age
            namedAge = namedAge ?? reading.namedAge
            offence = offence ?? reading.offence
            flag = flag ?? reading.flag
            isTotal = isTotal || reading.isTotal
            isUnknown = isUnknown || reading.isUnknown
            if strange.isEmpty || reading.strange.isEmpty { strange = [] }
        }
    }

    private static let totals = Phrases<Bool>([
        "total", "totals", "grand total", "all", "sum", "overall", "overall total",
        "combined", "all ages",
        "all offences", "sub total", "subtotal", "year total", "total for year", "full year", "annual total",
        "whole year",
        "cyfanswm", "all forces", "all victims", "12 month total", "year", "ytd", "all years", "both years",
        "all quarters", "all types", "all offence types", "total all ages", "total recorded", "total offences",
        "all age groups", "forcewide", "forcewide position", "force total", "force wide", "whole force",
        "force area total", "constabulary total", "persons", "all persons", "both sexes", "all sexes", "any of these",
        "any age", "all of these", "all areas", "whole county", "county total", "forcewide total", "all districts",
        "all divisions", "force figure", "both forces", "forces combined", "joint total", "combined total",
        "both forces combined", "two forces", "alliance", "alliance total", "all three forces", "either", "any", "both",
        "both together", "both of them",
        "together", "area total",
        "all categories", "force area", "whole force area", "report total", "carried forward", "brought forward",
    ])

    /// A band that a spreadsheet turned into a date, which counts among other bands.
    var mendedAge: Age? { AgeRecogniser.mended(unit.lexed) }

    /// A remark of several words in brackets behind the label proper: `All offences (flagged as % of all)`.
    static func aside(_ text: LexedText) -> Range<Int> {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 1,
            let close = text.lexemes.indices.last(where: { !text.isSymbol($0, "?") }), text.isSymbol(close, ")"),
            (open..<close).filter({ text[$0]?.isWord == true }).count >= 3
        else { return 0..<0 }
        return open..<close + 1
    }
}

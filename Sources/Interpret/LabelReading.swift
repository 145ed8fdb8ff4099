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
    var label: Label { Label(Raised.stripped(text), place) }

    init(_ unit: TextUnit, place: Place?, lexicon: Lexicon) {
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
        // `Online grooming` among other offences: part of a name, no flag.
        if offence != nil, cues.flag == .flagged,
            lexed.isWord(0, ["online", "internet"]) && lexed.words.count <= 4
                || lexed.words.count >= 5 && Self.isWithin(["online", "internet"], lexed),
            Set(lexed.words).isDisjoint(with: ["cyber", "flag", "flagged", "marker", "tag", "tagged", "qualifier"]),
            !lexed.words.contains("with") || Self.isWithin(["online", "internet"], lexed) && !Self.follows("with", lexed)
        {
            cues.flag = nil
        }
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
        if namedAge == .all, cues.subject != nil || age == nil { namedAge = nil }
        isTotal =
            Self.totals.match(lexed, at: 0).map { $0.end >= lexed.trimmedCount } ?? false
            || lexed.isWord(0, ["total", "totals", "cyfanswm", "sum", "grand", "overall", "all", "sub", "subtotal"])
                && lexed.words.count <= 7 && !lexed.isWord(1, ["other", "others"])
            || lexed.words.last.map { ["total", "totals"].contains($0) } ?? false && lexed.words.count <= 3
            || lexed.count == 2 && NoiseNumber.end(lexed, 0) == 1 && lexed.isWord(1, ["years", "yrs"])
        isUnknown = AgeRecogniser.unknowns.match(lexed, at: 0).map { $0.end >= lexed.trimmedCount } ?? false
        // `Missing` beside ages is no missing person.
        if isUnknown, cues.subject == .other { cues.subject = nil }
        isDerived = Self.derived(lexed)
        isPlanned = lexed.words.contains(where: Self.plans.contains)
        strange = CueRecogniser.strangeWords(in: unit.meaning)
        // `Sexual offences excluding rape` are neither rapes nor all.
        if Exclusion.isSaid(unit.mentions, in: lexed) {
            (offence, age, namedAge, isTotal) = (nil, nil, nil, false)
            strange = lexed.words
        }
        if period == nil, area == nil, age == nil, offence == nil, flag == nil, !isTotal, !isUnknown {
            readHalves(place, lexicon)
        }
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
        "total", "totals", "grand total", "all", "sum", "overall", "overall total", "combined", "all ages",
        "all offences", "sub total", "subtotal", "year total", "total for year", "full year", "annual total",
        "whole year",
        "cyfanswm", "all forces", "all victims", "12 month total", "year", "ytd", "all years", "both years",
        "all quarters", "all types", "all offence types", "total all ages", "total recorded", "total offences",
        "all age groups", "forcewide", "forcewide position", "force total", "force wide", "whole force",
        "force area total", "constabulary total", "persons", "all persons", "both sexes", "all sexes", "any of these",
        "any age", "all of these", "all areas", "whole county", "county total", "forcewide total", "all districts",
        "all divisions", "force figure", "both forces", "forces combined", "joint total", "combined total",
        "both forces combined", "two forces", "alliance", "alliance total", "all three forces", "either", "any", "both",
        "together", "area total",
        "all categories",
    ])

    /// `Sub-total`, `Overall total`; not `Girls total`, `Total flagged`.
    var isPlainTotal: Bool {
        isTotal && cues.flag != .flagged && cues.flag != .unflagged
            && Set(unit.lexed.words).isDisjoint(with: ["girls", "boys", "male", "female", "males", "females"])
    }

    /// A band that a spreadsheet turned into a date, which counts among other bands.
    var mendedAge: Age? { AgeRecogniser.mended(unit.lexed) }

    private static let derivedWords: Set<String> = [
        "percentage", "percent", "change", "difference", "increase", "decrease", "rate", "average", "mean", "variance",
        "proportion", "share", "rank", "median", "ratio",
        "growth", "trend", "pct", "ranking",
    ]

    /// `With online …`: the flag's own word.
    private static func follows(_ word: String, _ text: LexedText) -> Bool {
        zip(text.words, text.words.dropFirst()).contains { $0 == word && ["online", "internet", "an"].contains($1) }
    }

    /// One of the words stands neither first nor last.
    private static func isWithin(_ words: Set<String>, _ text: LexedText) -> Bool {
        text.words.dropFirst().dropLast().contains(where: words.contains)
    }

    private static let plans: Set<String> = [
        "projected", "projection", "forecast", "forecasts", "target", "targets", "expected", "predicted", "planned",
        "budgeted", "ambition",
    ]

    private static func derived(_ text: LexedText) -> Bool {
        let aside = aside(text)
        return text.lexemes.indices.contains { index in
            !aside.contains(index)
                && (text.isWord(index, derivedWords) || text.isSymbol(index, "%")
                    || text.isWord(index, ["per"])
                        && (text[index + 1]?.isNumber == true
                            || text.isWord(index + 1, ["cent", "thousand", "day", "head", "month", "capita"]))
                    || text.isWord(index, ["+"]) || text.isSymbol(index, "±"))
        }
    }

    /// A remark of several words in brackets behind the label proper: `All offences (flagged as % of all)`.
    private static func aside(_ text: LexedText) -> Range<Int> {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 1,
            let close = text.lexemes.indices.last, text.isSymbol(close, ")"),
            (open..<close).filter({ text[$0]?.isWord == true }).count >= 3
        else { return 0..<0 }
        return open..<close + 1
    }
}

/// What the labels of one line (a header row, a label column) have in common.
enum LineNature: Sendable {
    case area, period, part, age, offence, flag, serial, other
    /// Finer than is asked for: divisions of a force, outcomes, platforms.
    case finer
}

/// Labels that stand in one row or column of headers.
struct HeaderLine: Sendable {
    /// The header of the line itself: `Force`, `Age of victim`.
    var name: LabelReading?
    var nature: LineNature
    /// `Apr-15`, `Apr-16`, …: one month of each year names the financial year that begins or ends with it.
    var yearMonth: Int?

    /// The offences of the labels that say `flagged`; nil among them for one that names none.
    let flaggedOffences: Set<String?>
    /// Ages of 18 and more stand among the others.
    let hasAdults: Bool
    /// Nothing but labels that no recogniser understands.
    let isStrange: Bool
    /// Crimes that are not sexual stand among the offences.
    let hasOtherCrimes: Bool
    /// Offences in one label, victims in another: the victims are people.
    let tellsVictimsApart: Bool

    init(labels: [LabelReading], name: LabelReading?, isColumn: Bool) {
        self.name = name
        let nature = Self.nature(of: labels, name: name, isColumn: isColumn)
        self.nature = nature
        yearMonth = nature == .period ? Self.yearMonth(labels) : nil
        flaggedOffences = labels.reduce(into: []) { offences, label in
            if label.cues.flag == .flagged || nature == .flag && label.flag == .flagged {
                offences.insert(label.offence)
            }
        }
        let units = Set(labels.map(\.cues.unit))
        tellsVictimsApart = units.contains(.offences) && units.contains(.victims)
        let plain = labels.filter { !$0.isTotal && !$0.isUnknown }
        isStrange =
            (nature == .other || nature == .finer) && plain.count >= 2
            && plain.allSatisfy { !$0.strange.isEmpty && $0.cues.isEmpty && ($0.offence == nil || $0.offence == "other") }
        hasOtherCrimes =
            nature == .offence
            && labels.contains { $0.offence == nil && $0.cues.subject == .other && !$0.isTotal && !$0.isUnknown }
        hasAdults = labels.contains { ($0.age?.low ?? 0) >= 18 && $0.age?.isUnknown == false }
    }

    private static func nature(of labels: [LabelReading], name: LabelReading?, isColumn: Bool) -> LineNature {
        var seen: Set<String> = []
        let all = labels.filter { !$0.unit.lexed.isEmpty && seen.insert($0.text).inserted }
        let plain = all.filter { !$0.isTotal && !$0.isUnknown }
        let count = plain.count
        func share(_ holds: (LabelReading) -> Bool) -> Double {
            Double(plain.filter(holds).count) / Double(max(1, count))
        }
        let bands = plain.contains { $0.age != nil && $0.unit.lexed.count > 1 }
        let areas = share { $0.area != nil }
        let numeric = plain.allSatisfy { $0.unit.lexed.count == 1 && $0.unit.lexed.integer(0) != nil }
        let times = share { $0.period != nil }
        let ages = share { $0.age != nil || bands && $0.mendedAge != nil }
        let explicit = all.contains {
            $0.namedAge != nil || $0.isUnknown || $0.unit.lexed.isWord(0, ["under", "aged", "age"])
        }
        let wanted = named(name)
        if isColumn, wanted == nil, numeric, count == labels.count, isSerial(plain) { return .serial }
        // `0-9, 10-13, 14-15, 16-17`: ages that go on from each other, though the last look like years.
        if bands, plain.allSatisfy({ $0.age != nil || $0.mendedAge != nil }),
            goOn(plain.compactMap { $0.age ?? $0.mendedAge })
        {
            return .age
        }
        if ages >= 0.6, explicit || bands && plain.contains(where: { $0.mendedAge != nil }) { return .age }
        if share({ if case .part? = $0.period { true } else { false } }) >= 0.5 { return .part }
        if share({ $0.flag != nil }) >= 0.5, wanted == .flag || count >= 2 || !isColumn { return .flag }
        if share({ $0.cues.flag == .flagged || $0.cues.flag == .unflagged }) > 0,
            plain.allSatisfy({ $0.offence == nil || $0.cues.flag != nil }) || wanted == .flag
        {
            return .flag
        }
        let offences = share { $0.offence != nil }
        if offences >= 0.5, wanted != .age { return .offence }
        if times >= 0.5, numeric ? count > 1 || !isColumn || wanted == .period : true { return .period }
        if share({ !$0.namedPeriods.isEmpty }) >= 0.5 { return .period }
        if let wanted, wanted != .flag { return wanted }
        return areas > 0.3 ? .area : .other
    }

    /// Bands that go on from each other: `0-12`, `13-17`.
    static func goOn(_ ages: [Age]) -> Bool {
        let sorted = ages.filter { !$0.isUnknown }.sorted()
        return sorted.count > 1 && zip(sorted, sorted.dropFirst()).allSatisfy { ($0.high ?? 99) + 1 == $1.low }
    }

    private static func yearMonth(_ labels: [LabelReading]) -> Int? {
        let periods = Set(labels.compactMap { $0.period?.period })
        guard periods.count >= 2, periods.allSatisfy({ $0.days <= 31 && $0.start.day == 1 }),
            let month = periods.first?.start.month, month == 4 || month == 3,
            periods.allSatisfy({ $0.start.month == month })
        else { return nil }
        return month
    }

    private static func isSerial(_ labels: [LabelReading]) -> Bool {
        let numbers = labels.compactMap { $0.unit.lexed.integer(0) }
        return numbers.count >= 2 && numbers.first == 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    private static let names: [(Set<String>, LineNature)] = [
        (["force", "forces", "authority", "constabulary", "organisation", "heddlu", "pfa", "body"], .area),
        (["year", "years", "period", "fy", "financial", "month", "quarter", "date", "blwyddyn", "yr"], .period),
        (["age", "ages", "aged", "oed"], .age),
        (["offence", "crime", "offences", "category", "classification", "hooffence", "trosedd"], .offence),
        (["flag", "flagged", "marker", "cyber", "online"], .flag),
    ]

    /// What the header of a column promises.
    private static func named(_ name: LabelReading?) -> LineNature? {
        guard let words = name?.unit.lexed.words, !words.isEmpty, words.count <= 8 else { return nil }
        // `Offences (victim aged 17 or under)` names no column of ages.
        let isAge =
            (words.contains("age") || words.contains("ages") || words.contains("aged"))
            && !(name?.unit.mentions.contains { if case .age = $0.kind { true } else { false } } ?? false)
        // `Offence \\ Age` names the corner of a cross table, not one line.
        // `Age at time of offence` names one.
        if isAge, words.contains(where: ["offence", "crime", "category"].contains), !words.contains("at") {
            return nil
        }
        // `District of offence`, `Outcome`
        if words.contains(where: FinerCategory.heads.contains), !isAge { return .finer }
        for (keys, nature) in names where words.contains(where: keys.contains) && (nature != .age || isAge) {
            // `Type of force`, `Location of offence`
            let isOther =
                nature == .area && words.contains(where: ["type", "use", "used", "tactic", "method"].contains)
                || nature == .offence && words.contains(where: ["place", "postcode"].contains)
            return isOther ? .other : nature
        }
        return nil
    }
}

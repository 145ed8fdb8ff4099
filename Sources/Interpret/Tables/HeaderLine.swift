import Records
import Vocabulary

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
    var hasAdults: Bool
    /// Children as one column beside them: what sums them up counts adults too.
    let hasChildren: Bool
    /// `Of which victim under 18` beside a total, which is of all ages.
    let tellsChildren: Bool
    /// `All ages`, with no age beside it that would tell whether adults are among them.
    let isOfAllAges: Bool
    /// `Year committed`, `School year`, `Average per year`: no counts by year of recording.
    let isUnfit: Bool
    /// The words that say so, of its name or its labels.
    let unfit: String
    /// Nothing but labels that no recogniser understands.
    let isStrange: Bool
    /// Crimes that are not sexual stand among the offences.
    let hasOtherCrimes: Bool
    /// One of these labels names all sexual offences against children: the others are no parts of them.
    let hasChildrenBeside: Bool
    /// Sexual offences against children in one label, sexual offences in another: those are against anybody.
    let tellsChildrenApart: Bool
    /// Nothing but nations: in a body's own return, where its offences took place.
    let isOfNations: Bool
    /// The codes that its labels may name.
    let areas: Set<String>
    /// One label says no more than that it is flagged: another that says more is a part of it.
    let hasPlainFlag: Bool
    /// Girls and boys: together they are what the whole table counts.
    let isOfSexes: Bool
    /// Offences in one label, victims in another: the victims are people.
    let tellsVictimsApart: Bool
    /// All those offences have the flag: so have the offences that the victims beside them suffered.
    let victimsFlag: Cues.Flag?

    init(labels: [LabelReading], name: LabelReading?, isColumn: Bool) {
        self.name = name
        let nature = Self.nature(of: labels, name: name, isColumn: isColumn)
        self.nature = nature
        yearMonth = nature == .period ? Self.yearMonth(labels) : nil
        flaggedOffences = labels.reduce(into: []) { offences, label in
            // `All cyber flagged crime` below sexual offences and violence: all of them are flagged.
            if label.isTotal, label.cues.subject == .other { return }
            if label.cues.flag == .flagged || nature == .flag && label.flag == .flagged {
                offences.insert(label.offence)
            }
        }
        let units = Set(labels.map(\.cues.unit))
        tellsVictimsApart = units.contains(.offences) && units.contains { $0?.isOfVictims == true }
        let ofOffences = Set(labels.filter { $0.cues.unit == .offences }.map(\.cues.flag))
        victimsFlag = tellsVictimsApart && ofOffences == [.flagged] ? .flagged : nil
        let plain = labels.filter { !$0.isTotal && !$0.isUnknown }
        isStrange =
            (nature == .other || nature == .finer) && plain.count >= 2
            && plain.allSatisfy {
                !$0.strange.isEmpty && $0.cues.isEmpty && ($0.offence == nil || $0.offence == "other")
            }
        isOfSexes = !plain.isEmpty && plain.allSatisfy(\.isOfSexes)
        hasOtherCrimes =
            nature == .offence
            && labels.contains { $0.offence == nil && $0.cues.subject == .other && !$0.isTotal && !$0.isUnknown }
        let wholes = labels.filter { ($0.offence ?? "all") == "all" && !$0.isDerived }
        tellsChildrenApart =
            wholes.contains { $0.cues.subject == .childSexual } && wholes.contains { $0.cues.subject == .sexual }
        areas = Set(labels.flatMap { $0.area?.candidates ?? [] })
        isOfNations =
            nature == .area && !plain.isEmpty
            && plain.allSatisfy { $0.unit.lexed.words.allSatisfy(Self.nationWords.contains) }
        tellsChildren = labels.contains {
            ($0.age == .all || $0.namedAge == .all
                || $0.unit.mentions.nameChildren) && $0.opensPart && $0.cues.flag == nil
        }
        let isNameUnfit =
            name.map {
                UnfitFigures.isColumnOfOtherYears($0.unit.lexed) || UnfitFigures.isTitle($0.unit.lexed)
            } ?? false
        isUnfit = isNameUnfit || !labels.isEmpty && labels.allSatisfy { UnfitFigures.isLabel($0.unit.lexed) }
        unfit = (isNameUnfit ? name : labels.first)?.text ?? ""
        isOfAllAges =
            labels.contains { AnyAge.labels.match($0.unit.lexed, at: 0)?.end == $0.unit.lexed.trimmedCount }
            && labels.allSatisfy { ($0.age ?? .all) == .all && ($0.namedAge ?? .all) == .all }
        hasChildren = labels.contains { $0.age == .all && !$0.isTotal }
        hasPlainFlag = labels.contains { $0.cues.flag == .flagged && $0.strange.isEmpty && $0.offence == nil }
        hasChildrenBeside =
            hasOtherCrimes && labels.contains { $0.cues.subject == .childSexual && ($0.offence ?? "all") == "all" }
        hasAdults = labels.contains(where: Self.isOfAdults)
    }

    static func isOfAdults(_ label: LabelReading) -> Bool {
        ((label.age?.low ?? 0) >= 18 || (label.age?.high ?? 0) >= 18 && (label.age?.low ?? 0) > 0)
            && label.age?.isUnknown == false
    }

    private static let nationWords: Set<String> = ["england", "wales", "scotland", "northern", "ireland", "and"]

    private static func nature(of labels: [LabelReading], name: LabelReading?, isColumn: Bool) -> LineNature {
        var seen: Set<String> = []
        let all = labels.filter { !$0.unit.lexed.isEmpty && seen.insert($0.text).inserted }
        // `Change` beside ages says nothing of what the others are.
        let plain = all.filter { !$0.isTotal && !$0.isUnknown && !$0.isDerived }
        let count = plain.count
        func share(_ holds: (LabelReading) -> Bool) -> Double {
            Double(plain.filter(holds).count) / Double(max(1, count))
        }
        let bands = plain.contains { $0.age != nil && $0.unit.lexed.count > 1 }
        let areas = share { $0.area != nil }
        let numeric = plain.allSatisfy { $0.unit.lexed.count == 1 && $0.unit.lexed.integer(0) != nil }
        let times = share { $0.period != nil }
        // `Pre-school (0-4)` names an age, `Rape of a child under 13` an offence.
        let ages = share {
            $0.age != nil || bands && $0.mendedAge != nil
                || $0.namedAge != nil && $0.offence == nil && $0.cues.flag == nil && $0.cues.subject == nil
        }
        let explicit = all.contains {
            $0.namedAge != nil || $0.isUnknown
                || $0.unit.lexed.isWord(0, ["under", "aged", "age", "up", "adults", "adult"])
        }
        let wanted = named(name)
        if isColumn, wanted == nil, numeric, count == labels.count, isSerial(plain) { return .serial }
        // `0-9, 10-13, 14-15, 16-17`: ages that go on from each other, though the last look like years.
        if bands, plain.allSatisfy({ $0.age != nil || $0.mendedAge != nil }),
            goOn(plain.compactMap { $0.age ?? $0.mendedAge })
        {
            return .age
        }
        if numeric, isYearByYear(plain) { return .age }
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
        // `Female | Male | Not recorded`
        if count > 1, all.contains(where: { $0.isUnknown || $0.isTotal }), plain.allSatisfy(\.isOfSexes) {
            return .finer
        }
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

    /// `4, 5, 6, …, 17`: years of life, one by one; no count of months goes so far, no years of a century begin so early.
    private static func isYearByYear(_ labels: [LabelReading]) -> Bool {
        let numbers = labels.compactMap { $0.unit.lexed.integer(0) }
        guard let first = numbers.first, let last = numbers.last, first < 12, (13...17).contains(last) else {
            return false
        }
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
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
        let isFiner =
            words.contains(where: FinerCategory.heads.contains)
            || FinerCategory.namesSex(name?.unit.lexed ?? LexedText(""))
        if isFiner, !isAge { return .finer }
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

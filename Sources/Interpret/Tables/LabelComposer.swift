import Records
import Vocabulary

/// Puts the labels of one figure together into its key, outermost first.
struct LabelComposer {
    var statement: Statement
    let lexicon: Lexicon
    /// The row's body where its name alone leaves a choice.
    var areaOverride: String?
    private(set) var totals: Set<Int> = []
    /// What the total's own label speaks of: `Sexual offences sub-total`.
    private(set) var totalSubject: Cues.Subject?
    /// `Child sub total` among ages of adults.
    private(set) var totalIsOfChildren = false
    private static let children: Set<String> = ["child", "children", "under", "u18", "minors", "juvenile", "juveniles"]
    var year: (reading: PeriodReading, style: YearStyle, evidence: Evidence)?
    var part: (months: ClosedRange<Int>, byName: Bool)?
    var until: CivilDate?
    /// The day from which the row counts: `Niche (from 1 Nov 2017)`.
    var from: CivilDate?
    var takenFromRow = false
    var periodTotal = false
    private(set) var labelled = false
    /// The figure is of another year than its row or column names: `Recorded LY`.
    var yearShift = 0
    /// Set while a line of `Apr-15`, `Apr-16` is taken.
    var yearMonth: Int?
    /// Set while a line of girls and boys is taken.
    var isAmongSexes = false
    /// Set where one line of headers has offences and victims.
    var tellsVictimsApart = false
    /// The flag that all those offences have.
    var victimsFlag: Cues.Flag?
    /// Whose figures the document gives: among divisions its name is their total.
    var senders: Set<String> = []
    /// The header of a label column says `victim under 18`.
    var isOfChildren = false
    /// A label of its own says `victim under 18`.
    private(set) var namesChildren = false
    /// What the headers of the label columns speak of.
    var columnNames: [Cues] = []

    init(statement: Statement, lexicon: Lexicon) {
        self.statement = statement
        self.lexicon = lexicon
    }

    mutating func take(
        _ label: LabelReading?, nature: LineNature?, kind: Evidence.Kind, contrast: Bool, style: YearStyle, line: Int?
    ) {
        guard let label else { return }
        if label.unit.mentions.nameChildren {
            namesChildren = true
        }
        var nature = nature ?? Self.nature(of: label)
        // `Fife` heads the rows `Male`, `Female` and `Total`, whatever their column is called.
        if nature == .area, kind == .rowLabel, !takenFromRow, statement.areas.contains(where: lexicon.isForce),
            label.area == nil,
            !label.unit.mentions.contains(where: { if case .area = $0.kind { true } else { false } })
        {
            nature = .other
        }
        if Self.isUnfinished(label.unit.lexed), !label.namedPeriods.isEmpty, statement.figure.status == .exact {
            statement.figure.status = .partial
        }
        if label.isTotal, let line, nature != .area || label.area == nil,
            label.period == nil || label.unit.lexed.isWord(0, ["total", "year", "all"])
        {
            totals.insert(line)
            totalSubject = label.cues.subject ?? totalSubject
            totalIsOfChildren = totalIsOfChildren || label.unit.lexed.words.contains(where: Self.children.contains)
        }
        var used = false
        switch nature {
        case .area: used = takeArea(label, kind)
        case .period, .part: used = takePeriod(label, nature, kind, style)
        case .age: used = takeAge(label, kind)
        case .offence: used = takeOffence(label, kind)
        case .flag: used = takeFlag(label, kind, contrast)
        case .serial: return
        case .finer: used = takeFiner(label)
        case .other: break
        }
        if nature != .period, nature != .part, label.isOfLastYear { yearShift = -1 }
        // A label may say more than its line asks for: `2015/16 cyber flagged`, `Kent - under 13`.
        // `Change 2016/17 to 2018/19` is no figure of either.
        let isOfYears = label.namedPeriods.contains { if case .years = $0 { true } else { false } }
        if label.isPlanned { statement.role = .derived }
        if label.isRunning { statement.role = .checkedTotal }
        let isRanked = label.unit.lexed.words.contains { ["rank", "ranking", "rate"].contains($0) }
        if label.isDerived, isRanked || nature != .area,
            isRanked || nature != .period || isOfYears
                || label.namedPeriods.allSatisfy({ if case .relative = $0 { true } else { false } }),
            kind != .section
        {
            statement.role = .derived
        }
        harvest(label, beside: nature, kind, style, contrast)
        let whole =
            nature == .area && used && label.area != nil
            || (nature == .period || nature == .part) && used && label.period != nil
        if !whole {
            statement.labels.append(label.label)
            labelled = true
        }
        if nature == .finer, label.isUnknown, !used, label.strange.isEmpty {
            statement.strangeLabels.append(label.label)
        }
        // `Take, make or distribute`, beside `Indecent Images` in the column of groups: finer than the group.
        let isOfGroup = nature == .offence && statement.offence != nil && statement.offence != "all"
        // `CSE` in a column of flags, whatever offence it is the name of.
        let isOtherFlag =
            nature == .flag && kind == .rowLabel && !used && label.offence != nil && label.namedPeriods.isEmpty
        if isOtherFlag { return doubt(label, among: "flags") }
        if used || label.isTotal || label.strange.isEmpty || isOfGroup { return }
        switch nature {
        case .flag where label.isOfSexes: statement.strangeLabels.append(label.label)
        case .offence, .age, .flag, .part:
            doubt(
                label,
                among: nature == .age
                    ? "ages" : nature == .flag ? "flags" : nature == .part ? "parts of a year" : "offences")
        case .finer: statement.strangeLabels.append(label.label)
        case .other:
            if label.offence == nil || label.offence == "other", label.namedAge == nil, label.area == nil,
                kind != .section || label.strange.count <= 4
            {
                statement.strangeLabels.append(label.label)
            }
        default: return
        }
    }

    private mutating func doubt(_ label: LabelReading, among others: String) {
        statement.doubts.append(
            Doubt(
                "unknown-label", .error,
                "found “\(Raised.stripped(label.text))” among \(others), expected one that the codelists know"))
    }

    /// `2018/19 (to date)`: the year is not over, or not all of it is there.
    private static let unfinished = Phrases<Bool>([
        "to date", "so far", "year to date", "ytd", "part year", "part year only", "incomplete", "not complete", "only",
        "partial", "part", "half year", "first half", "part of the year", "year not complete",
    ])

    static func isUnfinished(_ text: LexedText) -> Bool {
        // `2018/19 (9 months)`
        let isMonths = text.lexemes.indices.contains { index in
            let number = text.integer(index + 1) ?? CardinalWords.match(text, at: index + 1)?.value
            return text.isSymbol(index, "(") && number ?? 12 < 12 && text.isWord(index + 2, ["months", "mths"])
        }
        // `2018 to 30 June`, `2018/19 up to Feb`, `2018/19 (to Feb)`
        let isOpen = text.lexemes.indices.contains { index in
            guard text.isWord(index, ["to", "until"]) else { return false }
            let before = text.isWord(index - 1, ["up"]) ? index - 2 : index - 1
            let year = text.isSymbol(before, "(") ? before - 1 : before
            let month = text.integer(index + 1) ?? 99 <= 31 ? index + 2 : index + 1
            guard text[year]?.isNumber == true, let (_, end) = Months.month(text, month) else { return false }
            return text[end] == nil || text.isSymbol(end, ")") && text[end + 1] == nil
        }
        // `Comparative figures (totals only)`
        let isOfTotals =
            unfinished.first(in: text).map { text.isWord($0.1.lowerBound - 1, ["total", "totals"]) } ?? false
        return isMonths || isOpen || unfinished.occurs(in: text) && !isOfTotals
    }

    private static func nature(of label: LabelReading) -> LineNature {
        if label.area != nil { return .area }
        if let period = label.period { if case .part = period { return .part } else { return .period } }
        if label.namedAge != nil { return .age }
        if label.offence != nil, label.cues.flag == nil { return .offence }
        return .other
    }
}

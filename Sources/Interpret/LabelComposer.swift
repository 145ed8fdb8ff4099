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
    /// The cell is of a time that the header says is not covered.
    var isBeyond = false
    private var takenFromRow = false
    private(set) var periodTotal = false
    private(set) var labelled = false
    /// The figure is of another year than its row or column names: `Recorded LY`.
    var yearShift = 0
    /// Set while a line of `Apr-15`, `Apr-16` is taken.
    var yearMonth: Int?
    /// Set where one line of headers has offences and victims.
    var tellsVictimsApart = false
    /// Whose figures the document gives: among divisions its name is their total.
    var senders: Set<String> = []
    /// The header of a label column says `victim under 18`.
    var isOfChildren = false
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
        if nature == .finer, label.isUnknown, !used { statement.strangeLabels.append(label.label) }
        // `Take, make or distribute`, beside `Indecent Images` in the column of groups: finer than the group.
        let isOfGroup = nature == .offence && statement.offence != nil && statement.offence != "all"
        if used || label.isTotal || label.strange.isEmpty || isOfGroup { return }
        switch nature {
        case .offence, .age, .flag, .part:
            let kind =
                nature == .age ? "ages" : nature == .flag ? "flags" : nature == .part ? "parts of a year" : "offences"
            statement.doubts.append(
                Doubt(
                    "unknown-label", .error,
                    "found “\(Raised.stripped(label.text))” among \(kind), expected one that the codelists know"))
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

    /// `2018/19 (to date)`: the year is not over, or not all of it is there.
    private static let unfinished = Phrases<Bool>([
        "to date", "so far", "year to date", "ytd", "part year", "part year only", "incomplete", "not complete", "only",
        "partial", "part", "half year", "first half", "part of the year", "year not complete",
    ])

    private static func isUnfinished(_ text: LexedText) -> Bool {
        // `2018/19 (9 months)`
        let isMonths = text.lexemes.indices.contains {
            text.isSymbol($0, "(") && (text.integer($0 + 1) ?? 12) < 12 && text.isWord($0 + 2, ["months", "mths"])
        }
        return isMonths || unfinished.occurs(in: text)
    }

    private static func nature(of label: LabelReading) -> LineNature {
        if label.area != nil { return .area }
        if let period = label.period { if case .part = period { return .part } else { return .period } }
        if label.namedAge != nil { return .age }
        if label.offence != nil, label.cues.flag == nil { return .offence }
        return .other
    }

    // MARK: one nature at a time

    private mutating func takeArea(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
        // A dash among codes: the body has none.
        if label.unit.lexed.lexemes.allSatisfy({ $0.kind == .symbol }) { return true }
        if let code = areaOverride ?? label.area?.candidates.first {
            // `Essex | East of England`: the region beside a force says where it is, not whose figure it is.
            if kind == .rowLabel, takenFromRow, statement.areas.contains(where: lexicon.isForce), !lexicon.isForce(code)
            {
                return true
            }
            takenFromRow = kind == .rowLabel
            statement.areas = [code]
            // `Other | PSNI`: the column of regions says nothing of it.
            statement.doubts.removeAll { $0.code == "unknown-body" }
            statement.areaAsWritten = Raised.stripped(label.text)
            statement.evidence.append(Evidence("area", kind, label.text, label.place))
            if label.area?.isGuess == true { statement.notes.append("name_corrected") }
            if lexicon.areas[code]?.kind == .other { statement.role = .otherBody }
            return true
        }
        let joint = label.unit.mentions.compactMap { mention -> String? in
            if case .area(let reading) = mention.kind { reading.candidates.first } else { nil }
        }
        if Set(joint).count > 1 {
            statement.areas = Array(Set(joint)).sorted()
            statement.areaAsWritten = label.text
            if joint.allSatisfy({ lexicon.areas[$0]?.kind == .other }) { statement.role = .otherBody }
            return true
        }
        statement.areaAsWritten = Raised.stripped(label.text)
        statement.areas = []
        if label.isSumOfBodies, !label.isTotal {
            statement.role = .checkedTotal
            statement.doubts.removeAll { $0.code == "unknown-body" }
            return true
        }
        statement.doubts.append(
            Doubt("unknown-body", "found “\(label.text)” in a column of police bodies, expected a name of the register")
        )
        return false
    }

    /// A division or an outcome is finer than what is asked for, unless it is the whole: `Force`, `MPS Total`, `All outcomes`.
    private mutating func takeFiner(_ label: LabelReading) -> Bool {
        let words = label.unit.lexed.words
        // All outcomes together are the offences.
        if label.isTotal { statement.cues.unit = statement.cues.unit ?? .offences }
        return label.isTotal || words == ["force"] || words == ["constabulary"]
            || label.area.map { area in
                area.saysForce && area.candidates.contains(where: lexicon.isForce)
                    || area.candidates.contains { senders.contains($0) || lexicon.members[$0] == senders }
            } ?? false
    }

    private mutating func takePeriod(
        _ label: LabelReading, _ nature: LineNature, _ kind: Evidence.Kind, _ style: YearStyle
    ) -> Bool {
        guard let reading = label.period ?? label.namedPeriods.first else {
            if label.isTotal {
                if nature == .part { return true }
                periodTotal = true
                return true
            }
            return false
        }
        note(reading, label, kind, style)
        return true
    }

    private mutating func note(
        _ reading: PeriodReading, _ label: LabelReading, _ kind: Evidence.Kind, _ style: YearStyle
    ) {
        if let yearMonth, let month = reading.period,
            let period = Period(financialYear: yearMonth == 4 ? month.start.year : month.start.year - 1)
        {
            year = (.period(period), style, Evidence("period", kind, label.text, label.place))
            return
        }
        switch reading {
        case .part(let months):
            part = (
                months,
                !label.unit.lexed.isWord(
                    0, ["q", "qtr", "quarter", "h", "half", "first", "second", "third", "fourth", "final", "last"])
            )
        case .until(let date): until = date
        case .relative, .date, .lastYear: break
        default: year = (reading, style, Evidence("period", kind, label.text, label.place))
        }
    }

    private mutating func takeAge(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
        guard let age = label.isUnknown ? .unknown : label.age ?? label.mendedAge ?? label.namedAge else {
            if label.isTotal { statement.age = Age.all.code }
            return label.isTotal
        }
        statement.age = age.code
        statement.evidence.append(Evidence("victim_age", kind, label.text, label.place))
        return true
    }

    private mutating func takeOffence(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
        // `Rape Total` below the kinds of rape.
        let isOfOne =
            label.offence.map { $0 != "other" } ?? false && ["total", "totals"].contains(label.unit.lexed.words.last)
        if label.isTotal, !isOfOne, !label.isSubtotal || label.offence == nil {
            statement.offence = "all"
            return true
        }
        guard let offence = label.offence ?? (label.isUnknown ? "other" : nil) else { return false }
        statement.offence = offence
        statement.evidence.append(Evidence("offence", kind, label.text, label.place))
        return true
    }

    private mutating func takeFlag(_ label: LabelReading, _ kind: Evidence.Kind, _ contrast: Bool) -> Bool {
        let speaksOfAll =
            label.isTotal
            || contrast && !label.isOfSexes
                && (label.cues.subject != nil || label.cues.unit != nil || label.strange.isEmpty)
        guard let flag = label.cues.flag ?? label.flag ?? (speaksOfAll ? .all : nil) else { return false }
        statement.cues.flag = flag
        statement.evidence.append(Evidence("flag", kind, label.text, label.place))
        return true
    }

    /// What the label names beside its own line's nature.
    private mutating func harvest(
        _ label: LabelReading, beside nature: LineNature, _ kind: Evidence.Kind, _ style: YearStyle, _ contrast: Bool
    ) {
        if nature != .period, nature != .part, nature != .area, nature != .age {
            for reading in label.namedPeriods { note(reading, label, kind, style) }
        }
        if nature == .period || nature == .part,
            let found = label.namedPeriods.first(where: { if case .until = $0 { true } else { false } })
        {
            note(found, label, kind, style)
        }
        // `Causing a child under 13 to engage in …` is a title; `Rape, victims under 13` is not.
        let inTitle =
            nature == .offence && label.offence != nil
            && !label.unit.lexed.words.contains { ["victim", "victims", "aged", "age", "ages"].contains($0) }
        if nature != .age, !inTitle, let age = label.namedAge, age != .all {
            statement.age = age.code
        }
        // `Other / not named` in a line of platforms is no other offence.
        if nature != .offence, nature != .area, nature != .finer, let offence = label.offence, offence != "other",
            label.cues.flag == nil || !label.strange.isEmpty, statement.offence == nil
        {
            statement.offence = offence
        }
        if nature != .flag {
            if let flag = label.cues.flag {
                // `Overall total` of ages or offences: of all of them, flagged as they are.
                // So is `Total offences` where nothing beside it speaks of the flag.
                let isOfLine =
                    nature == .offence
                    || nature == .age
                        && (label.unit.lexed.words.allSatisfy(["overall", "total", "grand", "all"].contains)
                            || !contrast && label.cues.subject == nil)
                    || (nature == .finer || nature == .other) && !contrast && kind == .rowLabel
                statement.cues.flag = isOfLine && label.isTotal && flag == .all ? statement.cues.flag : flag
            } else if contrast, label.cues.subject != nil || label.cues.unit != nil || label.isTotal {
                statement.cues.flag = .all
            }
        }
        if nature != .area {
            statement.cues.subject =
                label.cues.subject == .other || statement.cues.subject == nil
                ? label.cues.subject ?? statement.cues.subject : statement.cues.subject
            // `Rape (child victim)` counts rapes.
            let isTitle = nature == .offence && label.offence != nil && label.cues.unit == .victims
            // `victim aged 12 or younger` under `Child sexual offences`: whom they are about.
            let isOfWhom = label.cues.unit == .victims && label.cues.subject == nil && label.namedAge != nil
            let countsAs =
                nature == .age || nature == .finer || isTitle || isOfWhom ? nil : label.cues.unit
            statement.cues.unit = countsAs ?? statement.cues.unit
        }
        if nature != .area, nature != .finer, statement.areas.isEmpty, kind != .rowLabel || label.area != nil {
            for mention in label.unit.mentions {
                if case .area(let reading) = mention.kind, let code = reading.candidates.first,
                    reading.candidates.contains(where: lexicon.isForce)
                {
                    statement.areas = [code]
                    statement.areaAsWritten = label.unit.lexed.raw(lexemes: mention.range)
                    statement.evidence.append(Evidence("area", kind, label.text, label.place))
                    break
                }
            }
        }
    }
}

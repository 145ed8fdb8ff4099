import Records
import Vocabulary

/// What a label gives to a figure, one nature at a time.
extension LabelComposer {
    mutating func takeArea(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
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
        // `Norfolk | East`: where the body is, by a name that no register has.
        let isRegion = label.unit.lexed.words.allSatisfy(Self.regionWords.contains)
        if kind == .rowLabel, takenFromRow, isRegion, statement.areas.contains(where: lexicon.isForce) { return true }
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

    private static let regionWords: Set<String> = [
        "north", "south", "east", "west", "midlands", "england", "wales", "scotland", "northern", "ireland", "london",
        "and", "the", "of", "humber", "central", "eastern", "western", "southern",
    ]

    /// A division or an outcome is finer than what is asked for, unless it is the whole: `Force`, `MPS Total`, `All outcomes`.
    mutating func takeFiner(_ label: LabelReading) -> Bool {
        let words = label.unit.lexed.words
        // All outcomes together are the offences.
        // `Total children` below girls and boys are still people.
        let countsPeople = words.contains { ["children", "victims", "persons", "people"].contains($0) }
        if label.isTotal, !countsPeople, !isAmongSexes { statement.cues.unit = statement.cues.unit ?? .offences }
        return label.isTotal || words == ["force"] || words == ["constabulary"]
            || FinerCategory.isOfWhole(label.unit.lexed)
            || label.area.map { area in
                area.saysForce && area.candidates.contains(where: lexicon.isForce)
                    || area.candidates.contains { senders.contains($0) || lexicon.members[$0] == senders }
            } ?? false
    }

    mutating func takePeriod(
        _ label: LabelReading, _ nature: LineNature, _ kind: Evidence.Kind, _ style: YearStyle
    ) -> Bool {
        let together = label.yearsTogether.map { PeriodReading.period($0) }
        guard let reading = label.period ?? together ?? Self.namedPart(label.namedPeriods) ?? label.namedPeriods.first
        else {
            if label.isTotal {
                if nature == .part { return true }
                periodTotal = true
                return true
            }
            return false
        }
        note(reading, label, kind, style)
        // `2018/19 (provisional)`, `2018/19 (estimate)`
        if statement.figure.status == .exact, label.unit.lexed.count <= 8 {
            let words = label.unit.lexed.words
            if words.contains("provisional") { statement.figure.status = .provisional }
            if words.contains(where: { $0 == "estimate" || $0 == "estimated" }) { statement.figure.status = .estimated }
        }
        return true
    }

    /// `2022/23, part year only (1 April 2022 to 31 December 2022)`: what the figure is of, within the year.
    private static func namedPart(_ named: [PeriodReading]) -> PeriodReading? {
        guard let year = named.first?.period, year.isWholeYear else { return nil }
        return named.dropFirst().first { reading in
            reading.period.map { !$0.isWholeYear && $0.start >= year.start && $0.end <= year.end } ?? false
        }
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

    mutating func takeAge(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
        guard let age = label.isUnknown ? .unknown : label.age ?? label.mendedAge ?? label.namedAge else {
            if label.isTotal { statement.age = Age.all.code }
            return label.isTotal
        }
        statement.age = age.code
        statement.evidence.append(Evidence("victim_age", kind, label.text, label.place))
        return true
    }

    mutating func takeOffence(_ label: LabelReading, _ kind: Evidence.Kind) -> Bool {
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

    mutating func takeFlag(_ label: LabelReading, _ kind: Evidence.Kind, _ contrast: Bool) -> Bool {
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
    mutating func harvest(
        _ label: LabelReading, beside nature: LineNature, _ kind: Evidence.Kind, _ style: YearStyle, _ contrast: Bool
    ) {
        if nature != .period, nature != .part, nature != .area, nature != .age {
            for reading in label.namedPeriods { note(reading, label, kind, style) }
        }
        if kind == .rowLabel || kind == .columnHeader {
            from = PeriodRecogniser.firstDay(toldBy: label.unit.lexed) ?? from
            until = PeriodRecogniser.lastDay(toldBy: label.unit.lexed) ?? until
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
            let isTitle = nature == .offence && label.offence != nil && label.cues.unit?.isOfVictims == true
            // `victim aged 12 or younger` under `Child sexual offences`: whom they are about.
            let isOfWhom = label.cues.unit?.isOfVictims == true && label.cues.subject == nil && label.namedAge != nil
            let isTotalOfAges = nature == .age && label.isTotal && label.cues.unit == .offences
            let countsAs =
                nature == .age && !isTotalOfAges || nature == .finer || isTitle || isOfWhom ? nil : label.cues.unit
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

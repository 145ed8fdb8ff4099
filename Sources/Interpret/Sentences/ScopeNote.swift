import Records
import Vocabulary

/// What a sentence without a figure of its own says of the figures around it: that they are a part of what the body recorded,
/// or more than was asked for.
struct ScopeNote {
    enum Effect {
        /// Only some offences are counted, told by words that no codelist knows; a place is named, or the sentence says `only`.
        case part
        /// Words that may tell a part: nobody can say by them alone.
        case doubtful
        /// Adults, or children who are not the victims, are counted too.
        case wider
        /// Some offences of all, or some ages.
        case some
        /// Months of the year are missing; what is covered, where that is told.
        case shorter(PeriodReading?)
        /// People, or what became of the offences.
        case counts(Cues.Unit)
        /// One offence or one age is all that is counted.
        case narrowed(offence: String?, age: Age?)
    }

    let effect: Effect
    let words: Label
    /// The years and the figures that it speaks of; none where it speaks of all.
    let periods: [Period]
    let values: [Quantity]
    /// It speaks of what stands below it.
    let looksAhead: Bool
    /// Those who are counted too are adults by their age: no band below the last has them.
    let namesAdultAges: Bool
    /// It speaks of the latest year: `The last figure covers 1 April to 31 December 2018.`
    let isOfLatest: Bool

    /// A sentence of running text or of a note.
    ///
    /// A remark stands beside or is marked with the figures that it is about, and need not name them.
    init?(_ sentence: Sentence, isRemark: Bool = false) {
        let text = sentence.lexed
        // `The figure you were given left out …` is another.
        let isOfEarlier =
            !Set(text.words).isDisjoint(with: ["gave", "previous", "previously", "earlier", "original"])
            || text.lexemes.indices.contains { text.isWord($0, ["given"]) && !text.isWord($0 + 1, ["in"]) }
            // `It has since come to light that the search left out …`
            // `When the response was prepared the query left out …`
            || text.isWord(0, ["when"]) && text.words.contains("prepared")
            || text.words.contains("light") && text.words.contains { ["come", "came"].contains($0) }
            // `Sexual crimes are those of Group 2 of the Government's classification`
            || text.words.contains("classification")
        // `Figures in brackets are those that led to a charge` says nothing of the others.
        guard sentence.role == .statement, !isOfEarlier, Context.Outer.bracketPhrase(in: text) == nil,
            let (operation, range) = Self.leadingOnly(text) ?? Self.trailingOnly(sentence)
                ?? Self.operations.first(in: text),
            // `This excludes Leeds, for which the figure is not yet available`
            operation == .leavesOut && range.lowerBound <= 1
                || StateRecogniser.read(text, regime: .foia) == nil,
            // `The search had left out crimes`: what is told now is right.
            operation != .leavesOut
                || !text.isWord(range.lowerBound - 1, ["had"])
                    && !(text.isWord(range.lowerBound - 1, ["been"]) && text.isWord(range.lowerBound - 2, ["had"])),
            isRemark || range.isEmpty || Self.isOfFigures(text, before: range, operation)
        else { return nil }
        let offset = sentence.range.lowerBound
        // What is left out or all that is counted stands behind `excludes` and `limited to`, before `are not included`.
        let isPassive =
            Self.passives.contains(text.word(range.upperBound - 1) ?? "") || operation == .limits && range == 0..<1
            || range.upperBound >= text.trimmedCount
            || text.isWord(range.upperBound - 1, ["only"]) && !text.isSymbol(range.upperBound, ":")
                && Self.heads.contains(text.word(range.lowerBound) ?? "")
        let told = isPassive ? 0..<text.count : range.upperBound..<text.count
        let strange = sentence.strangeWords.map { $0 - offset }.filter(told.contains)
        let isNamed = strange.contains { $0 > 0 && Self.isName($0, text) }
        let mentions = sentence.mentions.filter { told.contains($0.range.lowerBound - offset) }
        // `Only available up to December 2018`
        let isUntil = text.isWord(told.lowerBound - 1, ["to", "until"])
        let from = isUntil ? told.lowerBound - (text.isWord(told.lowerBound - 2, ["up"]) ? 2 : 1) : told.lowerBound
        let covered = PeriodRecogniser.coveredPart(text, in: from..<told.upperBound)
        // `Do not include crimes recorded on the old system in April 2018`
        let namesMonth = mentions.contains { mention in
            if case .period(let reading) = mention.kind { reading.period.map { $0.days <= 31 } ?? false } else { false }
        }
        let words = Set(text.words)
        let isOfMonths = text.lexemes.indices.contains { PeriodRecogniser.isLessThanAYear(text, at: $0) }
        let offences = Set(mentions.compactMap { if case .offence(let code) = $0.kind { code } else { nil } })
        let ages = Set(
            mentions.compactMap { mention -> Age? in
                if case .age(let age) = mention.kind, age != .all { age } else { nil }
            })
        // `Are the numbers of children identified`
        let noun = text.isWord(range.upperBound, ["of"]) ? range.upperBound + 1 : range.upperBound
        let isEach = text.isWord(noun, ["individual", "different", "separate", "distinct", "unique"])
        let ofPeople =
            (isEach || noun > range.upperBound)
            && text.isWord(isEach ? noun + 1 : noun, ["children", "people", "persons", "individuals", "victims"])

        // `These are crimes and not convictions`
        let denied = told.first { text.isWord($0, ["not"]) && $0 > told.lowerBound } ?? told.upperBound
        let counted = told.lowerBound..<denied
        let unit =
            ofPeople
            ? .people : CueRecogniser.cues(in: text, range: counted).unit.flatMap { $0 == .offences ? nil : $0 }
        let hasAge = mentions.contains { if case .age = $0.kind { true } else { false } }
        let isWider =
            text.lexemes.indices.contains { text.isWord($0, Self.others) && !text.isWord($0 - 1, ["by", "no"]) }
            || Self.namesThoseOver17(text)
            || operation == .takesIn && isPassive && CueRecogniser.cues(in: text, range: told).subject == .other
            || mentions.contains {
                // `Includes victims up to the age of 21`
                if case .age(let age) = $0.kind {
                    // `Offences by children as well as by adults`
                    (age.low >= 18 || (age.high ?? 0) > 17) && !text.isWord($0.range.lowerBound - offset - 1, ["by"])
                } else {
                    false
                }
            }
        if operation == .defines, let unit, !unit.isOfVictims || !hasAge {
            effect = .counts(unit)
        } else {
            switch operation {
            case .takesIn where isWider:
                effect = .wider
            case .takesIn where told.contains(where: { Self.noCrimes.match(text, at: $0) != nil }): effect = .wider
            // `Norfolk figures include crimes recorded for Suffolk`
            case .takesIn
            where !isPassive
                && mentions.contains { mention in
                    guard case .area = mention.kind else { return false }
                    return text.isWord(mention.range.lowerBound - offset - 1, ["for"])
                }:
                effect = .doubtful
            // `The first line also takes in the final quarter of 2015/16`
            case .takesIn where told.contains(where: { text.isWord($0, ["quarter", "months"]) }): effect = .doubtful
            case .takesIn: return nil
            // `Crimes with a victim of 16 or 17 have been left out.`
            case .leavesOut
            where sentence.namesNumber && words.contains("victim")
                && sentence.mentions.allSatisfy({ mention in
                    if case .number(let figure) = mention.kind {
                        figure.value.map { $0 < Quantity(18) } ?? false
                    } else {
                        true
                    }
                }):
                effect = .doubtful
            case .leavesOut
            where sentence.namesNumber:
                return nil
            // `Offences of grooming were not included in the search for 2017/18`: the others are what they are.
            case .leavesOut where !offences.isEmpty && offences != ["all"]: effect = .some
            // `Victims over 18 have been removed`, `possessing images is not in this table`: nor were they asked for.
            case .leavesOut where isWider || words.contains("images"): return nil
            // `Victims aged 16 and 17 are not included.`
            case .leavesOut where !ages.isEmpty && ages.allSatisfy({ $0.low < 18 && !$0.isUnknown }): effect = .doubtful
            case .defines where isWider && words.contains("either"): effect = .wider
            case .leavesOut
            where covered != nil || namesMonth || told.contains(where: { text.isWord($0, ["quarter", "months"]) }):
                effect = .shorter(nil)
            // `The 2018/19 number leaves out crimes recorded on the old system`
            case .leavesOut where told.contains(where: { text.isWord($0, ["system", "systems", "database"]) }):
                effect = .part
            case .limits where covered != nil && !isPassive, .spans where covered != nil && !isPassive:
                effect = .shorter(covered)
            case .limits where isOfMonths, .spans where isOfMonths: effect = .shorter(covered)
            // `The data covers Herefordshire, Shropshire and Worcestershire`: perhaps all that the force has.
            case .spans where strange.count > 1 && isNamed && !words.contains("only"): effect = .doubtful
            case .defines where strange.isEmpty && (!offences.isEmpty || ages.count == 1):
                effect = .narrowed(offence: offences.first, age: ages.first)
            // `Figures relate to schools only`
            case .defines where !strange.isEmpty && text.words.last == "only": effect = .part
            case .leavesOut, .defines:
                guard !strange.isEmpty,
                    isNamed || operation == .leavesOut && !strange.allSatisfy({ Self.isUsual($0, text) })
                else { return nil }
                effect = isNamed ? .part : .doubtful
            case .limits, .spans:
                // `The 2017/18 number only includes crimes recorded on the new system.`
                let isOfSystem =
                    operation == .limits
                    && told.contains { text.isWord($0, ["system", "systems", "team", "unit", "database"]) }
                if isOfSystem || words.contains("class") || words.contains("classes") {
                    effect = .part
                } else if strange.isEmpty, offences.count > 1 || ages.count > 1 {
                    effect = .some
                } else if !strange.isEmpty {
                    effect = .part
                } else if !offences.isEmpty || !ages.isEmpty {
                    effect = .narrowed(offence: offences.first, age: ages.first)
                } else {
                    return nil
                }
            }
        }
        namesAdultAges = mentions.contains(where: \.isAdult) || Self.namesThoseOver17(text)
        self.words = Label(sentence.text, sentence.places.first)
        // A quarter that is taken in too is of a year that the figure is not of.
        let takesMonths = operation == .takesIn && told.contains { text.isWord($0, ["quarter", "months"]) }
        periods = takesMonths ? [] : sentence.wholeYears
        // `Victims of 18 and 19` are no figures.
        values =
            namesAdultAges
            ? [] : sentence.mentions.compactMap { if case .number(let figure) = $0.kind { figure.value } else { nil } }
        isOfLatest = !namesAdultAges && sentence.latestYear.map { $0 <= 6 } ?? false
        looksAhead = (0..<4).contains { index in
            // `Victims below the age of thirteen`
            text.isWord(index, ["following"])
                || text.isWord(index, ["below"]) && !text.isWord(index + 2, ["age"])
                    && text[index + 1]?.isNumber != true
        }
    }

    /// `Only rape and sexual assault are counted.`
    private static func leadingOnly(_ text: LexedText) -> (Operation, Range<Int>)? {
        let counts = text.words.contains { ["counted", "included", "shown", "searched"].contains($0) }
        // `Only the three commonest types are shown; the last line takes in every type.`
        let isOfList = text.words.contains { ["commonest", "largest", "main", "top"].contains($0) }
        return text.isWord(0, ["only"]) && counts && !isOfList ? (.limits, 0..<1) : nil
    }

    /// `We have interpreted your request as relating to rape only`, `we can provide figures for victims under 16 only`.
    private static func trailingOnly(_ sentence: Sentence) -> (Operation, Range<Int>)? {
        let offset = sentence.range.lowerBound
        guard !sentence.namesNumber else { return nil }
        let narrow = sentence.mentions.first { mention in
            switch mention.kind {
            case .offence: break
            case .age(let age) where age != .all && !age.isUnknown: break
            default: return false
            }
            // `Indecent images or sexual communication only` names two.
            return sentence.lexed.isWord(mention.range.upperBound - offset, ["only"])
                && !sentence.lexed.isWord(mention.range.lowerBound - offset - 1, ["or", "and"])
        }
        // What it names stands right behind the operation.
        return narrow.map { (.limits, $0.range.lowerBound - offset..<$0.range.lowerBound - offset) }
    }

}

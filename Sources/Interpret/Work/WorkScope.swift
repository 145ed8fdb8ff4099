import Records
import Vocabulary

/// What notes and headings say of which offences the figures around them count.
extension Work {
    mutating func readScope() {
        for index in sections.indices {
            guard case .passage(let passage) = sections[index], passage.role != .quoted, passage.role != .question
            else { continue }
            let text = passage.unit.lexed
            let line = text.lexemes.indices.first { $0 > 0 && text[$0]?.lineBefore == true } ?? text.count
            let hasNumbers = passage.unit.mentions.contains { if case .number = $0.kind { true } else { false } }
            let marked = isFootnote(passage) ? statements(markedAs: text) : statements(keyedAs: text)
            // A compilation's own words are of many bodies; its marks are of some.
            if reading.kind != .bodyReturn, marked == nil { continue }
            if marked == nil, !hasNumbers, FinerCategory.headsPart(LexedText(text.raw(lexemes: 0..<line)), lexicon) {
                let note = Label(text.raw(lexemes: 0..<line), passage.unit.place(0..<1).first)
                let headed = statements(under: index).filter {
                    !FinerCategory.isOfWhole(LexedText(reading.statements[$0].words))
                }
                doubt(headed, .error, note)
                continue
            }
            let lettered = statements(lettered: text)
            // `(a) includes 20 offences against adults`
            if marked == nil, let lettered, Self.namesAdults(text, passage.unit.mentions) {
                doubt(lettered, .error, Label(passage.unit.text, passage.unit.place(0..<1).first))
            }
            // `(Our years start on 1 July.)` heads nothing.
            let isAside = text.isSymbol(0, "(") && text.isSymbol(text.count - 2, ".")
            let isHeading = [.heading, .title, .caption].contains(passage.role) && !isAside
            if isHeading || Self.isTitle(passage) { doubt(under: index, passage) }
            let all = marked ?? lettered ?? within(index, passage)
            for sentence in Sentence.split(passage) {
                if marked == nil, Self.takesInAdults(sentence) {
                    doubt(figures(upTo: index), .error, Label(sentence.text, sentence.places.first))
                    continue
                }
                if marked != nil, !sentence.lexed.words.contains("provisional") || isProvisional(sentence) {
                    qualify(all, by: sentence)
                    if isProvisional(sentence) { continue }
                }
                limit(all, by: sentence, as: marked != nil ? .remark : isHeading ? .heading : .text, in: index)
            }
        }
    }

    /// Where a sentence stands that limits figures.
    enum Standing {
        /// It stands beside the figures or has their mark.
        case remark
        case heading, text
    }

    /// Takes up what one sentence says of which offences these figures count, and in what time.
    mutating func limit(_ around: [Int], by sentence: Sentence, as standing: Standing, in section: Int) {
        let text = sentence.lexed
        // A column's own span shortens its figures.
        if Self.changesNothing(sentence) || span(ofColumnIn: sentence) != nil { return }
        var pointed = pointed(by: sentence, around)
        let told = around.compactMap { reading.statements[$0].period }
        if pointed.isEmpty, standing == .text, !sentence.wholeYears.contains(where: told.contains) {
            let placed = placed(by: sentence, in: section)
            pointed = around.filter(placed.contains)
        }
        takeFlag(pointed, from: sentence)
        let all = pointed.isEmpty ? around : pointed
        let isRemark = standing == .remark
        let senders = Set(reading.sender.map(\.area))
        // `¹ Victim under 18, whether flagged or not`: whose age it is.
        let isOfAge = text.words.contains("victim") && !text.words.contains("victims") || text.words.contains("aged")
        // `This column counts not crimes but the children who were victims of them`, over figures of victims
        let isKnown = all.allSatisfy { reading.statements[$0].cues.unit?.isOfVictims == true }
        if isRemark, !isOfAge, let unit = CueRecogniser.cues(in: text).unit, unit != .offences,
            !(isKnown && AlteringNote.countsVictims(text))
        {
            // What `one victim has since moved abroad` changes nobody here knows.
            guard Self.saysWhatIsCounted(text) else {
                let severity: Issue.Severity = Self.speaksOfCounting(text) ? .error : .warning
                return doubt(all, severity, Label(sentence.text, sentence.places.first))
            }
            count(all, unit)
        }
        let label = Label(sentence.text, sentence.places.first)
        let years = sentence.meantYears(of: all.compactMap { reading.statements[$0].period })
        let ofYears = all.filter { years.isEmpty || reading.statements[$0].period.map(years.contains) ?? false }
        let named = thatFigure(of: sentence, ofYears) ?? ofYears
        // `The 402 is every crime that had the flag that year, with victims of any age.`
        if !pointed.isEmpty, AnyAge.isSaid(in: text) { return doubt(pointed, .error, label) }
        if sentence.role == .statement {
            if standing != .heading, UnfitFigures.areOfAnyAge(in: sentence) {
                // `Where the victim was a child, 702 …` says of itself what it counts.
                let open = named.filter { index in
                    let text = LexedText(reading.statements[index].words)
                    return CueRecogniser.cues(in: text).subject != .childSexual
                        && !text.words.contains { ["child", "children"].contains($0) }
                }
                return doubt(open, .error, label)
            }
            // `Of these, the victim was 18 or over in 22 and 31 cases.`
            let isOfThese =
                text.isWord(0, ["of", "includes", "including"])
                && (text.isWord(1, ["these", "those", "them"]) || !text.isWord(0, ["of"]))
                // `The entry for 2017/18 had people of 18 and over among its victims.`
                || text.words.contains("among")
            if isOfThese, sentence.mentions.contains(where: \.isAdult) {
                let told = named.filter { index in
                    sentence.mentions.contains { mention in
                        guard case .number(let figure) = mention.kind, let value = figure.value else { return false }
                        return value == reading.statements[index].figure.value
                    }
                }
                return doubt(text.words.contains("among") && !told.isEmpty ? told : named, .error, label)
            }
            if UnfitFigures.isSaid(in: sentence) || UnfitFigures.areDisowned(in: sentence) {
                return doubt(named, .error, label)
            }
            // `The table counts victims and not offences.`
            if standing != .heading, !sentence.namesNumber, AlteringNote.countsVictims(text),
                named.allSatisfy({ reading.statements[$0].cues.flag != .flagged })
            {
                return count(named, .victims)
            }
            if standing != .heading, AlteringNote.isOne(sentence, senders: senders) {
                // `The 2016/17 column is the wrong way round`: its neighbour too.
                return doubt(text.words.contains("way") ? all : named, .error, label)
            }
            if UnfitFigures.isReserved(in: sentence) { return doubt(named, .warning, label) }
        }
        if isRemark { take(remark: sentence, of: all, named, label) }
        // `99 = not known`, `numbers below 5 are shown as 5`
        if let code = AlteringNote.code(toldBy: text) {
            return doubt(all.filter { reading.statements[$0].figure.value == Quantity(code) }, .error, label)
        }
        // `Erratum: for 71 read 77`
        if let wrong = AlteringNote.misprint(toldBy: text) {
            return doubt(all.filter { reading.statements[$0].figure.value == Quantity(wrong) }, .error, label)
        }
        // `Correction: rape should read 6 and sexual assault 41`, below a table
        if standing == .text, AlteringNote.corrects(text) {
            return doubt(named.filter { reading.statements[$0].method != .sentence }, .error, label)
        }
        // `Per 10,000 children living here.`, `The numbers are for every hundred thousand young people.`
        let isRate = text.lexemes.indices.contains { index in
            text.isWord(index, ["every"]) && text.isWord(index - 1, ["for"])
                // `The rate is 0.48 for every 1,000 children`: beside the figures.
                && text[index - 2]?.isNumber != true
                && (text[index + 1]?.isNumber == true || text.isWord(index + 1, ["hundred", "thousand", "ten"]))
        }
        let isOwn = all.contains { reading.statements[$0].words == sentence.text }
        if isRate && !isOwn || text.isWord(0, ["per"]) && text[1]?.isNumber == true { return doubt(all, .error, label) }
        // `Rounded up to the next ten.`, `House style is to go up to the next ten.`
        if zip(text.words, text.words.dropFirst()).contains(where: { first, second in
            first == "rounded" && ["up", "down"].contains(second)
                || first == "next" && ["five", "ten", "hundred"].contains(second)
        }) {
            return doubt(all, .warning, label)
        }
        // `We do not use the flag. Instead we searched for the word internet`: what is counted carries no flag.
        if sentence.saysThereIsNoFlag || sentence.cannotTellFlagApart, StateReader.periods(sentence.mentions).isEmpty {
            return doubt(named.filter { reading.statements[$0].cues.flag == .flagged }, .error, label)
        }
        if let start = FlagIntroduction.start(in: sentence) {
            shorten(flaggedFrom: start)
            // `Hertfordshire began to use the flag in April 2016`, in a reply of three.
            let forces = Set(
                sentence.mentions.flatMap { mention -> [String] in
                    if case .area(let area) = mention.kind { area.candidates.filter(lexicon.isForce) } else { [] }
                })
            // What stands for a year that had no flag counts something else, a zero nothing.
            let before = all.filter { index in
                let statement = reading.statements[index]
                return statement.figure.value != nil && statement.cues.flag == .flagged
                    && statement.period.map { $0.end < start } ?? false
                    && (forces.isEmpty || !forces.isDisjoint(with: statement.areas))
            }
            doubt(before, .error, label)
        }
        // `The flag was being trialled in Luton during 2015/16`: a person should know.
        if standing == .text, sentence.saysFlagIsOnTrial, !years.isEmpty {
            doubt(named.filter { reading.statements[$0].cues.flag == .flagged }, .warning, label)
        }
        if sentence.role == .statement, standing != .heading, UnfitFigures.tellsOtherYears(sentence) {
            return doubt(all.filter { reading.statements[$0].period?.isFinancialYear == true }, .error, label)
        }
        if isRemark, FinerCategory.isOfPartAlone(text) { return doubt(all, .error, label) }
        if standing == .text, limitTime(all, by: sentence, label) { return }
        guard let note = ScopeNote(sentence, isRemark: standing != .text) else {
            // `Dover only`, `Surrey figure`: words beside a figure that no rule here reads.
            // `void - do not use` beside a figure that is there all the same.
            if isRemark,
                !sentence.strangeWords.isEmpty || TurningNote.isOne(sentence, beside: [])
                    || UnfamiliarNote.isOne(sentence, beside: [], isPointed: true)
            {
                doubt(named.filter { reading.statements[$0].figure.value != nil }, .warning, label)
            }
            if standing == .text,
                UnreadNote.isOne(sentence)
                    || CountingNote.isOne(sentence) && FlagIntroduction.start(in: sentence) == nil,
                !named.isEmpty
            {
                doubt(named.filter { isOpen($0, to: sentence) }, .warning, label)
            } else if standing == .text {
                let isPointed =
                    named.count < around.count || statements(lettered: sentence.unit.lexed) != nil
                    || sentence.speaksOfFigures
                doubtTurned(named, by: sentence, label, in: section, isPointed: isPointed)
                doubt(pointed: pointed, by: sentence, label)
            }
            return
        }
        // `Our figures cover offences on trains and at stations only`: all that the railways' own police have.
        if senders == ["BTP"], text.words.contains(where: ["trains", "stations", "railway", "railways"].contains) {
            return
        }
        apply(note, to: isRemark ? all : meant(by: note, in: section, among: pointed))
    }

    /// `No other figure was arrived at in that way`, `the middle column counts crimes`, `everything in the right-hand column is confined to those under 18`: as asked.
    private static func changesNothing(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        let isOfNone =
            text.isWord(0, ["no"]) && text.isWord(1, ["other"])
            && text.isWord(2, ["figure", "number", "year", "row", "column", "line"])
        let isOfCrimes = text.lexemes.indices.contains {
            text.isWord($0, ["counts", "count"]) && text.isWord($0 + 1, ["crimes", "offences"])
                && $0 + 2 >= text.trimmedCount
        }
        return isOfNone || isOfCrimes && text.count <= 8 || definesFlag(sentence)
            || sentence.mentions.contains { mention in
                guard case .age(.all) = mention.kind else { return false }
                let at = mention.range.lowerBound - sentence.range.lowerBound
                return (at - 4..<at).contains {
                    text.isWord($0, ["confined", "limited", "restricted"]) && text.isWord($0 + 1, ["to"])
                }
            }
    }

    /// `The last column holds those without the flag`: the figures of a row or column carry none.
    private mutating func takeFlag(_ pointed: [Int], from sentence: Sentence) {
        guard !pointed.isEmpty, !sentence.namesNumber, sentence.strangeWords.isEmpty,
            sentence.lexed.words.contains(where: ["column", "row", "line"].contains),
            CueRecogniser.cues(in: sentence.lexed).flag == .unflagged,
            pointed.allSatisfy({ reading.statements[$0].cues.flag != .flagged })
        else { return }
        for index in pointed { reading.statements[index].cues.flag = .unflagged }
    }

    /// `Marked offences are those committed wholly or partly through the internet.`
    private static func definesFlag(_ sentence: Sentence) -> Bool {
        let words = sentence.lexed.words
        return sentence.lexed.count <= 30 && words.prefix(3).contains { ["flagged", "marked", "tagged"].contains($0) }
            && (sentence.lexed.isSymbol(1, "=")
                || words.prefix(6).contains { ["those", "means", "mean"].contains($0) })
            && words.contains { ["internet", "online", "computer", "computers", "digital", "technology"].contains($0) }
            && sentence.mentions.isEmpty && !words.contains { ["only", "not", "also"].contains($0) }
    }
}

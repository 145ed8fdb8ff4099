import Records
import Vocabulary

/// The statements of a sentence, once it is known what belongs to each figure.
extension SentenceReading {
    mutating func makeStatements() {
        if let zero = levels.first, levels.count == 1, !both.isEmpty, case .number(let figure) = zero.kind,
            figure.value == .zero || !periods.isEmpty && !Set(sentence.lexed.words).isDisjoint(with: ["each", "both"])
        {
            sayOfBoth(figure, zero.range)
            return
        }
        for (index, number) in levels.enumerated() {
            guard case .number(let figure) = number.kind else { continue }
            if reader.isOfOneSex(index, bound.ranges, sentence) || isUnknownPart(index) {
                explain(number.range, "finer")
            } else if bound.beside.contains(index) {
                explain(number.range, "other_count")
            } else {
                result.statements.append(statement(figure, index))
            }
        }
        // `63 were recorded, the same as in 2017/18`: said of both.
        if result.statements.count == 1, var again = result.statements.first,
            let other = dated.first(where: { $0.period != again.period && reader.isLikened($0.range, text) })
        {
            (again.period, again.partOf, again.tokens) = (other.period, other.partOf, [])
            result.statements.append(again)
        }
    }

    /// `29 of the 51 were recorded after that briefing`: a part of what was told, by words that name no key.
    private func isUnknownPart(_ index: Int) -> Bool {
        let number = bound.ranges[index]
        let end =
            bound.ranges.indices.contains(index + 1) ? bound.ranges[index + 1].lowerBound : sentence.range.upperBound
        let of = number.upperBound..<max(number.upperBound, min(end, number.upperBound + 6))
        guard bound.narrowings[index] != nil, bound.ageOf[index] == nil, bound.offenceOf[index] == nil,
            !ClaimReader.common.occurs(in: sentence.lexed),
            text.isWord(of.lowerBound, ["of"]), text.isWord(of.lowerBound + 1, ["the", "our"]),
            // `77 of the flagged offences`: the flag is the whole's.
            let whole = of.last(where: {
                text[$0]?.isNumber == true || text.isWord($0, ["offences", "crimes", "cases"])
            })
        else { return false }
        let lead = sentence.range.lowerBound..<number.lowerBound
        let clause = lead.last { text.isSymbol($0, ",") || text.isSymbol($0, ";") } ?? lead.lowerBound
        return [clause..<number.lowerBound, whole + 1..<max(whole + 1, end)].allSatisfy {
            CueRecogniser.cues(in: text, range: $0).flag == nil
        }
    }

    /// `None in either year`, `40 in each`.
    private mutating func sayOfBoth(_ figure: Figure, _ range: Range<Int>) {
        for period in both {
            var statement = Statement(figure: figure, method: .sentence, places: sentence.unit.places(lexemes: range))
            statement.period = period
            statement.cues = reader.context.cues(from: ownCues.filled(from: focus.cues))
            statement.words = sentence.text
            reader.place(&statement, areas, areas.isEmpty ? nil : 0, focus, sentence)
            let question = reader.context.outers.first.flatMap { $0.kind == .sentence ? $0 : nil }
            statement.age = bound.ages.first?.age.code ?? question?.age?.code
            statement.offence = bound.offences.first?.code ?? question?.offence
            statement.labels = [Label(sentence.text, sentence.places.first)]
            result.smallWords.append((range, result.statements.count))
            if result.statements.isEmpty { statement.tokens = sentence.unit.tokens(in: range) }
            result.statements.append(statement)
        }
    }

    private mutating func statement(_ figure: Figure, _ index: Int) -> Statement {
        let range = levels[index].range
        var figure = figure
        reader.hedge(&figure, at: range, text)
        var statement = Statement(figure: figure, method: .sentence, places: sentence.unit.places(lexemes: range))
        statement.tokens = sentence.unit.tokens(in: range)
        statement.words = sentence.text
        statement.labels = [Label(sentence.text, sentence.places.first)]
        if statement.tokens.isEmpty { result.smallWords.append((range, result.statements.count)) }
        date(&statement, index)
        describe(&statement, index)
        qualify(&statement, index)
        attribute(&statement, index)
        narrow(&statement, index)
        return statement
    }

    // MARK: its period

    // MARK: its age and offence

    private func describe(_ statement: inout Statement, _ index: Int) {
        if let age = bound.ageOf[index] { statement.age = bound.ages[age].age.code }
        if let question = reader.context.outers.first, question.kind == .sentence {
            if statement.age == nil, bound.ages.isEmpty, let age = question.age { statement.age = age.code }
            if bound.offences.isEmpty, let offence = question.offence, !isOfToldWhole(index, question) {
                statement.offence = offence
            }
        }
        if let offence = bound.offenceOf[index] {
            let own = bound.offences[offence]
            statement.offence = own.code
            statement.evidence.append(
                Evidence(
                    "offence", .sentence, text.raw(lexemes: own.range), sentence.unit.places(lexemes: own.range).first))
            doubtPair(&statement, own)
        }
        // `Images are not in Table A. There were 140, 155 and 171 crimes of that type`
        let isOfThatType = sentence.range.contains {
            text.isWord($0, ["that", "this"]) && text.isWord($0 - 1, ["of"])
                && text.isWord($0 + 1, ["type", "kind", "sort", "category", "offence"])
        }
        // `Images are not in the total. 326 of these were recorded`
        let end = bound.ranges[index].upperBound
        // `There were 212 indecent image offences. Of these, 190 had the flag.`
        let opensWithThese =
            text.isWord(sentence.range.lowerBound, ["of"])
            && text.isWord(sentence.range.lowerBound + 1, ["these", "those", "them", "which"])
        if statement.offence == nil, let offence = focus.offence,
            opensWithThese || isOfThatType
                || text.isWord(end, ["of"]) && text.isWord(end + 1, ["these", "those", "them"])
        {
            statement.offence = offence
        }
        // `59 of the offences in 2018/19 were sexual communication, and 74 of those in 2019/20`: of the same kind.
        if index > 0, bound.offenceOf[index] == nil, bound.ageOf[index] == nil, let before = result.statements.last,
            text.isWord(end, ["of"]), text.isWord(end + 1, ["those", "these", "them"]),
            text.isWord(bound.ranges[index - 1].upperBound, ["of"])
        {
            (statement.offence, statement.age) = (before.offence, before.age)
        }
        // `212 indecent image offences, of which 190 had the flag`
        let start = bound.ranges[index].lowerBound
        if statement.offence == nil, index > 0, text.isWord(start - 1, ["which"]), text.isWord(start - 2, ["of"]) {
            statement.offence = result.statements.last?.offence
        }
    }

    /// `29 of the 131` where the 131 were told before: of those, whatever the question points back to.
    private func isOfToldWhole(_ index: Int, _ question: Context.Outer) -> Bool {
        let end = bound.ranges[index].upperBound
        let namesOffence = question.unit.mentions.contains { if case .offence = $0.kind { true } else { false } }
        return !namesOffence && text.isWord(end, ["of"]) && text.isWord(end + 1, ["the"])
            && text.integer(end + 2).map { reader.said[Quantity($0)] != nil } ?? false
    }

    /// `186 communication or grooming`: one figure of two offences.
    private func doubtPair(_ statement: inout Statement, _ own: (range: Range<Int>, code: String)) {
        let end = own.range.upperBound
        guard text.isWord(end, ["or", "and"]) || text.isSymbol(end, "/"),
            let next = bound.offences.indices.first(where: {
                bound.offences[$0].range.lowerBound == end + (text.isWord(end + 1, ["the"]) ? 2 : 1)
            }),
            bound.offences[next].code != own.code, !bound.offenceOf.contains(next)
        else { return }
        let both = text.raw(lexemes: own.range.lowerBound..<bound.offences[next].range.upperBound)
        statement.doubts.append(
            Doubt(
                "unknown-label", .error, "found “\(both)” with one figure, expected one offence of the codelists"))
    }

    // MARK: how sure it is

    private func qualify(_ statement: inout Statement, _ index: Int) {
        guard statement.figure.status == .exact else { return }
        let own = bound.periodOf[index].map { bound.usable[$0].range }
        let isHalfway =
            sentence.lexed.words.contains("halfway")
            || zip(sentence.lexed.words, sentence.lexed.words.dropFirst()).contains { $0 == "half" && $1 == "way" }
        if isHalfway { statement.figure.status = .partial }
        if statement.period?.isWholeYear == true, reader.isUnfinished(bound.ranges[index], own, sentence) {
            statement.figure.status = .partial
        } else if sentence.lexed.words.contains("provisional") && index == levels.count - 1
            // `1,530 in 2020/21 and, provisionally, 1,747 in 2021/22`
            || text.isWord(bound.ranges[index].lowerBound - 2, ["provisionally"])
        {
            statement.figure.status = .provisional
        } else if let base = reader.roundedTo(sentence) {
            statement.figure = statement.figure.rounded(to: base)
        }
    }

    // MARK: what it counts, and whose

    private func attribute(_ statement: inout Statement, _ index: Int) {
        let cues = bound.cues[index]
        // `The flag was on 200 crimes, theft among them. It recorded 900 sexual offences against under 18s.`
        let isOfAnother = focus.cues.subject == .other && cues.subject == .childSexual
        let around = isOfAnother ? Cues(unit: focus.cues.unit) : focus.cues
        statement.cues = reader.context.cues(from: reader.peopleOfAll(cues, sentence).filled(from: around))
        statement.isJudgedByOthers =
            statement.cues.isOfOthers && !cues.isOfOthers && !ownCues.isOfOthers && !ProseReader.isOfParts(sentence)
            // A question or a heading says of what stands below it what it counts.
            && !reader.context.cues(from: cues).isOfOthers
        if cues.flag == .flagged {
            statement.evidence.append(Evidence("flag", .sentence, sentence.text, sentence.places.first))
        } else if cues.flag == nil {
            if cues.subject != nil || statement.offence != nil, reader.context.flagIsDenied {
                statement.cues.flag = .all
            }
            // Named whole by its own words, or by none.
            if statement.cues.flag == .flagged, cues.subject != nil || ownCues.isEmpty {
                statement.evidence.append(Evidence("flag", .document, cues.subject == nil ? "" : sentence.text, nil))
            }
        }
        if areas.isEmpty, focus.pair.count == levels.count, levels.count > 1,
            sentence.lexed.words.contains("respectively")
        {
            statement.areas = focus.pair[index]
            statement.evidence.append(Evidence("area", .sentence, focus.areaText, nil))
        } else {
            reader.place(&statement, areas, bound.areaOf[index], focus, sentence)
        }
        if bound.sumOfYears == index { statement.role = .checkedTotal }
        if areas.isEmpty
            ? reader.speaksOfAllTogether(sentence)
            : areas.count > 1 && reader.isCombined(bound.ranges[index], text)
        {
            statement.role = .checkedTotal
        }
        if let answered = result.forces.first {
            (statement.forcesStated, statement.forcesAskedStated) = (answered, result.forces.dropFirst().first)
        }
    }
}

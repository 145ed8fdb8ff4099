import Records
import Vocabulary

/// What sentences say of wholes and their parts, once both are told.
extension Work {
    /// `In 1,187 of them the victim was under 18`, `229 of those 402 relate to victims under 18`: the whole was of all ages.
    ///
    /// The part counts children; a whole that said nothing of them counts something else.
    mutating func widen(by sentence: Sentence, _ result: inout ProseReader.Result) {
        let text = sentence.unit.lexed
        // `129 of the victims were adults`: the whole counted them too.
        let isOfAdults = sentence.range.contains { at in
            // `Children were the victims in 302 and adults in 190`
            text.isWord(at, ["adults", "adult"]) && text.isWord(at + 1, ["in"]) && text[at + 2]?.isNumber == true
                || text[at]?.isNumber == true && text.isWord(at + 1, ["of"])
                    && text.isWord(at + 2, ["the", "them", "these", "those"])
                    && (at + 3..<at + 7).contains { text.isWord($0, ["adults", "adult"]) }
        }
        if isOfAdults {
            for index in said
            where CueRecogniser.cues(in: LexedText(reading.statements[index].words)).subject != .childSexual {
                reading.statements[index].cues.subject = .other
            }
        }
        // `This includes 31 offences where the victim was 18 or over`
        let includesAdults =
            text.isWord(sentence.range.lowerBound, ["this", "these", "it", "that"])
            && text.isWord(sentence.range.lowerBound + 1, ["includes", "include", "included"])
            && (sentence.lexed.words.contains { ["adult", "adults"].contains($0) }
                || sentence.mentions.contains { if case .age(let age) = $0.kind { age.low >= 18 } else { false } })
        if includesAdults { doubt(said, .error, Label(sentence.text, sentence.places.first)) }
        // `Of these 241 bore the flag`: the whole is of all, whatever was spoken of around it.
        if ProseReader.isOfThese(sentence), CueRecogniser.cues(in: sentence.lexed).flag == .flagged {
            for index in said where CueRecogniser.cues(in: LexedText(reading.statements[index].words)).flag == nil {
                reading.statements[index].cues.flag = .all
            }
        }
        let isOfChildren = sentence.mentions.nameChildren
        guard isOfChildren, [.paragraph, .answer].contains(sentence.passageRole),
            let part = result.statements.indices.first,
            result.statements[part].offence == nil, result.statements[part].cues.unit != .suspects,
            let number = sentence.mentions.first(where: { mention in
                guard case .number(let figure) = mention.kind else { return false }
                return figure.value == result.statements[part].figure.value
            }), let told = Self.wholeTold(of: number.range, in: sentence)
        else { return }
        let wholes = reading.statements.indices.filter { index in
            let whole = reading.statements[index]
            let isMeant = told.value.map { whole.figure.value == $0 } ?? said.contains(index)
            // `1,386 sexual offences against persons of all ages`: of burglaries the part would be no sexual offence.
            let isSexual = !told.isLeading || LexedText(whole.words).words.contains("sexual")
            return isMeant && isSexual && whole.role == .level
                && (whole.cues.flag != nil || whole.cues.subject == .other)
                && CueRecogniser.cues(in: LexedText(whole.words)).subject != .childSexual
        }
        guard let whole = wholes.first else { return }
        result.statements[part].cues = reading.statements[whole].cues
        result.statements[part].cues.subject = .childSexual
        result.statements[part].period = result.statements[part].period ?? reading.statements[whole].period
        for index in wholes { reading.statements[index].cues.subject = .other }
    }

    /// `229 of those 402`, `of those 1,386 offences, 541`: the whole of a figure, by its number where that is said.
    private static func wholeTold(of number: Range<Int>, in sentence: Sentence) -> (value: Quantity?, isLeading: Bool)?
    {
        let text = sentence.unit.lexed
        let start = sentence.range.lowerBound
        let isLeading = text.isWord(start, ["of"]) && number.lowerBound > start + 1
        let of = isLeading ? start : number.upperBound
        guard text.isWord(of, ["of"]), text.isWord(of + 1, ["them", "these", "those", "the"]) else { return nil }
        return (text.integer(of + 2).map { Quantity($0) }, isLeading)
    }

    /// `That is 113 offences in total`, below a list of flagged offences that add up to it: flagged like them.
    mutating func tellTotalsOfLists() {
        for index in reading.statements.indices {
            let total = reading.statements[index]
            guard total.role == .level, total.method == .sentence, total.cues.flag == .all, total.offence == nil,
                total.age == nil, let value = total.figure.value,
                LexedText(total.words).words.contains("total")
            else { continue }
            let parts = reading.statements.indices.filter { other in
                let part = reading.statements[other]
                return part.role == .level && part.method != .sentence && part.cues.flag == .flagged
                    && part.period == total.period && part.age == nil && (part.offence ?? "all") != "all"
            }
            let values = parts.compactMap { reading.statements[$0].figure.value }
            guard parts.count > 1, values.count == parts.count, values.reduce(.zero, +) == value else { continue }
            reading.statements[index].cues = reading.statements[parts[0]].cues
        }
    }

    /// `From April to September 7, from October to March 10`: the year, where all its parts are told and it is not.
    mutating func addPartYears() {
        let others = reading.statements.indices.filter {
            reading.statements[$0].method != .sentence || !reading.statements[$0].strangeLabels.isEmpty
        }
        for sum in PartYears.sums(of: reading.statements, but: Set(others)) where sum.period == sum.partOf {
            // Where all parts of the year are told none of them is all that there is of it.
            for part in sum.parts where reading.statements[part].figure.status == .partial {
                reading.statements[part].figure.status = .exact
            }
            let isTold = reading.statements.contains {
                $0.period == sum.period && $0.cues == sum.cues && $0.age == sum.age && $0.offence == sum.offence
            }
            if !isTold { append(sum) }
        }
        markLoneParts()
    }

    /// `1 April 2022 to 30 June 2022` below whole years: less than a year, where quarters among quarters are what they are.
    private mutating func markLoneParts() {
        struct Key: Hashable {
            var areas: [String]
            var cues: Cues
            var age: String?
            var offence: String?
        }
        let told = reading.statements.indices.filter { reading.statements[$0].role == .level }
        let groups = Dictionary(grouping: told) { index in
            let statement = reading.statements[index]
            return Key(
                areas: statement.areas, cues: statement.cues, age: statement.age, offence: statement.offence)
        }
        for members in groups.values {
            let parts = members.filter { reading.statements[$0].period?.isWholeYear == false }
            let wholes = members.filter {
                reading.statements[$0].period?.isFinancialYear == true && reading.statements[$0].method != .sum
            }
            guard let lone = parts.only, !wholes.isEmpty, reading.statements[lone].figure.status == .exact,
                reading.statements[lone].period?.enclosingFinancialYear != nil
            else { continue }
            reading.statements[lone].figure.status = .partial
        }
    }
}

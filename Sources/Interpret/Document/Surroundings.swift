import Records
import Vocabulary

/// What each passage of a document says to those that follow it, read once.
struct Surroundings: Sendable {
    private struct Said: Sendable {
        var section: Int
        var outer: Context.Outer
        var isQuestion = false
        /// A request of its own begins here: what stands before it is of another.
        var isBoundary = false
    }

    private var near: [Said] = []
    private var asked: [Said] = []

    init() {}

    init(_ sections: [Section], lexicon: Lexicon) {
        let described = Self.described(in: sections, lexicon)
        var requests = 0
        // The headings that stand right over tables.
        let tableHeadings = zip(sections, sections.dropFirst()).compactMap { heading, table -> TextUnit? in
            if case .passage(let passage) = heading, case .table = table, passage.role != .quoted {
                passage.unit
            } else {
                nil
            }
        }
        for (index, section) in sections.enumerated() {
            guard case .passage(let passage) = section else { continue }
            var unit = passage.unit
            if passage.role != .quoted, let number = Self.tableNumber(unit.lexed), let words = described[number] {
                unit = words
            }
            switch passage.role {
            case .caption:
                near.append(Said(section: index, outer: Self.contrasted(Context.Outer(unit, .caption), tableHeadings)))
            case .heading, .title:
                var outer = Self.contrasted(Context.Outer(unit, .heading), tableHeadings)
                outer.isOverTable =
                    (unit.lexed.count <= 14 || unit.lexed.lexemes.last?.text == "?")
                    && tableHeadings.contains { $0.text == unit.text }
                // Nearer than the question that it heads the answer of.
                near += passage.asked.reversed().map {
                    Said(section: index, outer: Self.contrasted($0, tableHeadings))
                }
                // A question set over its answer is what it asks.
                if passage.asked.first?.unit.text != unit.text {
                    // `FOI 19/0312 Dog bites` over a table, in a log of several requests.
                    let isRequest = outer.isOverTable && Self.opensWithReference(unit)
                    requests += isRequest ? 1 : 0
                    near.append(Said(section: index, outer: outer, isBoundary: isRequest && requests > 1))
                }
            case .quoted: asked.append(Said(section: index, outer: Self.subjectOnly(unit)))
            // `Year ending 31 March 2019: 338, made up of` heads the items below it.
            case .listItem where Self.opensParts(unit.lexed): near.append(Said(section: index, outer: Self.head(unit)))
            // An item with a figure speaks of that figure.
            case .listItem where unit.mentions.contains(where: { if case .number = $0.kind { true } else { false } }):
                continue
            case .question:
                asked.append(Said(section: index, outer: Self.subjectOnly(unit), isQuestion: true))
                // `Q. What were the flagged offences in 2015/16?` right over the list that answers it.
                // An `A.` may stand between.
                let answer =
                    sections.indices.contains(index + 1) && sections[index + 1].isMarkAlone ? index + 2 : index + 1
                if Self.isTable(sections, answer), unit.lexed.lexemes.last?.text == "?",
                    !StateReader.periods(unit.mentions).isEmpty
                {
                    near.append(Said(section: index, outer: Self.answered(unit)))
                }
            default:
                // `Answer 2: 2018/19 - 1,987` over the lines of the other years
                if passage.role == .answer, Self.isTable(sections, index + 1) {
                    near += passage.asked.reversed().map { Said(section: index, outer: $0) }
                }
                let sentences = Sentence.split(passage)
                let roles = Set(sentences.map(\.role))
                // `All child sexual offences would have to be reviewed by hand`: what an answer would cost is no answer.
                if passage.role == .paragraph, sentences.contains(where: { NumberRole.costs.occurs(in: $0.lexed) }) {
                    continue
                }
                // `1. How many offences of sexual communication?` right over the list that answers it.
                if roles.contains(.request), unit.lexed.lexemes.last?.text == "?", Self.isTable(sections, index + 1) {
                    // `How many of the offences at question 1 …?` says what it is of further off.
                    near += passage.asked.reversed().map { Said(section: index, outer: $0) }
                    near.append(Said(section: index, outer: Self.answered(unit)))
                } else if !roles.contains(.boilerplate) {
                    // `Norfolk Constabulary` over `Sexual offences with a cyber flag`, right over a table: its heading.
                    let isOverTable = Self.isTable(sections, index + 1)
                    let isHead =
                        isOverTable && unit.lexed.count <= 30
                        && ![".", ":", "?"].contains(unit.lexed.lexemes.last?.text)
                        && !unit.mentions.contains { if case .number = $0.kind { true } else { false } }
                    var outer = Context.Outer(unit, isHead ? .heading : .document)
                    // `By year of recording (1 April - 31 March)` names no part of it.
                    if isHead { outer.periods.removeAll { if case .part = $0 { true } else { false } } }
                    near.append(
                        Said(section: index, outer: isOverTable ? Self.contrasted(outer, tableHeadings) : outer))
                }
            }
        }
    }

    private static func isTable(_ sections: [Section], _ index: Int) -> Bool {
        if sections.indices.contains(index), case .table = sections[index] { true } else { false }
    }

    /// Nobody looks further back than so many passages; so no text costs more than its length.
    private static let reach = 100

    /// What stands before a section, nearest first.
    func near(before section: Int) -> [Context.Outer] {
        let said = Self.last(near, before: section)
        return said.prefix((said.firstIndex(where: \.isBoundary) ?? said.count) + 1).map(\.outer)
    }

    /// What was asked before it, nearest first.
    func asked(before section: Int, withQuestions: Bool) -> [Context.Outer] {
        let above = Self.last(asked, before: section)
        // A mail quotes below its answer what it answers.
        let told = above.isEmpty ? asked.prefix(Self.reach).filter { !$0.isQuestion } : above
        return told.filter { withQuestions || !$0.isQuestion }.map(\.outer)
    }

    private static func last(_ said: [Said], before section: Int) -> [Said] {
        // Sections ascend: the first that does not stand before.
        var (low, high) = (0, said.count)
        while low < high {
            let middle = (low + high) / 2
            if said[middle].section < section { low = middle + 1 } else { high = middle }
        }
        return said[..<low].suffix(reach).reversed()
    }

    /// A heading that speaks of such offences without the flag, where a sibling speaks of it, means all of them; of victims, people.
    private static func contrasted(_ outer: Context.Outer, _ tableHeadings: [TextUnit]) -> Context.Outer {
        // `ALL CHILD SEXUAL OFFENCES` behind tables of single offences: all of those, flagged as they are.
        if outer.cues.flag == .all, outer.unit.lexed.isWord(0, ["all", "total"]), outer.unit.lexed.words.count <= 5,
            tableHeadings.count(where: { heading in
                heading.lexed.words.count <= 6
                    && heading.mentions.contains { if case .offence = $0.kind { true } else { false } }
            }) > 1
        {
            var total = outer
            total.cues.flag = nil
            return total
        }
        // `How many victims does that come to` below `Of these, how many had the flag`
        if outer.cues.flag == nil, Questionnaire.asksOfThose(outer.unit.lexed),
            let own = tableHeadings.firstIndex(where: { $0.text == outer.unit.text }),
            let above = tableHeadings[..<own].last, CueRecogniser.cues(in: above.lexed).flag == .flagged
        {
            var theirs = outer
            (theirs.cues.flag, theirs.cues.unit) = (.flagged, .people)
            return theirs
        }
        guard outer.cues.flag == nil, outer.cues.subject == .childSexual || outer.cues.unit?.isOfVictims == true,
            tableHeadings.count > 1,
            // `Victims aged under 18` beside `victims aged 18 and over`: whom the offences of the title were against.
            !tableHeadings.contains(where: { $0.mentions.contains(where: \.isAdult) }),
            // `Same, by sex of victim`, `Victims by age` tell how it is split.
            !outer.unit.lexed.isWord(0, ["same", "by"]),
            outer.cues.subject != nil || !outer.unit.lexed.words.contains("age")
        else { return outer }
        let own = tableHeadings.contains { $0.text == outer.unit.text }
        guard own,
            outer.cues.unit?.isOfVictims == true
                || tableHeadings.contains(where: { CueRecogniser.cues(in: $0.lexed).flag == .flagged })
        else { return outer }
        var changed = outer
        changed.cues.flag = .all
        return changed
    }

    /// `Table 2 shows the number of distinct suspects`: what tables count that are headed by their number alone.
    private static func described(in sections: [Section], _ lexicon: Lexicon) -> [Int: TextUnit] {
        var found: [Int: TextUnit] = [:]
        for case .passage(let passage) in sections where passage.role != .quoted {
            guard passage.unit.lexed.words.contains("table") else { continue }
            for sentence in Sentence.split(passage) where sentence.role == .statement {
                let text = sentence.lexed
                guard text.isWord(0, ["table"]), let number = text.integer(1), text.count > 5,
                    (2..<5).contains(where: {
                        text.isWord($0, ["shows", "gives", "lists", "contains", "counts", "is", "sets", "presents"])
                    })
                else { continue }
                found[number] = found[number] ?? passage.unit.slice(sentence.range, lexicon: lexicon)
            }
        }
        return found
    }

    /// `Table 2`, and nothing else.
    private static func tableNumber(_ text: LexedText) -> Int? {
        text.isWord(0, ["table"]) && text.trimmedCount == 2 ? text.integer(1) : nil
    }

    private static func opensWithReference(_ unit: TextUnit) -> Bool {
        unit.mentions.first.map { mention in
            if case .noise(.reference) = mention.kind { mention.range.lowerBound <= 1 } else { false }
        } ?? false
    }

    private static let partWords = Phrases<Bool>([
        "made up of", "of which", "of these", "comprising", "consisting of", "broken down as follows", "broken down as",
        "as follows", "including", "which includes", "made up as follows", "split as follows", "being", "comprised of",
        "namely", "divided into", "divided as follows",
    ])

    private static func opensParts(_ text: LexedText) -> Bool {
        let end = text.isSymbol(text.count - 1, ":") || text.isSymbol(text.count - 1, ",") ? text.count - 1 : text.count
        return text.isSymbol(end, ":")
            || (max(0, end - 4)..<max(0, end)).contains { partWords.match(text, at: $0)?.end == end }
    }

    private static func head(_ unit: TextUnit) -> Context.Outer {
        var outer = Context.Outer(unit, .heading)
        outer.age = nil
        outer.offence = nil
        return outer
    }

    /// What a question asks of the table or list right below it.
    private static func answered(_ unit: TextUnit) -> Context.Outer {
        var outer = asked(unit, .sentence)
        let offences = Set(unit.mentions.compactMap { if case .offence(let code) = $0.kind { code } else { nil } })
        // Several are a list of what is asked for.
        if offences.count > 1 { outer.offence = nil }
        return outer
    }

    private static func subjectOnly(_ unit: TextUnit) -> Context.Outer {
        var outer = asked(unit, .document)
        outer.age = nil
        outer.offence = nil
        return outer
    }

    private static func asked(_ unit: TextUnit, _ kind: Evidence.Kind) -> Context.Outer {
        var outer = Context.Outer(unit, kind)
        // Where one year was asked for, it is the year of an answer that names none.
        if Set(outer.periods).count != 1 || outer.periods.first?.period?.isWholeYear != true { outer.periods = [] }
        outer.areas = []
        return outer
    }
}

extension Section {
    /// `A.`, `Answer:`
    fileprivate var isMarkAlone: Bool {
        if case .passage(let passage) = self { passage.unit.lexed.count <= 2 } else { false }
    }
}

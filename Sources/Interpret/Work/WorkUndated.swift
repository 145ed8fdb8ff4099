import Records
import Vocabulary

/// What running text leaves open and says elsewhere: the year of a figure, the number of forces behind it.
extension Work {
    /// A figure without a year that the text says elsewhere with one is the same, said again.
    mutating func settleUndated() {
        for index in reading.statements.indices {
            let statement = reading.statements[index]
            guard statement.role == .level, statement.method == .sentence, statement.period == nil,
                let value = statement.figure.value, value > Quantity(12),
                let same = reading.statements.first(where: {
                    $0.role == .level && $0.period != nil && $0.figure.value == value
                        && ($0.areas == statement.areas || statement.areas.isEmpty)
                })
            else { continue }
            reading.statements[index].role = .repeated
            account.put(statement.tokens, .explained("repeated", witness: same.places.locator))
        }
        explainSums()
        dateByNote()
        dateByWholes()
        if reading.kind == .press { datePairs() }
        // `Last year 1,531 were recorded`, in a newspaper without a date of its own.
        guard reading.kind == .press, let latestYear else { return }
        for index in reading.statements.indices
        where reading.statements[index].period == nil && reading.statements[index].method == .sentence
            && reading.statements[index].role == .level
            && !reading.statements.contains(where: {
                $0.role == .level && $0.period == latestYear && $0.areas == reading.statements[index].areas
                    && $0.age == reading.statements[index].age && $0.offence == reading.statements[index].offence
            })
        {
            reading.statements[index].period = latestYear
            reading.statements[index].doubts.append(
                Doubt(
                    "relative-period",
                    "found “\(reading.statements[index].figure.raw)” without a year, read as of \(latestYear.label), the latest that the text tells; expected a year"
                ))
        }
    }

    /// `The number rose from 31 to 53 in a year. The figures cover 2016/17 and 2017/18.`
    private mutating func datePairs() {
        let years = Set(
            sections.flatMap { section -> [Period] in
                if case .passage(let passage) = section { StateReader.periods(passage.unit.mentions) } else { [] }
            }.filter(\.isWholeYear)
        ).sorted()
        guard years.count == 2, years[0].shifted(years: 1) == years[1] else { return }
        let undated = reading.statements.indices.filter {
            reading.statements[$0].role == .level && reading.statements[$0].period == nil
                && reading.statements[$0].method == .sentence
        }
        for (first, second) in zip(undated, undated.dropFirst())
        where reading.statements[first].words == reading.statements[second].words {
            let words = LexedText(reading.statements[first].words)
            let isRise = words.lexemes.indices.contains { index in
                words.isWord(index, ["from"]) && words[index + 1]?.quantity == reading.statements[first].figure.value
                    && words.isWord(index + 2, ["to"])
                    && words[index + 3]?.quantity == reading.statements[second].figure.value
            }
            guard isRise else { continue }
            (reading.statements[first].period, reading.statements[second].period) = (years[0], years[1])
        }
    }

    /// `All figures are for 2018/19.` below figures without a year.
    private mutating func dateByNote() {
        let undated = reading.statements.indices.filter {
            reading.statements[$0].role == .level && reading.statements[$0].period == nil
                && reading.statements[$0].method != .sentence && !reading.statements[$0].figure.status.isState
        }
        guard !undated.isEmpty else { return }
        let told = sections.lazy.compactMap { section -> (Period, Sentence)? in
            guard case .passage(let passage) = section, ![.quoted, .question].contains(passage.role) else { return nil }
            return Sentence.split(passage).lazy.compactMap { sentence -> (Period, Sentence)? in
                let text = sentence.lexed
                guard sentence.role == .statement, !sentence.namesNumber, text.count <= 14,
                    text.words.prefix(3).contains(where: { ["figures", "numbers", "data", "above"].contains($0) }),
                    text.words.contains(where: { ["are", "relate", "cover", "is", "relates", "covers"].contains($0) }),
                    let year = sentence.wholeYears.only
                else { return nil }
                return (year, sentence)
            }.first
        }.first
        guard let (year, sentence) = told else { return }
        for index in undated {
            reading.statements[index].period = year
            reading.statements[index].evidence.append(
                Evidence("period", .document, sentence.text, sentence.places.first))
        }
    }

    /// `The make-up of the 151 is as below.` over a list without a year: that of the 151.
    private mutating func dateByWholes() {
        for section in sections.indices.dropFirst() {
            guard case .passage(let head) = sections[section - 1], case .table = sections[section],
                let own = statementsOf[section], !own.isEmpty,
                own.allSatisfy({ reading.statements[$0].period == nil })
            else { continue }
            let text = head.unit.lexed
            let wholes = head.unit.mentions.compactMap { mention -> Statement? in
                guard case .number(let figure) = mention.kind, let value = figure.value, value > Quantity(12),
                    text.isWord(mention.range.lowerBound - 1, ["the", "these", "those"])
                else { return nil }
                let told = reading.statements.filter {
                    $0.role == .level && $0.period?.isWholeYear == true && $0.figure.value == value
                }
                return Set(told.compactMap(\.period)).count == 1 ? told.first : nil
            }
            guard let whole = wholes.only else { continue }
            for index in own {
                (reading.statements[index].period, reading.statements[index].partOf) = (whole.period, whole.partOf)
                reading.statements[index].evidence.append(
                    Evidence("period", .sentence, head.unit.text, head.unit.place(0..<1).first))
            }
        }
    }

    /// `The 4,756 crimes which make up the answer to Q1`: no year of its own, and the sum of all years of one count.
    private mutating func explainSums() {
        struct Count: Hashable {
            var areas: [String]
            var cues: Cues
        }
        let dated = Dictionary(
            grouping: reading.statements.indices.filter {
                let statement = reading.statements[$0]
                return statement.role == .level && statement.period?.isWholeYear == true && statement.age == nil
                    && (statement.offence ?? "all") == "all"
            }, by: { Count(areas: reading.statements[$0].areas, cues: reading.statements[$0].cues) }
        ).values.filter { $0.count > 1 }
        let sums = dated.compactMap { parts -> (parts: [Int], sum: Quantity)? in
            let values = parts.compactMap { reading.statements[$0].figure.value }
            return values.count == parts.count ? (parts, values.reduce(.zero, +)) : nil
        }
        for index in reading.statements.indices
        where reading.statements[index].role == .level && reading.statements[index].method == .sentence
            && reading.statements[index].period == nil
        {
            guard let value = reading.statements[index].figure.value,
                let parts = sums.filter({ $0.sum == value }).map(\.parts).min(by: { $0[0] < $1[0] })
            else { continue }
            (reading.statements[index].role, reading.statements[index].parts) = (.checkedTotal, parts)
            account.put(
                reading.statements[index].tokens,
                .explained(
                    "checked_total",
                    witness: "sum of \(parts.count) figures from \(reading.statements[parts[0]].places.locator)"))
        }
    }

    /// `The figures come from 40 of 44 police forces`: said once, it holds of the figures of several forces in the text's
    /// latest year, unless they say a number of their own.
    mutating func tellForces() {
        guard forcesTold.count == 1, let told = forcesTold.first else { return }
        let groups = reading.statements.indices.filter { index in
            let statement = reading.statements[index]
            return statement.method == .sentence && statement.forcesStated == nil && statement.period != nil
                && statement.areas.allSatisfy { !lexicon.isForce($0) && lexicon.members[$0] != nil }
                && !statement.areas.isEmpty
        }
        // A region has fewer forces than were told.
        let wide = groups.filter { index in
            reading.statements[index].areas.allSatisfy { (lexicon.members[$0]?.count ?? 0) >= told.answered }
        }
        guard let latest = wide.compactMap({ reading.statements[$0].period }).max() else { return }
        for index in wide where reading.statements[index].period == latest {
            (reading.statements[index].forcesStated, reading.statements[index].forcesAskedStated) = (
                told.answered, told.asked
            )
        }
    }
}

import Records
import Vocabulary

/// What a sentence says of the figures of a year: `Figures for 2019 are provisional`.
extension Work {
    private static let provisional = Phrases<Bool>([
        "are provisional", "is provisional", "remain provisional", "remains provisional", "are still provisional",
        "is still provisional", "should be regarded as provisional", "should be treated as provisional",
        "not yet signed off", "treated as provisional", "regarded as provisional", "considered provisional",
        "are therefore provisional", "last is provisional", "latest is provisional", "are unaudited",
        "are yet to be finalised", "not yet been finalised", "as provisional",
    ])
    private static let isProvisional = Phrases<Bool>([
        "provisional figure", "provisional figures", "provisional number", "provisional numbers", "provisional count",
        "is provisional", "are provisional", "provisional only", "only provisional", "provisional and",
        "still provisional",
    ])

    /// `This is a provisional number`: said of the figures of the sentence before.
    mutating func qualify(by sentence: Sentence) {
        let tells = sentence.namesNumber
        guard !tells, sentence.lexed.isWord(0, ["this", "that", "these", "those", "it", "both"]),
            Self.isProvisional.occurs(in: sentence.lexed)
        else { return }
        makeProvisional(said)
    }

    /// `³ Provisional.`, `** Provisional, still subject to audit`: said of the figures with the mark.
    func isProvisional(_ remark: Sentence) -> Bool {
        remark.lexed.words.contains("provisional")
            && (remark.lexed.words.count <= 6 || Self.isProvisional.occurs(in: remark.lexed))
    }

    mutating func makeProvisional(_ meant: [Int]) {
        for index in meant where reading.statements[index].figure.status == .exact {
            reading.statements[index].figure.status = .provisional
        }
    }

    private static let apart = Phrases<Bool>([
        "do not form part of", "does not form part of", "form no part of", "forms no part of", "are not part of",
        "is not part of",
    ])

    /// `They are not sexual offences and do not form part of the 214`: said of the figures of the sentence before.
    mutating func setApart(by sentence: Sentence) {
        guard sentence.lexed.isWord(0, ["they", "these", "those", "it", "this"]), Self.apart.occurs(in: sentence.lexed)
        else { return }
        doubt(said, .error, Label(sentence.text, sentence.places.first))
    }

    /// Marks the exact figures that a sentence calls provisional: of the years it names, of the latest, or all.
    mutating func readQualities() {
        endWithDocument()
        let years = reading.statements.filter { $0.role == .level }.compactMap(\.period)
        for section in sections {
            guard case .passage(let passage) = section, passage.role != .quoted, passage.role != .question else {
                continue
            }
            for sentence in Sentence.split(passage) where sentence.role == .statement {
                shorten(by: sentence)
                estimate(by: sentence)
                // `The figure of 163 is provisional` speaks of itself.
                let clause = sentence.lastClause
                let numbers = sentence.mentions.filter {
                    if case .number = $0.kind { clause.contains($0.range.lowerBound) } else { false }
                }
                let tells = NumberRole.roles(of: numbers, in: sentence).contains {
                    if case .level = $0 { true } else { false }
                }
                guard !tells, !sentence.lexed.isWord(0, ["this", "that", "it"]),
                    let (_, words) = Self.provisional.first(in: sentence.lexed),
                    // `All statistics are provisional until published; the above is final.`
                    !clause.contains(where: { sentence.unit.lexed.isWord($0, ["final"]) })
                        || clause.contains(sentence.range.lowerBound + words.lowerBound)
                else { continue }
                let at = sentence.range.lowerBound + words.lowerBound
                let named = sentence.mentions.filter {
                    $0.range.upperBound <= at && clause.contains($0.range.lowerBound)
                }.compactMap { mention in
                    if case .period(let reading) = mention.kind { reading.period } else { nil }
                }
                let isLatest = named.isEmpty && sentence.latestYear != nil
                let meant = isLatest ? [years.max()].compactMap { $0 } : named
                guard !meant.isEmpty || words.lowerBound <= 4 else { continue }
                makeProvisional(
                    reading.statements.indices.filter {
                        meant.isEmpty || reading.statements[$0].period.map(meant.contains) ?? false
                    })
            }
        }
    }

    /// Drawn or written on 14 January 2019: of the year to March 2019 it can tell only a part.
    private mutating func endWithDocument() {
        guard reading.kind == .bodyReturn, let date = reading.extractedOn ?? reading.asOf else { return }
        for index in reading.statements.indices where reading.statements[index].figure.status == .exact {
            guard let year = reading.statements[index].period, year.isWholeYear, date < year.end, year.start != date
            else { continue }
            if date < year.start {
                reading.statements[index].doubts.append(
                    Doubt(
                        "ambiguous-period",
                        "found a figure of \(year.label) in what is of \(date), expected a year that had begun"))
                continue
            }
            reading.statements[index].figure.status = .partial
        }
    }

    private static let estimates = Phrases<Bool>([
        "is an estimate", "are estimates", "is our estimate", "is their estimate", "is an analyst's estimate",
        "are our estimate", "are our estimates", "is estimated", "is our best estimate", "are our best estimate",
        "is a best estimate", "is the best estimate", "are estimated",
    ])

    /// `The 2018/19 figure is an estimate based on six months of data`, `Note: 31 is an estimate`
    private mutating func estimate(by sentence: Sentence) {
        guard let (_, words) = Self.estimates.first(in: sentence.lexed) else { return }
        let years = sentence.meantYears(of: reading.statements.compactMap(\.period))
        let at = sentence.range.lowerBound + words.lowerBound
        // `The 340 has been worked out from one record in four and is our best estimate`
        let value = sentence.mentions.lazy.compactMap { mention -> Quantity? in
            guard case .number(let figure) = mention.kind else { return nil }
            let isNamed = sentence.unit.lexed.isWord(mention.range.lowerBound - 1, ["the"])
            return mention.range.upperBound == at || isNamed && mention.range.lowerBound < at ? figure.value : nil
        }.first
        guard value != nil || !sentence.namesNumber else { return }
        for index in reading.statements.indices where reading.statements[index].figure.status == .exact {
            let statement = reading.statements[index]
            // `The Yes and No numbers for that year are our estimate`: not their total.
            if statement.cues.flag == .all, sentence.lexed.words.contains(where: { ["yes", "flagged"].contains($0) }) {
                continue
            }
            guard value.map({ statement.figure.value == $0 }) ?? statement.period.map(years.contains) ?? false else {
                continue
            }
            reading.statements[index].figure.status = .estimated
        }
    }

    private static let partly = Phrases<Bool>([
        "months to", "months only", "part year", "part of the year", "months of the year", "months data only",
    ])

    private static let given = Phrases<Bool>([
        "is for", "are for", "is of", "are of", "are those from", "therefore of", "therefore for", "is from",
        "are from",
        "runs from",
    ])

    /// `The last column stops there: it holds what was recorded from 1 April 2020 to 31 December 2020`, `the search takes in crimes
    /// recorded from 1 April 2021 to 31 December 2021 only`: that span.
    func span(ofColumnIn sentence: Sentence) -> Period? {
        let words = Set(sentence.lexed.words)
        guard let span = StateReader.periods(sentence.mentions).only, !span.isWholeYear, span.days > 31,
            !sentence.namesNumber
        else { return nil }
        let isOfColumn =
            !words.isDisjoint(with: ["column", "row", "line", "figure", "figures"])
            && (!words.isDisjoint(with: ["stops", "ends", "holds", "covers", "runs"])
                // `The figure given is for the nine months from 1 April 2020 to 31 December 2020.`
                || words.contains("months") && !words.isDisjoint(with: ["is", "are"]) && words.contains("for"))
        let isOfSearch =
            words.contains("only") && !words.isDisjoint(with: ["recorded", "crimes", "offences"])
            && words.isDisjoint(with: ["not", "no", "cannot", "excludes", "excluding", "except", "lost", "missing"])
            && (words.contains("covers") || words.contains("includes")
                || words.contains("takes") && words.contains("in"))
        return isOfColumn || isOfSearch ? span : nil
    }

    /// `2018/19 data is for the nine months to December`, `2018/19 is up to 28 February 2019`, behind the figures: they cover
    /// part of the year.
    private mutating func shorten(by sentence: Sentence) {
        let span = span(ofColumnIn: sentence)
        guard let year = sentence.wholeYears.only ?? span?.enclosingFinancialYear else { return }
        let figures: Set<String> = ["data", "figure", "figures", "number", "numbers", "column", "row", "count"]
        let first = sentence.mentions.lazy.compactMap { mention -> Int? in
            if case .period = mention.kind { mention.range.lowerBound } else { nil }
        }.first
        // `… and that the figure for 2018/19 runs to 14 February 2019`
        let isOfFigures =
            sentence.lexed.words.prefix(6).contains(where: figures.contains)
            || span != nil
            || first.map { at in (at - 4..<at).contains { sentence.unit.lexed.isWord($0, figures) } } ?? false
        let opensWithYear = sentence.mentions.first.map {
            if case .period = $0.kind { $0.range.lowerBound == sentence.range.lowerBound } else { false }
        }
        let isSaid =
            Self.partly.occurs(in: sentence.lexed)
            || sentence.lexed.words.contains { ["only", "covers", "cover", "covering", "months"].contains($0) }
            // `The 2021/22 column is for 1 April 2021 to 31 December 2021`
            || Self.given.occurs(in: sentence.lexed)
        let part =
            span
            ?? sentence.coveredPart.flatMap { covered -> Period? in
                // `2018/19 is up to 28 February 2019` needs no word more.
                if case .until = covered { return covered.period(within: year) }
                return isSaid
                    ? covered.period(within: year).flatMap { year.contains($0) && $0 != year ? $0 : nil } : nil
            }
        let isPart = Self.partly.occurs(in: sentence.lexed) || part != nil && !sentence.namesNumber
        guard isPart, isOfFigures || opensWithYear ?? false || sentence.lexed.words.contains("only") else { return }
        for index in reading.statements.indices
        where reading.statements[index].period == year && reading.statements[index].words != sentence.text
            && [.exact, .partial].contains(reading.statements[index].figure.status)
        {
            reading.statements[index].figure.status = .partial
            guard let part else { continue }
            (reading.statements[index].period, reading.statements[index].partOf) = (part, year)
        }
    }
}

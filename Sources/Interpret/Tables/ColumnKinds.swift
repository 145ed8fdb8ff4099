import Records
import Vocabulary

/// Which columns of a block hold figures, which labels, which remarks.
extension TableShape {
    mutating func classify(
        _ block: TableBlock, _ rows: [Int], _ columns: Int, _ names: [Int: LabelReading], _ legend: Legend
    ) {
        var numbers: [Int: Int] = [:]
        var figures: [Int: Int] = [:]
        var texts: [Int: Int] = [:]
        for row in rows {
            for column in 0..<columns {
                guard let cell = block.cell(row, column), !cell.isBlank else { continue }
                if !cell.isHeader, let figure = FigureRecogniser.cell(cell.lexed, legend: legend),
                    DateRecogniser.match(cell.lexed, at: 0) == nil
                {
                    figures[column, default: 0] += 1
                    if case .figure(let value, _, _) = figure, value.value != nil { numbers[column, default: 0] += 1 }
                } else if !cell.isSpanned {
                    // Repeats alone name nothing.
                    texts[column, default: 0] += 1
                }
            }
        }
        // `ten - 7` under `Age of victim`: what leads in a list names what follows.
        let candidates = ((block.isList ? 1 : 0)..<max(1, columns)).filter { column in
            // A column headed by a year holds figures, also where words stand in their place: `still being audited`.
            let isOfYear = column > 0 && !block.isList && names[column]?.period?.period?.isWholeYear == true
            return figures[column] ?? 0 > 0 && (figures[column] ?? 0 >= texts[column] ?? 0 || isOfYear)
        }
        for column in 0..<columns where (figures[column] ?? 0) + (texts[column] ?? 0) > 0 {
            if isNotes(names[column]) || isDecision(column, block, rows, names[column]) {
                noteColumns.append(column)
                continue
            }
            guard candidates.contains(column) else {
                // `Change | up 111%` names nothing.
                if labelColumns.isEmpty || names[column]?.isDerived != true {
                    labelColumns.append(column)
                } else {
                    noteColumns.append(column)
                }
                continue
            }
            if isLabel(column, block, rows, names[column], others: candidates.filter { $0 != column }, numbers: numbers)
            {
                labelColumns.append(column)
            } else {
                figureColumns.append(column)
            }
        }
    }

    /// `Disclosed in full`, `refused` under `Outcome`: what became of the request.
    private func isDecision(_ column: Int, _ block: TableBlock, _ rows: [Int], _ name: LabelReading?) -> Bool {
        guard let words = name?.unit.lexed.words, words.count <= 2,
            words.contains(where: ["outcome", "decision", "result", "disposition"].contains)
        else { return false }
        let cells = rows.compactMap { block.cell($0, column) }.filter { !$0.isBlank }
        return !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.lexed.words.contains {
                    ["disclosed", "disclosure", "refused", "refusal", "withheld", "granted", "supplied", "answered"]
                        .contains($0)
                }
            }
    }

    private func isNotes(_ name: LabelReading?) -> Bool {
        guard let text = name?.unit.lexed, case let words = text.words else { return false }
        // `Outcome of our request`
        if words.count <= 5, words.contains(where: ["outcome", "status", "result"].contains),
            words.contains(where: ["request", "reply", "response", "foi"].contains)
        {
            return true
        }
        // `Request no`
        if words.count <= 3, words.contains(where: ["request", "foi", "case", "log"].contains),
            words.contains(where: ["no", "number", "ref", "reference", "id"].contains)
        {
            return true
        }
        // `Response | Not held` beside a column of figures
        if words == ["response"] || words == ["reply"] || words == ["status"] { return true }
        // `State of figure`, `Data quality`
        if words.count <= 3, words.contains(where: ["state", "status", "quality"].contains),
            words.contains(where: ["figure", "figures", "data", "number"].contains)
        {
            return true
        }
        // `Children (note 2)` points at one.
        return words.count <= 3
            && text.lexemes.indices.contains { text.isWord($0, Self.noteNames) && text[$0 + 1]?.isNumber != true }
    }

    private static let noteNames: Set<String> = [
        "notes", "note", "comment", "comments", "remarks", "remark", "caveats", "caveat", "explanation", "footnote",
    ]

    private static let labelNames: Set<String> = [
        "year", "years", "age", "ages", "ref", "reference", "id", "code", "month", "quarter", "fy", "period", "date",
        "urn", "crimeref", "beat", "ward", "serial", "s/n", "row", "question", "q", "item", "hoc", "class", "hocode",
        "financial", "seq",
    ]

    /// Numbers that name things: years, ages, codes, a count of rows.
    private func isLabel(
        _ column: Int, _ block: TableBlock, _ rows: [Int], _ name: LabelReading?, others: [Int], numbers: [Int: Int]
    ) -> Bool {
        let cells = rows.compactMap { block.cell($0, column) }.filter { !$0.isBlank }
        // `Under 18`, `18 and over` in one column: no small numbers.
        if cells.allSatisfy({ $0.lexed.count > 1 && AgeRecogniser.whole($0.lexed) != nil }),
            cells.contains(where: { FigureRecogniser.cell($0.lexed, legend: Legend()) == nil })
                || numbers[column] == nil
                    && (name?.unit.lexed.words ?? []).contains(where: {
                        ["victim", "age", "group", "band"].contains($0)
                    })
        {
            return true
        }
        // `0`, `1`, … `17`, `NK`, `All` before the figures: single years of age.
        let years = cells.compactMap { $0.lexed.count == 1 ? $0.lexed.integer(0) : nil }
        if column == 0, !others.isEmpty, years.count >= 5, years.count < cells.count,
            zip(years, years.dropFirst()).allSatisfy({ $0 < 120 && $1 == $0 + 1 })
        {
            return true
        }
        // `Offence group` names a column of names.
        let isOfNames = name?.unit.lexed.words.contains { ["offence", "crime", "victim"].contains($0) } ?? false
        if let name {
            let words = name.unit.lexed.words
            // `Mean victim age`
            if name.isDerived { return false }
            // `Age 0-12` over figures is an age itself, not a column of ages.
            if column > 0, name.age != nil, name.unit.lexed.count > 1 { return false }
            // Keys of a database beside its names: `Year_Code`, `Area_SortOrder`, `RowKey`.
            if words.count <= 3, let last = words.last, !others.isEmpty,
                ["code", "order", "sortorder", "hierarchy", "rowkey", "partitionkey", "id"].contains(last)
            {
                return true
            }
            // `Request no.`
            if let last = words.last, ["no", "number", "ref", "reference"].contains(last),
                words.contains(where: {
                    ["request", "foi", "ref", "reference", "log", "case", "item", "crime"].contains($0)
                }),
                words.count <= 4, !others.isEmpty
            {
                return true
            }
            // `By date recorded` over figures says how their years were told.
            if words.contains("date"), column > 0, numbers[column] == cells.count,
                !cells.contains(where: { DateRecogniser.match($0.lexed, at: 0) != nil })
            {
                return false
            }
            // `Year` over figures heads the total of the quarters, not a column of years.
            let timed =
                !words.contains("age")
                && words.contains {
                    ["year", "years", "fy", "period", "month", "quarter", "financial"].contains($0)
                }
            if timed, cells.filter({ PeriodRecogniser.whole($0.lexed) != nil }).count * 2 < cells.count { return false }
            let counts =
                name.cues.unit != nil && !isOfNames || name.cues.flag != nil || words.contains("number")
                || words.contains("count")
                || words.contains("total")
            if words.contains(where: Self.labelNames.contains),
                !counts
                    || words.contains("age") && cells.allSatisfy({ AgeRecogniser.whole($0.lexed) != nil })
                        && !others.isEmpty
            {
                return name.period == nil
                    || cells.allSatisfy { PeriodRecogniser.whole($0.lexed) != nil } && !others.isEmpty
            }
            if name.period != nil || counts { return false }
        }
        let first = block.cells.first.map { _ in labelColumns.isEmpty && figureColumns.isEmpty } ?? false
        guard first else {
            // Further in, only a count of rows without a name is a label.
            return false
        }
        if name == nil || name?.area != nil || isOfNames || (name?.cues.isEmpty ?? true) {
            let timed = cells.allSatisfy { PeriodRecogniser.whole($0.lexed) != nil }
            let aged = cells.allSatisfy { AgeRecogniser.whole($0.lexed) != nil }
            let serial =
                cells.count >= 2 && cells.enumerated().allSatisfy { $0.element.lexed.integer(0) == $0.offset + 1 }
            let bounded = cells.contains { AgeRecogniser.whole($0.lexed) != nil && $0.lexed.count > 1 }
            return timed || serial || aged && (bounded || name != nil)
        }
        return false
    }
}

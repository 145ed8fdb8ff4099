import Records
import Vocabulary

/// What each row of a grid is, by its own look and that of the rows around it.
extension Segmenter {
    private func namesOffence(_ cell: CellUnit) -> Bool {
        OffenceRecogniser.whole(cell.lexed, in: lexicon) != nil
    }

    func kind(
        of index: Int, in cells: [[CellUnit]], block: TableBlock, looks: [Int: [Look: Int]], afterBreak: Bool
    ) -> RowKind {
        let row = cells[index]
        let filled = row.filter { !$0.isBlank && !$0.isSpanned }
        // `---|---|---` under the header of a table drawn with bars.
        let isRule =
            filled.count > 1
            && filled.allSatisfy { cell in
                cell.lexed.count >= 3
                    && cell.lexed.lexemes.allSatisfy { $0.text == "-" || $0.text == ":" || $0.text == "=" }
            }
        guard let first = filled.first, !isRule else { return .blank }
        let hasData = !block.items.isEmpty
        if hasData, block.headerRows.contains(where: { texts(cells[$0]) == texts(row) }) { return .header }
        let figures = filled.filter { look($0) == .figure }
        // `* | Fewer than five` below the figures says what a mark means.
        if hasData, filled.count == 2, first.column == 0, first.lexed.lexemes.allSatisfy({ $0.kind == .symbol }),
            filled[1].lexed.lexemes.contains(where: \.isWord)
        {
            return .pair
        }
        // `The table counts incidents | not crimes.`: a note whose comma no quotation marks guard.
        if hasData, filled.count >= 2, figures.isEmpty, first.column == 0,
            filled.dropFirst().allSatisfy({ $0.unit.text.hasPrefix(" ") && $0.lexed.lexemes.contains(where: \.isWord) }
            ),
            filled.last?.lexed.lexemes.last?.text == "."
        {
            return .pair
        }
        // `(Apr-Dec)` right under one of the years of the header.
        if filled.count == 1, !hasData, first.column > 0, let above = block.headerRows.last, above == index - 1,
            cells[above].contains(where: { $0.column == first.column && !$0.isBlank }), look(first) != .figure
        {
            return .header
        }
        if filled.count == 1 {
            return single(first, row, index, in: cells, hasData: hasData || !block.headerRows.isEmpty)
        }
        if !hasData, block.headerRows.isEmpty, filled.count == 2, first.column == 0,
            first.lexed.lexemes.contains(where: { $0.text == ":" }) || leadsToTable(index, in: cells)
        {
            return .pair
        }
        // `2017/18 | Not held` over `2018/19 | 74`
        let isFirstYear =
            look(first) == .time && first.column == 0 && filled.count == 2
            && cells[(index + 1)...].first?.first.map { !$0.isBlank && look($0) == .time } ?? false
        // `0-5, 6-10, 11-15` over numbers are bands of ages, not hidden figures; under a header only where they differ.
        let bands = Set(filled.filter { $0.lexed[0]?.kind != .symbol }.compactMap { AgeRecogniser.whole($0.lexed) })
            .subtracting([.all])
        if !hasData, !isFirstYear, figures.count >= 1, !bands.allSatisfy(\.isUnknown),
            block.headerRows.isEmpty || HeaderLine.goOn(Array(bands)),
            // `Rape | 0-5 | 6-10` over `Sexual assault | 6-10 | 1-5`: ranges of offences.
            !namesOffence(first) || !(cells[(index + 1)...].first?.first.map(namesOffence) ?? false),
            figures.allSatisfy({ AgeRecogniser.whole($0.lexed) != nil && $0.lexed.count > 1 }),
            filled.contains(where: { look($0) == .text || look($0) == .time }),
            cells[(index + 1)...].prefix(2).contains(where: {
                $0.filter { $0.lexed.count == 1 && isNumeric($0) }.count >= figures.count
            })
        {
            return .header
        }
        let dates = filled.filter { look($0) == .date }
        // `From | 01/04/2016 | 01/04/2017` over figures.
        if !hasData, dates.count >= 2, dates.count == filled.count - 1, look(first) == .text,
            block.headerRows.allSatisfy({ header in cells[header].contains { look($0) == .date } })
        {
            return .header
        }
        if !dates.isEmpty, dates.count < filled.count { return .data }
        // Words such as `awaiting outcome` head a table; under a header they stand in for figures.
        if !figures.isEmpty, !hasData, !isFirstYear, block.headerRows.isEmpty || figures.count * 2 < filled.count,
            !figures.contains(where: isNumeric),
            // `Rape | *` heads nothing.
            filled.count > 2 || !figures.contains(where: { $0.lexed.lexemes.allSatisfy { $0.kind == .symbol } }),
            cells[(index + 1)...].prefix(3).contains(where: { $0.filter(isNumeric).count >= figures.count })
        {
            return .header
        }
        if !figures.isEmpty {
            // `Age of victim` may stand over the ages themselves.
            let isUnderAges = block.headerRows.contains { header in
                cells[header].contains { !Set($0.lexed.words).isDisjoint(with: ["age", "aged", "ages"]) }
            }
            return isRun(filled, isFirst: (block.headerRows.isEmpty || isUnderAges) && !hasData)
                && followsData(cells, index) ? .header : .data
        }
        // `2017/18 | (140)` under a header and over rows alike: a figure that cannot be read heads nothing.
        if !hasData, !block.headerRows.isEmpty, first.column == 0, look(first) == .time,
            first.lexed.lexemes.contains(where: \.isNumber),
            cells[(index + 1)...].prefix(3).contains(where: { row in
                row.first.map { look($0) == .time } ?? false
                    && (row.contains { isNumeric($0) && $0.column > 0 }
                        // `239 (of which female 3)`, `withheld`
                        || filled.count == 2 && (filled[1].lexed[0]?.isNumber ?? false)
                        || filled.count == 2 && StateRecogniser.cell(filled[1].lexed) != nil)
            })
        {
            return .data
        }
        if !hasData {
            if block.headerRows.isEmpty,
                isPair(filled, in: cells, at: index) || isPreamble(filled, in: cells, at: index)
            {
                return .pair
            }
            return .header
        }
        if afterBreak, isPreamble(filled, in: cells, at: index) { return .pair }
        // After figures a row without any is a header where it looks unlike its columns.
        var alike = 0
        var unlike = 0
        for cell in filled {
            guard let column = looks[cell.column], let usual = column.max(by: { $0.value < $1.value })?.key else {
                continue
            }
            let own = look(cell)
            if own == usual || usual == .figure && own == .time && cell.lexed.integer(0) != nil && !afterBreak {
                alike += own == .text ? 0 : 1
            } else {
                unlike += 1
            }
        }
        let isOpen = alike == 0 && unlike == 0
        return unlike > alike || isOpen && afterBreak && followsData(cells, index) ? .header : .data
    }

    /// A row with one filled cell: a title, a heading or a note; a spanning header; or a figure on its own.
    private func single(_ cell: CellUnit, _ row: [CellUnit], _ index: Int, in cells: [[CellUnit]], hasData: Bool)
        -> RowKind
    {
        let spans = row.filter { $0.isSpanned && !$0.isBlank }.count
        let look = look(cell)
        if look == .figure, cell.column > 0 { return .data }
        // Over the columns of the figures only: it heads them.
        guard cell.column > 0, cells.indices.contains(index + 1) else { return .single }
        // A banner in the column of the names heads the rows below it.
        if cells[index + 1].first(where: { $0.column == cell.column }).map({ self.look($0) == .text && !$0.isBlank })
            ?? false, spans == 0, !cell.isHeader
        {
            return .single
        }
        let next = cells[index + 1].filter { !$0.isBlank && !$0.isSpanned }
        return next.count > 2 || spans > 0 && next.count > 1 ? .header : .single
    }

    /// `Force: | Kent Police`: a key and its value, not the head of a table.
    private func isPair(_ filled: [CellUnit], in cells: [[CellUnit]], at index: Int) -> Bool {
        guard filled.count == 2, let key = filled.first, key.column == 0, cells.indices.contains(index + 1) else {
            return false
        }
        // `With cyber flag` and `All offences`, each over several columns, head them.
        let spans = filled.allSatisfy { cell in
            cells[index].contains { $0.column == cell.column + 1 && $0.isSpanned && !$0.isBlank }
        }
        if spans { return false }
        let next = cells[(index + 1)...].first { $0.contains { !$0.isBlank } } ?? []
        return next.filter { !$0.isBlank }.count > 2 || Self.keys.contains(key.lexed.words.joined(separator: " "))
    }

    /// Nothing but rows of two cells without figures stands between it and a wider table: `Cyber Flag | Yes`, a pivot's filters.
    private func leadsToTable(_ index: Int, in cells: [[CellUnit]]) -> Bool {
        for row in cells[index...] {
            let filled = row.filter { !$0.isBlank && !$0.isSpanned }
            if filled.count > 2 || filled.isEmpty { break }
            guard filled.count == 2, filled[1].column == 1,
                !isNumeric(filled[1]) || AgeRecogniser.whole(filled[1].lexed) != nil
            else { return false }
        }
        return cells[index...].contains { $0.filter { !$0.isBlank && !$0.isSpanned }.count > 2 }
    }

    /// Cells from the left edge on, fewer than the header below has: `Cleveland Police, Ref 12245`, `Filter: age, 0 to 17`.
    private func isPreamble(_ filled: [CellUnit], in cells: [[CellUnit]], at index: Int) -> Bool {
        guard filled.count <= 3, filled.enumerated().allSatisfy({ $0.element.column == $0.offset }) else {
            return false
        }
        guard let next = cells[(index + 1)...].first(where: { row in row.contains { !$0.isBlank } }) else {
            return false
        }
        let below = next.filter { !$0.isBlank && !$0.isSpanned }
        // `Wiltshire Police | FOI 2019/512`
        let namesForce = AreaRecogniser.whole(filled[0].lexed, in: lexicon)?.saysForce == true
        if namesForce, filled.dropFirst().allSatisfy({ Self.isReference($0.lexed) }) { return true }
        guard below.first?.column == 0, filled.allSatisfy({ !$0.isHeader }) else {
            return below.count == 1 && filled.count <= 2
        }
        if below.count == 1 {
            return !cells[(index + 1)...].prefix(3).contains { $0.filter { look($0) == .figure }.count > 0 }
                || filled.count < (cells.map { $0.filter { !$0.isBlank }.count }.max() ?? 0)
        }
        // `Bedfordshire Police | cyber flagged sexual offences | victim under 18` over as many columns: a title.
        let isTitle =
            namesForce && filled.allSatisfy { look($0) == .text } && below.count == filled.count
            && below.dropFirst().allSatisfy { look($0) == .time }
        // `Wiltshire Police | Sexual offences with the cyber flag` over `Year | Number`
        let isNamed =
            namesForce && filled.count == 2 && below.count == 2 && !CueRecogniser.cues(in: filled[1].lexed).isEmpty
            && below.allSatisfy { CueRecogniser.cues(in: $0.lexed).flag == nil }
        return (below.count > filled.count || isTitle || isNamed)
            && !below.contains { look($0) == .figure && isNumeric($0) }
    }

    /// `FOI`, `FOI 2019/512`, `Our ref: 4412`
    private static func isReference(_ text: LexedText) -> Bool {
        text.words.contains { ["foi", "foia", "ref", "reference", "request"].contains($0) } && text.words.count <= 6
            && text.lexemes.allSatisfy {
                !$0.isWord || $0.text.utf8.count <= 3
                    || ["foia", "our", "your", "reference", "request", "number", "response"].contains($0.text)
            }
    }

    private static let keys: Set<String> = [
        "reference", "ref", "our ref", "foi reference", "foi ref", "date", "date of reply", "date of response",
        "prepared by", "produced by", "department", "request", "title", "subject", "extracted",
        "date extracted", "extract date", "data extracted", "run date", "date run", "contact", "source", "notes",
        "note", "sheet", "foi number", "foi no", "request number", "organisation", "return for", "received",
    ]

    /// `Age, 13, 14, 15`: numbers that count upwards by one over rows of figures are headers.
    private func isRun(_ filled: [CellUnit], isFirst: Bool) -> Bool {
        guard
            isFirst || filled.contains(where: { PeriodRecogniser.compactMonth($0.lexed) != nil })
                || filled.contains(where: { !Set($0.lexed.words).isDisjoint(with: ["age", "aged", "ages"]) })
        else { return false }
        let months = filled.compactMap { PeriodRecogniser.compactMonth($0.lexed) }
        if months.count >= 3, zip(months, months.dropFirst()).allSatisfy({ $0.end.adding(days: 1) == $1.start }) {
            return true
        }
        let numbers = filled.compactMap { $0.lexed.count == 1 ? $0.lexed.integer(0) : nil }
        guard numbers.count >= 3, (numbers.last ?? 99) <= 20 else { return false }
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
            && filled.allSatisfy {
                $0.lexed.integer(0) != nil || !isNumeric($0) || AgeRecogniser.whole($0.lexed) != nil
            }
    }

    private func followsData(_ cells: [[CellUnit]], _ index: Int) -> Bool {
        cells.indices.contains(index + 1) && cells[index + 1].contains { look($0) == .figure }
    }
}

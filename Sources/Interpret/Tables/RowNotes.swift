import Records
import Vocabulary

/// Remarks beside the rows of a table: `1 April 2023 to 30 November 2023 only`, `Both figures are estimates`, `Refused - s12`.
extension Work {
    mutating func readRowNotes(of block: TableBlock, _ shape: TableShape, from start: Int, in section: Int) {
        for row in block.dataRows where !shape.noteColumns.isEmpty {
            let cells = shape.figureColumns.compactMap { block.cell(row, $0) }
            for column in shape.noteColumns {
                guard let note = block.cell(row, column), !note.isBlank else { continue }
                let own = statements(of: cells, from: start)
                for sentence in Sentence.split(PassageUnit(unit: note.unit, role: .paragraph)) {
                    let years = StateReader.periods(sentence.mentions).filter(\.isFinancialYear)
                    let meant = own.filter { index in
                        years.isEmpty || reading.statements[index].period.map(years.contains) ?? false
                    }
                    qualify(meant, by: sentence)
                    limit(meant, by: sentence, as: .remark, in: section)
                }
            }
        }
    }

    private func statements(of cells: [CellUnit], from start: Int) -> [Int] {
        let tokens = Set(cells.flatMap { $0.unit.tokens(in: 0..<$0.lexed.count) })
        let places = Set(cells.compactMap(\.place))
        return (start..<reading.statements.count).filter { index in
            !tokens.isDisjoint(with: reading.statements[index].tokens)
                || !places.isDisjoint(with: reading.statements[index].places)
        }
    }

    /// `The 14 were recorded from 1 September; the figure of 287 is for all twelve months`: the part is of the first alone.
    private func named(by sentence: Sentence, _ all: [Int]) -> [Int] {
        let text = sentence.unit.lexed
        let end = sentence.range.first { text.isSymbol($0, ";") } ?? sentence.range.upperBound
        let values = sentence.mentions.compactMap { mention -> Quantity? in
            guard case .number(let figure) = mention.kind, mention.range.upperBound <= end else { return nil }
            return figure.value
        }
        let named = all.filter { index in reading.statements[index].figure.value.map(values.contains) ?? false }
        return named.isEmpty ? all : named
    }

    mutating func qualify(_ all: [Int], by sentence: Sentence) {
        let meant = named(by: sentence, all)
        let words = Set(sentence.lexed.words)
        let covered =
            words.isDisjoint(with: ["only", "months", "covers", "covering"])
                && !PeriodRecogniser.listsMonths(sentence.lexed) ? nil : sentence.coveredPart
        for index in meant where reading.statements[index].figure.status == .exact {
            if let year = reading.statements[index].period, let part = covered?.period(within: year), part != year,
                year.contains(part)
            {
                (reading.statements[index].period, reading.statements[index].partOf) = (part, year)
                reading.statements[index].figure.status = .partial
            } else if words.contains("calendar") && reading.statements[index].period?.isFinancialYear == true
                || !words.isDisjoint(with: ["adults", "adult"])
                    && words.isDisjoint(with: ["not", "excludes", "exclude"])
            {
                doubt([index], .error, Label(sentence.text, sentence.places.first))
            } else if let unit = CueRecogniser.cues(in: sentence.lexed).unit, unit != .offences,
                sentence.lexed.count <= 6, Self.saysWhatIsCounted(sentence.lexed)
            {
                reading.statements[index].cues.unit = unit == .victims ? .people : unit
            } else if !words.isDisjoint(with: ["estimate", "estimates", "estimated"]) {
                reading.statements[index].figure.status = .estimated
            } else if words.contains("provisional") {
                reading.statements[index].figure.status = .provisional
            }
        }
    }
}

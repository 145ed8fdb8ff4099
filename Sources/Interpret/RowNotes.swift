import Records
import Vocabulary

/// Remarks beside the rows of a table: `1 April 2023 to 30 November 2023 only`, `Both figures are estimates`, `Refused - s12`.
extension Work {
    mutating func readRowNotes(of block: TableBlock, _ shape: TableShape, from start: Int) {
        guard !shape.noteColumns.isEmpty else { return }
        var byToken: [Int: Int] = [:]
        var byPlace: [Place: Int] = [:]
        for index in start..<reading.statements.count {
            for token in reading.statements[index].tokens { byToken[token] = index }
            for place in reading.statements[index].places { byPlace[place] = index }
        }
        for row in block.dataRows {
            let cells = shape.figureColumns.compactMap { block.cell(row, $0) }
            let own = Set(
                cells.flatMap { cell in
                    cell.unit.tokens(in: 0..<cell.lexed.count).compactMap { byToken[$0] }
                        + [cell.place.flatMap { byPlace[$0] }].compactMap { $0 }
                }
            ).sorted()
            for column in shape.noteColumns {
                guard let note = block.cell(row, column), !note.isBlank else { continue }
                explainBlanks(by: note, own)
                for sentence in Sentence.split(PassageUnit(unit: note.unit, role: .paragraph)) {
                    let years = StateReader.periods(sentence.mentions).filter(\.isWholeYear)
                    let meant = own.filter { index in
                        years.isEmpty || reading.statements[index].period.map(years.contains) ?? false
                    }
                    qualify(meant, by: sentence)
                    if let scope = ScopeNote(sentence) { apply(scope, to: meant) }
                }
            }
        }
    }

    /// Why the row has no figures.
    private mutating func explainBlanks(by note: CellUnit, _ own: [Int]) {
        guard let state = StateRecogniser.cell(note.lexed) else { return }
        for index in own where reading.statements[index].figure.raw.isEmpty {
            reading.statements[index].figure = .state(state.status, raw: note.unit.text)
            reading.statements[index].reason = state.reason
            reading.statements[index].legalBasis = state.legalBasis
            reading.statements[index].words = note.unit.text
            reading.statements[index].places = [note.place].compactMap { $0 }
            reading.statements[index].doubts.removeAll { $0.code == "unknown-marker" }
        }
    }

    private mutating func qualify(_ meant: [Int], by sentence: Sentence) {
        let words = Set(sentence.lexed.words)
        let covered =
            words.isDisjoint(with: ["only", "months", "covers", "covering"])
            ? nil
            : sentence.mentions.lazy.compactMap { mention -> PeriodReading? in
                guard case .period(let reading) = mention.kind, reading.period?.isWholeYear != true else { return nil }
                return reading
            }.first
        for index in meant where reading.statements[index].figure.status == .exact {
            if let year = reading.statements[index].period, let part = covered?.period(within: year), part != year,
                year.contains(part)
            {
                (reading.statements[index].period, reading.statements[index].partOf) = (part, year)
                reading.statements[index].figure.status = .partial
            } else if !words.isDisjoint(with: ["estimate", "estimates", "estimated"]) {
                reading.statements[index].figure.status = .estimated
            } else if words.contains("provisional") {
                reading.statements[index].figure.status = .provisional
            }
        }
    }
}

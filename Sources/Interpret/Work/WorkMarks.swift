import Records
import Vocabulary

/// Of which figures a heading or the note of a mark speaks.
extension Work {
    /// The figures from a heading or a sentence to the next heading behind figures.
    func statements(under section: Int) -> [Int] {
        var found: [Int] = []
        for index in section..<sections.endIndex {
            if !found.isEmpty, isHeading(sections[index]) { break }
            found += statementsOf[index].map(Array.init) ?? []
        }
        return found.filter { reading.statements[$0].role == .level }
    }

    /// The figures of tables whose cells end in the mark that a note opens with: `**`, `[1]`, a raised digit.
    func statements(markedAs note: LexedText) -> [Int] {
        let mark = note.lexemes.first?.text ?? ""
        let length = note.lexemes.prefix { $0.text == mark }.count
        let number = Footnotes.opened(note, 0)?.note
        let letter = Footnotes.letter(opening: note)
        /// How many lexemes of a cell are the mark.
        func marks(_ text: LexedText) -> Int {
            if let number, Footnotes.mark(behind: text) == number { return 3 }
            if let letter { return Footnotes.letter(behind: text) == letter ? 3 : 0 }
            return text.lexemes.reversed().prefix { $0.text == mark }.count == length ? length : 0
        }
        let figures = Set(reading.statements.flatMap(\.tokens))
        var tokens: Set<Int> = []
        for case .table(let block) in sections {
            for (index, row) in block.cells.enumerated() {
                for cell in row {
                    let count = marks(cell.lexed)
                    guard count > 0, count < cell.lexed.count else { continue }
                    var own = [cell]
                    // A mark on a label holds of its row, or of its column.
                    if figures.isDisjoint(with: cell.unit.tokens(in: 0..<cell.lexed.count - count)) {
                        own =
                            block.headerRows.contains(index)
                            ? block.dataRows.compactMap { block.cell($0, cell.column) } : row
                    }
                    for cell in own { tokens.formUnion(cell.unit.tokens(in: 0..<cell.lexed.count)) }
                }
            }
        }
        return reading.statements.indices.filter { !tokens.isDisjoint(with: reading.statements[$0].tokens) }
    }

    private func isHeading(_ section: Section) -> Bool {
        guard case .passage(let passage) = section else { return false }
        return [.heading, .title, .caption, .question].contains(passage.role)
    }
}

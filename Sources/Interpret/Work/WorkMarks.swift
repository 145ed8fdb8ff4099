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

    /// The figures that a note speaks of: of the table that it names, of the question that it answers, else all.
    func within(_ section: Int, _ passage: PassageUnit) -> [Int] {
        let text = passage.unit.lexed
        // `On Table B: …`
        if let named = text.lexemes.indices.first(where: {
            text.isWord($0, ["table"]) && Self.tableName(text, $0) != nil
        }),
            let name = Self.tableName(text, named),
            let head = sections.indices.first(where: { index in
                guard index != section, case .passage(let other) = sections[index] else { return false }
                return other.unit.lexed.isWord(0, ["table"]) && Self.tableName(other.unit.lexed, 0) == name
            })
        {
            return statements(under: head)
        }
        let all = reading.statements.indices.filter { reading.statements[$0].role == .level }
        guard statementsOf[section]?.contains(where: { reading.statements[$0].role == .level }) == true else {
            return all
        }
        func isQuestion(_ index: Int) -> Bool {
            if case .passage(let passage) = sections[index] { passage.role == .question } else { false }
        }
        guard let start = sections.indices[...section].last(where: isQuestion) else { return all }
        let end = sections.indices[section...].first(where: isQuestion) ?? sections.endIndex
        let own = Set((start..<end).flatMap { statementsOf[$0].map(Array.init) ?? [] })
        return all.filter(own.contains)
    }

    /// `B` of `Table B`, `2` of `Table 2`.
    private static func tableName(_ text: LexedText, _ index: Int) -> String? {
        guard let next = text[index + 1], next.isNumber || next.text.count == 1 && next.isWord,
            next.text != "a" || text.isSymbol(index + 2, ":")
        else { return nil }
        return next.text
    }

    /// The figures of tables whose cells end in the mark that a note opens with: `**`, `[1]`, a raised digit.
    func statements(markedAs note: LexedText) -> [Int] {
        let mark = note.lexemes.first?.text ?? ""
        let length = note.lexemes.prefix { $0.text == mark }.count
        let number = Footnotes.opened(note, 0)?.note
        let letter = Footnotes.letter(opening: note)
        /// How many lexemes of a cell are the mark.
        func marks(_ text: LexedText) -> Int {
            if let number, (Footnotes.mark(behind: text) ?? Footnotes.only(text)) == number { return 3 }
            if let letter { return Footnotes.letter(behind: text) == letter ? 3 : 0 }
            return text.lexemes.reversed().prefix { $0.text == mark }.count == length ? length : 0
        }
        let figures = Set(reading.statements.flatMap(\.tokens))
        var tokens: Set<Int> = []
        for case .table(let block) in sections {
            for (index, row) in block.cells.enumerated() {
                for cell in row {
                    let count = marks(cell.lexed)
                    guard count > 0, count < cell.lexed.count || Footnotes.only(cell.lexed) != nil else { continue }
                    var own = [cell]
                    // A mark on a label holds of its row, or of its column; one alone in its cell of its row.
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

    /// `(a) This column was run while …`: the figures of the headers and labels that end in the letter; nil where none does.
    func statements(lettered note: LexedText) -> [Int]? {
        guard Footnotes.letter(opening: note) != nil, case let marked = statements(markedAs: note), !marked.isEmpty
        else {
            return nil
        }
        return marked
    }

    /// `Basis A: both forces together` under a column `Basis`: the figures of the rows that have this key there.
    func statements(keyedAs note: LexedText) -> [Int]? {
        guard let colon = (1..<5).first(where: { note.isSymbol($0, ":") }) else { return nil }
        // `A: victims aged 15 and under` under a column `Note`
        let names = colon > 1 ? [note.raw(lexemes: 0..<colon - 1).lowercased()] : ["note", "notes", "see note", "mark"]
        let key = note.raw(lexemes: colon - 1..<colon).lowercased()
        var tokens: Set<Int> = []
        for case .table(let block) in sections {
            let columns = block.headerRows.flatMap { block.cells[$0] }.filter {
                names.contains($0.lexed.text.lowercased())
            }
            for column in columns.map(\.column) {
                for row in block.dataRows where block.cell(row, column)?.lexed.text.lowercased() == key {
                    for cell in block.cells[row] { tokens.formUnion(cell.unit.tokens(in: 0..<cell.lexed.count)) }
                }
            }
        }
        guard !tokens.isEmpty else { return nil }
        return reading.statements.indices.filter { !tokens.isDisjoint(with: reading.statements[$0].tokens) }
    }

    private func isHeading(_ section: Section) -> Bool {
        guard case .passage(let passage) = section else { return false }
        return [.heading, .title, .caption, .question].contains(passage.role)
    }
}

import Records
import Vocabulary

/// Which row or column of a table a sentence speaks of by where it stands: `the right-hand column`, `the second line`.
extension Work {
    private enum Place: Equatable {
        case place(Int)
        case last, middle
    }

    /// The figures of the row or column of the nearest table that a sentence names; none where it names none.
    func placed(by sentence: Sentence, in section: Int) -> [Int] {
        guard let (line, place) = Self.pointer(in: sentence), let table = nearestTable(to: section) else { return [] }
        let isColumn = line == "column"
        let lines = table.map { isColumn ? $0.column : $0.row }
        let order = Set(lines).sorted()
        let meant: Int? =
            switch place {
            case .last: order.last
            case .middle where order.count % 2 == 1: order[order.count / 2]
            // `The middle column`, of three with that of the years
            case .middle: order.last.map { $0 / 2 }
            // Whether the column of the labels is the first nobody can tell.
            case .place(let place): isColumn && place > 0 ? nil : order.dropFirst(place).first
            }
        guard order.count > 1, let meant else { return [] }
        return zip(table, lines).filter { $1 == meant }.map(\.0.statement).sorted()
    }

    /// The figures of the last table before a passage, or of the next one behind it, and where they stand.
    private func nearestTable(to section: Int) -> [(statement: Int, row: Int, column: Int)]? {
        let tables = sections.indices.filter { index in
            if case .table = sections[index] { statementsOf[index]?.isEmpty == false } else { false }
        }
        guard let nearest = tables.last(where: { $0 < section }) ?? tables.first, let own = statementsOf[nearest],
            case .table(let block) = sections[nearest]
        else { return nil }
        var places: [Int: (row: Int, column: Int)] = [:]
        for cell in block.dataRows.flatMap({ block.cells[$0] }) {
            for token in cell.unit.tokens(in: 0..<cell.lexed.count) { places[token] = (cell.row, cell.column) }
        }
        return own.compactMap { index in
            let statement = reading.statements[index]
            guard statement.role == .level, let place = statement.tokens.lazy.compactMap({ places[$0] }).first else {
                return nil
            }
            return (index, place.row, place.column)
        }
    }

    /// `The bottom row`, `the column on the right`, and `that line` behind one of these in its passage.
    private static func pointer(in sentence: Sentence) -> (line: String, place: Place)? {
        let text = sentence.unit.lexed
        func place(_ word: String?) -> Place? {
            switch word {
            case "first", "top", "left": .place(0)
            case "second": .place(1)
            case "third": .place(2)
            case "fourth": .place(3)
            case "last", "final", "bottom", "right", "foot": .last
            case "middle", "central": .middle
            default: nil
            }
        }
        func pointer(_ index: Int) -> (line: String, place: Place)? {
            guard let line = text.word(index), ["column", "row", "line"].contains(line) else { return nil }
            let before =
                text.isWord(index - 1, ["hand"]) ? text.word(index - 2) ?? text.word(index - 3) : text.word(index - 1)
            let first = before?.replacing("-hand", with: "")
            // `The column on the right`, `the line at the foot`
            let behind = text.isWord(index + 1, ["on", "at"]) ? text.word(index + 3) : nil
            // `The last row of ages` is not that of their total.
            guard !text.isWord(index + 1, ["of"]) else { return nil }
            return (place(first) ?? place(behind)).map { (line == "column" ? line : "row", $0) }
        }
        if let own = sentence.range.lazy.compactMap(pointer).first { return own }
        let isThat = sentence.range.contains { index in
            text.isWord(index, ["column", "row", "line"]) && text.isWord(index - 1, ["that", "this", "same"])
        }
        return isThat ? (0..<sentence.range.lowerBound).reversed().lazy.compactMap(pointer).first : nil
    }
}

import Records
import Vocabulary

/// Tables drawn with spaces, whose headers and labels go on over several lines.
extension Segmenter {
    /// A header whose cells go on over lines, `offences,` over `victim` over `under 18`, joined column by column.
    func withWholeHeader(_ cells: [[CellUnit]]) -> [[CellUnit]] {
        var cells = cells
        guard
            let data = cells.indices.first(where: { row in
                cells[row].dropFirst().contains { $0.lexed.count == 1 && $0.lexed[0]?.isNumber == true }
            }), data > 0
        else { return cells }
        var top = data - 1
        while top > 0, let line = cells[top].first?.row, let above = cells[top - 1].first?.row, line == above + 1,
            cells[top - 1].filter({ !$0.isBlank }).count > 1
        { top -= 1 }
        let below = cells[top + 1..<data].joined().filter { !$0.isBlank }
        let goingOn = below.filter { cell in
            // `2018/19 cyber flagged` begins a label.
            cell.lexed[0]?.isWord == true
                && cell.lexed.text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
        }
        guard goingOn.count * 2 > below.count else { return cells }
        for row in top + 1..<data {
            for column in cells[row].indices where !cells[row][column].isBlank && cells[top].indices.contains(column) {
                let (upper, lower) = (cells[top][column], cells[row][column])
                cells[top][column].unit =
                    upper.isBlank ? lower.unit : upper.unit.joined(with: lower.unit, lexicon: lexicon)
                cells[row][column].unit = .blank(lower.unit.place)
            }
        }
        return cells
    }

    /// Labels that go on in the next line joined to it: `Assault on a female child under 13 by`, `penetration   10  27`.
    func unwrapped(_ cells: [[CellUnit]]) -> [[CellUnit]] {
        var cells = cells
        // The row of figures below, and the line in which its label begins.
        var below: (row: Int, line: Int)?
        for index in cells.indices.reversed() {
            let filled = cells[index].filter { !$0.isBlank }
            if let target = below, filled.count == 1, let upper = filled.first, upper.column == 0, look(upper) == .text,
                let lower = cells[target.row].first, !lower.isBlank, target.line == upper.row + 1,
                Self.goesOn(upper.lexed, in: lower.lexed)
            {
                cells[target.row][0].unit = upper.unit.joined(with: lower.unit, lexicon: lexicon)
                cells[index][0].unit = .blank(upper.unit.place)
                below = (target.row, upper.row)
            } else {
                let hasFigures = cells[index].dropFirst().contains { look($0) == .figure }
                below = hasFigures ? cells[index].first.map { (index, $0.row) } : nil
            }
        }
        return cells
    }

    /// `Rape` over `  of a female under 13   2`, `  of a male under 13   3`: titles that begin in the line above them all.
    func titled(_ cells: [[CellUnit]]) -> [[CellUnit]] {
        var cells = cells
        for index in cells.indices {
            let filled = cells[index].filter { !$0.isBlank }
            guard filled.count == 1, let head = filled.first, head.column == 0, look(head) == .text,
                let edge = Self.column(of: head)
            else { continue }
            let items = cells[(index + 1)...].prefix { row in
                guard let label = row.first, !label.isBlank, let column = Self.column(of: label) else { return false }
                return column > edge && row.dropFirst().contains { look($0) == .figure }
            }
            let words = head.lexed.words
            let isSum = { (label: LexedText) in
                label.words.starts(with: words) && label.words.last == "total"
            }
            let parts = items.indices.filter { !isSum(cells[$0][0].lexed) }
            guard parts.count >= 2, parts.allSatisfy({ Self.beginsLow(cells[$0][0].lexed) }) else { continue }
            for part in parts {
                cells[part][0].unit = head.unit.joined(with: cells[part][0].unit, lexicon: lexicon)
            }
            cells[index][0].unit = .blank(head.unit.place)
        }
        return cells
    }

    private static func column(of cell: CellUnit) -> Int? {
        if case .text(_, let column, _)? = cell.place { column } else { nil }
    }

    private static func beginsLow(_ text: LexedText) -> Bool {
        text[0]?.isWord == true
            && text.text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
            && !text.isWord(1, ["which", "these", "those", "them"])
    }

    private static func goesOn(_ upper: LexedText, in lower: LexedText) -> Bool {
        let last = upper.count - 1
        if upper.isSymbol(last, "-") || upper.isSymbol(last, ",")
            || upper.isWord(
                last, ["by", "of", "to", "or", "and", "a", "an", "the", "with", "under", "in", "on", "for", "from"])
        {
            return true
        }
        return !upper.isSymbol(last, ":") && lower[0]?.isWord == true
            && lower.text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
            && !lower.isWord(0, ["of"])
    }
}

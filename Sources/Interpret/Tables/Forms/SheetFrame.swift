import Records
import Vocabulary

/// The letters over the columns and the numbers before the rows of a spreadsheet that was published as it looks.
enum SheetFrame {
    /// The cells within the frame, and the cells of the frame; nil where there is none.
    static func removed(_ cells: [[CellUnit]]) -> (cells: [[CellUnit]], frame: [CellUnit])? {
        guard cells.count >= 3, let top = cells.first, top.count >= 3, top[0].isBlank else { return nil }
        // `,Unnamed: 0,2020/21` over rows that begin `0,`, `1,`: as a program for data wrote them.
        let unnamed = top.filter { $0.lexed.isWord(0, ["unnamed"]) }
        let isIndexed = cells.dropFirst().enumerated().allSatisfy { $0.element.first?.lexed.integer(0) == $0.offset }
        if isIndexed, !unnamed.isEmpty {
            let inner = cells.map { row in
                row.dropFirst().map { cell in
                    var moved = cell
                    moved.column -= 1
                    if cell.lexed.isWord(0, ["unnamed"]) { moved.unit = .blank(cell.unit.place) }
                    return moved
                }
            }
            return (inner, unnamed + cells.dropFirst().compactMap(\.first))
        }
        guard
            top.dropFirst().enumerated().allSatisfy({ $0.element.lexed.words == [letters($0.offset)] }),
            cells.dropFirst().enumerated().allSatisfy({ $0.element.first?.lexed.integer(0) == $0.offset + 1 })
        else { return nil }
        let inner = cells.dropFirst().map { row in
            row.dropFirst().map { cell in
                var moved = cell
                moved.column -= 1
                return moved
            }
        }
        return (inner, top + cells.dropFirst().compactMap(\.first))
    }

    /// `a` to `z`, then `aa`.
    private static func letters(_ column: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
        return (column >= 26 ? letters(column / 26 - 1) : "") + String(alphabet[column % 26])
    }
}

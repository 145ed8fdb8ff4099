import Records
import Vocabulary

/// The notes of a document by their numbers, and the marks that point to them: `Rape (2)`, `16-17 [3]`, `Total (note 4)`.
struct Footnotes {
    /// The first words of each note.
    private var notes: [Int: String] = [:]

    init(_ sections: [Section]) {
        for section in sections {
            switch section {
            case .passage(let passage): learn(passage.unit.lexed)
            case .table(let block):
                for row in block.cells {
                    let filled = row.filter { !$0.isBlank && !$0.isSpanned }
                    if filled.count == 1, let note = filled.first { learn(note.lexed) }
                }
            }
        }
    }

    /// A line that opens with its mark; behind `(1)` others may follow in the same line.
    private mutating func learn(_ text: LexedText) {
        for index in text.lexemes.indices
        where index == 0 || text[index]?.lineBefore == true || Self.bracketed(text, 0) != nil {
            guard let (note, end) = Self.opened(text, index), text[end]?.isWord == true || text[end]?.text == ":"
            else { continue }
            notes[note] = notes[note] ?? text.raw(lexemes: index..<min(text.count, index + 8))
        }
    }

    /// `(1)`, `1.`, `1)`, `Note 1`.
    static func opened(_ text: LexedText, _ index: Int) -> (note: Int, end: Int)? {
        if let found = bracketed(text, index) { return found }
        if let note = text.integer(index), text.isSymbol(index + 1, ".") || text.isSymbol(index + 1, ")") {
            return (note, index + 2)
        }
        guard text.isWord(index, ["note"]) else { return nil }
        return text.integer(index + 1).map { ($0, index + 2) }
    }

    /// The number of the mark behind a label.
    static func mark(behind text: LexedText) -> Int? {
        guard let open = text.lexemes.indices.last(where: { text.isSymbol($0, "(") || text.isSymbol($0, "[") }),
            open > 0, let (note, end) = bracketed(text, open), end == text.count
        else { return nil }
        return note
    }

    /// The number of the mark that is all that stands in a cell, as under `Note`.
    static func only(_ text: LexedText) -> Int? {
        bracketed(text, 0).flatMap { $0.end == text.count ? $0.note : nil }
    }

    /// `2017/18 (a)`: the letter of the mark behind a label.
    static func letter(behind text: LexedText) -> String? {
        text.count > 3 ? letter(in: text, at: text.count - 3) : nil
    }

    /// `(a) includes 20 offences …`: the letter that a note opens with.
    static func letter(opening text: LexedText) -> String? { text.count > 3 ? letter(in: text, at: 0) : nil }

    private static func letter(in text: LexedText, at index: Int) -> String? {
        guard text.isSymbol(index, "(") || text.isSymbol(index, "["), let letter = text.word(index + 1),
            letter.utf8.count == 1, text.isSymbol(index + 2, ")") || text.isSymbol(index + 2, "]")
        else { return nil }
        return letter
    }

    /// The signs and bracketed numbers that stand behind names and figures of tables.
    static func marks(in sections: [Section]) -> Set<String> {
        var marks: Set<String> = []
        for case .table(let block) in sections {
            for cell in block.cells.joined() {
                if let note = mark(behind: cell.lexed) ?? only(cell.lexed) { marks.insert("(\(note))") }
                guard let last = cell.lexed.lexemes.last, cell.lexed.count > 1, last.kind == .symbol,
                    ["*", "†", "‡", "^", "§", "~"].contains(last.text)
                else { continue }
                marks.insert(last.text)
            }
        }
        return marks
    }

    /// `¹ From April 2015. ² Provisional.`, `* Nine months only` over `** Provisional`: each note by itself, where a passage opens
    /// with a mark.
    static func apart(_ passage: PassageUnit, lexicon: Lexicon) -> [PassageUnit] {
        let text = passage.unit.lexed
        let starts = text.lexemes.indices.filter {
            text.lexemes[$0].raised && text[$0 + 1]?.isWord == true && ($0 == 0 || text.isSymbol($0 - 1, "."))
                || ["*", "†", "‡", "§"].contains(text.lexemes[$0].text) && ($0 == 0 || text.lexemes[$0].lineBefore)
        }
        guard starts.count > 1, starts[0] == 0 else { return [passage] }
        return zip(starts, starts.dropFirst() + [text.count]).map { start, end in
            var note = passage
            note.unit = passage.unit.slice(start..<end, lexicon: lexicon)
            return note
        }
    }

    /// Explains the marks of a label or a caption.
    func explain(_ unit: TextUnit, in account: inout AccountBuilder) {
        for index in unit.lexed.lexemes.indices {
            guard let (number, end) = Self.bracketed(unit.lexed, index), let note = notes[number] else { continue }
            account.mark(unit.tokens(in: index..<end), .explained("footnote_mark", witness: note))
        }
    }

    /// A label without the mark of a note behind it.
    static func withoutMark(_ text: LexedText) -> LexedText {
        guard mark(behind: text) != nil,
            let open = text.lexemes.indices.last(where: { text.isSymbol($0, "(") || text.isSymbol($0, "[") })
        else { return text }
        return LexedText(text.raw(lexemes: 0..<open))
    }

    /// `(1)`, `[2]`, `(note 3)`, `(see note 4)`.
    private static func bracketed(_ text: LexedText, _ index: Int) -> (note: Int, end: Int)? {
        guard text.isSymbol(index, "(") || text.isSymbol(index, "[") else { return nil }
        var at = index + 1
        while text.isWord(at, ["see", "note", "footnote"]) { at += 1 }
        guard let note = text.integer(at), note <= 30, text.isSymbol(at + 1, ")") || text.isSymbol(at + 1, "]") else {
            return nil
        }
        return (note, at + 2)
    }
}

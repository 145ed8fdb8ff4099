import Records
import Vocabulary

/// What the titles over figures, and sentences about adults among them, say of what they count.
extension Work {
    /// A line over figures that ends in no full stop, whatever it is taken for.
    static func isTitle(_ passage: PassageUnit) -> Bool {
        passage.role == .paragraph && passage.unit.lexed.count <= 40
            && ![".", "?", "!", ";"].contains(passage.unit.lexed.lexemes.last?.text)
    }

    /// What a title says that the figures below it count, where it is not what was asked or nobody here reads it.
    mutating func doubt(under section: Int, _ passage: PassageUnit) {
        let text = passage.unit.lexed
        let label = Label(passage.unit.text, passage.unit.place(0..<1).first)
        let under = statements(under: section)
        if UnfitFigures.isTitle(text) || Self.isOfOneSex(text) || Self.isOfPlace(text) {
            // `(in tens)` below them all
            return doubt(under.isEmpty && text.isSymbol(0, "(") ? figures(upTo: section) : under, .error, label)
        }
        // `SUPERSEDED - DO NOT USE`, `DRAFT FOR APPROVAL`: of all that follows.
        if text.count <= 8, AlteringNote.isTakenBack(text) || text.isWord(0, ["draft"]) {
            return doubt(reading.statements.indices.filter { reading.statements[$0].role == .level }, .warning, label)
        }
        if UnfitFigures.isOfOtherYears(text) {
            return doubt(under.filter { reading.statements[$0].period?.isFinancialYear == true }, .error, label)
        }
        let sentences = Sentence.split(passage)
        if sentences.count == 1, sentences.contains(where: UnreadTitle.isOne) {
            doubt(under.filter { reading.statements[$0].method != .sentence }, .warning, label)
        }
    }

    /// `It counts adult victims as well as children`: what was told last.
    static func takesInAdults(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        return sentence.role == .statement && text.isWord(0, ["it", "they", "this", "these"])
            && text.isWord(1, ["counts", "count", "includes", "include", "covers", "cover"])
            && text.words.contains { ["adult", "adults"].contains($0) }
    }

    /// The figures of a section, or of the last before it that has any.
    func figures(upTo section: Int) -> [Int] {
        for index in sections.indices[...section].reversed() {
            guard let own = statementsOf[index], !own.isEmpty else { continue }
            return own.filter { reading.statements[$0].role == .level }
        }
        return []
    }

    static func namesAdults(_ text: LexedText, _ mentions: [Mention]) -> Bool {
        (text.words.contains { ["adult", "adults"].contains($0) } || mentions.contains(where: \.isAdult))
            && !ScopeNote.leavesOut(text)
    }

    /// `Offences recorded in West Division` over a table; not `by division`
    private static func isOfPlace(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.word(index).map(FinerCategory.isPlace) ?? false && index > 1 && ScopeNote.isName(index - 1, text)
                && ScopeNote.isName(index, text)
                && (index - 3..<index).contains { text.isWord($0, ["in", "for", "within", "of"]) }
        }
    }

    /// `Female victims under 18` over a table
    private static func isOfOneSex(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["female", "male"]) && text.isWord(index + 1, ["victims", "children", "victim"])
        } && !(text.words.contains("female") && text.words.contains("male"))
    }
}

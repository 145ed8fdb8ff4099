import Records
import Vocabulary

/// A sentence beside figures in words that officers do not use of what changes nothing: `a pensioner will be in there along with a
/// toddler`. What it says nobody here reads; a person is told.
enum UnfamiliarNote {
    /// What speaks of the law, of the request, or of where to turn.
    private static let elsewhere: Set<String> = [
        "act", "section", "sections", "exemption", "exempt", "request", "requests", "review", "complaint", "complaints",
        "commissioner", "copyright", "website", "www", "helpline", "email", "telephone", "told",
        "applicant", "may", "might", "apologies", "apologise", "sorry", "you've",
    ]

    /// `told` are the figures around it: whoever names another number speaks of something else.
    static func isOne(_ sentence: Sentence, beside told: Set<Quantity>) -> Bool {
        let text = sentence.lexed
        return CountingNote.isShort(sentence, beside: told) && !text.isWord(0, ["you"])
            && Set(text.words).isDisjoint(with: elsewhere)
            // An address on the net is no sentence.
            && !text.lexemes.indices.contains { text.isSymbol($0, "@") } && FamiliarWords.unfamiliar(in: text).count > 1
    }
}

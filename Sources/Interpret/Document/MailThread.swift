import Records
import Vocabulary

/// The messages of one text, each under a line `From: …`: newest first in a mail, oldest first on the page of a request.
struct MailThread {
    private var answers: Set<Int> = []

    init(_ passages: [PassageUnit?]) {
        let heads = passages.indices.filter {
            passages[$0]?.role == .header && passages[$0]?.unit.lexed.isWord(0, ["from"]) == true
        }
        func isBody(_ head: Int) -> Bool {
            guard let unit = passages[head]?.unit else { return false }
            return unit.text.lowercased().contains(".police.uk")
                || unit.mentions.contains { if case .area = $0.kind { true } else { false } }
        }
        let dates = heads.map { head in
            passages[head...].prefix(4).lazy.compactMap { $0?.unit.lexed }.compactMap { text in
                text.lexemes.indices.lazy.compactMap { DateRecogniser.match(text, at: $0)?.value }.first
            }.first
        }
        let known = dates.compactMap { $0 }
        guard known.count == heads.count, known.count > 1, known == known.sorted(), known.first != known.last else {
            // `FYI` over a body's own mail, passed on by whoever asked.
            if let first = heads.first, !isBody(first), let answer = heads.first(where: isBody) { answers = [answer] }
            return
        }
        answers = Set(heads.filter(isBody))
    }

    /// The message under this line is a body's, in a thread that goes on downwards.
    func isAnswer(at head: Int) -> Bool { answers.contains(head) }
}

import Records
import Vocabulary

/// What a short line says of what follows it: that it was asked, or that it answers.
enum QuestionHead {
    case request, answer

    /// Nil for a line that says neither: `Your request (received 18/06/2020)`, `Response 1:`, `DISCLOSURE`.
    init?(_ passage: PassageUnit) {
        let text = Self.withoutAside(passage.unit.lexed)
        if let mark = QuestionMark(text, at: 0), mark.isNamed, mark.end >= text.count {
            guard mark.isAnswer else { return nil }
            self = .answer
            return
        }
        // `I note you seek access to the following information:`, `You have asked the force for:`
        if text.isSymbol(text.count - 1, ":"), let last = Sentence.split(passage).last, last.role == .request,
            last.lexed.count <= 40
        {
            self = .request
            return
        }
        let words = text.words.joined(separator: " ")
        if Self.requests.contains(words) {
            self = .request
        } else if Self.answers.contains(words) {
            self = .answer
        } else {
            return nil
        }
    }

    private static func withoutAside(_ text: LexedText) -> LexedText {
        guard let open = text.lexemes.indices.first(where: { text.isSymbol($0, "(") }), open > 0,
            text.isSymbol(text.count - 1, ")")
        else { return text }
        return LexedText(text.raw(lexemes: 0..<open))
    }

    private static let requests: Set<String> = [
        "request", "your request", "information requested", "you asked", "request for information", "the request",
        "questions", "original request", "details of request", "information request", "your questions",
        "what we were asked", "what you asked", "what you asked for", "what was asked", "you asked us",
        "request details", "your enquiry", "information sought", "question asked", "text of request",
        "details of your request", "your request asked", "request summary", "summary of request", "you requested",
        "your request was", "you asked for", "the questions", "questions asked",
    ]
    private static let answers: Set<String> = [
        "response", "our response", "reply", "our reply", "answer", "answers", "force response", "decision",
        "the response", "our answer", "our answers", "our responses", "police response", "information supplied",
        "responses", "the reply", "the answer", "our decision", "what we said", "in response", "information provided",
        "information disclosed", "disclosure", "our findings", "findings", "results", "police reply",
        "response to your request", "result of searches", "searches to locate information", "request and answer",
        "in reply", "response to request", "your answers", "the answers",
    ]
}

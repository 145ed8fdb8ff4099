import Records
import Vocabulary

/// What a sentence is for: to tell, to ask, or to say whom to ring.
extension Sentence {
    private static let requests = Phrases<Bool>([
        "you asked", "you also asked", "you also wanted", "you also wished", "you also requested", "you requested",
        "you have requested", "you have asked", "you wanted", "you wished to", "you sought",
        "please tell me", "please provide", "please supply", "please confirm", "please send", "please could",
        "please state", "please give", "please list", "please detail", "please split", "please break", "please divide",
        "please separate",
        "could you", "i would like", "i am requesting", "i request", "thank you for your request",
        "thank you for your email", "thank you for your letter", "thank you for your enquiry",
        "request for information", "your request for", "information request for", "in connection with your request",
        "your request dated", "your request of", "your request received", "you asked for", "requesting information",
        "under the freedom of information act please", "can you tell", "can you provide", "you enquired", "i wish to",
        "would be grateful", "how many", "faint o", "sawl trosedd", "i should like", "kindly provide",
        "the request was for", "the request asked",
        "your request was for", "your request is for", "your request concerned", "your request concerns",
        "you would like", "you seek to know", "you ask", "you wrote to", "you wrote about", "wrote to us asking",
        "asked us for", "asking for",
        "has asked for", "asked how many", "i'd like",
        "note you seek", "you seek the", "you seek access", "seek access to", "your request asked",
        "your request sought",
        "the request sought",
    ])
    private static let answers = Phrases<Bool>([
        "we recorded", "can confirm", "there were", "the answer", "our answer", "has recorded", "have recorded",
        "police recorded", "constabulary recorded", "force recorded", "were recorded", "was recorded as", "regret",
        "we cannot", "we are unable", "we are not able", "i cannot", "i am unable", "it is not possible", "is refused",
        "refuses your request", "not hold", "holds no", "we have", "the figure", "has been refused",
        "i am able to",
        "is upheld", "was upheld", "has been upheld", "were unsure", "was unsure", "were not sure", "was not sure",
        "had been recorded", "recorded no", "we hold", "are as follows", "neither confirm nor deny",
        "neither confirms nor denies", "confirm nor deny",
    ])
    private static let boilerplate = Phrases<Bool>([
        "dissatisfied", "internal review", "information commissioner", "ico", "complain", "complaint",
        "complaints procedure", "right of appeal", "wycliffe house", "unhappy with", "not satisfied", "appeal",
        "helpline", "copyright", "re use", "open government licence", "office hours", "disclaimer", "confidential and",
        "intended recipient", "email and any", "found it helpful", "found this helpful",
    ])
    private static let refusals = Phrases<Bool>([
        "we refuse", "i refuse", "is refusing", "are refusing", "i am refusing", "is upheld", "was upheld",
        "has been upheld",
        "uphold the decision", "upheld the decision", "uphold the original decision", "upheld the original decision",
        "uphold the refusal", "upheld the refusal",
    ])
    static func role(of sentence: Sentence) -> Role {
        if sentence.passageRole == .quoted { return .request }
        if sentence.passageRole == .question { return .request }
        let whole = sentence.lexed
        // `1. Please state …` asks as it would without its number.
        let text =
            QuestionMark(whole, at: 0).map { LexedText(whole.raw(lexemes: $0.end..<max($0.end, whole.count))) } ?? whole
        if text.isWord(0, ["request", "question", "query"]), text.isSymbol(1, ":") { return .request }
        if text.isWord(0, ["please"]),
            !text.isWord(
                1,
                [
                    "find", "see", "note", "disregard", "ignore", "amend", "replace", "be", "accept", "leave", "read",
                    "double", "halve", "multiply", "divide", "add", "subtract", "deduct",
                    "set", "put", "strike", "cross", "swap", "do", "don't", "treat", "use", "bear", "take",
                ])
        {
            return .request
        }
        let isQuestion = text.lexemes.last?.text == "?"
        // `The number of offences, which is what you asked for, was 121 in 2020/21`
        let tells =
            text.isWord(0, ["the"]) && text.isWord(1, ["number", "figure", "total", "count", "numbers", "figures"])
            && sentence.namesNumber
        // `You asked how many were recorded in 2017/18`: no answer, whatever it says of recording.
        let hasNumbers = sentence.namesNumber
        if text.isWord(0, ["you"]), text.isWord(1, ["asked", "requested"]), !hasNumbers { return .request }
        // `You also wanted the overall number: 208 and 231.`
        let colon = whole.lexemes.indices.first { whole.isSymbol($0, ":") }.map { $0 + sentence.range.lowerBound }
        let isTold = colon.map { colon in
            sentence.mentions.contains { mention in
                if case .number = mention.kind { mention.range.lowerBound > colon } else { false }
            }
        }
        let answered = answers.occurs(in: text) || refusals.occurs(in: text) || tells || hasNumbers && isTold ?? false
        if isQuestion, !answered || requests.occurs(in: text) { return .request }
        // `Having regard to the guidance of the Information Commissioner, we refuse your request`
        if boilerplate.occurs(in: text), !refusals.occurs(in: text) { return .boilerplate }
        if requests.occurs(in: text), !answered { return .request }
        return .statement
    }
}

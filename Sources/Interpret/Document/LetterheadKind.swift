import Records
import Vocabulary

/// What kind of text it is: a body's own return, a newspaper's or a charity's, a compilation.
extension Letterhead {
    private static let pressWords = Phrases<Bool>([
        "news release", "press release", "notes to editors", "media release", "press notice", "ends",
        "spokesperson said", "for immediate release", "embargoed", "media statement", "press office", "can reveal",
        "this newspaper", "the data team", "released to this newspaper", "our reporter", "crime reporter",
        "crime correspondent", "our crime correspondent", "news editor", "staff reporter", "senedd reporter",
        "local democracy reporter", "political reporter", "home affairs correspondent",
    ])
    private static let compiled = Phrases<Bool>([
        "answers of police forces", "all forces", "police forces to a freedom", "responses from police forces",
        "by force", "each force", "forces were asked", "collated", "compiled", "every police force", "force responses",
    ])

    private static let letterWords = Phrases<Bool>([
        "dear", "yours sincerely", "yours faithfully", "kind regards", "regards", "our ref", "your request",
        "you asked",
        "your email", "your letter", "foi request", "information requested", "your enquiry", "our reference",
        "disclosure log", "response", "annex", "freedom of information officer", "internal review",
        "provision of information",
    ])
    private static let voices = Phrases<Bool>([
        "nspcc", "nspcc's", "the charity", "charity's", "campaigners", "figures show", "figures reveal", "data shows",
        "figures obtained", "police recorded", "according to figures", "spokesman said", "spokeswoman said",
    ])

    /// A text that speaks of police and a charity from outside, with no word of a letter: a newspaper's.
    private static func isNews(_ passages: [PassageUnit]) -> Bool {
        let own = passages.filter { $0.role != .quoted }
        let isLetter = own.contains { passage in
            let text = passage.unit.lexed
            // `Freedom of Information Unit` on a line of its own stands at the head of a letter.
            let isUnit =
                text.count <= 8 && !Set(text.words).isDisjoint(with: ["freedom", "foi", "disclosure"])
                && !Set(text.words).isDisjoint(with: ["unit", "team", "office", "department", "officer"])
            return letterWords.occurs(in: text) || isUnit || [.question, .answer, .header].contains(passage.role)
        }
        // `Kent Police` alone at the head of the text: its own letter.
        let hasHead = own.prefix(3).contains { passage in
            passage.unit.mentions.contains { mention in
                if case .area(let reading) = mention.kind {
                    reading.saysForce && mention.range.lowerBound == 0
                        && (mention.range.count == passage.unit.lexed.count
                            || passage.unit.lexed[mention.range.upperBound]?.lineBefore == true)
                } else {
                    false
                }
            }
        }
        guard !isLetter, !hasHead, own.contains(where: { voices.occurs(in: $0.unit.lexed) }) else { return false }
        // `We recorded` outside quotation marks is a body's own voice.
        return !own.contains { passage in
            let text = passage.unit.lexed
            return !text.lexemes.contains { $0.text == "\"" }
                && text.lexemes.contains { ["we", "i", "our"].contains($0.text) }
        }
    }

    mutating func decideKind(
        _ passages: [PassageUnit], _ source: Source, _ hasTables: Bool, _ tableAreas: Int, _ lexicon: Lexicon
    ) {
        if let stated = source.sidecar.kind.flatMap(SourceKind.init(rawValue:)) {
            kind = stated
            return
        }
        let isPress =
            passages.contains {
                Self.pressWords.occurs(in: $0.unit.lexed)
                    && ($0.unit.lexed.count < 12 || $0.unit.lexed.words.contains("spokesperson")
                        || $0.unit.lexed.words.contains("reveal") || $0.unit.lexed.words.contains("newspaper")
                        || $0.unit.lexed.words.contains("data") && $0.unit.lexed.words.contains("team")
                        || $0.unit.lexed.words.contains("editors"))
            }
            || source.paths.contains {
                LexedText(FileName.words(of: $0)).words.contains(where: ["press", "news", "release"].contains)
            }
        if isPress || !hasTables && Self.isNews(passages), reference.isEmpty || isPress {
            kind = .press
        } else if tableAreas >= (senders.isEmpty ? 3 : 4) {
            kind = .compilation
        }
        // A text about nations that names one body in passing is not about that body.
        let isWide = passages.contains { passage in
            passage.unit.mentions.contains { mention in
                guard case .area(let reading) = mention.kind else { return false }
                return !reading.candidates.contains(where: lexicon.isForce)
            }
        }
        if kind != .bodyReturn {
            senders = senders.filter { $0.evidence.kind != .document || kind == .press && !isWide }
        }
    }
}

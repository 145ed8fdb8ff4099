import Records
import Vocabulary

/// What questions between the sentences leave to what follows.
extension Work {
    private static let countsAsked = Phrases<Bool>(["how many", "the number of"])

    static func asksForOthers(_ sentence: Sentence) -> Bool {
        countsAsked.occurs(in: sentence.lexed) && CueRecogniser.cues(in: sentence.lexed).isEmpty
            && sentence.mentions.allSatisfy { if case .offence = $0.kind { false } else { true } }
            && sentence.passageRole == .paragraph
    }

    static func asksForOutcomes(_ sentence: Sentence) -> Bool {
        countsAsked.occurs(in: sentence.lexed) && countsOutcomes(sentence.lexed)
            && sentence.passageRole == .paragraph
    }

    /// Words of outcomes, suspects or devices, and none of our offences.
    static func countsOutcomes(_ text: LexedText) -> Bool {
        let cues = CueRecogniser.cues(in: text)
        return cues.flag == nil && cues.subject == nil && (cues.unit == .outcomes || cues.unit == .suspects)
    }

    /// `That's sexual offences on under-18s with the flag`, `These are flagged offences`: what the figures before it count.
    static func measureTold(behind order: Int, in sentences: [Sentence]) -> Cues? {
        // The next that speaks of such things at all.
        guard CueRecogniser.cues(in: sentences[order].lexed).isEmpty,
            let sentence = sentences[(order + 1)...].first(where: { !CueRecogniser.cues(in: $0.lexed).isEmpty })
        else { return nil }
        let cues = CueRecogniser.cues(in: sentence.lexed)
        // `2016/17 - nil. 2017/18 - 2 child sexual offences with the cyber flag.`
        let opensWithYear = [sentences[order], sentence].allSatisfy { line in
            line.mentions.first.map { mention in
                guard case .period(let reading) = mention.kind else { return false }
                return mention.range.lowerBound == line.range.lowerBound && reading.period?.isWholeYear == true
            } ?? false
        }
        if opensWithYear, sentences[order].lexed.count <= 8 { return cues }
        let hasNumbers = sentence.namesNumber
        guard !hasNumbers, cues.flag != nil, cues.subject != nil,
            sentence.lexed.isWord(0, ["that", "these", "those", "this", "they", "all", "both"]),
            sentence.lexed.isWord(1, ["is", "are"]) || sentence.lexed.raw(lexemes: 0..<1).lowercased().hasSuffix("'s")
        else { return nil }
        return cues
    }

    /// The column in which an item begins; 0 where the document has none.
    static func indent(of item: PassageUnit) -> Int {
        if case .text(_, let column, _)? = item.unit.place(0..<1).first { column } else { 0 }
    }

    /// The last sentence of a quotation, where it asks something: what follows unquoted may answer it.
    func lastQuestion(_ passage: PassageUnit) -> PassageUnit? {
        // `And in 2017/18? The 95 in the Echo looks too high to us.`
        guard let last = Sentence.split(passage).last(where: { $0.lexed.lexemes.last?.text == "?" }) else { return nil }
        let place = passage.unit.place
        let lexed = last.lexed
        return PassageUnit(
            unit: TextUnit(
                lexed: lexed, mentions: MentionScanner.scan(lexed, in: lexicon), tokens: [:],
                place: { _ in place(0..<1) }), role: .question)
    }
}

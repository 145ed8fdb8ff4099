import Records
import Vocabulary

/// Values that a sentence takes back: `the figure of 145 should read 148`, `91, not 88`.
extension NumberRole {
    private static let corrections = Phrases<Bool>([
        "should read", "should have read", "should have been", "should be", "corrected to", "revised to", "amended to",
        "is now", "has been revised to", "not", "has been corrected to", "ought to read", "should instead be",
        "superseded by", "rather than", "now stands at", "has since been revised to",
    ])
    private static let takesBack = Phrases<Bool>([
        "should have been", "should be", "should read", "should have read", "ought to be", "ought to have been",
        "ought to read", "ought to have read",
    ])
    private static let instead = Phrases<Bool>(["rather than", "instead of", "and not", "not"])
    private static let previously = Phrases<Bool>([
        "previously supplied", "previously stated", "previously reported", "supplied previously", "originally supplied",
        "originally stated", "given previously", "provided previously", "previously provided", "previously given",
        "in error", "earlier reply", "sent previously", "first supplied", "previous response", "originally provided",
        "earlier response", "originally reported", "gave you", "given to you", "told you", "supplied to you",
        "reported to you", "gave as", "last told you",
    ])

    /// Marks what is taken back among the roles of the sentence's numbers.
    static func takeBack(_ roles: inout [NumberRole], _ numbers: [Mention], in sentence: Sentence) {
        let text = sentence.unit.lexed
        let levels = roles.indices.filter { if case .level = roles[$0] { true } else { false } }
        // `Is 91, not 88 as stated`
        for (a, b) in zip(levels, levels.dropFirst()) {
            let isDenied = gap(numbers[a].range, numbers[b].range).contains {
                instead.match(text, at: $0)?.end == numbers[b].range.lowerBound
            }
            if isDenied { roles[b] = .corrected }
        }
        // `Is not 50, as reported in the press, but 65`
        for (a, b) in zip(levels, levels.dropFirst())
        where text.isWord(numbers[a].range.lowerBound - 1, ["not"])
            && text.isWord(numbers[b].range.lowerBound - 1, ["but"])
        {
            roles[a] = .corrected
        }
        if roles.contains(where: { if case .corrected = $0 { true } else { false } }) { return }
        // `Further to our reply (640 for 2017/18, 702 for 2018/19) the figures are now 650 and 720`
        if sentence.lexed.words.contains("now") {
            let quoted = levels.filter { isInBrackets(numbers[$0].range, behindReplyIn: text) }
            if quoted.count < levels.count { for index in quoted { roles[index] = .corrected } }
        }
        let isTakenBack = takesBack.occurs(in: sentence.lexed)
        // `It should have been 148 rather than 145`: what follows is taken back.
        for (a, b) in zip(levels, levels.dropFirst())
        where isTakenBack
            && gap(numbers[a].range, numbers[b].range).contains(where: {
                instead.match(text, at: $0) != nil
            })
        {
            roles[b] = .corrected
            return
        }
        // `We gave 361; it should have been 316`.
        for (a, b) in zip(levels, levels.dropFirst())
        where isTakenBack
            && gap(numbers[a].range, numbers[b].range).contains(where: {
                takesBack.match(text, at: $0).map { $0.end == numbers[b].range.lowerBound } ?? false
            })
        {
            roles[a] = .corrected
            return
        }
        // `The figure of 145 previously supplied should read 148`.
        if levels.count >= 2,
            (sentence.range.lowerBound..<sentence.range.upperBound).contains(where: {
                previously.match(text, at: $0) != nil
            })
        {
            for (a, b) in zip(levels, levels.dropFirst())
            where gap(numbers[a].range, numbers[b].range).contains(where: {
                corrections.match(text, at: $0) != nil
            }) {
                roles[a] = .corrected
            }
        }
    }

    private static func isInBrackets(_ number: Range<Int>, behindReplyIn text: LexedText) -> Bool {
        guard let open = (0..<number.lowerBound).last(where: { text.isSymbol($0, "(") || text.isSymbol($0, ")") }),
            text.isSymbol(open, "(")
        else { return false }
        return (open - 6..<open).contains {
            text.isWord($0, ["reply", "letter", "response", "answer", "email", "mail", "disclosure"])
        }
    }

    private static func gap(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
        a.upperBound..<max(a.upperBound, b.lowerBound)
    }
}

/// Tells what is left out from what is counted: `excluding indecent images`, `other than rape`, `if these are left out`.
package enum Exclusion {
    private static let before = Phrases<Bool>([
        "excluding", "excludes", "except", "except for", "excl", "excepting", "not counting", "not including",
        "apart from", "aside from", "leaving out", "leaving aside", "other than", "exclusive of",
    ])
    private static let after = Phrases<Bool>(["left out", "excluded", "omitted", "taken out", "are not included"])

    /// Words that leave out what follows begin here.
    package static func opens(_ text: LexedText, at index: Int) -> Bool { before.match(text, at: index) != nil }

    /// Whether the words around say that what stands in the range is left out.
    package static func leavesOut(_ range: Range<Int>, of text: LexedText) -> Bool {
        (max(0, range.lowerBound - 6)..<range.lowerBound).contains { index in
            before.match(text, at: index).map { found in
                found.end <= range.lowerBound && (found.end..<range.lowerBound).allSatisfy { text[$0]?.isWord == true }
            } ?? false
        }
            || text.isWord(range.lowerBound - 1, ["without"])
            || text.isWord(range.lowerBound - 2, ["without"]) && text.isWord(range.lowerBound - 1, ["the", "any"])
            || (range.upperBound..<range.upperBound + 5).contains { after.match(text, at: $0) != nil }
    }

    /// Whether a text leaves out an offence or an age that it names.
    package static func isSaid(_ mentions: [Mention], in text: LexedText) -> Bool {
        mentions.contains { mention in
            switch mention.kind {
            case .offence: leavesOut(mention.range, of: text)
            case .age(let age): age != .all && leavesOut(mention.range, of: text)
            default: false
            }
        }
    }
}

import Records
import Vocabulary

/// One number of a sentence with the words around it.
struct SpokenNumber {
    let text: LexedText
    let range: Range<Int>
    let sentence: Range<Int>
    /// Where the ages and offences of the sentence begin.
    let described: [Int]
    /// The sentence names a time.
    let isDated: Bool

    /// In this order the first that tells decides; what nothing tells is a level.
    var role: NumberRole {
        change ?? pointer ?? part ?? supposition ?? other ?? share ?? noun
    }

    /// One of the words stands so many places before the number: 1 is right before it.
    func leads(_ distance: Int, _ words: [String]) -> Bool { text.isWord(range.lowerBound - distance, words) }

    /// One of the words stands so many places behind it: 0 is right behind it.
    func follows(_ distance: Int, _ words: [String]) -> Bool { text.isWord(range.upperBound + distance, words) }

    /// Right behind it stands a sign or nothing.
    var endsClause: Bool { text[range.upperBound].map { $0.kind == .symbol } ?? true }

    /// The words of the sentence up to so many before it.
    func before(_ count: Int) -> Range<Int> { max(sentence.lowerBound, range.lowerBound - count)..<range.lowerBound }

    func isNear(_ count: Int, _ words: [String]) -> Bool { before(count).contains { text.isWord($0, words) } }

    /// The words of the sentence before it.
    var lead: Range<Int> { sentence.lowerBound..<range.lowerBound }

    func isLed(by words: [String]) -> Bool { lead.contains { text.isWord($0, words) } }
}

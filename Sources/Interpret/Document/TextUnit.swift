import Records
import Vocabulary

/// A cell or a passage, cut into lexemes, with the entries of the account that its numbers have.
struct TextUnit: Sendable {
    let lexed: LexedText
    let mentions: [Mention]
    /// Account entry by lexeme; a number of several words has its entry at each of them.
    let tokens: [Int: Int]
    /// The place of a range of scalars.
    let place: @Sendable (Range<Int>) -> [Place]
    /// The text with the abbreviations written out that the document explains.
    var meaning: LexedText

    init(
        lexed: LexedText, mentions: [Mention], tokens: [Int: Int], place: @escaping @Sendable (Range<Int>) -> [Place]
    ) {
        self.lexed = lexed
        self.mentions = mentions
        self.tokens = tokens
        self.place = place
        meaning = lexed
    }

    /// An empty text in its place.
    static func blank(_ place: @escaping @Sendable (Range<Int>) -> [Place]) -> TextUnit {
        TextUnit(lexed: LexedText(""), mentions: [], tokens: [:], place: place)
    }

    /// Two texts read as one, the second going on where the first ends.
    func joined(with next: TextUnit, by separator: String = " ", lexicon: Lexicon) -> TextUnit {
        let (first, second) = (place, next.place)
        // `commun-` over `ication`: one word.
        let isBroken =
            lexed.isSymbol(lexed.count - 1, "-") && lexed[lexed.count - 2]?.isWord == true
            && next.lexed[0]?.isWord == true
            && next.text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == true
        let own = isBroken ? String(text.unicodeScalars.dropLast(1).map(Character.init)) : text
        let head = isBroken ? own : own + separator
        let whole = LexedText(head + next.text)
        let count = isBroken ? lexed.count - 2 : LexedText(head).count
        let (end, length) = (own.unicodeScalars.count, head.unicodeScalars.count)
        return TextUnit(
            lexed: whole, mentions: MentionScanner.scan(whole, in: lexicon),
            tokens: tokens.merging(next.tokens.map { ($0.key + count, $0.value) }, uniquingKeysWith: { a, _ in a }),
            place: { range in
                range.lowerBound < length
                    ? first(range.lowerBound..<max(range.lowerBound, min(range.upperBound, end)))
                    : second((range.lowerBound - length)..<(range.upperBound - length))
            })
    }

    /// With all before a lexeme as the mark of a question, which counts nothing.
    func marked(until end: Int, lexicon: Lexicon) -> TextUnit {
        let mark = Mention(kind: .noise(.questionNumber), range: 0..<end)
        // `Q1 - In 2019/20`: what went on from the mark begins behind it.
        let rest =
            mentions.contains { $0.range.lowerBound < end && $0.range.upperBound > end }
            ? MentionScanner.scan(LexedText(lexed.raw(lexemes: end..<lexed.count)), in: lexicon).map { mention in
                Mention(
                    kind: mention.kind, range: mention.range.lowerBound + end..<mention.range.upperBound + end)
            } : mentions.filter { $0.range.lowerBound >= end }
        var unit = TextUnit(lexed: lexed, mentions: [mark] + rest, tokens: tokens, place: place)
        unit.meaning = meaning
        return unit
    }

    /// What a cell to the left or above says here too; its numbers are counted there.
    static func spanned(
        _ text: LexedText, scan: Bool, lexicon: Lexicon, place: @escaping @Sendable (Range<Int>) -> [Place]
    ) -> TextUnit {
        TextUnit(lexed: text, mentions: scan ? MentionScanner.scan(text, in: lexicon) : [], tokens: [:], place: place)
    }

    /// A part of the text by itself, with the same entries and places.
    func slice(_ range: Range<Int>, lexicon: Lexicon) -> TextUnit {
        // The sign that raises the first letters stands before them, and may stand before a space.
        let isRaised = lexed[range.lowerBound]?.raised == true
        let words = lexed.span(range)
        let span = max(0, words.lowerBound - (isRaised ? 2 : 0))..<words.upperBound
        let part = LexedText(
            String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count))))
        let whole = place
        return TextUnit(
            lexed: part, mentions: MentionScanner.scan(part, in: lexicon),
            tokens: Dictionary(
                uniqueKeysWithValues: tokens.filter { range.contains($0.key) }.map {
                    ($0.key - range.lowerBound, $0.value)
                }),
            place: { whole(($0.lowerBound + span.lowerBound)..<($0.upperBound + span.lowerBound)) })
    }

    var text: String { lexed.text }

    func places(lexemes range: Range<Int>) -> [Place] { range.isEmpty ? [] : place(lexed.span(range)) }

    func tokens(in range: Range<Int>) -> [Int] {
        var seen: Set<Int> = []
        return range.compactMap { tokens[$0] }.filter { seen.insert($0).inserted }
    }
}

/// Makes the account while the units are made, so that no number can be forgotten.
struct AccountBuilder {
    private(set) var account = Account()

    init(found: Int) { account.found = found }

    mutating func unit(
        _ text: String, lexicon: Lexicon, scan: Bool = true, place: @escaping @Sendable (Range<Int>) -> [Place]
    ) -> TextUnit {
        let lexed = LexedText(text)
        var tokens: [Int: Int] = [:]
        var index = 0
        while index < lexed.count {
            var end = index + 1
            if lexed[index]?.isNumber != true {
                guard let (_, after) = CardinalWords.match(lexed, at: index) else {
                    index = end
                    continue
                }
                end = after
            }
            let range = lexed.span(index..<end)
            let entry = account.entries.count
            let around = lexed.span(max(0, index - 7)..<min(lexed.count, end + 7))
            account.entries.append(
                Account.Entry(
                    raw: lexed.raw(range), place: place(range).first ?? .text(line: 1, from: 1, to: 1),
                    context: lexed.raw(around)))
            for lexeme in index..<end { tokens[lexeme] = entry }
            index = end
        }
        return TextUnit(
            lexed: lexed, mentions: scan ? MentionScanner.scan(lexed, in: lexicon) : [], tokens: tokens, place: place)
    }

    /// Gives a token its fate; the first fate stays.
    mutating func mark(_ entries: some Sequence<Int>, _ fate: Account.Fate) {
        for entry in entries
        where account.entries.indices.contains(entry) && account.entries[entry].fate == .unexplained {
            account.entries[entry].fate = fate
        }
    }

    /// Gives all numbers of the cells a fate; the first fate stays.
    mutating func explain(_ cells: some Sequence<CellUnit>, _ fate: Account.Fate) {
        for cell in cells { mark(cell.unit.tokens(in: 0..<cell.lexed.count), fate) }
    }

    /// Gives entries a fate, whatever they had.
    mutating func put(_ entries: some Sequence<Int>, _ fate: Account.Fate) {
        for entry in entries where account.entries.indices.contains(entry) { account.entries[entry].fate = fate }
    }

    func isUnexplained(_ entry: Int) -> Bool {
        account.entries.indices.contains(entry) && account.entries[entry].fate == .unexplained
    }

    /// A published small word (`no`, `nil`) counts as found because it is published.
    mutating func addWord(_ raw: String, at place: Place) -> Int {
        account.entries.append(Account.Entry(raw: raw, place: place))
        account.found += 1
        return account.entries.count - 1
    }
}

import Records
import Vocabulary

/// Figures that a later sentence takes back: `This was incorrect. The correct figure is 316.`
extension Work {
    private static let wrong = Phrases<Bool>([
        "incorrect", "wrong", "inaccurate", "mistaken", "erroneous", "in error", "an error", "not correct",
        "not accurate", "a mistake", "misstated", "miscounted", "a typing error", "should be disregarded",
        "please disregard", "do not recognise", "don't recognise",
    ])
    private static let warnings = Phrases<Bool>([
        "wrong to", "would be wrong", "be a mistake to", "incorrect to", "inaccurate to", "not be wrong",
    ])
    private static let right = Phrases<Bool>([
        "should use", "correct figures", "corrected figures", "revised figures", "correct figure", "correct number",
        "correct total", "corrected figure", "corrected number", "corrected total",
        "right figure", "right number", "true figure", "actual figure", "accurate figure", "revised figure",
        "amended figure", "figure should", "number should", "total should", "it should have", "this should have",
        "that should have", "it should be", "this should be", "that should be", "it should read", "this should read",
        "correct answer", "correct count", "been revised to", "been amended to", "been corrected to", "was revised to",
        "been updated to", "now revised to", "please use", "use instead", "figure ought", "number ought", "it ought to",
        "this ought to", "leaving them out", "leaving these out", "leaving those out", "leaving it out",
        "leaving that out", "without them the", "without it the", "taking them out", "taking it out",
    ])

    /// Whether the sentence says that the figures before it are wrong, and with no number of its own that it says what is right.
    ///
    /// Takes the corrected figure into the place of the one it corrects. True where nothing else is to be read in it.
    mutating func correct(_ sentence: Sentence) -> Bool {
        let text = sentence.lexed
        // `It would be wrong to double this`: what nobody should do.
        let warns = Self.warnings.occurs(in: text)
        let takesBack = Self.wrong.occurs(in: text) && !warns && !Self.supposes(text) && Self.pointsBack(text)
        let puts = Self.right.occurs(in: text)
        // `That figure was wrong because 3 crimes had been left out`: what follows is the cause.
        // `Owing to a keying error this was wrong and the number should have read 54`: what opens the sentence is over before it.
        let cause = sentence.range.dropFirst().first {
            sentence.unit.lexed.isWord($0, ["because", "since", "owing", "due"])
                && !sentence.unit.lexed.isWord($0 - 1, ["has", "have", "had"])
                // `Please disregard the number in my email: nine adults had been counted`
                || sentence.lexed.words.contains("disregard") && sentence.unit.lexed.isSymbol($0, ":")
        }
        let numbers = sentence.mentions.filter { mention in
            guard case .number(let figure) = mention.kind, figure.value != nil else { return false }
            return cause.map { mention.range.lowerBound < $0 } ?? true
        }
        let named = sentence.mentions.compactMap { mention -> Period? in
            if case .period(let reading) = mention.kind { reading.period } else { nil }
        }
        let meant = statements(of: named)
        if takesBack, numbers.isEmpty {
            for index in meant { retract(index, by: sentence) }
            retracted = meant
            return true
        }
        // What is right stands behind the words that say so.
        let from = sentence.range.first { Self.right.match(sentence.unit.lexed, at: $0) != nil }
        let after = numbers.filter { $0.range.lowerBound >= from ?? sentence.range.upperBound }
        // `The figures you should use are 103 for 2019/20 and 131 for 2020/21`: read like any others.
        if puts, after.count > 1, named.count == after.count, meant.count == after.count {
            for index in meant { retract(index, by: sentence) }
            return false
        }
        guard puts, after.count == 1, let number = after.first, case .number(let figure) = number.kind else {
            return false
        }
        guard meant.count == 1, let old = meant.first else { return false }
        retract(old, by: sentence)
        var statement = reading.statements[old]
        statement.role = .level
        // Why the old one was wrong is not said of the new one.
        let own = CueRecogniser.cues(
            in: sentence.unit.lexed, range: (from ?? number.range.lowerBound)..<sentence.range.upperBound)
        // Nor that adults had been counted, where the figure itself did not say so.
        if CueRecogniser.cues(in: LexedText(statement.words)).subject != .other, statement.cues.subject == .other {
            statement.cues.subject = nil
        }
        statement.cues = own.filled(from: statement.cues)
        if sentence.mentions.nameChildren {
            statement.age = nil
        }
        statement.doubts = []
        statement.figure = figure
        statement.places = sentence.unit.places(lexemes: number.range)
        statement.tokens = sentence.unit.tokens(in: number.range)
        statement.words = sentence.text
        statement.labels = [Label(sentence.text, sentence.places.first)]
        retracted = []
        said = [reading.statements.count]
        append(statement)
        return true
    }

    /// The figures that a sentence points back to: those just said or taken back; of named years, any of the text.
    private func statements(of years: [Period]) -> [Int] {
        let near = retracted.isEmpty ? said : retracted
        if years.isEmpty { return near }
        let own = near.filter { reading.statements[$0].period.map(years.contains) ?? false }
        return own.isEmpty
            ? reading.statements.indices.filter { index in
                let statement = reading.statements[index]
                return statement.role == .level && [.sentence, .list].contains(statement.method)
                    && statement.period.map(years.contains) ?? false
            } : own
    }

    /// `It is right to avoid the risk of issuing figures which are wrong`: what might be wrong is not.
    private static func supposes(_ text: LexedText) -> Bool {
        wrong.first(in: text).map { _, range in
            (0..<range.lowerBound).contains {
                text.isWord($0, ["risk", "if", "may", "might", "could", "would", "avoid", "danger", "whether"])
            }
        } ?? false
    }

    /// The sentence begins with what the one before it said, or with words of regret.
    private static func pointsBack(_ text: LexedText) -> Bool {
        text.isWord(
            0,
            ["this", "that", "these", "those", "it", "both", "unfortunately", "regrettably", "however", "i", "please"])
            || text.isWord(0, ["the", "our", "we"])
                && text.words.prefix(6).contains {
                    ["figure", "figures", "number", "numbers", "previous", "earlier"].contains($0)
                }
    }

    private mutating func retract(_ index: Int, by sentence: Sentence) {
        reading.statements[index].role = .retracted
        let place = sentence.places.first?.locator ?? ""
        account.put(reading.statements[index].tokens, .explained("corrected", witness: "taken back at \(place)"))
    }
}

import Records
import Vocabulary

/// The periods and the measures that a text has told one value of.
struct Told: Sendable {
    var periods: Set<Period> = []
    var cues: Set<Cues> = []
}

/// Reads the figures of a sentence.
struct ProseReader {
    let context: Context
    let lexicon: Lexicon
    /// The last complete financial year before the document's date.
    let lastYear: Period?
    /// What each figure that the text has told is of.
    var said: [Quantity: Told] = [:]
    /// The financial years that the text has told figures of.
    var yearsTold: Set<Period> = []
    /// The year of which the text gives the figures in brackets.
    var bracketed: Period?
    /// The two years that the text last told side by side.
    var compared: [Period] = []
    /// The text has told a figure before.
    var hasFigures = true
    /// All figures of the text are rounded to multiples of this.
    var rounding: Int?
    /// A journalist's `nearly 8,000` is a claim; a force's `about 120` is its estimate.
    let isPress: Bool
    /// The document's own, which may stand in its sentences too.
    let reference: String

    struct Result {
        var statements: [Statement] = []
        /// Numbers of forces, as `40 of 44`.
        var forces: [Int] = []
        /// Tokens explained on the way: entry, reason, witness.
        var explained: [(entries: [Int], reason: String, witness: String)] = []
        /// `no`, `nil`: a published word that is no token yet; lexeme range and index of the statement.
        var smallWords: [(range: Range<Int>, statement: Int)] = []
    }

    func read(_ sentence: Sentence, focus: inout Focus) -> Result {
        var reading = SentenceReading(self, sentence, focus)
        reading.sift()
        reading.lookAround()
        if reading.speaksOfCrime {
            reading.bind()
            reading.makeStatements()
        }
        reading.settleFocus()
        focus = reading.focus
        return reading.result
    }

    func roundedTo(_ sentence: Sentence) -> Int? {
        Legend.rounding(in: sentence.lexed) ?? rounding
    }

    /// Takes a hedged number of a press release as the claim it is.
    func takeClaim(_ number: Mention, _ sentence: Sentence, _ result: inout Result) -> Bool {
        let text = sentence.unit.lexed
        let at = number.range.lowerBound
        let hedged =
            text.isWord(
                at - 1,
                ["nearly", "almost", "about", "around", "approximately", "roughly", "over", "exceeding", "some"])
            || text.isWord(at, ["over"])
            || text.isWord(at - 1, ["than"]) && text.isWord(at - 2, ["more", "fewer", "less"])
            || { if case .number(let figure) = number.kind { figure.status == .bounded } else { false } }()
        guard hedged else { return false }
        result.explained.append((sentence.unit.tokens(in: number.range), "claim", Self.around(number.range, text)))
        return true
    }

    static func around(_ range: Range<Int>, _ text: LexedText) -> String {
        text.raw(lexemes: max(0, range.lowerBound - 2)..<min(text.count, range.upperBound + 4))
    }
}

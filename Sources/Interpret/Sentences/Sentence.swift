import Records
import Vocabulary

/// One sentence of a passage: a range of its lexemes, and what they mention.
struct Sentence: Sendable {
    enum Role: Sendable {
        /// Says or may say a figure.
        case statement
        /// What was asked, by us or repeated by the body.
        case request
        /// How to complain, whom to ring.
        case boilerplate
        /// A caveat or a legend.
        case note
    }

    var unit: TextUnit
    var range: Range<Int>
    var role: Role
    var mentions: [Mention]
    var passageRole: Passage.Role

    var text: String { unit.lexed.raw(lexemes: range) }
    var places: [Place] { unit.places(lexemes: range) }
    /// The year of the sentence before, where this one says `that year`.
    private(set) var yearBefore: Period?
    /// The sentence cut out, for recognisers of whole sentences.
    let lexed: LexedText

    /// A number stands in it that is no date, reference or label by its form.
    var namesNumber: Bool { mentions.contains { if case .number = $0.kind { true } else { false } } }

    private init(
        unit: TextUnit, range: Range<Int>, role: Role, mentions: [Mention], passageRole: Passage.Role
    ) {
        self.unit = unit
        self.range = range
        self.role = role
        self.mentions = mentions
        self.passageRole = passageRole
        lexed = LexedText(unit.lexed.raw(lexemes: range))
    }

    static func split(_ passage: PassageUnit) -> [Sentence] {
        let lexed = passage.unit.lexed
        var sentences: [Sentence] = []
        var start = 0
        var rest = passage.unit.mentions[...]
        func close(_ end: Int) {
            let range = start..<end
            // Mentions ascend, so that each is looked at once.
            let mentions = rest.prefix { $0.range.lowerBound < end }
            rest = rest.dropFirst(mentions.count)
            sentences.append(
                Sentence(
                    unit: passage.unit, range: range, role: .statement, mentions: Array(mentions),
                    passageRole: passage.role)
            )
            start = end
        }
        let lines = yearLines(passage.unit).union(keyedLines(lexed))
        for index in 0..<lexed.count {
            if lines.contains(index) { close(index) }
            // No sentence is so long: cut it, so that no text costs more than its length.
            if index - start >= 240,
                lexed.isSymbol(index, ",") || lexed.isSymbol(index, ";") || lexed[index]?.lineBefore == true
                    || index - start >= 400
            {
                close(index + 1)
                continue
            }
            if lexed.isSymbol(index, ".") || lexed.isSymbol(index, "?") || lexed.isSymbol(index, "!") {
                if ends(lexed, index) { close(index + 1) }
            }
        }
        close(lexed.count)
        sentences.removeAll(where: \.range.isEmpty)
        let quoted = quotedRequest(in: lexed)
        for index in sentences.indices {
            let isQuoted = quoted.map { $0.contains(sentences[index].range.lowerBound) } ?? false
            sentences[index].role = isQuoted ? .request : role(of: sentences[index])
        }
        tellYearsBefore(in: &sentences)
        return sentences
    }

    private static let thatYear = Phrases<Bool>([
        "that year", "that column", "that row", "that entry", "that figure", "cells in it", "figures in it",
        "numbers in it",
    ])

    private static func tellYearsBefore(in sentences: inout [Sentence]) {
        var last: Period?
        for index in sentences.indices {
            let years = sentences[index].wholeYears
            if years.isEmpty, thatYear.occurs(in: sentences[index].lexed) {
                sentences[index].yearBefore = last
            } else if !years.isEmpty {
                last = years.only
            }
        }
    }

    /// `Your request: "How many in 2017/18? You recorded 99 in 2016/17."`: all between the marks was asked.
    private static func quotedRequest(in text: LexedText) -> Range<Int>? {
        guard let colon = (1..<7).first(where: { text.isSymbol($0, ":") }), text.isSymbol(colon + 1, "\""),
            (0..<colon).contains(where: { text.isWord($0, ["request", "question", "asked", "requested", "query"]) }),
            let end = (colon + 2..<max(colon + 2, text.count)).first(where: { text.isSymbol($0, "\"") })
        else { return nil }
        return 0..<end
    }

    /// Where lines begin that each open with a year of their own: a list, whatever stands at their ends.
    private static func yearLines(_ unit: TextUnit) -> Set<Int> {
        let starts = unit.mentions.filter { mention in
            guard case .period(let reading) = mention.kind, reading.period?.isWholeYear == true else { return false }
            let at = mention.range.lowerBound
            return (at == 0 || unit.lexed[at]?.lineBefore == true)
                && (unit.lexed[mention.range.upperBound].map { $0.kind == .symbol || $0.isNumber } ?? false
                    || unit.lexed.isWord(
                        mention.range.upperBound,
                        ["nil", "none", "no", "at", "fewer", "less", "more", "zero", "nothing"])
                    || CardinalWords.match(unit.lexed, at: mention.range.upperBound) != nil)
        }.map(\.range.lowerBound)
        return starts.count >= 2 ? Set(starts) : []
    }

    /// Where lines begin that each have a name, a colon and a figure: `s.5 (rape of a child): 1 [2]`.
    private static func keyedLines(_ text: LexedText) -> Set<Int> {
        let begins = text.lineStarts
        let keyed = zip(begins, begins.dropFirst() + [text.count]).filter { begin, end in
            (begin + 1..<max(begin + 1, end - 1)).contains { index in
                text.isSymbol(index, ":")
                    && (text[index + 1]?.isNumber == true || text.isWord(index + 1, ["nil", "none"]))
                    && text[index + 1]?.spaceBefore == true
            }
        }
        return keyed.count >= 2 ? Set(keyed.map(\.0)) : []
    }

    private static let abbreviations: Set<String> = [
        "s", "no", "nos", "ref", "c", "ca", "mr", "mrs", "ms", "dr", "st", "dept", "tel", "p", "pp", "art", "sec",
        "para", "approx", "eg", "ie", "g", "e", "i", "cf", "vs", "q", "reg", "apr", "mar", "sept",
    ]

    private static func ends(_ text: LexedText, _ index: Int) -> Bool {
        guard let next = text[index + 1] else { return true }
        var follower = next
        if next.kind == .symbol, ["\"", "'", ")"].contains(next.text) {
            guard let beyond = text[index + 2] else { return true }
            follower = beyond
        }
        guard follower.spaceBefore || next.spaceBefore else { return false }
        // `s. 40`; not `under-18s. In 2017/18 …`.
        let isOfNumber = text[index - 1]?.spaceBefore == false && text[index - 2]?.isNumber == true
        if text.isSymbol(index, "."), let before = text.word(index - 1), abbreviations.contains(before), !isOfNumber {
            return false
        }
        // `The request of D. Marrable`
        let isInitial =
            text.isSymbol(index, ".") && text.word(index - 1)?.utf8.count == 1 && !text.isWord(index - 2, ["dear"])
            && text.raw(lexemes: index - 1..<index).first?.isUppercase == true
            && text.word(index + 1).map { $0.utf8.count > 2 && !PlainWords.has($0) } ?? false
        if isInitial { return false }
        let raw = text.raw(follower.range)
        return raw.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true
    }

    /// What its own words count, where they name such crimes or the flag.
    var spokenMeasure: Cues? {
        let cues = CueRecogniser.cues(in: lexed)
        return cues.flag == nil && cues.subject == nil ? nil : cues
    }

    /// `Were each to take no more than two minutes, the work would run to over 71 hours`
    var tellsOfWork: Bool {
        let words = Set(lexed.words)
        return !words.isDisjoint(with: ["minutes", "hours"])
            && !words.isDisjoint(with: ["each", "take", "taking", "takes", "per", "work", "record", "records"])
            && !words.isDisjoint(with: ["would", "could", "were", "estimate", "estimated"])
    }

    private static let notes = Phrases<Bool>([
        "may change", "subject to change", "live system", "live crime recording", "should be treated", "caution",
        "caveat", "please note", "note that", "counting rules", "not comparable", "under used", "underused",
        "may be under", "inconsistently", "under recorded", "data quality", "not consistently",
        "not been used consistently", "hardly used", "rarely used", "not always",
    ])

    var isNote: Bool { Self.notes.occurs(in: lexed) || saysFlagIsUnderUsed }
}

import Records
import Vocabulary

/// The words by which sentences limit what figures count.
extension ScopeNote {
    enum Operation { case limits, spans, leavesOut, takesIn, defines }

    static let operations = Phrases<Operation>(
        [
            "limited to", "restricted to", "was set to", "were set to", "confined to", "relate only to",
            "relates only to", "only relate to",
            "only relates to", "only include", "only includes", "only cover", "only covers", "cover only",
            "covers only",
            "include only", "includes only", "only count", "only counts", "count only", "counts only", "refer only to",
            "only refer to", "offences only", "only search for", "only search by", "only search the", "counted only",
            "only retrieve", "only extract",
            "only report on", "only offences", "only crimes", "only able to search for", "only identify", "child only",
            "children only",
            "crimes only", "types only", "categories only",
            "only available up to", "only available until", "only available to",
        ].map { ($0, Operation.limits) }
            + [
                "cover", "covers", "runs to", "column runs from", "row runs from", "runs only to", "run to",
                "run only to", "goes to", "is to", "are to",
            ].map { ($0, .spans) }
            + [
                "exclude", "excludes", "does not include", "do not include", "not included", "does not cover",
                "do not cover", "not counted", "does not count", "do not count", "omit", "omits", "omitted", "excluded",
                "left out", "kept back", "held back", "kept out", "are absent", "is absent", "excluding",
                "not including", "leaves out", "leave out", "is missing", "are missing",
                "are not part", "is not part", "are not in the table", "are not in the figures",
                "are not in this table", "are not in these figures", "are not in it", "is not in it", "are not in them",
                "not in the numbers", "not in the count",
                "not been added", "leaves aside", "leave aside", "sets aside", "set aside",
                "is not in the table",
                "is not in the figures", "are removed", "been removed", "were removed", "been taken out",
                "were taken out", "been stripped out", "been filtered out", "fall outside", "falls outside",
            ].map { ($0, .leavesOut) }
            + [
                "include", "includes", "also count", "also counts", "also cover", "also covers", "takes in", "take in",
                "are also included",
                "is also included", "are also counted", "is also counted",
            ].map { ($0, .takesIn) }
            + [
                "relate to", "relates to", "refer to", "refers to", "are of", "are for", "is for", "are those",
                "represent", "represents", "are offences", "are crimes", "are the numbers", "are the number",
                "count the number", "counts the number", "is the number", "gives children", "give the number",
                "gives the number",
                "are the offences", "are the crimes", "figures count", "are numbers", "it counts", "which counts",
            ].map { ($0, .defines) })

    static let pointers: Set<String> = ["this", "these", "it", "they", "that"]
    static let passives: Set<String> = [
        "included", "counted", "omitted", "excluded", "removed", "out", "outside", "offences", "crimes", "those",
        "missing", "back", "absent",
        "part",
    ]
    /// What is no recorded crime, or no longer.
    static let noCrimes = Phrases<Bool>([
        "non crime", "non crimes", "no crimes", "no crime", "no crimed",
        "crime related incidents",
    ])
    /// What `only` stands behind: `indecent images or communication with a child only`.
    static let heads: Set<String> = ["offences", "crimes", "types", "categories", "child", "children"]
    static let figures: Set<String> = [
        "figure", "figures", "number", "numbers", "data", "count", "counts", "counted", "total", "totals", "table",
        "results", "row", "rows", "column", "columns", "line", "above", "following", "search", "searched", "offences",
        "crimes", "these", "statistics",
        "answer", "response", "system", "systems", "victims", "cases", "listed", "shown",
    ]
    /// Who is no victim under 18.
    static let others: Set<String> = [
        "adult", "adults", "offender", "offenders", "suspect", "suspects", "perpetrator", "perpetrators",
    ]
    /// What no count of recorded crime has in it.
    static let usual: Set<String> = [
        "cancelled", "transferred", "duplicate", "duplicates", "duplicated", "awaiting", "personal", "names",
        "no-crimed", "no-crimes", "non-crime", "non", "screened", "finalised",
        "since", "later", "investigation", "place", "found", "taken", "removed", "stripped", "filtered", "filters",
        "filter", "undetected", "outstanding", "nfib", "btp", "fraud", "note", "notes",
    ]

    /// `Victims of 18 and 19`
    static func namesThoseOver17(_ text: LexedText) -> Bool {
        text.lexemes.indices.contains { index in
            text.isWord(index, ["victims", "people", "persons", "those"]) && text.isWord(index + 1, ["of", "aged"])
                && text.integer(index + 2).map { (18...25).contains($0) } ?? false
        }
    }

    /// It says that something is not counted.
    static func leavesOut(_ text: LexedText) -> Bool {
        operations.first(in: text).map { operation, _ in operation == .leavesOut } ?? false
    }

    static func isUsual(_ index: Int, _ text: LexedText) -> Bool { usual.contains(text.word(index) ?? "") }

    /// A word with a capital that is no abbreviation, within a sentence.
    static func isName(_ index: Int, _ text: LexedText) -> Bool {
        let word = text.raw(lexemes: index..<index + 1)
        return word.count > 2 && !["Christmas", "Easter"].contains(word) && word.first?.isUppercase == true
            && word.dropFirst().contains(where: \.isLowercase)
    }

    /// The words before speak of figures; or they stand first: `Only offences known to schools are counted.`
    static func isOfFigures(_ text: LexedText, before range: Range<Int>, _ operation: Operation) -> Bool {
        if range == 0..<1 || text.isWord(range.lowerBound, ["figures"]) { return true }
        // `Note: excludes Medway`, `2018/19 runs to the end of December`
        if operation == .leavesOut || operation == .takesIn, text.isWord(0, ["note", "nb"]), range.lowerBound <= 2 {
            return true
        }
        // `This excludes Leeds District`, `this covers only April to December`, behind its figure
        // `We counted only closed investigations`, `we can only search the image offences`
        if operation == .limits, range.lowerBound <= 3, text.isWord(0, ["we"]) { return true }
        if operation != .takesIn, operation != .defines, range.lowerBound == 1, text.isWord(0, pointers) { return true }
        // `This table does not count offences. It counts individual children.`
        if operation == .defines, range.lowerBound == 0 { return true }
        // `Medway is not included.`
        if operation == .leavesOut, text.trimmedCount <= 6, range.upperBound >= text.trimmedCount { return true }
        // `Sexual offences recorded with the flag, excluding indecent images`
        if text.isWord(range.lowerBound, ["excluding"]) || text.isWord(range.lowerBound + 1, ["including"]),
            CueRecogniser.cues(in: text, range: 0..<range.lowerBound).flag == .flagged
        {
            return true
        }
        // `Blackmail and harassment are also included in the figures`, `rape is excluded from the above`
        if operation == .takesIn || operation == .leavesOut,
            (range.upperBound..<range.upperBound + 4).contains(where: { text.isWord($0, figures) }),
            passives.contains(text.word(range.upperBound - 1) ?? "")
        {
            return true
        }
        // `Pictures and films were left to another team and are absent here.`
        if operation == .leavesOut, text.isWord(range.upperBound, ["here"]) { return true }
        // `112 covers April to February only`
        if operation == .spans, text[range.lowerBound - 1]?.isNumber == true { return true }
        // `The Surrey answer will come under separate cover.`
        if operation == .spans, text.isWord(range.lowerBound - 1, ["separate", "same", "this"]) { return false }
        return text.isWord(0, ["figures", "data"])
            || (max(0, range.lowerBound - 16)..<range.lowerBound).contains { text.isWord($0, figures) }
    }
}

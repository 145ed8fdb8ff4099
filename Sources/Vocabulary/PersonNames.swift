/// Names of persons in a text, told by their form: `DC Ashdown`, `the complainant Ellie Thorne`, `K. O'Brien`.
///
/// A name in small letters without a title can't be told from any other word.
package enum PersonNames {
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "dame", "lord", "lady", "cllr", "pc", "dc", "di", "dci",
        "ds",
        "dsu", "dcs", "sgt", "insp", "supt", "acc", "dcc", "pcso", "inspector", "sergeant", "superintendent", "dear",
    ]
    private static let persons: Set<String> = [
        "complainant", "victim", "suspect", "offender", "defendant", "officer", "mother", "father", "son", "daughter",
        "child",
        "requester", "applicant", "colleague", "analyst", "manager", "ask", "per", "by", "contact", "sincerely",
        "faithfully",
        "regards", "constable", "commissioner",
    ]

    private static let particles: Set<String> = [
        "al", "el", "de", "van", "von", "der", "bin", "ben", "ap", "di", "la", "le",
    ]

    /// The text with `[name]` for each name.
    package static func hidden(in text: String, lexicon: Lexicon) -> String {
        let lexed = LexedText(text)
        let ranges = ranges(in: lexed, lexicon: lexicon)
        guard !ranges.isEmpty else { return text }
        let scalars = Array(text.unicodeScalars)
        var shown = String.UnicodeScalarView()
        var from = 0
        for range in ranges {
            let span = lexed.span(range)
            shown.append(contentsOf: scalars[from..<span.lowerBound])
            shown.append(contentsOf: "[name]".unicodeScalars)
            from = span.upperBound
        }
        shown.append(contentsOf: scalars[from...])
        return String(shown)
    }

    /// Words beside which a strange capital names a unit, a place or a system.
    private static let organisations: Set<String> = [
        "team", "unit", "department", "directorate", "house", "street", "road", "lane", "act", "office", "centre",
        "council",
        "division", "district", "area", "group", "system", "database", "operation", "city", "town", "project", "region",
    ]

    /// Ranges of lexemes, in order, that overlap nowhere.
    static func ranges(in text: LexedText, lexicon: Lexicon) -> [Range<Int>] {
        let known = MentionScanner.scan(text, in: lexicon).map(\.range)
        func raw(_ index: Int) -> String { text.raw(lexemes: index..<index + 1) }
        func isCapital(_ index: Int) -> Bool {
            text.word(index) != nil && raw(index).contains(where: \.isUppercase)
                && !known.contains { $0.contains(index) }
        }
        func isInitial(_ index: Int) -> Bool { isCapital(index) && text.word(index)?.utf8.count == 1 }
        func isStrange(_ index: Int) -> Bool {
            guard isCapital(index), let word = text.word(index), !titles.contains(word), !persons.contains(word),
                !organisations.contains(word)
            else { return false }
            func isShouted(_ other: Int) -> Bool {
                text.word(other).map { !PlainWords.has($0) } == true && raw(other).count > 4
                    && raw(other).allSatisfy(\.isUppercase)
            }
            // `SARAH THORNE`, `BRAMWELL-TODD`
            let isJoined =
                text.isSymbol(index - 1, "-") || text.isSymbol(index + 1, "-") || isShouted(index - 1)
                || isShouted(index + 1)
            let isAcronym = raw(index).count <= 5 && raw(index).allSatisfy(\.isUppercase) && !isJoined
            return !PlainWords.has(word) && !isAcronym
        }
        /// `O'Shaughnessy`, `kaNgwenya`: no other words are written so.
        func isNameAlone(_ index: Int) -> Bool {
            let written = raw(index)
            return isStrange(index)
                && (written.dropFirst().contains(where: \.isUppercase) && written.contains(where: \.isLowercase)
                    // `Perpetua is on leave`, `Ravenscroft, our only analyst`, `according to Grubb`
                    || text.isWord(index - 1, ["because", "according", "that", "take"])
                    || text.isWord(index - 1, ["to"]) && text.isWord(index - 2, ["according"])
                    || text.isWord(index - 1, ["of"]) && text.isWord(index - 2, ["decision", "request", "behalf"]))
        }
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            let isTitled =
                text.isWord(index - 1, titles) || text.isSymbol(index - 1, ".") && text.isWord(index - 2, titles)
            let isPersons = text.isWord(index - 1, persons)
            // Behind a title any word that may be a name; behind a person's part a strange capital.
            let opens =
                isTitled && (isCapital(index) || text.word(index).map { !PlainWords.has($0) } == true)
                || isStrange(index) || isInitial(index)
            guard opens else {
                index += 1
                continue
            }
            var end = index + 1
            var strange = isStrange(index) ? 1 : 0
            while true {
                // `K. O'Brien`, `Anne-Marie`, `al-Rashid`
                var next = text.isSymbol(end, ".") && isInitial(end - 1) || text.isSymbol(end, "-") ? end + 1 : end
                while text.isWord(next, particles) || text.isSymbol(next, "-") { next += 1 }
                // `mr. harold gray`
                let goesOn = isTitled && end == index + 1 && text.word(next).map { !PlainWords.has($0) } == true
                guard isStrange(next) || isInitial(next) || goesOn || isTitled && isCapital(next) else { break }
                strange += isStrange(next) ? 1 : 0
                end = next + 1
            }
            let start = text.isWord(index - 1, ["ap", "ab", "mac", "van", "von"]) ? index - 1 : index
            let isOfUnit = text.isWord(end, organisations) || text.isWord(index - 1, organisations)
            if isTitled || !isOfUnit && (isPersons || isNameAlone(index)) && strange > 0 || !isOfUnit && strange > 1
                || strange == 1 && end - index > 1 || start < index
            {
                found.append(start..<end)
            }
            index = end
        }
        return found
    }
}

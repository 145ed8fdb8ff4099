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
        "al", "el", "de", "van", "von", "der", "bin", "ben", "ap", "ab", "di", "la", "le",
    ]

    /// Words beside which a strange capital names a unit, a place or a system.
    private static let organisations: Set<String> = [
        "team", "unit", "department", "directorate", "house", "street", "road", "lane", "act", "office", "centre",
        "council", "division", "district", "area", "group", "system", "database", "operation", "city", "town",
        "project",
        "region",
    ]

    /// The text with `[name]` for each name.
    package static func hidden(in text: String, lexicon: Lexicon) -> String {
        let reader = Reader(text: LexedText(text), lexicon: lexicon)
        let scalars = Array(text.unicodeScalars)
        var shown = String.UnicodeScalarView()
        var from = 0
        for range in reader.ranges {
            let span = reader.text.span(range)
            shown.append(contentsOf: scalars[from..<max(from, span.lowerBound)])
            shown.append(contentsOf: "[name]".unicodeScalars)
            from = max(from, span.upperBound)
        }
        shown.append(contentsOf: scalars[from...])
        return String(shown)
    }

    private struct Reader {
        let text: LexedText
        /// Lexemes of periods, bodies, offences and all else that recognisers read.
        private let known: Set<Int>

        init(text: LexedText, lexicon: Lexicon) {
            self.text = text
            known = Set(MentionScanner.scan(text, in: lexicon).flatMap(\.range))
        }

        /// Ranges of lexemes, in order.
        var ranges: [Range<Int>] {
            var found: [Range<Int>] = []
            var index = 0
            while index < text.count {
                let name = name(from: index)
                if let range = name.range { found.append(range) }
                index = name.end
            }
            return found
        }

        /// The name that begins here, and where to look on.
        private func name(from index: Int) -> (range: Range<Int>?, end: Int) {
            if isPlainName(index) { return (index..<index + 2, index + 2) }
            let isTitled = isTitled(index)
            guard isTitled && isNameLike(index) || isStrange(index) || isInitial(index) else { return (nil, index + 1) }
            var end = index + 1
            var strange = isStrange(index) ? 1 : 0
            while true {
                // `K. O'Brien`, `Anne-Marie`, `al-Rashid`
                var next = text.isSymbol(end, ".") && isInitial(end - 1) || text.isSymbol(end, "-") ? end + 1 : end
                while text.isWord(next, particles) || text.isSymbol(next, "-") { next += 1 }
                // `mr. harold gray`
                let goesOn = isTitled && (isCapital(next) || end == index + 1 && isNameLike(next))
                guard isStrange(next) || isInitial(next) || goesOn else { break }
                strange += isStrange(next) ? 1 : 0
                end = next + 1
            }
            let hasParticle = text.isWord(index - 1, particles)
            let isOfUnit = text.isWord(end, organisations) || text.isWord(index - 1, organisations)
            let isPersons = text.isWord(index - 1, persons) || isNameAlone(index) || hasParticle
            let isName = isTitled || strange > 0 && !isOfUnit && (isPersons || end > index + 1)
            return (isName ? index - (hasParticle ? 1 : 0)..<end : nil, end)
        }

        private func isTitled(_ index: Int) -> Bool {
            text.isWord(index - 1, titles) || text.isSymbol(index - 1, ".") && text.isWord(index - 2, titles)
        }

        private func raw(_ index: Int) -> String { text.raw(lexemes: index..<index + 1) }

        private func isCapital(_ index: Int) -> Bool {
            text.word(index) != nil && raw(index).contains(where: \.isUppercase) && !known.contains(index)
        }

        private func isInitial(_ index: Int) -> Bool { isCapital(index) && text.word(index)?.utf8.count == 1 }

        /// Behind a title: a capital, or a word that is not plain.
        private func isNameLike(_ index: Int) -> Bool {
            isCapital(index) || text.word(index).map { !PlainWords.has($0) } ?? false
        }

        private func isStrange(_ index: Int) -> Bool {
            guard isCapital(index), let word = text.word(index), !PlainWords.has(word) else { return false }
            return !titles.contains(word) && !persons.contains(word) && !organisations.contains(word)
                && !isAcronym(index)
        }

        /// `PSNI`, `FOISA`; not the capitals of `SARAH THORNE`, `BRAMWELL-TODD`.
        private func isAcronym(_ index: Int) -> Bool {
            func isShouted(_ other: Int) -> Bool {
                text.word(other).map { !PlainWords.has($0) } ?? false && raw(other).count > 4
                    && raw(other).allSatisfy(\.isUppercase)
            }
            let isJoined = [index - 1, index + 1].contains { text.isSymbol($0, "-") || isShouted($0) }
            return raw(index).count <= 5 && raw(index).allSatisfy(\.isUppercase) && !isJoined
        }

        /// `O'Shaughnessy`, `kaNgwenya`; `because Perpetua is on leave`, `according to Grubb`, `Ravenscroft, our only analyst`.
        private func isNameAlone(_ index: Int) -> Bool {
            let written = raw(index)
            return written.dropFirst().contains(where: \.isUppercase) && written.contains(where: \.isLowercase)
                || text.isWord(index - 1, ["because"])
                || text.isWord(index - 1, ["to"]) && text.isWord(index - 2, ["according"])
                || text.isWord(index - 1, ["of"]) && text.isWord(index - 2, ["decision", "request", "behalf"])
                || text.isSymbol(index + 1, ",") && text.isWord(index + 2, ["our", "who", "whose"])
                // `I am sorry, Peregrine, but …`
                || text.isSymbol(index - 1, ",") && text.isSymbol(index + 1, ",")
                // `(Quillfeather, M.)`
                || text.isSymbol(index + 1, ",") && isInitial(index + 2)
                || acts(index + 1)
        }

        /// `As Mark Young told you`, `Rose Field has decided`: two capitals that do what only persons do, however plain the words.
        private func isPlainName(_ index: Int) -> Bool {
            isCapital(index) && isCapital(index + 1) && acts(index + 2)
                && ![index, index + 1].contains {
                    text.isWord($0, Self.institutions) || text.isWord($0, PersonNames.organisations) || isAcronym($0)
                }
        }

        private static let institutions: Set<String> = [
            "information", "data", "rights", "governance", "disclosure", "compliance", "protection", "freedom",
            "headquarters", "performance", "crime", "public", "access", "records", "management", "legal", "services",
            "professional", "standards", "home", "chief", "deputy", "constable", "commissioner", "force", "police",
            "constabulary", "the", "our", "we", "i",
        ]
        private static let deeds: Set<String> = [
            "told", "said", "explained", "advised", "advises", "decided", "confirmed", "mentioned", "wrote", "written",
            "spoke", "spoken", "searched", "checked", "asked", "replied", "promised",
        ]

        /// `Told you`, `has decided`: what a person does.
        private func acts(_ index: Int) -> Bool {
            text.isWord(index, Self.deeds) || text.isWord(index, ["has", "had"]) && text.isWord(index + 1, Self.deeds)
        }
    }
}

import Records
import Vocabulary

/// Words beside a figure that no recogniser reads and that may tell a part from the whole: `40 of them involved Snapchat`.
extension ProseReader {
    struct Narrowing {
        var label: Label
        /// A name behind `in`, `on`, `from`: a place or a platform.
        var isNamed: Bool
    }

    /// For each number the words that may narrow it; nil where all around it is plain.
    func narrowings(_ ranges: [Range<Int>], _ sentence: Sentence, _ binding: Binding) -> [Narrowing?] {
        guard let first = ranges.first else { return [] }
        let text = sentence.unit.lexed
        // `63 (51 of them girls)`: said of the part in the brackets.
        let strange = (sentence.strangeWords + agencies(in: sentence)).sorted().filter { index in
            guard let inside = binding.bracket(around: index) else { return true }
            return !inside.contains { text[$0]?.isNumber == true }
                || ranges.contains { inside.contains($0.lowerBound) } || inside.upperBound <= first.lowerBound
        }
        let lead = leading(sentence, before: first.lowerBound)
        // `MPS total, all 32 boroughs: 1,047`
        let words = Set((sentence.range.lowerBound..<first.lowerBound).compactMap { text.word($0) })
        if words.isSuperset(of: ["total", "all"]) { return ranges.map { _ in nil } }
        var found: [[Int]] = ranges.map { _ in strange.filter(lead.contains) }
        for index in ranges.indices {
            let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : sentence.range.upperBound
            let gap = ranges[index].upperBound..<max(ranges[index].upperBound, end)
            // What stands before the break goes with this number, what stands behind it with the next.
            let cut = index + 1 < ranges.count ? gap.first { Self.isBreak(text, $0) } ?? gap.upperBound : gap.upperBound
            // `…, but only to 7 July 2019, the last day on which OPUS was in use`: why, not of what.
            let covered = gap.first {
                text.isWord($0, ["only"]) && text.isWord($0 + 1, ["from", "to", "until", "up", "for", "covers"])
            }
            found[index] += strange.filter { gap.contains($0) && $0 < min(cut, covered ?? cut) }
            if index + 1 < ranges.count { found[index + 1] += strange.filter { gap.contains($0) && $0 > cut } }
        }
        for index in ranges.indices.dropLast().reversed() where binding.runsOn(ranges[index], to: ranges[index + 1]) {
            found[index] += found[index + 1].filter { $0 >= ranges[index + 1].upperBound }
        }
        // `610 in 2017/18 and 740 in 2018/19, not counting those of the Coventry team`: said of all.
        if let last = ranges.last,
            let excluded = (last.upperBound..<sentence.range.upperBound).first(where: {
                Exclusion.opens(text, at: $0) && text.isSymbol($0 - 1, ",")
            })
        {
            let words = strange.filter { $0 > excluded }
            for index in ranges.indices.dropLast() { found[index] += words }
        }
        return found.map { words in
            guard let first = words.first, let last = words.last else { return nil }
            return Narrowing(
                label: Label(
                    Self.shown(words, text),
                    sentence.unit.places(lexemes: first..<last + 1).first),
                // `In York and 31 in the rest of the county`
                isNamed: words.contains { isName($0, text) || text.isWord($0, ["rest"]) })
        }
    }

    /// `45 were reported to us by the National Crime Agency`: of those that a body that is no force told of.
    private func agencies(in sentence: Sentence) -> [Int] {
        let text = sentence.unit.lexed
        return sentence.mentions.flatMap { mention -> [Int] in
            guard case .area(let area) = mention.kind, !area.candidates.contains(where: lexicon.isForce),
                area.candidates.allSatisfy({ lexicon.areas[$0]?.kind == .other })
            else { return [] }
            let at = mention.range.lowerBound
            let told = text.isWord(at - 1, ["the"]) ? at - 2 : at - 1
            return text.isWord(told, ["by", "from", "via", "through"]) ? Array(mention.range) : []
        }
    }

    /// The words as they are written, with `…` where others stand between.
    private static func shown(_ words: [Int], _ text: LexedText) -> String {
        words.indices.map { index in
            let goesOn = index == 0 || words[index] == words[index - 1] + 1
            return (index == 0 ? "" : goesOn ? " " : " … ") + text.raw(lexemes: words[index]..<words[index] + 1)
        }
        .joined()
    }

    private func isName(_ index: Int, _ text: LexedText) -> Bool {
        text.raw(lexemes: index..<index + 1).first?.isUppercase == true
            && (index - 2..<index).contains {
                text.isWord(
                    $0, ["in", "at", "on", "via", "from", "through", "by", "for", "of", "involving", "featuring"])
                    || Exclusion.opens(text, at: $0)
            }
    }

    /// The words before the first number that go with it; not those of another clause. `City division: 118` names what it counts.
    private func leading(_ sentence: Sentence, before first: Int) -> Range<Int> {
        let text = sentence.unit.lexed
        let whole = sentence.range.lowerBound..<max(sentence.range.lowerBound, first - 1)
        let start = whole.last { index in
            text.isSymbol(index, ";") || text.isWord(index, ["but"])
                // `Offences with the flag that a school told us of: 9`; not `You asked for the last quarter: 36`
                || text.isSymbol(index, ":")
                    && CueRecogniser.cues(in: text, range: whole.lowerBound..<index).flag == nil
        }
        return (start.map { $0 + 1 } ?? whole.lowerBound)..<first
    }

    private static func isBreak(_ text: LexedText, _ index: Int) -> Bool {
        text.isSymbol(index, ",") || text.isSymbol(index, ";") || text.isSymbol(index, "(")
            || text.isWord(index, ["and", "while", "whereas", "but"])
    }
}

extension Sentence {
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "pc", "dc", "di", "dci", "ds", "sgt", "insp", "supt", "acc",
        "inspector", "sergeant", "superintendent", "constable", "commissioner",
    ]

    /// The words of no mention that are not plain; names behind titles say nothing of a figure.
    var strangeWords: [Int] {
        let text = unit.lexed
        var isName = false
        var mentions = mentions[...]
        return range.filter { index in
            while let next = mentions.first, next.range.upperBound <= index { mentions = mentions.dropFirst() }
            guard mentions.first?.range.contains(index) != true, let word = text.word(index) else {
                isName = false
                return false
            }
            // `Attempts included`, `detected or otherwise`: all the same.
            let isInclusive =
                text.isWord(index + 1, ["included", "inclusive"])
                || text.isWord(index + 1, ["or"]) && text.isWord(index + 2, ["otherwise", "not"])
                || text.isWord(index - 1, ["including", "includes", "include"])
            if isInclusive { return false }
            // `With those removed, the correct figures are …`
            if word == "removed", text.isWord(index - 1, ["those", "these", "them"]), text.isWord(index - 2, ["with"]) {
                return false
            }
            // `By a person known to the victim`: not the whole.
            if word == "known", text.isWord(index + 1, ["to"]), text.isWord(index + 2, ["the", "their", "each", "us"]) {
                return !text.isWord(index + 3, ["police", "force", "constabulary"])
            }
            if word == "rest", text.isWord(index - 2, ["in", "from", "across"]), text.isWord(index + 1, ["of"]) {
                return true
            }
            // `40 were reported to us online through the website`
            if CueRecogniser.tellsHowReported(text, index) { return true }
            // `The Internet Child Abuse Team dealt with 48`
            if ["team", "unit", "squad", "department"].contains(word),
                text.isWord(index + 1, ["dealt", "recorded", "investigated", "handled", "logged"])
            {
                return true
            }
            // `Committed before 2010`, `children looked after`
            if ["before", "since", "after"].contains(word),
                text.isWord(index - 1, ["committed", "occurred", "happened", "place", "looked"])
            {
                return true
            }
            // `… in 2018/19, Jonathan.` speaks to somebody.
            let isAddressed =
                text.isSymbol(index - 1, ",") && text.isSymbol(index + 1, ".") && index + 2 >= range.upperBound
            // `J. R. Ollerenshaw`
            let isBehindInitial =
                text.isSymbol(index - 1, ".") && text.word(index - 2)?.utf8.count == 1
                && text.raw(lexemes: index - 2..<index - 1).first?.isUppercase == true
            // `(Quillfeather, M.)`
            let isBeforeInitial =
                text.isSymbol(index + 1, ",") && text.word(index + 2)?.utf8.count == 1
                && text.raw(lexemes: index + 2..<index + 3).first?.isUppercase == true
            if isBehindInitial || isBeforeInitial { isName = true }
            let isTitle = Self.titles.contains(word)
            let isCapital = text.raw(lexemes: index..<index + 1).first?.isUppercase == true
            defer { isName = isTitle || isName && isCapital }
            return !isTitle && !(isCapital && (isName || isAddressed)) && !PlainWords.has(word)
        }
    }
}

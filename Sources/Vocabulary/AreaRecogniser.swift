import Records

/// What a name may stand for; several codes when one word names a force and a region.
package struct AreaReading: Hashable, Sendable {
    /// Alternatives, forces first.
    package var candidates: [String]
    /// The words `Police`, `Constabulary` … stood with the name: it is a force and no region.
    package var saysForce: Bool
    /// Read through a slip of the keyboard.
    package var isGuess = false
}

/// Reads names of bodies, regions and nations; a look-alike (a council, a commissioner, a university) is refused.
package enum AreaRecogniser {
    package static let suffixes: Set<String> = ["police", "constabulary", "service", "force", "heddlu", "the"]
    private static let following: Set<String> = [
        "police", "constabulary", "service", "force", "area", "pfa", "constab",
    ]
    /// Words after a name that make it the name of something else.
    private static let otherBodies = Phrases<Bool>([
        "county council", "council", "city council", "police and crime commissioner", "and crime commissioner",
        "crime commissioner", "pcc", "opcc",
        "university", "fire", "nhs", "ambulance", "hospital", "probation", "cricket", "school", "college", "road",
        "street",
        "avenue", "lane", "house", "square", "live", "echo", "chronicle", "gazette", "telegraph", "times", "cathedral",
        "police federation",
        "federation", "office of the police", "safeguarding", "magistrates", "crown court", "mp", "county", "lass",
        "fc", "airport",
        "police crime commissioner", "police museum", "wildlife", "borough council", "district council",
    ])
    private static let before: Set<String> = ["university", "council", "commissioner", "pcc", "diocese"]

    package static func match(_ text: LexedText, at index: Int, in lexicon: Lexicon) -> (value: AreaReading, end: Int)?
    {
        if let coded = gss(text, at: index, in: lexicon) { return coded }
        var start = index
        if text.isWord(start, ["heddlu"]), lexicon.names.matches(text, at: start) == nil { start += 1 }
        guard let (codes, nameEnd) = lexicon.names.matches(text, at: start) else { return nil }
        // `Met` and the like are names only as abbreviations are written: with a capital.
        let written = text.raw(lexemes: start..<nameEnd)
        guard
            written.unicodeScalars.first.map({ $0.properties.isUppercase || $0.isDigit }) == true
                || index == 0 && text.count == nameEnd
        else { return nil }
        var end = nameEnd
        // `SYP` is a police force's alone; `KENT` is a county's too.
        let isAbbreviation =
            written.count >= 3 && written.allSatisfy(\.isUppercase)
            && codes.allSatisfy { lexicon.areas[$0]?.name.uppercased() != written }
        var saysForce = text.isWord(nameEnd - 1, following) || start > index || isAbbreviation
        let isForce = codes.contains { [.force, .fictional, .other].contains(lexicon.areas[$0]?.kind) }
        // `England and Wales police forces`, `Kent police officers`: the words after go on with the sentence.
        while isForce, text.isWord(end, following), !text.isWord(end + 1, ["forces", "officers"]),
            text[end]?.lineBefore != true || end == nameEnd
        {
            if !text.isWord(end, ["area"]) { saysForce = true }
            end += 1
        }
        if otherBodies.match(text, at: end) != nil || saysForce && otherBodies.match(text, at: end - 1) != nil {
            return nil
        }
        if text.isWord(end, ["and"]), text.isWord(end + 1, ["crime"]) { return nil }
        if text.isWord(index - 1, ["of"]), text.isWord(index - 2, before) { return nil }
        var unique = Array(Set(codes))
        if saysForce {
            unique = unique.filter { lexicon.areas[$0]?.kind != .region && lexicon.areas[$0]?.kind != .country }
        }
        if text.isWord(end, ["region", "regions"]) {
            let regions = unique.filter { lexicon.areas[$0]?.kind == .region || lexicon.areas[$0]?.kind == .country }
            if !regions.isEmpty {
                unique = regions
                end += 1
            }
        }
        guard !unique.isEmpty else { return nil }
        let rank: (String) -> Int = { lexicon.isForce($0) ? 0 : 1 }
        unique.sort { (rank($0), $0) < (rank($1), $1) }
        return (AreaReading(candidates: unique, saysForce: saysForce), end)
    }

    /// `E23000027`: the strongest evidence there is.
    private static func gss(_ text: LexedText, at index: Int, in lexicon: Lexicon) -> (value: AreaReading, end: Int)? {
        guard let letter = text.word(index), letter.count == 1, let number = text[index + 1], number.isNumber,
            number.text.utf8.count == 8, !number.spaceBefore
        else { return nil }
        let code = letter.uppercased() + number.text
        guard lexicon.areas[code] != nil else { return nil }
        return (AreaReading(candidates: [code], saysForce: true), index + 2)
    }

    /// A whole label: a name with footnote marks, or one slip of the keyboard away from a name.
    package static func whole(_ text: LexedText, in lexicon: Lexicon) -> AreaReading? {
        let count = significantCount(text)
        guard count > 0 else { return nil }
        var start = 0
        if text.isWord(0, ["the"]) { start = 1 }
        // `Total North East`
        if text.isWord(0, ["total"]), let (reading, end) = match(text, at: 1, in: lexicon), end >= count {
            let groups = reading.candidates.filter { !lexicon.isForce($0) }
            return groups.isEmpty ? nil : AreaReading(candidates: groups, saysForce: false)
        }
        if let (reading, end) = match(text, at: start, in: lexicon) {
            if end >= count { return reading }
            // `E23000027 Hertfordshire`: the code decides, the name is its echo.
            if let (echo, after) = match(text, at: end, in: lexicon), after >= count,
                !Set(echo.candidates).isDisjoint(with: reading.candidates)
            {
                return AreaReading(candidates: reading.candidates.filter(echo.candidates.contains), saysForce: true)
            }
            // `Northern Ireland (PSNI)`: the place, then the force that polices it.
            if text.isSymbol(end, "("), let (force, after) = match(text, at: end + 1, in: lexicon),
                text.isSymbol(after, ")"), after + 1 >= count, force.candidates.contains(where: lexicon.isForce)
            {
                return force
            }
            return nil
        }
        return guess(text, count: count, in: lexicon)
    }

    /// Lexemes without footnote marks at the end: raised, glued digits (`Cheshire7`), `*`, bracketed notes, `1,3`.
    private static func significantCount(_ text: LexedText) -> Int {
        var count = text.count
        while count > 0, let last = text[count - 1] {
            let glued =
                last.isNumber
                && (last.raised || !last.spaceBefore && count > 1 || count > 2 && last.text.contains(",")
                    || count > 2 && last.text.count == 1)
            let mark = last.kind == .symbol && !["&", "("].contains(last.text)
            let bracketed = last.kind == .word && last.text.count <= 2 && text.isSymbol(count - 2, "[")
            guard glued || mark || bracketed || last.raised else { break }
            if last.isNumber, text.word(count - 2)?.count == 1, text.word(count - 2) != nil, count == 2 { break }
            count -= 1
        }
        while count > 0, text.isSymbol(count - 1, "(") || text.isSymbol(count - 1, "[") { count -= 1 }
        return count
    }

    /// The one name within a slip of the keyboard; nil where two are as near or the word is short.
    private static func guess(_ text: LexedText, count: Int, in lexicon: Lexicon) -> AreaReading? {
        let lexemes = text.lexemes.prefix(count)
        guard lexemes.allSatisfy({ $0.isWord || ["&", "-", "."].contains($0.text) }), otherBodies.first(in: text) == nil
        else { return nil }
        let words = (0..<count).compactMap { text.comparable($0) }
        let saysForce = words.contains { following.contains($0) || $0 == "heddlu" }
        let stem = words.filter { !suffixes.contains($0) }.joined(separator: " ")
        guard stem.utf8.count >= 5, words.count <= 6 else { return nil }
        var best: (distance: Int, codes: Set<String>) = (stem.utf8.count >= 11 ? 2 : 1, [])
        for spelling in lexicon.spellings
        where abs(spelling.words.utf8.count - stem.utf8.count) <= 2 && spelling.words.utf8.count >= 5 {
            let distance = EditDistance.between(stem, spelling.words, limit: best.distance + 1)
            if distance < best.distance || distance == best.distance && best.codes.isEmpty {
                best = (distance, [spelling.code])
            } else if distance == best.distance {
                best.codes.insert(spelling.code)
            }
        }
        let forces = best.codes.filter { lexicon.isForce($0) }
        guard !best.codes.isEmpty, forces.count <= 1, forces.count == 1 || best.codes.count == 1 else { return nil }
        return AreaReading(
            candidates: forces.sorted() + best.codes.subtracting(forces).sorted(), saysForce: saysForce,
            isGuess: best.distance > 0)
    }
}

/// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
enum EditDistance {
    /// The distance, or the limit where it is at least that.
    static func between(_ a: String, _ b: String, limit: Int) -> Int {
        let left = Array(a.utf8)
        let right = Array(b.utf8)
        guard abs(left.count - right.count) < limit else { return limit }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in 0..<right.count {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            if (row.min() ?? 0) >= limit { return limit }
            (before, previous) = (previous, row)
        }
        return min(previous[right.count], limit)
    }
}

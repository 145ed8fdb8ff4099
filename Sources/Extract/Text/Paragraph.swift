import Records

/// Turns the lines of one paragraph into passages.
enum Paragraph {
    private static let keys: Set<String> = [
        "from", "sender", "sent", "to", "subject", "cc", "date", "ref", "reference", "our ref", "your ref",
        "our reference",
        "your reference",
    ]

    /// A line that begins a passage of its own: a bullet, a number, a question, an answer, a mail header.
    static func opens(_ line: TextLine, after previous: TextLine?) -> Bool {
        if let previous, goesOn(line, after: previous) { return false }
        return isBullet(line) || isLettered(line) || isNumbered(line) && !(previous.map(runsOn) ?? false)
            || question(line)
            || answer(line) != nil
            || isKey(line) || isMark(line) || isCounted(line)
    }

    /// `133 offences in 2016/17`: a figure and its year, and nothing else.
    private static func isCounted(_ line: TextLine) -> Bool {
        let words = line.text(line.trimmed).split(separator: " ").map(String.init)
        guard let first = words.first, let last = words.last, words.count <= 8, !isNumbered(line) else { return false }
        return FigureLook.isFigure(first) && FigureLook.isTime(last.filter { $0 != "." && $0 != ";" && $0 != "," })
            && words.dropFirst().dropLast().allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "-" } }
            && words.dropFirst().contains { ["in", "for", "during"].contains($0.lowercased()) }
    }

    /// `> Q1. How many sexual offences with a` over `> victim under 18 had a cyber flag?`
    private static func goesOn(_ line: TextLine, after previous: TextLine) -> Bool {
        guard line.isQuoted, previous.isQuoted,
            let end = previous.text.last(where: { !$0.isWhitespace }), !".?!:;".contains(end)
        else { return false }
        return line.text.drop { $0 == ">" || $0 == " " }.first?.isLowercase ?? false
    }

    /// `In 2018/19 there were` over `8. In 2019/20 …`: the number ends the sentence.
    private static func runsOn(_ line: TextLine) -> Bool {
        let last = line.text(line.trimmed).split(separator: " ").last.map { $0.lowercased() } ?? ""
        return ["were", "was", "of", "recorded", "to", "than", "from", "is", "by", "at", "and"].contains(last)
    }

    static func closes(_ line: TextLine, before next: TextLine) -> Bool {
        // `Q1. Offences recorded in 2017/18.` over `38`
        if question(line), FigureLook.isFigure(next.text(next.trimmed)) { return true }
        return isKey(line) || isHead(line) || isBanner(line, over: next) || isMark(line) || line.text.hasSuffix("?")
            || isTimeOnly(line)
            || answer(line).map { $0 >= line.trimmed.upperBound } ?? false || question(line) && line.text.hasSuffix("?")
    }

    /// `2015/16 and 2016/17` alone heads what follows.
    private static func isTimeOnly(_ line: TextLine) -> Bool {
        let words = line.text(line.trimmed).split(separator: " ")
        return !words.isEmpty && words.count <= 6 && words.contains { FigureLook.isTime(String($0)) }
            && words.allSatisfy { FigureLook.isTime(String($0)) || ["and", "to", "&", "-"].contains($0) }
    }

    /// `REQUEST` or `RESPONSE` on a line of its own heads what follows, with or without a blank line.
    private static func isHead(_ line: TextLine) -> Bool {
        let text = line.text(line.trimmed)
        let words = text.split(separator: " ")
        // `Our answers:`
        let isAnswers =
            text.hasSuffix(":") && ["answers:", "responses:", "replies:"].contains(words.last?.lowercased() ?? "")
        return words.count <= 3 && text.count > 4
            && (isAnswers || text.allSatisfy { $0.isUppercase || $0 == " " || $0 == ":" })
    }

    /// `REPLY TO YOUR REQUEST` over words that are not in capitals.
    private static func isBanner(_ line: TextLine, over next: TextLine) -> Bool {
        let text = line.text(line.trimmed)
        let letters = text.filter(\.isLetter)
        return letters.count > 4 && letters.allSatisfy(\.isUppercase) && text.split(separator: " ").count <= 8
            && next.text.contains(where: \.isLowercase)
    }

    /// `Request 2`, `Reply to (1)` or `Answer` alone on its line.
    private static func isMark(_ line: TextLine) -> Bool {
        let words = line.text(line.trimmed).lowercased().split { " :()".contains($0) }
        guard let first = words.first, words.count <= 4 else { return false }
        return ["request", "question", "answer", "response", "reply"].contains(first)
            && words.dropFirst().dropLast().allSatisfy { ["to", "part", "question", "no", "number"].contains($0) }
            && (words.count == 1 || words.last.map { $0.count <= 3 && $0.first?.isNumber == true } ?? true)
    }

    private static func isKey(_ line: TextLine) -> Bool {
        let text = line.text
        guard let colon = text.firstIndex(of: ":") else { return false }
        return keys.contains(text[..<colon].trimmedLowercase)
    }

    private static func isBullet(_ line: TextLine) -> Bool {
        guard let first = line.pieces.first, first.lowerBound + 1 < line.scalars.count else { return false }
        let scalar = line.scalars[first.lowerBound]
        return "-*>\u{2022}\u{00B7}\u{25AA}\u{25CF}\u{25E6}\u{2013}\u{203A}\u{27A2}o".unicodeScalars.contains(scalar)
            && line.scalars[first.lowerBound + 1] == " "
    }

    private static func isNumbered(_ line: TextLine) -> Bool {
        let text = line.text(line.trimmed)
        let head = text.prefix { $0.isNumber }
        guard !head.isEmpty, head.count <= 2 else {
            return text.first == "(" && text.dropFirst().first?.isNumber == true && text.prefix(4).contains(")")
        }
        let rest = text.dropFirst(head.count)
        return (rest.hasPrefix(".") || rest.hasPrefix(")")) && rest.dropFirst().first == " "
    }

    /// `b. And grooming?`: words behind a small letter.
    private static func isLettered(_ line: TextLine) -> Bool {
        let text = Array(line.text(line.trimmed).unicodeScalars.prefix(4))
        return text.count == 4 && ("a"..."h").contains(text[0]) && text[1] == "." && text[2] == " "
            && text[3].properties.isAlphabetic
    }

    /// `Question 1a: …`, `Q2. …`.
    private static func question(_ line: TextLine) -> Bool {
        let text = line.text(line.trimmed).lowercased()
        guard let first = text.first, first == "q" else { return false }
        let rest = text.hasPrefix("question") ? text.dropFirst(8) : text.dropFirst(1)
        return rest.drop { $0 == " " || $0 == "." }.first.map { $0.isNumber || $0 == ":" } ?? false
    }

    /// The scalar after `Answer:`, `A1.`, `Response:`; nil where the line begins otherwise.
    private static func answer(_ line: TextLine) -> Int? {
        guard !isLettered(line) else { return nil }
        let text = line.text(line.trimmed).lowercased()
        for word in ["answer", "response", "reply", "ateb", "a"] where text.hasPrefix(word) {
            var rest = text.dropFirst(word.count)
            let mark = rest.prefix {
                $0 == " " || $0.isNumber || $0 == "(" || $0 == ")"
            }
            rest = rest.dropFirst(mark.count)
            let lettered =
                rest.first.map { $0.isLetter } ?? false && mark.contains(where: \.isNumber)
                && rest.dropFirst().first.map { ":.)".contains($0) } ?? false
            if lettered { rest = rest.dropFirst() }
            if let sign = rest.first, sign == ":" || word == "a" && (sign == "." || sign == ")") {
                return line.trimmed.lowerBound + word.count + mark.count + (lettered ? 1 : 0) + 1
            }
            // `A  1,655` under `Q1 Total number`.
            if word == "a", mark.hasPrefix("  ") { return line.trimmed.lowerBound + word.count + mark.count }
        }
        return nil
    }

    static func blocks(_ lines: [TextLine], quoted: Bool, forced: Passage.Role?) -> [Document.Block] {
        guard let first = lines.first else { return [] }
        if quoted || first.isQuoted { return [.passage(passage(.quoted, lines))] }
        if answer(first) != nil { return [.passage(passage(.answer, lines))] }
        if question(first) { return [.passage(passage(bringsAnswer(lines) ? .answer : .question, lines))] }
        if isKey(first) { return [.passage(passage(.header, lines))] }
        if isBullet(first) || isCounted(first) && lines.count == 1 { return [.passage(passage(.listItem, lines))] }
        return [.passage(passage(role(of: lines), lines))]
    }

    /// `Q2) Offences with the flag 2017/18: 77`
    private static func bringsAnswer(_ lines: [TextLine]) -> Bool {
        guard lines.count == 1, let colon = lines[0].text.lastIndex(of: ":") else { return false }
        let answer = lines[0].text[colon...].dropFirst()
        // `Question 2 - age of victims: under 10, 14; 10 to 12, 48`
        let items = answer.split(separator: ";").filter { item in
            item.split(separator: " ").last.map { FigureLook.isFigure($0.filter { $0 != "." }) } ?? false
        }
        return FigureLook.isFigure(answer.trimmedLowercase) || items.count > 1
    }

    private static func role(of lines: [TextLine]) -> Passage.Role {
        guard lines.count == 1, let line = lines.first else { return .paragraph }
        let text = line.text(line.trimmed)
        guard !text.hasSuffix("."), text.count < 120, !tellsFigures(text), !isOfSentences(text) else {
            return .paragraph
        }
        let letters = text.filter(\.isLetter)
        return letters.allSatisfy { !$0.isLowercase } && letters.count > 3 || text.hasSuffix(":")
            || text.count < 70 && !text.hasSuffix(",") ? .heading : .paragraph
    }

    /// `The total was 241. It is made up as follows:`
    private static func isOfSentences(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return zip(words.indices, words).contains { index, word in
            index > 2 && word.hasSuffix(".") && FigureLook.isFigure(String(word.dropLast()))
                && words.indices.contains(index + 2) && words[index + 1].first?.isUppercase == true
        }
    }

    /// `2015/16 – 33 2016/17 – 44`
    private static func tellsFigures(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
        return words.indices.dropLast(2).contains {
            FigureLook.isTime(words[$0]) && ["-", "\u{2013}", "\u{2014}", "="].contains(words[$0 + 1])
                && FigureLook.isFigure(words[$0 + 2])
        }
    }

    /// The lines as one text, apart by line ends; each line is a run of its own.
    static func passage(_ role: Passage.Role, _ lines: [TextLine]) -> Passage {
        var text = ""
        var runs: [Passage.Run] = []
        var offset = 0
        for (index, line) in lines.enumerated() {
            let range = line.trimmed
            if index > 0 {
                text += "\n"
                offset += 1
            }
            runs.append(Passage.Run(offset: offset, origin: .text(line: line.number, column: range.lowerBound + 1)))
            text += line.text(range)
            offset += range.count
        }
        return Passage(role, text, runs: runs)
    }
}

/// `Q1  2016/17: 88` over `2017/18: 117`: the mark of a question before the first line of its answer.
enum MarkedLine {
    /// The mark as a line of its own, and the line without it; any other line as it is.
    static func apart(_ line: TextLine) -> [TextLine] {
        guard line.pieces.count == 2, let mark = line.pieces.first, let rest = line.pieces.last,
            isMark(line.text(mark)), opensWithTime(line.text(rest))
        else { return [line] }
        var (head, tail) = (line, line)
        head.pieces = [mark]
        head.scalars = Array(line.scalars[..<mark.upperBound])
        head.isMarkAlone = true
        tail.pieces = [rest]
        for index in mark { tail.scalars[index] = " " }
        return [head, tail]
    }

    static func opens(_ line: TextLine) -> Bool { line.words.first.map { isMark(line.text($0)) } ?? false }

    /// `Q1`, `A2b.`
    private static func isMark(_ text: String) -> Bool {
        let digits = text.dropFirst().prefix { $0.isNumber }
        return ["q", "a"].contains(text.prefix(1).lowercased()) && (1...2).contains(digits.count)
            && text.dropFirst(1 + digits.count).allSatisfy { $0.isLetter || ".):".contains($0) } && text.count <= 5
    }

    /// `2016/17: 88`
    private static func opensWithTime(_ text: String) -> Bool {
        guard let end = text.firstIndex(where: { ":-\u{2013}=".contains($0) }) else { return false }
        return FigureLook.isTime(text[..<end].trimmedLowercase)
            && FigureLook.isFigure(text[text.index(after: end)...].trimmedLowercase)
    }
}

import Records

/// Lines of one label and one figure each: `2018/19 – 25`, `• Under 10: 29`.
struct FigureList: TextTable {
    let grid: Grid
    /// The index of the first line after it.
    let end: Int

    private static let contact: Set<String> = [
        "tel", "telephone", "phone", "fax", "mobile", "ref", "reference", "our ref", "your ref", "our reference",
        "your reference", "from", "sent", "to", "subject", "date", "email", "e-mail", "web", "foi ref", "foi reference",
        "request", "page", "ext", "dx", "cc", "foi", "request number", "question", "answer", "number",
        "our reference number", "foi number", "case", "log",
    ]

    init?(_ lines: [TextLine], from start: Int) {
        var grid = Grid(.lines, isList: true)
        var index = start
        var rows = 0
        while index < lines.count {
            let line = lines[index]
            // One blank line between items keeps the list together; `3. …` is no item of a list with bullets.
            if line.isBlank, rows > 0, index + 1 < lines.count, Self.cut(lines[index + 1]) != nil,
                (Self.afterBullet(lines[index + 1]) == nil) == (Self.afterBullet(lines[index - 1]) == nil)
            {
                index += 1
                continue
            }
            // `Q2  39` answers another question than the years above it.
            if rows > 0, MarkedLine.opens(line), !MarkedLine.opens(lines[start]) { break }
            let items = Self.pairs(in: line) ?? Self.cut(line).map { [$0] } ?? []
            if items.isEmpty { break }
            for (label, figure) in items {
                grid.append(line.text(label), row: line.number, column: label.lowerBound + 1)
                grid.append(line.text(figure), row: line.number, column: figure.lowerBound + 1)
                grid.endRow()
                rows += 1
            }
            index += 1
        }
        guard rows >= 2 else { return nil }
        self.grid = grid
        end = index
    }

    /// `2016/17: 139   2017/18: 205`: several years with their figures in one line; nil for other lines.
    static func pairs(in line: TextLine) -> [(Range<Int>, Range<Int>)]? {
        guard line.pieces.count > 1, !line.isQuoted else { return nil }
        let items = line.pieces.compactMap { piece -> (Range<Int>, Range<Int>)? in
            guard let at = piece.first(where: { line.scalars[$0] == ":" || line.scalars[$0] == "=" }),
                FigureLook.isTime(line.text(piece.lowerBound..<at))
            else { return nil }
            return pair(line, piece, at, at + 1)
        }
        return items.count == line.pieces.count ? items : nil
    }

    /// Where the words behind a bullet begin; a bullet is layout.
    private static func afterBullet(_ line: TextLine) -> Int? {
        let range = line.trimmed
        if isAgencyItem(line), range.count > 3 { return range.lowerBound + 3 }
        guard range.count > 2, bullets.contains(line.scalars[range.lowerBound]),
            line.scalars[range.lowerBound + 1] == " " || line.scalars[range.lowerBound + 1] == "\t"
        else { return nil }
        return (range.lowerBound + 2..<range.upperBound - 1).first { line.scalars[$0] != " " } ?? range.upperBound - 1
    }

    private static let bullets = "-*\u{2022}\u{00B7}\u{25AA}\u{25CF}\u{25E6}\u{2013}>o\u{F0B7}".unicodeScalars

    /// Label and figure of a line, as ranges of its scalars; nil for a line that is no item.
    static func cut(_ line: TextLine) -> (Range<Int>, Range<Int>)? {
        guard !line.isBlank, !line.isQuoted, line.scalars.count < 160 else { return nil }
        var range = line.trimmed
        if let start = afterBullet(line) { range = start..<range.upperBound }
        var candidates: [(Int, Int)] = []
        for index in range {
            let scalar = line.scalars[index]
            let spaced =
                index > range.lowerBound && line.scalars[index - 1] == " " && index + 1 < range.upperBound
                && line.scalars[index + 1] == " "
            // `2016/17? 19`: the answer in the line of its question.
            if scalar == ":" || scalar == "?", index + 1 < range.upperBound { candidates.append((index, 1)) }
            // `Bedfordshire Police -840`: nobody counts below nothing.
            let isGlued =
                scalar == "-" && index > range.lowerBound + 2 && line.scalars[index - 1] == " "
                && line.scalars[index - 2].properties.isAlphabetic && index + 1 < range.upperBound
                && ("0"..."9").contains(line.scalars[index + 1])
            if "-\u{2013}\u{2014}=".unicodeScalars.contains(scalar), spaced || isGlued { candidates.append((index, 1)) }
            // `2016/17 => 72`
            if spacedArrow(line, index), index + 2 < range.upperBound { candidates.append((index, 2)) }
            if scalar == ".", index > range.lowerBound, index + 2 < range.upperBound, line.scalars[index + 1] == ".",
                line.scalars[index + 2] == "." || line.scalars[index + 2] == " " && line.scalars[index - 1] == " "
            {
                var length = 0
                while index + length < range.upperBound, line.scalars[index + length] == "." { length += 1 }
                candidates.append((index, length))
            }
        }
        for (at, length) in candidates.reversed() {
            if let found = pair(line, range, at, at + length) { return found }
        }
        // `:: Dorset 104* (up 100%)`, as news agencies set their lists.
        if isAgencyItem(line), let at = range.first(where: { line.scalars[$0] == " " && isDigit(line, $0 + 1) }) {
            return pair(line, range, at, at + 1)
        }
        // `2015/16 63`, `Q4 36 (provisional)`: a time and a figure need no sign between them.
        let space = range.first { index in
            guard line.scalars[index] == " " else { return false }
            let label = line.text(range.lowerBound..<index)
            return FigureLook.isTime(label) || FigureLook.isQuarter(label) || FigureLook.isMonth(label)
        }
        return space.flatMap { pair(line, range, $0, $0 + 1) }
    }

    private static func spacedArrow(_ line: TextLine, _ index: Int) -> Bool {
        index > 0 && index + 2 < line.scalars.count && line.scalars[index - 1] == " "
            && (line.scalars[index] == "=" || line.scalars[index] == "-") && line.scalars[index + 1] == ">"
            && line.scalars[index + 2] == " "
    }

    private static func isDigit(_ line: TextLine, _ index: Int) -> Bool {
        line.scalars.indices.contains(index) && ("0"..."9").contains(line.scalars[index])
    }

    private static func isAgencyItem(_ line: TextLine) -> Bool {
        line.scalars[line.trimmed].starts(with: [":", ":", " "])
    }

    private static func pair(_ line: TextLine, _ range: Range<Int>, _ at: Int, _ after: Int) -> (
        Range<Int>, Range<Int>
    )? {
        func trim(_ range: Range<Int>) -> Range<Int> {
            var low = range.lowerBound
            var high = range.upperBound
            func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar.value == 0xA0 }
            while low < high, isSpace(line.scalars[low]) { low += 1 }
            while high > low,
                isSpace(line.scalars[high - 1])
                    || high == range.upperBound && ".;,".unicodeScalars.contains(line.scalars[high - 1])
            { high -= 1 }
            return low..<high
        }
        guard at > range.lowerBound, after < range.upperBound else { return nil }
        let label = trim(range.lowerBound..<at)
        let figure = trim(after..<range.upperBound)
        guard !label.isEmpty, !figure.isEmpty, FigureLook.isFigurePhrase(line.text(figure)) else { return nil }
        let words = line.text(label)
        // `112 (under 13: 40; 13 to 17: 72)`: what stands in brackets is no list of its own.
        guard words.filter({ $0 == "(" }).count == words.filter({ $0 == ")" }).count else { return nil }
        // `Question 1: 2015/16 - 9; 2016/17 - 12` tells several figures.
        guard !words.contains(";") else { return nil }
        // `Answer to question 2: 43` finds its question; as a list its years would be lost.
        let pointers = ["answer to", "response to", "reply to", "in answer to", "in response to", "in reply to"]
        guard !pointers.contains(where: words.trimmedLowercase.hasPrefix) else { return nil }
        // `2. As 1, for 2020/21 - Answer: 92`
        let last = words.split(whereSeparator: { !$0.isLetter }).last.map { $0.trimmedLowercase } ?? ""
        guard !["answer", "reply", "response"].contains(last) else { return nil }
        // `How many had a cyber flag? 318.` is a question with its answer.
        guard line.scalars[at] != "?" || words.split(separator: " ").count <= 4 else { return nil }
        // `Date: Fri, 12 Jun 2020 15:20`
        let first = words.split(separator: " ").first.map { $0.trimmedLowercase } ?? ""
        guard words.split(separator: " ").count <= 14, !contact.contains(words.trimmedLowercase),
            !first.hasSuffix(":") || !contact.contains(String(first.dropLast())),
            !contact.contains(first) || words.split(separator: " ").count > 3
        else { return nil }
        return (label, figure)
    }
}

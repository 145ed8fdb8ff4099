import Records

/// One line of a text, with the pieces that wide gaps, tabs or bars cut it into.
struct TextLine {
    var number: Int
    var scalars: [Unicode.Scalar]
    /// Ranges of scalars between gaps of two or more spaces, tabs and bars.
    var pieces: [Range<Int>]
    /// The mark of a question, set apart from the line that it stood in.
    var isMarkAlone = false

    var isBlank: Bool { pieces.isEmpty }
    /// Marked as a quotation of a mail, at the left edge: further in, `>` is a bullet.
    var isQuoted: Bool { scalars.prefix(2).first { $0 != " " } == ">" }
    /// A rule of dashes, equals or underscores under a heading or header.
    var isRule: Bool {
        scalars.count { $0 != " " } >= 3
            && scalars.allSatisfy {
                "-=_+| \u{2014}\u{2013}:".unicodeScalars.contains($0) || (0x2500...0x257F).contains($0.value)
            }
    }

    /// `CRIME SYSTEM REPORT   PAGE 2 OF 2`
    var isPageHead: Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let page = words.lastIndex(of: "page"), page + 1 < words.count, Int(words[page + 1]) != nil else {
            return false
        }
        return page + 2 == words.count || page + 4 == words.count && words[page + 2] == "of"
    }

    var text: String { text(0..<scalars.count) }

    /// Empty where the range lies beyond the line.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
        return String(view)
    }

    /// The words between spaces.
    var words: [Range<Int>] {
        scalars[trimmed].indices.split { scalars[$0] == " " || scalars[$0] == "\u{A0}" }.compactMap { word in
            word.first.flatMap { first in word.last.map { first..<$0 + 1 } }
        }
    }

    var trimmed: Range<Int> { (pieces.first?.lowerBound ?? 0)..<(pieces.last?.upperBound ?? 0) }

    init(number: Int, scalars: [Unicode.Scalar]) {
        self.number = number
        let scalars = Self.withoutEmphasis(scalars)
        self.scalars = scalars
        // `2016-2017   =   212`: the sign stands in the gap.
        pieces = Self.cut(scalars).filter { $0.count > 1 || scalars[$0.lowerBound] != "=" }
    }

    /// `**743**` as it is meant to look: its signs give way to scalars without width, so that columns stay what they are.
    private static func withoutEmphasis(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        // The upright lines of box drawing are bars.
        var plain = scalars.map { [0x2502, 0x2503, 0x2551].contains($0.value) ? "|" : $0 }
        var open: Int?
        var index = 0
        while index + 1 < scalars.count {
            guard scalars[index] == "*", scalars[index + 1] == "*" else {
                index += 1
                continue
            }
            if let start = open, scalars[index - 1] != " " {
                for at in [start, start + 1, index, index + 1] { plain[at] = "\u{200B}" }
                open = nil
            } else if open == nil, index + 2 < scalars.count, ![" ", "*"].contains(scalars[index + 2]) {
                open = index
            }
            index += 2
        }
        return plain
    }

    private static func cut(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start: Int?
        var lastInk = 0
        func isGap(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\t" || scalar.value == 0xA0 || scalar == "|" || scalar.value == 0xFEFF
                || scalar == "\u{0C}"
        }
        for (index, scalar) in scalars.enumerated() {
            if isGap(scalar) {
                if let begun = start,
                    scalar == "\t" || scalar == "|" || index + 1 < scalars.count && isGap(scalars[index + 1])
                {
                    pieces.append(begun..<lastInk + 1)
                    start = nil
                }
            } else if scalar != "\u{200B}" {
                if start == nil { start = index }
                lastInk = index
            }
        }
        if let start { pieces.append(start..<lastInk + 1) }
        return pieces
    }

    /// Lines end at `\n`, `\r\n` or `\r`.
    static func lines(of utf8: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var current: [Unicode.Scalar] = []
        var afterReturn = false
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            if scalar == "\n", afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\r" {
                lines.append(TextLine(number: lines.count + 1, scalars: current))
                current = []
            } else {
                current.append(scalar)
            }
        }
        if !current.isEmpty { lines.append(TextLine(number: lines.count + 1, scalars: current)) }
        return lines
    }
}

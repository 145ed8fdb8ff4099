/// What a reader makes of a file: grids and passages in the order a person meets them.
package struct Document: Sendable {
    package enum Block: Sendable {
        case passage(Passage)
        case grid(Grid)
    }

    package var blocks: [Block]
    package var mediaType: String
    package var encoding: String
    /// Number tokens as an independent count over the decoded text finds them.
    package var numbersFound: Int
    /// Number tokens in text that a reader does not see.
    package var numbersHidden: Int
    /// Faults of the file that a reader mended or could not: code and words.
    package var remarks: [(code: String, text: String)]

    package init(
        blocks: [Block], mediaType: String, encoding: String, numbersFound: Int, numbersHidden: Int = 0,
        remarks: [(code: String, text: String)] = []
    ) {
        self.blocks = blocks
        self.mediaType = mediaType
        self.encoding = encoding
        self.numbersFound = numbersFound
        self.numbersHidden = numbersHidden
        self.remarks = remarks
    }
}

/// Marks that a reader puts around raised text (`145<sup>1</sup>`), from Unicode's private use area.
package enum Raised {
    package static let open: Unicode.Scalar = "\u{E000}"
    package static let close: Unicode.Scalar = "\u{E001}"

    package static func stripped(_ text: String) -> String {
        func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == open || scalar == close || scalar == "\u{200B}" }
        guard text.unicodeScalars.contains(where: isMark) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
    }
}

/// Running text with the place of every character.
package struct Passage: Sendable {
    package enum Role: Sendable {
        case heading, caption, paragraph, listItem, quoted, header, title, question, answer
    }

    package var role: Role
    package var text: String
    /// The number that a page gives an item of an ordered list, though its text has none.
    package var ordinal: Int?
    /// Where runs of the text stand in the source, by scalar offset, ascending.
    package var runs: [Run]

    package struct Run: Sendable {
        /// Offset in `text`, in scalars.
        package var offset: Int
        package var origin: Origin

        package init(offset: Int, origin: Origin) {
            self.offset = offset
            self.origin = origin
        }
    }

    package enum Origin: Sendable {
        /// The run begins at this line and column and goes on scalar by scalar.
        case text(line: Int, column: Int)
        case cell(table: Int, row: Int, column: Int)
    }

    package init(_ role: Role, _ text: String, runs: [Run]) {
        self.role = role
        self.text = text
        self.runs = runs
    }

    /// The places of a range of scalars, one for each run it touches.
    package func places(of range: Range<Int>) -> [Place] {
        var found: [Place] = []
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? runs[index + 1].offset : Int.max
            let low = max(range.lowerBound, run.offset)
            let high = min(range.upperBound, end)
            guard low < high else { continue }
            switch run.origin {
            case .text(let line, let column):
                let from = column + low - run.offset
                let to = column + high - run.offset - 1
                // Words of one line are one place, whatever stands between them.
                if case .text(line, let start, let before)? = found.last, before < from {
                    found[found.count - 1] = .text(line: line, from: start, to: to)
                } else {
                    found.append(.text(line: line, from: from, to: to))
                }
            case .cell(let table, let row, let column):
                found.append(.cell(table: table, row: row, column: column))
            }
        }
        return found
    }
}

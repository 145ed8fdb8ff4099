import Records

/// The text of a `pre` element, kept line by line: what is drawn in it with spaces is read as in a letter.
struct Preformatted {
    private var lines: [TextLine] = []
    private var current: [Unicode.Scalar] = []
    private var number: Int?

    mutating func append(_ added: String, offset: Int, lines index: LineIndex) {
        if number == nil {
            let place = index.position(offset)
            number = place.line
            // The first line begins behind its tag: its columns stay those of the source.
            current = Array(repeating: " ", count: place.column - 1)
        }
        for scalar in added.unicodeScalars where scalar != "\r" {
            if scalar == "\n" { close() } else { current.append(scalar) }
        }
    }

    private mutating func close() {
        guard let own = number else { return }
        lines.append(TextLine(number: own, scalars: current))
        number = own + 1
        current = []
    }

    mutating func finish() -> [Document.Block] {
        close()
        var parted: [Int: [String]] = [:]
        return TextReader.blocks(of: lines, parted: &parted)
    }
}

import Records

/// Text that grows from events: white space folded, entities that libxml2 leaves alone decoded, places kept.
struct HTMLText {
    private(set) var text = ""
    private(set) var runs: [Passage.Run] = []
    private var scalars = 0
    private var pendingSpace = false
    private var pendingBreak = false

    var isEmpty: Bool { text.unicodeScalars.allSatisfy { $0 == Raised.open || $0 == Raised.close || $0 == "\n" } }

    mutating func lineBreak() { if scalars > 0 { pendingBreak = true } }

    /// A mark of raised type stands in the text itself.
    mutating func mark(_ scalar: Unicode.Scalar) {
        if scalar == Raised.open, pendingBreak {
            text.unicodeScalars.append("\n")
            scalars += 1
            (pendingBreak, pendingSpace) = (false, false)
        }
        text.unicodeScalars.append(scalar)
        scalars += 1
    }

    mutating func append(_ added: String, offset: Int, lines: LineIndex) {
        var byte = offset
        var needsRun = true
        for scalar in added.unicodeScalars {
            let width = UTF8.width(scalar)
            let folded = Self.mended(scalar)
            if folded.properties.isWhitespace || folded.value == 0xFEFF {
                if scalars > 0 { pendingSpace = true }
                needsRun = true
            } else {
                if pendingBreak || pendingSpace {
                    text.unicodeScalars.append(pendingBreak ? "\n" : " ")
                    scalars += 1
                    needsRun = true
                }
                (pendingBreak, pendingSpace) = (false, false)
                if needsRun {
                    let place = lines.position(byte)
                    runs.append(Passage.Run(offset: scalars, origin: .text(line: place.line, column: place.column)))
                    needsRun = false
                }
                text.unicodeScalars.append(folded)
                scalars += 1
            }
            byte += width
        }
    }

    /// Numeric references into the C1 controls mean Windows-1252, as browsers read them.
    private static func mended(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value >= 0x80 && scalar.value < 0xA0 ? Decoder.windows1252(UInt8(scalar.value)) : scalar
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
    }
}

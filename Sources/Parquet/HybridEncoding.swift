/// Parquet's hybrid of runs and bit-packed groups of eight, for definition levels and dictionary indices.
///
/// Source: parquet-format/Encodings.md, "Run Length Encoding / Bit-Packing Hybrid".
enum HybridEncoding {
    /// Bits that the largest of so many different values needs; 0 where there is but one.
    static func width(forValuesBelow count: Int) -> Int {
        count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
    }

    /// Values of `width` bits each, 0 to 32; no length before them.
    static func bytes(_ values: [Int], width: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var packed: [Int] = []
        var index = 0
        while index < values.count {
            var end = index
            while end < values.count, values[end] == values[index] { end += 1 }
            // A group that was begun is filled up first: packed groups hold eight values each.
            let missing = packed.count % 8 == 0 ? 0 : 8 - packed.count % 8
            let taken = min(missing, end - index)
            packed += values[index..<(index + taken)]
            index += taken
            if end - index >= 8 {
                flush(&packed, width, &bytes)
                append(varint: (end - index) << 1, &bytes)
                append(values[index], in: (width + 7) / 8, &bytes)
            } else {
                packed += values[index..<end]
            }
            index = end
        }
        flush(&packed, width, &bytes)
        return bytes
    }

    private static func flush(_ packed: inout [Int], _ width: Int, _ bytes: inout [UInt8]) {
        guard !packed.isEmpty else { return }
        let groups = (packed.count + 7) / 8
        append(varint: groups << 1 | 1, &bytes)
        var buffer: UInt64 = 0
        var filled = 0
        for index in 0..<(groups * 8) {
            buffer |= UInt64(index < packed.count ? packed[index] : 0) << UInt64(filled)
            filled += width
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer))
                buffer >>= 8
                filled -= 8
            }
        }
        packed.removeAll(keepingCapacity: true)
    }

    private static func append(_ value: Int, in count: Int, _ bytes: inout [UInt8]) {
        for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }

    private static func append(varint value: Int, _ bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

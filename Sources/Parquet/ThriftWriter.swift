/// Thrift's compact protocol, as far as Parquet's metadata needs it. Source: thrift/doc/specs/thrift-compact-protocol.md.
struct ThriftWriter {
    private(set) var bytes: [UInt8] = []
    private var lastField = 0

    enum Kind: UInt8 {
        case yes = 1
        case no, byte, short, int, long, double, binary, list, set, map, structure
    }

    /// A structure by itself, as a page header or the footer is.
    static func bytes(_ body: (inout ThriftWriter) -> Void) -> [UInt8] {
        var writer = ThriftWriter()
        body(&writer)
        writer.bytes.append(0)
        return writer.bytes
    }

    mutating func field(_ id: Int, int value: Int) { number(id, .int, value) }

    mutating func field(_ id: Int, long value: Int) { number(id, .long, value) }

    mutating func field(_ id: Int, short value: Int) { number(id, .short, value) }

    mutating func field(_ id: Int, byte value: Int8) {
        header(id, .byte)
        bytes.append(UInt8(bitPattern: value))
    }

    mutating func field(_ id: Int, bool value: Bool) { header(id, value ? .yes : .no) }

    mutating func field(_ id: Int, text: String) { field(id, binary: Array(text.utf8)) }

    mutating func field(_ id: Int, binary value: [UInt8]) {
        header(id, .binary)
        append(binary: value)
    }

    mutating func field(_ id: Int, _ body: (inout ThriftWriter) -> Void) {
        header(id, .structure)
        append(structure: body)
    }

    mutating func field<Element>(
        _ id: Int, list elements: [Element], of kind: Kind, _ body: (inout ThriftWriter, Element) -> Void
    ) {
        header(id, .list)
        if elements.count < 15 {
            bytes.append(UInt8(elements.count) << 4 | kind.rawValue)
        } else {
            bytes.append(0xF0 | kind.rawValue)
            append(varint: UInt64(elements.count))
        }
        for element in elements { body(&self, element) }
    }

    mutating func append(structure body: (inout ThriftWriter) -> Void) {
        let outer = lastField
        lastField = 0
        body(&self)
        bytes.append(0)
        lastField = outer
    }

    mutating func append(int value: Int) { append(varint: Self.zigzag(value)) }

    mutating func append(binary value: [UInt8]) {
        append(varint: UInt64(value.count))
        bytes += value
    }

    private mutating func number(_ id: Int, _ kind: Kind, _ value: Int) {
        header(id, kind)
        append(varint: Self.zigzag(value))
    }

    /// Fields are written in rising order, so that the step fits in four bits or is written out.
    private mutating func header(_ id: Int, _ kind: Kind) {
        let step = id - lastField
        if step > 0, step < 16 {
            bytes.append(UInt8(step) << 4 | kind.rawValue)
        } else {
            bytes.append(kind.rawValue)
            append(varint: Self.zigzag(id))
        }
        lastField = id
    }

    private static func zigzag(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)) }

    private mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

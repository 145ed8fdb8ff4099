/// The transfer encoding of mails (RFC 2045, section 6.7): `=E2=80=9C` for bytes, `=` at the end of a line that goes on.
enum QuotedPrintable {
    /// The bytes as the mail's reader sees them.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "="), index + 1 < bytes.count else {
                decoded.append(byte)
                index += 1
                continue
            }
            if bytes[index + 1] == 0x0A {
                index += 2
            } else if bytes[index + 1] == 0x0D, index + 2 < bytes.count, bytes[index + 2] == 0x0A {
                index += 3
            } else if index + 2 < bytes.count, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(byte)
                index += 1
            }
        }
        return decoded
    }

    /// Upper-case digits alone, as the encoding has them: `=be` in a web address is none.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

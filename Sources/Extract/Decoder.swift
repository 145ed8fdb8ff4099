import Records

/// Text with the name of the encoding it came in.
struct DecodedText {
    /// Valid UTF-8 without a byte order mark.
    var text: [UInt8]
    var encoding: String
    var remarks: [(code: String, text: String)] = []
}

/// Shows of a mail what its reader sees, and decides on an encoding: byte order mark, UTF-16 by its zeros, UTF-8 where valid, else Windows-1252.
enum Decoder {
    static func text(of raw: [UInt8]) throws(Unreadable) -> DecodedText {
        guard let mail = Mail(raw) else { return try plainText(of: raw) }
        var decoded = try plainText(of: mail.shown)
        decoded.remarks += mail.attachments.map {
            (
                "attachment-not-read",
                "found the attachment “\($0)” in the mail, expected it as a file of its own; save it into Inbox/ beside the mail"
            )
        }
        return decoded
    }

    private static func plainText(of bytes: [UInt8]) throws(Unreadable) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3)), "utf-8-bom") }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
        let sample = bytes.prefix(2000)
        let zeros = sample.enumerated().filter { $0.element == 0 }
        if zeros.count * 3 > sample.count {
            let odd = zeros.filter { $0.offset % 2 == 1 }.count
            if odd * 10 > zeros.count * 9 { return utf16(bytes[...], littleEndian: true) }
            if odd * 10 < zeros.count { return utf16(bytes[...], littleEndian: false) }
        }
        if zeros.count > 0, zeros.count * 20 > sample.count || bytes.filter({ $0 == 0 }).count * 100 > bytes.count {
            throw Unreadable(reason: "binary data that no reader knows", mediaType: "application/octet-stream")
        }
        let controls = sample.filter { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C, 0].contains($0) }.count
        if controls * 50 > sample.count {
            throw Unreadable(reason: "binary data that no reader knows", mediaType: "application/octet-stream")
        }
        return utf8(bytes, "utf-8")
    }

    private static func utf8(_ bytes: [UInt8], _ name: String) -> DecodedText {
        if String(validating: bytes, as: UTF8.self) != nil {
            return DecodedText(text: bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes, encoding: name)
        }
        return windows1252(bytes)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> DecodedText {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index -> UInt16 in
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return littleEndian ? b << 8 | a : a << 8 | b
        }
        var decoded = DecodedText(
            text: Array(String(decoding: units, as: UTF16.self).utf8), encoding: littleEndian ? "utf-16le" : "utf-16be")
        if bytes.count % 2 == 1 {
            decoded.remarks.append(
                ("odd-byte", "found an odd number of bytes in UTF-16, expected pairs; the last byte was left out"))
        }
        return decoded
    }

    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
        0x017E, 0x0178,
    ]

    /// The scalar that a byte of Windows-1252 or a C1 control of a broken page stands for.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        let value = byte >= 0x80 && byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Byte by byte; runs that are valid UTF-8 beyond ASCII stay what they are.
    private static func windows1252(_ bytes: [UInt8]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte == 0 ? 0x20 : byte)
            } else {
                text.append(contentsOf: String(windows1252(byte)).utf8)
            }
        }
        return DecodedText(text: text, encoding: "windows-1252")
    }
}

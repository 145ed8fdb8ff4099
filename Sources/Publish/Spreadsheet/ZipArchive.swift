/// A ZIP file of stored entries, with fixed dates: the same entries give the same bytes. Source: PKWARE APPNOTE 6.3.
enum ZipArchive {
    static func bytes(_ entries: [(path: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let (name, body) = (Array(entry.path.utf8), Array(entry.text.utf8))
            // Version 2.0, names in UTF-8, stored, 1 January 1980 at midnight.
            let common =
                little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x0021, 2)
                + little(Int(checksum(body)), 4) + little(body.count, 4) + little(body.count, 4)
                + little(name.count, 2) + little(0, 2)
            let offset = bytes.count
            bytes += little(0x0403_4B50, 4) + common + name + body
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
                + little(0, 4) + little(offset, 4) + name
        }
        let start = bytes.count
        bytes += directory
        bytes +=
            little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(entries.count, 2) + little(entries.count, 2)
            + little(directory.count, 4) + little(start, 4) + little(0, 2)
        return bytes
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 as ISO 3309 has it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

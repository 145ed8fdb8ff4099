import Crypto

/// SHA-256 as 64 lower-case hexadecimal digits.
package enum Digest {
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        hash.update(data: Array(bytes))
        return hash.finalize().map { padded16($0) }.joined()
    }

    private static func padded16(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}

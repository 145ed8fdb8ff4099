import Records

/// A file that no reader takes, with the reason in words for a person.
package struct Unreadable: Error {
    package let reason: String
    package let mediaType: String
}

/// Tells what a file is by its content and hands it to the reader for it.
package enum Extractor {
    /// Bytes to grids and passages. The name is only a hint where the content leaves a choice.
    package static func document(from bytes: [UInt8], named name: String) throws(Unreadable) -> Document {
        if bytes.isEmpty || bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            throw Unreadable(reason: "the file is empty", mediaType: "application/x-empty")
        }
        if let kind = Signature.of(bytes) { throw Unreadable(reason: kind.reason, mediaType: kind.mediaType) }
        let decoded = try Decoder.text(of: bytes)
        switch Sniffer.format(of: decoded.text, named: name) {
        case .html: return HTMLReader.read(decoded)
        case .csv(let delimiter): return CSVReader.read(decoded, delimiter: delimiter)
        case .text: return TextReader.read(decoded)
        }
    }
}

/// Formats that are told by their first bytes and have no reader yet.
enum Signature {
    private static let known: [(prefix: [UInt8], reason: String, mediaType: String)] = [
        (
            [0x25, 0x50, 0x44, 0x46], "a PDF, which this version does not read; save its text or table as .txt or .csv",
            "application/pdf"
        ),
        (
            [0x50, 0x4B, 0x03, 0x04],
            "a ZIP, XLSX, DOCX or ODS, which this version does not read; save it as .csv or .html", "application/zip"
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0],
            "an old Office file (.xls, .doc, .msg), which this version does not read; save it as .csv or .html",
            "application/x-ole-storage"
        ),
        ([0x89, 0x50, 0x4E, 0x47], "a picture", "image/png"), ([0xFF, 0xD8, 0xFF], "a picture", "image/jpeg"),
        ([0x47, 0x49, 0x46, 0x38], "a picture", "image/gif"), ([0x1F, 0x8B], "a gzip archive", "application/gzip"),
        (
            [0x7B, 0x5C, 0x72, 0x74, 0x66], "an RTF file, which this version does not read; save it as .txt",
            "application/rtf"
        ),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive", "application/x-7z-compressed"),
        ([0x52, 0x61, 0x72, 0x21], "a RAR archive", "application/vnd.rar"),
    ]

    static func of(_ bytes: [UInt8]) -> (reason: String, mediaType: String)? {
        known.first { bytes.starts(with: $0.prefix) }.map { ($0.reason, $0.mediaType) }
    }
}

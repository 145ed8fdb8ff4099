import CLibXML2
import Records

/// Reads pages and HTML mails: tables as grids, everything else as passages.
enum HTMLReader {
    private static let ready: Void = xmlInitParser()

    static func read(_ decoded: DecodedText) -> Document {
        ready
        let collector = HTMLEventCollector(decoded.text)
        collector.run()
        var remarks = decoded.remarks
        if collector.overflowed {
            remarks.append(
                (
                    "html-limit",
                    "found elements nested deeper than \(HTMLEventCollector.maximumDepth) or too many of them, expected a page; what came after was not read"
                ))
        }
        var builder = HTMLBuilder(lines: LineIndex(decoded.text))
        for event in collector.events { builder.take(event) }
        let page = builder.finish()
        return Document(
            blocks: page.blocks, mediaType: "text/html", encoding: decoded.encoding, numbersFound: page.found,
            numbersHidden: page.hidden,
            remarks: remarks)
    }
}

/// Lines and columns (both from 1, columns in scalars) of byte offsets.
struct LineIndex {
    private let bytes: [UInt8]
    private var starts: [Int] = [0]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                starts.append(index + 1)
            }
            index += 1
        }
    }

    func position(_ offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        var column = 1
        for index in starts[low]..<max(starts[low], min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
            column += 1
        }
        return (low + 1, column)
    }
}

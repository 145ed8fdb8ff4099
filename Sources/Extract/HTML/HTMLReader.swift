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
    /// Scalars before every so many bytes, so that a place in a long line costs no more than one in a short.
    private var counts: [Int] = []
    private static let step = 1024

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.step == 0 { counts.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
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
        return (low + 1, 1 + max(0, scalars(before: offset) - scalars(before: starts[low])))
    }

    private func scalars(before offset: Int) -> Int {
        let end = min(max(offset, 0), bytes.count)
        let block = min(end / Self.step, counts.count - 1)
        guard block >= 0 else { return 0 }
        return bytes[block * Self.step..<end].reduce(counts[block]) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
    }
}

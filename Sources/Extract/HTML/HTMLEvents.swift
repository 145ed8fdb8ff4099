import CLibXML2
import Records

/// What the parser meets, in order; text with its offset in the decoded bytes.
enum HTMLEvent {
    case start(String, [String: String])
    case end(String)
    case text(String, offset: Int)
}

/// Runs libxml2's SAX parser over valid UTF-8 and collects its events, within limits.
///
/// The tree is never built: libxml2 nests rows wrongly where an inline element is left open, so tables are
/// made from start and end events by our own machine.
final class HTMLEventCollector {
    private(set) var events: [HTMLEvent] = []
    private let bytes: [UInt8]
    private var cursor = 0
    private var depth = 0
    fileprivate var context: htmlParserCtxtPtr?
    private(set) var overflowed = false

    static let maximumDepth = 512
    static let maximumEvents = 20_000_000

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func run() {
        guard bytes.count < Int(Int32.max) else {
            overflowed = true
            return
        }
        var handler = htmlSAXHandler()
        handler.initialized = 1
        handler.startElement = { data, name, attributes in HTMLEventCollector.of(data)?.start(name, attributes) }
        handler.endElement = { data, name in HTMLEventCollector.of(data)?.end(name) }
        handler.characters = { data, text, length in HTMLEventCollector.of(data)?.characters(text, length) }
        handler.ignorableWhitespace = { data, text, length in HTMLEventCollector.of(data)?.characters(text, length) }
        handler.serror = { _, _ in }
        let opaque = Unmanaged.passUnretained(self).toOpaque()
        bytes.withUnsafeBytes { raw in
            let start = raw.bindMemory(to: CChar.self).baseAddress
            guard let parser = htmlCreatePushParserCtxt(&handler, opaque, start, 4, nil, XML_CHAR_ENCODING_UTF8) else {
                return
            }
            context = parser
            htmlCtxtUseOptions(
                parser,
                Int32(
                    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
                        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
                    | Int32(XML_PARSE_HUGE.rawValue))
            var offset = min(4, bytes.count)
            let chunk = 65_536
            while offset < bytes.count, !overflowed {
                let length = min(chunk, bytes.count - offset)
                htmlParseChunk(parser, start?.advanced(by: offset), Int32(length), 0)
                offset += length
            }
            htmlParseChunk(parser, nil, 0, 1)
            context = nil
            htmlFreeParserCtxt(parser)
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> HTMLEventCollector? {
        data.map { Unmanaged<HTMLEventCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    private func limit() {
        guard depth > Self.maximumDepth || events.count > Self.maximumEvents else { return }
        overflowed = true
        if let context { xmlStopParser(context) }
    }

    private func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let name, !overflowed else { return }
        let tag = String(cString: name)
        var values: [String: String] = [:]
        var index = 0
        while let attributes, let key = attributes[index], index < 400 {
            if let value = attributes[index + 1] {
                values[String(cString: key)] = String(cString: value)
            } else {
                values[String(cString: key)] = ""
            }
            index += 2
        }
        depth += 1
        events.append(.start(tag, values))
        limit()
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name, !overflowed else { return }
        depth = max(0, depth - 1)
        events.append(.end(String(cString: name)))
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard let text, length > 0, !overflowed else { return }
        let buffer = UnsafeBufferPointer(start: text, count: Int(length))
        let offset = find(buffer)
        let added = String(decoding: buffer, as: UTF8.self)
        // The parser hands text out in pieces: `&` and `pound5` are one text again.
        if case .text(let before, let start)? = events.last, start + before.utf8.count == offset {
            events[events.count - 1] = .text(before + added, offset: start)
        } else {
            events.append(.text(added, offset: offset))
        }
        limit()
    }

    /// Text comes in the order of the file: the next place where it stands, or, for a decoded entity, where we are.
    private func find(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = text.first else { return cursor }
        // Never beyond what the parser has taken in.
        let consumed = context.map { Int(xmlByteConsumed($0)) } ?? bytes.count
        let limit = min(bytes.count, max(cursor, consumed < 0 ? bytes.count : consumed))
        var start = cursor
        while start + text.count <= limit {
            if bytes[start] == first {
                var same = 1
                while same < text.count, bytes[start + same] == text[same] { same += 1 }
                if same == text.count {
                    // Short text may stand inside a tag passed over; text begins after `>` or `;` or goes on from the last.
                    if text.count > 3 || start == cursor || bytes[start - 1] == UInt8(ascii: ">")
                        || bytes[start - 1] == UInt8(ascii: ";")
                    {
                        cursor = start + text.count
                        return start
                    }
                }
            }
            start += 1
        }
        if let entity = (cursor..<limit).first(where: { bytes[$0] == UInt8(ascii: "&") }) {
            let end = (entity..<min(limit, entity + 12)).first { bytes[$0] == UInt8(ascii: ";") }
            cursor = (end ?? entity) + 1
            return entity
        }
        return cursor
    }
}

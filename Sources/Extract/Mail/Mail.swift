import Foundation

/// A mail as its reader sees it (RFC 5322, RFC 2045 to 2047): who wrote when about what, and one text.
///
/// Of a text told twice, plain and as a page, the plain one is shown. Lines that nobody sees (boundaries, transport
/// headers, the other version, attachments) are left blank, so that places keep counting lines.
struct Mail {
    /// The whole file with what is not shown left blank.
    private(set) var shown: [UInt8] = []
    /// Names of the files that came with it.
    private(set) var attachments: [String] = []

    private typealias Lines = ArraySlice<ArraySlice<UInt8>>

    private struct Part {
        var headers: [String: String] = [:]
        var body: Lines

        var type: String {
            (headers["content-type"] ?? "text/plain").split(separator: ";").first.map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
            } ?? "text/plain"
        }

        /// `name` of `text/csv; name="figures.csv"`.
        func parameter(_ name: String, of header: String) -> String? {
            for piece in (headers[header] ?? "").split(separator: ";").dropFirst() {
                let sides = piece.split(separator: "=", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespacesAndNewlines)
                }
                guard sides.count == 2, sides[0].lowercased() == name else { continue }
                return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            }
            return nil
        }
    }

    private static let marks: Set<String> = ["mime-version", "content-type", "content-transfer-encoding", "received"]
    private static let visible: Set<String> = ["from", "to", "cc", "date", "sent", "subject", "reply-to"]
    /// No mail nests deeper; a hostile one may try.
    private static let deepest = 8

    /// Nil where the file does not begin with the headers of a mail.
    init?(_ bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(16_384), as: UTF8.self).lowercased()
        guard Self.marks.contains(where: { head.contains("\($0):") }) else { return nil }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        let (part, length) = Self.part(lines)
        guard part.headers.keys.contains(where: Self.marks.contains) else { return nil }
        show(headers: lines.prefix(length))
        show(part, depth: 0)
    }

    /// The headers up to the first blank line, and what follows.
    private static func part(_ lines: Lines) -> (Part, length: Int) {
        var headers: [String: String] = [:]
        var last: String?
        var length = 0
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            if text.allSatisfy(\.isWhitespace) { break }
            if let name = last, text.first == " " || text.first == "\t" {
                headers[name, default: ""] += text
            } else if let name = name(of: text) {
                headers[name] = headers[name] ?? String(text.dropFirst(name.count + 1))
                last = name
            } else {
                break
            }
            length += 1
        }
        return (Part(headers: headers, body: lines.dropFirst(length)), length)
    }

    private static func name(of line: String) -> String? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
        let name = line[..<colon]
        guard name.utf8.count < 60, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            return nil
        }
        return name.lowercased()
    }

    private mutating func show(headers lines: Lines) {
        var isShown = false
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            if text.first != " ", text.first != "\t" {
                isShown = Self.name(of: text).map(Self.visible.contains) ?? false
            }
            append(line, isShown: isShown)
        }
    }

    private mutating func append(_ line: ArraySlice<UInt8>, isShown: Bool) {
        if isShown { shown += line }
        shown.append(0x0A)
    }

    private mutating func hide(_ lines: Lines) { for line in lines { append(line, isShown: false) } }

    private mutating func show(_ part: Part, depth: Int) {
        guard part.type.hasPrefix("multipart/"), depth < Self.deepest,
            let boundary = part.parameter("boundary", of: "content-type")
        else { return showBody(part) }
        let (parts, end) = Self.parts(part.body, boundary: boundary)
        let chosen = Self.choice(of: parts.map { Self.part($0.dropFirst()).0 })
        hide(part.body.prefix((parts.first?.startIndex ?? end) - part.body.startIndex))
        for (index, lines) in parts.enumerated() {
            let (inner, length) = Self.part(lines.dropFirst())
            if index == chosen {
                hide(lines.prefix(length + 1))
                show(inner, depth: depth + 1)
            } else {
                // A version of the same text needs no word; any other part may hold figures.
                let name =
                    inner.parameter("filename", of: "content-disposition") ?? inner.parameter(
                        "name", of: "content-type")
                    ?? (part.type == "multipart/mixed" && inner.type.hasPrefix("text/") ? "part \(index + 1)" : nil)
                if let name, !inner.type.hasPrefix("image/") { attachments.append(name) }
                hide(lines)
            }
        }
        hide(part.body[end...])
    }

    /// The lines of each part, from its boundary on, and where the last boundary ends them all.
    private static func parts(_ body: Lines, boundary: String) -> (parts: [Lines], end: Int) {
        let mark = Array("--\(boundary)".utf8)
        let starts = body.indices.filter { body[$0].starts(with: mark) }
        let end = starts.first { body[$0].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) } ?? body.endIndex
        let opening = starts.filter { $0 < end }
        return (zip(opening, opening.dropFirst() + [end]).map { body[$0..<$1] }, end)
    }

    /// The plain text, else the page, else what holds further parts.
    private static func choice(of parts: [Part]) -> Int? {
        let shown = parts.indices.filter {
            parts[$0].headers["content-disposition"]?.lowercased().contains("attachment") != true
                && !parts[$0].body.allSatisfy(\.isEmpty)
        }
        // A table stands only in the page; so do figures where the text has none.
        let isBare = shown.allSatisfy { parts[$0].type != "text/plain" || !Self.hasDigits(parts[$0]) }
        if let page = shown.first(where: { parts[$0].type == "text/html" && (isBare || Self.hasTable(parts[$0])) }),
            parts.allSatisfy({ $0.headers["content-disposition"] == nil })
        {
            return page
        }
        for type in ["text/plain", "multipart/alternative", "multipart/related", "multipart/mixed", "text/html"] {
            if let found = shown.first(where: { parts[$0].type == type }) { return found }
        }
        return nil
    }

    private static func hasTable(_ part: Part) -> Bool {
        String(decoding: decoded(part), as: UTF8.self).lowercased().contains("<table")
    }

    private static func hasDigits(_ part: Part) -> Bool { decoded(part).contains { (0x30...0x39).contains($0) } }

    private static func decoded(_ part: Part) -> [UInt8] {
        let body = Array(part.body.joined(separator: [0x0A]))
        switch part.headers["content-transfer-encoding"]?.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() {
        case "quoted-printable": return QuotedPrintable.decoded(body)
        case "base64": return Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init) ?? body
        default: return body
        }
    }

    private mutating func showBody(_ part: Part) {
        shown += Self.decoded(part)
        if shown.last != 0x0A { shown.append(0x0A) }
    }
}

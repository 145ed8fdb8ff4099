import Extract
import Files
import Foundation
import Records
import Testing

/// Looks a figure up at its place, by means of its own.
enum Locating {
    static func check(_ row: [String: String], in space: CaseRun) throws {
        let raw = row["raw"] ?? ""
        let places = (row["locator"] ?? "").components(separatedBy: " + ")
        guard row["status"].map({ !["refused", "not_held", "not_available", "not_applicable"].contains($0) }) ?? false,
            !raw.isEmpty
        else { return }
        let parts = row["method"] == "sum" ? raw.components(separatedBy: " + ") : [raw]
        guard parts.count == places.count else { return }
        let source = row["source"] ?? ""
        guard let (bytes, file) = space.source(source) else { return }
        // What stands in base64 is in no line of the file.
        if file.hasSuffix(".eml"), String(decoding: bytes, as: UTF8.self).contains("Transfer-Encoding: base64") {
            return
        }
        let text = try Extractor.document(from: bytes, named: file)
        for (part, place) in zip(parts, places) {
            guard let shown = try show(place, text, bytes) else {
                Issue.record("\(source) \(place): no such place")
                continue
            }
            let plain = part.hasPrefix("'") ? String(part.dropFirst()) : part
            #expect(
                shown.contains(plain) || plain.contains(shown),
                "\(source) \(place): found “\(shown)”, expected “\(plain)”")
        }
    }

    private static func show(_ place: String, _ document: Document, _ bytes: [UInt8]) throws -> String? {
        let numbers = place.split { !$0.isNumber }.compactMap { Int($0) }
        if place.hasPrefix("table"), numbers.count == 3 {
            for block in document.blocks {
                guard case .grid(let grid) = block, case .table(let number) = grid.addressing, number == numbers[0]
                else { continue }
                for row in 0..<grid.rows {
                    for column in 0..<grid.width(ofRow: row) {
                        if let cell = grid.cell(row, column), cell.row == numbers[1], cell.column == numbers[2] {
                            return Raised.stripped(grid.text(row, column))
                        }
                    }
                }
            }
            return nil
        }
        if place.hasPrefix("line"), numbers.count >= 2 {
            let text = decoded(transferred(bytes), document.encoding)
            let lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
                .components(separatedBy: "\n")
            guard numbers[0] <= lines.count else { return nil }
            let scalars = Array(lines[numbers[0] - 1].unicodeScalars)
            let last = numbers.count > 2 ? numbers[2] : numbers[1]
            guard numbers[1] >= 1, last <= scalars.count, numbers[1] <= last else { return nil }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[numbers[1] - 1..<last])
            return String(view).replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(
                of: "&#8209;", with: "\u{2011}")
        }
        return place
    }

    /// The bytes that a mail in quoted-printable stands for; places count in what its reader sees.
    private static func transferred(_ bytes: [UInt8]) -> [UInt8] {
        let head = String(decoding: bytes, as: UTF8.self).lowercased()
        guard head.contains("transfer-encoding: quoted-printable") else { return bytes }
        var decoded: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
            if decoded.last == 0x0A, rest.starts(with: [0x2D, 0x2D]) {
                // A boundary is written as it is.
                let line = rest.prefix { $0 != 0x0A }
                decoded += line + [0x0A]
                rest = rest.dropFirst(line.count + 1)
            } else if byte == 0x3D, decoded.last == 0x3F {
                // `?=` ends an encoded word of a header.
                decoded.append(byte)
                rest = rest.dropFirst()
            } else if byte == 0x3D, digits == "\r\n" {
                rest = rest.dropFirst(3)
            } else if byte == 0x3D, digits.hasPrefix("\n") {
                rest = rest.dropFirst(2)
            } else if byte == 0x3D, digits == digits.uppercased(), let value = UInt8(digits, radix: 16) {
                decoded.append(value)
                rest = rest.dropFirst(3)
            } else {
                decoded.append(byte)
                rest = rest.dropFirst()
            }
        }
        return decoded
    }

    private static func decoded(_ bytes: [UInt8], _ encoding: String) -> String {
        switch encoding {
        case "windows-1252": String(data: Data(bytes), encoding: .windowsCP1252) ?? ""
        case "utf-16le":
            String(data: Data(bytes), encoding: .utf16LittleEndian)?.replacingOccurrences(of: "\u{FEFF}", with: "")
                ?? ""
        case "utf-16be":
            String(data: Data(bytes), encoding: .utf16BigEndian)?.replacingOccurrences(of: "\u{FEFF}", with: "") ?? ""
        default:
            String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self)
        }
    }
}

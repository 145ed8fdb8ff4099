import Campaign
import Files
import Foundation
import Nightly
import Records
import Testing

/// Changes that keep a return's meaning must keep its figures.
struct MeaningTests {
    enum Change: String, CaseIterable, Sendable {
        case semicolons, tabs, html, utf16, carriageReturns, blankColumn, yearsWithDash, alias, transposed
    }

    /// Cases of one plain CSV.
    static let samples: [Case] = Case.all.filter { sample in
        let files = Disk.list("\(sample.folder)/Inbox")
        guard files.count == 1, files[0].hasSuffix(".csv"),
            let bytes = try? Disk.read("\(sample.folder)/Inbox/\(files[0])")
        else { return false }
        return String(validating: bytes, as: UTF8.self) != nil && !bytes.starts(with: [0xFF])
    }

    @Test func `there are samples`() { #expect(Self.samples.count >= 10) }

    @Test(arguments: samples, Change.allCases)
    func `the same figures after a change that keeps the meaning`(_ sample: Case, _ change: Change) throws {
        let name = Disk.list("\(sample.folder)/Inbox")[0]
        let bytes = try Disk.read("\(sample.folder)/Inbox/\(name)")
        // Semicolons for commas would be no change where semicolons, tabs or bars part the fields.
        func count(_ delimiter: UInt8) -> Int { bytes.count { $0 == delimiter } }
        guard [0x3B, 0x09, 0x7C].allSatisfy({ count($0) <= count(0x2C) }) else { return }
        let before = try figures(bytes, name)
        let rows = Self.records(bytes)
        if change == .transposed, Self.transposed(rows) == nil { return }
        let (changed, suffix) = Self.apply(change, to: rows)
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        #expect(try figures(changed, "\(stem).\(suffix)") == before)
    }

    /// Read, normalised and reconciled, without a workspace on disk.
    private func figures(_ bytes: [UInt8], _ name: String) throws -> Set<String> {
        let source = Source(id: SourceID(digest: Digest.of(bytes)), paths: [name], byteCount: bytes.count)
        let reading = SourceReader(lexicon: Self.space.lexicon).read(bytes, of: source)
        let holdings = Stages(Self.space, Self.campaign, asOf: nil).judge([reading]).holdings
        return Set(
            holdings.observations.map {
                "\($0.key.text) \($0.figure.low?.description ?? "") \($0.figure.high?.description ?? "") \($0.figure.status)"
            })
    }

    private static let configuration = Configuration(files: Schemas.builtIn.filter { $0.key.hasPrefix("Pipelines/") })
    // The built-in campaign always parses; DocumentTests and every case would fail before this.
    private static let space = try! Workspace("/", configuration: configuration)
    private static let campaign = try! space.pipelines(named: "cyber-flagged-offences")[0]

    private static func records(_ bytes: [UInt8]) -> [[String]] {
        var parser = CSVParser(bytes, delimiter: 0x2C)
        var rows: [[String]] = []
        while let record = parser.next() { rows.append(record.fields.map { String(decoding: $0, as: UTF8.self) }) }
        return rows
    }

    private static func apply(_ change: Change, to rows: [[String]]) -> ([UInt8], String) {
        switch change {
        case .semicolons: (Array(csv(rows, ";").utf8), "csv")
        case .tabs: (Array(csv(rows, "\t").utf8), "tsv")
        case .carriageReturns: (Array(csv(rows, ",", "\r").utf8), "csv")
        case .utf16: ([0xFF, 0xFE] + csv(rows, ",").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, "csv")
        case .blankColumn: (Array(csv(rows.map { $0 + [""] }, ",").utf8), "csv")
        case .yearsWithDash: (Array(csv(rows.map { $0.map(dashed) }, ",").utf8), "csv")
        case .html: (Array(html(rows).utf8), "html")
        case .alias: (Array(csv(rows.map { $0.map(renamed) }, ",").utf8), "csv")
        case .transposed: (Array(csv(transposed(rows) ?? rows, ",").utf8), "csv")
        }
    }

    /// `Kent Police` as `Kent Constabulary`, and the other way round.
    private static func renamed(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map { index, word in
            guard index > 0 else { return String(word) }
            return word == "Police" ? "Constabulary" : word == "Constabulary" ? "Police" : String(word)
        }.joined(separator: " ")
    }

    /// The table with its rows as columns, titles above and notes below as they were; nil where it is no plain table of one
    /// header row and one label column.
    private static func transposed(_ rows: [[String]]) -> [[String]]? {
        func filled(_ row: [String]) -> Int { row.filter { !$0.isEmpty }.count }
        guard let width = rows.map(filled).max(), width >= 3,
            let top = rows.firstIndex(where: { filled($0) >= width - 1 && $0.count >= width })
        else { return nil }
        let end = rows[top...].firstIndex { filled($0) < width - 1 } ?? rows.count
        let block = rows[top..<end].map { Array($0.prefix(width)) }
        guard block.count >= 3, rows[end...].allSatisfy({ filled($0) <= 1 }),
            rows[..<top].allSatisfy({ filled($0) <= 1 }),
            block.allSatisfy({ row in row.indices.allSatisfy { !row[$0].isEmpty || $0 == 0 } }),
            block.dropFirst().allSatisfy({ row in
                row.first.map { Int($0) == nil && !$0.isEmpty } == true && row.dropFirst().allSatisfy { Int($0) != nil }
            })
        else { return nil }
        let turned = (0..<width).map { column in block.map { $0[column] } }
        return Array(rows[..<top]) + turned + Array(rows[end...])
    }

    private static func csv(_ rows: [[String]], _ delimiter: String, _ end: String = "\n") -> String {
        rows.map { row in
            row.map { field in
                field.contains(delimiter) || field.contains("\"") || field.contains("\n")
                    ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
            }.joined(separator: delimiter) + end
        }.joined()
    }

    private static func html(_ rows: [[String]]) -> String {
        let body = rows.map { row in
            "<tr>"
                + row.map {
                    "<td>" + $0.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
                        + "</td>"
                }.joined() + "</tr>\n"
        }.joined()
        return "<html><body><table>\n\(body)</table></body></html>"
    }

    /// `2015/16` as `2015-16`, where the two follow each other.
    private static func dashed(_ text: String) -> String {
        guard text.count == 7, let slash = text.firstIndex(of: "/"), let first = Int(text[..<slash]),
            let second = Int(text[text.index(after: slash)...]), (first + 1) % 100 == second
        else { return text }
        return text.replacingOccurrences(of: "/", with: "-")
    }
}

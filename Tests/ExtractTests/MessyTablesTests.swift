import Extract
import Files
import Foundation
import Records
import Testing

/// The CSV and HTML files of the messytables suite, and what each holds: MESSYTABLES=FOLDER swift test.
///
/// Rows and filled cells of the CSV files were counted by Python's csv module, those of the HTML files by hand.
struct MessyTablesTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var file: String
        var encoding = "utf-8"
        /// Rows of each table and its cells that hold text.
        var tables: [(rows: Int, filled: Int)]
        /// Table, row and column from 0, and the text that stands there.
        var cells: [(Int, Int, Int, String)] = []
        /// Text outside the tables, in part.
        var passages: [String] = []

        var testDescription: String { file }
    }

    private static let folder = ProcessInfo.processInfo.environment["MESSYTABLES"] ?? ""

    private static let samples: [Sample] = [
        Sample(
            file: "begrotingsanalyse-2011.csv", tables: [(43, 435)],
            cells: [(0, 0, 2, "Kengetallen clusters provincies"), (0, 0, 6, "2011"), (0, 42, 1, "Aantal gemeenten")]),
        Sample(file: "characters.csv", encoding: "windows-1252", tables: [(383, 4873)], cells: [(0, 382, 0, "v_382")]),
        Sample(
            // A quote after a blank opens a quoted field here, as people mean it; Python's reader makes three of it.
            file: "complex.csv", tables: [(4, 14)],
            cells: [(0, 0, 1, " another date"), (0, 2, 3, "Galway and more"), (0, 3, 3, "Galway")]),
        Sample(
            file: "excel_pasting.csv", tables: [(21, 139)],
            cells: [(0, 3, 0, "Year"), (0, 3, 8, "2007"), (0, 1, 0, "thousand tonnes carbon equivalent")]),
        Sample(file: "mixedGLB.csv", tables: [(137, 2548)], cells: [(0, 136, 0, "2012"), (0, 136, 1, "34")]),
        Sample(file: "null.csv", tables: [(10, 36)], cells: [(0, 0, 1, "null"), (0, 2, 2, ""), (0, 9, 0, "10")]),
        Sample(file: "simple.psv", tables: [(29, 174)], cells: [(0, 0, 1, "New dwellings"), (0, 28, 1, "240000")]),
        Sample(file: "simple.ssv", tables: [(7, 21)], cells: [(0, 6, 2, "Berkeley")]),
        Sample(file: "skip_initials.csv", tables: [(3, 6)], cells: [(0, 1, 1, "    goodbye"), (0, 2, 1, "goodbye2")]),
        Sample(file: "small.csv", tables: [(1, 1)], cells: [(0, 0, 0, "a")]),
        Sample(
            file: "spanish_chars.csv", encoding: "windows-1252", tables: [(117, 465)],
            cells: [(0, 0, 7, "Descripción"), (0, 1, 6, "229,932.50")]),
        Sample(
            file: "sparse_with_column_errors.csv", encoding: "windows-1252", tables: [(2238, 4436)],
            cells: [(0, 3, 2, "300368540"), (0, 2237, 0, "Y39000")]),
        Sample(
            file: "utf-16le_encoded.csv", encoding: "utf-16le", tables: [(328, 6232)],
            cells: [(0, 0, 0, "Organisation_code"), (0, 327, 0, "NYA04")]),
        Sample(file: "utf8bom.csv", encoding: "utf-8-bom", tables: [(1, 2)], cells: [(0, 0, 0, "kitten")]),
        Sample(file: "weird_head_padding.csv", tables: [(94, 491)]),
        Sample(file: "badcolspan.html", tables: [(4, 16)], cells: [(0, 0, 1, "06"), (0, 3, 3, "09")]),
        Sample(
            file: "complex.html", tables: [(3, 3)], cells: [(0, 0, 0, "head"), (0, 1, 0, "foot"), (0, 2, 0, "body")]),
        Sample(
            file: "html.html", tables: [(200, 800), (1, 1), (6, 11)],
            cells: [
                (0, 0, 2, "1990"), (0, 0, 3, "1990"), (0, 5, 1, "Norway"), (0, 5, 4, "3"),
                (2, 1, 1, "Data not available"),
            ],
            passages: ["International Human Development Indicators", "Under-five mortality (per 1,000 live births)"]),
        // Two cells hold only what a reader does not see.
        Sample(
            file: "invisible_text.html", tables: [(4, 30)],
            cells: [(0, 1, 0, "Acton Town"), (0, 1, 5, "1 July 1879"), (0, 2, 8, "6.65")],
            passages: ["Listed for each station is the line"]),
        Sample(
            file: "rowcolspan.html", tables: [(10, 41)],
            cells: [(0, 0, 2, "06"), (0, 3, 0, "25"), (0, 3, 2, "27"), (0, 8, 3, "77"), (0, 9, 4, "99")]),
    ]

    @Test(.enabled(if: !folder.isEmpty), arguments: samples)
    func `holds what the file holds`(_ sample: Sample) throws {
        let document = try Extractor.document(from: try Disk.read("\(Self.folder)/\(sample.file)"), named: sample.file)
        #expect(document.encoding == sample.encoding)
        let grids = document.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        let passages = document.blocks.compactMap { if case .passage(let passage) = $0 { passage.text } else { nil } }
        let found = grids.map { grid in
            let texts = (0..<grid.rows).flatMap { row in
                (0..<grid.width(ofRow: row)).filter { column in
                    grid.cell(row, column).map { !$0.flags.contains(.spanned) && !$0.flags.contains(.hidden) } ?? false
                }.map { grid.text(row, $0) }
            }
            return [grid.rows, texts.filter { !$0.allSatisfy(\.isWhitespace) }.count]
        }
        #expect(found == sample.tables.map { [$0.rows, $0.filled] })
        for (table, row, column, text) in sample.cells where grids.indices.contains(table) {
            #expect(grids[table].text(row, column) == text)
        }
        for wanted in sample.passages { #expect(passages.contains { $0.contains(wanted) }, "\(wanted)") }
    }
}

import Extract
import Records
import Testing

enum Made {
    static func document(_ text: String, _ name: String = "x.csv") throws -> Document {
        try Extractor.document(from: Array(text.utf8), named: name)
    }

    static func grid(_ document: Document) throws -> Grid {
        try #require(document.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }.first)
    }

    static func rows(_ text: String) throws -> [[String]] {
        let grid = try grid(try document(text))
        return (0..<grid.rows).map { row in (0..<grid.width(ofRow: row)).map { grid.text(row, $0) } }
    }
}

/// The cases of the csv-spectrum suite, in our own words, and what else RFC 4180 and spreadsheets bring.
struct CSVReaderTests {
    @Test(arguments: [
        ("first,last\nJohn,Doe\n", [["first", "last"], ["John", "Doe"]]),
        ("a,b\r\n\"x, y\",z\r\n", [["a", "b"], ["x, y", "z"]]),
        ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
        ("a,b,c\n1,\"\",\"\"\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        ("a,b,c\n\"Once upon \na time\",5,6\n", [["a", "b", "c"], ["Once upon \na time", "5", "6"]]),
        ("a,b\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n", [["a", "b"], ["1", "{\"type\": \"Point\"}"]]),
        ("a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("a,b,c\n1,2,ʤ\n", [["a", "b", "c"], ["1", "2", "ʤ"]]),
        ("a;b\n1;2\n", [["a", "b"], ["1", "2"]]), ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1\n2,3,4\n", [["a", "b"], ["1"], ["2", "3", "4"]]), ("a,\n", [["a", ""]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
    ])
    func `cuts records and fields`(text: String, rows: [[String]]) throws { #expect(try Made.rows(text) == rows) }

    @Test func `says so where a quote never closes, and loses nothing`() throws {
        let document = try Made.document("a,b\n1,\"two\n3,4\n")
        #expect(document.remarks.map(\.code) == ["quote-unclosed"])
        #expect(document.numbersFound == 3)
    }

    @Test(arguments: ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"])
    func `decodes`(encoding: String) throws {
        let text = "Force;2015–16\nDyfed-Powys – é;£5\n"
        var bytes: [UInt8]
        switch encoding {
        case "utf-8-bom": bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "utf-16le": bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "utf-16be": bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case "windows-1252": bytes = text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
        default: bytes = Array(text.utf8)
        }
        let document = try Extractor.document(from: bytes, named: "x")
        #expect(document.encoding == encoding)
        #expect(try Made.grid(document).text(1, 0) == "Dyfed-Powys – é")
        #expect(try Made.grid(document).text(0, 1) == "2015–16")
    }

    @Test(arguments: ["", "   \n", "%PDF-1.4 x", "PK\u{3}\u{4}xx"])
    func `refuses with a reason what it cannot read`(text: String) {
        #expect(throws: Unreadable.self) { try Extractor.document(from: Array(text.utf8), named: "x.csv") }
    }
}

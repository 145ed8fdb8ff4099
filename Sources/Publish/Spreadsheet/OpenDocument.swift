import Records

/// One worksheet: a title, lines of text below it, and at most one table.
struct Sheet {
    let name: String
    let title: String
    let lines: [String]
    let table: Table?
}

/// A minimal OpenDocument spreadsheet, as "Releasing statistics in spreadsheets" of the Analysis Function asks: a title in the
/// first cell, tables marked as such, one a worksheet, no merged or empty cells, figures as numbers.
///
/// Source: OpenDocument 1.3, parts 2 and 3.
struct OpenDocument {
    let title: String
    let sheets: [Sheet]

    var bytes: [UInt8] {
        // The type stands first and uncompressed, so that programs know the file by its first bytes.
        ZipArchive.bytes([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
            ("styles.xml", styles), ("meta.xml", meta), ("META-INF/manifest.xml", manifest),
        ])
    }

    private static let namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\""
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private var content: String {
        let styles =
            "<style:style style:name=\"title\" style:family=\"table-cell\" style:parent-style-name=\"Default\"><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"14pt\"/></style:style>"
            + "<style:style style:name=\"head\" style:family=\"table-cell\" style:parent-style-name=\"Default\"><style:table-cell-properties fo:wrap-option=\"wrap\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "<style:style style:name=\"wide\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"6cm\"/></style:style>"
        return Self.declaration
            + "<office:document-content \(Self.namespaces)><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>"
            + sheets.map(sheet).joined() + ranges + "</office:spreadsheet></office:body></office:document-content>"
    }

    private func sheet(_ sheet: Sheet) -> String {
        var rows = ["<table:table-row>\(cell(sheet.title, style: "title"))</table:table-row>"]
        rows += sheet.lines.map { "<table:table-row>\(cell($0))</table:table-row>" }
        if let table = sheet.table {
            rows.append(
                "<table:table-row>\(table.columns.map { cell($0.name, style: "head") }.joined())</table:table-row>")
            rows += table.rows.map { row in
                "<table:table-row>\(row.map { cell($0 ?? "") }.joined())</table:table-row>"
            }
        }
        let columns = sheet.table?.columns.count ?? 1
        return
            "<table:table table:name=\"\(escaped(sheet.name))\"><table:table-column table:style-name=\"wide\" table:number-columns-repeated=\"\(columns)\"/>\(rows.joined())</table:table>"
    }

    private func cell(_ text: String, style: String? = nil) -> String {
        let mark = style.map { " table:style-name=\"\($0)\"" } ?? ""
        if style == nil, let number = Int(text) {
            return
                "<table:table-cell\(mark) office:value-type=\"float\" office:value=\"\(number)\"><text:p>\(number)</text:p></table:table-cell>"
        }
        return
            "<table:table-cell\(mark) office:value-type=\"string\"><text:p>\(escaped(text))</text:p></table:table-cell>"
    }

    /// Each table as a named range with headers, which is how a spreadsheet marks a table.
    private var ranges: String {
        let all = sheets.compactMap { sheet -> String? in
            guard let table = sheet.table else { return nil }
            let first = sheet.lines.count + 2
            let end = "\(Self.letters(table.columns.count))\(first + table.rows.count)"
            return
                "<table:database-range table:name=\"\(escaped(table.name))\" table:target-range-address=\"\(escaped(sheet.name)).A\(first):\(escaped(sheet.name)).\(end)\" table:contains-header=\"true\"/>"
        }
        return all.isEmpty ? "" : "<table:database-ranges>\(all.joined())</table:database-ranges>"
    }

    /// `A` for 1, `AA` for 27.
    static func letters(_ column: Int) -> String {
        var rest = column
        var name = ""
        while rest > 0 {
            rest -= 1
            name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
            rest /= 26
        }
        return name
    }

    private var styles: String {
        Self.declaration
            + "<office:document-styles \(Self.namespaces)><office:styles><style:style style:name=\"Default\" style:family=\"table-cell\"><style:text-properties fo:font-size=\"12pt\" fo:language=\"en\" fo:country=\"GB\"/></style:style></office:styles></office:document-styles>"
    }

    private var meta: String {
        Self.declaration
            + "<office:document-meta \(Self.namespaces)><office:meta><dc:title>\(escaped(title))</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>"
    }

    private var manifest: String {
        let files = [
            ("/", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"), ("meta.xml", "text/xml"),
        ]
        return Self.declaration
            + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
            + files.map {
                "<manifest:file-entry manifest:full-path=\"\($0.0)\" manifest:media-type=\"\($0.1)\"/>"
            }.joined() + "</manifest:manifest>"
    }

    /// XML allows no control characters; they are left out.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\u{20}"...:
                if !(0xFFFE...0xFFFF).contains(scalar.value) { result.unicodeScalars.append(scalar) }
            default: break
            }
        }
        return result
    }
}

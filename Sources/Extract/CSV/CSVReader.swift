import Files
import Records

/// Reads delimited text into one grid; titles, notes and several tables in it are told apart by `Interpret`.
enum CSVReader {
    static func read(_ decoded: DecodedText, delimiter: UInt8) -> Document {
        var grid = Grid(.table(1))
        var count = NumberCount()
        var remarks = decoded.remarks
        var parser = CSVParser(decoded.text, delimiter: delimiter)
        var row = 0
        var width = 0
        while let record = parser.next() {
            row += 1
            // `Years are financial years, e.g. 2016 is …`, a note that nobody quoted: its commas part nothing. A row as wide
            // as the one above, or with a figure by itself, is a row.
            let isNote =
                delimiter == UInt8(ascii: ",") && record.fields.count != width && Sniffer.isSentence(record.fields)
                && record.fields.allSatisfy { $0.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }
            if record.fields.count > 1, !isNote { width = record.fields.count }
            let fields = isNote ? [Array(record.fields.joined(separator: [delimiter]))] : record.fields
            for (column, bytes) in fields.enumerated() {
                let text = String(decoding: bytes, as: UTF8.self)
                count.add(text)
                grid.append(text, row: row, column: column + 1)
            }
            grid.endRow()
            if !record.isClosed {
                remarks.append(
                    (
                        "quote-unclosed",
                        "table 1 R\(row): found a quote that is never closed, expected its end; the rest of the file was read as one field"
                    ))
            }
        }
        return Document(
            blocks: [.grid(grid)], mediaType: delimiter == 0x09 ? "text/tab-separated-values" : "text/csv",
            encoding: decoded.encoding,
            numbersFound: count.count, remarks: remarks)
    }
}

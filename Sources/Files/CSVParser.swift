/// Cuts delimited text into records and fields by RFC 4180, forgiving what people do to it.
///
/// Records end at `\n`, `\r\n` or `\r`; a quote inside an unquoted field is a character; a quote that never
/// closes ends with the text. Fields are bytes, their quotes taken off and doubled quotes made single.
package struct CSVParser {
    package struct Record {
        package var fields: [[UInt8]]
        /// False where a quoted field was still open at the end of the text.
        package var isClosed = true

        package var isBlank: Bool { fields.allSatisfy { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } } }
    }

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0

    package init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    /// The next record, or nil at the end. An empty line is a record with one empty field.
    package mutating func next() -> Record? {
        guard index < bytes.count else { return nil }
        var record = Record(fields: [])
        while true {
            let (field, ended) = field(&record)
            record.fields.append(field)
            if ended { return record }
        }
    }

    /// One field, and whether it was the last of its record.
    private mutating func field(_ record: inout Record) -> ([UInt8], Bool) {
        var field: [UInt8] = []
        var start = index
        // Spaces before an opening quote are layout.
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        // `="0123"`: how reports keep a spreadsheet from taking a text for a number.
        if start + 1 < bytes.count, bytes[start] == 0x3D, bytes[start + 1] == 0x22 { start += 1 }
        if start < bytes.count, bytes[start] == 0x22 {
            index = start + 1
            var closed = false
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x22 {
                    if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                        field.append(0x22)
                        index += 2
                        continue
                    }
                    index += 1
                    closed = true
                    break
                }
                field.append(byte)
                index += 1
            }
            if !closed { record.isClosed = false }
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter {
                index += 1
                // A delimiter at the very end opens one more, empty field.
                if index == bytes.count {
                    record.fields.append(field)
                    return ([], true)
                }
                return (field, false)
            }
            if byte == 0x0A || byte == 0x0D {
                index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
                return (field, true)
            }
            field.append(byte)
            index += 1
        }
        return (field, true)
    }
}

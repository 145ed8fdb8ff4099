import CZstd
import Records

/// One column of one row group: a dictionary page where values repeat, then a data page, both compressed.
struct ColumnChunk {
    let column: Table.Column
    let rowCount: Int
    /// The pages with their headers, as they stand in the file.
    private(set) var bytes: [UInt8] = []
    private(set) var uncompressedSize = 0
    /// Size of the dictionary page with its header; 0 without one.
    private(set) var dictionarySize = 0
    let nulls: Int
    let least: [UInt8]?
    let greatest: [UInt8]?

    private enum PageType { static let data = 0, dictionary = 2 }
    enum Encoding { static let plain = 0, rle = 3, dictionary = 8 }

    init(_ values: ColumnValues, column: Table.Column) throws {
        self.column = column
        rowCount = values.levels.count
        nulls = values.nulls
        // Long texts would make the footer large and prune nothing.
        let isShort = (values.least?.count ?? 0) <= 64 && (values.greatest?.count ?? 0) <= 64
        least = isShort ? values.least : nil
        greatest = isShort ? values.greatest : nil
        let levels = HybridEncoding.bytes(values.levels, width: 1)
        var body = (0..<4).map { UInt8(truncatingIfNeeded: levels.count >> (8 * $0)) } + levels
        if let (entries, indices) = Self.dictionary(values) {
            try append(Self.plain(entries, values.type), type: PageType.dictionary) { header in
                header.field(7) {
                    $0.field(1, int: entries.count)
                    $0.field(2, int: Encoding.plain)
                }
            }
            dictionarySize = bytes.count
            let width = HybridEncoding.width(forValuesBelow: entries.count)
            body.append(UInt8(width))
            body += HybridEncoding.bytes(indices, width: width)
        } else {
            body += Self.plain(values.plain, values.type)
        }
        let (rows, encoding) = (rowCount, dictionarySize > 0 ? Encoding.dictionary : Encoding.plain)
        try append(body, type: PageType.data) { header in
            header.field(5) {
                $0.field(1, int: rows)
                $0.field(2, int: encoding)
                $0.field(3, int: Encoding.rle)
                $0.field(4, int: Encoding.rle)
            }
        }
    }

    /// The different values in the order they come, and each value's number; nil where hardly any repeats.
    private static func dictionary(_ values: ColumnValues) -> (entries: [[UInt8]], indices: [Int])? {
        guard values.type != .boolean, !values.plain.isEmpty else { return nil }
        var numbers: [[UInt8]: Int] = [:]
        var entries: [[UInt8]] = []
        var indices: [Int] = []
        indices.reserveCapacity(values.plain.count)
        for value in values.plain {
            if let number = numbers[value] {
                indices.append(number)
                continue
            }
            numbers[value] = entries.count
            indices.append(entries.count)
            entries.append(value)
        }
        return entries.count * 2 <= values.plain.count ? (entries, indices) : nil
    }

    private static func plain(_ values: [[UInt8]], _ type: Table.ColumnType) -> [UInt8] {
        var bytes: [UInt8] = []
        switch type {
        case .string:
            for value in values {
                for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value.count >> (8 * shift))) }
                bytes += value
            }
        case .boolean:
            bytes = [UInt8](repeating: 0, count: (values.count + 7) / 8)
            for (index, value) in values.enumerated() where value == [1] { bytes[index / 8] |= 1 << UInt8(index % 8) }
        case .integer, .number, .date: for value in values { bytes += value }
        }
        return bytes
    }

    private mutating func append(_ body: [UInt8], type: Int, _ details: (inout ThriftWriter) -> Void) throws {
        let compressed = try Zstandard.compress(body)
        let header = ThriftWriter.bytes {
            $0.field(1, int: type)
            $0.field(2, int: body.count)
            $0.field(3, int: compressed.count)
            details(&$0)
        }
        bytes += header + compressed
        uncompressedSize += header.count + body.count
    }
}

/// The system's zstd.
package enum Zstandard {
    /// Compressed bytes depend on it, so that a snapshot names it.
    package static var version: String { String(cString: ZSTD_versionString()) }

    static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        var target = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let size = target.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { ZSTD_compress(target.baseAddress, target.count, $0.baseAddress, $0.count, 3) }
        }
        guard ZSTD_isError(size) == 0 else {
            throw Fault(.software, "zstd: \(String(cString: ZSTD_getErrorName(size)))")
        }
        return Array(target.prefix(size))
    }
}

import Records

/// A table as one Parquet file: nullable columns, dictionary pages, statistics, zstd.
///
/// Source: parquet-format 2.10, README.md and parquet.thrift. The same table gives the same bytes with the same zstd.
package enum ParquetFile {
    static let magic = Array("PAR1".utf8)
    static let rowsInGroup = 65_536

    /// Throws where a cell is not in the spelling of its column's type.
    package static func bytes(of table: Table) throws -> [UInt8] {
        var bytes = magic
        var groups: [Group] = []
        var start = 0
        repeat {
            let rows = table.rows[start..<min(start + rowsInGroup, table.rows.count)]
            var group = Group(rows: rows.count, offset: bytes.count)
            for (index, column) in table.columns.enumerated() {
                let values = try ColumnValues(rows.map { $0[index] }, column: column, table: table.name)
                let chunk = try ColumnChunk(values, column: column)
                group.chunks.append((chunk, bytes.count))
                bytes += chunk.bytes
            }
            groups.append(group)
            start += rowsInGroup
        } while start < table.rows.count
        let footer = footer(table, groups)
        bytes += footer
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: footer.count >> (8 * $0)) }
        return bytes + magic
    }

    private struct Group {
        let rows: Int
        let offset: Int
        var chunks: [(chunk: ColumnChunk, offset: Int)] = []
    }

    private static func footer(_ table: Table, _ groups: [Group]) -> [UInt8] {
        ThriftWriter.bytes { file in
            file.field(1, int: 2)
            file.field(2, list: [nil] + table.columns.map { Optional($0) }, of: .structure) { list, column in
                list.append { element in
                    guard let column else {
                        element.field(4, text: table.name)
                        element.field(5, int: table.columns.count)
                        return
                    }
                    describe(column, &element)
                }
            }
            file.field(3, long: table.rows.count)
            file.field(4, list: groups, of: .structure) { list, group in list.append { write(group, &$0) } }
            file.field(6, text: "force-returns")
            // All columns are ordered as their type is.
            file.field(7, list: table.columns, of: .structure) { list, _ in
                list.append { $0.field(1) { _ in } }
            }
        }
    }

    private static func describe(_ column: Table.Column, _ element: inout ThriftWriter) {
        element.field(1, int: column.type.physical)
        element.field(3, int: 1)
        element.field(4, text: column.name)
        switch column.type {
        case .string:
            element.field(6, int: 0)
            element.field(10) { $0.field(1) { _ in } }
        case .number:
            element.field(6, int: 5)
            element.field(7, int: 4)
            element.field(8, int: 18)
            element.field(10) {
                $0.field(5) {
                    $0.field(1, int: 4)
                    $0.field(2, int: 18)
                }
            }
        case .date:
            element.field(6, int: 6)
            element.field(10) { $0.field(6) { _ in } }
        case .integer, .boolean: break
        }
    }

    private static func write(_ group: Group, _ row: inout ThriftWriter) {
        row.field(1, list: group.chunks, of: .structure) { list, item in
            let (chunk, offset) = item
            list.append {
                $0.field(2, long: 0)
                $0.field(3) { write(chunk, at: offset, &$0) }
            }
        }
        row.field(2, long: group.chunks.reduce(0) { $0 + $1.chunk.uncompressedSize })
        row.field(3, long: group.rows)
        row.field(5, long: group.offset)
        row.field(6, long: group.chunks.reduce(0) { $0 + $1.chunk.bytes.count })
    }

    private static func write(_ chunk: ColumnChunk, at offset: Int, _ data: inout ThriftWriter) {
        let hasDictionary = chunk.dictionarySize > 0
        data.field(1, int: chunk.column.type.physical)
        let encodings =
            [ColumnChunk.Encoding.plain, ColumnChunk.Encoding.rle]
            + (hasDictionary ? [ColumnChunk.Encoding.dictionary] : [])
        data.field(2, list: encodings, of: .int) { $0.append(int: $1) }
        data.field(3, list: [chunk.column.name], of: .binary) { $0.append(binary: Array($1.utf8)) }
        data.field(4, int: 6)
        data.field(5, long: chunk.rowCount)
        data.field(6, long: chunk.uncompressedSize)
        data.field(7, long: chunk.bytes.count)
        data.field(9, long: offset + chunk.dictionarySize)
        if hasDictionary { data.field(11, long: offset) }
        data.field(12) { statistics in
            statistics.field(3, long: chunk.nulls)
            if let greatest = chunk.greatest { statistics.field(5, binary: greatest) }
            if let least = chunk.least { statistics.field(6, binary: least) }
        }
    }
}

extension Table.ColumnType {
    /// Parquet's physical type: `BOOLEAN` 0, `INT32` 1, `INT64` 2, `BYTE_ARRAY` 6.
    fileprivate var physical: Int {
        switch self {
        case .boolean: 0
        case .date: 1
        case .integer, .number: 2
        case .string: 6
        }
    }
}

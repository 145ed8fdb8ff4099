import Records

/// The cells of one column as Parquet stores them: nulls apart, each value in its plain bytes.
///
/// Text is `STRING`, integers `INT64`, decimals `DECIMAL(18, 4)` in an `INT64`, dates `DATE`.
struct ColumnValues {
    let type: Table.ColumnType
    /// 1 where a row has a value, 0 where it is null.
    private(set) var levels: [Int] = []
    private(set) var plain: [[UInt8]] = []
    private(set) var least: [UInt8]?
    private(set) var greatest: [UInt8]?

    /// Throws where a cell is not in the spelling of its column's type.
    init(_ cells: [String?], column: Table.Column, table: String) throws {
        type = column.type
        levels.reserveCapacity(cells.count)
        var least: (order: Order, bytes: [UInt8])?
        var greatest = least
        for cell in cells {
            guard let cell else {
                levels.append(0)
                continue
            }
            guard let (order, bytes) = Self.value(cell, column.type) else {
                throw Fault(
                    .software, "\(table).\(column.name): found “\(cell)”, expected \(column.type.rawValue)")
            }
            levels.append(1)
            plain.append(bytes)
            if least.map({ order < $0.order }) ?? true { least = (order, bytes) }
            if greatest.map({ $0.order < order }) ?? true { greatest = (order, bytes) }
        }
        self.least = least?.bytes
        self.greatest = greatest?.bytes
    }

    var nulls: Int { levels.count - plain.count }

    /// Numbers compare as signed integers, text by its bytes.
    private enum Order: Comparable {
        case number(Int)
        case text([UInt8])

        static func < (a: Order, b: Order) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)): a < b
            case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
            default: false
            }
        }
    }

    private static func value(_ text: String, _ type: Table.ColumnType) -> (Order, [UInt8])? {
        switch type {
        case .string: return (.text(Array(text.utf8)), Array(text.utf8))
        case .integer: return Int(text).map { (.number($0), littleEndian($0, 8)) }
        case .number:
            return Quantity(canonical: text).map { (.number($0.tenThousandths), littleEndian($0.tenThousandths, 8)) }
        case .date: return CivilDate(iso: text).map { (.number($0.daysSince1970), littleEndian($0.daysSince1970, 4)) }
        case .boolean: return text == "true" ? (.number(1), [1]) : text == "false" ? (.number(0), [0]) : nil
        }
    }

    private static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

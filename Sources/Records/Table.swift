/// A table ready to be written: columns with types, rows as text in canonical spelling, nil for null.
package struct Table: Sendable {
    package enum ColumnType: String, Sendable { case string, integer, number, date, boolean }

    package struct Column: Sendable {
        package var name: String
        package var type: ColumnType

        package init(name: String, type: ColumnType) {
            self.name = name
            self.type = type
        }
    }

    package var name: String
    package var columns: [Column]
    package var key: [String]
    package var rows: [[String?]] = []

    package init(name: String, columns: [Column], key: [String]) {
        self.name = name
        self.columns = columns
        self.key = key
    }

    /// Adds a row given by column name; names that are no column are left out, missing ones are null.
    package mutating func append(_ values: [String: String?]) {
        rows.append(columns.map { column in values[column.name].flatMap { $0 }.flatMap { $0.isEmpty ? nil : $0 } })
    }

    /// Sorts by key, then by whole row, comparing bytes.
    package mutating func sort() {
        let indices = key.compactMap { name in columns.firstIndex { $0.name == name } }
        rows.sort { a, b in
            for index in indices + Array(columns.indices) {
                let (left, right) = (a[index] ?? "", b[index] ?? "")
                if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
            }
            return false
        }
    }

    package func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

import Records

/// Writes a table as RFC 4180 with `\n`: UTF-8, no byte order mark, quotes only where needed.
enum CSVWriter {
    static func text(of table: Table) -> String {
        var text = table.columns.map(\.name).joined(separator: ",") + "\n"
        for row in table.rows {
            text +=
                zip(table.columns, row).map { column, value in field(value ?? "", column.type) }.joined(separator: ",")
                + "\n"
        }
        return text
    }

    private static func field(_ value: String, _ type: Table.ColumnType) -> String {
        let safe = type == .string ? Formula.guarded(value) : value
        guard safe.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// Text that a spreadsheet would run is prefixed `'` in CSV; the codebook says how to take it off again.
enum Formula {
    static func guarded(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, "=+-@".contains(first) else { return value }
        let rest = value.dropFirst()
        let isNumber =
            first != "=" && first != "@" && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        return isNumber ? value : "'" + value
    }
}

/// A table as text, for those who print it.
package enum TableText {
    package static func csv(_ table: Table) -> String { CSVWriter.text(of: table) }
}

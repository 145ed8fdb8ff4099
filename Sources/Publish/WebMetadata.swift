import Campaign
import Records

/// The same schemas as CSV on the Web metadata. Source: W3C, Metadata Vocabulary for Tabular Data (2015).
extension DataPackage {
    var webMetadata: [UInt8] {
        get throws {
            try Self.json([
                "@context": "http://www.w3.org/ns/csvw", "dc:title": pipeline.title,
                "tables": edition.tables.compactMap { table in catalogue[table.name].map { describe(table, $0) } },
            ])
        }
    }

    private func describe(_ table: Table, _ schema: TableSchema) -> [String: Any] {
        let fields = schema.json["fields"] as? [[String: Any]] ?? []
        let required = Set(
            fields.filter { ($0["constraints"] as? [String: Any])?["required"] as? Bool == true }
                .compactMap { $0["name"] as? String })
        let columns = table.columns.map { column -> [String: Any] in
            let field = fields.first { $0["name"] as? String == column.name }
            return [
                "name": column.name, "titles": column.name, "datatype": column.type.webName, "null": "",
                "required": required.contains(column.name) || table.key.contains(column.name),
                "dc:description": field?["description"] as? String ?? "",
            ]
        }
        // A key that may be empty points at nothing in this vocabulary.
        let foreign = schema.foreignKeys.filter { key in
            key.columns.allSatisfy { required.contains($0) || table.key.contains($0) }
                && edition.tables.contains { $0.name == key.table }
        }.map { key in
            [
                "columnReference": key.columns,
                "reference": ["resource": "data/\(key.table).csv", "columnReference": key.others],
            ] as [String: Any]
        }
        return [
            "url": "data/\(table.name).csv",
            "tableSchema": ["columns": columns, "primaryKey": table.key, "foreignKeys": foreign] as [String: Any],
        ]
    }
}

extension Table.ColumnType {
    fileprivate var webName: String {
        switch self {
        case .string: "string"
        case .integer: "integer"
        case .number: "decimal"
        case .date: "date"
        case .boolean: "boolean"
        }
    }
}

import Campaign
import Foundation
import Records

/// A Table Schema of `Schemas/tables`, with the campaign's dimensions put in after the measure.
struct TableSchema {
    let columns: [Table.Column]
    let key: [String]
    /// The schema as the package publishes it.
    let json: [String: Any]
    let foreignKeys: [(columns: [String], table: String, others: [String])]

    static func catalogue(_ schemas: Schemas, dimensions: [String]) throws -> [String: TableSchema] {
        var catalogue: [String: TableSchema] = [:]
        for (name, text) in schemas.tables { catalogue[name] = try TableSchema(name, text, dimensions) }
        return catalogue
    }

    private init(_ name: String, _ text: String, _ dimensions: [String]) throws {
        guard var object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            var fields = object["fields"] as? [[String: Any]],
            var key = object["primaryKey"] as? [String]
        else {
            throw Fault(
                .config, "Schemas/tables/\(name).json: found no Table Schema, expected “fields” and “primaryKey”")
        }
        if object["dimensions"] as? Bool == true {
            let added = dimensions.map {
                [
                    "name": $0, "type": "string", "description": "Code of the codelist \($0); all for the whole",
                    "constraints": ["required": true],
                ] as [String: Any]
            }
            if let index = fields.firstIndex(where: { $0["name"] as? String == "measure" }) {
                fields.insert(contentsOf: added, at: index + 1)
            }
            if let index = key.firstIndex(of: "measure") { key.insert(contentsOf: dimensions, at: index + 1) }
            object["fields"] = fields
            object["primaryKey"] = key
            object["dimensions"] = nil
        }
        columns = fields.map {
            Table.Column(
                name: $0["name"] as? String ?? "",
                type: Table.ColumnType(rawValue: $0["type"] as? String ?? "string") ?? .string)
        }
        self.key = key
        foreignKeys = (object["foreignKeys"] as? [[String: Any]] ?? []).compactMap { foreign in
            guard let own = foreign["fields"] as? [String], let reference = foreign["reference"] as? [String: Any],
                let others = reference["fields"] as? [String]
            else { return nil }
            return (own, reference["resource"] as? String ?? name, others)
        }
        json = object
    }
}

import Campaign
import Foundation
import Parquet
import Publish
import Records

/// The rows of `read`: what is understood of files, or the fate of each of their numbers.
package enum ReadTable {
    private static let types: [String: Table.ColumnType] = [
        "period_start": .date, "period_end": .date, "value": .number, "value_low": .number, "value_high": .number,
        "count": .integer,
    ]

    private static func table(_ names: [String]) -> Table {
        Table(name: "read", columns: names.map { Table.Column(name: $0, type: types[$0] ?? .string) }, key: [])
    }

    /// One row a figure or state that is no sum of others.
    package static func statements(_ readings: [Reading], _ schemas: Schemas) -> Table {
        var table = table([
            "source", "file", "locator", "area_code", "area_name", "area_as_written", "period", "period_start",
            "period_end", "labels", "value", "value_low", "value_high",
            "status", "raw", "method",
        ])
        let codes = Set(schemas.rows("areas").compactMap { $0["area_code"] })
        for reading in readings {
            for statement in reading.statements
            where statement.role == .level
                && !statement.doubts.contains(where: { ["unknown-body", "unknown-marker"].contains($0.code) })
            {
                let figure = statement.figure
                // The rows of a record list have no labels of their own: what was counted together tells them apart.
                let labels =
                    statement.labels.isEmpty
                    ? [statement.offence, statement.age].compactMap { $0 } : statement.labels.map(\.text)
                table.append([
                    "source": reading.source.id.short, "file": reading.source.paths.first,
                    "locator": statement.places.locator, "area_code": statement.areas.joined(separator: ";"),
                    "area_name": statement.areas.map { codes.contains($0) ? schemas.areaName($0) : $0 }.joined(
                        separator: " and "), "area_as_written": statement.areaAsWritten,
                    "period": statement.period?.label, "period_start": statement.period?.start.iso,
                    "period_end": statement.period?.end.iso,
                    "labels": labels.joined(separator: " | "), "value": figure.value?.description,
                    "value_low": figure.status.isState ? nil : figure.low?.description,
                    "value_high": figure.status.isState ? nil : figure.high?.description,
                    "status": figure.status.rawValue,
                    "raw": figure.raw, "method": statement.method.rawValue,
                ])
            }
        }
        return table
    }

    /// One row a number token, with its fate and witness.
    package static func account(_ readings: [Reading]) -> Table {
        var table = table(["source", "file", "locator", "raw", "count", "fate", "reason", "witness", "context"])
        for reading in readings {
            for entry in reading.account.entries {
                var (fate, reason, witness) = ("unexplained", "", "")
                switch entry.fate {
                case .statement(let index):
                    fate = "published"
                    witness =
                        reading.statements.indices.contains(index)
                        ? "\(reading.statements[index].areas.joined(separator: ";")) \(reading.statements[index].period?.label ?? "")"
                        : ""
                case .published: fate = "published"
                case .explained(let why, let evidence): (fate, reason, witness) = ("explained", why, evidence)
                case .unexplained: break
                }
                table.append([
                    "source": reading.source.id.short, "file": reading.source.paths.first,
                    "locator": entry.place.locator, "raw": entry.raw, "count": String(entry.count), "fate": fate,
                    "reason": reason, "witness": witness, "context": entry.context,
                ])
            }
        }
        return table
    }

    package static func csv(_ table: Table) -> String { TableText.csv(table) }

    package static func parquet(_ table: Table) throws -> [UInt8] { try ParquetFile.bytes(of: table) }

    package static func json(_ table: Table) throws -> String {
        let rows = table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map { $0 ?? "" }))
        }
        let data = try JSONSerialization.data(
            withJSONObject: rows, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// A line a row, for a person.
    package static func text(_ table: Table) -> String {
        func cell(_ row: [String?], _ name: String) -> String { table.column(name).flatMap { row[$0] } ?? "" }
        if table.column("fate") != nil {
            return table.rows.map {
                "\(cell($0, "fate"))\t\(cell($0, "raw"))\t\(cell($0, "reason"))\t\(cell($0, "locator"))\t\(cell($0, "witness"))"
            }.joined(separator: "\n") + (table.rows.isEmpty ? "" : "\n")
        }
        return table.rows.map { row in
            let figure =
                cell(row, "value").isEmpty
                ? (cell(row, "value_low").isEmpty
                    ? cell(row, "status") : "\(cell(row, "value_low"))–\(cell(row, "value_high"))") : cell(row, "value")
            return
                "\(cell(row, "area_name").isEmpty ? "?" : cell(row, "area_name"))\t\(cell(row, "period").isEmpty ? "?" : cell(row, "period"))\t\(figure)\t\(cell(row, "status"))\t\(cell(row, "labels"))\t\(cell(row, "locator"))"
        }.joined(separator: "\n") + (table.rows.isEmpty ? "" : "\n")
    }
}

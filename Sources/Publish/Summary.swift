import Campaign
import Records

/// Bodies by periods for people with a spreadsheet: the campaign's first measure, each body as a whole.
///
/// Where there is no figure stands the shorthand of the Government Statistical Service: `[c]` hidden by the body, `[x]` not
/// available, `[z]` not applicable. What holds of a figure besides is in the last column: `[p]` provisional, `[r]` revised, `[u]`
/// doubted.
struct Summary {
    static let shorthand = [
        ("[c]", "hidden by the body, as too small to show"), ("[x]", "not available: the last column says why"),
        ("[z]", "not applicable"), ("[p]", "provisional"), ("[r]", "revised since it was first given"),
        ("[u]", "of low reliability: the table of issues says what is doubtful"),
    ]

    let title: String
    let measure: String
    let table: Table
    private let introduction: [String]

    init(_ tables: [Table], pipeline: Pipeline, schemas: Schemas) {
        title = pipeline.title
        measure = schemas.rows("measure").first { $0["code"] == pipeline.defaultMeasure }?["title"] ?? ""
        introduction = [pipeline.summary].filter { !$0.isEmpty }
        let rows = Rows(tables, measure: pipeline.defaultMeasure, dimensions: pipeline.dimensions)
        var table = Table(
            name: "summary",
            columns: [("area_code", Table.ColumnType.string), ("area_name", .string)].map(Table.Column.init)
                + rows.periods.map { Table.Column(name: $0, type: .string) } + [
                    Table.Column(name: "notes", type: .string)
                ],
            key: ["area_code"])
        for (code, name) in rows.areas {
            var values: [String: String?] = ["area_code": code, "area_name": name]
            var notes: [String] = []
            for period in rows.periods {
                let (cell, note) = rows.cell(code, period)
                values[period] = cell
                if let note { notes.append("\(period) \(note)") }
            }
            values["notes"] = notes.joined(separator: "; ")
            table.append(values)
        }
        table.sort()
        self.table = table
    }

    /// The same table as an accessible OpenDocument spreadsheet: a cover, the shorthand, the table.
    func spreadsheet(version: String) -> [UInt8] {
        let cover = Sheet(
            name: "Cover_sheet", title: title, lines: introduction + ["Version \(version)."], table: nil)
        var meanings = Table(
            name: "Shorthand",
            columns: ["Shorthand", "Meaning"].map { Table.Column(name: $0, type: .string) }, key: [])
        for (code, meaning) in Self.shorthand { meanings.append(["Shorthand": code, "Meaning": meaning]) }
        let notes = Sheet(
            name: "Notes", title: "Notes", lines: ["This worksheet contains one table."], table: meanings)
        var shown = table
        for (index, name) in [(0, "Area code"), (1, "Area"), (table.columns.count - 1, "Notes")] {
            shown.columns[index].name = name
        }
        shown.name = "Table_1"
        let figures = Sheet(
            name: "Table_1", title: "Table 1: \(measure), by body and period",
            lines: [
                "This worksheet contains one table. Some cells hold shorthand in place of a figure; the worksheet Notes explains it."
            ], table: shown)
        return OpenDocument(title: title, sheets: [cover, notes, figures]).bytes
    }
}

extension Summary {
    /// The rows of the tables that the summary is made from.
    private struct Rows {
        private(set) var periods: [String] = []
        private(set) var areas: [(code: String, name: String)] = []
        private var figures: [String: [String: String]] = [:]
        private var states: [String: [String: String]] = [:]
        private var revised: Set<String> = []

        init(_ tables: [Table], measure: String, dimensions: [String]) {
            func rows(_ name: String) -> [[String: String]] {
                guard let table = tables.first(where: { $0.name == name }) else { return [] }
                return table.rows.map { row in
                    Dictionary(zip(table.columns.map(\.name), row.map { $0 ?? "" }), uniquingKeysWith: { a, _ in a })
                }.filter { row in
                    row["measure"] == measure && dimensions.allSatisfy { (row[$0] ?? "all") == "all" }
                }
            }
            func place(_ row: [String: String]) -> String { "\(row["area_code"] ?? "") \(row["period"] ?? "")" }
            var names: [String: String] = [:]
            for row in rows("coverage") {
                names[row["area_code"] ?? ""] = row["area_name"]
                states[place(row)] = row
                if let period = row["period"], !periods.contains(period) { periods.append(period) }
            }
            periods.sort()
            areas = names.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
            for row in rows("observations") { figures[place(row)] = row }
            for row in rows("vintages") where row["standing"] == "superseded" { revised.insert(place(row)) }
        }

        func cell(_ area: String, _ period: String) -> (String?, String?) {
            let place = "\(area) \(period)"
            let state = states[place]?["state"] ?? ""
            if let row = figures[place], let value = row["value"], !value.isEmpty {
                var marks =
                    row["status"] == "exact" ? [] : [row["status"] == "provisional" ? "[p]" : row["status"] ?? ""]
                if revised.contains(place) { marks.append("[r]") }
                if row["notes"]?.split(separator: ";").contains(Substring(Entry.doubted)) ?? false {
                    marks.append("[u]")
                }
                return (value, marks.isEmpty ? nil : marks.joined(separator: " "))
            }
            if let row = figures[place], row["status"] == "bounded" {
                let (low, high) = (row["value_low"] ?? "", row["value_high"] ?? "")
                return (high.isEmpty ? "\(low) or more" : low == "0" ? "\(high) or fewer" : "\(low) to \(high)", nil)
            }
            switch state {
            case "": return ("[z]", nil)
            case "suppressed": return ("[c]", nil)
            case "out_of_scope": return ("[z]", nil)
            default:
                let reason = states[place]?["legal_basis"].flatMap { $0.isEmpty ? nil : " (\($0))" } ?? ""
                return ("[x]", state.split(separator: "_").joined(separator: " ") + reason)
            }
        }
    }
}

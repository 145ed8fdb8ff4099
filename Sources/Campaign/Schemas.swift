import Files
import Foundation
import Records
import Vocabulary

/// The registers, codelists and table schemas: built in, overlaid row by row by a workspace's own.
package struct Schemas: Sendable {
    /// Rows of `registers/` and `codelists/` by file name without ending, as columns by name.
    package private(set) var lists: [String: [[String: String]]] = [:]
    /// Text of `tables/*.json` by table name.
    package private(set) var tables: [String: String] = [:]
    /// Queries of `views/*.sql` by the name of the view; `{whole}` stands for "all of every dimension".
    package private(set) var views: [String: String] = [:]
    private var areas: [String: [String: String]] = [:]
    private var memberships: [String: [Membership]] = [:]
    /// A digest of everything above.
    package private(set) var digest = ""
    /// A digest of the table schemas and views alone: what a snapshot says of its own columns.
    package private(set) var definitions = ""

    /// The built-in files of the program by path below the repository.
    package static var builtIn: [String: String] { builtInFiles }

    /// The columns that name a row, so that an overlay replaces it.
    private static let identity: [String: [String]] = [
        "areas": ["area_code"], "aliases": ["alias", "area_code"], "domains": ["domain", "area_code"],
        "area_members": ["scheme", "area_code", "member_code"], "offence_map": ["kind", "spelling"],
        "reference": ["area_code"],
    ]

    package init(_ configuration: Configuration = .none) throws {
        let files =
            Configuration(files: Self.builtIn).files(in: "Schemas") + configuration.files(in: "Schemas")
        for (path, text) in files {
            let name = String(path.split(separator: "/").last ?? "").replacingOccurrences(of: ".csv", with: "")
                .replacingOccurrences(of: ".json", with: "")
            if path.hasSuffix(".csv") {
                try overlay(name, text, path)
            } else if path.hasSuffix(".json") {
                tables[name] = text
            } else if path.hasSuffix(".sql") {
                views[String(name.dropLast(".sql".count))] = text
            }
        }
        var all = ""
        for (name, rows) in lists.sorted(by: { $0.key < $1.key }) {
            all +=
                name + "\n"
                + rows.map { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1F}") }
                .joined(separator: "\n")
        }
        let texts = (tables.map { $0 } + views.map { $0 }).sorted { $0.key < $1.key }
            .map { $0.key + "\n" + $0.value }.joined()
        definitions = Digest.of(texts.utf8)
        all += texts
        digest = Digest.of(all.utf8)
        indexAreas()
        try checkCodes()
    }

    /// Rows that point to a body must find it.
    private func checkCodes() throws {
        for (list, columns) in [
            ("aliases", ["area_code"]), ("domains", ["area_code"]), ("area_members", ["area_code", "member_code"]),
        ] {
            for row in rows(list) {
                for column in columns where areas[row[column] ?? ""] == nil {
                    throw Fault(
                        .config,
                        "Schemas/registers/\(list).csv: found \(column) “\(row[column] ?? "")”, expected a code of areas.csv",
                        hint: "add the body to Schemas/registers/areas.csv of the workspace, or correct the code")
                }
            }
        }
    }

    private mutating func overlay(_ name: String, _ text: String, _ path: String) throws {
        var parser = CSVParser(Array(text.utf8), delimiter: UInt8(ascii: ","))
        guard let header = parser.next()?.fields.map({ String(decoding: $0, as: UTF8.self) }) else { return }
        let keys = Self.identity[name] ?? ["code"]
        for key in keys where !header.contains(key) {
            throw Fault(
                .config, "\(path): found no column “\(key)”, expected it in the first row",
                hint: "compare with the built-in file of the same name, which `force-returns init` writes")
        }
        var rows = lists[name] ?? []
        var index: [[String]: Int] = [:]
        for (number, row) in rows.enumerated() { index[keys.map { row[$0] ?? "" }] = number }
        var line = 1
        while let record = parser.next() {
            line += 1
            if record.isBlank { continue }
            guard record.fields.count == header.count else {
                throw Fault(
                    .config, "\(path) record \(line): found \(record.fields.count) fields, expected \(header.count)")
            }
            var row: [String: String] = [:]
            for (column, field) in zip(header, record.fields) { row[column] = String(decoding: field, as: UTF8.self) }
            let key = keys.map { row[$0] ?? "" }
            if let number = index[key] {
                rows[number] = row
            } else {
                index[key] = rows.count
                rows.append(row)
            }
        }
        lists[name] = rows
    }

    package func rows(_ name: String) -> [[String: String]] { lists[name] ?? [] }

    package func codes(_ name: String) -> Set<String> { Set(rows(name).compactMap { $0["code"] }) }

    // MARK: registers

    /// A row of the register of areas.
    package func area(_ code: String) -> [String: String]? { areas[code] }

    package func areaName(_ code: String) -> String { areas[code]?["area_name"] ?? code }

    /// Member bodies of a group on a day, groups within groups opened up.
    package func members(of code: String, on day: CivilDate? = nil) -> Set<String> {
        var found: Set<String> = []
        for membership in memberships[code] ?? [] where membership.holds(on: day) {
            let inner = members(of: membership.member, on: day)
            if inner.isEmpty { found.insert(membership.member) } else { found.formUnion(inner) }
        }
        return found
    }

    private struct Membership: Sendable {
        var member: String
        var from: CivilDate?
        var to: CivilDate?

        func holds(on day: CivilDate?) -> Bool {
            guard let day else { return true }
            return from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
        }
    }

    private mutating func indexAreas() {
        areas = Dictionary(rows("areas").map { ($0["area_code"] ?? "", $0) }, uniquingKeysWith: { _, b in b })
        for row in rows("area_members") {
            memberships[row["area_code"] ?? "", default: []].append(
                Membership(
                    member: row["member_code"] ?? "", from: row["valid_from"].flatMap { CivilDate(iso: $0) },
                    to: row["valid_to"].flatMap { CivilDate(iso: $0) }))
        }
    }

    /// The recognisers' view of the registers, with the names that decisions map.
    package func lexicon(_ decisions: Decisions) -> Lexicon {
        var lexicon = Lexicon()
        var names: [String: [String]] = [:]
        for row in rows("aliases") { names[row["area_code"] ?? "", default: []].append(row["alias"] ?? "") }
        var domains: [String: [String]] = [:]
        for row in rows("domains") { domains[row["area_code"] ?? "", default: []].append(row["domain"] ?? "") }
        for row in rows("areas") {
            guard let code = row["area_code"], let kind = Lexicon.AreaKind(rawValue: row["kind"] ?? "") else {
                continue
            }
            lexicon.add(
                Lexicon.Area(code: code, name: row["area_name"] ?? code, kind: kind, regime: row["regime"] ?? ""),
                names: names[code] ?? [],
                domains: domains[code] ?? [])
        }
        for code in Set(rows("area_members").compactMap { $0["area_code"] }) {
            lexicon.members[code] = members(of: code)
        }
        for row in rows("offence_map") {
            guard let spelling = row["spelling"], let offence = row["offence"] else { continue }
            if row["kind"] == "label" {
                lexicon.offenceLabels[LexedText(spelling).words.joined(separator: " ")] = offence
            } else if row["kind"] == "code" {
                lexicon.addOffenceCode(spelling, means: offence)
            } else {
                lexicon.add(Lexicon.Offence(code: offence, phrase: spelling))
            }
        }
        for mapping in decisions.names { lexicon.addName(mapping.name, code: mapping.code) }
        lexicon.digest = Digest.of(
            (digest + decisions.names.map { "\($0.name)=\($0.code)" }.joined(separator: "\n")).utf8)
        return lexicon
    }
}

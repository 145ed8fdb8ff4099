import Campaign
import Collect
import Files
import Normalise
import Publish
import Records

/// How one figure came about: its row in the source, the evidence for each part of its key, its vintages and doubts.
package struct Explanation {
    private let space: Workspace
    private let pipeline: Pipeline
    private let archive: Archive

    package init(_ space: Workspace, _ pipeline: Pipeline) throws {
        self.space = space
        self.pipeline = pipeline
        archive = Archive(workspace: space.root)
    }

    /// Nil where the latest snapshot has no such figure.
    package func text(for key: String, showRecords: Bool) throws -> String? {
        guard let snapshot = SnapshotStore(workspace: space.root, pipeline: pipeline.name).latest else { return nil }
        let vintages = try SnapshotTables(snapshot).rows("vintages")
        let matching = vintages.filter { matches($0, key) }
        let issues = try SnapshotTables(snapshot).rows("issues")
        guard let first = matching.first(where: { $0["standing"] == "current" }) ?? matching.first else {
            return try fates(for: key) ?? unpublished(key, issues, try SnapshotTables(snapshot).rows("coverage"))
        }
        let same = vintages.filter { row in
            ["area_code", "period", "measure"].allSatisfy { row[$0] == first[$0] }
                && pipeline.dimensions.allSatisfy { row[$0] == first[$0] }
        }
        var lines = [
            "\(first["area_name"] ?? ""), \(first["period"] ?? ""), \(first["measure"] ?? "")" + dimensions(first), "",
        ]
        for row in same.sorted(by: {
            ($0["standing"] ?? "", $0["source"] ?? "") < ($1["standing"] ?? "", $1["source"] ?? "")
        }) {
            lines.append(
                "\(row["standing"] ?? ""): \(figure(row)) (\(row["status"] ?? "")), by \(row["method"] ?? ""), as of \(row["as_of"].flatMap { $0.isEmpty ? nil : $0 } ?? "no date")"
            )
            lines += try origin(row, showRecords)
            lines += rulings(on: row)
        }
        lines += try otherScopes(first, SnapshotTables(snapshot))
        let places = Set(same.map { "\($0["source"] ?? "")#\($0["locator"] ?? "")" })
        let named = issues.filter { issue in
            let locator = issue["locator"] ?? ""
            return issue["area_code"] == first["area_code"] && issue["period"] == first["period"]
                && (locator.isEmpty || places.contains("\(issue["source"] ?? "")#\(locator)"))
        }
        if !named.isEmpty { lines += ["issues that name it:"] + named.map(Self.line) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ issue: [String: String]) -> String {
        "  \(issue["severity"] ?? "") \(issue["code"] ?? ""): \(issue["message"] ?? "")"
    }

    /// A key of which no figure is published, though it was asked for or issues name it: what the coverage says, and those issues.
    private func unpublished(_ key: String, _ issues: [[String: String]], _ coverage: [[String: String]]) -> String? {
        let parts = key.split(separator: ",").map(String.init)
        guard parts.count >= 3, namesDimensions(parts) else { return nil }
        func isMeant(_ row: [String: String]) -> Bool {
            row["area_code"] == parts[0] && row["period"] == parts[1] && row["measure"] == parts[2]
        }
        let state = coverage.first(where: isMeant)
        let source = state?["source"] ?? ""
        let named = issues.filter { isMeant($0) || !source.isEmpty && $0["source"] == source && $0["state"] == "open" }
        guard state != nil || !named.isEmpty else { return nil }
        var lines = ["\(parts.prefix(3).joined(separator: ", ")): no figure is published"]
        if let state {
            let told = [state["state"], state["reason"], state["legal_basis"]].compactMap { $0 }.filter { !$0.isEmpty }
            let place = source.isEmpty ? "" : ", by source \(source)"
            lines.append("coverage: \(told.joined(separator: ", "))\(place)")
        }
        if !named.isEmpty { lines += ["issues that name it or its source:"] + named.map(Self.line) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What analysts decided of a figure or its key: which decision, when and why.
    private func rulings(on row: [String: String]) -> [String] {
        space.decisions.rulings.filter { ruling in
            let target = ruling.target
            let isPlace =
                !target.source.isEmpty && (row["source"] ?? "").hasPrefix(target.source.prefix(12))
                && (target.locator.isEmpty || (row["locator"] ?? "").hasPrefix(target.locator))
            let isKey = target.area == row["area_code"] && [row["period"], ""].contains(target.period)
            switch ruling.verdict {
            case .settle, .accept: return isKey && (target.source.isEmpty || isPlace)
            case .correct, .supply, .withdraw: return isPlace && (target.locator.isEmpty ? target.area.isEmpty : true)
            case .explain: return false
            }
        }.map { ruling in
            let day = ruling.entry.when.map { " of \($0.iso)" } ?? ""
            return "  decision \(ruling.entry.place.locator)\(day): \(ruling.entry.why)"
        }
    }

    /// The same year of groups that share bodies: beside it, never a restatement of it.
    private func otherScopes(_ row: [String: String], _ tables: SnapshotTables) throws -> [String] {
        let members = space.schemas.members(of: row["area_code"] ?? "")
        guard !members.isEmpty else { return [] }
        let others = try tables.rows("observations").filter { other in
            (["period", "measure"] + pipeline.dimensions).allSatisfy { other[$0] == row[$0] }
                && other["area_code"] != row["area_code"]
                && !space.schemas.members(of: other["area_code"] ?? "").isDisjoint(with: members)
        }
        guard !others.isEmpty else { return [] }
        return ["the same year in other scopes:"] + others.map { "  \($0["area_name"] ?? ""): \(figure($0))" }
    }

    private func matches(_ row: [String: String], _ key: String) -> Bool {
        if let hash = key.firstIndex(of: "#"), !key.hasPrefix("Decisions/") {
            let place = key[key.index(after: hash)...]
            return (row["source"] ?? "").hasPrefix(String(key[..<hash]).prefix(12))
                && (row["locator"] == String(place)
                    || (row["locator"] ?? "").split(separator: "+").contains {
                        $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().elementsEqual(place)
                    })
        }
        let parts = key.split(separator: ",").map(String.init)
        guard parts.count >= 3, row["area_code"] == parts[0], row["period"] == parts[1], row["measure"] == parts[2]
        else { return false }
        guard namesDimensions(parts) else { return false }
        for dimension in pipeline.dimensions {
            let wanted =
                parts.dropFirst(3).first { $0.hasPrefix("\(dimension)=") }.map {
                    String($0.dropFirst(dimension.count + 1))
                } ?? "all"
            if row[dimension] != wanted { return false }
        }
        return true
    }

    /// A part that names no dimension is no key of this campaign: `age=all`.
    private func namesDimensions(_ parts: [String]) -> Bool {
        parts.dropFirst(3).allSatisfy { part in pipeline.dimensions.contains { part.hasPrefix("\($0)=") } }
    }

    private func dimensions(_ row: [String: String]) -> String {
        pipeline.dimensions.filter { row[$0] != "all" }.map { ", \($0) \(row[$0] ?? "")" }.joined()
    }

    private func figure(_ row: [String: String]) -> String {
        if let value = row["value"], !value.isEmpty { return value }
        if let low = row["value_low"], !low.isEmpty {
            return "\(low) to \(row["value_high"].flatMap { $0.isEmpty ? nil : $0 } ?? "more")"
        }
        return "no figure"
    }

    /// The source's own words and the evidence, read again from the archive.
    private func origin(_ row: [String: String], _ showRecords: Bool) throws -> [String] {
        guard let source = try archive.provenances().map(\.source).first(where: { $0.id.short == row["source"] }) else {
            return ["  source \(row["source"] ?? ""): not in the archive"]
        }
        var lines = [
            "  source \(source.id.short): \(source.paths.joined(separator: ", "))", "  place: \(row["locator"] ?? "")",
        ]
        if let raw = row["raw"], !raw.isEmpty { lines.append("  in its words: “\(raw)”") }
        if let entry = try contribution(of: source).entries.first(where: {
            $0.places.locator == row["locator"] && $0.key.measure == row["measure"]
                && $0.key.age == row["victim_age"] ?? "all" && $0.key.offence == row["offence"] ?? "all"
                && $0.key.period.label == row["period"]
        }) {
            if !entry.labels.isEmpty { lines.append("  headers: \(entry.labels.map(\.text).joined(separator: " | "))") }
            for evidence in entry.evidence {
                lines.append(
                    "  \(evidence.part): \(evidence.kind.rawValue) “\(evidence.text)”\(evidence.place.map { " at \($0.locator)" } ?? "")"
                )
            }
        }
        if showRecords, (row["locator"] ?? "").hasPrefix("records") {
            lines += try records(source, row["locator"] ?? "")
        }
        return lines
    }

    /// What a source gives to the campaign, read again.
    func contribution(of short: String) throws -> Contribution? {
        try archive.provenances().map(\.source).first { $0.id.short == short }.map(contribution)
    }

    private func contribution(of source: Source) throws -> Contribution {
        let reading = SourceReader(lexicon: space.lexicon).read(try archive.bytes(of: source.id), of: source)
        return Normaliser(
            pipeline: pipeline, schemas: space.schemas, decisions: space.decisions, lexicon: space.lexicon
        ).normalise(reading)
    }

    private func records(_ source: Source, _ locator: String) throws -> [String] {
        let numbers = locator.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 2 else { return [] }
        var parser = CSVParser(try archive.bytes(of: source.id), delimiter: 0x2C)
        var lines: [String] = []
        var number = 0
        while let record = parser.next() {
            number += 1
            if number >= numbers[0], number <= numbers[1] {
                lines.append(
                    "    " + record.fields.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " | "))
            }
        }
        return lines
    }
}

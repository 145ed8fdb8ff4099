import Campaign
import Foundation
import Records

/// Makes the tables of a snapshot from what a campaign holds. Columns and keys come from `Schemas/tables`.
package struct TableBuilder {
    let pipeline: Pipeline
    let schemas: Schemas
    private let catalogue: [String: TableSchema]
    private let breaks: Breaks

    package init(pipeline: Pipeline, schemas: Schemas) throws {
        self.pipeline = pipeline
        self.schemas = schemas
        breaks = Breaks(schemas)
        catalogue = try TableSchema.catalogue(schemas, dimensions: pipeline.dimensions)
    }

    private func table(_ name: String) throws -> Table {
        guard let schema = catalogue[name] else {
            throw Fault(.config, "Schemas/tables/\(name).json: found no such file, expected the built-in one")
        }
        return Table(name: name, columns: schema.columns, key: schema.key)
    }

    package func tables(_ holdings: Holdings) throws -> [Table] {
        var tables: [Table] = []
        var observations = try table("observations")
        for entry in holdings.observations { observations.append(row(entry)) }
        var vintages = try table("vintages")
        for entry in holdings.vintages {
            var values = row(entry)
            values["standing"] = entry.standing.rawValue
            values["scope_as_written"] = entry.areaAsWritten
            values["forces_stated"] = entry.forcesStated.map(String.init)
            values["forces_asked_stated"] = entry.forcesAskedStated.map(String.init)
            vintages.append(values)
        }
        tables += [
            observations, vintages, try coverage(holdings), try sources(holdings), try issues(holdings),
            try notes(holdings),
        ]
        tables += [try totals(holdings), try comparisons(holdings), try claims(holdings)]
        tables += try registers(tables)
        for index in tables.indices { tables[index].sort() }
        return tables
    }

    private func key(_ area: String, _ period: Period, _ measure: String) -> [String: String?] {
        [
            "area_code": area, "area_name": schemas.areaName(area), "period": period.label,
            "period_start": period.start.iso, "period_end": period.end.iso,
            "measure": measure,
        ]
    }

    private func row(_ entry: Entry) -> [String: String?] {
        var values = key(entry.key.area, entry.key.period, entry.key.measure)
        values["offence"] = entry.key.offence
        values["victim_age"] = entry.key.age
        values["value"] = entry.figure.value?.description
        values["value_low"] = entry.figure.status.isState ? nil : entry.figure.low?.description
        values["value_high"] = entry.figure.status.isState ? nil : entry.figure.high?.description
        values["status"] = entry.figure.status.rawValue
        let code = entry.figure.status.sdmx.observation
        values["obs_status"] =
            code == "A" && breaks.begins(entry.key.period, body: entry.key.area, offence: entry.key.offence)
            ? "B" : code
        values["conf_status"] = entry.figure.status.sdmx.confidentiality
        values["notes"] = Set(entry.notes).sorted().joined(separator: ";")
        values["raw"] =
            entry.figure.status.isState ? entry.words.isEmpty ? entry.figure.raw : entry.words : entry.figure.raw
        values["method"] = entry.method.rawValue
        values["as_of"] = entry.asOf?.iso
        values["source"] = entry.source.short
        values["locator"] = entry.places.locator
        return values
    }

    private func sum(_ key: Key) -> [String: String?] {
        var values = self.key(key.area, key.period, key.measure)
        values["offence"] = key.offence
        values["victim_age"] = key.age
        return values
    }

    private func totals(_ holdings: Holdings) throws -> Table {
        var table = try table("totals")
        for row in holdings.totals {
            var values = sum(row.key)
            values["value"] = row.value?.description
            values["value_low"] = row.low.description
            values["value_high"] = row.high?.description
            values["days"] = String(row.key.period.days)
            values["per_day"] = row.value?.wholeValue.flatMap { Ratio.of($0, row.key.period.days) }?.description
            values["forces_counted"] = String(row.counted.count)
            values["forces_suppressed"] = String(row.suppressed)
            values["forces_partial"] = String(row.partial)
            values["forces_in_frame"] = String(row.inFrame)
            values["forces"] = row.counted.joined(separator: " ")
            let all = max(row.inFrame, schemas.members(of: row.key.area, on: row.key.period.start).count)
            values["notes"] = [row.counted.count < all ? "incomplete" : nil, row.isDoubted ? Entry.doubted : nil]
                .compactMap { $0 }.joined(separator: ";")
            table.append(values)
        }
        return table
    }

    private func comparisons(_ holdings: Holdings) throws -> Table {
        var table = try table("comparisons")
        for row in holdings.comparisons {
            var values = sum(row.key)
            values["base_period"] = row.base.label
            values["basis"] = row.basis.rawValue
            values["value_low"] = row.value.low.description
            values["value_high"] = row.value.high?.description
            values["base_low"] = row.baseValue.low.description
            values["base_high"] = row.baseValue.high?.description
            values["difference_low"] = row.baseValue.high.map { (row.value.low - $0).description }
            values["difference_high"] = row.value.high.map { ($0 - row.baseValue.low).description }
            if let low = row.baseValue.low.wholeValue, low > 0, let value = row.value.low.wholeValue {
                values["percent_low"] =
                    row.baseValue.high?.wholeValue.flatMap { Ratio.of(value - $0, $0, times: 100) }?.rounded(to: 1)
                    .description
                values["percent_high"] =
                    row.value.high?.wholeValue.flatMap { Ratio.of($0 - low, low, times: 100) }?.rounded(to: 1)
                    .description
            }
            values["forces"] = row.forces.joined(separator: " ")
            values["comparable"] = row.isComparable ? "true" : "false"
            values["notes"] = row.notes.joined(separator: ";")
            table.append(values)
        }
        return table
    }

    private func claims(_ holdings: Holdings) throws -> Table {
        var table = try table("claims")
        var count: [String: Int] = [:]
        for judged in holdings.claims {
            let claim = judged.claim
            let place = "\(judged.source.short)-\(claim.places.locator)-\(claim.kind.rawValue)".map {
                $0 == " " || $0 == ":" ? "-" : String($0)
            }.joined()
            // A cell of a page may hold several claims of one kind.
            count[place, default: 0] += 1
            let number = count[place] ?? 1
            table.append([
                "claim_id": number == 1 ? place : "\(place)-\(number)", "source": judged.source.short,
                "locator": claim.places.locator, "quote": claim.quote,
                "area_code": judged.key?.area, "measure": judged.key?.measure, "offence": judged.key?.offence,
                "victim_age": judged.key?.age, "period": judged.key?.period.label,
                "base_period": judged.key == nil
                    ? nil : [.percentChange, .ratio, .difference].contains(claim.kind) ? claim.base?.label : nil,
                "claim_type": claim.kind.rawValue, "claimed": claim.claimed.description, "unit": claim.unit,
                "hedge": claim.hedge.rawValue, "computed": judged.computed?.description, "basis": judged.basis,
                "verdict": judged.verdict.rawValue,
                "snapshot_computed": judged.snapshotComputed?.description,
                "snapshot_verdict": judged.snapshotVerdict.rawValue,
                "comparable": judged.isComparable ? "true" : "false", "slip": judged.slip, "note": judged.note,
            ])
        }
        return table
    }

    private func coverage(_ holdings: Holdings) throws -> Table {
        var table = try table("coverage")
        for row in holdings.coverage {
            var values = key(row.area, row.period, row.measure)
            values["state"] = row.state.rawValue
            values["reason"] = row.reason
            values["legal_basis"] = row.legalBasis
            values["words"] = row.words
            values["breakdowns_missing"] = row.breakdownsMissing.joined(separator: ";")
            values["asked_on"] = row.askedOn?.iso
            values["due_on"] = row.dueOn?.iso
            values["answered_on"] = row.answeredOn?.iso
            values["notes"] = Set(row.notes + (row.isAsked ? [] : ["outside_frame"])).sorted().joined(separator: ";")
            values["source"] = row.source?.short
            values["locator"] = row.places.locator
            table.append(values)
        }
        return table
    }

    private func sources(_ holdings: Holdings) throws -> Table {
        var table = try table("sources")
        for contribution in holdings.contributions {
            let reading = contribution.reading
            let best = reading.sender.map(\.evidence.kind).min()
            let bodies = Set(reading.sender.filter { $0.evidence.kind == best }.map(\.area))
            table.append([
                "source": reading.source.id.short, "file_names": reading.source.paths.joined(separator: " | "),
                "bytes": String(reading.source.byteCount),
                "media_type": reading.mediaType, "encoding": reading.encoding, "kind": reading.kind.rawValue,
                "area_code": reading.kind == .bodyReturn && bodies.count == 1 ? bodies.first : nil,
                "reference": reading.reference, "as_of": reading.asOf?.iso,
                "extracted_on": reading.extractedOn?.iso, "received": reading.received?.iso,
                "outcome": contribution.outcome.rawValue,
                "numbers_found": String(contribution.account.found),
                "numbers_published": String(contribution.account.published),
                "numbers_explained": String(contribution.account.explained),
                "numbers_unexplained": String(contribution.account.unexplained),
            ])
        }
        return table
    }

    /// An issue of thousands of figures names the first of them.
    private static let shownPlaces = 40

    private func issues(_ holdings: Holdings) throws -> Table {
        var table = try table("issues")
        var seen: Set<String> = []
        for issue in holdings.issues + holdings.contributions.flatMap(\.issues)
        where seen.insert(issue.identifier).inserted {
            table.append([
                "issue_id": issue.identifier, "severity": issue.severity.rawValue, "code": issue.code,
                "source": issue.source?.short, "locator": Array(issue.places.prefix(Self.shownPlaces)).locator,
                "area_code": issue.area, "period": issue.period?.label, "measure": issue.measure,
                "message": issue.message, "state": issue.isDecided ? "decided" : "open",
            ])
        }
        return table
    }

    private func notes(_ holdings: Holdings) throws -> Table {
        var table = try table("notes")
        for contribution in holdings.contributions {
            var seen: Set<String> = []
            for note in contribution.reading.notes where seen.insert(note.text).inserted {
                table.append([
                    "note": "\(contribution.reading.source.id.short)-\(seen.count)", "kind": "source",
                    "text": note.text, "source": contribution.reading.source.id.short,
                    "locator": note.places.locator,
                ])
            }
        }
        for row in schemas.rows("break") { table.append(["note": row["code"], "kind": "break", "text": row["text"]]) }
        for row in schemas.rows("note") {
            table.append(["note": row["code"], "kind": "campaign", "text": row["meaning"]])
        }
        return table
    }

    // MARK: registers and codelists

    private func registers(_ tables: [Table]) throws -> [Table] {
        var areas = try table("areas")
        for row in schemas.rows("areas") { areas.append(row.mapValues { Optional($0) }) }
        var members = try table("area_members")
        for row in schemas.rows("area_members") { members.append(row.mapValues { Optional($0) }) }
        var measures = try table("measures")
        for row in schemas.rows("measure") where pipeline.measures.contains(row["code"] ?? "") {
            var values: [String: String?] = row.mapValues { Optional($0) }
            values["measure"] = row["code"]
            measures.append(values)
        }
        var codes = try table("codes")
        for list in schemas.lists.keys.sorted()
        where !["areas", "aliases", "domains", "area_members", "offence_map", "measure", "note", "reference"].contains(
            list)
        {
            for row in schemas.rows(list) {
                codes.append([
                    "codelist": list, "code": row["code"], "meaning": row["meaning"] ?? row["title"] ?? row["text"],
                ])
            }
        }
        return [areas, members, measures, codes]
    }
}

extension Contribution {
    package var outcome: SourceOutcome {
        if isWithdrawn { return .withdrawn }
        if reading.unreadable != nil { return .unreadable }
        return account.unexplained != 0 || issues.contains { $0.severity == .error && !$0.isDecided }
            ? .needsReview : .read
    }
}

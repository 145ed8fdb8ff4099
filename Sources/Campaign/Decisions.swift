import Records
import Yams

/// What analysts decided: the only thing that overrules a source.
package struct Decisions: Sendable {
    package struct Entry: Sendable {
        package var file: String
        package var id: String
        package var when: CivilDate?
        package var why: String

        package var place: Place { .decision(file: file, id: id) }
    }

    package struct NameMapping: Sendable {
        package var entry: Entry
        package var name: String
        package var code: String
    }

    /// A key or a place that a decision points at; empty parts match all.
    package struct Target: Hashable, Sendable {
        package var source = ""
        package var locator = ""
        package var area = ""
        package var period = ""
        package var measure = ""
        package var offence = ""
        package var age = ""
    }

    package enum Verdict: Sendable {
        /// The figure is another.
        case correct(Quantity)
        /// The source or the statement counts no more.
        case withdraw
        /// Of several statements of a key this source's is current.
        case settle
        /// A check's doubt was looked into: the figure stands.
        case accept(String)
        /// A number that is no figure, for this reason.
        case explain(String)
        /// A body, period, measure, offence or age that a statement lacks.
        case supply
    }

    package struct Ruling: Sendable {
        package var entry: Entry
        package var verdict: Verdict
        package var target: Target
        package var supplies: Target
    }

    package var names: [NameMapping] = []
    package var rulings: [Ruling] = []

    package init() {}

    package init(_ configuration: Configuration, schemas: Schemas) throws {
        for (path, text) in configuration.files(in: "Decisions") {
            guard let node = try YAMLMap.compose(text, file: path) else { continue }
            guard case .sequence(let list) = node else {
                throw Fault(.config, "\(path): found no list, expected entries that begin with “- id:”")
            }
            for item in list {
                try add(
                    try YAMLMap(item, file: path), file: String(path.dropFirst("Decisions/".count)), schemas: schemas)
            }
        }
    }

    private mutating func add(_ map: YAMLMap, file: String, schemas: Schemas) throws {
        var map = map
        let entry = Entry(
            file: file, id: try map.required("id"), when: try map.date("when"), why: try map.required("why"))
        _ = try map.required("who")
        if let known = (names.map(\.entry) + rulings.map(\.entry)).first(where: { $0.id == entry.id }) {
            throw map.fault(known.id, "an id that no other decision has; Decisions/\(known.file) has it too")
        }
        var made = 0
        if var mapping = try map.map("map_name") {
            let code = try mapping.required("to")
            guard schemas.rows("areas").contains(where: { $0["area_code"] == code }) else {
                throw mapping.fault(code, "a code of registers/areas.csv")
            }
            names.append(NameMapping(entry: entry, name: try mapping.required("name"), code: code))
            try mapping.finish()
            made += 1
        }
        for (key, verdict) in [("withdraw", Verdict.withdraw), ("settle", .settle), ("supply", .supply)] {
            guard var target = try map.map(key) else { continue }
            rulings.append(try Self.ruling(entry, verdict, &target, schemas))
            made += 1
        }
        if var target = try map.map("correct") {
            let text = try target.required("value")
            guard let value = Quantity(digits: text), value.isWhole else {
                throw target.fault(text, "a whole figure such as 148")
            }
            rulings.append(try Self.ruling(entry, .correct(value), &target, schemas))
            made += 1
        }
        if var target = try map.map("accept") {
            let code = try target.required("check")
            guard schemas.codes("check").contains(code) else {
                throw target.fault(code, "a code of codelists/check.csv")
            }
            rulings.append(try Self.ruling(entry, .accept(code), &target, schemas))
            made += 1
        }
        if var target = try map.map("explain") {
            let reason = try target.required("reason")
            guard schemas.codes("explanation").contains(reason) else {
                throw target.fault(reason, "a code of codelists/explanation.csv")
            }
            rulings.append(try Self.ruling(entry, .explain(reason), &target, schemas))
            made += 1
        }
        try map.finish()
        try checkLast(map)
        if made != 1 {
            throw map.fault(
                entry.id, "exactly one of map_name, correct, withdraw, settle, accept, explain, supply in a decision")
        }
    }

    /// Two decisions that say different things of one place or key contradict each other.
    private func checkLast(_ map: YAMLMap) throws {
        guard let last = rulings.last else { return }
        for other in rulings.dropLast() where other.target == last.target {
            switch (other.verdict, last.verdict) {
            case (.correct, .correct), (.supply, .supply): break
            default: continue
            }
            throw map.fault(
                last.entry.id,
                "one decision of a place; Decisions/\(other.entry.file)#\(other.entry.id) decides it too")
        }
        guard case .settle = last.verdict else { return }
        for other in rulings.dropLast() {
            guard case .settle = other.verdict else { continue }
            var same = other.target
            same.source = last.target.source
            if same == last.target {
                throw map.fault(
                    last.entry.id,
                    "one decision of a key; Decisions/\(other.entry.file)#\(other.entry.id) settles it too")
            }
        }
    }

    /// What had been decided by a day; decisions without a date always were.
    package func known(on day: CivilDate) -> Decisions {
        var known = self
        known.names = names.filter { $0.entry.when.map { $0 <= day } ?? true }
        known.rulings = rulings.filter { $0.entry.when.map { $0 <= day } ?? true }
        return known
    }

    private static func ruling(_ entry: Entry, _ verdict: Verdict, _ map: inout YAMLMap, _ schemas: Schemas) throws
        -> Ruling
    {
        var ruling = Ruling(entry: entry, verdict: verdict, target: try target(&map), supplies: Target())
        try check(ruling.target, map, schemas)
        if case .supply = verdict, var supplied = try map.map("with") {
            ruling.supplies = try target(&supplied)
            try check(ruling.supplies, supplied, schemas)
            try supplied.finish()
        }
        try map.finish()
        return ruling
    }

    /// What is supplied is published, and what names another code applies to nothing: the codes must be known.
    private static func check(_ target: Target, _ map: YAMLMap, _ schemas: Schemas) throws {
        let areas = Set(schemas.rows("areas").compactMap { $0["area_code"] })
        for (text, known, list) in [
            (target.area, areas, "registers/areas.csv"),
            (target.measure, schemas.codes("measure"), "codelists/measure.csv"),
            (target.offence, schemas.codes("offence").union(["all"]), "codelists/offence.csv"),
        ] where !text.isEmpty && !known.contains(text) {
            throw map.fault(text, "a code of \(list)")
        }
        if !target.period.isEmpty, Period(label: target.period) == nil {
            throw map.fault(target.period, "a period such as 2018/19")
        }
        if !target.age.isEmpty, !isAge(target.age) {
            throw map.fault(target.age, "an age such as 13, 0-10, 16-17, 16+, all or unknown")
        }
    }

    private static func isAge(_ code: String) -> Bool {
        if ["all", "unknown"].contains(code) { return true }
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        let ages = parts.compactMap { Int($0.hasSuffix("+") && parts.count == 1 ? $0.dropLast() : $0) }
        guard ages.count == parts.count, ages.allSatisfy({ (0...120).contains($0) }), let first = ages.first else {
            return false
        }
        return ages.count == 1 || ages.count == 2 && first < ages[1]
    }

    private static func target(_ map: inout YAMLMap) throws -> Target {
        Target(
            source: map.string("source") ?? "", locator: map.string("locator") ?? "",
            area: map.string("area_code") ?? "", period: map.string("period") ?? "",
            measure: map.string("measure") ?? "", offence: map.string("offence") ?? "",
            age: map.string("victim_age") ?? "")
    }
}

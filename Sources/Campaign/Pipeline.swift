import Records

/// One campaign, as its file in `Pipelines/` declares it.
package struct Pipeline: Sendable {
    package struct Asked: Sendable {
        package var members: [String]
        package var periods: [Period]
        package var measures: [String]
        package var on: CivilDate?
        package var due: CivilDate?
    }

    package var name: String
    package var title = ""
    package var summary = ""
    package var licence = ""
    package var contributors: [String] = []
    /// Globs below `Inbox/`; empty accepts every source that names one of the measures.
    package var inbox: [String] = []
    package var measures: [String] = []
    package var dimensions: [String] = []
    package var asked: [Asked] = []
    /// Another scheme's area for a name that a kind of source uses: `press: {E12000006: NSPCC-EOE}`.
    package var schemes: [String: [String: String]] = [:]
    package var threshold = 5
    package var totals: [String] = []
    /// What each check may do, by its code.
    package private(set) var checks: [String: CheckRule] = [:]
    /// How many versions keep their tables when `prune` runs; nil keeps all.
    package var keep: Int?

    package var defaultMeasure: String { measures.first ?? "" }

    package init(name: String, text: String, schemas: Schemas) throws {
        self.name = name
        let file = "Pipelines/\(name).yml"
        guard let node = try YAMLMap.compose(text, file: file) else {
            throw Fault(.config, "\(file): found nothing, expected a campaign")
        }
        var map = try YAMLMap(node, file: file)
        title = map.string("title") ?? name
        summary = map.string("description") ?? ""
        licence = map.string("licence") ?? ""
        contributors = try map.strings("contributors")
        if var accept = try map.map("accept") {
            inbox = try accept.strings("inbox")
            try accept.finish()
        }
        measures = try map.strings("measures")
        guard !measures.isEmpty else {
            throw map.fault("no measures", "at least one code of codelists/measure.csv under “measures”")
        }
        let known = schemas.codes("measure")
        for measure in measures where !known.contains(measure) {
            throw map.fault(measure, "a code of codelists/measure.csv")
        }
        dimensions = try map.strings("dimensions")
        for dimension in dimensions where !["offence", "victim_age"].contains(dimension) {
            throw map.fault(dimension, "offence or victim_age")
        }
        for var round in try map.maps("asked") {
            var asked = Asked(
                members: try round.strings("members"), periods: [], measures: try round.strings("measures"),
                on: try round.date("asked_on"), due: try round.date("due_on"))
            if asked.measures.isEmpty { asked.measures = [measures[0]] }
            for text in try round.strings("periods") { asked.periods += try Self.periods(text, round) }
            let areas = Set(schemas.rows("areas").compactMap { $0["area_code"] })
            for member in asked.members where !areas.contains(member) {
                throw round.fault(member, "a code of registers/areas.csv")
            }
            try round.finish()
            self.asked.append(asked)
        }
        if var schemes = try map.map("schemes") {
            for kind in ["press", "compilation", "return"] { self.schemes[kind] = try schemes.dictionary(kind) }
            try schemes.finish()
        }
        threshold = try map.integer("threshold") ?? 5
        totals = try map.strings("totals")
        checks = try Self.checks(&map, schemas)
        keep = try map.integer("keep")
        if let keep, keep < 1 { throw map.fault("keep: \(keep)", "1 or more") }
        try map.finish()
    }

    /// `2015/16`, or a run such as `2015/16..2018/19`.
    private static func periods(_ text: String, _ map: YAMLMap) throws -> [Period] {
        let ends = text.split(separator: ".", omittingEmptySubsequences: true)
        let periods = ends.compactMap { Period(label: $0) }
        guard periods.count == ends.count, let first = periods.first, let last = periods.last, ends.count <= 2,
            first <= last
        else {
            throw map.fault(text, "a period such as 2015/16, or 2015/16..2018/19")
        }
        if ends.count == 1 { return [first] }
        guard first.isFinancialYear, last.isFinancialYear else {
            throw map.fault(text, "financial years on both sides of “..”")
        }
        return (first.start.year...last.start.year).compactMap { Period(financialYear: $0) }
    }

    /// Whether an inbox path is for this campaign.
    package func accepts(_ paths: [String]) -> Bool {
        inbox.isEmpty || paths.contains { path in inbox.contains { Glob.matches(path, $0) } }
    }
}

/// Shell globs over `/`: `*` within a name, `**` across folders, `?` one character.
enum Glob {
    static func matches(_ path: String, _ pattern: String) -> Bool { matches(Array(path), Array(pattern)) }

    private static func matches(_ path: [Character], _ pattern: [Character]) -> Bool {
        // Positions in the path that the pattern so far can have reached.
        var reached: Set<Int> = [0]
        var index = 0
        while index < pattern.count {
            let isDeep = pattern[index] == "*" && index + 1 < pattern.count && pattern[index + 1] == "*"
            var next: Set<Int> = []
            for position in reached {
                if pattern[index] == "*" {
                    var at = position
                    next.insert(at)
                    while at < path.count, isDeep || path[at] != "/" {
                        at += 1
                        next.insert(at)
                    }
                } else if position < path.count,
                    pattern[index] == path[position] || pattern[index] == "?" && path[position] != "/"
                {
                    next.insert(position + 1)
                }
            }
            reached = next
            index += isDeep ? (index + 2 < pattern.count && pattern[index + 2] == "/" ? 3 : 2) : 1
        }
        return reached.contains(path.count)
    }
}

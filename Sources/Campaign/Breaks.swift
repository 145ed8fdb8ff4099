import Records

/// Breaks in the series, as the codelist `break` has them.
package struct Breaks: Sendable {
    private struct Break: Sendable {
        var code: String
        var year: Int
        /// The first financial year that no longer measures how the change was taken up.
        var settled: Int?
        var areas: Set<String>
        var offences: Set<String>
    }

    private let breaks: [Break]

    package init(_ schemas: Schemas) {
        breaks = schemas.rows("break").compactMap { row in
            guard let code = row["code"], let date = row["date"].flatMap({ CivilDate(iso: $0) }) else { return nil }
            func list(_ name: String) -> Set<String> { Set((row[name] ?? "").split(separator: ";").map(String.init)) }
            return Break(
                code: code, year: date.financialYear,
                settled: row["settled"].flatMap { CivilDate(iso: $0) }?.financialYear, areas: list("areas"),
                offences: list("offences"))
        }
    }

    /// Codes of the breaks after the first period and not after the second, for these bodies and this offence.
    package func between(_ base: Period, _ period: Period, bodies: [String], offence: String) -> [String] {
        breaks.filter { found in
            found.year > base.start.financialYear && found.year <= period.start.financialYear
                && (found.areas.isEmpty || !found.areas.isDisjoint(with: bodies))
                && (found.offences.isEmpty || found.offences.contains(offence))
        }.map(\.code)
    }

    /// The earlier period is one of the first after a change, which measure how it was taken up.
    package func measuresUptake(_ base: Period) -> Bool {
        breaks.contains { found in
            found.settled.map { found.year <= base.start.financialYear && base.start.financialYear < $0 } ?? false
        }
    }

    /// This is the first year after a break.
    package func begins(_ period: Period, body: String, offence: String) -> Bool {
        guard period.isFinancialYear, let before = Period(financialYear: period.start.year - 1) else { return false }
        return !between(before, period, bodies: [body], offence: offence).isEmpty
    }
}

import Foundation
import Records

/// A table whose figures stand one row off their names: against a reference (population, officers) they fit the neighbours
/// better than the names they stand beside.
struct ShiftedNames: Check {
    /// The reference by body; empty where the schemas have none.
    let reference: [String: Double]
    /// The spread of the ratios must shrink to this share of what it is.
    let limit: Double

    func findings(_ figures: Figures) -> [Finding] {
        let tables = Dictionary(grouping: figures.current.filter { $0.key.isWhole && $0.figure.value != nil }) {
            "\($0.source.digest) \($0.key.period.label) \($0.key.measure)"
        }
        return tables.sorted { $0.key < $1.key }.compactMap { finding(in: $0.value) }
    }

    private func finding(in table: [Entry]) -> Finding? {
        let rows = table.filter { reference[$0.key.area] ?? 0 > 0 && ($0.figure.value ?? .zero) > .zero }
            .sorted { Self.row($0) < Self.row($1) }
        guard rows.count >= 10, let first = rows.first else { return nil }
        let values = rows.map { Double($0.figure.value?.tenThousandths ?? 0) }
        let sizes = rows.map { reference[$0.key.area] ?? 1 }
        let straight = Self.spread(values, sizes)
        let shifted = min(
            Self.spread(Array(values.dropFirst()), Array(sizes.dropLast())),
            Self.spread(Array(values.dropLast()), Array(sizes.dropFirst())))
        guard shifted < straight * limit else { return nil }
        return Finding(
            code: "shifted-names", entry: first,
            words:
                "found \(rows.count) figures that fit the reference one row further, expected them beside their own names",
            hint: "compare the first and the last rows of the table with the source; withdraw it in Decisions/")
    }

    private static func row(_ entry: Entry) -> [Int] {
        entry.places.locator.split { !$0.isNumber }.compactMap { Int($0) }
    }

    /// Standard deviation of the logarithms of the ratios.
    private static func spread(_ values: [Double], _ sizes: [Double]) -> Double {
        let logs = zip(values, sizes).map { log($0 / $1) }
        let mean = logs.reduce(0, +) / Double(max(logs.count, 1))
        return (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(logs.count, 1))).squareRoot()
    }
}

private func < (a: [Int], b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }

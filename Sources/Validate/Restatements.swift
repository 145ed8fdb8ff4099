import Foundation
import Records

/// A body that says another figure than before, by more than counts are usually mended.
struct Restatements: Check {
    let limit: Double

    func findings(_ figures: Figures) -> [Finding] {
        figures.all.filter { $0.standing == .superseded && $0.key.isWhole }.compactMap { old in
            guard let current = figures.byKey[old.key], let was = old.figure.value, let now = current.figure.value,
                abs(now.tenThousandths - was.tenThousandths) > 40_000,
                Double(abs(now.tenThousandths - was.tenThousandths)) > limit * Double(max(was.tenThousandths, 1))
            else { return nil }
            return Finding(
                code: "restated-beyond", entry: current,
                words: "found \(now) where the body had said \(was), expected a smaller correction",
                hint: "ask the body what changed; if it stands, say so in Decisions/ with accept")
        }
    }
}

/// Statements of several forces together: how many forces they count.
struct ForcesStated: Check {
    /// Areas that are one body.
    let bodies: Set<String>

    func findings(_ figures: Figures) -> [Finding] {
        let groups = Dictionary(
            grouping: figures.all.filter {
                !bodies.contains($0.key.area) && $0.figure.value != nil && $0.standing != .withdrawn
            }, by: \.key)
        return groups.sorted { $0.key < $1.key }.flatMap { _, statements in
            differing(statements)
                + statements.filter { $0.forcesStated == nil && $0.standing == .current }.map { entry in
                    Finding(
                        code: "forces-not-stated", entry: entry,
                        words: "found a figure of several forces, expected how many it counts",
                        hint: "quote it with care; ask its author")
                }
        }
    }

    private func differing(_ statements: [Entry]) -> [Finding] {
        let sorted = statements.filter { $0.forcesStated != nil }.sorted {
            ($0.source, $0.places.locator) < ($1.source, $1.places.locator)
        }
        guard let first = sorted.first,
            let other = sorted.first(where: {
                $0.figure.value == first.figure.value && $0.forcesStated != first.forcesStated
            })
        else { return [] }
        return [
            Finding(
                code: "forces-differ", entry: other,
                words:
                    "found \(other.figure.value ?? .zero) told of \(other.forcesStated ?? 0) forces here and of \(first.forcesStated ?? 0) in \(first.source.short), expected one number",
                hint: "ask which it is; correct the other in Decisions/")
        ]
    }
}

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

/// Hidden parts that the source's own total and its other parts narrow further than the hiding does.
struct RecoverableParts: Check {
    func findings(_ figures: Figures) -> [Finding] {
        figures.current.filter { $0.key.isWhole && $0.figure.status == .exact }.flatMap { whole in
            [\Key.age, \Key.offence].flatMap { narrowed(parts(of: whole, by: $0, figures), whole) }
        }
    }

    private func parts(of whole: Entry, by dimension: WritableKeyPath<Key, String>, _ figures: Figures) -> [Entry] {
        figures.current.filter { entry in
            guard entry.source == whole.source, entry.key != whole.key, entry.key[keyPath: dimension] != "all" else {
                return false
            }
            var key = entry.key
            key[keyPath: dimension] = "all"
            return key == whole.key
        }
    }

    private func narrowed(_ parts: [Entry], _ whole: Entry) -> [Finding] {
        guard let total = whole.figure.value else { return [] }
        let hidden = parts.filter(\.figure.status.isHidden)
        let visible = parts.compactMap(\.figure.value).reduce(Quantity.zero, +)
        let (low, high) = (
            hidden.compactMap(\.figure.low).reduce(.zero, +), hidden.map { $0.figure.high ?? total }.reduce(.zero, +)
        )
        let rest = total - visible
        // The parts must be able to make up the whole; else they are no partition of it.
        guard !hidden.isEmpty, rest >= low, rest <= high else { return [] }
        return hidden.compactMap { part in
            guard let least = part.figure.low else { return nil }
            let most = part.figure.high ?? total
            let reachedLow = rest - (high - most)
            let reachedHigh = rest - (low - least)
            guard reachedLow > least || reachedHigh < most else { return nil }
            return Finding(
                code: "recoverable-at-source", entry: part,
                words: "found a hidden figure that the source's own total narrows, expected it to stay hidden",
                hint: "it is published as it stands; tell the body, so that it can hide a second cell")
        }
    }
}

import Records

/// Hidden cells that the source's own totals and other cells narrow to one value or few, along rows and columns.
struct RecoverableParts: Check {
    /// A printed whole and the parts that make it up along one dimension.
    private struct Line {
        var whole: Quantity
        var visible: Quantity
        var hidden: [Int]
    }

    private typealias Bounds = (low: Quantity, high: Quantity?)

    func findings(_ figures: Figures) -> [Finding] {
        let current = figures.current
        let lines = lines(current)
        let stated = Dictionary(
            Set(lines.flatMap(\.hidden)).map { ($0, Bounds(current[$0].figure.low ?? .zero, current[$0].figure.high)) },
            uniquingKeysWith: { a, _ in a })
        var known = stated
        // What one line tells helps the next; grids settle in a few rounds.
        for _ in 0..<8 {
            let before = known.mapValues { "\($0)" }
            for line in lines { narrow(line, &known) }
            if known.mapValues({ "\($0)" }) == before { break }
        }
        return known.keys.sorted { current[$0].key < current[$1].key }.compactMap { index in
            guard let own = stated[index], let now = known[index], let high = now.high,
                own.low != own.high,
                own.high.map({ Self.isHalved((own.low, $0), (now.low, high)) }) ?? (now.low == high)
            else { return nil }
            return Finding(
                code: "recoverable-at-source", entry: current[index],
                words: "found a hidden figure that the source's own totals give away, expected it to stay hidden",
                hint: "it is published as it stands; tell the body, so that it can hide a second cell")
        }
    }

    /// Fewer than half of the values that the hiding leaves open remain; an open bound is given away only by one value.
    private static func isHalved(_ stated: (low: Quantity, high: Quantity), _ known: (low: Quantity, high: Quantity))
        -> Bool
    {
        let one = Quantity(1)
        let (left, right) = (known.high - known.low + one, stated.high - stated.low + one)
        return left + left < right
    }

    /// Printed parts grouped under their printed whole; parts that cannot make up the whole are no partition of it.
    private func lines(_ current: [Entry]) -> [Line] {
        var lines: [Line] = []
        for dimension in [\Key.age, \Key.offence] {
            var parts: [[String]: [Int]] = [:]
            var wholes: [[String]: Int] = [:]
            for (index, entry) in current.enumerated() where entry.method != .recordCount && entry.method != .sum {
                var key = entry.key
                key[keyPath: dimension] = "all"
                let name = [entry.source.digest, key.text]
                if key == entry.key { wholes[name] = index } else { parts[name, default: []].append(index) }
            }
            for (name, members) in parts {
                guard let whole = wholes[name].flatMap({ current[$0].figure.value }) else { continue }
                let hidden = members.filter { current[$0].figure.status.isHidden }
                let visible = members.compactMap { current[$0].figure.value }.reduce(Quantity.zero, +)
                let low = hidden.compactMap { current[$0].figure.low }.reduce(Quantity.zero, +)
                let high = hidden.map { current[$0].figure.high ?? whole }.reduce(Quantity.zero, +)
                guard !hidden.isEmpty, whole - visible >= low, whole - visible <= high else { continue }
                lines.append(Line(whole: whole, visible: visible, hidden: hidden))
            }
        }
        return lines
    }

    private func narrow(_ line: Line, _ known: inout [Int: Bounds]) {
        let rest = line.whole - line.visible
        for index in line.hidden {
            guard let own = known[index] else { continue }
            let others = line.hidden.filter { $0 != index }.compactMap { known[$0] }
            let least = others.map(\.low).reduce(Quantity.zero, +)
            let most = others.map { $0.high ?? line.whole }.reduce(Quantity.zero, +)
            known[index] = (max(own.low, rest - most), min(own.high ?? line.whole, rest - least))
        }
    }
}

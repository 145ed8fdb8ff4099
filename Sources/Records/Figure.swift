/// What a source says instead of, or about, a number.
///
/// The cases stand in the contract's order of precedence: of several that hold, the first names the status.
package enum Status: String, CaseIterable, Comparable, Codable, Sendable {
    case refused
    case notHeld = "not_held"
    case notAvailable = "not_available"
    case notApplicable = "not_applicable"
    case suppressed, bounded, partial, estimated, rounded, provisional, exact

    /// No figure at all: a refusal, or a statement that there is none.
    package var isState: Bool { self <= .notApplicable }

    /// Hidden behind a bound: no value, but an interval.
    package var isHidden: Bool { self == .suppressed || self == .bounded }

    /// The SDMX observation and confidentiality codes.
    package var sdmx: (observation: String, confidentiality: String) {
        switch self {
        case .exact, .rounded: ("A", "F")
        case .provisional: ("P", "F")
        case .estimated: ("E", "F")
        case .partial: ("D", "F")
        case .suppressed: ("Q", "C")
        case .bounded: ("A", "F")
        case .refused, .notAvailable: ("O", "F")
        case .notHeld: ("L", "F")
        case .notApplicable: ("M", "F")
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }
}

/// An interval with a status; an exact figure is the narrow case.
package struct Figure: Hashable, Codable, Sendable {
    package var value: Quantity?
    package var low: Quantity?
    package var high: Quantity?
    package var status: Status
    /// The source's own characters.
    package var raw: String

    package init(value: Quantity? = nil, low: Quantity? = nil, high: Quantity? = nil, status: Status, raw: String) {
        self.value = value
        self.low = low
        self.high = high
        self.status = status
        self.raw = raw
    }

    package static func exact(_ value: Quantity, raw: String) -> Figure {
        Figure(value: value, low: value, high: value, status: .exact, raw: raw)
    }

    /// Hidden by the source: what its own words allow, inclusive.
    package static func suppressed(_ low: Int?, _ high: Int?, raw: String) -> Figure {
        Figure(low: low.map { Quantity($0) }, high: high.map { Quantity($0) }, status: .suppressed, raw: raw)
    }

    package static func state(_ status: Status, raw: String) -> Figure { Figure(status: status, raw: raw) }

    /// Rounded to multiples of a base, within the interval that gives it; itself where it is none or not exact.
    package func rounded(to base: Int) -> Figure {
        guard status == .exact, base > 0, let whole = value?.wholeValue, whole % base == 0 else { return self }
        return Figure(
            value: value, low: Quantity(max(0, whole - base / 2)), high: Quantity(whole + (base - 1) / 2),
            status: .rounded, raw: raw)
    }
}

/// How a figure was taken from its source.
package enum Method: String, Codable, Sendable {
    case table, list, sentence
    case recordCount = "record_count"
    case sum, decision
}

extension Figure {
    /// The interval sum of figures; exact where all are. A sum with a hidden part is hidden.
    package static func sum(_ figures: [Figure], status: Status) -> Figure {
        let low = figures.compactMap { $0.low ?? $0.value }.reduce(Quantity.zero, +)
        let highs = figures.map(\.high)
        let high = highs.contains(nil) ? nil : highs.compactMap { $0 }.reduce(Quantity.zero, +)
        let raw = figures.shown(by: \.raw).map(\.raw).joined(separator: " + ")
        let worst = figures.map(\.status).min() ?? .exact
        guard figures.allSatisfy({ $0.value != nil }) else {
            return Figure(low: low, high: high, status: worst == .bounded ? .bounded : .suppressed, raw: raw)
        }
        return Figure(
            value: figures.compactMap(\.value).reduce(Quantity.zero, +), low: low, high: high,
            status: min(status, worst), raw: raw)
    }
}

extension Array {
    /// The parts of a sum that have characters of their own in the source (a blank that is zero has none); all where none has.
    package func shown(by raw: (Element) -> String) -> [Element] {
        let shown = filter { !raw($0).isEmpty }
        return shown.isEmpty ? self : shown
    }
}

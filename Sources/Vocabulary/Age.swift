import Records

/// An inclusive band of ages in whole years, as the contract writes it.
package struct Age: Hashable, Comparable, Sendable {
    package let low: Int
    /// Nil for an open band (`65+`).
    package let high: Int?
    package let isUnknown: Bool

    package static let all = Age(low: 0, high: 17)
    package static let unknown = Age(low: 0, high: nil, isUnknown: true)

    package init(low: Int, high: Int?, isUnknown: Bool = false) {
        self.low = low
        self.high = high
        self.isUnknown = isUnknown
    }

    /// `all` (also for under 18), `13`, `0-10`, `65+`, `unknown`.
    package var code: String {
        if isUnknown { return "unknown" }
        if low == 0 && high == 17 { return "all" }
        guard let high else { return "\(low)+" }
        return high == low ? String(low) : "\(low)-\(high)"
    }

    package static func < (a: Age, b: Age) -> Bool {
        (a.isUnknown ? 1 : 0, a.low, a.high ?? Int.max) < (b.isUnknown ? 1 : 0, b.low, b.high ?? Int.max)
    }
}

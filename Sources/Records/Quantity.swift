/// A number exact to four decimal places: counts, rates and shares, never a binary fraction.
package struct Quantity: Hashable, Comparable, Codable, Sendable {
    /// The number times ten thousand.
    package let tenThousandths: Int

    package static let zero = Quantity(0)

    /// Counts beyond a trillion are clamped: nothing recorded is so many.
    package init(_ whole: Int) {
        tenThousandths = min(max(whole, -1_000_000_000_000), 1_000_000_000_000) * 10_000
    }

    package init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

    /// Reads digits with an optional fraction (`1204`, `6092.46`), rounding half up at the fourth place.
    ///
    /// Thousands separators must be gone; nil for anything else or beyond twelve digits before the point.
    package init?(digits text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, !parts[0].isEmpty, parts[0].utf8.count <= 12, let whole = Int(parts[0]), whole >= 0,
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        var fraction = 0
        if parts.count == 2 {
            let digits = Array(parts[1].utf8)
            guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            for place in 0..<4 {
                fraction = fraction * 10 + (place < digits.count ? Int(digits[place]) - 0x30 : 0)
            }
            if digits.count > 4, digits[4] >= 0x35 { fraction += 1 }
        }
        tenThousandths = whole * 10_000 + fraction
    }

    /// Reads what `description` writes, with its sign.
    package init?(canonical text: String) {
        guard text.hasPrefix("-") else {
            self.init(digits: text)
            return
        }
        guard let positive = Quantity(digits: text.dropFirst()) else { return nil }
        self.init(tenThousandths: -positive.tenThousandths)
    }

    package var isWhole: Bool { tenThousandths % 10_000 == 0 }

    package var wholeValue: Int? { isWhole ? tenThousandths / 10_000 : nil }

    package static func < (a: Quantity, b: Quantity) -> Bool { a.tenThousandths < b.tenThousandths }

    package static func + (a: Quantity, b: Quantity) -> Quantity {
        Quantity(tenThousandths: clamped(a.tenThousandths.addingReportingOverflow(b.tenThousandths)))
    }

    package static func - (a: Quantity, b: Quantity) -> Quantity {
        Quantity(tenThousandths: clamped(a.tenThousandths.subtractingReportingOverflow(b.tenThousandths)))
    }

    private static func clamped(_ result: (partialValue: Int, overflow: Bool)) -> Int {
        result.overflow ? (result.partialValue < 0 ? Int.max : Int.min) : result.partialValue
    }
}

extension Quantity: CustomStringConvertible {
    /// Without trailing zeros: `43`, `6092.46`, `-1.5`.
    package var description: String {
        let magnitude = tenThousandths.magnitude
        let sign = tenThousandths < 0 ? "-" : ""
        var fraction = padded(Int(magnitude % 10_000), 4)
        while fraction.last == "0" { fraction.removeLast() }
        return sign + String(magnitude / 10_000) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

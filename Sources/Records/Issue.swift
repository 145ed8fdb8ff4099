/// Something wrong or doubtful in the data: collected, while the run goes on.
package struct Issue: Hashable, Codable, Sendable {
    package enum Severity: String, Comparable, Codable, Sendable {
        case info, warning, error

        private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
        package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    }

    package var code: String
    package var severity: Severity
    package var source: SourceID?
    package var places: [Place]
    package var area: String
    package var period: Period?
    package var measure: String
    /// `place: found "…", expected …`, then `hint:` with the next step.
    package var message: String
    package var isDecided = false

    package init(
        _ code: String, _ severity: Severity, source: SourceID? = nil, places: [Place] = [], area: String = "",
        period: Period? = nil, measure: String = "", message: String
    ) {
        self.code = code
        self.severity = severity
        self.source = source
        self.places = places
        self.area = area
        self.period = period
        self.measure = measure
        self.message = message
    }
}

/// An error stops the run; its exit code is the contract's.
package struct Fault: Error, CustomStringConvertible {
    package enum Exit: Int32, Sendable {
        case usage = 64
        case gate = 65
        case noInput = 66
        case software = 70
        case cannotWrite = 73
        case busy = 75
        case config = 78
    }

    package let exit: Exit
    package let description: String

    /// `place: found "…", expected …`, then the hint on a line of its own.
    package init(_ exit: Exit, _ message: String, hint: String? = nil) {
        self.exit = exit
        description = hint.map { "\(message)\nhint: \($0)" } ?? message
    }
}

extension Issue {
    /// The same for the same issue in every snapshot: FNV-1a over what it names, not over its wording.
    package var identifier: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let text = [
            code, source?.digest ?? "", places.locator, area, period?.label ?? "", measure,
            places.isEmpty ? message : "",
        ].joined(separator: "\u{1F}")
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return "\(code)-\(String(repeating: "0", count: 16 - digits.count) + digits)"
    }
}

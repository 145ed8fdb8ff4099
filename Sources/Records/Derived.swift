/// Our sum over the member bodies of an area.
package struct TotalRow: Sendable {
    package var key: Key
    package var value: Quantity?
    package var low: Quantity
    package var high: Quantity?
    package var counted: [String]
    package var suppressed: Int
    package var partial: Int
    package var inFrame: Int
    /// A figure that it counts is doubted.
    package var isDoubted: Bool

    package init(
        key: Key, value: Quantity?, low: Quantity, high: Quantity?, counted: [String], suppressed: Int, partial: Int,
        inFrame: Int, isDoubted: Bool
    ) {
        self.key = key
        self.value = value
        self.low = low
        self.high = high
        self.counted = counted
        self.suppressed = suppressed
        self.partial = partial
        self.inFrame = inFrame
        self.isDoubted = isDoubted
    }
}

/// A change between two periods, as intervals.
package struct ComparisonRow: Sendable {
    package enum Basis: String, Sendable {
        case likeForLike = "like_for_like"
        case allResponders = "all_responders"
    }

    package var key: Key
    package var base: Period
    package var basis: Basis
    package var value: (low: Quantity, high: Quantity?)
    package var baseValue: (low: Quantity, high: Quantity?)
    package var forces: [String]
    package var isComparable: Bool
    package var notes: [String]

    package init(
        key: Key, base: Period, basis: Basis, value: (low: Quantity, high: Quantity?),
        baseValue: (low: Quantity, high: Quantity?),
        forces: [String], isComparable: Bool, notes: [String]
    ) {
        self.key = key
        self.base = base
        self.basis = basis
        self.value = value
        self.baseValue = baseValue
        self.forces = forces
        self.isComparable = isComparable
        self.notes = notes
    }
}

/// What a text says of figures: a change, a rate, a rank. Never an observation.
package struct Claim: Codable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case level, difference
        case percentChange = "percent_change"
        case ratio, rate, share, rank
    }

    package enum Hedge: String, Codable, Sendable {
        case none = ""
        case nearly
        case moreThan = "more than"
        case about
    }

    package var kind: Kind
    /// As claimed: 44 for 44 per cent, 2 for doubled, 22 for 22 a day.
    package var claimed: Quantity
    package var claimedText: String
    package var hedge: Hedge
    package var unit: String
    package var quote: String
    package var places: [Place]
    package var areas: [String]
    package var cues: Cues
    package var offence: String?
    package var age: String?
    package var period: Period?
    package var base: Period?
    /// The region within which a rank is claimed.
    package var scope: String?

    /// Units of ranks: from the top of the bodies, from their bottom, among the years held, the age with most.
    package static let highestUnit = "rank_from_highest"
    package static let lowestUnit = "rank_from_lowest"
    package static let periodUnit = "rank_among_periods"
    package static let ageUnit = "most_common_age"

    package init(
        kind: Kind, claimed: Quantity, claimedText: String, hedge: Hedge, unit: String, quote: String, places: [Place]
    ) {
        self.kind = kind
        self.claimed = claimed
        self.claimedText = claimedText
        self.hedge = hedge
        self.unit = unit
        self.quote = quote
        self.places = places
        areas = []
        cues = Cues()
    }
}

/// A claim bound to a campaign's key, with what its figures give.
package struct JudgedClaim: Sendable {
    package enum Verdict: String, Sendable { case supported, imprecise, contradicted, unverifiable }

    package var claim: Claim
    package var source: SourceID
    package var key: Key?
    package var computed: Quantity?
    package var basis = ""
    package var verdict = Verdict.unverifiable
    package var snapshotComputed: Quantity?
    package var snapshotVerdict = Verdict.unverifiable
    package var isComparable = false
    package var slip = ""
    package var note = ""

    package init(claim: Claim, source: SourceID) {
        self.claim = claim
        self.source = source
    }
}

/// Exact quotients, rounded half away from zero.
package enum Ratio {
    /// `a / b` in ten-thousandths; nil where b is zero or the numbers are out of range.
    package static func of(_ a: Int, _ b: Int, times factor: Int = 1) -> Quantity? {
        guard b != 0 else { return nil }
        let (scaled, overflow) = a.multipliedReportingOverflow(by: factor)
        let (numerator, second) = scaled.multipliedReportingOverflow(by: 10_000)
        guard !overflow, !second else { return nil }
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: b)
        let up = abs(remainder) * 2 >= abs(b)
        return Quantity(tenThousandths: up ? quotient + ((numerator < 0) == (b < 0) ? 1 : -1) : quotient)
    }
}

extension Quantity {
    /// Rounded half away from zero to so many decimal places, 0 to 4.
    package func rounded(to places: Int) -> Quantity {
        let unit = [10_000, 1000, 100, 10, 1][min(max(places, 0), 4)]
        let (quotient, remainder) = tenThousandths.quotientAndRemainder(dividingBy: unit)
        let up = abs(remainder) * 2 >= unit && remainder != 0
        return Quantity(tenThousandths: (quotient + (up ? (tenThousandths < 0 ? -1 : 1) : 0)) * unit)
    }

    /// Cut off after so many decimal places.
    package func truncated(to places: Int) -> Quantity {
        let unit = [10_000, 1000, 100, 10, 1][min(max(places, 0), 4)]
        return Quantity(tenThousandths: tenThousandths / unit * unit)
    }
}

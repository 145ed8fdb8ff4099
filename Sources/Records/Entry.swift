/// The canonical key of a figure.
package struct Key: Hashable, Comparable, Sendable {
    package var area: String
    package var period: Period
    package var measure: String
    package var offence: String
    package var age: String

    package init(area: String, period: Period, measure: String, offence: String = "all", age: String = "all") {
        self.area = area
        self.period = period
        self.measure = measure
        self.offence = offence
        self.age = age
    }

    /// Nothing but the body as a whole.
    package var isWhole: Bool { offence == "all" && age == "all" }

    package static func < (a: Key, b: Key) -> Bool {
        if a.area != b.area { return a.area < b.area }
        if a.period != b.period { return a.period.label < b.period.label }
        return (a.measure, a.offence, a.age) < (b.measure, b.offence, b.age)
    }

    /// As `explain` takes it.
    package var text: String {
        [
            area, period.label, measure, offence == "all" ? nil : "offence=\(offence)",
            age == "all" ? nil : "victim_age=\(age)",
        ].compactMap { $0 }.joined(separator: ",")
    }
}

/// One statement of a source under its canonical key.
package struct Entry: Sendable {
    package enum Standing: String, Sendable {
        case current, confirmed, superseded
        case outdatedQuote = "outdated_quote"
        case disputed, held, withdrawn
    }

    package var key: Key
    package var partOf: Period?
    package var figure: Figure
    package var method: Method
    package var source: SourceID
    package var places: [Place]
    package var kind: SourceKind
    /// The source speaks for this body itself.
    package var isOwn = false
    /// Only the file's name says so.
    package var isWeaklyOwn = false
    package var asOf: CivilDate?
    package var received: CivilDate?
    package var areaAsWritten = ""
    package var words = ""
    package var reason = ""
    package var legalBasis = ""
    package var notes: [String] = []
    package var forcesStated: Int?
    package var forcesAskedStated: Int?
    package var evidence: [Evidence] = []
    package var labels: [Label] = []
    package var standing = Standing.current

    package init(key: Key, figure: Figure, method: Method, source: SourceID, places: [Place], kind: SourceKind) {
        self.key = key
        self.figure = figure
        self.method = method
        self.source = source
        self.places = places
        self.kind = kind
    }

    /// The note of a figure that a check or words in its source put in doubt.
    package static let doubted = "doubted"
    package var isDoubted: Bool { notes.contains(Self.doubted) }
    package mutating func doubt() { if !isDoubted { notes.append(Self.doubted) } }

    /// The day from which it was known, for views as of a day; nil is always known.
    package var known: CivilDate? { received ?? asOf }
}

/// What a body said instead of figures, for coverage alone.
package struct Silence: Sendable {
    package enum State: String, Comparable, Sendable {
        case supplied, partial, suppressed, refused
        case notHeld = "not_held"
        case notAvailable = "not_available"
        case noResponse = "no_response"
        case outOfScope = "out_of_scope"

        private var rank: Int {
            switch self {
            case .supplied: 0
            case .partial: 1
            case .suppressed: 2
            case .refused, .notHeld, .notAvailable: 3
            case .noResponse: 4
            case .outOfScope: 5
            }
        }
        package static func < (a: State, b: State) -> Bool { a.rank < b.rank }
    }

    package var area: String
    /// Nil speaks of all that was asked.
    package var period: Period?
    package var measure: String
    package var state: State
    package var reason: String
    package var legalBasis: String
    package var words: String
    package var source: SourceID
    package var places: [Place]
    package var isOwn: Bool
    package var asOf: CivilDate?

    package init(
        area: String, period: Period?, measure: String, state: State, reason: String, legalBasis: String, words: String,
        source: SourceID, places: [Place], isOwn: Bool, asOf: CivilDate?
    ) {
        self.area = area
        self.period = period
        self.measure = measure
        self.state = state
        self.reason = reason
        self.legalBasis = legalBasis
        self.words = words
        self.source = source
        self.places = places
        self.isOwn = isOwn
        self.asOf = asOf
    }
}

/// A reading bound to one campaign.
package struct Contribution: Sendable {
    package var reading: Reading
    package var entries: [Entry] = []
    package var silences: [Silence] = []
    /// Claims with the key they are about, where all of it is known.
    package var claims: [(claim: Claim, key: Key?)] = []
    package var issues: [Issue] = []
    package var account: Account
    package var isAccepted = true
    package var isWithdrawn = false
    /// Decisions that applied to it, by file and id.
    package var decisionsUsed: Set<String> = []

    package init(reading: Reading) {
        self.reading = reading
        account = reading.account
    }
}

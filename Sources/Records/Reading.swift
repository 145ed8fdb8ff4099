/// What the program understands of one source, with no campaign in mind.
package struct Reading: Codable, Sendable {
    package var source: Source
    package var mediaType = ""
    package var encoding = ""
    package var kind: SourceKind = .bodyReturn
    /// Nil when the file was read; otherwise why it was not.
    package var unreadable: String?
    package var sender: [Sender] = []
    /// What the document as a whole speaks of.
    package var cues = Cues()
    package var reference = ""
    package var asOf: CivilDate?
    package var extractedOn: CivilDate?
    package var received: CivilDate?
    package var statements: [Statement] = []
    package var claims: [Claim] = []
    package var account = Account()
    package var issues: [Issue] = []
    package var notes: [SourceNote] = []
    /// A holding reply or a request for clarification: the body wrote, but answered nothing yet.
    package var interim: Interim?

    /// A letter that says that its figures stand in a file that comes with it.
    package var isCovering = false

    package init(source: Source) { self.source = source }
}

/// A body that a source speaks for, and how we know.
package struct Sender: Hashable, Codable, Sendable {
    package var area: String
    package var evidence: Evidence

    package init(area: String, evidence: Evidence) {
        self.area = area
        self.evidence = evidence
    }
}

/// What a holding reply says: until when, about which periods.
package struct Interim: Hashable, Codable, Sendable {
    package var reason: String
    package var words: String
    package var periods: [Period]
    package var places: [Place]

    package init(reason: String, words: String, periods: [Period], places: [Place]) {
        self.reason = reason
        self.words = words
        self.periods = periods
        self.places = places
    }
}

/// A remark in a source that belongs to its figures: a caveat, a footnote, a legend.
package struct SourceNote: Hashable, Codable, Sendable {
    package var kind: String
    package var text: String
    package var places: [Place]

    package init(kind: String, text: String, places: [Place]) {
        self.kind = kind
        self.text = text
        self.places = places
    }
}

/// Where a part of a key came from. A stronger kind wins; equals that disagree are an issue.
package struct Evidence: Hashable, Codable, Sendable {
    package enum Kind: String, Comparable, CaseIterable, Codable, Sendable {
        case decision
        case rowLabel = "row label"
        case columnHeader = "column header"
        case section = "section heading"
        case sentence, caption, heading, letterhead, signature, sidecar, domain, folder
        case fileName = "file name"
        case document, rule

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        package static func < (a: Kind, b: Kind) -> Bool { a.rank < b.rank }
    }

    package var part: String
    package var kind: Kind
    package var text: String
    package var place: Place?

    package init(_ part: String, _ kind: Kind, _ text: String, _ place: Place?) {
        self.part = part
        self.kind = kind
        self.text = text
        self.place = place
    }
}

/// The words from which a campaign tells one measure from another.
package struct Cues: Hashable, Codable, Sendable {
    package enum Flag: String, Codable, Sendable { case flagged, unflagged, all }
    package enum Unit: String, Codable, Sendable {
        case offences
        /// Speaks of victims: of how many, or only of whose offences.
        case victims
        /// Counts victims, each person once.
        case people
        case suspects, outcomes

        package var isOfVictims: Bool { self == .victims || self == .people }
    }
    package enum Subject: String, Codable, Sendable { case childSexual, sexual, other }

    package var flag: Flag?
    package var unit: Unit?
    package var subject: Subject?

    package init(flag: Flag? = nil, unit: Unit? = nil, subject: Subject? = nil) {
        self.flag = flag
        self.unit = unit
        self.subject = subject
    }

    package var isEmpty: Bool { flag == nil && unit == nil && subject == nil }

    /// No campaign counts it: other crimes, adults, suspects, what became of crimes, or what has no flag.
    package var isOfOthers: Bool { subject == .other || unit == .suspects || unit == .outcomes || flag == .unflagged }

    /// These cues, with what they leave open taken from further out.
    package func filled(from outer: Cues) -> Cues {
        // Burglaries in a letter about the flag are not flagged.
        if subject == .other { return Cues(flag: flag, unit: unit ?? outer.unit, subject: .other) }
        return Cues(flag: flag ?? outer.flag, unit: unit ?? outer.unit, subject: subject ?? outer.subject)
    }
}

/// A header or heading that belongs to a figure.
package struct Label: Hashable, Codable, Sendable {
    package var text: String
    package var place: Place?

    package init(_ text: String, _ place: Place?) {
        self.text = text
        self.place = place
    }
}

/// One figure or state with everything its source says about it.
package struct Statement: Codable, Sendable {
    package enum Role: String, Codable, Sendable {
        /// A figure to publish where its key is whole.
        case level
        /// A sum of figures that stand beside it, over bodies or years: no key.
        case checkedTotal
        /// A number whose row or column names no police body.
        case otherBody
        /// A percentage, a rate or a difference: a claim, not an observation.
        case derived
        /// Taken back by a later sentence.
        case retracted
        /// Said again without its period.
        case repeated
    }

    package var role: Role = .level
    /// Register codes; two or more for a joint figure, none where the source leaves it open.
    package var areas: [String] = []
    package var areaAsWritten = ""
    package var period: Period?
    /// The financial year of which the period covers a part.
    package var partOf: Period?
    package var offence: String?
    package var age: String?
    package var cues = Cues()
    /// What makes it no figure of ours, another subject or no flag, only other sentences say.
    package var isJudgedByOthers = false
    /// All other headers, outermost first.
    package var labels: [Label] = []
    /// Headers that no recogniser understands, which may name a dimension that the campaign lacks.
    package var strangeLabels: [Label] = []
    /// A total over labels that no recogniser understands, which may leave out what none of them names; or a figure of a place, a
    /// platform or a sample that a sentence names.
    package var isOfPart = false
    package var figure: Figure
    package var method: Method
    package var places: [Place]
    package var evidence: [Evidence] = []
    /// Entries of the account that this figure uses.
    package var tokens: [Int] = []
    /// Statements whose figures add up to this one, where it is a sum.
    package var parts: [Int] = []
    /// For a state: the words that say it, its reason and its law.
    package var words = ""
    package var reason = ""
    package var legalBasis = ""
    /// Doubts that go with the figure: issue code and message.
    package var doubts: [Doubt] = []
    package var forcesStated: Int?
    package var forcesAskedStated: Int?
    /// Note codes: `break`, `voluntary`, `flag_under_used` …
    package var notes: [String] = []

    package init(figure: Figure, method: Method, places: [Place]) {
        self.figure = figure
        self.method = method
        self.places = places
    }

    /// A note of the source says that it counts less or more than was asked for.
    package var isHeld: Bool { doubts.contains { $0.code == Doubt.scope && $0.severity == .error } }
}

/// A reason not to trust one figure, in words for a person.
package struct Doubt: Hashable, Codable, Sendable {
    package var code: String
    package var severity: Issue.Severity
    package var message: String
    /// The note of the source that raises it, which a decision may settle for all its figures.
    package var note: Place?

    /// What a note of the source says of which offences are counted: an error where the figure can't stand for the body's own.
    package static let scope = "scope-unread"
    /// What words in a source put in doubt, though the figure is published.
    package static let ofWords: Set<String> = [scope, "unread-words", "unknown-label"]

    package init(_ code: String, _ severity: Issue.Severity, _ message: String, note: Place? = nil) {
        self.code = code
        self.severity = severity
        self.message = message
        self.note = note
    }

    /// A warning, as most doubts are.
    package init(_ code: String, _ message: String) { self.init(code, .warning, message) }
}

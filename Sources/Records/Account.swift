/// The fate of every number token of a source.
package struct Account: Codable, Sendable {
    package enum Fate: Hashable, Codable, Sendable {
        /// Used by this statement of the reading; what becomes of it is for a campaign to say.
        case statement(Int)
        case published
        /// A reason of the codelist `explanation`, and its witness: which period, rule, parts or other place.
        case explained(String, witness: String)
        case unexplained
    }

    package struct Entry: Codable, Sendable {
        package var raw: String
        package var place: Place
        /// More than one only for the numbers of record-level rows.
        package var count: Int
        package var fate: Fate
        /// The words around it, for the issue that asks about it.
        package var context: String

        package init(raw: String, place: Place, count: Int = 1, fate: Fate = .unexplained, context: String = "") {
            self.raw = raw
            self.place = place
            self.count = count
            self.fate = fate
            self.context = context
        }
    }

    package var entries: [Entry] = []
    /// Number tokens by the independent count; small words (`no`, `nil`) that were published are added.
    package var found = 0

    package init() {}

    package func count(where holds: (Fate) -> Bool) -> Int {
        entries.reduce(0) { $0 + (holds($1.fate) ? $1.count : 0) }
    }

    package var published: Int { count { $0 == .published } }
    package var explained: Int { count { if case .explained = $0 { true } else { false } } }
    /// What no fate covers, with what the readers and the count disagree on.
    package var unexplained: Int { found - published - explained }
    package var tokens: Int { entries.reduce(0) { $0 + $1.count } }
}

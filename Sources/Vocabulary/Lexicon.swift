import Records

/// All that recognisers know of names and codes, as one value made from the registers and codelists.
package struct Lexicon: Sendable {
    package enum AreaKind: String, Sendable {
        /// A police force with an area of its own, or one of the national forces.
        case force, region, country
        /// A named group of others: `EWNI`, `NSPCC-EOE`.
        case joint
        /// A body that is no police force, such as HMRC, and so no row of ours.
        case other
        /// Invented for samples and tests; never in a total.
        case fictional
    }

    package struct Area: Hashable, Sendable {
        package var code: String
        package var name: String
        package var kind: AreaKind
        package var regime: String

        package init(code: String, name: String, kind: AreaKind, regime: String) {
            self.code = code
            self.name = name
            self.kind = kind
            self.regime = regime
        }
    }

    package struct Offence: Sendable {
        package var code: String
        package var phrase: String

        package init(code: String, phrase: String) {
            self.code = code
            self.phrase = phrase
        }
    }

    package private(set) var areas: [String: Area] = [:]
    /// Members of every group, by group code.
    package var members: [String: Set<String>] = [:]
    var names = Phrases<String>()
    var spellings: [(words: String, code: String)] = []
    private var domains: [String: [String]] = [:]
    package var offencePhrases = Phrases<String>()
    /// Words that are offences only where they fill a header.
    package var offenceLabels: [String: String] = [:]
    package private(set) var offenceCodes: [String: String] = [:]
    /// A digest of all that went in: readings made with another lexicon are made again.
    package var digest = ""

    package init() {}

    package mutating func add(_ area: Area, names spellings: [String], domains hosts: [String]) {
        areas[area.code] = area
        for spelling in spellings where !spelling.isEmpty {
            names.add(spelling, area.code)
            // `Avon Somerset`, as file names and tables shorten it.
            let parts = LexedText(spelling).words
            if parts.contains("and") { names.add(parts.filter { $0 != "and" }.joined(separator: " "), area.code) }
            let words = LexedText(spelling).words
            self.spellings.append(
                (words.filter { !AreaRecogniser.suffixes.contains($0) }.joined(separator: " "), area.code))
        }
        for host in hosts where !host.isEmpty { domains[host.lowercased(), default: []].append(area.code) }
    }

    /// Also maps a name to a code that is already there: an analyst's decision.
    package mutating func addName(_ spelling: String, code: String) { names.add(spelling, code) }

    package mutating func add(_ offence: Offence) { offencePhrases.add(offence.phrase, offence.code) }

    package mutating func addOffenceCode(_ code: String, means offence: String) {
        offenceCodes[code.lowercased()] = offence
    }

    /// The bodies that send from this host; the longest known suffix decides.
    package func senders(host: String) -> [String] {
        var labels = host.lowercased().split(separator: ".")[...]
        while labels.count >= 2 {
            if let codes = domains[labels.joined(separator: ".")] { return codes }
            labels = labels.dropFirst()
        }
        return []
    }

    package func isForce(_ code: String) -> Bool {
        areas[code].map { $0.kind == .force || $0.kind == .fictional } ?? false
    }
}

extension Lexicon {
    /// Names without spaces, as file names run them together.
    package var squeezedNames: [(name: String, code: String)] {
        spellings.map { (String($0.words.filter { $0 != " " }), $0.code) }
    }
}

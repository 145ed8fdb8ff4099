import Records

/// What a check found: which figure, and why it is doubted. Severity and gate are the rule's.
struct Finding {
    var code: String
    /// The figure doubted; what is held is this one.
    var entry: Entry
    /// `found …, expected …`.
    var words: String
    var hint: String
}

/// A check of the figures about to be published.
protocol Check {
    func findings(_ figures: Figures) -> [Finding]
}

/// The figures of a campaign as checks look at them.
struct Figures {
    let current: [Entry]
    let all: [Entry]
    let byKey: [Key: Entry]

    init(_ holdings: Holdings) {
        current = holdings.observations
        all = holdings.vintages
        byKey = Dictionary(current.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// Figures of whole bodies and whole financial years with a value, by body and measure, in the order of years.
    var series: [[Entry]] {
        let wholes = current.filter { $0.key.isWhole && $0.key.period.isFinancialYear && $0.figure.value != nil }
        let groups = Dictionary(grouping: wholes) { "\($0.key.area) \($0.key.measure)" }
        return groups.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.key < $1.key } }
    }
}

/// All that a campaign holds, reconciled: what stands for each key, and what was answered.
package struct Holdings: Sendable {
    package var contributions: [Contribution]
    /// Every statement, with its standing, sorted by key.
    package var vintages: [Entry] = []
    package var coverage: [CoverageRow] = []
    package var totals: [TotalRow] = []
    package var comparisons: [ComparisonRow] = []
    package var claims: [JudgedClaim] = []
    package var issues: [Issue] = []
    package var latestDate: CivilDate?

    package init(contributions: [Contribution]) { self.contributions = contributions }

    package var observations: [Entry] { vintages.filter { $0.standing == .current } }
}

/// What came for one body, period and measure that was asked, whatever came.
package struct CoverageRow: Sendable {
    package var area: String
    package var period: Period
    package var measure: String
    package var state: Silence.State = .noResponse
    package var reason = ""
    package var legalBasis = ""
    package var words = ""
    package var breakdownsMissing: [String] = []
    package var askedOn: CivilDate?
    package var dueOn: CivilDate?
    package var answeredOn: CivilDate?
    package var notes: [String] = []
    package var source: SourceID?
    package var places: [Place] = []
    package var isAsked = false

    package init(area: String, period: Period, measure: String) {
        self.area = area
        self.period = period
        self.measure = measure
    }
}

import Campaign
import Records

extension SourceBinding {
    /// Gives each claim the key of the figures it speaks of, where all parts are known.
    mutating func bindClaims() {
        for claim in reading.claims {
            var key: Key?
            if case .measure(let measure) = rule.verdict(claim.cues), claim.areas.count == 1, let period = claim.period
            {
                let area = normaliser.pipeline.schemes[reading.kind.rawValue]?[claim.areas[0]] ?? claim.areas[0]
                key = Key(
                    area: area, period: period, measure: measure, offence: claim.offence ?? "all",
                    age: claim.age ?? "all")
            }
            contribution.claims.append((claim, key))
        }
    }
}

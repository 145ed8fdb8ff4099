import Records

/// Figures that a sentence takes back to a bound.
extension Work {
    /// `What we can say of 2014/15 is that there were at least 38`, where 38 was told of that year: no more than a bound.
    mutating func boundToldAgain() {
        let exact = Dictionary(
            grouping: reading.statements.indices.filter {
                reading.statements[$0].role == .level && reading.statements[$0].figure.status == .exact
            }, by: { reading.statements[$0].figure.value })
        for again in reading.statements.indices {
            let bound = reading.statements[again]
            guard bound.role == .level, bound.method == .sentence, bound.figure.status == .bounded,
                let low = bound.figure.low, bound.offence == nil, bound.age == nil,
                let told = exact[low]?.first(where: { index in
                    let other = reading.statements[index]
                    return other.figure.status == .exact && other.period == bound.period && other.areas == bound.areas
                })
            else { continue }
            reading.statements[told].figure = bound.figure
            reading.statements[again].cues = reading.statements[told].cues
            reading.statements[again].offence = reading.statements[told].offence
            reading.statements[again].age = reading.statements[told].age
        }
    }
}

import Records

/// Figures that a sentence takes back to a bound.
extension Work {
    /// `What we can say of 2014/15 is that there were at least 38`, where 38 was told of that year: no more than a bound.
    mutating func boundToldAgain() {
        for again in reading.statements.indices {
            let bound = reading.statements[again]
            guard bound.role == .level, bound.method == .sentence, bound.figure.status == .bounded,
                let low = bound.figure.low, bound.offence == nil, bound.age == nil,
                let told = reading.statements.indices.first(where: { index in
                    let other = reading.statements[index]
                    return index != again && other.role == .level && other.figure.value == low
                        && other.figure.status == .exact && other.period == bound.period && other.areas == bound.areas
                })
            else { continue }
            reading.statements[told].figure = bound.figure
            reading.statements[again].cues = reading.statements[told].cues
            reading.statements[again].offence = reading.statements[told].offence
            reading.statements[again].age = reading.statements[told].age
        }
    }
}

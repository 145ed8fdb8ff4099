import Records
import Vocabulary

/// What earlier sentences of a passage were about, for those that follow.
struct Focus: Sendable {
    var period: Period?
    var periods: [Period] = []
    /// The last day that was named.
    var date: CivilDate?
    /// Every whole year that the passage named, in order.
    var years: [Period] = []
    var areas: [String] = []
    var areaText = ""
    /// The bodies that the last sentence with several named, in order.
    var pair: [[String]] = []
    var cues = Cues()
    /// What the figures of the last sentence with several measures counted, in order; or of sentences about one period.
    var measures: [Cues] = []
    var measured: Period?
    var age: String?
    /// The offence that the last sentence spoke of without a figure.
    var offence: String?
    /// The words for a sample that was drawn: what follows is found in it.
    var sample: Label?

    /// Takes up what the figures of a sentence counted.
    ///
    /// `Of those, 341 carried the flag` tells a part, whatever was spoken of around the whole.
    mutating func count(_ statements: [Statement], isPart: Bool) {
        let whole = statements.filter { $0.age == nil && $0.offence == nil }
        let counted = whole.map(\.cues)
        if counted.count > 1, Set(counted).count == counted.count {
            (measures, measured) = (counted, nil)
        } else if counted.count == 1, let period = whole[0].period {
            // `341 were recorded. Of that number 62 carried the flag.`
            let isPart = isPart && counted[0].flag == .flagged && measures.count == 1
            if period == measured, isPart || !measures.contains(counted[0]) {
                if isPart || counted[0].flag == .flagged && measures.count == 1 && measures[0].flag == nil {
                    measures[0].flag = .all
                }
                measures.append(counted[0])
            } else {
                (measures, measured) = (counted, period)
            }
        }
    }
}

extension Collection {
    /// The one element; nil where there are none or several.
    var only: Element? { count == 1 ? first : nil }
}

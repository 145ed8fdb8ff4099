import Records
import Vocabulary

/// A body's own earlier answer, quoted below its newest message: it is read from the file that it came in, and missed where none came.
extension Work {
    mutating func tellEarlierAnswer() {
        let missing = earlierYears.subtracting(reading.statements.compactMap(\.period)).sorted()
        guard !missing.isEmpty, !reading.statements.isEmpty else { return }
        let years = missing.map(\.label).joined(separator: ", ")
        reading.issues.append(
            Issue(
                "earlier-answer", .warning, source: reading.source.id,
                message:
                    "found figures of \(years) in an earlier answer quoted below, expected them in a file of their own\nhint: where they still stand put that answer into the inbox by itself, with its date in a sidecar"
            ))
    }

    /// The years that figures are told of in quoted messages that bodies wrote.
    private var earlierYears: Set<Period> {
        var years: Set<Period> = []
        var isOfBody = false
        for case .passage(let passage) in sections where passage.role == .quoted {
            let unit = passage.unit
            let isHead = unit.lexed.isWord(0, ["from"]) && unit.lexed.isSymbol(1, ":")
            if isHead { isOfBody = unit.text.lowercased().contains(".police.uk") }
            let isTold = unit.mentions.contains { if case .number = $0.kind { true } else { false } }
            if isOfBody, isTold, !isHead { years.formUnion(StateReader.periods(unit.mentions).filter(\.isWholeYear)) }
        }
        return years
    }
}

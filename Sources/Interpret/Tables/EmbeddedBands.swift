import Records
import Vocabulary

/// Bands of ages inside labels that say something else as well: `13 to 17 with flag`, `Flagged 0-12`.
///
/// Two numbers are taken for ages only where the labels beside have other bands.
enum EmbeddedBands {
    static func adopt(_ labels: inout [LabelReading?]) {
        let found = labels.map { $0.flatMap(band) }
        let ages = zip(labels, found).compactMap { label, band in band?.age ?? label?.namedAge }
        guard Set(ages).count >= 2 else { return }
        for index in labels.indices where labels[index]?.namedAge == nil {
            guard let band = found[index] else { continue }
            labels[index]?.namedAge = band.age
            labels[index]?.bandRange = band.range
        }
    }

    private static func band(_ label: LabelReading) -> (age: Age, range: Range<Int>)? {
        let text = label.unit.lexed
        // `Months 1-3`
        if !Set(text.words).isDisjoint(with: ["month", "months", "quarter", "week", "weeks", "days", "hours"]) {
            return nil
        }
        let times = label.unit.mentions.filter { if case .period = $0.kind { true } else { false } }.map(\.range)
        for index in text.lexemes.indices {
            guard let low = text.integer(index), let high = text.integer(index + 2), low < high, high <= 17,
                text.isSymbol(index + 1, "-") || text.isWord(index + 1, ["to", "and", "or"]),
                !text.isSymbol(index - 1, "/"), !text.isSymbol(index + 3, "/"),
                !times.contains(where: { $0.contains(index) })
            else { continue }
            return (Age(low: low, high: high), index..<index + 3)
        }
        return nil
    }
}

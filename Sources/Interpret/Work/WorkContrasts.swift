import Records
import Vocabulary

/// Figures of all such offences in a document that elsewhere speaks of the flagged ones.
extension Work {
    /// `152 had the flag`, and further down `in 2018/19 we recorded 1,118 sexual offences against under-18s`: the same body and
    /// year, named whole and without the flag, and more. A flag that only the document spoke of does not hold there.
    mutating func contrastWholes() {
        let flagged = reading.statements.indices.filter {
            reading.statements[$0].role == .level && reading.statements[$0].cues.flag == .flagged
                && !reading.statements[$0].isNamedWhole
        }
        for index in reading.statements.indices where reading.statements[index].isFlagFromDocument {
            let whole = reading.statements[index]
            let part = flagged.first { other in
                let part = reading.statements[other]
                return part.areas == whole.areas && part.period == whole.period && part.offence == whole.offence
                    && part.age == whole.age
                    && part.figure.value.flatMap { part in whole.figure.value.map { part < $0 } } ?? false
                    // `In 2018/19 we recorded 17. Six were flagged.`: what names nothing is the whole of what follows it.
                    && (whole.isNamedWhole
                        || other == index + 1 && part.saysFlag && areInOnePassage(index, other))
            }.map { reading.statements[$0] }
            guard let part else { continue }
            reading.statements[index].cues.flag = .all
            reading.statements[index].evidence.removeAll(where: \.isFlagOfDocument)
            reading.statements[index].evidence.append(
                Evidence("flag", .rule, "beside \(part.figure.raw) with the flag", part.places.first))
        }
    }

    private func areInOnePassage(_ a: Int, _ b: Int) -> Bool {
        statementsOf.values.contains { $0.contains(a) && $0.contains(b) }
    }
}

extension Statement {
    /// The figure's own words name no flag; the flag is what the document speaks of.
    fileprivate var isFlagFromDocument: Bool { role == .level && evidence.contains(where: \.isFlagOfDocument) }

    fileprivate var saysFlag: Bool { evidence.contains { $0.part == "flag" && $0.kind == .sentence } }

    /// They name such offences.
    fileprivate var isNamedWhole: Bool { evidence.contains { $0.isFlagOfDocument && !$0.text.isEmpty } }
}

extension Evidence {
    fileprivate var isFlagOfDocument: Bool { part == "flag" && kind == .document }
}

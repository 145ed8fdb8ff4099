import Records
import Vocabulary

/// Figures of all such offences in a document that elsewhere speaks of the flagged ones.
extension Work {
    /// `152 had the flag`, and further down `in 2018/19 we recorded 1,118 sexual offences against under-18s`: the same body and
    /// year, named whole and without the flag, and more. A flag that only the document spoke of does not hold there.
    mutating func contrastWholes() {
        for index in reading.statements.indices where reading.statements[index].isFlagFromDocument {
            let whole = reading.statements[index]
            let part = reading.statements.first {
                $0.role == .level && $0.cues.flag == .flagged && !$0.isFlagFromDocument && $0.areas == whole.areas
                    && $0.period == whole.period && $0.offence == whole.offence && $0.age == whole.age
                    && $0.figure.value.flatMap { part in whole.figure.value.map { part < $0 } } ?? false
            }
            guard let part else { continue }
            reading.statements[index].cues.flag = .all
            reading.statements[index].evidence.removeAll(where: \.isFlagOfDocument)
            reading.statements[index].evidence.append(
                Evidence("flag", .rule, "beside \(part.figure.raw) with the flag", part.places.first))
        }
    }
}

extension Statement {
    /// The figure's own words name such offences and no flag; the flag is what the document speaks of.
    fileprivate var isFlagFromDocument: Bool { role == .level && evidence.contains(where: \.isFlagOfDocument) }
}

extension Evidence {
    fileprivate var isFlagOfDocument: Bool { part == "flag" && kind == .document }
}

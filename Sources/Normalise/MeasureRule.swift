import Campaign
import Records

/// Which measure of a campaign a figure belongs to, told by its cues.
struct MeasureRule {
    enum Verdict: Equatable {
        case measure(String)
        /// Positively read as something else: explained, with this witness.
        case outOfScope(String)
        /// The part without the flag: a check on the other two.
        case unflagged
        case unknown
    }

    let pipeline: Pipeline
    private let rows: [(code: String, flag: String, unit: String)]

    init(_ pipeline: Pipeline, _ schemas: Schemas) {
        self.pipeline = pipeline
        rows = schemas.rows("measure").compactMap { row in
            guard let code = row["code"], pipeline.measures.contains(code) else { return nil }
            return (code, row["flag"] ?? "", row["cue_unit"] ?? "")
        }
    }

    func verdict(_ cues: Cues) -> Verdict {
        switch cues.unit {
        case .suspects?: return .outOfScope("counts suspects or arrests, not offences")
        case .outcomes?: return .outOfScope("counts outcomes or something else, not offences")
        case .people? where cues.flag == .flagged:
            return .outOfScope("counts the victims of flagged offences, not the offences")
        default: break
        }
        if cues.subject == .other { return .outOfScope("speaks of other crimes or of adults") }
        guard let flag = cues.flag else {
            // Children's sexual offences without a word about a flag are all of them.
            guard cues.subject == .childSexual else { return .unknown }
            return find("all", cues.unit?.isOfVictims == true ? "victims" : "offences")
        }
        switch flag {
        case .unflagged: return .unflagged
        case .flagged: return find("flagged", "offences")
        case .all: return find("all", cues.unit?.isOfVictims == true ? "victims" : "offences")
        }
    }

    private func find(_ flag: String, _ unit: String) -> Verdict {
        rows.first { $0.flag == flag && $0.unit == unit }.map { .measure($0.code) }
            ?? .outOfScope("a measure that the campaign does not publish")
    }
}

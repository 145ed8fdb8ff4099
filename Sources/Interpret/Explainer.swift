import Records
import Vocabulary

/// Gives a fate to the numbers that are no figures, each with its witness.
struct Explainer {
    /// The numbers of a unit's mentions: time, ages, codes, references.
    static func explain(_ unit: TextUnit, in account: inout AccountBuilder) {
        for mention in unit.mentions {
            let entries = unit.tokens(in: mention.range)
            let raw = unit.lexed.raw(lexemes: mention.range)
            switch mention.kind {
            case .period(.date): account.mark(entries, .explained("date", witness: raw))
            case .period(let reading):
                account.mark(entries, .explained("period", witness: reading.period?.label ?? raw))
            case .area(let reading):
                account.mark(entries, .explained("label", witness: reading.candidates.first ?? raw))
            case .age(let age): account.mark(entries, .explained("label", witness: "age \(age.code)"))
            case .offence(let code): account.mark(entries, .explained("label", witness: "offence \(code)"))
            case .noise(let kind): account.mark(entries, .explained(reason(kind), witness: raw))
            case .number: continue
            }
        }
    }

    private static func reason(_ kind: NoiseRecogniser.Kind) -> String {
        switch kind {
        case .footnote: "footnote_mark"
        default: kind.rawValue
        }
    }

    /// A header's numbers, read as what its line is.
    static func explain(_ label: LabelReading, nature: LineNature, in account: inout AccountBuilder) {
        let unit = label.unit
        let all = unit.tokens(in: 0..<unit.lexed.count)
        switch nature {
        case .period, .part:
            if label.period != nil {
                account.mark(all, .explained("period", witness: label.period?.period?.label ?? label.text))
            } else if label.isTotal {
                account.mark(all, .explained("label", witness: label.text))
            }
        case .age:
            if label.age != nil { account.mark(all, .explained("label", witness: "age \(label.age?.code ?? "")")) }
        case .offence:
            if label.offence != nil {
                account.mark(all, .explained("label", witness: "offence \(label.offence ?? "")"))
            }
        case .area:
            if let area = label.area {
                account.mark(all, .explained(area.saysForce ? "label" : "footnote_mark", witness: area.candidates[0]))
            } else if label.isTotal || label.isSumOfBodies {
                account.mark(all, .explained("label", witness: label.text))
            }
        case .serial: account.mark(all, .explained("label", witness: "row \(label.text)"))
        case .finer: account.mark(all, .explained("label", witness: label.text))
        case .other:
            // `Three Rivers`, `Seven Sisters`: names.
            for index in unit.lexed.lexemes.indices where unit.lexed[index]?.isWord == true && unit.lexed.count > 1 {
                account.mark(unit.tokens(in: index..<index + 1), .explained("label", witness: label.text))
            }
        case .flag: break
        }
        if let range = label.bandRange {
            account.mark(unit.tokens(in: range), .explained("label", witness: "age \(label.namedAge?.code ?? "")"))
        }
        explain(unit, in: &account)
        if label.isDerived { account.mark(all, .explained("label", witness: label.text)) }
    }
}

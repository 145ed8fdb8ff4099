import Records
import Vocabulary

/// What a label says of parts, sums and years beside its own nature.
extension LabelReading {
    /// `Of which flagged`, `of these victim under 18`
    var opensPart: Bool {
        unit.lexed.isWord(0, ["of"]) && unit.lexed.isWord(1, ["which", "these", "those", "them"])
    }

    /// `Running total` below figures of months
    var isRunning: Bool { unit.lexed.isWord(0, ["cumulative", "running"]) && unit.lexed.words.count <= 4 }

    /// A sub-total of nothing that has a key, or of what its parts say themselves.
    func isSumOnTheWay(among labels: [LabelReading?]) -> Bool {
        if unit.lexed.isWord(0, ["carried", "brought"]) { return true }
        guard isSubtotal, age == nil, namedAge == nil else { return false }
        let others = labels.compactMap { $0 }.filter { !$0.isSubtotal }
        return others.contains(where: \.isPlainTotal)
            && (offence == nil || offence == "other" || others.contains { $0.offence == offence })
    }

    /// `Sex not recorded`, `Female victims`: a split that nobody asked for.
    var isOfSexes: Bool {
        FinerCategory.namesSex(unit.lexed)
            || !Set(unit.lexed.words).isDisjoint(with: ["female", "females", "male", "males", "girls", "boys"])
    }

    /// `9 forces`, `All forces that replied`, `North West sub-total`: a sum of bodies, none itself.
    var isSumOfBodies: Bool {
        let text = unit.lexed
        return text.words.last == "subtotal" || text.words.suffix(2) == ["sub", "total"]
            || NoiseNumber.end(text, 0) == 1 && text.isWord(1, ["forces", "areas", "bodies"])
            || text.isWord(0, ["all", "total", "both"]) && text.words.prefix(4).contains("forces")
            || text.words.suffix(3).contains("forces")
                && !Set(text.words).isDisjoint(with: ["answered", "replied", "responded", "supplied", "combined"])
            || text.words.last == "combined"
    }

    /// `2016/17 and 2017/18 combined`: several years in one figure.
    var yearsTogether: Period? {
        let years = Set(namedPeriods.compactMap(\.period).filter(\.isWholeYear))
        let isPlain = unit.lexed.lexemes.filter(\.isWord).map(\.text).allSatisfy {
            ["and", "to", "combined", "together", "total", "years", "financial", "both"].contains($0)
        }
        guard period == nil, years.count > 1, isPlain else { return nil }
        return Period.joined(years)
    }

    /// `Crimes recorded LY`, `Previous year`: beside figures of the year itself.
    var isOfLastYear: Bool {
        unit.lexed.words.last == "ly"
            || zip(unit.lexed.words, unit.lexed.words.dropFirst()).contains {
                ["last", "previous", "prior"].contains($0) && $1 == "year"
            }
    }

    /// `Sub-total: contact offences`, `North sub-total`, `Carried forward`: a sum on the way to another.
    var isSubtotal: Bool {
        // `Sexual offences sub-total` is the total of what is asked for.
        let isNamed = cues.isEmpty && age == nil && namedAge == nil && offence == nil && !strange.isEmpty
        return unit.lexed.isWord(0, ["subtotal", "carried", "brought"])
            || isNamed && (unit.lexed.words.last == "subtotal" || unit.lexed.words.suffix(2) == ["sub", "total"])
            || unit.lexed.isWord(0, ["sub"]) && (unit.lexed.isWord(1, ["total"]) || unit.lexed.isWord(2, ["total"]))
    }

    /// `Sub-total`, `Overall total`; not `Girls total`, `Total flagged`.
    var isPlainTotal: Bool {
        isTotal && cues.flag != .flagged && cues.flag != .unflagged
            && Set(unit.lexed.words).isDisjoint(with: ["girls", "boys", "male", "female", "males", "females"])
    }
}

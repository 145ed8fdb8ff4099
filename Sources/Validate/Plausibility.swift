import Records

/// Figures that cannot stand beside each other: parts beyond their whole, flagged beyond all, offences before their law.
struct Plausibility: Check {
    func findings(_ figures: Figures) -> [Finding] {
        figures.current.compactMap { flaggedBeyondAll($0, figures.byKey) }
            + figures.current.compactMap { partBeyondWhole($0, figures.byKey) }
            + figures.current.compactMap(beforeInForce) + partsBeyondWhole(figures)
    }

    /// More offences with the flag than offences at all.
    private func flaggedBeyondAll(_ entry: Entry, _ byKey: [Key: Entry]) -> Finding? {
        guard entry.key.measure == "cyber_flagged_child_sexual_offences", let flagged = entry.figure.low else {
            return nil
        }
        var key = entry.key
        key.measure = "child_sexual_offences"
        guard let all = byKey[key], let most = all.figure.high, flagged > most else { return nil }
        return Finding(
            code: "flagged-beyond-all", entry: entry,
            words: "found \(flagged) offences with the flag and \(most) in all, expected no more than all",
            hint: "ask the body; correct or withdraw one of them in Decisions/")
    }

    /// A part of a breakdown larger than the whole that stands for it.
    private func partBeyondWhole(_ entry: Entry, _ byKey: [Key: Entry]) -> Finding? {
        guard !entry.key.isWhole, let part = entry.figure.low else { return nil }
        let whole = Key(area: entry.key.area, period: entry.key.period, measure: entry.key.measure)
        guard let all = byKey[whole], let most = all.figure.high, part > most else { return nil }
        return Finding(
            code: "part-beyond-whole", entry: entry,
            words:
                "found \(part) for \(entry.key.offence == "all" ? "age \(entry.key.age)" : entry.key.offence) and \(most) in all, expected no more than all",
            hint: "ask the body; correct one of them in Decisions/")
    }

    /// The offences of a breakdown add up to more than the whole that stands for them.
    private func partsBeyondWhole(_ figures: Figures) -> [Finding] {
        var sums: [Key: (sum: Quantity, count: Int)] = [:]
        for entry in figures.current where entry.key.offence != "all" && entry.key.age == "all" {
            let whole = Key(area: entry.key.area, period: entry.key.period, measure: entry.key.measure)
            let before = sums[whole] ?? (.zero, 0)
            sums[whole] = (before.sum + (entry.figure.low ?? .zero), before.count + 1)
        }
        return sums.keys.sorted().compactMap { key in
            guard let found = sums[key], found.count > 1, let whole = figures.byKey[key],
                let most = whole.figure.high, found.sum > most
            else { return nil }
            return Finding(
                code: "parts-beyond-whole", entry: whole,
                words:
                    "found \(found.count) offences that add up to \(found.sum) and a whole of \(most), expected no more than the whole",
                hint: "ask the body; correct one of them in Decisions/")
        }
    }

    /// Sexual communication with a child is an offence since 3 April 2017.
    private func beforeInForce(_ entry: Entry) -> Finding? {
        guard entry.key.offence == "sexual_communication", let start = CivilDate(2017, 4, 3),
            entry.key.period.end < start, let value = entry.figure.low, value > .zero
        else { return nil }
        return Finding(
            code: "before-in-force", entry: entry,
            words:
                "found \(value) offences of sexual communication with a child, expected none before 3 April 2017",
            hint: "ask the body whether these were reclassified")
    }
}

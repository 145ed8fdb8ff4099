import Campaign
import Records

/// Checks of figures against each other: parts beyond their whole, years copied, jumps beyond a body's own history.
struct Plausibility {
    let schemas: Schemas

    func issues(_ observations: [Entry]) -> [Issue] {
        let byKey = Dictionary(observations.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        return observations.compactMap { flaggedBeyondAll($0, byKey) }
            + observations.compactMap { partBeyondWhole($0, byKey) } + observations.compactMap { beforeInForce($0) }
            + partsBeyondWhole(observations, byKey)
    }

    private func name(_ key: Key) -> String { "\(schemas.areaName(key.area)) \(key.period.label)" }

    /// More offences with the flag than offences at all.
    private func flaggedBeyondAll(_ entry: Entry, _ byKey: [Key: Entry]) -> Issue? {
        guard entry.key.measure == "cyber_flagged_child_sexual_offences", let flagged = entry.figure.low else {
            return nil
        }
        var key = entry.key
        key.measure = "child_sexual_offences"
        guard let all = byKey[key], let most = all.figure.high, flagged > most else { return nil }
        return Issue(
            "flagged-beyond-all", .warning, source: entry.source, places: entry.places, area: key.area,
            period: key.period, measure: entry.key.measure,
            message:
                "\(name(key)): found \(flagged) offences with the flag and \(most) in all, expected no more than all\nhint: ask the body; correct or withdraw one of them in Decisions/"
        )
    }

    /// A part of a breakdown larger than the whole that stands for it.
    private func partBeyondWhole(_ entry: Entry, _ byKey: [Key: Entry]) -> Issue? {
        guard !entry.key.isWhole, let part = entry.figure.low else { return nil }
        let whole = Key(area: entry.key.area, period: entry.key.period, measure: entry.key.measure)
        guard let all = byKey[whole], let most = all.figure.high, part > most else { return nil }
        return Issue(
            "part-beyond-whole", .warning, source: entry.source, places: entry.places, area: whole.area,
            period: whole.period, measure: whole.measure,
            message:
                "\(name(whole)): found \(part) for \(entry.key.offence == "all" ? "age \(entry.key.age)" : entry.key.offence) and \(most) in all, expected no more than all\nhint: ask the body; correct one of them in Decisions/"
        )
    }

    /// The offences of a breakdown add up to more than the whole that stands for them.
    private func partsBeyondWhole(_ observations: [Entry], _ byKey: [Key: Entry]) -> [Issue] {
        var sums: [Key: (sum: Quantity, count: Int)] = [:]
        for entry in observations where entry.key.offence != "all" && entry.key.age == "all" {
            let whole = Key(area: entry.key.area, period: entry.key.period, measure: entry.key.measure)
            let before = sums[whole] ?? (.zero, 0)
            sums[whole] = (before.sum + (entry.figure.low ?? .zero), before.count + 1)
        }
        return sums.keys.sorted().compactMap { key in
            guard let found = sums[key], found.count > 1, let whole = byKey[key], let most = whole.figure.high,
                found.sum > most
            else { return nil }
            return Issue(
                "parts-beyond-whole", .warning, source: whole.source, places: whole.places, area: key.area,
                period: key.period, measure: key.measure,
                message:
                    "\(name(key)): found \(found.count) offences that add up to \(found.sum) and a whole of \(most), expected no more than the whole\nhint: ask the body; correct one of them in Decisions/"
            )
        }
    }

    /// Sexual communication with a child is an offence since 3 April 2017.
    private func beforeInForce(_ entry: Entry) -> Issue? {
        guard entry.key.offence == "sexual_communication", let start = CivilDate(2017, 4, 3),
            entry.key.period.end < start, let value = entry.figure.low, value > .zero
        else { return nil }
        return Issue(
            "before-in-force", .info, source: entry.source, places: entry.places, area: entry.key.area,
            period: entry.key.period, measure: entry.key.measure,
            message:
                "\(name(entry.key)): found \(value) offences of sexual communication with a child, expected none before 3 April 2017\nhint: ask the body whether these were reclassified"
        )
    }
}

import Records
import Vocabulary

extension SourceBinding {
    /// Of several statements of one key in one source: repeats are explained, categories of one code added, contradictions reported.
    mutating func settleDuplicates() {
        var groups: [Key: [Int]] = [:]
        for (position, candidate) in candidates.enumerated() {
            groups[candidate.entry.key, default: []].append(position)
        }
        for key in groups.keys.sorted() {
            guard let members = groups[key] else { continue }
            settle(members, key)
        }
        contribution.entries.sort {
            ($0.key, $0.places.first ?? .records(first: 0, last: 0)) < (
                $1.key, $1.places.first ?? .records(first: 0, last: 0)
            )
        }
    }

    private mutating func settle(_ members: [Int], _ key: Key) {
        let plain = members.filter { member in
            let statement = statement(of: member)
            return statement.strangeLabels.isEmpty && !statement.isHeld || isSettled(statement)
        }
        let known = Set(plain)
        let strange = members.filter { !known.contains($0) }
        let distinct = Set(strange.map { statement(of: $0).strangeLabels.map(\.text) })
        let figures = Set(strange.map { statement(of: $0).figure.value })
        if !strange.isEmpty, plain.contains(where: { !statement(of: $0).figure.status.isState }) {
            // Finer than the campaign's dimensions, with the whole beside it; what is no less than the whole is no part of it.
            let whole = plain.compactMap { statement(of: $0).figure.value }.max()
            func isAlike(_ member: Int) -> Bool {
                let statement = statement(of: member)
                return statement.method == .sentence && statement.figure.value.map { $0 >= whole ?? $0 } ?? false
            }
            let alike = strange.filter(isAlike)
            for member in strange where !isAlike(member) {
                let statement = statement(of: member)
                let told =
                    statement.strangeLabels.map(\.text)
                    + statement.doubts.filter { $0.code == Doubt.scope && $0.severity == .error }.map(\.message)
                explain(statement, "finer", witness: told.joined(separator: ", "))
            }
            settlePlain(plain + alike, key)
        } else if strange.contains(where: { statement(of: $0).isHeld }) {
            for member in strange {
                report(statement(of: member), key: key, only: [Doubt.scope])
                cover(key.area, statement(of: member), key.measure, "to_review")
            }
            // Why there is no figure, whatever stands beside it by way of assistance.
            if !plain.isEmpty { settlePlain(plain, key) }
        } else if distinct.count > 1 && figures.count > 1
            || strange.contains(where: { statement(of: $0).isOfPart && statement(of: $0).method == .sentence })
        {
            for member in strange {
                doubtLabels(of: statement(of: member), key)
                cover(key.area, statement(of: member), key.measure, "to_review")
            }
            if !plain.isEmpty { settlePlain(plain, key) }
        } else {
            for member in strange {
                doubtLabels(of: statement(of: member), key)
            }
            settlePlain(members, key)
        }
    }

    private func statement(of member: Int) -> Statement { reading.statements[candidates[member].index] }

    /// Labels that no codelist knows, or words of a sentence that may tell a part from the whole.
    private mutating func doubtLabels(of statement: Statement, _ key: Key) {
        let isSentence = statement.method == .sentence
        let place = "source: \(source.short), locator: \"\(statement.places.locator)\""
        let labels = statement.strangeLabels.map(\.text).joined(separator: ", ")
        let settle =
            "if it counts them all, say so in Decisions/: supply: {\(place), with: {measure: \(key.measure)}}; if only some, explain: {\(place), reason: finer}"
        let expected =
            isSentence
            ? "expected words that the program knows; these may tell a part from the whole\nhint: \(settle)"
            : "expected an offence, an age or a total\nhint: \(settle); an offence's name can also be added to codelists/offence_map.csv of the workspace"
        contribution.issues.append(
            Issue(
                isSentence ? "unread-words" : "unknown-label", .warning, source: source, places: statement.places,
                area: key.area, period: key.period, measure: key.measure,
                message:
                    "\(statement.places.locator): found “\(labels)” with “\(statement.figure.raw)”, \(expected)"
            ))
    }

    private mutating func settlePlain(_ members: [Int], _ key: Key) {
        var distinct: [Int] = []
        var alike: [[Quantity?]: [Int]] = [:]
        let hasFigure = members.contains { !candidates[$0].entry.figure.status.isState }
        // What is printed comes before a sum of our own that says the same.
        let sums = Set(members.filter { candidates[$0].entry.method == .sum })
        for member in members.filter({ !sums.contains($0) }) + members.filter(sums.contains) {
            let candidate = candidates[member]
            let figure = candidate.entry.figure
            if figure.status.isState, hasFigure {
                silence(reading.statements[candidate.index], area: key.area, period: key.period, measure: key.measure)
                continue
            }
            let value = [figure.value, figure.low, figure.high]
            if let same = alike[value]?.first(where: { isRepeat(candidates[$0], candidate) }) {
                explain(reading.statements[candidate.index], "repeated", witness: candidates[same].entry.places.locator)
            } else {
                distinct.append(member)
                alike[value, default: []].append(member)
            }
        }
        distinct = withoutParts(withoutSmallerTotals(withoutOutdated(distinct)))
        guard let first = distinct.first else { return }
        if distinct.count == 1 {
            publish(reading.statements[candidates[first].index])
            contribution.entries.append(candidates[first].entry)
        } else if canAdd(distinct, key) {
            add(distinct)
        } else if let best = mostDirect(distinct) {
            publish(reading.statements[candidates[best].index])
            contribution.entries.append(candidates[best].entry)
            for other in distinct where other != best {
                explain(
                    reading.statements[candidates[other].index], "repeated",
                    witness: candidates[best].entry.places.locator)
            }
        } else {
            cover(key.area, statement(of: distinct[0]), key.measure, "to_review")
            let shown = distinct.prefix(6).map {
                "“\(candidates[$0].entry.figure.raw)” at \(candidates[$0].entry.places.locator)"
            }
            let more = distinct.count > 6 ? " and \(distinct.count - 6) more" : ""
            let values = shown.joined(separator: ", ") + more
            contribution.issues.append(
                Issue(
                    "conflict-in-source", .error, source: source,
                    places: distinct.flatMap { candidates[$0].entry.places }, area: key.area, period: key.period,
                    measure: key.measure,
                    message:
                        "\(key.text): found \(values), expected one figure\nhint: say which counts in Decisions/: explain: {source: \(source.short), locator: \"PLACE\", reason: out_of_scope} for those that do not, or supply: {source: \(source.short), locator: \"PLACE\", with: {measure: …}} for one of another measure"
                ))
        }
    }

    /// `2017/18 (as previously disclosed)` beside `2017/18 (revised)`: what the source itself calls overtaken is explained.
    private mutating func withoutOutdated(_ members: [Int]) -> [Int] {
        func says(_ words: Set<String>, _ member: Int) -> Bool {
            let statement = reading.statements[candidates[member].index]
            guard statement.method == .table || statement.method == .list else { return false }
            return (statement.labels.map(\.text) + statement.evidence.filter { $0.part == "period" }.map(\.text))
                .contains { $0.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) } }
        }
        let old = members.filter { says(RevisionWords.outdated, $0) }
        let new = members.filter { says(RevisionWords.revised, $0) }
        let live = old.isEmpty ? new : members.filter { !old.contains($0) }
        guard live.count == 1, live.count < members.count, let current = live.first else { return members }
        for member in members where member != current {
            explain(
                reading.statements[candidates[member].index], "corrected",
                witness: "overtaken, as the headers say, by \(candidates[current].entry.places.locator)")
        }
        return live
    }

    /// `Total` over platforms that a search found, beside the figure of all: less than the whole.
    private mutating func withoutSmallerTotals(_ members: [Int]) -> [Int] {
        let over = members.filter { statement(of: $0).isOfPart }
        let whole = members.filter { !statement(of: $0).isOfPart }.compactMap { candidates[$0].entry.figure.value }
            .min()
        guard let whole, over.allSatisfy({ candidates[$0].entry.figure.value.map { $0 < whole } ?? false }) else {
            return members
        }
        for member in over {
            explain(statement(of: member), "finer", witness: "a total over labels that leave some out")
        }
        return members.filter { !statement(of: $0).isOfPart }
    }

    /// `Rape Total` beside the kinds of rape that it adds up: the parts are in it.
    private mutating func withoutParts(_ members: [Int]) -> [Int] {
        let totals = members.filter { member in
            statement(of: member).labels.contains { label in
                label.text.lowercased().split { !$0.isLetter }.contains { $0 == "total" || $0 == "subtotal" }
            }
        }
        guard totals.count == 1, let total = totals.first, members.count > 1,
            let value = candidates[total].entry.figure.value
        else {
            return members
        }
        let parts = members.filter { $0 != total }
        let sum = Figure.sum(parts.map { candidates[$0].entry.figure }, status: .exact)
        guard let low = sum.low, low <= value, sum.high.map({ value <= $0 }) ?? true else { return members }
        for part in parts {
            explain(statement(of: part), "same_key", witness: candidates[total].entry.places.locator)
        }
        return [total]
    }

    private func isRepeat(_ a: (index: Int, entry: Entry), _ b: (index: Int, entry: Entry)) -> Bool {
        !canAddLabels(reading.statements[a.index], reading.statements[b.index], a.entry.key)
            || a.entry.figure.status.isState
    }

    /// A sum of our own yields to a printed figure; hidden parts of a total told elsewhere do not contradict it.
    private func mostDirect(_ members: [Int]) -> Int? {
        let printed = members.filter {
            candidates[$0].entry.method != .sum && candidates[$0].entry.method != .recordCount
        }
        return printed.count == 1 ? printed.first : nil
    }

    // MARK: categories that share a code

    private func canAdd(_ members: [Int], _ key: Key) -> Bool {
        guard key.offence != "all" || key.age != "all" else { return false }
        for (position, a) in members.enumerated() {
            for b in members[(position + 1)...]
            where !canAddLabels(reading.statements[candidates[a].index], reading.statements[candidates[b].index], key) {
                return false
            }
        }
        return true
    }

    /// Two rows of one table whose own labels differ are two categories.
    private func canAddLabels(_ a: Statement, _ b: Statement, _ key: Key) -> Bool {
        guard a.method == b.method, a.method == .table || a.method == .list || a.method == .sentence,
            key.offence != "all"
        else { return false }
        let left = a.evidence.last { $0.part == "offence" }?.text
        let right = b.evidence.last { $0.part == "offence" }?.text
        return left != nil && right != nil && left != right
    }

    private mutating func add(_ members: [Int]) {
        let entries = members.map { candidates[$0].entry }
        var sum = entries[0]
        sum.figure = Figure.sum(entries.map(\.figure), status: .exact)
        sum.method = .sum
        sum.places = entries.shown(by: \.figure.raw).flatMap(\.places)
        for member in members { publish(reading.statements[candidates[member].index]) }
        contribution.entries.append(sum)
    }
}

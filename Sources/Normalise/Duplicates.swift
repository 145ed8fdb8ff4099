import Records

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
        let plain = members.filter { reading.statements[candidates[$0].index].strangeLabels.isEmpty }
        let strange = members.filter { !plain.contains($0) }
        let distinct = Set(strange.map { reading.statements[candidates[$0].index].strangeLabels.map(\.text) })
        if !plain.isEmpty, !strange.isEmpty {
            // Finer than the campaign's dimensions, with the whole beside it.
            for member in strange {
                let statement = reading.statements[candidates[member].index]
                explain(statement, "finer", witness: statement.strangeLabels.map(\.text).joined(separator: ", "))
            }
            settlePlain(plain, key)
        } else if distinct.count > 1 {
            for member in strange {
                let statement = reading.statements[candidates[member].index]
                contribution.issues.append(
                    Issue(
                        "unknown-label", .warning, source: source, places: statement.places, area: key.area,
                        period: key.period, measure: key.measure,
                        message:
                            "\(statement.places.locator): found “\(statement.strangeLabels.map(\.text).joined(separator: ", "))” with “\(statement.figure.raw)”, expected an offence, an age or a total\nhint: add the label to codelists/offence_map.csv of the workspace, or in Decisions/: explain: {source: \(source.short), locator: \"\(statement.places.locator)\", reason: finer}"
                    ))
            }
        } else {
            settlePlain(members, key)
        }
    }

    private mutating func settlePlain(_ members: [Int], _ key: Key) {
        var distinct: [Int] = []
        // What is printed comes before a sum of our own that says the same.
        let sums = Set(members.filter { candidates[$0].entry.method == .sum })
        for member in members.filter({ !sums.contains($0) }) + members.filter(sums.contains) {
            let candidate = candidates[member]
            if candidate.entry.figure.status.isState,
                members.contains(where: { !candidates[$0].entry.figure.status.isState })
            {
                silence(reading.statements[candidate.index], area: key.area, period: key.period, measure: key.measure)
                continue
            }
            if let same = distinct.first(where: {
                Self.equal(candidates[$0].entry.figure, candidate.entry.figure) && isRepeat(candidates[$0], candidate)
            }) {
                explain(reading.statements[candidate.index], "repeated", witness: candidates[same].entry.places.locator)
            } else {
                distinct.append(member)
            }
        }
        distinct = withoutOutdated(distinct)
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
            let values = distinct.map {
                "“\(candidates[$0].entry.figure.raw)” at \(candidates[$0].entry.places.locator)"
            }.joined(separator: ", ")
            contribution.issues.append(
                Issue(
                    "conflict-in-source", .error, source: source,
                    places: distinct.flatMap { candidates[$0].entry.places }, area: key.area, period: key.period,
                    measure: key.measure,
                    message:
                        "\(key.text): found \(values), expected one figure\nhint: say which counts in Decisions/: explain: {source: \(source.short), locator: \"PLACE\", reason: out_of_scope} for the others"
                ))
        }
    }

    private static let outdated: Set<String> = [
        "previously", "previous", "superseded", "original", "originally", "formerly",
    ]

    /// `2017/18 (as previously disclosed)` beside `2017/18 (revised)`: what the source itself calls overtaken is explained.
    private mutating func withoutOutdated(_ members: [Int]) -> [Int] {
        func isOutdated(_ member: Int) -> Bool {
            let statement = reading.statements[candidates[member].index]
            guard statement.method == .table || statement.method == .list else { return false }
            return (statement.labels.map(\.text) + statement.evidence.filter { $0.part == "period" }.map(\.text))
                .contains {
                    $0.lowercased().split { !$0.isLetter }.contains { Self.outdated.contains(String($0)) }
                }
        }
        let live = members.filter { !isOutdated($0) }
        guard live.count == 1, live.count < members.count, let current = live.first else { return members }
        for member in members where member != current {
            explain(
                reading.statements[candidates[member].index], "corrected",
                witness: "overtaken, as its header says, by \(candidates[current].entry.places.locator)")
        }
        return live
    }

    private static func equal(_ a: Figure, _ b: Figure) -> Bool {
        a.value == b.value && a.low == b.low && a.high == b.high
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
        let left = a.evidence.first { $0.part == "offence" }?.text
        let right = b.evidence.first { $0.part == "offence" }?.text
        return left != nil && right != nil && left != right
    }

    private mutating func add(_ members: [Int]) {
        let entries = members.map { candidates[$0].entry }
        var sum = entries[0]
        sum.figure = Figure.sum(entries.map(\.figure), status: .exact)
        sum.method = .sum
        sum.places = entries.flatMap(\.places)
        for member in members { publish(reading.statements[candidates[member].index]) }
        contribution.entries.append(sum)
    }
}

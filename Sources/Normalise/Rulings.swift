import Campaign
import Records
import Vocabulary

extension SourceBinding {
    private func names(_ target: Decisions.Target) -> Bool {
        target.source.isEmpty || source.digest.hasPrefix(target.source)
    }

    private func matches(_ target: Decisions.Target, _ places: [Place]) -> Bool {
        names(target) && !target.locator.isEmpty
            && (places.locator == target.locator || places.contains { $0.locator == target.locator })
    }

    private mutating func use(_ entry: Decisions.Entry) { contribution.decisionsUsed.insert(entry.place.locator) }

    /// A withdrawn source publishes nothing; its statements stay as vintages.
    mutating func applySourceRulings() {
        for ruling in normaliser.decisions.rulings {
            guard case .withdraw = ruling.verdict, !ruling.target.source.isEmpty, names(ruling.target),
                ruling.target.locator.isEmpty, ruling.target.area.isEmpty, ruling.target.period.isEmpty
            else { continue }
            contribution.isWithdrawn = true
            use(ruling.entry)
        }
    }

    /// A decision that this number is no figure.
    mutating func ruling(explaining statement: Statement) -> (reason: String, place: Place)? {
        for ruling in normaliser.decisions.rulings {
            guard case .explain(let reason) = ruling.verdict, matches(ruling.target, statement.places) else { continue }
            use(ruling.entry)
            return (reason, ruling.entry.place)
        }
        return nil
    }

    /// A decision says of a note that it changes none of the figures around it.
    mutating func settleNotes() {
        for ruling in normaliser.decisions.rulings where names(ruling.target) {
            guard case .explain("note") = ruling.verdict else { continue }
            for index in reading.statements.indices {
                let doubts = reading.statements[index].doubts
                let left = doubts.filter { $0.note?.locator != ruling.target.locator }
                guard left.count < doubts.count else { continue }
                contribution.reading.statements[index].doubts = left
                use(ruling.entry)
            }
        }
    }

    /// What a decision adds to a statement that lacks a part of its key.
    mutating func supply(_ statement: Statement) -> Decisions.Target? {
        for ruling in normaliser.decisions.rulings {
            guard case .supply = ruling.verdict, matches(ruling.target, statement.places) else { continue }
            use(ruling.entry)
            return ruling.supplies
        }
        return nil
    }

    /// Numbers that the program could not read as figures, and a decision gives a whole key.
    mutating func adoptSupplied() {
        let used = Set(reading.statements.flatMap(\.places))
        for ruling in normaliser.decisions.rulings {
            let key = ruling.supplies
            guard case .supply = ruling.verdict, names(ruling.target), !key.area.isEmpty,
                !key.period.isEmpty, !key.measure.isEmpty,
                let token = reading.account.entries.firstIndex(where: { $0.place.locator == ruling.target.locator }),
                !used.contains(reading.account.entries[token].place)
            else { continue }
            let entry = reading.account.entries[token]
            let text = LexedText(entry.raw)
            guard let value = text[0]?.quantity ?? CardinalWords.match(text, at: 0).map({ Quantity($0.value) }) else {
                continue
            }
            var statement = Statement(
                figure: .exact(value, raw: entry.raw), method: .decision, places: [entry.place])
            statement.tokens = [token]
            statement.words = entry.context
            contribution.reading.statements.append(statement)
        }
    }

    /// A decision has said what the statement counts.
    func isSupplied(_ statement: Statement) -> Bool {
        normaliser.decisions.rulings.contains { ruling in
            if case .supply = ruling.verdict { matches(ruling.target, statement.places) } else { false }
        }
    }

    /// A decision has said what it counts or how many: nothing need be held any more.
    func isSettled(_ statement: Statement) -> Bool { isSupplied(statement) || isCorrected(statement) }

    /// A decision gives its value.
    func isCorrected(_ statement: Statement) -> Bool {
        normaliser.decisions.rulings.contains { ruling in
            if case .correct = ruling.verdict { matches(ruling.target, statement.places) } else { false }
        }
    }

    func applyCorrections(_ entry: inout Entry) {
        for ruling in normaliser.decisions.rulings where matches(ruling.target, entry.places) {
            switch ruling.verdict {
            case .correct(let value):
                entry.figure = .exact(value, raw: entry.figure.raw)
                entry.method = .decision
                entry.places.append(ruling.entry.place)
                entry.notes.append("corrected")
            case .withdraw: entry.standing = .withdrawn
            default: continue
            }
        }
    }

    /// Numbers that no statement uses may be explained by a decision too; then the books are closed.
    mutating func finishAccount() {
        for ruling in normaliser.decisions.rulings where names(ruling.target) {
            switch ruling.verdict {
            case .explain(let reason):
                for index in contribution.account.entries.indices
                where contribution.account.entries[index].place.locator == ruling.target.locator
                    && !isSettled(contribution.account.entries[index].fate)
                {
                    contribution.account.entries[index].fate = .explained(reason, witness: ruling.entry.place.locator)
                    use(ruling.entry)
                }
            case .correct, .withdraw:
                if !ruling.target.locator.isEmpty,
                    contribution.entries.contains(where: {
                        matches(ruling.target, $0.places) || $0.places.contains(ruling.entry.place)
                    })
                {
                    use(ruling.entry)
                }
            default: continue
            }
        }
        for index in contribution.account.entries.indices {
            if case .statement = contribution.account.entries[index].fate {
                contribution.account.entries[index].fate = .unexplained
            }
        }
        reportUnexplained()
    }

    private func isSettled(_ fate: Account.Fate) -> Bool {
        switch fate {
        case .published, .explained: true
        case .statement, .unexplained: false
        }
    }

    private mutating func reportUnexplained() {
        let named = Set(contribution.issues.flatMap(\.places))
        for entry in contribution.account.entries where entry.fate == .unexplained && !named.contains(entry.place) {
            contribution.issues.append(
                Issue(
                    "number-unexplained", .warning, source: source, places: [entry.place],
                    message:
                        "\(entry.place.locator): found “\(entry.raw)” in “\(entry.context)”, expected to know what it counts\nhint: in Decisions/: explain: {source: \(source.short), locator: \"\(entry.place.locator)\", reason: …}, or supply its key"
                ))
        }
        if contribution.account.tokens != contribution.account.found {
            contribution.issues.append(
                Issue(
                    "account-unbalanced", .error, source: source,
                    message:
                        "\(reading.source.paths.first ?? source.short): found \(contribution.account.found) numbers by count and \(contribution.account.tokens) by reading, expected as many\nhint: this is a fault of the program; please report the file"
                ))
        }
    }
}

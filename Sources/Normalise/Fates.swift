import Records

/// Doubts as issues with their next step, and the fates of the numbers that a statement uses.
extension SourceBinding {
    /// Raises the doubts that a reading already had, under the key where there is one.
    mutating func report(_ statement: Statement, key: Key?, only codes: Set<String>? = nil) {
        // Of several with one code the gravest is shown.
        let errors = statement.doubts.filter { $0.severity == .error }
        for doubt in errors + statement.doubts.filter({ $0.severity != .error })
        where codes?.contains(doubt.code) ?? true {
            let area = key?.area ?? statement.areas.first ?? ""
            contribution.issues.append(
                Issue(
                    doubt.code, doubt.severity, source: source, places: statement.places, area: area,
                    period: key?.period ?? statement.period, measure: key?.measure ?? "",
                    message:
                        "\(statement.places.locator): \(doubt.message)\nhint: \(settling(doubt))\(hint(doubt.code, statement))"
                ))
        }
    }

    /// How one line settles a note for all its figures.
    private func settling(_ doubt: Doubt) -> String {
        doubt.note.map {
            "if the note changes none of its figures, say so once in Decisions/: explain: {source: \(source.short), locator: \"\($0.locator)\", reason: note}; "
        } ?? ""
    }

    mutating func doubt(_ statement: Statement, _ code: String, _ words: String, area: String, measure: String) {
        contribution.issues.append(
            Issue(
                code, .warning, source: source, places: statement.places, area: area, period: statement.period,
                measure: measure,
                message:
                    "\(statement.places.locator): found “\(statement.figure.raw)”, \(words)\nhint: \(hint(code, statement))"
            ))
    }

    private func hint(_ code: String, _ statement: Statement) -> String {
        let place = "source: \(source.short), locator: \"\(statement.places.locator)\""
        switch code {
        case "unknown-body":
            return "map the name in Decisions/: map_name: {name: \"\(statement.areaAsWritten)\", to: CODE}"
        case "parts-do-not-add", "total-differs":
            return "ask the body which is right, or correct one in Decisions/: correct: {\(place), value: N}"
        case "repeated-record":
            return
                "ask the body whether these are two crimes; if one, correct the counts in Decisions/: correct: {\(place), value: N}"
        case "ambiguous-period", "relative-period":
            return "if it is another year, say so in Decisions/: supply: {\(place), with: {period: 2015/16}}"
        case Doubt.scope:
            return
                "if it stands for all that was asked, say so in Decisions/: supply: {\(place), with: {measure: …}}; if only some, explain: {\(place), reason: finer}; if the number is another, correct: {\(place), value: N}"
        case "unknown-marker", "unknown-label":
            return
                "say what it means in Decisions/: correct: {\(place), value: N}, or explain: {\(place), reason: label}"
        default:
            return
                "supply what is missing in Decisions/: supply: {\(place), with: {area_code: …, period: …, measure: …}}, or explain: {\(place), reason: …}"
        }
    }

    mutating func explain(_ statement: Statement, _ reason: String, witness: String) {
        for token in statement.tokens where contribution.account.entries.indices.contains(token) {
            contribution.account.entries[token].fate = .explained(reason, witness: witness)
        }
    }

    mutating func publish(_ statement: Statement) {
        for token in statement.tokens where contribution.account.entries.indices.contains(token) {
            contribution.account.entries[token].fate = .published
        }
    }

    mutating func silence(_ statement: Statement, area: String, period: Period?, measure: String) {
        let state: Silence.State =
            statement.reason == "no_response"
            ? .noResponse : Silence.State(rawValue: statement.figure.status.rawValue) ?? .notAvailable
        contribution.silences.append(
            Silence(
                area: area, period: period, measure: measure, state: state, reason: statement.reason,
                legalBasis: statement.legalBasis, words: statement.words, source: source, places: statement.places,
                isOwn: reading.kind == .bodyReturn, asOf: reading.asOf))
        explain(statement, "cost_estimate", witness: "in the words that say why nothing is supplied")
    }

    /// Marks the figures that words in their source put in doubt, unless a decision has settled them.
    mutating func doubtByWords() {
        let doubted = Set(
            contribution.issues.filter {
                $0.severity == .warning && !$0.isDecided && Doubt.ofWords.contains($0.code)
            }.map(\.places.locator))
        for index in contribution.entries.indices
        where doubted.contains(contribution.entries[index].places.locator) {
            contribution.entries[index].doubt()
        }
    }
}

import Records
import Vocabulary

/// What a document as a whole counts, for figures whose own words and surroundings leave it open: `The criteria were: sexual
/// offence; victim aged 17 or less; "cyber" keyword added`, said behind them.
extension Work {
    /// Gives such figures the one measure that the document speaks of; where it speaks of several they stay open.
    mutating func supplyMeasures() {
        let said = sections.flatMap { section -> [Cues] in
            guard case .passage(let passage) = section else { return [] }
            return Sentence.split(passage).filter { $0.role != .boilerplate }.map { CueRecogniser.cues(in: $0.lexed) }
        }
        let subjects = Set(said.compactMap(\.subject))
        guard Set(said.compactMap(\.flag)) == [.flagged], subjects.contains(.childSexual) else { return }
        let measure = Cues(flag: .flagged, subject: .childSexual)
        // `Crimes with cyber flag, victim under 18`, below a table of offences with children in their titles.
        let isAllOpen = reading.statements.allSatisfy { $0.role != .level || $0.cues.flag == nil }
        for index in reading.statements.indices {
            let statement = reading.statements[index]
            let isTitle = isAllOpen && statement.offence != nil
            guard statement.role == .level, statement.cues.flag == nil, statement.period != nil,
                [nil, .offences].contains(statement.cues.unit), !statement.figure.status.isState,
                statement.cues.subject != .other,
                isTitle
                    || statement.cues.subject != .childSexual && statement.strangeLabels.isEmpty
                        && !contradicts(statement)
            else { continue }
            reading.statements[index].cues = statement.cues.filled(from: measure)
            reading.statements[index].evidence.append(
                Evidence("measure", .document, "the only measure that the document speaks of", nil))
        }
    }

    /// `Figures as follows (all sexual offences, victim aged 0-17)` in answer to a question about the flag, which nothing
    /// denies: all of what was asked, or all without the flag; a person must say.
    mutating func doubtUnaskedWholes() {
        let wholes = reading.statements.indices.filter {
            reading.statements[$0].role == .level && reading.statements[$0].cues.flag == .all
        }
        guard !wholes.isEmpty, !reading.statements.contains(where: { $0.cues.flag == .flagged }) else { return }
        var asked: Set<Cues.Flag> = []
        var told: Set<Cues.Flag> = []
        var words: Label?
        for case .passage(let passage) in sections {
            let isAsked = [.quoted, .question, .header, .title].contains(passage.role)
            for sentence in Sentence.split(passage) {
                guard let flag = CueRecogniser.cues(in: sentence.lexed).flag else { continue }
                if isAsked || sentence.role == .request {
                    asked.insert(flag)
                } else {
                    told.insert(flag)
                    words = words ?? Label(sentence.text, sentence.places.first)
                }
            }
        }
        guard asked == [.flagged], told == [.all], let words else { return }
        doubt(wholes, .error, words)
    }

    /// The same year has another figure that says itself that it is of such offences: this one counts something else.
    private func contradicts(_ statement: Statement) -> Bool {
        reading.statements.contains { other in
            other.role == .level && (other.areas == statement.areas || statement.method == .sentence)
                && other.period == statement.period
                && other.age == statement.age
                && other.offence == statement.offence && other.cues.subject == .childSexual
                && other.figure.value != statement.figure.value
        }
    }
}

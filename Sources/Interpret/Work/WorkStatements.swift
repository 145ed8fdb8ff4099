import Records
import Vocabulary

extension Work {
    /// What stands before a section, nearest first; what was asked comes last and gives only its subject.
    func context(before index: Int, question: PassageUnit? = nil, asked: [Context.Outer] = []) -> Context {
        var outers = asked
        if let question {
            var own = Context.Outer(question.unit, .sentence)
            let text = question.unit.lexed
            // Beside a question about the flag, one that does not name it asks for all.
            if flagIsAsked, question.asked.isEmpty, own.cues.flag == nil, own.cues.subject == .childSexual,
                !Questionnaire.refersBack(text), !Questionnaire.asksOfThose(text), !Questionnaire.pointsAtFlag(text)
            {
                own.cues.flag = .all
            }
            outers += [own] + question.asked
        }
        outers += surroundings.near(before: index)
        let name = TextUnit(
            lexed: letterhead.nameUnit, mentions: MentionScanner.scan(letterhead.nameUnit, in: lexicon), tokens: [:],
            place: { _ in [] })
        var file = Context.Outer(name, .fileName)
        file.areas = []
        // `cheshire_staff.csv`: whoever made it, a table counts what it says.
        if file.cues.unit == .outcomes { file.cues.unit = nil }
        outers.append(file)
        outers += surroundings.asked(before: index, withQuestions: question == nil)
        return Context(
            outers: outers, senders: letterhead.senders, regime: regime, flagIsDenied: flagIsDenied,
            flagIsHeaded: flagIsHeaded, yearStyle: yearStyle)
    }

    mutating func append(_ statement: Statement, base: Int = 0) {
        var statement = statement
        statement.parts = statement.parts.map { $0 + base }
        if statement.figure.status == .suppressed, statement.figure.low == .zero, let high = legend.hiddenAboveZero,
            statement.figure.high == Quantity(high)
        {
            statement.figure.low = Quantity(1)
        }
        let index = reading.statements.count
        if statement.role == .level, let year = statement.period, year.isFinancialYear { yearsTold.insert(year) }
        switch statement.role {
        case .level: account.mark(statement.tokens, .statement(index))
        case .checkedTotal, .otherBody, .derived, .retracted, .repeated: break
        }
        reading.statements.append(statement)
    }

    /// Fates of figures that are no keys, told once all statements have their index.
    mutating func explainRoles(from start: Int) {
        for index in start..<reading.statements.count {
            let statement = reading.statements[index]
            switch statement.role {
            case .level, .retracted, .repeated: continue
            case .checkedTotal:
                let witness =
                    statement.parts.isEmpty
                    ? "total of the row or column"
                    : "sum of \(statement.parts.count) figures from \(reading.statements[statement.parts[0]].places.locator)"
                account.mark(statement.tokens, .explained("checked_total", witness: witness))
            case .otherBody:
                account.mark(
                    statement.tokens,
                    .explained("out_of_scope", witness: "\(statement.areaAsWritten) is no police force"))
            case .derived:
                account.mark(
                    statement.tokens,
                    .explained("percentage", witness: statement.labels.last?.text ?? statement.figure.raw))
            }
        }
    }
}

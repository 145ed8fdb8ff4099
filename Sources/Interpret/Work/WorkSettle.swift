import Records
import Vocabulary

extension Work {
    /// The fates of all numbers that are no figures.
    mutating func settle() {
        let footnotes = Footnotes(sections)
        let reference = NamedReference(fileName: fileLabel.text)
        for section in sections {
            switch section {
            case .passage(let passage):
                Explainer.explain(passage.unit, in: &account)
                let all = passage.unit.tokens(in: 0..<passage.unit.lexed.count)
                if passage.isFilter { account.mark(all, .explained("label", witness: "how the data were drawn")) }
                explainPath(passage)
                for range in passage.unit.lexed.count <= 30 ? reference.ranges(in: passage.unit.lexed) : [] {
                    account.mark(
                        passage.unit.tokens(in: range), .explained("reference", witness: "in the file's name"))
                }
                // A number of a title's own, too long to count anything.
                if passage.unit.lexed.count == 1, passage.unit.lexed[0]?.text.utf8.count ?? 0 >= 5 {
                    account.mark(all, .explained("reference", witness: passage.unit.text))
                }
                if [.heading, .title, .caption].contains(passage.role) || isFootnote(passage) {
                    footnotes.explain(passage.unit, in: &account)
                }
                if passage.unit.lexed.count == 1, letterhead.kind == .bodyReturn,
                    AgeRecogniser.whole(passage.unit.lexed) != nil,
                    passage.role == .heading || passage.role == .paragraph
                {
                    account.mark(
                        passage.unit.tokens(in: 0..<1), .explained("label", witness: "age \(passage.unit.text)"))
                }
                for sentence in Sentence.split(passage) {
                    let entries = sentence.unit.tokens(in: sentence.range)
                    if sentence.role == .request || passage.role == .question {
                        account.mark(entries, .explained("quoted_request", witness: "in what was asked"))
                    }
                    explainOthers(sentence)
                    if sentence.role == .boilerplate {
                        account.mark(entries, .explained("boilerplate", witness: "how to complain or whom to ring"))
                    }
                }
                explainRepeats(passage)
            case .table(let block):
                for row in block.cells {
                    let filled = row.filter { !$0.isBlank && !$0.isSpanned }
                    // `1 | Taken from Niche on 8 June`, among the notes of a sheet.
                    if filled.count == 2, filled[0].column == 0, filled[0].lexed.count == 1,
                        (1...30).contains(filled[0].lexed.integer(0) ?? 0), filled[1].lexed.words.count > 3
                    {
                        account.explain([filled[0]], .explained("footnote_mark", witness: filled[1].unit.text))
                    }
                    for cell in row where !cell.isSpanned {
                        Explainer.explain(cell.unit, in: &account)
                        footnotes.explain(cell.unit, in: &account)
                        // An age on its own in a row of a template that nobody filled in.
                        if filled.count == 1, cell.column == 0, let age = AgeRecogniser.whole(cell.lexed) {
                            account.mark(
                                cell.unit.tokens(in: 0..<cell.lexed.count),
                                .explained("label", witness: "age \(age.code)"))
                        }
                    }
                }
            }
        }
        let said = sections.flatMap { section -> [Cues] in
            switch section {
            case .passage(let passage): Sentence.split(passage).map { CueRecogniser.cues(in: $0.lexed) }
            case .table(let block):
                (block.headerRows + Array(block.dataRows.prefix(30))).flatMap { row in
                    block.cells[row].map { CueRecogniser.cues(in: $0.lexed) }
                }
            }
        }
        let subjects = Set(said.compactMap(\.subject))
        // Children's offences beside others: it speaks of them too.
        reading.cues = Cues(
            flag: said.lazy.compactMap(\.flag).first, unit: said.lazy.compactMap(\.unit).first,
            subject: [.childSexual, .sexual, .other].first(where: subjects.contains))
        reading.account = account.account
    }

    /// Numbers of a sentence that has no word of such crimes count what their noun says; a headline's are claims.
    private mutating func explainOthers(_ sentence: Sentence) {
        let cues = CueRecogniser.cues(in: sentence.lexed)
        for mention in sentence.mentions {
            guard case .number = mention.kind else { continue }
            let entries = sentence.unit.tokens(in: mention.range).filter(account.isUnexplained)
            let text = sentence.unit.lexed
            let witness = ProseReader.around(mention.range, text)
            // `2017/18 - 41 (including 6 carried over)` may be a figure that was not understood.
            let isDated =
                (sentence.lexed.words.count <= 14 || cues.subject == nil && sentence.lexed.words.contains("figures"))
                && sentence.mentions.contains { mention in
                    if case .period(let reading) = mention.kind { reading.period?.isWholeYear == true } else { false }
                }
            if isDated, !Set(sentence.lexed.words).isDisjoint(with: ["together", "combined"]) {
                account.mark(entries, .explained("checked_total", witness: witness))
            }
            // `Between 130 and 140 offences` may be an answer.
            let isRange =
                text.isWord(mention.range.lowerBound - 1, ["between"])
                || text.isWord(mention.range.lowerBound - 3, ["between"])
            // `1,204 such offences`: of those that were asked for.
            let isOfAsked =
                text.isWord(mention.range.upperBound, ["such"])
                // `The answer to the first is 188`
                || sentence.lexed.words.contains { ["answer", "answers"].contains($0) }
            // `- 139 other`, the rest of a list
            let isOfRest =
                sentence.passageRole == .listItem
                && text.isWord(mention.range.upperBound, ["other", "others", "remaining"])
            if cues.flag == nil, cues.subject != .childSexual, !isDated, !isRange, !isOfAsked, !isOfRest,
                (mention.range.upperBound..<mention.range.upperBound + 3).contains(where: {
                    $0 < sentence.range.upperBound && text[$0]?.isWord == true
                })
            {
                account.mark(entries, .explained("other_count", witness: witness))
            } else if reading.kind == .press, sentence.passageRole == .heading || sentence.passageRole == .title {
                account.mark(entries, .explained("claim", witness: witness))
            }
        }
    }

    /// `Home > Disclosures > 2022`: a year that is a folder of the site; not `2017/18 -> 45`.
    private mutating func explainPath(_ passage: PassageUnit) {
        let text = passage.unit.lexed
        let steps = text.lexemes.indices.filter {
            // Not the sign of a quoted line.
            text.isSymbol($0, ">") && $0 > 0 && text[$0]?.lineBefore != true && !text.isSymbol($0 - 1, "-")
                && !text.isSymbol($0 - 1, "=")
        }
        for step in steps where steps.count > 1 && (1990...2100).contains(text.integer(step + 1) ?? 0) {
            account.mark(
                passage.unit.tokens(in: step + 1..<step + 2), .explained("page", witness: passage.unit.text))
        }
    }

    /// A figure said again in a headline or a summary.
    private mutating func explainRepeats(_ passage: PassageUnit) {
        for mention in passage.unit.mentions {
            guard case .number(let figure) = mention.kind, let value = figure.value else { continue }
            let entries = passage.unit.tokens(in: mention.range).filter(account.isUnexplained)
            guard !entries.isEmpty,
                let other = reading.statements.first(where: {
                    $0.role == .level && $0.figure.value == value && !$0.tokens.isEmpty
                }), value > Quantity(12) || passage.role == .heading
            else { continue }
            account.mark(entries, .explained("repeated", witness: other.places.locator))
        }
    }
}

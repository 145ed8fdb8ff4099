import Records
import Vocabulary

/// What a figure does not count, told by what stands beside its labels; and why a cell has none.
extension TableReader {
    /// Totals over more than our offences, offences beside them, parts of what is flagged.
    func checkScope(_ row: Int, _ position: Int, _ composer: inout LabelComposer) {
        let lines = shape.headerLines.map(\.line) + shape.columnLines.map(\.line)
        composer.statement.isOfPart = lines.indices.contains {
            lines[$0].isStrange && composer.totals.contains($0)
        }
        // A total over sexual offences and burglaries counts neither.
        if lines.indices.contains(where: { lines[$0].hasOtherCrimes && composer.totals.contains($0) }),
            composer.totalSubject == nil
        {
            composer.statement.cues.subject = .other
        }
        if let line = lines.first(where: \.isUnfit), composer.statement.period?.isWholeYear == true {
            composer.statement.doubts.append(
                Doubt(
                    Doubt.scope, .error,
                    "found “\(line.unfit)” over the years, expected counts by year of recording from April to March"
                ))
        }
        // `All ages` over flagged offences, where nothing speaks of children.
        if !composer.isOfChildren, lines.contains(where: \.isOfAllAges),
            !context.outers.contains(where: { $0.isOfChildren || $0.cues.subject == .childSexual })
        {
            composer.statement.doubts.append(
                Doubt("adults-in-total", .error, "found “All ages” and nothing of children, expected under-18s only"))
        }
        // `Obscene publications` beside `Sexual offences, victim under 18` and burglaries.
        let labels =
            shape.headerLines.map { $0.labels.indices.contains(position) ? $0.labels[position] : nil }
            + shape.columnLines.map { $0.labels.indices.contains(row) ? $0.labels[row] : nil }
        if zip(lines, labels).contains(where: { line, label in
            line.hasChildrenBeside && (label?.offence ?? "all") != "all" && label?.cues.subject == nil
        }) {
            composer.statement.cues.subject = .other
        }
        // `Sexual offences` beside `Sexual offences, victim under 18`, where nothing around speaks of children alone.
        if !composer.isOfChildren, !context.outers.contains(where: { $0.kind != .document && $0.isOfChildren }),
            zip(lines, labels).contains(where: { line, label in
                line.tellsChildrenApart
                    && label.map {
                        $0.cues.subject == .sexual || $0.isTotal && $0.cues.subject == nil
                    } ?? false
            })
        {
            composer.statement.cues.subject = .other
        }
        // `Flagged offences where an image was shared` below `Offences with flag`
        for (line, label) in zip(lines, labels) {
            guard line.nature == .flag, line.hasPlainFlag, let label, label.cues.flag == .flagged, label.offence == nil,
                !label.strange.isEmpty, label.namedPeriods.isEmpty, label.area == nil, label.namedAge == nil
            else { continue }
            composer.statement.strangeLabels.append(label.label)
        }
        let withAdults = lines.indices.filter { lines[$0].nature == .age && lines[$0].hasAdults }
        // Beside a figure of all children, neither a total with adults nor a victim of unknown age is one of ours.
        if withAdults.contains(where: {
            lines[$0].hasChildren && (composer.totals.contains($0) || composer.statement.age == Age.unknown.code)
        }) || lines.indices.contains(where: { lines[$0].tellsChildren && composer.totals.contains($0) }) {
            composer.statement.cues.subject = .other
        } else if withAdults.contains(where: composer.totals.contains) && !composer.totalIsOfChildren
            // Nor is a victim of unknown age beside them a child.
            || !withAdults.isEmpty && composer.statement.age == Age.unknown.code
        {
            composer.statement.doubts.append(
                Doubt(
                    "adults-in-total", .error,
                    "found a total over ages that include adults, expected one of under-18s only"))
        }
    }

    /// Why the row has no figure, told in a column of remarks: `Refused under section 12`.
    func stateBeside(_ row: Int) -> (state: FigureRecogniser.Cell, place: Place?)? {
        guard let row = block.dataRows.dropFirst(row).first else { return nil }
        return shape.noteColumns.lazy.compactMap { column -> (state: FigureRecogniser.Cell, place: Place?)? in
            guard let note = block.cell(row, column), let state = StateRecogniser.cell(note.lexed) else { return nil }
            let told = FigureRecogniser.Cell.figure(
                .state(state.status, raw: note.unit.text), reason: state.reason, legalBasis: state.legalBasis)
            return (told, note.place)
        }.first
    }

    var blankMeaning: FigureRecogniser.Cell? {
        switch legend.blank {
        case .zero?: .figure(.exact(.zero, raw: ""), reason: "", legalBasis: "")
        case .hidden(let low, let high)?: .figure(.suppressed(low, high, raw: ""), reason: "", legalBasis: "")
        case .state(let status, let reason)?: .figure(.state(status, raw: ""), reason: reason, legalBasis: "")
        default: nil
        }
    }
}

import Records
import Vocabulary

/// What corners, marks and brackets add to a cell.
extension TableReader {
    /// `2020/21 | All | Flagged` over rows of divisions: the year stands in the corner. A total beside rows of `Y` and `N` is of both.
    func takeCorners(_ row: Int, _ style: YearStyle, _ composer: inout LabelComposer) {
        for (line, labels) in shape.columnLines {
            let years = Set(line.name?.namedPeriods.compactMap(\.period).filter(\.isWholeYear) ?? [])
            if composer.statement.period == nil, let name = line.name, name.period?.period != nil || years.count == 1 {
                composer.take(
                    name, nature: .period, kind: .columnHeader, contrast: false, style: style, line: nil)
            }
            if line.nature == .flag, labels.indices.contains(row), labels[row] == nil, !composer.totals.isEmpty {
                composer.statement.cues.flag = .all
            }
        }
    }

    /// `Offences with the flag, 2015/16: 3` over `2016/17: 4` in a list: what the bare year counts, the label above it says.
    func toldAbove(_ labels: [LabelReading?], _ row: Int) -> LabelReading? {
        func isBare(_ label: LabelReading) -> Bool {
            label.cues.flag == nil && label.cues.subject == nil && label.offence == nil && label.namedAge == nil
                && !label.isTotal && !label.namedPeriods.isEmpty
                && label.strange.allSatisfy { ["same", "and"].contains($0) }
        }
        guard labels.indices.contains(row), let label = labels[row], isBare(label),
            let above = labels[..<row].last(where: { $0.map { !isBare($0) } ?? false }) ?? nil,
            above.cues.flag != nil, !above.namedPeriods.isEmpty
        else { return nil }
        return above
    }

    /// `2020/21 (p)`: what the legend says of the mark holds of every figure under the header.
    func qualify(_ statement: inout Statement, by label: LabelReading?) {
        guard let text = label?.unit.lexed, statement.figure.status == .exact else { return }
        // `Provisional` in a column that says how final the figures are
        switch text.words {
        case ["provisional"]: statement.figure.status = .provisional
        case ["estimated"], ["estimate"]: statement.figure.status = .estimated
        default: break
        }
        // `2018*`, where the note of the mark names the part of the year that is covered.
        if let period = statement.period, let part = covered(by: text, of: period), period.contains(part),
            part != period
        {
            (statement.period, statement.partOf, statement.figure.status) = (part, period, .partial)
            return
        }
        for lexeme in text.lexemes where lexeme.raised && lexeme.isWord {
            guard case .quality(let quality)? = legend["[\(lexeme.text)]"] ?? legend[lexeme.text] else { continue }
            statement.figure.status = quality
        }
        // `2018/19 p`, where the legend knows the letter.
        if text.count > 1, let last = text.lexemes.last, last.isWord, last.text.count == 1, last.spaceBefore,
            case .quality(let quality)? = legend[last.text]
        {
            statement.figure.status = quality
        }
        for index in 0..<text.count
        where (text.isSymbol(index, "(") || text.isSymbol(index, "[")) && text[index + 2]?.kind == .symbol {
            guard let word = text.word(index + 1), case .quality(let quality)? = legend["[\(word)]"] else { continue }
            statement.figure.status = quality
        }
    }

    /// The part of a year that the note of a label's mark names: `2018*`, `2018/19 (1)`, a raised digit.
    func covered(by text: LexedText, of year: Period) -> Period? {
        guard let last = text.lexemes.last else { return nil }
        if text.count > 4, text.isSymbol(text.count - 1, "]"), text.isSymbol(text.count - 3, "^") {
            let note = text.raw(lexemes: text.count - 4..<text.count).lowercased()
            return legend.periods[note]?.period(within: year)
        }
        let mark =
            last.raised
            ? "^\(last.text)" : last.text == ")" ? Self.bracketed(text) : last.text
        return legend.periods[mark]?.period(within: year)
    }

    /// The mark in brackets at the end, as legends know it: `(1)`, and `[b]` for `(b)`.
    private static func bracketed(_ text: LexedText) -> String {
        text.word(text.count - 2).map { "[\($0)]" } ?? text.raw(lexemes: max(0, text.count - 3)..<text.count)
    }

    /// The lexemes that the figure itself is; a share or a footnote mark beside it is not of it.
    static func lexemes(of figure: Figure, in text: LexedText) -> Range<Int> {
        guard let range = text.scalars(of: figure.raw) else { return 0..<text.count }
        let own = text.lexemes.indices.filter { text.lexemes[$0].range.overlaps(range) }
        guard let first = own.first, let last = own.last else { return 0..<text.count }
        return first..<last + 1
    }

    /// The cell, or in a text the characters of the figure itself.
    func places(of figure: Figure?, in cell: CellUnit) -> [Place] {
        if let figure, let range = cell.unit.lexed.scalars(of: figure.raw) { return cell.unit.place(range) }
        return cell.unit.place(0..<max(1, cell.unit.text.unicodeScalars.count))
    }
}

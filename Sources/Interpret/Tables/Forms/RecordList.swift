import Records
import Vocabulary

/// Counts a record-level return: one row a crime, by financial year, by each dimension and by both.
///
/// Small cells of two dimensions are for the campaign to hide.
struct RecordList {
    struct Row {
        var year: Int
        /// The force that a column names.
        var area: String?
        var offence: String?
        var age: String?
        var flag: Cues.Flag?
        var number: Int
    }

    var rows: [Row] = []
    private var undated = 0
    /// The last day that a row has.
    private(set) var latest: CivilDate?
    var adults = 0
    /// Rows whose crime number stood in an earlier row, by that row.
    var repeats: [(number: Int, first: Int)] = []
    /// Rows that say that they count nothing, with what they say.
    var struck: [Int: String] = [:]
    /// Titles that the codelists do not know.
    var unknownOffences: Set<String> = []
    var hasFlag = false
    var hasAge = false
    var hasOffence = false
    var firstRow = 0
    var lastRow = 0
    let block: TableBlock
    let lexicon: Lexicon

    /// Nil unless the block lists records: rows with a date or year each, and no column of counts.
    init?(_ block: TableBlock, legend: Legend, lexicon: Lexicon) {
        self.block = block
        self.lexicon = lexicon
        let data = block.dataRows
        guard data.count >= 3, let header = block.headerRows.last, !block.isList else { return nil }
        var names: [Int: LabelReading] = [:]
        for column in 0..<block.columns {
            if let cell = block.cell(header, column), !cell.isBlank {
                names[column] = LabelReading(cell.unit, place: cell.place, lexicon: lexicon)
            }
        }
        func words(_ column: Int) -> Set<String> { Set(names[column]?.unit.lexed.words ?? []) }
        let sample = Array(data.prefix(200))
        func share(_ column: Int, _ holds: (LexedText) -> Bool) -> Double {
            let cells = sample.compactMap { block.cell($0, column) }.filter { !$0.isBlank }
            return cells.isEmpty ? 0 : Double(cells.filter { holds($0.lexed) }.count) / Double(cells.count)
        }
        let dated = names.keys.filter { share($0) { Self.date($0) != nil } > 0.8 }
        let yearly = names.keys.filter {
            share($0) { PeriodRecogniser.whole($0)?.period?.isFinancialYear ?? false } > 0.8
        }
        // `May 2021`: a month is in one financial year.
        let monthly = names.keys.filter {
            share($0) { PeriodRecogniser.whole($0)?.period.map { $0.days <= 31 } ?? false } > 0.8
        }
        guard let time = Self.recorded(dated, words) ?? Self.recorded(monthly, words) ?? yearly.min() else {
            return nil
        }
        let ageColumn = names.keys.filter { words($0).contains("age") || words($0).contains("ages") }.min()
        let flagColumn =
            names.keys.filter {
                share($0) { FlagWords.read($0) != nil } > 0.8
                    || !words($0).isDisjoint(with: ["cyber", "flag", "online", "marker", "keyword"])
                        && share($0) { FlagWords.read($0) != nil } > 0.3
            }.min { words($0).contains("cyber") && !words($1).contains("cyber") }
            ?? names.keys.filter {
                !words($0).isDisjoint(with: FlagWords.lists) && share($0) { FlagWords.isListed(in: $0) } > 0
            }.min()
        let isFlagListed =
            flagColumn.map { column in
                !words(column).isDisjoint(with: FlagWords.lists) && share(column) { FlagWords.read($0) != nil } <= 0.8
            } ?? false
        // `21` is a class where the header says so.
        func offence(_ text: LexedText, _ column: Int) -> String? {
            OffenceRecogniser.whole(text, in: lexicon)
                ?? (words(column).isDisjoint(with: ["class", "code", "hoc", "hocode"])
                    ? nil : OffenceRecogniser.bareCode(text, in: lexicon))
        }
        let told = names.keys.map { column in (column, share(column) { offence($0, column) != nil }) }
        let offenceColumn = told.filter { $0.0 != ageColumn && $0.1 > 0.6 }.max {
            ($0.1, -$0.0) < ($1.1, -$1.0)
        }?.0
        // `Force`, where several sent one list.
        func area(_ text: LexedText) -> String? {
            AreaRecogniser.whole(text, in: lexicon)?.candidates.first(where: lexicon.isForce)
        }
        let areaColumn =
            names.keys.filter { column in
                !words(column).isDisjoint(with: ["force", "police", "constabulary", "body", "organisation"])
                    && share(column) { area($0) != nil } > 0.8
            }.min()
        // A column of counts makes it a table of figures by date.
        for column in names.keys
        where column != ageColumn && column != flagColumn && !dated.contains(column) && !yearly.contains(column)
            && !monthly.contains(column)
        {
            let counts = share(column) { Self.isCount($0, legend) }
            let numbers = sample.compactMap { block.cell($0, column)?.lexed.integer(0) }
            // Numbers that go up by one from row to row number the rows.
            let isSerial =
                numbers.count == sample.count && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
            // Large numbers, no two alike, beside dates name the rows, whatever their column is called.
            let isIdentifier =
                !dated.isEmpty && numbers.count == sample.count && numbers.count >= 8
                && numbers.allSatisfy { $0 >= 10_000 }
                && Set(numbers).count == numbers.count
            // `Number` behind the names counts; before them it numbers.
            let isName =
                !(column > 0 && words(column) == ["number"])
                && !words(column).isDisjoint(with: [
                    "ref", "reference", "id", "no", "number", "crime", "urn", "code", "beat", "row", "serial", "class",
                    "year", "hocr", "outcome", "type", "status", "district",
                ]) && words(column).isDisjoint(with: ["offences", "count", "total", "of"])
            if counts > 0.6, !isName, !isSerial, !isIdentifier { return nil }
        }
        // Rows that differ in little but their year are lines of a summary, not crimes.
        guard !dated.isEmpty || (ageColumn != nil || names.count >= 4) && data.count >= 8 else { return nil }
        hasFlag = flagColumn != nil
        hasAge = ageColumn != nil
        hasOffence = offenceColumn != nil
        for row in data {
            guard let cell = block.cell(row, time),
                let year = Self.date(cell.lexed)?.financialYear
                    ?? PeriodRecogniser.whole(cell.lexed)?.period?.start.financialYear
            else {
                undated += 1
                continue
            }
            latest = [latest, Self.date(cell.lexed)].compactMap { $0 }.max()
            let flag = flagColumn.flatMap { block.cell(row, $0) }.map { (cell) -> Cues.Flag in
                if isFlagListed { return FlagWords.isListed(in: cell.lexed) ? .flagged : .unflagged }
                return cell.isBlank ? .unflagged : FlagWords.read(cell.lexed) ?? .flagged
            }
            let age = ageColumn.flatMap { block.cell(row, $0) }.map {
                $0.isBlank ? Age.unknown : AgeRecogniser.whole($0.lexed) ?? .unknown
            }
            let named = offenceColumn.flatMap { column in
                block.cell(row, column).map { ($0, offence($0.lexed, column)) }
            }
            if let (cell, code) = named, code == nil, !cell.isBlank { unknownOffences.insert(cell.unit.text) }
            let offence = named.map { $0.1 ?? "other" }
            // Victims of 18 and over are no children, whatever the offence is called.
            if let age, !age.isUnknown, age.low >= 18 {
                adults += 1
                continue
            }
            struck[row] = block.cells[row].first { Self.voids.occurs(in: $0.lexed) }?.unit.text
            let body = areaColumn.flatMap { block.cell(row, $0) }.flatMap { area($0.lexed) }
            rows.append(Row(year: year, area: body, offence: offence, age: age?.code, flag: flag, number: row))
        }
        if let column = names.keys.filter({ !words($0).isDisjoint(with: Self.referenceWords) }).min() {
            let references = data.map { ($0, block.cell($0, column)?.unit.text ?? "") }
            // `Victim | V1 of 2`: a row a victim, of which each crime's first counts; their ages count people.
            let tellsVictims = names.values.contains {
                $0.unit.lexed.words == ["victim"] || $0.unit.lexed.words == ["victim", "number"]
            }
            if tellsVictims {
                var seen: Set<String> = []
                let again = Set(references.filter { !$0.1.isEmpty && !seen.insert($0.1).inserted }.map(\.0))
                if !again.isEmpty { hasAge = false }
                rows.removeAll { again.contains($0.number) }
            } else {
                repeats = Self.repeats(in: references)
            }
        }
        firstRow = block.cells[data.first ?? 0].first?.row ?? 0
        lastRow = block.cells[data.last ?? 0].first?.row ?? 0
    }

    /// A count, shown, hidden (`<5`) or left to a sign (`*`).
    private static func isCount(_ text: LexedText, _ legend: Legend) -> Bool {
        if text.count == 1, text[0]?.quantity != nil { return true }
        return switch FigureRecogniser.cell(text, legend: legend) {
        case .figure(let figure, _, _): figure.status.isHidden
        case .unknownMarker: true
        case .derived, nil: false
        }
    }

    /// `Found never to have happened`, `no crime`, `cancelled`: of a row that is no recorded crime, or no longer.
    private static let voids = Phrases<Bool>([
        "no crime", "no crimed", "not a crime", "never happened", "never to have happened", "did not happen",
        "cancelled", "struck", "duplicate", "in error", "entered twice", "void", "test record",
    ])

    private static let referenceWords: Set<String> = ["ref", "reference", "id", "number", "urn", "no"]

    /// Names that are nearly all their own: those that come twice are worth a question.
    static func repeats(in names: [(row: Int, name: String)]) -> [(number: Int, first: Int)] {
        var seen: [String: Int] = [:]
        var repeats: [(Int, Int)] = []
        for (row, name) in names where !name.isEmpty {
            if let first = seen[name] { repeats.append((row, first)) } else { seen[name] = row }
        }
        return repeats.count * 5 <= names.count ? repeats : []
    }

    private static func date(_ text: LexedText) -> CivilDate? {
        guard let (date, end) = DateRecogniser.match(text, at: 0) else { return nil }
        return end == text.count || text.count - end <= 6 && NoiseRecogniser.match(text, at: end)?.value == .time
            || text.isWord(end, ["t"]) ? date : nil
    }

    /// Of several dates the one on which the crime was recorded.
    private static func recorded(_ columns: [Int], _ words: (Int) -> Set<String>) -> Int? {
        for preferred: Set<String> in [
            ["recorded"], ["created", "crimed", "confirmed"], ["reported", "report"], ["date"],
        ] {
            let bad: Set<String> = [
                "committed", "offence", "occurred", "from", "birth", "dob", "disposal", "outcome", "incident", "start",
                "end", "closed", "updated",
            ]
            if let column = columns.filter({
                !words($0).isDisjoint(with: preferred)
                    && (preferred.contains("recorded") || words($0).isDisjoint(with: bad))
            }).min() {
                return column
            }
        }
        return columns.count == 1 ? columns.first : columns.min()
    }

    /// Rows without a readable date, which are counted nowhere.
    var undatedRows: Int { undated }
}

import Files

/// Tells tables with delimiters from pages and from running text, by content.
enum Sniffer {
    enum Format: Equatable {
        case html
        case csv(UInt8)
        case text
    }

    static func format(of text: [UInt8], named name: String) -> Format {
        if isHTML(text) { return .html }
        let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let hinted = ["csv", "tsv", "psv", "ssv", "tab"].contains(suffix)
        let head = text.count > 200_000 ? Array(text.prefix(200_000)) : text
        var best: (delimiter: UInt8, score: Double) = (0x2C, 0)
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
            let score = score(head, delimiter)
            if score > best.score { best = (delimiter, score) }
        }
        if hinted { return .csv(best.score > 0 ? best.delimiter : 0x2C) }
        // Bars are drawn where a rule of them stands under the header.
        if best.delimiter == UInt8(ascii: "|"), hasRule(head) { return .text }
        // Prose has commas too: only regular rows of short fields make a table.
        return best.score >= 0.55 ? .csv(best.delimiter) : .text
    }

    /// A row that ends like a sentence and whose commas stand between digits or before blanks: `3,186 offences, of which 40 …`.
    static func isSentence(_ fields: [[UInt8]]) -> Bool {
        guard let last = fields.last?.last(where: { $0 != 0x20 }), [0x2E, 0x3F, 0x21].contains(last) else {
            return false
        }
        let isProse = fields.dropFirst().allSatisfy { field in
            field.first == 0x20
                || field.prefix(3).count == 3 && field.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
        }
        let words = fields.reduce(0) { $0 + $1.filter { $0 == 0x20 }.count }
        return isProse && words >= 8
    }

    /// `Rape  9, 7`: a label with its first figure, then a comma and a blank before each other.
    private static func isListing(_ fields: [[UInt8]]) -> Bool {
        guard let first = fields.first, let last = first.last, (0x30...0x39).contains(last), first.contains(0x20),
            first.first.map({ !(0x30...0x39).contains($0) }) ?? false
        else { return false }
        // `Total: 2017/18 1,020; 2018/19 1,111`
        let isLed = first.contains(0x3A)
        return fields.dropFirst().allSatisfy { field in
            field.first == 0x20
                && field.dropFirst().allSatisfy {
                    (0x30...0x39).contains($0) || isLed && [0x20, 0x2C, 0x2F, 0x2D, 0x3A].contains($0)
                }
        }
    }

    /// `2017/18: 210 (sexual offences, victim under 18)`
    private static func cutsBrackets(_ fields: [[UInt8]]) -> Bool {
        fields.contains { field in
            field.lastIndex(of: 0x28).map { !field[$0...].contains(0x29) } ?? false
        }
    }

    /// `Rape   3   61   64 |  5   70   75`: gaps part the figures within a field.
    private static func holdsColumns(_ fields: [[UInt8]]) -> Bool {
        fields.contains { field in
            let parts = field.split(separator: 0x20)
            return parts.count > 2 && field.contains(0x20)
                && parts.suffix(2).allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C } }
        }
    }

    /// `Avon and Somerset 3,020 2,978`: the commas group digits, blanks part the figures.
    private static func groupsDigits(_ fields: [[UInt8]]) -> Bool {
        // `2017/18: 3,400 (all crime types)`
        if fields.count == 2, let colon = fields[0].lastIndex(of: 0x3A),
            fields[0][(colon + 1)...].drop(while: { $0 == 0x20 }).allSatisfy({ (0x30...0x39).contains($0) }),
            (1...4).contains(fields[0].count - colon - 1),
            fields[1].prefix(3).count == 3, fields[1].prefix(3).allSatisfy({ (0x30...0x39).contains($0) })
        {
            return true
        }
        return fields.dropFirst().contains { field in
            let parts = field.split(separator: 0x20)
            return parts.count == 2 && parts[0].count == 3 && field.first != 0x20
                && parts.joined().allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// `|---|:---:|`, `+-----+-----+`: a line that parts a header from its rows.
    private static func hasRule(_ text: [UInt8]) -> Bool {
        text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
            let corners = line.filter { $0 == 0x2B }.count
            return line.allSatisfy { [0x7C, 0x2B, 0x2D, 0x3D, 0x3A, 0x20].contains($0) }
                && (corners == 0 && line.filter { $0 == 0x7C }.count >= 2
                    || corners >= 2 && line.first { $0 != 0x20 } == 0x2B)
                && (line.contains(0x2D) || line.contains(0x3D))
        }
    }

    private static func isHTML(_ text: [UInt8]) -> Bool {
        let head = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
        let tags = ["<!doctype html", "<html", "<table", "<body", "<head", "<div", "<tr", "<td"]
        guard tags.contains(where: head.contains) else { return false }
        let trimmed = head.drop { $0.isWhitespace }
        return trimmed.hasPrefix("<") || head.contains("</") || head.contains("<td")
    }

    /// The share of filled rows that have the usual number of fields, less for long fields and single columns.
    private static func score(_ text: [UInt8], _ delimiter: UInt8) -> Double {
        var widths: [Int: Int] = [:]
        var rows = 0
        var fields = 0
        var long = 0
        var sentences = 0
        var counter = CSVParser(text, delimiter: delimiter)
        while rows < 400, let record = counter.next() {
            if record.isBlank { continue }
            rows += 1
            if record.fields.count > 1 {
                widths[record.fields.count, default: 0] += 1
                fields += record.fields.count
                if isSentence(record.fields) || isListing(record.fields) || groupsDigits(record.fields)
                    || cutsBrackets(record.fields) || holdsColumns(record.fields)
                {
                    sentences += 1
                }
                long += record.fields.filter { $0.count > 60 || $0.first == 0x20 && $0.count > 25 }.count
            }
        }
        // One line of running text may hold a comma or two.
        guard rows > 1, fields > 0, sentences * 3 <= rows,
            let usual = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
        else {
            return 0
        }
        let wide = widths.values.reduce(0, +)
        let regular = Double(usual.value) / Double(rows)
        let spread = Double(wide) / Double(rows)
        return (regular * 0.6 + spread * 0.4) * (1 - 0.9 * Double(long) / Double(fields)) + Double(min(usual.key, 10))
            * 0.004
    }
}

import Records

/// Reads letters, mails and notes: paragraphs, headings, quoted mail, questions with answers, lists and aligned tables.
enum TextReader {
    static func read(_ decoded: DecodedText) -> Document {
        let lines = TextLine.lines(of: decoded.text).flatMap(MarkedLine.apart)
        // What a table parts, no space or comma joins to one number.
        var parted: [Int: [String]] = [:]
        let blocks = blocks(of: lines, parted: &parted)
        var count = NumberCount()
        count.add(lines.filter { parted[$0.number] == nil || $0.isMarkAlone }.map(\.text).joined(separator: "\n"))
        for part in parted.values.joined() { count.add(part) }
        return Document(
            blocks: blocks, mediaType: "text/plain", encoding: decoded.encoding, numbersFound: count.count,
            remarks: decoded.remarks)
    }

    /// `parted` takes up the parts of lines, by their number, in tables that part what would be one number elsewhere.
    static func blocks(of lines: [TextLine], parted: inout [Int: [String]]) -> [Document.Block] {
        // In this order the first that reads a table decides.
        let forms: [any TextTable.Type] = [
            AlignedTable.self, BrokenTable.self, FlattenedTable.self, PackedTable.self, PackedRows.self,
            DelimitedRows.self, KeyedRecords.self, FigureList.self,
        ]
        var blocks: [Document.Block] = []
        var paragraph: [TextLine] = []
        var quoting = false
        func flush(_ role: Passage.Role? = nil) {
            guard !paragraph.isEmpty else { return }
            blocks += Paragraph.blocks(paragraph, quoted: quoting, forced: role)
            paragraph = []
        }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if !line.isQuoted, !quoting, let table = forms.lazy.compactMap({ $0.init(lines, from: index) }).first {
                flush()
                blocks.append(.grid(table.grid))
                for line in lines[index..<table.end] { parted[line.number] = table.parts(of: line) }
                index = table.end
                continue
            }
            // A reply that was passed on begins with the mark: nothing stands above it that would quote it.
            if MailMarks.opensQuote(line), !blocks.isEmpty || !paragraph.isEmpty,
                !MailMarks.passesOn(lines, at: index)
            {
                flush()
                quoting = true
            } else if quoting, !line.isQuoted, MailMarks.closesQuote(line) {
                flush()
                quoting = false
            }
            if line.isBlank || line.isRule {
                flush()
            } else {
                if line.isQuoted != (paragraph.last?.isQuoted ?? line.isQuoted) { flush() }
                if Paragraph.opens(line, after: paragraph.last)
                    || paragraph.last.map({ Paragraph.closes($0, before: line) }) ?? false
                {
                    flush()
                }
                paragraph.append(line)
            }
            index += 1
        }
        flush()
        return blocks
    }
}

/// One way in which texts draw tables.
protocol TextTable {
    var grid: Grid { get }
    /// The index of the first line after it.
    var end: Int { get }
    /// The parts of a line whose digits neither space nor comma joins; nil where it counts as it is.
    func parts(of line: TextLine) -> [String]?

    /// Nil where no such table begins.
    init?(_ lines: [TextLine], from start: Int)
}

extension TextTable {
    func parts(of line: TextLine) -> [String]? { nil }
}

/// Where mails quote what was asked.
enum MailMarks {
    static func opensQuote(_ line: TextLine) -> Bool {
        let text = line.text.lowercased()
        return text.contains("-----original message-----") || text.contains("original request:")
            || text.hasPrefix("begin forwarded message") || text.contains("----- original message")
            || text.contains("original message ---")
    }

    /// Whoever wrote above is no police body, and whoever wrote below is: what stands below is no quotation of what was asked.
    static func passesOn(_ lines: [TextLine], at mark: Int) -> Bool {
        func isOfBody(_ line: TextLine) -> Bool? {
            let text = line.text.lowercased()
            return text.hasPrefix("from:") ? text.contains("police") || text.contains("constabulary") : nil
        }
        return lines[..<mark].lazy.compactMap(isOfBody).first == false
            && lines[mark...].prefix(6).lazy.compactMap(isOfBody).first == true
    }

    /// An answer may go on below a quotation that its own heading ends.
    static func closesQuote(_ line: TextLine) -> Bool {
        let text = line.text.lowercased()
        return [
            "our response", "response:", "answer:", "our reply", "our answer", "end of original", "-----end", "--- end",
        ].contains { text.hasPrefix($0) }
    }
}

extension StringProtocol {
    var trimmedLowercase: String {
        String(drop { $0.isWhitespace || $0 == "*" }.reversed().drop { $0.isWhitespace || $0 == "*" }.reversed())
            .lowercased()
    }
}

import Extract
import Records
import Testing

/// Text that nobody would write is read all the same.
struct HostileTests {
    private static let signs = [
        "..", ". ", ".. ", "...", "-", "- ", "--", "*", "* ", ":", ": ", "::", ":: ", "=", "=> ", "->", "(", ")", "<",
        "<5", ">", ">>",
        "[", "]", "[1]", "?", "\"", "'", "|", "\t", "\u{A0}", "–", "§", "1 ", "Q", "Q1", "A1.",
    ]

    @Test(arguments: signs) func `whatever a line begins or ends with is read`(sign: String) throws {
        let lines = ["Kent Police", "Year   Offences", "2016/17   95", "..  not shown", "Rape: 4", "a", ""]
        for line in lines.indices {
            for changed in [sign + lines[line], lines[line] + sign, sign] {
                var text = lines
                text[line] = changed
                let document = try Extractor.document(from: Array(text.joined(separator: "\n").utf8), named: "a.txt")
                #expect(!document.blocks.isEmpty)
            }
        }
    }
}

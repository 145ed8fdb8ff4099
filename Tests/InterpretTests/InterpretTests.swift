import Campaign
import Extract
import Interpret
import Records
import Testing
import Vocabulary

enum Understood {
    static let lexicon: Lexicon = (try? Schemas())?.lexicon(Decisions()) ?? Lexicon()

    static func reading(_ text: String, _ name: String = "return.csv") throws -> Reading {
        let document = try Extractor.document(from: Array(text.utf8), named: name)
        return Interpreter(lexicon: lexicon).read(
            document, of: Source(id: SourceID(digest: "00"), paths: [name], byteCount: text.utf8.count))
    }

    /// Area, period and figure of every level, sorted.
    static func levels(_ text: String, _ name: String = "return.csv") throws -> [String] {
        try reading(text, name).statements.filter { $0.role == .level }.map { statement in
            let value = statement.figure.value?.description ?? statement.figure.status.rawValue
            return "\(statement.areas.joined(separator: "+")) \(statement.period?.label ?? "?") \(value)"
        }.sorted()
    }
}

struct TableTests {
    @Test func `tells a region from the force of the same name by the sum`() throws {
        let levels = try Understood.levels(
            "Force,2015/16\nWest Midlands,100\nStaffordshire,20\nWarwickshire,20\nWest Mercia,20\nWest Midlands,40\nLondon,7\nCity of London,3\nMetropolitan,4\n"
        )
        #expect(levels.contains("E23000014 2015/16 40"))
        #expect(!levels.contains { $0.hasPrefix("E12") })
    }

    @Test func `adds quarters to the year only where all are there`() throws {
        let levels = try Understood.levels(
            "Kent Police\nCyber flag offences\n\nYear,Q1,Q2,Q3,Q4\n2017/18,1,2,3,4\n2018/19,5,6,,\n")
        #expect(levels.contains("E23000032 2017/18 10"))
        #expect(levels.contains("E23000032 2018-04-01/2018-09-30 11"))
    }

    @Test func `takes a digit glued to a name or raised after a figure for a footnote`() throws {
        let reading = try Understood.reading(
            "<table><tr><th>Force</th><th>2015/16</th></tr><tr><td>Cheshire7</td><td>145<sup>1</sup></td></tr><tr><td>Kent</td><td>63</td></tr></table>",
            "x.html")
        #expect(reading.statements.map(\.figure.value) == [Quantity(145), Quantity(63)])
        #expect(
            reading.account.entries.filter {
                $0.fate == .explained("footnote_mark", witness: "E23000006") || $0.raw == "1"
            }.count == 2)
    }
}

struct ProseTests {
    @Test(arguments: [
        (
            "The number of child sexual offences with the cyber flag rose from 52 in 2014/15 to 50 the following year.",
            ["E23000032 2014/15 52", "E23000032 2015/16 50"]
        ),
        (
            "In 2016/17 Kent Police recorded 361 cyber-flagged sexual offences against children, up from 63 the previous 12 months.",
            ["E23000032 2015/16 63", "E23000032 2016/17 361"]
        ),
        (
            "There were 98 and 323 child sexual offences with a cyber flag in 2015/16 and 2016/17 respectively.",
            ["E23000032 2015/16 98", "E23000032 2016/17 323"]
        ),
        ("No cyber-flagged child sexual offences were recorded in 2015/16.", ["E23000032 2015/16 0"]),
        ("Fewer than five child sexual offences had the cyber flag in 2015/16.", ["E23000032 2015/16 suppressed"]),
    ])
    func `reads levels with their years`(sentence: String, expected: [String]) throws {
        #expect(try Understood.levels("Kent Police\n\n\(sentence)\n", "letter.txt") == expected)
    }

    @Test func `takes neither a change nor a percentage for a level`() throws {
        let levels = try Understood.levels(
            "Kent Police\n\nChild sexual offences with the cyber flag went up by 47, an increase of 12 per cent, to 98 in 2015/16.\n",
            "letter.txt")
        #expect(levels == ["E23000032 2015/16 98"])
    }

    @Test func `gives every number a fate`() throws {
        let reading = try Understood.reading(
            "Kent Police\nRef: FOI 2016/00123\n5 May 2016\n\nCyber-flagged child sexual offences in 2015/16: 63. Call 01622 690690, page 2, section 12(1).\n",
            "letter.txt")
        #expect(reading.account.tokens == reading.account.found)
        #expect(reading.account.entries.allSatisfy { $0.fate != .unexplained })
    }
}

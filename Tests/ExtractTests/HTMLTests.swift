import Extract
import Records
import Testing

struct HTMLReaderTests {
    private func rows(_ html: String) throws -> [[String]] { try Made.rows(html) }

    @Test(arguments: [
        ("<table><tr><td>05<td>06<tr><td>15<td>16</table>", [["05", "06"], ["15", "16"]]),
        (
            "<table><tr><td>05</td><td colspan=2>06</td><td>08</td></tr><tr><td>15</td><td>16</td><td>17</td><td>18</td></tr></table>",
            [["05", "06", "06", "08"], ["15", "16", "17", "18"]]
        ),
        (
            "<table><tr><td rowspan=2>25</td><td>26</td></tr><tr><td>36</td></tr></table>",
            [["25", "26"], ["25", "36"]]
        ),
        (
            "<table><tr><td>05</td><td colspan=>06</td></tr><tr><td>05</td><td colspan=\"x\">06</td></tr></table>",
            [["05", "06"], ["05", "06"]]
        ),
        ("<table><tr><td><font>b<tr><td>c</table>", [["b"], ["c"]]),
        ("<table><td>1<td>2</table>", [["1", "2"]]),
        (
            "<table><tr><td>a&#150;b</td><td>&pound5</td></tr><tr><td>1</td><td>2</td></tr></table>",
            [["a–b", "£5"], ["1", "2"]]
        ),
    ])
    func `makes rows from events, whatever the tree says`(html: String, expected: [[String]]) throws {
        #expect(try rows(html) == expected)
    }

    @Test func `marks raised digits and keeps hidden text apart`() throws {
        let document = try Made.document(
            "<html><body><table><tr><td>x</td><td>145<sup>1</sup></td></tr><tr style='display:none'><td>y</td><td>99</td></tr><tr><td>z</td><td>7</td></tr></table></body></html>",
            "x.html")
        #expect(try Made.grid(document).text(0, 1) == "145\u{E000}1\u{E001}")
        #expect(document.numbersHidden == 1)
        #expect(document.numbersFound == 3)
    }

    @Test func `takes nested tables out of their layout`() throws {
        let document = try Made.document(
            "<table><tr><td>Dear all<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>Regards</td></tr></table>",
            "x.html")
        let kinds = document.blocks.map { if case .grid = $0 { "grid" } else { "passage" } }
        #expect(kinds == ["passage", "grid", "passage"])
    }

    @Test func `knows the line and column of running text`() throws {
        let document = try Made.document("<html><body>\n<p>Kent recorded 63\noffences</p></body></html>", "x.html")
        guard case .passage(let passage) = document.blocks[0] else { return }
        #expect(passage.text == "Kent recorded 63 offences")
        #expect(passage.places(of: 14..<16) == [.text(line: 2, from: 18, to: 19)])
        #expect(passage.places(of: 17..<25) == [.text(line: 3, from: 1, to: 8)])
    }

    @Test func `survives depth without end`() throws {
        let document = try Made.document(String(repeating: "<div>", count: 20_000) + "1", "x.html")
        #expect(document.remarks.contains { $0.code == "html-limit" })
    }
}

struct TextReaderTests {
    private func grids(_ text: String) throws -> [Grid] {
        try Made.document(text, "x.txt").blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    }

    @Test func `reads a table aligned with spaces, cell by cell`() throws {
        let grid = try #require(
            try grids(
                "Answer\n\nAge            2015/16   2016/17\n---------------------\nUnder 10            <5        12\n10-12               10\n"
            ).first)
        #expect((0..<3).map { grid.text(1, $0) } == ["Under 10", "<5", "12"])
        #expect((0..<3).map { grid.text(2, $0) } == ["10-12", "10", ""])
        #expect(grid.place(1, 1) == .text(line: 5, from: 21, to: 22))
    }

    @Test func `reads lines of label and figure as a list`() throws {
        let grid = try #require(try grids("By year:\n\n2018/19 – 25\n2019/20 – 28\n\nRegards\n").first)
        #expect(grid.isList)
        #expect(grid.text(1, 0) == "2019/20")
        #expect(grid.place(1, 1) == .text(line: 4, from: 11, to: 12))
    }

    @Test func `tells a quoted request from the answer`() throws {
        let document = try Made.document(
            "We recorded 43 offences.\n\n> -----Original Message-----\n> there were 76 offences\n", "x.txt")
        let roles = document.blocks.map { block -> Passage.Role? in
            if case .passage(let passage) = block { passage.role } else { nil }
        }
        #expect(roles.last == .quoted)
    }

    @Test func `does not take double spaces in prose for columns`() throws {
        #expect(try grids("We hold the data.  It was extracted in May.\nThere were 43 offences.  No more.\n").isEmpty)
    }
}

struct NumberCountTests {
    @Test(arguments: [
        ("2015/16", 2), ("01/04/2015", 3), ("12(1)", 2), ("<5", 1), ("E23000027", 1), ("1,204", 1), ("1 204", 1),
        ("forty-three", 1), ("one hundred and five", 1), ("no one answered", 0), ("0303 123 1113", 3),
        ("2.5 per cent", 1),
        ("two of three", 2), ("in 2016 145 offences", 2), ("", 0), ("one", 0), ("twenty one years", 1),
    ])
    func `counts tokens by the definition`(text: String, count: Int) throws {
        guard !text.isEmpty else { return }
        #expect(try Made.document(text, "x.txt").numbersFound == count)
    }
}

import Files
import Foundation
import Records
import Testing

/// Counts that we make ourselves from a list of crimes, by offence and age together.
struct SmallCellTests {
    /// A list of crimes in which one age has 16 rapes and 9 assaults, all nine assaults flagged.
    private func list() -> String {
        var lines = ["Crime number,Date recorded,Offence,Victim age,Cyber flag"]
        func add(_ count: Int, _ offence: String, _ age: Int, _ flag: String) {
            for _ in 0..<count { lines.append("K/\(lines.count),03/05/2017,\(offence),\(age),\(flag)") }
        }
        add(9, "Rape of a female under 16", 11, "Y")
        add(7, "Rape of a female under 16", 11, "N")
        add(9, "Sexual assault on a female", 11, "Y")
        add(2, "Sexual communication with a child", 12, "Y")
        add(8, "Sexual assault on a female", 12, "N")
        add(12, "Rape of a female under 16", 12, "N")
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `what is hidden of one measure is hidden of the other, and no line hides one cell alone`() async throws {
        let space = try TestWorkspace()
        try Disk.write(list(), to: "\(space.root)/Inbox/Kent Police.csv")
        try await space.run()
        let fine = try space.rows("observations").filter { $0["offence"] != "all" && $0["victim_age"] != "all" }
        #expect(!fine.isEmpty)
        let hidden = fine.filter { $0["status"] == "suppressed" }
        #expect(fine.allSatisfy { $0["status"] == "suppressed" || Int($0["value"] ?? "") ?? 0 >= 5 })
        let cells = Dictionary(grouping: hidden) { $0.text(["offence", "victim_age"]) }
        #expect(cells.values.allSatisfy { $0.count == 2 })
        for line in [["measure", "offence"], ["measure", "victim_age"]] {
            for (name, members) in Dictionary(grouping: hidden, by: { $0.text(line) }) {
                let open = fine.filter { $0.text(line) == name && $0["status"] != "suppressed" && $0["value"] != "0" }
                #expect(members.count > 1 || open.isEmpty, "\(name)")
            }
        }
        // Whole bodies and single dimensions stay as they are.
        #expect(
            try space.rows("observations").contains {
                $0.text(["measure", "offence", "victim_age", "value"]) == "child_sexual_offences rape all 28"
            })
    }
}

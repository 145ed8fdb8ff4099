import Campaign
import Foundation
import Records
import Testing

/// What holds of sums and comparisons whatever the returns: worlds are generated, some bodies hide, some are silent.
struct PropertyTests {
    private struct World {
        var truth: [String: [Int]] = [:]
        var answered: Set<String> = []
        var files: [String: [UInt8]] = [:]

        init(seed: Int) {
            var generator = Seeded(state: UInt64(seed))
            let forces = ((try? Schemas())?.rows("areas") ?? []).filter {
                $0["kind"] == "force" && $0["country"] == "England"
            }
            for force in forces {
                let (code, name) = (force["area_code"] ?? "", force["area_name"] ?? "")
                let counts = (0..<3).map { _ in Int(generator.next() * generator.next() * 40) }
                truth[code] = counts
                let gaps = (0..<3).map { _ in generator.next() < 0.15 }
                var text = "\(name)\nCyber-flagged sexual offences against under 18s\nYear,Offences\n"
                for (index, count) in counts.enumerated() where !gaps[index] {
                    text += "\(2015 + index)/\(16 + index),\(count < 5 ? "<5" : "\(count)")\n"
                    answered.insert("\(code) \(2015 + index)/\(16 + index)")
                }
                if gaps != [true, true, true] { files["\(code).csv"] = Array(text.utf8) }
            }
        }

        func count(_ code: String, _ period: String) -> Int {
            Int(period.prefix(4)).map { truth[code]?[$0 - 2015] ?? 0 } ?? 0
        }
    }

    @Test(arguments: [1, 2, 3, 4])
    func `sums as intervals hold the true sum`(seed: Int) throws {
        let world = World(seed: seed)
        let rows = try CaseRun(inbox: world.files).rows("totals")
        #expect(rows.count > 20)
        for row in rows {
            let forces = (row["forces"] ?? "").split(separator: " ").map(String.init)
            let truth = forces.map { world.count($0, row["period"] ?? "") }.reduce(0, +)
            #expect(Int(row["value_low"] ?? "").map { $0 <= truth } == true)
            #expect(Int(row["value_high"] ?? "").map { truth <= $0 } == true)
            if let value = Int(row["value"] ?? "") { #expect(value == truth) }
            #expect(forces.allSatisfy { world.answered.contains("\($0) \(row["period"] ?? "")") })
        }
    }

    @Test(arguments: [5, 6, 7, 8])
    func `like for like never mixes who answered`(seed: Int) throws {
        let world = World(seed: seed)
        let rows = try CaseRun(inbox: world.files).rows("comparisons")
        #expect(rows.contains { $0["basis"] == "all_responders" })
        for row in rows where row["basis"] == "like_for_like" {
            let forces = (row["forces"] ?? "").split(separator: " ").map(String.init)
            for period in [row["period"] ?? "", row["base_period"] ?? ""] {
                #expect(forces.allSatisfy { world.answered.contains("\($0) \(period)") })
            }
            let change = forces.map { world.count($0, row["period"] ?? "") - world.count($0, row["base_period"] ?? "") }
                .reduce(0, +)
            #expect(Int(row["difference_low"] ?? "").map { $0 <= change } == true)
            #expect(Int(row["difference_high"] ?? "").map { change <= $0 } == true)
        }
    }
}

import Files
import Publish
import Records

/// The CSV tables of a snapshot, as rows by column name.
package struct SnapshotTables {
    private let folder: String

    package init(_ snapshot: Snapshot) { folder = snapshot.folder }

    package func rows(_ table: String) throws -> [[String: String]] {
        var parser = CSVParser(try Disk.read("\(folder)/data/\(table).csv"), delimiter: 0x2C)
        let header = (parser.next()?.fields ?? []).map { String(decoding: $0, as: UTF8.self) }
        var rows: [[String: String]] = []
        while let record = parser.next() {
            rows.append(
                Dictionary(
                    zip(header, record.fields.map { String(decoding: $0, as: UTF8.self) }),
                    uniquingKeysWith: { a, _ in a }))
        }
        return rows
    }
}

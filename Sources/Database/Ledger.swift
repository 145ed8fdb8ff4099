import GRDB
import Records

/// An index over the archive and its receipts: which inbox file had which stamp, and so needs no second look.
///
/// Losing it costs time only; it is made again from the archive.
package final class Ledger {
    private let queue: DatabaseQueue

    package init(_ path: String) throws {
        do {
            queue = try DatabaseQueue(path: path)
            try queue.write { database in
                try database.execute(
                    sql:
                        "CREATE TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL) STRICT"
                )
            }
        } catch {
            throw Fault(
                .cannotWrite, "\(path): the ledger cannot be opened, \(error)",
                hint: "delete it: it is an index and is made again")
        }
    }

    /// Path, stamp and digest of all files seen.
    package func seen() throws -> [String: (stamp: String, digest: String)] {
        try queue.read { database in
            var seen: [String: (stamp: String, digest: String)] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT path, stamp, digest FROM seen") {
                seen[row["path"]] = (row["stamp"], row["digest"])
            }
            return seen
        }
    }

    package func record(_ files: [(path: String, stamp: String, digest: String)]) throws {
        guard !files.isEmpty else { return }
        try queue.write { database in
            for file in files {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)",
                    arguments: [file.path, file.stamp, file.digest])
            }
        }
    }
}

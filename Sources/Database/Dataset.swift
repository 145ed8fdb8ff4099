import GRDB
import Records

/// Writes tables into one SQLite file whose bytes depend on nothing but the tables.
package enum Dataset {
    /// Foreign keys by table: columns, the table they point at, its columns.
    package typealias ForeignKeys = [String: [(columns: [String], table: String, others: [String])]]

    /// Bytes depend on it, so that a snapshot names it.
    package static var sqliteVersion: String {
        (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? ""
    }

    /// An index is made for every foreign key.
    package static func write(
        _ tables: [Records.Table], foreignKeys: ForeignKeys, views: [(name: String, query: String)], to path: String
    ) throws {
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(named: nil, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try database.execute(
                    sql:
                        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA application_id = 1179799636; PRAGMA user_version = 1"
                )
                try database.inTransaction {
                    for table in tables { try write(table, foreignKeys[table.name] ?? [], in: database) }
                    for view in views { try write(view, in: database) }
                    return .commit
                }
                try database.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(.cannotWrite, "\(path): the database cannot be written, \(error)")
        }
    }

    /// A query that SQLite does not take is the workspace's to mend.
    private static func write(_ view: (name: String, query: String), in database: GRDB.Database) throws {
        do {
            try database.execute(sql: "CREATE VIEW \"\(view.name)\" AS \(view.query)")
            _ = try Row.fetchOne(database, sql: "SELECT * FROM \"\(view.name)\"")
        } catch let error as DatabaseError {
            throw Fault(
                .config, "Schemas/views/\(view.name).sql: found what SQLite refuses: \(error.message ?? "")",
                hint: "the tables and columns that a query may name are in Docs/codebook.md")
        }
    }

    private static func write(
        _ table: Records.Table, _ foreign: [(columns: [String], table: String, others: [String])],
        in database: GRDB.Database
    ) throws {
        var lines = table.columns.map { column in
            let type = column.type == .integer ? "INTEGER" : column.type == .number ? "REAL" : "TEXT"
            let check = column.type == .date ? " CHECK (\"\(column.name)\" IS date(\"\(column.name)\"))" : ""
            return "\"\(column.name)\" \(type)\(table.key.contains(column.name) ? " NOT NULL" : "")\(check)"
        }
        lines.append("PRIMARY KEY (\(quoted(table.key)))")
        lines += foreign.map { "FOREIGN KEY (\(quoted($0.columns))) REFERENCES \"\($0.table)\" (\(quoted($0.others)))" }
        try database.execute(sql: "CREATE TABLE \"\(table.name)\" (\(lines.joined(separator: ", "))) STRICT")
        for key in foreign where key.columns != Array(table.key.prefix(key.columns.count)) {
            let name = "\(table.name)_\(key.columns.joined(separator: "_"))"
            try database.execute(sql: "CREATE INDEX \"\(name)\" ON \"\(table.name)\" (\(quoted(key.columns)))")
        }
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \"\(table.name)\" VALUES (\(marks))")
        for row in table.rows {
            let values = zip(table.columns, row).map { column, text -> DatabaseValue in
                guard let text else { return table.key.contains(column.name) ? "".databaseValue : .null }
                switch column.type {
                case .integer: return Int64(text).map(\.databaseValue) ?? .null
                case .number: return Double(text).map(\.databaseValue) ?? .null
                default: return text.databaseValue
                }
            }
            try statement.execute(arguments: StatementArguments(values))
        }
    }

    private static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// Complaints of SQLite's own checks; empty where it has none.
    package static func complaints(of path: String) throws -> [String] {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { database in
                let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let foreign = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
                return integrity + foreign
            }
        } catch {
            return ["\(error)"]
        }
    }
}

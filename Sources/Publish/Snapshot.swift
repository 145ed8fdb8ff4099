import Files
import Records

/// One published version on disk.
package struct Snapshot: Sendable {
    package let folder: String
    package let version: String

    package init(folder: String, version: String) {
        self.folder = folder
        self.version = version
    }

    /// The day whose knowledge a view shows; nil for a version.
    package var asOf: CivilDate? {
        version.hasPrefix(Self.viewFolder) ? CivilDate(iso: version.dropFirst(Self.viewFolder.count)) : nil
    }

    static let viewFolder = "as-of/"

    /// Only its papers are left.
    package var isPruned: Bool { !Disk.exists("\(folder)/data/observations.csv") }
}

extension Snapshot {
    /// SHA-256 by path, as `SHA256SUMS` of a folder lists them.
    package static func sums(_ folder: String) throws -> [String: String] {
        let text = String(decoding: try Disk.read("\(folder)/SHA256SUMS"), as: UTF8.self)
        return Dictionary(
            text.split(separator: "\n").map { line in
                let parts = line.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }
                return (String(parts.last ?? ""), String(parts.first ?? ""))
            }, uniquingKeysWith: { a, _ in a })
    }

    /// Listed files whose bytes are others, or gone.
    package var damaged: [String] {
        get throws {
            try Self.sums(folder).filter { path, digest in
                (try? Disk.read("\(folder)/\(path)")).map(Digest.of) != digest
            }.keys.sorted()
        }
    }
}

/// The versions of one pipeline, and how a new one is put beside them.
package struct SnapshotStore {
    package let root: String

    package init(workspace: String, pipeline: String) { root = "\(workspace)/Snapshots/\(pipeline)" }

    /// Versions, oldest first.
    package var versions: [Version] { Disk.list(root).compactMap { Version($0) }.sorted() }

    package var latest: Snapshot? {
        guard let target = Disk.target(ofLink: "\(root)/latest"), Disk.isFolder("\(root)/\(target)") else { return nil }
        return Snapshot(folder: "\(root)/\(target)", version: target)
    }

    package func snapshot(_ version: String) -> Snapshot? {
        if version == "latest" { return latest }
        let snapshot = Snapshot(folder: "\(root)/\(version)", version: version)
        return (Version(version) != nil || snapshot.asOf != nil) && Disk.isFolder(snapshot.folder) ? snapshot : nil
    }

    /// Views of what was known on a day, by day.
    package var views: [Snapshot] {
        Disk.list("\(root)/as-of").compactMap { snapshot(Snapshot.viewFolder + $0) }
    }

    /// A version that must be there, with its tables where a command reads them.
    package func required(_ version: String, withTables: Bool = false) throws -> Snapshot {
        guard let snapshot = snapshot(version) else {
            throw Fault(
                .noInput, "\(root): found no snapshot “\(version)”", hint: "see which there are: force-returns list")
        }
        if withTables, snapshot.isPruned {
            throw Fault(
                .noInput, "\(snapshot.folder): found only its papers, its tables were pruned",
                hint: "make them again: force-returns rebuild \(snapshot.version)")
        }
        return snapshot
    }

    // MARK: keeping

    /// What stays of a pruned version: how it was made, what it changed, and what its bytes were.
    private static let papers: Set<String> = ["datapackage.json", "SHA256SUMS", "CHANGES.md"]

    /// Versions beyond the newest so many that still have their tables; never the latest.
    package func prunable(keeping count: Int) -> [Snapshot] {
        let current = latest?.version
        return versions.dropLast(count).compactMap { snapshot($0.description) }.filter {
            !$0.isPruned && $0.version != current
        }
    }

    /// Removes all but the papers; what marks a version as whole goes first, so that a killed prune leaves none in doubt.
    package func prune(_ snapshot: Snapshot) {
        Disk.remove("\(snapshot.folder)/data/observations.csv")
        for name in Disk.list(snapshot.folder) where !Self.papers.contains(name) {
            Disk.remove("\(snapshot.folder)/\(name)")
        }
    }

    /// Puts the tables of a pruned version back from a folder that holds the same bytes; the mark of a whole one comes last.
    package func restore(_ snapshot: Snapshot, from folder: String) throws {
        let mark = "data/observations.csv"
        try Disk.makeFolder("\(snapshot.folder)/data")
        let files = Disk.list(folder).filter { $0 != "data" } + Disk.list("\(folder)/data").map { "data/\($0)" }
        for path in files.filter({ $0 != mark }) + [mark] where !Self.papers.contains(path) {
            try Disk.write(try Disk.read("\(folder)/\(path)"), to: "\(snapshot.folder)/\(path)")
        }
        Disk.sync(folder: "\(snapshot.folder)/data")
        Disk.sync(folder: snapshot.folder)
    }

    /// Points `latest` at a newer version that a killed run had put in place whole and not yet linked.
    package func recover() throws {
        guard let newest = versions.last, latest.flatMap({ Version($0.version) }).map({ $0 < newest }) ?? true else {
            return
        }
        try Disk.link(newest.description, at: "\(root)/latest")
        Disk.sync(folder: root)
    }

    /// Removes what a killed run left half-built.
    package func sweep() {
        for name in Disk.list(root) where name.hasPrefix(".building-") { Disk.remove("\(root)/\(name)") }
    }
}

/// `MAJOR.MINOR.PATCH`.
package struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var patch: Int

    package static let first = Version(major: 1, minor: 0, patch: 0)

    package init(major: Int, minor: Int, patch: Int) { (self.major, self.minor, self.patch) = (major, minor, patch) }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2], major >= 0,
            minor >= 0, patch >= 0
        else { return nil }
        self.init(major: major, minor: minor, patch: patch)
    }

    package var description: String { "\(major).\(minor).\(patch)" }

    package static func < (a: Version, b: Version) -> Bool { (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch) }

    package func next(_ change: Change) -> Version {
        switch change {
        case .major: Version(major: major + 1, minor: 0, patch: 0)
        case .minor: Version(major: major, minor: minor + 1, patch: 0)
        case .patch: Version(major: major, minor: minor, patch: patch + 1)
        }
    }

    package enum Change: Int, Comparable, Sendable {
        case patch, minor, major
        package static func < (a: Change, b: Change) -> Bool { a.rawValue < b.rawValue }
    }
}

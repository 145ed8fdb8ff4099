import Campaign
import Database
import Files
import Foundation
import Records

/// One published version on disk.
package struct Snapshot: Sendable {
    package let folder: String
    package let version: String
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
        return Disk.isFolder("\(root)/\(version)") && !version.contains("/")
            ? Snapshot(folder: "\(root)/\(version)", version: version) : nil
    }

    /// Removes what a killed run left half-built.
    package func sweep() {
        for name in Disk.list(root) where name.hasPrefix(".building-") { Disk.remove("\(root)/\(name)") }
    }

    package func fingerprint(of snapshot: Snapshot) -> String? {
        package(of: snapshot)?["inputs"] as? String
    }

    package func package(of snapshot: Snapshot) -> [String: Any]? {
        guard let bytes = try? Disk.read("\(snapshot.folder)/datapackage.json") else { return nil }
        return try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
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

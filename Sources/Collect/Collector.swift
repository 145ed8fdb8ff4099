import Database
import Files
import Foundation
import Records

/// Walks the inbox, leaves it untouched, and takes what is new into the archive.
package struct Collector {
    /// What stays in the inbox unread, and why.
    package struct Skipped: Sendable {
        package var path: String
        package var why: String
        /// Nobody meant it for a return: a note, a lock file, a file of the desktop.
        package var isAside = false
    }

    package struct Result: Sendable {
        /// New sources, by digest, with the path each came from.
        package var arrived: [(digest: String, path: String)] = []
        package var waiting: [String] = []
        package var skipped: [Skipped] = []
        package var files = 0
    }

    private let workspace: String
    private let archive: Archive
    private let today: String

    package init(workspace: String, archive: Archive, today: String) {
        self.workspace = workspace
        self.archive = archive
        self.today = today
    }

    /// `rehash` trusts no stamp: every file is read again, and damaged bytes in the archive are put right.
    package func collect(rehash: Bool) throws -> Result {
        var result = Result()
        try Disk.makeFolder(archive.root)
        let ledger = try Ledger("\(archive.root)/ledger.sqlite")
        let seen = rehash ? [:] : try ledger.seen()
        var recorded: [(path: String, stamp: String, digest: String)] = []
        for path in try Self.walk("Inbox", in: workspace, &result) {
            let full = "\(workspace)/\(path)"
            guard let before = FileStamp(of: full) else { continue }
            let sidecarPath = full + Self.sidecar
            let sidecar = FileStamp(of: sidecarPath)
            let stamp = before.token + (sidecar.map { "+" + $0.token } ?? "")
            result.files += 1
            if let known = seen[path], known.stamp == stamp, archive.contains(known.digest) { continue }
            guard before.size <= Self.maximumBytes else {
                result.skipped.append(Self.tooLarge(path))
                continue
            }
            guard let bytes = try? Disk.read(full) else {
                result.skipped.append(Skipped(path: path, why: Self.unreadable))
                continue
            }
            // What is still being written waits for the next run.
            guard let after = FileStamp(of: full), after == before, bytes.count == before.size else {
                result.waiting.append(path)
                continue
            }
            let digest = Digest.of(bytes)
            let isNew = !archive.contains(digest)
            if isNew || rehash && !archive.holdsWell(digest) { try archive.store(bytes, digest: digest) }
            let note = sidecar == nil ? nil : (try? Disk.read(sidecarPath)).map { String(decoding: $0, as: UTF8.self) }
            try archive.addReceipt(
                Receipt(
                    digest: digest, path: String(path.dropFirst("Inbox/".count)), bytes: bytes.count, firstSeen: today,
                    sidecar: note))
            if isNew { result.arrived.append((digest, path)) }
            recorded.append((path, stamp, digest))
        }
        try ledger.record(recorded)
        return result
    }

    /// Larger files would not be returns, and would not fit in memory.
    static let maximumBytes = 1 << 30

    /// What the name of the file that says more of a return ends in.
    private static let sidecar = ".meta.yml"

    private static func walk(_ folder: String, in workspace: String, _ result: inout Result) throws -> [String] {
        var paths: [String] = []
        for name in Disk.unnameable(in: "\(workspace)/\(folder)") {
            result.skipped.append(Skipped(path: "\(folder)/\(name)", why: "its name is not UTF-8; rename it"))
        }
        let names = try Disk.listing("\(workspace)/\(folder)")
        let known = Set(names)
        for name in names {
            let path = "\(folder)/\(name)"
            if let why = aside(name) {
                result.skipped.append(Skipped(path: path, why: why, isAside: true))
                continue
            }
            if name.hasPrefix(".") {
                if name != ".gitkeep", name != ".DS_Store" {
                    result.skipped.append(Skipped(path: path, why: "it is hidden"))
                }
                continue
            }
            guard let stamp = FileStamp(of: "\(workspace)/\(path)") else { continue }
            if stamp.isFolder {
                paths += try walk(path, in: workspace, &result)
            } else if let why = reason(toSkip: name, stamp) {
                let isBeside = name.hasSuffix(Self.sidecar) && known.contains(String(name.dropLast(Self.sidecar.count)))
                if !isBeside { result.skipped.append(Skipped(path: path, why: why)) }
            } else {
                paths.append(path)
            }
        }
        return paths
    }

    private static func reason(toSkip name: String, _ stamp: FileStamp) -> String? {
        if stamp.isLink { return "it is a link" }
        if !stamp.isRegular { return "it is no regular file" }
        if name.hasSuffix(sidecar) { return "no file that it is the sidecar of is beside it" }
        for ending in [".part", ".crdownload", ".swp", ".tmp", ".partial", ".download"]
        where name.lowercased().hasSuffix(ending) { return "it is still being written (\(ending))" }
        return nil
    }

    private static func aside(_ name: String) -> String? {
        if name.hasPrefix("~$") || name.hasPrefix(".~lock") { return "a program's lock file" }
        if name.lowercased() == "thumbs.db" || name == "desktop.ini" { return "a file of the desktop" }
        if name.lowercased() == "readme.md" { return "a note for people" }
        return nil
    }

    private static let unreadable = "it cannot be read"

    private static func tooLarge(_ path: String) -> Skipped {
        Skipped(path: path, why: "it has more than \(maximumBytes >> 20) MiB")
    }

    /// What a run would leave unread now, apart from what nobody meant for a return.
    package static func skipped(in workspace: String) -> [Skipped] {
        var result = Result()
        guard let paths = try? walk("Inbox", in: workspace, &result) else {
            return [Skipped(path: "Inbox", why: unreadable)]
        }
        for path in paths {
            let full = "\(workspace)/\(path)"
            if let stamp = FileStamp(of: full), stamp.size > maximumBytes {
                result.skipped.append(tooLarge(path))
            } else if !Disk.isReadable(full) {
                result.skipped.append(Skipped(path: path, why: unreadable))
            }
        }
        return result.skipped.filter { !$0.isAside }
    }
}

import Foundation
import Glibc
import Records

/// Reads and writes files so that nothing half-written ever has a final name.
package enum Disk {
    package static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault(.noInput, "\(path): found no readable file")
        }
        return [UInt8](data)
    }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    package static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    package static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Fault(.cannotWrite, "\(path): could not make this folder, \(reason())")
        }
    }

    /// Names in a folder, sorted by bytes; empty where there is no such folder.
    package static func list(_ path: String) -> [String] {
        names(in: path).compactMap { String(validating: $0, as: UTF8.self) }
    }

    /// As `list`, for folders whose content must not be missed: one that is there and cannot be read is an error.
    package static func listing(_ path: String) throws -> [String] {
        guard isFolder(path) else { return [] }
        guard access(path, R_OK | X_OK) == 0 else {
            throw Fault(
                .noInput, "\(path): found a folder that cannot be read, \(reason())",
                hint: "mend its permissions and run again; nothing was published")
        }
        return list(path)
    }

    /// Names in a folder that are no UTF-8, mended for reading; no other call can open them.
    package static func unnameable(in path: String) -> [String] {
        names(in: path).filter { String(validating: $0, as: UTF8.self) == nil }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func names(in path: String) -> [[UInt8]] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Writes beside the final name, syncs, and renames over it.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = "\(path).tmp-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Fault(.cannotWrite, "\(path): cannot write, \(reason())") }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let why = reason()
                close(descriptor)
                unlink(temporary)
                throw Fault(
                    .cannotWrite, "\(path): cannot write, \(why)",
                    hint: "free some space or mend the folder's permissions, then run again; nothing was published")
            }
            written += count
        }
        let synced = fsync(descriptor) == 0
        close(descriptor)
        guard synced, rename(temporary, path) == 0 else {
            let why = reason()
            unlink(temporary)
            throw Fault(.cannotWrite, "\(path): cannot write, \(why)")
        }
    }

    package static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    /// Makes a rename or a new file in this folder last.
    package static func sync(folder path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Renames within one file system.
    package static func move(_ from: String, to path: String) throws {
        guard rename(from, path) == 0 else { throw Fault(.cannotWrite, "\(path): cannot be put in place, \(reason())") }
    }

    /// Points a symbolic link at a target, in one step.
    package static func link(_ target: String, at path: String) throws {
        let temporary = "\(path).tmp-\(getpid())"
        unlink(temporary)
        guard symlink(target, temporary) == 0, rename(temporary, path) == 0 else {
            throw Fault(.cannotWrite, "\(path): cannot be linked, \(reason())")
        }
    }

    package static func target(ofLink path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    package static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

/// The identity of a file's content as the file system tells it, to know it again without reading it.
package struct FileStamp: Hashable, Sendable {
    package var size: Int
    package var modified: Int
    package var changed: Int
    package var inode: UInt
    package var isRegular: Bool
    package var isFolder: Bool
    package var isLink: Bool

    /// Nil where there is no such file. Links are not followed.
    package init?(of path: String) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return nil }
        size = Int(info.st_size)
        modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
        changed = info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec
        inode = UInt(info.st_ino)
        isRegular = info.st_mode & S_IFMT == S_IFREG
        isFolder = info.st_mode & S_IFMT == S_IFDIR
        isLink = info.st_mode & S_IFMT == S_IFLNK
    }

    package var token: String { "\(size).\(modified).\(changed).\(inode)" }
}

/// One run at a time holds a workspace; the lock ends with its process, however it ends.
package final class WorkspaceLock {
    private let descriptor: Int32

    package init(_ path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Fault(.cannotWrite, "\(path): cannot be made, \(String(cString: strerror(errno)))")
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let holder =
                (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
                ?? ""
            close(descriptor)
            throw Fault(
                .busy, "\(path): another run holds the workspace\(holder.isEmpty ? "" : ", process \(holder)")",
                hint: "wait for it to end; status, read and explain work meanwhile")
        }
        ftruncate(descriptor, 0)
        let text = "\(getpid())\n"
        _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
    }

    deinit { close(descriptor) }
}

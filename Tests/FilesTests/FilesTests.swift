import Files
import Foundation
import Records
import Testing

struct FilesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)").path

    @Test func `writes whole files and leaves no temporary names`() throws {
        try Disk.makeFolder(folder)
        defer { Disk.remove(folder) }
        try Disk.write("hello", to: "\(folder)/a.txt")
        #expect(String(decoding: try Disk.read("\(folder)/a.txt"), as: UTF8.self) == "hello")
        #expect(Disk.list(folder) == ["a.txt"])
        #expect(throws: Fault.self) { try Disk.read("\(folder)/none") }
    }

    @Test func `switches a link in one step`() throws {
        try Disk.makeFolder("\(folder)/1.0.0")
        defer { Disk.remove(folder) }
        try Disk.link("1.0.0", at: "\(folder)/latest")
        try Disk.link("2.0.0", at: "\(folder)/latest")
        #expect(Disk.target(ofLink: "\(folder)/latest") == "2.0.0")
    }

    @Test func `lets one process hold a workspace`() throws {
        try Disk.makeFolder(folder)
        defer { Disk.remove(folder) }
        let lock = try WorkspaceLock("\(folder)/.lock")
        #expect(throws: Fault.self) { try WorkspaceLock("\(folder)/.lock") }
        withExtendedLifetime(lock) {}
    }

    @Test func `hashes as sha256sum does`() {
        #expect(Digest.of("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

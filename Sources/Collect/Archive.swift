import Files
import Foundation
import Records

/// Every source by its SHA-256, never changed, and the receipts that say where and when each was seen.
package struct Archive: Sendable {
    package let root: String

    package init(workspace: String) { root = "\(workspace)/Archive" }

    package func path(of digest: String) -> String { "\(root)/sources/\(digest.prefix(2))/\(digest)" }

    /// The bytes of a source, which are those that its name promises.
    package func bytes(of id: SourceID) throws -> [UInt8] {
        let path = path(of: id.digest)
        guard let bytes = try? Disk.read(path), Digest.of(bytes) == id.digest else {
            throw Fault(
                .software, "\(path): found \(Disk.exists(path) ? "other bytes than its name says" : "nothing")",
                hint: "put the file into Inbox/ again and run `force-returns run --rehash`, or restore it from a backup"
            )
        }
        return bytes
    }

    package func contains(_ digest: String) -> Bool { Disk.exists(path(of: digest)) }

    func store(_ bytes: [UInt8], digest: String) throws { try put(bytes, to: path(of: digest)) }

    /// The archive holds these very bytes.
    func holdsWell(_ digest: String) -> Bool { (try? bytes(of: SourceID(digest: digest))) != nil }

    private func put(_ bytes: [UInt8], to path: String) throws {
        let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
        try Disk.makeFolder(folder)
        try Disk.write(bytes, to: path)
        Disk.sync(folder: folder)
    }

    // MARK: receipts

    private func folder(ofReceipts digest: String) -> String { "\(root)/receipts/\(digest.prefix(2))" }

    /// Writes a receipt where the last one of the same bytes and path says something else.
    func addReceipt(_ receipt: Receipt) throws {
        let folder = folder(ofReceipts: receipt.digest)
        let names = Disk.list(folder).filter {
            $0.hasPrefix(receipt.digest) && $0.hasSuffix(".json")
        }
        let last = try names.map { try self.receipt("\(folder)/\($0)") }.filter { $0.path == receipt.path }
            .max { $0.number < $1.number }
        if let last, last.sidecar == receipt.sidecar { return }
        var receipt = receipt
        receipt.number = names.count + 1
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try put(
            [UInt8](try encoder.encode(receipt)) + [0x0A], to: "\(folder)/\(receipt.digest)-\(receipt.number).json")
    }

    private func receipt(_ path: String) throws -> Receipt {
        guard let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(try Disk.read(path))) else {
            throw Fault(
                .software, "\(path): found what is no receipt, expected what the collector wrote",
                hint: "restore it from a backup; nothing was published")
        }
        return receipt
    }

    /// What the receipts say of every source, by digest; the order of arrival does not change it.
    package func provenances() throws -> [Provenance] {
        var byDigest: [String: [Receipt]] = [:]
        for folder in try Disk.listing("\(root)/receipts") {
            for name in try Disk.listing("\(root)/receipts/\(folder)") where name.hasSuffix(".json") {
                let receipt = try receipt("\(root)/receipts/\(folder)/\(name)")
                byDigest[receipt.digest, default: []].append(receipt)
            }
        }
        return byDigest.keys.sorted().map { digest in
            let receipts = (byDigest[digest] ?? []).sorted { $0.number < $1.number }
            var provenance = Provenance(digest: digest, bytes: receipts.first?.bytes ?? 0, sidecars: [:])
            // What stands beside a file now replaces what stood there before.
            for receipt in receipts { provenance.sidecars[receipt.path] = receipt.sidecar ?? "" }
            return provenance
        }
    }

    /// Removes what killed runs left half-written.
    package func sweep() {
        for kind in ["sources", "receipts"] {
            for folder in Disk.list("\(root)/\(kind)").map({ "\(root)/\(kind)/\($0)" }) {
                for name in Disk.list(folder) where name.contains(".tmp-") { Disk.remove("\(folder)/\(name)") }
            }
        }
    }

    // MARK: inputs

    /// Keeps the description of what a snapshot was made from, by its own SHA-256.
    package func store(inputs bytes: [UInt8]) throws {
        let path = self.path(ofInputs: Digest.of(bytes))
        guard !Disk.exists(path) else { return }
        try put(bytes, to: path)
    }

    package func inputs(_ digest: String) throws -> [UInt8] { try Disk.read(path(ofInputs: digest)) }

    private func path(ofInputs digest: String) -> String { "\(root)/inputs/\(digest).json" }
}

/// That a file stood at a path of the inbox.
struct Receipt: Codable, Hashable, Sendable {
    var digest: String
    var path: String
    var bytes: Int
    var firstSeen: String
    /// The text of `NAME.meta.yml` beside it.
    var sidecar: String?
    /// Counts the receipts of the same bytes, from 1.
    var number = 0
}

/// Where a source was seen, and what stood beside it.
package struct Provenance: Codable, Hashable, Sendable {
    package var digest: String
    package var bytes: Int
    /// The text of the sidecar by inbox path; empty without one.
    package var sidecars: [String: String]

    package init(digest: String, bytes: Int, sidecars: [String: String] = [:]) {
        self.digest = digest
        self.bytes = bytes
        self.sidecars = sidecars
    }

    package var source: Source {
        var sidecar = Sidecar()
        for (_, text) in sidecars.sorted(by: { $0.key < $1.key }) { sidecar.merge(text) }
        return Source(
            id: SourceID(digest: digest), paths: sidecars.keys.sorted(), byteCount: bytes, sidecar: sidecar)
    }
}

import Files
import Foundation
import Records

/// Every source by its SHA-256, never changed, and the receipts that say where and when each was seen.
package struct Archive: Sendable {
    package let root: String

    package init(workspace: String) { root = "\(workspace)/Archive" }

    package func path(of digest: String) -> String { "\(root)/sources/\(digest.prefix(2))/\(digest)" }

    package func bytes(of id: SourceID) throws -> [UInt8] { try Disk.read(path(of: id.digest)) }

    package func contains(_ digest: String) -> Bool { Disk.exists(path(of: digest)) }

    func store(_ bytes: [UInt8], digest: String) throws {
        guard !contains(digest) else { return }
        let folder = "\(root)/sources/\(digest.prefix(2))"
        try Disk.makeFolder(folder)
        try Disk.write(bytes, to: path(of: digest))
        Disk.sync(folder: folder)
    }

    /// Writes a receipt once; the same path, bytes and sidecar have the same receipt.
    func addReceipt(_ receipt: Receipt) throws {
        let folder = "\(root)/receipts"
        let name = Digest.of("\(receipt.digest)\n\(receipt.path)\n\(receipt.sidecar ?? "")".utf8).prefix(24)
        let path = "\(folder)/\(name).json"
        guard !Disk.exists(path) else { return }
        try Disk.makeFolder(folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try Disk.write([UInt8](try encoder.encode(receipt)) + [0x0A], to: path)
        Disk.sync(folder: folder)
    }

    /// All receipts, in an order that the order of arrival does not change.
    package func receipts() throws -> [Receipt] {
        var receipts: [Receipt] = []
        for name in Disk.list("\(root)/receipts") where name.hasSuffix(".json") {
            let bytes = try Disk.read("\(root)/receipts/\(name)")
            guard let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(bytes)) else {
                throw Fault(
                    .software, "Archive/receipts/\(name): found what is no receipt",
                    hint: "restore it from a backup; nothing was published")
            }
            receipts.append(receipt)
        }
        return receipts.sorted { ($0.digest, $0.path, $0.sidecar ?? "") < ($1.digest, $1.path, $1.sidecar ?? "") }
    }

    /// The sources with their paths and what their sidecars say, by digest.
    package func sources() throws -> [Source] {
        var byDigest: [String: [Receipt]] = [:]
        for receipt in try receipts() { byDigest[receipt.digest, default: []].append(receipt) }
        return byDigest.keys.sorted().map { digest in
            let own = byDigest[digest] ?? []
            var sidecar = Sidecar()
            // A later sidecar replaces an earlier one of the same path.
            for receipt in own.sorted(by: { ($0.firstSeen, $0.sidecar ?? "") < ($1.firstSeen, $1.sidecar ?? "") }) {
                if let text = receipt.sidecar { sidecar.merge(text) }
            }
            return Source(
                id: SourceID(digest: digest), paths: Set(own.map(\.path)).sorted(), byteCount: own.first?.bytes ?? 0,
                sidecar: sidecar)
        }
    }
}

/// That a file stood at a path of the inbox.
package struct Receipt: Codable, Hashable, Sendable {
    package var digest: String
    package var path: String
    package var bytes: Int
    package var firstSeen: String
    /// The text of `NAME.meta.yml` beside it.
    package var sidecar: String?
}

extension Sidecar {
    /// Takes up `key: value` lines; keys are `body`, `received`, `as_of`, `reference`, `kind`.
    mutating func merge(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { continue }
            let key = line[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
            var value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            if let comment = value.range(of: " #") {
                value = value[..<comment.lowerBound].trimmingCharacters(in: .whitespaces)
            }
            value = value.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
            guard !value.isEmpty else { continue }
            switch key {
            case "body", "force", "area", "area_code", "from": body = value
            case "received", "received_on": received = CivilDate(iso: value)
            case "as_of", "date": asOf = CivilDate(iso: value)
            case "reference", "ref": reference = value
            case "kind": kind = value
            default: if !unknownKeys.contains(key) { unknownKeys.append(key) }
            }
        }
    }
}

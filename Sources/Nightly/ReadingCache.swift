import Campaign
import Files
import Foundation
import Records
import Vocabulary

/// Readings kept from one night to the next in `.cache/readings`, by all that they depend on: the bytes of the
/// source, its paths and sidecar, the names and words that recognisers know, and the program itself.
///
/// It may be deleted at any time. What cannot be read or has other bytes than it was written with is read anew.
package struct ReadingCache: Sendable {
    private let folder: String
    /// What all readings of one run share.
    private let common: String

    package init(_ workspace: Workspace) {
        folder = "\(workspace.root)/.cache/readings"
        // Two builds of one version may read differently, so the program's own file counts.
        let program = Disk.target(ofLink: "/proc/self/exe").flatMap { FileStamp(of: $0) }?.token ?? ""
        common = [programVersion, program, workspace.lexicon.digest].joined(separator: "\n")
    }

    package func reading(of source: Source) -> Reading? {
        guard let bytes = try? Disk.read(path(of: source)), bytes.count > Self.sumLength,
            Digest.of(bytes[Self.sumLength...]) == String(decoding: bytes[..<Self.sumLength], as: UTF8.self)
        else { return nil }
        return try? PropertyListDecoder().decode(Reading.self, from: Data(bytes[Self.sumLength...]))
    }

    /// A cache that cannot be written costs time the next night, never the run.
    package func keep(_ reading: Reading) {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        guard let data = try? encoder.encode(reading), (try? Disk.makeFolder(folder)) != nil else { return }
        try? Disk.write(Array(Digest.of(data).utf8) + data, to: path(of: reading.source))
    }

    /// Forgets every reading but those of these sources.
    package func sweep(keeping sources: [Source]) {
        let kept = Set(sources.map { name(of: $0) })
        for name in Disk.list(folder) where !kept.contains(name) { Disk.remove("\(folder)/\(name)") }
    }

    private static let sumLength = 64

    private func path(of source: Source) -> String { "\(folder)/\(name(of: source))" }

    private func name(of source: Source) -> String {
        let parts = [common, source.id.digest] + source.paths + ["\(source.sidecar)"]
        return Digest.of(parts.joined(separator: "\u{0}").utf8)
    }
}

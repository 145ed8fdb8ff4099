/// One file as received, named by the SHA-256 of its bytes.
package struct SourceID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let digest: String

    package init(digest: String) { self.digest = digest }

    /// The first twelve digits: the name that the tables use.
    package var short: String { String(digest.prefix(12)) }

    package var description: String { short }

    package static func < (a: SourceID, b: SourceID) -> Bool { a.digest < b.digest }
}

/// A source with all that came with it.
package struct Source: Hashable, Codable, Sendable {
    package let id: SourceID
    /// Inbox paths under which it was seen, sorted; evidence, on a par with a folder's name.
    package var paths: [String]
    package var byteCount: Int
    /// What people wrote in `NAME.meta.yml` beside it.
    package var sidecar: Sidecar

    package init(id: SourceID, paths: [String], byteCount: Int, sidecar: Sidecar = Sidecar()) {
        self.id = id
        self.paths = paths
        self.byteCount = byteCount
        self.sidecar = sidecar
    }
}

/// What a sidecar may say of its file. Unknown keys, and values that cannot be read, are kept for an issue.
package struct Sidecar: Hashable, Codable, Sendable {
    package var body: String?
    package var received: CivilDate?
    package var asOf: CivilDate?
    package var reference: String?
    package var kind: String?
    package var unknownKeys: [String] = []

    package init() {}
}

/// What a source is, which decides its rank among vintages.
package enum SourceKind: String, Codable, Sendable {
    case bodyReturn = "return"
    case compilation, press, sidecar
}

package enum SourceOutcome: String, Sendable {
    case read
    case needsReview = "needs_review"
    case unreadable, duplicate, withdrawn
}

import Records
import Yams

/// A mapping of a YAML file that reports what it does not know, with its line.
struct YAMLMap {
    let file: String
    private let node: Node.Mapping
    private let line: Int
    private var known: [String] = []

    init(_ node: Node, file: String) throws {
        guard case .mapping(let mapping) = node else {
            throw Fault(.config, "\(file) line \(node.mark?.line ?? 1): found no mapping, expected `key: value` lines")
        }
        self.file = file
        self.node = mapping
        line = node.mark?.line ?? 1
    }

    static func compose(_ text: String, file: String) throws -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch {
            throw Fault(
                .config, "\(file): found what is no YAML, \(error)", hint: "mend the line it names; indent with spaces")
        }
    }

    mutating func node(_ key: String) -> Node? {
        known.append(key)
        return node[Node(key)]
    }

    mutating func string(_ key: String) -> String? { node(key)?.scalar?.string }

    mutating func required(_ key: String) throws -> String {
        guard let text = string(key), !text.isEmpty else {
            throw Fault(.config, "\(file) line \(line): found no “\(key)”, expected one")
        }
        return text
    }

    mutating func strings(_ key: String) throws -> [String] {
        guard let node = node(key) else { return [] }
        if let single = node.scalar?.string { return [single] }
        guard case .sequence(let list) = node else { throw fault(node, "\(key)", "a list") }
        return list.compactMap { $0.scalar?.string }
    }

    mutating func date(_ key: String) throws -> CivilDate? {
        guard let node = node(key), let text = node.scalar?.string else { return nil }
        guard let date = CivilDate(iso: text) else { throw fault(node, text, "a date such as 2019-04-30") }
        return date
    }

    mutating func integer(_ key: String) throws -> Int? {
        guard let node = node(key), let text = node.scalar?.string else { return nil }
        guard let number = Int(text), number >= 0 else { throw fault(node, text, "a whole number") }
        return number
    }

    mutating func maps(_ key: String) throws -> [YAMLMap] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let list) = node else { return [try YAMLMap(node, file: file)] }
        return try list.map { try YAMLMap($0, file: file) }
    }

    mutating func map(_ key: String) throws -> YAMLMap? { try node(key).map { try YAMLMap($0, file: file) } }

    mutating func dictionary(_ key: String) throws -> [String: String] {
        guard let node = node(key) else { return [:] }
        guard case .mapping(let mapping) = node else { throw fault(node, key, "a mapping") }
        var result: [String: String] = [:]
        for (key, value) in mapping {
            if let key = key.scalar?.string, let value = value.scalar?.string { result[key] = value }
        }
        return result
    }

    func fault(_ node: Node, _ found: String, _ expected: String) -> Fault {
        Fault(.config, "\(file) line \(node.mark?.line ?? line): found “\(found)”, expected \(expected)")
    }

    func fault(_ found: String, _ expected: String) -> Fault {
        Fault(.config, "\(file) line \(line): found “\(found)”, expected \(expected)")
    }

    /// Every key must have been asked for: a misspelt one is a mistake, not a comment.
    func finish() throws {
        for (key, _) in node {
            guard let name = key.scalar?.string else { continue }
            if !known.contains(name) { throw fault(key, name, "one of \(known.joined(separator: ", "))") }
        }
    }
}

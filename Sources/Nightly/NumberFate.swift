import Records

/// What became of numbers of a source in a campaign, also of those that it does not publish.
extension Explanation {
    /// One number (`SOURCE#LOCATOR`) or all of a source (`SOURCE`); nil where the archive has no such source or place.
    func fates(for key: String) throws -> String? {
        let parts = key.split(separator: "#", maxSplits: 1).map(String.init)
        guard let id = parts.first, id.count >= 12, id.allSatisfy(\.isHexDigit),
            let contribution = try contribution(of: String(id.prefix(12)))
        else { return nil }
        let entries = contribution.account.entries.filter { entry in
            guard parts.count == 2 else { return true }
            return entry.place.locator == parts[1]
        }
        // Rows of record-level returns are quoted nowhere.
        let shown = entries.filter { if case .explained("record", _) = $0.fate { parts.count == 2 } else { true } }
        guard !entries.isEmpty else { return nil }
        let source = contribution.reading.source
        var lines = ["\(source.id.short): \(source.paths.joined(separator: ", "))", ""]
        for entry in shown {
            lines.append("\(entry.place.locator)  “\(entry.raw)”  \(words(for: entry, contribution))")
            lines += contribution.issues.filter { $0.places.contains(entry.place) }.map {
                "  \($0.severity.rawValue) \($0.code): \($0.message)"
            }
        }
        if shown.count < entries.count {
            lines.append(
                "\(entries.count - shown.count) numbers in rows of records, which are counted and quoted nowhere")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(for entry: Account.Entry, _ contribution: Contribution) -> String {
        switch entry.fate {
        case .published:
            let keys = contribution.entries.filter { $0.places.contains(entry.place) }.map(\.key.text)
            return "published\(keys.isEmpty ? "" : " as \(keys.joined(separator: "; "))")"
        case .explained(let reason, let witness): return "explained, \(reason): \(witness)"
        case .unexplained, .statement: return "unexplained: \(entry.context)"
        }
    }
}

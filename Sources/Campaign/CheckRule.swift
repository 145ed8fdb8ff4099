import Records

/// What a check may do to what it doubts. The codelist `check` declares it, a campaign's `checks` may say otherwise.
package struct CheckRule: Sendable {
    package enum Gate: String, Sendable {
        case publish, flag
        case holdRow = "hold_row"
        case holdSnapshot = "hold_snapshot"
    }

    package var code: String
    package var severity: Issue.Severity
    package var gate: Gate
    /// The number at which it speaks; its meaning is the check's own.
    package var limit: Double

    init?(_ row: [String: String]) {
        guard let code = row["code"], let severity = Issue.Severity(rawValue: row["severity"] ?? ""),
            let gate = Gate(rawValue: row["gate"] ?? "")
        else { return nil }
        self.code = code
        self.severity = severity
        self.gate = gate
        limit = row["limit"].flatMap { Double($0) } ?? 0
    }
}

extension Pipeline {
    /// The rules of all checks, the codelist's with the campaign's own put over them.
    static func checks(_ map: inout YAMLMap, _ schemas: Schemas) throws -> [String: CheckRule] {
        var rules = Dictionary(
            schemas.rows("check").compactMap { CheckRule($0) }.map { ($0.code, $0) }, uniquingKeysWith: { _, b in b })
        guard var own = try map.map("checks") else { return rules }
        for code in rules.keys.sorted() {
            guard var changed = try own.map(code) else { continue }
            if let text = changed.string("severity") {
                guard let severity = Issue.Severity(rawValue: text) else {
                    throw changed.fault(text, "error, warning or info")
                }
                rules[code]?.severity = severity
            }
            if let text = changed.string("gate") {
                guard let gate = CheckRule.Gate(rawValue: text) else {
                    throw changed.fault(text, "publish, flag, hold_row or hold_snapshot")
                }
                rules[code]?.gate = gate
            }
            if let text = changed.string("limit") {
                guard let limit = Double(text) else { throw changed.fault(text, "a number") }
                rules[code]?.limit = limit
            }
            try changed.finish()
        }
        try own.finish()
        return rules
    }
}

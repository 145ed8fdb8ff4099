import Foundation
import Records

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
            case "received", "received_on": received = day(key, value)
            case "as_of", "date": asOf = day(key, value)
            case "reference", "ref": reference = value
            case "kind" where SourceKind(rawValue: value) == nil: refuse(key, value)
            case "kind": kind = value
            default: if !unknownKeys.contains(key) { unknownKeys.append(key) }
            }
        }
    }

    private mutating func day(_ key: String, _ value: String) -> CivilDate? {
        let day = CivilDate(iso: value)
        if day == nil { refuse(key, value) }
        return day
    }

    private mutating func refuse(_ key: String, _ value: String) {
        let words = "\(key): \(value)"
        if !unknownKeys.contains(words) { unknownKeys.append(words) }
    }
}

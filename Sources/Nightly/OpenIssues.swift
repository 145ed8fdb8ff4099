import Foundation

/// The open issues of a snapshot as a person settles them: those that one cause raises about several figures of a source are one.
struct OpenIssues {
    /// One line of what to do, with the places and figures that it is about.
    struct Group {
        let severity: String
        let code: String
        let source: String
        var places: [String] = []
        var figures: [String] = []
        /// What follows the figure in the message, with the hint for the first.
        let rest: String

        /// `a.csv: table 1 R5C2 and 3 more places: found “22”, “35” …`
        func text(file: String) -> String {
            let whereabouts = places.count > 1 ? "\(places[0]) and \(places.count - 1) more" : places.first ?? ""
            let shown = figures.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
            let found = figures.isEmpty ? "" : "found \(shown)\(figures.count > 6 ? " …" : "")"
            let head = [file, whereabouts].filter { !$0.isEmpty }.map { "\($0): " }.joined()
            return "\(severity) \(code): \(head)\(found)\(rest)"
        }
    }

    private(set) var groups: [Group] = []

    /// Rows of the table `issues`; what is decided or for information needs nobody.
    init(_ rows: [[String: String]]) {
        var index: [[String]: Int] = [:]
        for row in rows.filter({ $0["state"] == "open" && $0["severity"] != "info" }).sorted(by: Self.precedes) {
            let (place, figure, rest) = Self.parts(row["message"] ?? "")
            let key = [row["severity"] ?? "", row["code"] ?? "", row["source"] ?? "", Self.cause(rest)]
            if let known = index[key], !figure.isEmpty {
                groups[known].places.append(place)
                groups[known].figures.append(figure)
            } else {
                index[key] = groups.count
                groups.append(
                    Group(
                        severity: key[0], code: key[1], source: key[2], places: place.isEmpty ? [] : [place],
                        figures: figure.isEmpty ? [] : [figure], rest: rest))
            }
        }
    }

    private static func precedes(_ a: [String: String], _ b: [String: String]) -> Bool {
        func key(_ row: [String: String]) -> (String, String, String) {
            (row["severity"] ?? "", row["source"] ?? "", row["issue_id"] ?? "")
        }
        return key(a) < key(b)
    }

    /// `line 9:1-3: found “41” and at …` is a place, a figure and the rest.
    private static func parts(_ message: String) -> (place: String, figure: String, rest: String) {
        guard let found = message.range(of: ": found “"), let end = message[found.upperBound...].firstIndex(of: "”"),
            !message[..<found.lowerBound].contains("\n")
        else { return ("", "", message) }
        let place = String(message[..<found.lowerBound])
        let quoted = String(message[found.upperBound..<end])
        let rest = message[message.index(after: end)...]
        // `found “Offences (tens)” with “101”`: the second is the figure, the first its cause.
        if rest.hasPrefix(" with “"), let last = rest.firstIndex(of: "”") {
            let figure = rest.dropFirst(" with “".count)[..<last]
            return (place, String(figure), " with “\(quoted)”" + rest[rest.index(after: last)...])
        }
        return (place, quoted, String(rest))
    }

    /// The first line: hints name the place of one.
    private static func cause(_ rest: String) -> String { String(rest.split(separator: "\n").first ?? "") }
}

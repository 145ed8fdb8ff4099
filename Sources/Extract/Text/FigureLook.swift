/// Whether a piece of a line looks like a figure or what stands in its place, by form alone.
enum FigureLook {
    private static let words: Set<String> = [
        "nil", "none", "zero", "n/a", "na", "nk", "not held", "not available", "not recorded", "refused", "no response",
        "not applicable", "not supplied", "no data", "withheld", "exempt", "suppressed", "no record", "no records",
        "no information held", "not yet available", "no reply", "fewer than five", "less than five", "fewer than 5",
        "less than 5", "none recorded", "nil recorded", "zero recorded", "none flagged",
    ]
    private static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety",
    ]

    /// How far a figure goes: `12 (to 28 February 2019)`.
    private static let ends = ["(as at ", "(to ", "(up to ", "(until "]

    /// `43`, `1,204*`, `<5`, `[c]`, `-`, `..`, `not held`.
    static func isFigure(_ text: String) -> Bool {
        let trimmed = text.trimmedLowercase.isEmpty ? text.lowercased() : text.trimmedLowercase
        guard !trimmed.isEmpty else { return text.contains("*") }
        if words.contains(trimmed) { return true }
        if trimmed.hasPrefix("refused") || trimmed.hasPrefix("not held") || trimmed.hasPrefix("not yet")
            || trimmed.hasPrefix("s40") || trimmed.hasPrefix("s12")
        {
            return trimmed.count < 30
        }
        if trimmed.allSatisfy({ "-\u{2013}\u{2014}.*~:#\u{2020}x".contains($0) }), trimmed.count <= 3 { return true }
        if trimmed.hasPrefix("["), trimmed.hasSuffix("]"), trimmed.count <= 5 { return true }
        let digits = trimmed.filter(\.isNumber).count
        // `1,377 (1,204)`
        let isPair = trimmed.hasSuffix(")") && trimmed.contains(" (")
        return digits > 0 && trimmed.count <= (isPair ? 24 : 12) && !isTime(trimmed)
            && trimmed.allSatisfy {
                $0.isNumber || "<>,.~\u{2264}\u{2265}=*^%+-\u{2013}[]() \u{A0}\u{2020}\u{2021}pre".contains($0)
            } && trimmed.first.map { $0.isNumber || "<>~\u{2264}\u{2265}+-(".contains($0) } ?? false
    }

    /// A figure that may bring its noun: `43 offences`, `fewer than five`, `forty-three`.
    static func isFigurePhrase(_ text: String) -> Bool {
        if isFigure(text) { return true }
        // `1,312 / 204`
        let sides = text.split(separator: " / ", omittingEmptySubsequences: false).map(String.init)
        if sides.count == 2, sides.allSatisfy(isFigure) { return true }
        // `98 (provisional)`
        // `98 (27 of these stem from one inquiry)`
        // `104* (up 100%)`
        // not `2,418 (2020/21), 2,803 (2021/22)`
        if text.hasSuffix(")"), let open = text.firstIndex(of: "("), text.lastIndex(of: "(") == open,
            !text[open...].contains(where: \.isNumber) || text[open...].split(separator: " ").count > 4
                || text[open...].contains("%") || ends.contains(where: text[open...].lowercased().hasPrefix)
        {
            return isFigure(String(text[..<open]))
        }
        let all = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "<" && $0 != "," }.map(String.init)
        guard let first = all.first, all.count <= 6 else { return false }
        let nouns: Set<String> = [
            "offences", "offence", "crimes", "crime", "recorded", "victims", "victim", "incidents", "cases", "children",
            "records", "in", "total", "reports", "were", "than",
            "or", "fewer", "less", "more", "to", "and", "hundred", "thousand",
        ]
        let opens =
            first.allSatisfy { $0.isNumber || $0 == "," || $0 == "<" } && !first.isEmpty || numerals.contains(first)
            || [
                "fewer", "less", "under", "below", "at", "no", "between", "over", "more", "about", "approx",
                "approximately", "around", "circa",
            ].contains(first)
        return opens
            && all.dropFirst().allSatisfy {
                nouns.contains($0) || numerals.contains($0) || $0.allSatisfy(\.isNumber) && $0.count <= 3
                    || $0 == "least"
            } && !isTime(text)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// `April 2018`, `Sept 2018`
    static func isMonth(_ text: String) -> Bool {
        let parts = text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "." }
        return parts.count == 2 && parts[0].count >= 3
            && months.contains { $0.hasPrefix(parts[0]) || parts[0] == "sept" }
            && parts[1].count == 4 && parts[1].allSatisfy(\.isNumber)
    }

    /// `Q1`, `Qtr 3`
    static func isQuarter(_ text: String) -> Bool {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        return ["q", "qtr", "quarter"].contains {
            plain.hasPrefix($0) && ["1", "2", "3", "4"].contains(plain.dropFirst($0.count))
        }
    }

    /// `2015/16`, `2015-16`, `FY 2015/16`: heads of columns.
    static func isTime(_ text: String) -> Bool {
        var plain = text.filter { !$0.isWhitespace }
        if plain.lowercased().hasPrefix("fy") { plain.removeFirst(2) }
        let parts = plain.split { "/-\u{2013}".contains($0) }
        guard parts.count == 2, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
            return false
        }
        return parts[1].count == 2 || parts[1].count == 4
    }
}

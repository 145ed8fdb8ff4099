import Records

/// Reads figures: exact, hidden behind a bound, or words in their place.
package enum FigureRecogniser {
    package enum Cell: Hashable, Sendable {
        case figure(Figure, reason: String, legalBasis: String)
        /// A percentage or a difference with its sign: derived, no observation.
        case derived
        /// A marker that nothing here explains.
        case unknownMarker(String)
    }

    private static let lessThan = Phrases<Int>([
        ("fewer than", -1), ("less than", -1), ("lower than", -1), ("below", -1), ("under", -1), ("smaller than", -1),
        ("not more than", 0), ("no more than", 0), ("up to", 0), ("at most", 0), ("llai na", -1),
        ("a maximum of", 0), ("maximum of", 0), ("no greater than", 0),
    ])
    private static let moreThan = Phrases<Int>([
        ("at least", 0), ("more than", 1), ("over", 1), ("not less than", 0), ("no fewer than", 0), ("no less than", 0),
        ("greater than", 1), ("in excess of", 1), ("a minimum of", 0), ("upwards of", 0), ("not fewer than", 0),
    ])

    /// The bounds that words or signs set: `<5`, `fewer than five`, `5 or fewer`, `1 to 4`, `at least 8`, `8+`.
    package static func bounds(_ text: LexedText, at index: Int, until limit: Int? = nil) -> (low: Int, high: Int?)? {
        bound(text, at: index).flatMap { $0.end <= limit ?? text.count ? ($0.low, $0.high) : nil }
    }

    package static func bound(_ text: LexedText, at index: Int) -> (low: Int, high: Int?, end: Int)? {
        if text.isSymbol(index, "<") || text.isSymbol(index, "≤") {
            let inclusive = text.isSymbol(index, "≤") || text.isSymbol(index + 1, "=")
            let at = text.isSymbol(index + 1, "=") ? index + 2 : index + 1
            guard let number = whole(text, at) else { return nil }
            return (0, inclusive ? number.value : max(0, number.value - 1), number.end)
        }
        if text.isSymbol(index, ">") || text.isSymbol(index, "≥") {
            let inclusive = text.isSymbol(index, "≥") || text.isSymbol(index + 1, "=")
            let at = text.isSymbol(index + 1, "=") ? index + 2 : index + 1
            guard let number = whole(text, at) else { return nil }
            return (inclusive ? number.value : number.value + 1, nil, number.end)
        }
        // `Replies add up to 86,962`, `this went up to 97`
        // `Under 18` in a column of victims: nobody hides a number below eighteen.
        if text.isWord(index, ["under", "below"]), text.integer(index + 1) == 18 { return nil }
        // `Over 2016/17 and 2017/18 together`
        if text.isWord(index, ["over"]), PeriodRecogniser.match(text, at: index + 1)?.value.period?.isWholeYear == true
        {
            return nil
        }
        let isReached =
            text.isWord(index, ["up"])
            && text.isWord(
                index - 1,
                [
                    "add", "adds", "added", "adding", "amount", "amounts", "comes", "came", "sums", "went", "goes",
                    "gone", "go", "going", "moved", "crept", "shot", "jumped",
                ])
        if !isReached, let (shift, at) = lessThan.match(text, at: index), let number = whole(text, at) {
            return (0, max(0, number.value + shift), number.end)
        }
        if let (shift, at) = moreThan.match(text, at: index), let number = whole(text, at) {
            return (number.value + shift, nil, number.end)
        }
        if text.isWord(index, ["between"]), let low = whole(text, index + 1), text.isWord(low.end, ["and"]),
            let high = whole(text, low.end + 1), high.value > low.value
        {
            return (low.value, high.value, high.end)
        }
        guard let low = whole(text, index) else { return nil }
        if text.isSymbol(low.end, "+"), text[low.end]?.spaceBefore == false, text[low.end + 1]?.isNumber != true {
            return (low.value, nil, low.end + 1)
        }
        if text.isWord(low.end, ["or"]), text.isWord(low.end + 1, ["fewer", "less", "under", "lower", "below"]) {
            return (0, low.value, low.end + 2)
        }
        // Not `children with one or more offences`.
        if text.isWord(low.end, ["or"]), text.isWord(low.end + 1, ["more", "over", "above"]),
            !text.isWord(index, ["one"])
        {
            return (low.value, nil, low.end + 2)
        }
        if text.isWord(low.end, ["and"]), text.isWord(low.end + 1, ["fewer", "less"]) {
            return (0, low.value, low.end + 2)
        }
        // `A count of 1, 2, 3 or 4`
        var last = low
        while text.isSymbol(last.end, ","), let next = whole(text, last.end + 1), next.value == last.value + 1 {
            last = next
        }
        if last.value > low.value, low.value <= 1, text.isWord(last.end, ["or"]), let high = whole(text, last.end + 1),
            high.value == last.value + 1
        {
            return (low.value, high.value, high.end)
        }
        // `Numbers of one or two`
        if text.isWord(low.end, ["or"]), let high = whole(text, low.end + 1), high.value == low.value + 1,
            high.value <= 5,
            text.isWord(index - 1, ["of"]) || text.isSymbol(index - 1, ":") || text.isSymbol(index - 1, "=")
        {
            return (low.value, high.value, high.end)
        }
        if text.isSymbol(low.end, "-") || text.isWord(low.end, ["to"]), let high = whole(text, low.end + 1),
            high.value > low.value, high.value <= 20, low.value <= 5
        {
            return (low.value, high.value, high.end)
        }
        return nil
    }

    private static func whole(_ text: LexedText, _ index: Int) -> (value: Int, end: Int)? {
        if let lexeme = text[index], lexeme.isNumber, !lexeme.raised, let value = lexeme.quantity?.wholeValue {
            return (value, index + 1)
        }
        return CardinalWords.match(text, at: index) ?? (text.isWord(index, ["one"]) ? (1, index + 1) : nil)
    }

    private static let words = Phrases<Figure>([
        ("nil", .exact(.zero, raw: "")), ("none", .exact(.zero, raw: "")), ("nil return", .exact(.zero, raw: "")),
        ("no records", .exact(.zero, raw: "")), ("no offences", .exact(.zero, raw: "")),
        ("none recorded", .exact(.zero, raw: "")), ("no crimes", .exact(.zero, raw: "")),
        ("no recorded offences", .exact(.zero, raw: "")), ("dim", .exact(.zero, raw: "")),
        ("no offences recorded", .exact(.zero, raw: "")), ("no crimes recorded", .exact(.zero, raw: "")),
        ("zero", .exact(.zero, raw: "")), ("no incidents", .exact(.zero, raw: "")),
        ("no cases", .exact(.zero, raw: "")), ("0 offences", .exact(.zero, raw: "")),
    ])

    /// The meaning of a whole cell; nil where it is neither figure nor marker.
    package static func cell(_ text: LexedText, legend: Legend) -> Cell? {
        guard !text.isEmpty else { return nil }
        // `'1204`: how spreadsheets keep a number as text.
        if text.isSymbol(0, "'"), text[1]?.isNumber == true {
            return cell(LexedText(text.raw(lexemes: 1..<text.count)), legend: legend)
        }
        let raw = text.raw(text.span(0..<text.count))
        // `no data†`, where the note says why.
        if let mark = text.lexemes.last, mark.kind == .symbol, text.count > 1, text[0]?.isWord == true,
            case .state(let status, let reason)? = legend[mark.text]
        {
            return .figure(
                .state(status, raw: text.raw(lexemes: 0..<text.count - 1)), reason: reason, legalBasis: "")
        }
        if let known = meaning(text, raw, legend) { return known }
        // `[less than 5]`
        if text.isSymbol(0, "[") && text.isSymbol(text.count - 1, "]")
            || text.isSymbol(0, "(") && text.isSymbol(text.count - 1, ")"),
            case let inside = LexedText(text.raw(lexemes: 1..<text.count - 1)), let bound = bound(inside, at: 0),
            bound.end == inside.count,
            inside.isWord(0, ["less", "fewer", "under", "below"]) || inside.isSymbol(0, "<")
        {
            return cell(inside, legend: legend)
        }
        let isOpen = text.count == 2 && text.isSymbol(1, "+")
        if !isOpen, let number = number(text, legend) { return number }
        if let (low, high, end) = bound(text, at: 0), isTail(text, end) {
            guard let high else {
                return .figure(Figure(low: Quantity(low), status: .bounded, raw: raw), reason: "", legalBasis: "")
            }
            return .figure(.suppressed(low, high, raw: raw), reason: "", legalBasis: "")
        }
        if let (value, after) = CardinalWords.match(text, at: 0),
            // `thirty-one (31) offences`
            case let isAgain = text.isSymbol(after, "(") && text.integer(after + 1) == value
                && text.isSymbol(after + 2, ")"),
            case let end = isAgain ? after + 3 : after, isTail(text, end)
        {
            return .figure(.exact(Quantity(value), raw: text.raw(lexemes: 0..<end)), reason: "", legalBasis: "")
        }
        if text.count == 1, text.word(0) == "one" {
            return .figure(.exact(Quantity(1), raw: raw), reason: "", legalBasis: "")
        }
        if let (word, end) = words.match(text, at: 0), isTail(text, end) {
            var figure = word
            figure.raw = raw
            return .figure(figure, reason: "", legalBasis: "")
        }
        // `341 (12 awaiting classification)` says a figure, and is not read.
        if text.count <= 14, text[0]?.isNumber != true, let state = StateRecogniser.cell(text) {
            return .figure(.state(state.status, raw: raw), reason: state.reason, legalBasis: state.legalBasis)
        }
        guard isMarker(text) else { return nil }
        // `n/a²`, where the note says what holds.
        if let mark = text.lexemes.last, mark.raised, case .state(let status, let reason)? = legend["^\(mark.text)"] {
            let own = text.raw(lexemes: 0..<text.count - 1)
            return .figure(.state(status, raw: own), reason: reason, legalBasis: "")
        }
        return .unknownMarker(raw)
    }

    /// A mark that says of what quality a figure is, or points to a note, and stands alone: `[p]`, `r`.
    package static func isMark(_ text: LexedText, legend: Legend) -> Bool {
        guard !text.isEmpty, text.count <= 3 else { return false }
        let key = text.raw(lexemes: 0..<text.count).lowercased()
        let bare = text.isSymbol(0, "(") && text.isSymbol(2, ")") ? text.word(1) : nil
        return switch legend[key] ?? standard[key] ?? bare.flatMap({ qualities[$0] }) {
        case .quality, .footnote: true
        default: false
        }
    }

    /// Nothing but footnote marks, brackets and nouns that count.
    static func isTail(_ text: LexedText, _ from: Int) -> Bool {
        var index = from
        while let lexeme = text[index] {
            guard
                lexeme.raised || lexeme.kind == .symbol && lexeme.text != "%"
                    || [
                        "offences", "offence", "crimes", "recorded", "victims", "incidents", "cases", "in", "total",
                        "crime", "records", "children", "reports", "occurrences",
                    ].contains(lexeme.text)
            else { return false }
            index += 1
        }
        return true
    }

    private static func meaning(_ text: LexedText, _ raw: String, _ legend: Legend) -> Cell? {
        let key = raw.lowercased().filter { $0 != " " }.replacingDashes()
        guard let meaning = legend[key] ?? standard[key] else { return nil }
        switch meaning {
        case .hidden(let low, let high):
            // `under 5`, which the legend says only hides low numbers, says itself how low.
            if high == nil, let own = bounds(text, at: 0), own.high != nil {
                return .figure(.suppressed(own.low, own.high, raw: raw), reason: "", legalBasis: "")
            }
            return .figure(.suppressed(low, high, raw: raw), reason: "", legalBasis: "")
        case .zero: return .figure(.exact(.zero, raw: raw), reason: "", legalBasis: "")
        case .state(let status, let reason): return .figure(.state(status, raw: raw), reason: reason, legalBasis: "")
        case .quality, .footnote: return .unknownMarker(raw)
        }
    }

    /// The Government Analysis Function's shorthand, which means the same in every document.
    static let standard: [String: Legend.Meaning] = [
        "[c]": .hidden(low: 0, high: nil), "[x]": .state(.notAvailable, reason: ""),
        "[z]": .state(.notApplicable, reason: ""),
        "[p]": .quality(.provisional), "[e]": .quality(.estimated), "[r]": .footnote, "[b]": .footnote,
        "[u]": .footnote,
    ]

    /// `98 (provisional)`
    static let qualities: [String: Legend.Meaning] = [
        "provisional": .quality(.provisional), "prov": .quality(.provisional), "estimated": .quality(.estimated),
        "estimate": .quality(.estimated), "est": .quality(.estimated),
    ]
}

extension String {
    func replacingDashes() -> String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        return String(map { "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains($0) ? "-" : $0 })
    }
}

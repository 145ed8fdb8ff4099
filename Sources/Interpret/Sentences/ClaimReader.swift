import Records
import Vocabulary

/// Finds what a sentence claims of figures: changes, ratios, rates, differences, hedged levels.
struct ClaimReader {
    private static let down: Set<String> = [
        "fall", "fell", "fallen", "drop", "dropped", "decrease", "decreased", "down", "decline", "declined",
        "reduction", "lower", "fewer", "cut", "less",
    ]
    private static let change: Set<String> = [
        "up", "rise", "rose", "risen", "increase", "increased", "increases", "leap", "jump", "jumped", "soared",
        "surge", "growth", "grew", "higher", "more", "climbed", "rising", "spike", "rocketed", "hike",
    ]
    private static let ratios = Phrases<(Int, Claim.Hedge)>([
        ("more than doubled", (2, .moreThan)), ("more than double", (2, .moreThan)),
        ("more than trebled", (3, .moreThan)), ("more than tripled", (3, .moreThan)),
        ("more than treble", (3, .moreThan)), ("more than quadrupled", (4, .moreThan)),
        ("almost doubled", (2, .nearly)), ("nearly doubled", (2, .nearly)), ("almost trebled", (3, .nearly)),
        ("nearly trebled", (3, .nearly)), ("nearly tripled", (3, .nearly)), ("almost tripled", (3, .nearly)),
        ("doubled", (2, .none)), ("double", (2, .none)),
        ("doubling", (2, .none)), ("trebled", (3, .none)), ("tripled", (3, .none)), ("treble", (3, .none)),
        ("quadrupled", (4, .none)), ("double the", (2, .none)), ("halved", (0, .none)),
    ])
    private static let hedges: [(Set<String>, Claim.Hedge)] = [
        (["nearly", "almost", "approaching"], .nearly), (["over", "exceeding", "top", "topped"], .moreThan),
        (["about", "around", "approximately", "roughly", "some"], .about),
    ]

    private static let ranks = Phrases<(Int, String)>([
        ("second highest", (2, Claim.highestUnit)), ("third highest", (3, Claim.highestUnit)),
        ("second largest", (2, Claim.highestUnit)), ("highest number", (1, Claim.highestUnit)),
        ("highest figure", (1, Claim.highestUnit)), ("highest total", (1, Claim.highestUnit)),
        ("highest of any", (1, Claim.highestUnit)), ("highest of all", (1, Claim.highestUnit)),
        ("highest in", (1, Claim.highestUnit)), ("largest number", (1, Claim.highestUnit)),
        ("more than any other force", (1, Claim.highestUnit)), ("most of any force", (1, Claim.highestUnit)),
        ("lowest number", (1, Claim.lowestUnit)), ("lowest figure", (1, Claim.lowestUnit)),
        ("lowest of any", (1, Claim.lowestUnit)), ("lowest in", (1, Claim.lowestUnit)),
        ("lowest of all", (1, Claim.lowestUnit)), ("lowest total", (1, Claim.lowestUnit)),
        ("a record", (1, Claim.periodUnit)), ("record high", (1, Claim.periodUnit)),
        ("record number", (1, Claim.periodUnit)), ("record level", (1, Claim.periodUnit)),
        ("highest on record", (1, Claim.periodUnit)), ("highest ever", (1, Claim.periodUnit)),
        ("highest since", (1, Claim.periodUnit)), ("highest number ever", (1, Claim.periodUnit)),
        ("highest number on record", (1, Claim.periodUnit)), ("highest level since", (1, Claim.periodUnit)),
        ("more than ever", (1, Claim.periodUnit)),
    ])
    static let common = Phrases<Bool>([
        "most common age", "most frequent age", "commonest age", "most often aged", "most common victims",
        "most commonly aged", "most likely to be aged", "peak age", "age with most", "age with the most",
    ])

    /// A place in an order: the highest of any force, a record, the second highest; the age with most.
    private static func rank(in sentence: Sentence) -> (Claim.Kind, Quantity, Range<Int>, String)? {
        let text = sentence.unit.lexed
        if sentence.range.contains(where: { common.match(text, at: $0) != nil }) {
            let age = sentence.mentions.lazy.compactMap { mention -> (Int, Range<Int>)? in
                switch mention.kind {
                case .age(let age) where !age.isUnknown && age.low == age.high: (age.low, mention.range)
                case .number(let figure): figure.value?.wholeValue.flatMap { $0 < 18 ? ($0, mention.range) : nil }
                default: nil
                }
            }.first
            return age.map { (.rank, Quantity($0.0), $0.1, Claim.ageUnit) }
        }
        for mention in sentence.mentions {
            guard case .noise(.rank) = mention.kind, let place = text[mention.range.lowerBound]?.quantity else {
                continue
            }
            return (.rank, place, mention.range.lowerBound..<mention.range.lowerBound + 1, Claim.highestUnit)
        }
        for index in sentence.range {
            guard let found = ranks.match(text, at: index), found.end <= sentence.range.upperBound,
                !text.isWord(found.end, ["of"]) || !text.isWord(found.end + 1, ["crime", "crimes", "records"])
            else { continue }
            return (.rank, Quantity(found.value.0), index..<found.end, found.value.1)
        }
        return nil
    }

    /// Claims without their keys, which the document supplies.
    static func claims(in sentence: Sentence) -> [Claim] {
        let text = sentence.unit.lexed
        // `Did not rise by 51%` claims nothing that could be recomputed.
        let isDenied = sentence.range.contains { index in
            text.isWord(index, ["not", "never", "didn't", "didnt"])
                && (index + 1..<index + 3).contains {
                    text.isWord($0, ["rise", "fall", "increase", "double", "treble", "grow", "drop"])
                }
        }
        if isDenied { return [] }
        var claims: [Claim] = []
        func add(_ kind: Claim.Kind, _ claimed: Quantity, _ range: Range<Int>, _ unit: String, _ hedge: Claim.Hedge) {
            claims.append(
                Claim(
                    kind: kind, claimed: claimed, claimedText: text.raw(lexemes: range), hedge: hedge, unit: unit,
                    quote: sentence.text, places: sentence.unit.places(lexemes: range)))
        }
        for index in sentence.range {
            if let found = ratios.match(text, at: index), found.value.0 > 0, found.end <= sentence.range.upperBound,
                claims.last?.kind != .ratio
            {
                add(.ratio, Quantity(found.value.0), index..<found.end, "times", found.value.1)
            }
        }
        let numbers = sentence.mentions.filter { if case .number = $0.kind { true } else { false } }
        // `A population of some 9,400` claims nothing of crimes.
        let others = zip(numbers, NumberRole.roles(of: numbers, in: sentence)).compactMap { number, role in
            if case .other = role { number.range } else { nil }
        }
        if let (kind, place, range, unit) = rank(in: sentence) { add(kind, place, range, unit, .none) }
        for mention in sentence.mentions {
            let range = mention.range
            switch mention.kind {
            case .noise(.percentage):
                guard let lexeme = text[range.lowerBound] else { continue }
                guard
                    let value = lexeme.quantity
                        ?? CardinalWords.match(text, at: range.lowerBound).map({ Quantity($0.value) })
                else { continue }
                let words = Set(
                    (max(
                        sentence.range.lowerBound, range.lowerBound - 6)..<min(
                            sentence.range.upperBound, range.upperBound + 4)).compactMap { text.word($0) })
                let number = range.lowerBound..<range.lowerBound + 1
                if !words.isDisjoint(with: down) {
                    add(
                        .percentChange, Quantity(tenThousandths: -value.tenThousandths), number, "percent",
                        hedge(text, range.lowerBound))
                } else if !words.isDisjoint(with: change) {
                    add(.percentChange, value, number, "percent", hedge(text, range.lowerBound))
                } else {
                    add(.share, value, number, "percent", hedge(text, range.lowerBound))
                }
            case .noise(.rate):
                rate(text, range, sentence).map { add(.rate, $0.0, $0.1, $0.2, hedge(text, range.lowerBound)) }
            case .number(let figure):
                let hedge = hedge(text, range.lowerBound)
                // `15 offences a day`: a noun stands between the number and its time.
                if let value = figure.value, let unit = Self.timeUnit(text, after: range.upperBound) {
                    add(.rate, value, range, unit, hedge)
                    continue
                }
                if let value = figure.value, text.isWord(range.lowerBound - 1, ["of", "by"]),
                    (max(sentence.range.lowerBound, range.lowerBound - 3)..<range.lowerBound).contains(where: {
                        text.isWord($0, change.union(down))
                    })
                {
                    let falls = (max(sentence.range.lowerBound, range.lowerBound - 3)..<range.lowerBound).contains {
                        text.isWord($0, down)
                    }
                    add(.difference, falls ? .zero - value : value, range, "offences", hedge)
                } else if others.contains(range) {
                    continue
                } else if let value = figure.value, hedge != .none {
                    add(.level, value, range, "offences", hedge)
                } else if figure.status == .bounded, let low = figure.low,
                    text.isWord(range.lowerBound, ["over", "more"])
                {
                    add(.level, low - Quantity(1), range, "offences", .moreThan)
                }
            default: continue
            }
        }
        return claims
    }

    private static func timeUnit(_ text: LexedText, after index: Int) -> String? {
        for at in index..<index + 4 where text.isWord(at, ["a", "an", "every", "each", "per"]) {
            if text.isWord(at + 1, ["day"]) { return "per_day" }
            if text.isWord(at + 1, ["week"]) { return "per_week" }
            if text.isWord(at + 1, ["hour"]) { return "per_hour" }
        }
        return nil
    }

    private static func hedge(_ text: LexedText, _ index: Int) -> Claim.Hedge {
        guard let before = text.word(index - 1) else { return .none }
        if before == "than", text.isWord(index - 2, ["more"]) { return .moreThan }
        return hedges.first { $0.0.contains(before) }?.1 ?? .none
    }

    /// `22 a day`, `one every 6 days`, `one an hour`.
    private static func rate(_ text: LexedText, _ range: Range<Int>, _ sentence: Sentence) -> (
        Quantity, Range<Int>, String
    )? {
        let first = range.lowerBound
        if text.isWord(first, ["one"]) {
            for index in range.dropFirst() {
                if let value = text[index]?.quantity, text.isWord(index + 1, ["days", "hours"]) {
                    return (
                        value, index..<index + 1,
                        text.isWord(index + 1, ["days"]) ? "days_per_offence" : "hours_per_offence"
                    )
                }
            }
            if text.isWord(range.upperBound - 1, ["hour"]) { return (Quantity(1), first..<first + 1, "per_hour") }
            return nil
        }
        guard let value = text[first]?.quantity else { return nil }
        let unit =
            text.isWord(range.upperBound - 1, ["day", "daily"])
            ? "per_day"
            : text.isWord(range.upperBound - 1, ["week"])
                ? "per_week" : text.isWord(range.upperBound - 1, ["hour"]) ? "per_hour" : ""
        return unit.isEmpty ? nil : (value, first..<first + 1, unit)
    }
}

import Records

/// A number as cells write it, with its marks.
extension FigureRecogniser {
    /// `145`, `1,204`, `145*`, `145¹`, `145 [p]`, `c. 120`; percentages and changes with a plus are derived.
    static func number(_ text: LexedText, _ legend: Legend) -> Cell? {
        var index = 0
        var status = Status.exact
        if text.isSymbol(0, "~") || text.isWord(0, ["c", "ca", "approx", "approximately", "about", "circa", "around"]) {
            status = .estimated
            index = text.isSymbol(1, ".") ? 2 : 1
        }
        if ["+", "▲", "▼", "△", "▽", "↑", "↓", "→", "±"].contains(text[0]?.text), text[1]?.isNumber == true {
            return .derived
        }
        if text.isSymbol(0, "-"), text[1]?.isNumber == true, text[1]?.spaceBefore == false {
            // A count can be no less than none: what it says only its labels tell.
            return text.isSymbol(2, "%") ? .derived : .unknownMarker(text.text)
        }
        guard let lexeme = text[index], lexeme.isNumber, !lexeme.raised else { return nil }
        var next = index + 1
        if text.isSymbol(next, "%") || text.isWord(next, ["percent"])
            || text.isWord(next, ["per"]) && text.isWord(next + 1, ["cent"])
        {
            return .derived
        }
        guard let value = lexeme.quantity else { return nil }
        while let mark = text[next] {
            if mark.raised {
                next += 1
                continue
            }
            // `18 (7.7%)`: a share beside its count.
            if mark.text == "(", text[next + 1]?.isNumber == true, text.isSymbol(next + 2, "%"),
                text.isSymbol(next + 3, ")")
            {
                next += 4
                continue
            }
            // `1,022 [^b]`
            if mark.text == "[", text.isSymbol(next + 1, "^"), text.isSymbol(next + 3, "]") {
                next += 4
                continue
            }
            // `231 [note 2]`
            if mark.text == "[" || mark.text == "(", text.isWord(next + 1, ["note", "footnote", "see"]),
                text[next + 2]?.isNumber == true, text.isSymbol(next + 3, mark.text == "[" ? "]" : ")")
            {
                next += 4
                continue
            }
            // `(p)`, `(est.)`
            let stop = text.isSymbol(next + 2, ".") ? 1 : 0
            if mark.text == "[" || mark.text == "(", let word = text.word(next + 1) ?? text[next + 1]?.text,
                text.isSymbol(next + 2 + stop, mark.text == "[" ? "]" : ")")
            {
                if case .quality(let quality)? = legend["[\(word)]"] ?? standard["[\(word)]"] ?? qualities[word] {
                    status = min(status, quality)
                } else if text[next + 1]?.kind == .word, word.count > 2 {
                    return nil
                } else if text[next + 1]?.isNumber == true, (text.integer(next + 1) ?? 99) > 20 {
                    return nil
                }
                next += 3 + stop
                continue
            }
            if mark.kind == .symbol, ["*", "^", "†", "‡", "§", "#"].contains(mark.text) {
                if case .quality(let quality)? = legend[mark.text] { status = min(status, quality) }
                next += 1
                continue
            }
            // `745 p`, where the legend explains the letter.
            if mark.kind == .word, mark.text.count == 1, let meaning = legend[mark.text] {
                if case .quality(let quality) = meaning { status = min(status, quality) }
                next += 1
                continue
            }
            // `298 provisional`, `41 see note`
            if mark.kind == .word, text[next + 1] == nil, case .quality(let quality)? = qualities[mark.text] {
                status = min(status, quality)
                next += 1
            } else if text.isWord(next, ["see"]), text.isWord(next + 1, ["note", "notes", "footnote", "below"]) {
                next = text.count
            }
            break
        }
        guard isTail(text, next), !text.isSymbol(next, "-"), !text.isSymbol(next, "/"), !text.isSymbol(next, ":"),
            !text.isSymbol(next, "<")
        else { return nil }
        let raw = text.raw(lexemes: index..<index + 1)
        let figure = Figure(value: value, low: value, high: value, status: status, raw: raw)
        return .figure(legend.roundedTo.map(figure.rounded) ?? figure, reason: "", legalBasis: "")
    }

    /// `*`, `-`, `..`, `x`, `n/a`: something stands for a figure, and only a legend says what.
    static func isMarker(_ text: LexedText) -> Bool {
        if text.lexemes.allSatisfy({ $0.kind == .symbol }) { return true }
        let words = text.lexemes.filter { $0.kind != .symbol && !$0.raised }.map(\.text).joined()
        return ["na", "nh", "x", "nk", "c", "z", "s", "np", "nc", "supp"].contains(words)
            && text.count <= (text.lexemes.last?.raised == true ? 4 : 3)
    }
}

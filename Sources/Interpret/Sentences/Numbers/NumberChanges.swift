import Vocabulary

/// Numbers that tell a change: `an increase of 47`, `3 offences fewer`, `the rise is therefore 48`.
extension SpokenNumber {
    var change: NumberRole? { isChange ? .difference : nil }

    private var isChange: Bool {
        for length in 1...4 where range.lowerBound - length >= sentence.lowerBound {
            if NumberRole.changes.match(text, at: range.lowerBound - length)?.end == range.lowerBound { return true }
        }
        // `It fell back by five to 79`, `and then by a further 40 to 419`
        let isBy = leads(1, ["by"]) || leads(1, ["further"]) && leads(2, ["a"]) && leads(3, ["by"])
        if isBy, follows(0, ["to", "from"]) { return true }
        // `Went up from 97 to 126, that is by 29`
        if leads(1, ["by"]), leads(2, ["is"]), leads(3, ["that", "which"]) { return true }
        if follows(0, ["more", "fewer", "additional", "extra", "higher", "lower"]),
            follows(1, ["than", "offences", "crimes", "in", "such"])
        {
            return true
        }
        // `2017/18 saw 12 more, a rise of 36%`
        if follows(0, ["more", "fewer"]), text[range.upperBound + 1].map({ $0.kind == .symbol }) ?? true {
            return true
        }
        // `60 more child sexual offences … than in 2015/16`
        if follows(0, ["more", "fewer", "less"]),
            (range.upperBound + 1..<max(range.upperBound + 1, sentence.upperBound)).contains(where: {
                text.isWord($0, ["than"])
            })
        {
            return true
        }
        // `3 offences fewer`
        if follows(0, ["offences", "crimes", "cases", "incidents"]), follows(1, ["fewer", "less", "more"]) {
            return true
        }
        // `Excluding them, 27 would be left`
        if follows(0, ["would", "will"]), follows(1, ["be", "remain"]) { return true }
        // `The rise is therefore 48 offences`
        if let noun = before(4).last(where: {
            text.isWord($0, ["rise", "fall", "increase", "decrease", "drop", "change", "difference"])
        }),
            (noun + 1..<range.lowerBound).allSatisfy({
                text.isWord($0, ["is", "was", "therefore", "thus", "being", "here", "equals", "about", "then"])
            })
        {
            return true
        }
        if follows(0, ["higher", "lower"]) { return true }
        return leads(1, ["up", "down"]) && !follows(0, ["offences"]) && !leads(2, ["made", "make", "makes", "making"])
    }
}

import Vocabulary

/// Numbers that count something else, told by other words than their noun.
extension SpokenNumber {
    var other: NumberRole? {
        // `Victim age at offence < 18`
        if text.isSymbol(range.lowerBound, "<"), isNear(4, ["age", "ages"]),
            text.integer(range.upperBound - 1) ?? 99 <= 18
        {
            return .other("label")
        }
        // `The youngest victim was 6`, `rounded to the nearest 5`
        let isAge =
            leads(1, ["was", "is", "being", "aged", "only", "just"]) && isNear(12, ["youngest", "oldest", "eldest"])
        if isAge || leads(1, ["nearest"]) {
            return .other("label")
        }
        if isOfWordSearch || isOfOutcome { return .other("other_count") }
        // `Days taken: 19`
        if text.isSymbol(range.lowerBound - 1, ":"), leads(2, ["taken"]), leads(3, ["days"]) {
            return .other("duration")
        }
        // `No. 1 Waterwells, Quedgeley`
        if text.isSymbol(range.lowerBound - 1, "."), leads(2, ["no", "nos"]),
            text[range.lowerBound - 1]?.spaceBefore == false
        {
            return .other("reference")
        }
        // `Offences with the flag number 57 for 2017/18` says how many.
        let counts =
            leads(1, ["number"]) && leads(2, ["flag", "marker", "offences", "crimes"])
            && follows(0, ["in", "for", "and"])
        if leads(1, ["number", "no", "item", "log"]), !leads(2, ["the", "total", "that", "this"]), !counts {
            return .other("reference")
        }
        // `Year 2 (2019/20): from 1 April …`
        if leads(1, ["year"]), text.integer(range.lowerBound) ?? 99 < 10,
            text.isSymbol(range.upperBound, "(") || text.isSymbol(range.upperBound, ":")
        {
            return .other("label")
        }
        // `(2) offences that happened in each year`: the number of an item.
        let opens = range.lowerBound - 1
        if text.isSymbol(opens, "("), text.isSymbol(range.upperBound, ")"),
            opens == sentence.lowerBound || text[opens]?.lineBefore == true,
            text.integer(range.lowerBound) ?? 99 < 10, text[range.upperBound + 1]?.isWord == true,
            !text.isWord(range.upperBound + 1, ["where", "with", "aged", "in", "of", "were", "was", "under"])
        {
            return .other("question_number")
        }
        // `Three quarters out of four`
        if leads(1, ["of"]), leads(2, ["out"]), leads(3, ["quarters", "months"]) { return .other("duration") }
        // `Information Disclosure Officer 0774`: no count begins with a nought.
        if text[range.lowerBound]?.text.hasPrefix("0") == true, text[range.lowerBound]?.text.utf8.count ?? 0 >= 3,
            text[range.lowerBound]?.text.allSatisfy(\.isNumber) == true
        {
            return .other("reference")
        }
        // `Report run by 4412 on 23/05/2019`
        if leads(1, ["by"]), leads(2, ["run", "produced", "printed", "extracted", "prepared"]) {
            return .other("reference")
        }
        // `Two of my colleagues searched the records and three checked the result.`
        if follows(0, ["checked", "searched", "reviewed", "verified", "looked"]), leads(1, ["and"]) {
            return .other("other_count")
        }
        // `I am in a position to answer parts 1 and 3.`
        if leads(1, ["parts", "requests", "questions", "points"]), text.integer(range.lowerBound) ?? 99 < 30 {
            return .other("question_number")
        }
        // `This has no bearing on Requests 1 and 3.`
        if leads(1, ["and", "or", "to"]), text.integer(range.lowerBound) ?? 99 < 30,
            text[range.lowerBound - 2]?.isNumber == true,
            leads(3, ["requests", "questions", "parts", "items", "points"])
        {
            return .other("question_number")
        }
        // `BCUs are the 12 that took over from the boroughs`
        if leads(1, ["the"]), leads(2, ["are", "were"]), follows(0, ["that", "which"]) {
            return .other("other_count")
        }
        // `The two later ones are for the full twelve months`
        if leads(1, ["the"]),
            follows(0, ["later", "earlier", "other", "last", "first", "latter", "former", "remaining"]),
            text.isWord(range.upperBound + 1, ["ones", "entries", "rows", "columns", "figures", "numbers", "lines"])
        {
            return .other("other_count")
        }
        // `Victims of 18 and 19`, `those of 16 and 17`
        let isOfAge = text.integer(range.lowerBound).map { (13...25).contains($0) } ?? false
        if isOfAge, leads(1, ["of", "and", "or"]),
            (range.lowerBound - 4..<range.lowerBound).contains(where: {
                text.isWord($0, ["victims", "people", "those"]) && text.isWord($0 + 1, ["of"])
            })
        {
            return .other("label")
        }
        // `Two of the five area hubs`
        if follows(0, ["of"]), text.isWord(range.upperBound + 1, ["the", "our", "its"]),
            case let whole = range.upperBound + 2,
            let next = text.integer(whole).map({ _ in whole + 1 }) ?? CardinalWords.match(text, at: whole)?.end,
            (next..<next + 3).contains(where: {
                text.isWord(
                    $0,
                    [
                        "hubs", "areas", "divisions", "districts", "boroughs", "desks", "teams", "units", "stations",
                        "offices", "departments", "counties",
                    ])
            })
        {
            return .other("other_count")
        }
        // `The 318 that you give for 2017/18 we do not recognise.`
        let you = follows(0, ["that", "which"]) ? range.upperBound + 1 : range.upperBound
        if text.isWord(you, ["you"]),
            text.isWord(you + 1, ["give", "gave", "quote", "quoted", "mention", "mentioned", "cite", "cited", "state"])
        {
            return .other("other_count")
        }
        // `Two thirds of victims`
        if follows(0, ["third", "thirds", "quarters", "fifths", "tenths"]) { return .other("percentage") }
        // `238 (January figure: 173)`: what was said at another time.
        if text.isSymbol(range.lowerBound - 1, ":"), leads(2, ["figure", "figures", "total", "number"]),
            text.isSymbol(range.upperBound, ")"),
            let open = before(8).last(where: { text.isSymbol($0, "(") }),
            Months.month(text, open + 1) != nil
                || text.isWord(open + 1, ["earlier", "previous", "original", "old", "first", "last", "interim"])
        {
            return .other("note")
        }
        // `12 of them had the child sexual exploitation flag`
        let behind = (range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 10)))
            .prefix { text[$0]?.isNumber != true && !text.isSymbol($0, ";") }
        if behind.contains(where: { CueRecogniser.namesOtherFlag(text, $0) }),
            !behind.contains(where: { text.isWord($0, ["cyber", "online", "internet"]) })
        {
            return .other("other_count")
        }
        return isOfOthers || isLeftOut || isLarge ? .other("other_count") : nil
    }

    private var isOfOthers: Bool {
        // `At least one of those words appeared in 146 crimes in 2016/17 and in 203 in 2017/18.`
        if leads(1, ["in"]), isLed(by: ["words", "word", "terms", "keywords"]),
            isLed(by: ["appeared", "appears", "found", "occurred"])
        {
            return true
        }
        // `with Instagram named in 21 and Snapchat in 17`
        if leads(1, ["in"]), isNear(9, ["named", "mentioned", "cited"]) { return true }
        // `ONS mid-2020 estimate: 293,400`
        if isNear(6, ["ons", "census"]) || isLed(by: ["population"]) { return true }
        // `Our full replies to the first seven`
        if leads(1, ["first", "last"]), leads(2, ["the"]), endsClause { return true }
        // `373 across the three`, `This answer is one of 412`, `Ruth Ashdown, 52, said`
        // `on behalf of the three`
        if leads(1, ["the", "all"]), endsClause,
            leads(2, ["across", "between", "among"]) || leads(2, ["of"]) && leads(3, ["behalf"])
        {
            return true
        }
        if leads(1, ["of"]), leads(2, ["one"]), !leads(3, ["number"]) { return true }
        if text.isSymbol(range.lowerBound - 1, ","), text.isSymbol(range.upperBound, ","), follows(1, ["said", "who"]) {
            return true
        }
        // `Each line is one recorded crime`
        if leads(1, ["is", "represents", "denotes"]), leads(2, ["line", "row", "record", "entry"]),
            leads(3, ["each", "every"])
        {
            return true
        }
        // `93 non-crime reports`
        if follows(0, ["non"]), text.isSymbol(range.upperBound + 1, "-"), follows(2, ["crime", "police", "criminal"]) {
            return true
        }
        // `89, of which 12 had been committed in 2017/18`, `20 of which were committed in earlier years`: by the year of the deed.
        if leads(1, ["which", "these", "those", "them"])
            || follows(0, ["of"]) && follows(1, ["which", "these", "those", "them"]),
            (range.upperBound..<range.upperBound + 5).contains(where: { at in
                text.isWord(at, ["committed", "occurred", "happened"])
                    && text.isWord(at + 1, ["in", "before", "during", "on"])
            })
        {
            return true
        }
        return leads(1, ["of"]) && leads(2, ["team", "audit", "sample", "panel"])
    }

    /// `19 of these proved to be duplicates and were removed`, `crimes since cancelled (38 over the two years)`
    private var isLeftOut: Bool {
        let behind = range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 14))
        let stop = behind.first {
            text.isSymbol($0, ".") || text.isSymbol($0, ";")
                // The whole in `9 of the 220` parts nothing.
                || text[$0]?.isNumber == true && !text.isWord($0 - 2, ["of"])
                    && PeriodRecogniser.match(text, at: $0) == nil && PeriodRecogniser.match(text, at: $0 - 2) == nil
        }
        return (behind.lowerBound..<(stop ?? behind.upperBound)).contains {
            text.isWord($0, ["removed", "discounted", "deleted", "duplicates", "duplicate", "reclassified"])
                // `Twenty-seven of the crimes had been counted twice`
                || text.isWord($0, ["twice"]) && text.isWord($0 - 1, ["counted"])
                // `We took 50 records at random`
                || text.isWord($0, ["random"]) && text.isWord($0 - 1, ["at"])
                || text.isWord($0, ["taken"]) && text.isWord($0 + 1, ["out"])
                // `9 of the 220 were later no-crimed`
                || text.isWord($0, ["crimed"]) && (text.isSymbol($0 - 1, "-") || text.isWord($0 - 1, ["no"]))
        }
            // `Crimes classed as "Cancelled", of which there were 3, have been left out.`
            || isLed(by: ["which"]) && endsClause
                && behind.contains { index in
                    text.isWord(index, ["left"]) && text.isWord(index + 1, ["out"])
                        || text.isWord(index, ["excluded", "omitted"])
                }
            || text.isSymbol(range.lowerBound - 1, "(")
                && leads(2, ["cancelled", "removed", "duplicates", "transferred"])
            || leads(1, ["excluding", "except"])
    }

    private var isLarge: Bool {
        follows(0, ["million", "billion", "thousand", "m"]) && text[range.lowerBound]?.isNumber == true
    }

    /// `A keyword search for Facebook in the crime notes brings back 240`, `a search of the free text found 240`; not of flagged ones.
    private var isOfWordSearch: Bool {
        lead.contains { index in
            text.isWord(index, ["keyword"]) && text.isWord(index + 1, ["search"])
                || text.isWord(index, ["search"]) && text.isWord(index + 1, ["of"])
                    && (index + 2..<index + 5).contains { text.isWord($0, ["free"]) }
        } && !sentence.contains { text.isWord($0, ["flag", "flagged", "marker", "qualifier"]) }
    }

    /// `The only other course is to read through some 9,400 crimes one by one`, `to look at each of the 4,930 crimes`,
    /// `an audit looked at 250 crimes`
    var isGoneThrough: Bool {
        let isEach = leads(1, ["the", "these", "those"]) && leads(2, ["of"]) && leads(3, ["each"])
        if leads(1, ["at"]), leads(2, ["looked", "looks"]) { return true }
        // `We put the number to be looked at for 2018/19 and 2019/20 at 9,700`
        let isToBe = lead.contains {
            text.isWord($0, ["to"]) && text.isWord($0 + 1, ["be"])
                && text.isWord(
                    $0 + 2, ["looked", "read", "opened", "examined", "searched", "reviewed", "checked", "trawled"])
        }
        if isToBe, leads(1, ["at", "about", "some", "around"]) { return true }
        let isRead = before(5).contains {
            text.isWord($0, ["open", "opening", "examine", "trawl"])
                || text.isWord($0, ["read", "reading", "go", "going", "look", "looking"])
                    && (isEach || text.isWord($0 + 1, ["through"]))
        }
        return isRead && (isEach || !isLed(by: ["flag", "flagged"]))
    }

    /// `25 of the 2019-2020 crimes and 21 of the 2020-2021 crimes have led to a charge`: both, though the second stands nearer.
    private var isOfOutcome: Bool {
        guard follows(0, ["of"]), follows(1, ["the"]) else { return false }
        let rest = range.upperBound..<max(range.upperBound, sentence.upperBound)
        let outcomes = [
            "charge", "charged", "summonsed", "convicted", "conviction", "cautioned", "caution", "prosecuted", "court",
            "detected",
        ]
        return rest.contains { index in
            text.isWord(index, ["have", "has", "had", "led", "were", "resulted", "ended"])
                && (index + 1..<index + 8).contains { text.isWord($0, outcomes) && rest.contains($0) }
        }
    }
}

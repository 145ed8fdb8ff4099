import Records
import Vocabulary

/// Joins the numbers of a sentence to what they belong to: by grammar where it is plain, else by nearness.
struct Binding {
    let text: LexedText
    /// Where brackets open and close, ascending.
    let brackets: [(index: Int, isOpen: Bool)]

    /// The brackets of one sentence: a passage may have thousands.
    init(text: LexedText, in sentence: Range<Int>) {
        self.text = text
        brackets = sentence.compactMap { index in
            text.isSymbol(index, "(") ? (index, true) : text.isSymbol(index, ")") ? (index, false) : nil
        }
    }

    /// For each number the index of its partner, or nil. Numbers and partners are ranges of lexemes, ascending.
    func pair(_ numbers: [Range<Int>], with partners: [Range<Int>]) -> [Int?] {
        if let told = led(numbers, by: partners) ?? byClauses(numbers, partners) ?? byVerbs(numbers, partners) {
            return told
        }
        if let inOrder = inOrder(numbers, partners) ?? inTurn(numbers, partners) { return inOrder }
        var paired = numbers.indices.map { number in
            partners.indices.min { cost(number, $0, numbers, partners) < cost(number, $1, numbers, partners) }
        }
        // `17 (14 in 2015/16)`: the year in the brackets is of the number there.
        for index in numbers.indices {
            guard let own = paired[index], isOfBracket(partners[own], not: numbers[index], numbers) else { continue }
            paired[index] = partners.indices.last {
                partners[$0].upperBound <= numbers[index].lowerBound
                    && !isOfBracket(partners[$0], not: numbers[index], numbers)
            }
        }
        // `20 higher than the 143 in 2016/17`: what is compared with has its own.
        for index in numbers.indices
        where text.isWord(numbers[index].lowerBound - 1, ["the"])
            && text.isWord(numbers[index].lowerBound - 2, ["than", "double", "twice", "treble", "half"])
        {
            let next = index + 1 < numbers.count ? numbers[index + 1].lowerBound : text.count
            if let own = partners.indices.first(where: {
                partners[$0].lowerBound >= numbers[index].upperBound && partners[$0].lowerBound < next
            }) {
                paired[index] = own
            }
        }
        // `49 and 61 respectively in 2017/18`: a run shares what follows its last.
        for index in numbers.indices.dropLast().reversed() where runsOn(numbers[index], to: numbers[index + 1]) {
            guard let next = paired[index + 1], partners[next].lowerBound >= numbers[index + 1].upperBound else {
                continue
            }
            // `The year before that it was 377, and 340 in the year before that one`: the first has its own.
            if let own = paired[index], partners[own].upperBound <= numbers[index].lowerBound,
                gap(partners[own], numbers[index]).count <= 4,
                !gap(partners[own], numbers[index]).contains(where: { text.isSymbol($0, ",") })
            {
                continue
            }
            paired[index] = next
        }
        // `301 in 2017/18 (12 were rapes, 289 others) and 377 in 2018/19`: what brackets divide stands right before them.
        for index in numbers.indices.dropFirst() {
            guard let inside = bracket(around: numbers[index].lowerBound), inside.count > 1,
                !partners.contains(where: { inside.contains($0.lowerBound) }),
                let whole = numbers.indices.last(where: { numbers[$0].upperBound < inside.lowerBound }),
                bracket(around: numbers[whole].lowerBound) == nil
            else { continue }
            paired[index] = paired[whole]
        }
        return paired
    }

    /// `For 2016/17 they were …`, `in 2017/18 there were …`
    private func opensClause(_ partner: Range<Int>) -> Bool {
        // `…, in 2016/17.` says it of what stands before.
        return text[partner.upperBound].map {
            ["they", "there", "it", "the", "these", "we"].contains($0.text) || $0.text == ","
        } ?? false
    }

    /// The partner stands in brackets with a number of its own, and this number does not.
    private func isOfBracket(_ partner: Range<Int>, not number: Range<Int>, _ numbers: [Range<Int>]) -> Bool {
        guard let inside = bracket(around: partner.lowerBound), !inside.contains(number.lowerBound) else {
            return false
        }
        return numbers.contains { inside.contains($0.lowerBound) }
    }

    /// `2015/16 – 33 2016/17 – 44`: each number has its partner right before it, a sign between them.
    private func led(_ numbers: [Range<Int>], by partners: [Range<Int>]) -> [Int?]? {
        let own = numbers.map { number in
            partners.firstIndex {
                $0.upperBound == number.lowerBound - 1 && ["-", ":", "="].contains(text[$0.upperBound]?.text)
            }
        }
        return own.contains(nil) ? nil : own
    }

    /// `For 2017/18 the numbers were 1,118 and 121, and for 2016/17 they were 1,067 and 98`: each partner opens a clause.
    private func byClauses(_ numbers: [Range<Int>], _ partners: [Range<Int>]) -> [Int?]? {
        guard partners.count > 1, partners.dropFirst().allSatisfy(opensClause) else { return nil }
        let own = numbers.map { number in partners.lastIndex { $0.upperBound <= number.lowerBound } }
        return Set(own).count == partners.count && !own.contains(nil) ? own : nil
    }

    /// `The 2016-17 total is 266 and the 2017-18 total is 349`: each has its own before it, and a verb between.
    private func byVerbs(_ numbers: [Range<Int>], _ partners: [Range<Int>]) -> [Int?]? {
        let verbs = ["is", "was", "were", "are", "at", "numbered", "totalled"]
        guard numbers.count > 1, numbers.allSatisfy({ text.isWord($0.lowerBound - 1, verbs) }) else { return nil }
        let own = numbers.indices.map { number in
            partners.lastIndex { partner in
                partner.upperBound < numbers[number].lowerBound
                    && (number == 0 || partner.lowerBound >= numbers[number - 1].upperBound)
            }
        }
        return own.contains(nil) ? nil : own
    }

    /// `In 2015/16 and 2016/17 … 40 and 50`, `… rape 3 and 4; grooming 10 and 15`: runs of numbers in the order of their partners.
    private func inOrder(_ numbers: [Range<Int>], _ partners: [Range<Int>]) -> [Int]? {
        guard let first = numbers.first, let last = numbers.last, let opening = partners.first,
            let closing = partners.last, numbers.count > 1, partners.count > 1,
            numbers.count.isMultiple(of: partners.count)
        else { return nil }
        let isOneRun = numbers.count == partners.count
        guard closing.upperBound <= first.lowerBound || isOneRun && last.upperBound <= opening.lowerBound else {
            return nil
        }
        let order = numbers.indices.map { $0 % partners.count }
        let goesOn = numbers.indices.dropFirst().allSatisfy { index in
            order[index] == 0 || isOneRun || runsOn(numbers[index - 1], to: numbers[index])
        }
        return goesOn ? order : nil
    }

    /// `45 crimes with the flag in 2018/19 and 39 crimes with the flag in 2017/18`: each number is followed by its partner, and
    /// that by the next number.
    private func inTurn(_ numbers: [Range<Int>], _ partners: [Range<Int>]) -> [Int]? {
        guard numbers.count > 1, numbers.count == partners.count else { return nil }
        let follow = zip(numbers, partners).allSatisfy { number, partner in
            number.upperBound <= partner.lowerBound && text.isWord(partner.lowerBound - 1, ["in", "for", "during"])
                && !(number.upperBound..<partner.lowerBound).contains {
                    text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isWord($0, ["and", "but", "while"])
                }
        }
        let goOn = zip(partners, numbers.dropFirst()).allSatisfy { partner, next in
            partner.upperBound < next.lowerBound && next.lowerBound - partner.upperBound <= 2
                && (partner.upperBound..<next.lowerBound).allSatisfy {
                    text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isWord($0, ["and"])
                }
        }
        return follow && goOn ? Array(numbers.indices) : nil
    }

    /// As `pair`; a part belongs with its whole, unless it has a partner of its own.
    func pairParts(_ numbers: [Range<Int>], with partners: [Range<Int>]) -> [Int?] {
        var paired = pair(numbers, with: partners)
        // `In 2019/20 the flag was on 187 of the 1,540, and in 2020/21 on 203 of the 1,447`: part and whole are of one year.
        for index in numbers.indices.dropFirst() where isPart(numbers[index - 1], of: numbers[index]) {
            let own = paired[index].flatMap { own -> Int? in
                let gap = gap(numbers[index], partners[own])
                return partners[own].lowerBound >= numbers[index].upperBound
                    && !gap.contains { text.isSymbol($0, ",") || text.isSymbol($0, ";") } ? own : nil
            }
            if let own { paired[index - 1] = own } else { paired[index] = paired[index - 1] }
        }
        // `1,902 offences, of which 288 were flagged, and in 2022/23 …`: the part is of the year of its whole.
        for index in numbers.indices.dropFirst()
        where text.isWord(numbers[index].lowerBound - 1, ["which"])
            && text.isWord(numbers[index].lowerBound - 2, ["of"])
            || text.isWord(numbers[index].lowerBound - 1, ["including"])
        {
            let next = index + 1 < numbers.count ? numbers[index + 1].lowerBound : text.count
            let clause = (numbers[index].upperBound..<next).first { text.isSymbol($0, ",") || text.isSymbol($0, ";") }
            if !partners.contains(where: {
                $0.lowerBound >= numbers[index].upperBound && $0.lowerBound < clause ?? next
            }) {
                paired[index] = paired[index - 1]
            }
        }
        return paired
    }

    /// Distance in words, more across a comma, an `and`, another number or another partner.
    func cost(_ number: Int, _ partner: Int, _ numbers: [Range<Int>], _ partners: [Range<Int>]) -> Int {
        let a = numbers[number]
        let b = partners[partner]
        // `249 (two hundred and forty-nine) for 2019/20`: what stands in brackets right behind it is passed over.
        let aside = bracket(around: a.upperBound + 1).flatMap { inside in
            text.isSymbol(a.upperBound, "(") && inside.lowerBound == a.upperBound + 1
                && b.lowerBound > inside.upperBound ? inside.upperBound + 1 : nil
        }
        let between = a.upperBound <= b.lowerBound ? (aside ?? a.upperBound)..<b.lowerBound : gap(b, a)
        var cost = between.count * 2
        for index in between {
            if text.isSymbol(index, ",") { cost += 8 }
            if text.isSymbol(index, ";") { cost += 60 }
            if text.isWord(index, ["and", "while", "but", "whereas"]) { cost += 8 }
            if text.isWord(index, ["compared", "against", "from", "to", "up", "down", "versus"]) { cost += 5 }
        }
        cost += numbers.filter { $0 != a && between.contains($0.lowerBound) }.count * 16
        cost += partners.filter { $0 != b && between.contains($0.lowerBound) }.count * 12
        // `63 (2017/18: 51)`: the year in the brackets has a number of its own there.
        if let inside = bracket(around: b.lowerBound), !inside.contains(a.lowerBound),
            numbers.contains(where: { $0 != a && inside.contains($0.lowerBound) })
        {
            cost += 100
        }
        let follows = a.upperBound <= b.lowerBound
        // `2016/17: 95` leads its own number.
        if follows, text.isSymbol(b.upperBound, ":") { cost += 24 }
        // `63 in 2015/16`, `361 the following year`, `502 crimes for 2017/18`: the tightest bond there is.
        let noun = between.prefix { text.isWord($0, ["such", "crimes", "offences", "cases", "incidents"]) }
        if follows, between.count - noun.count <= 2, noun.count <= 2, noun.count < between.count || between.isEmpty,
            between.dropFirst(noun.count).allSatisfy({
                text.isWord($0, ["in", "for", "during", "the", "throughout", "yn", "to", "belong", "belonged"])
                    || text.isSymbol($0, "(")
            })
        {
            cost -= 12
        }
        if !follows, between.count <= 3,
            between.allSatisfy({
                text.isSymbol($0, ":") || text.isSymbol($0, "-")
                    || text.isWord($0, ["was", "it", "were", "there", "figure", "is"]) || text.isSymbol($0, ",")
            })
        {
            cost -= 10
        }
        return cost
    }

}

import Vocabulary

/// Which number an age or an offence belongs to.
extension Binding {
    /// Attributes (an age, an offence) belong to the number before them, or to all numbers after them where none stands before.
    func attribute(_ attributes: [Range<Int>], to numbers: [Range<Int>]) -> [Int?] {
        var owner: [Int?] = numbers.map { _ in nil }
        // `sexual grooming (27)`, `rape – 14`: right before its number.
        for (number, range) in numbers.enumerated() {
            guard text.isSymbol(range.lowerBound - 1, "("),
                let index = attributes.indices.last(where: {
                    attributes[$0].upperBound <= range.lowerBound - 1
                        && range.lowerBound - 1 - attributes[$0].upperBound <= 4
                })
            else { continue }
            owner[number] = index
        }
        for (index, attribute) in attributes.enumerated() {
            guard let bracket = bracket(around: attribute.lowerBound) else { continue }
            let inside = numbers.indices.filter { bracket.contains(numbers[$0].lowerBound) }
            guard let first = inside.first, !owner.contains(index) else { continue }
            // What comes first in the brackets tells whether names lead or follow: `(12 rape, 30 assault)`.
            let leads = attributes.contains {
                bracket.contains($0.lowerBound) && $0.upperBound <= numbers[first].lowerBound
            }
            if leads, let next = inside.first(where: { numbers[$0].lowerBound >= attribute.upperBound }) {
                owner[next] = index
            }
        }
        if lead(attributes, numbers) {
            // `rape 3, 4 and 6; grooming 10, 15 and 22`: each name leads its numbers.
            for number in numbers.indices where owner[number] == nil {
                owner[number] = attributes.indices.last { attributes[$0].upperBound <= numbers[number].lowerBound }
            }
            return owner
        }
        // `28 were rapes (27 in 2017/18)`: of both.
        let shared = Set(
            numbers.indices.filter {
                text.isSymbol(numbers[$0].lowerBound - 1, "(") && text.isWord(numbers[$0].upperBound, ["in", "for"])
            }.compactMap { owner[$0] })
        let bracketed = Set(owner.compactMap { $0 }).subtracting(shared)
        let loose = attributes.indices.filter { !bracketed.contains($0) }
        for index in loose {
            let attribute = attributes[index]
            guard let number = numbers.indices.last(where: { numbers[$0].upperBound <= attribute.lowerBound }) else {
                continue
            }
            // `…, sexual grooming for 22`, `those aged 13 to 15 of 80`: it leads what follows.
            let next = numbers.indices.first { numbers[$0].lowerBound >= attribute.upperBound }
            let isTold =
                text.isWord(attribute.upperBound, ["were", "was"])
                && (attribute.upperBound..<attribute.upperBound + 4).contains {
                    text.isWord($0, ["victims", "victim"])
                }
            if let next, numbers[next].lowerBound - attribute.upperBound <= (isTold ? 7 : 3),
                text.isSymbol(attribute.upperBound, ":") || text.isSymbol(attribute.upperBound, "-")
                    // `; 13 to 15, 311 offences`
                    || text.isSymbol(attribute.upperBound, ",") && text.isSymbol(attribute.lowerBound - 1, ";")
                    || text.isWord(
                        attribute.upperBound,
                        [
                            "was", "were", "for", "of", "at", "made", "in", "from", "rose", "fell", "increased",
                            "decreased",
                            "dropped", "accounted", "numbered", "amounted",
                        ]),
                isApart(gap(numbers[number], attribute))
            {
                owner[next] = index
            } else if owner[number] == nil, !isDenied(gap(numbers[number], attribute)) {
                owner[number] = index
            }
        }
        // What stands before all numbers leads those that have none of their own.
        for index in loose
        where !numbers.contains(where: { $0.upperBound <= attributes[index].lowerBound }) {
            for number in numbers.indices where owner[number] == nil || attributes.count == 1 {
                owner[number] =
                    attributes.indices.last { attributes[$0].upperBound <= numbers[number].lowerBound } ?? index
            }
        }
        // `388, 420 and 455 aged 18 or over`: a run of numbers shares what follows its last.
        for number in numbers.indices.dropLast().reversed()
        where owner[number] == nil && runsOn(numbers[number], to: numbers[number + 1])
            // `There were 88, 6 of them rapes`
            && !(text.isWord(numbers[number + 1].upperBound, ["of"])
                && text.isWord(numbers[number + 1].upperBound + 1, ["them", "these", "those", "which"]))
        {
            owner[number] = owner[number + 1]
        }
        // `20 aged under 10 in 2015/16 and 25 in 2016/17`: a bare number repeats what the one before it had.
        for number in numbers.indices.dropFirst()
        where owner[number] == nil && isBare(numbers[number])
            && !gap(numbers[number - 1], numbers[number]).contains(where: { text.isSymbol($0, ")") })
        {
            owner[number] = owner[number - 1]
        }
        return owner
    }

    /// Several names, each right before a number of its own.
    private func lead(_ attributes: [Range<Int>], _ numbers: [Range<Int>]) -> Bool {
        attributes.count > 1
            && attributes.allSatisfy { attribute in
                guard let next = numbers.first(where: { $0.lowerBound >= attribute.upperBound }) else {
                    // `…, rape 3, and the rest were other sexual offences`
                    return (attribute.lowerBound - 4..<attribute.upperBound).contains {
                        text.isWord($0, ["rest", "remainder", "remaining", "others"])
                    }
                }
                return (attribute.upperBound..<next.lowerBound).allSatisfy {
                    text.isSymbol($0, ":") || text.isSymbol($0, "-") || text.isSymbol($0, "=")
                        || text.isSymbol($0, ",") && text.isWord($0 + 1, ["at", "with"])
                        || text.isWord(
                            $0,
                            [
                                "made", "up", "accounted", "for", "came", "to", "offences", "numbered", "fewer", "less",
                                "than", "the", "number", "is", "was", "it", "were", "recorded", "at", "with", "second",
                                "third", "first", "follow", "follows", "come", "comes", "next",
                            ])
                }
            }
    }
}

/// Words that say that victims of any age are counted, adults with children: `victims of all ages`, `regardless of age`.
package enum AnyAge {
    /// `All ages` as a label: adults too, where nothing beside it speaks of children.
    package static let labels = Phrases<Bool>(["all ages", "any age", "all age groups", "total all ages"])
    private static let people = [
        "victims", "people", "persons", "individuals", "complainants", "anyone", "offences", "crimes",
    ]

    private static let phrases = Phrases<Bool>(
        people.flatMap {
            [
                "\($0) of any age", "\($0) of all ages", "\($0) of every age", "any age of \($0)", "all ages of \($0)",
                "all ages among \($0)",
            ]
        } + [
            "all victim ages", "any victim age", "any age of victim", "all ages of victim",
            "regardless of age", "irrespective of age", "regardless of the age", "irrespective of the age",
            "regardless of their age", "irrespective of their age", "regardless of victim age",
            "irrespective of victim age", "whatever the age", "whatever their age", "whatever age",
            "whoever the victim", "adults and children", "children and adults", "adults as well as children",
            "children as well as adults", "adult and child victims", "child and adult victims",
        ])

    /// Where text says it, within a range; `children of any age` and `children regardless of age` are children.
    package static func isSaid(in text: LexedText, range: Range<Int>? = nil) -> Bool {
        let range = range ?? 0..<text.count
        return range.contains { index in
            guard let found = phrases.match(text, at: index), found.end <= range.upperBound else { return false }
            return !text.isWord(index - 1, ["child", "children", "18", "18s", "under", "girls", "boys", "juveniles"])
        }
    }
}

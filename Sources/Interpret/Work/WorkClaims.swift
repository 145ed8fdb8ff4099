import Records
import Vocabulary

extension Work {
    /// Reads the claims of running text and supplies their keys from the figures around them.
    mutating func readClaims() {
        // What each sentence told, looked up once: a text may have thousands of them.
        let told = Dictionary(
            grouping: reading.statements.filter {
                $0.role == .level && $0.figure.value != nil && $0.period != nil
            }, by: \.words)
        for section in sections {
            guard case .passage(let passage) = section, passage.role != .quoted, passage.role != .question else {
                continue
            }
            var before: [Statement] = []
            for sentence in Sentence.split(passage) where sentence.role == .statement {
                let own = told[sentence.text] ?? []
                for claim in ClaimReader.claims(in: sentence) {
                    supply(claim, own.isEmpty ? before : own, sentence, isOwn: !own.isEmpty)
                }
                if !own.isEmpty { before = own }
            }
        }
    }

    /// The later of the periods around it is what a claim is about, the earlier its base.
    private mutating func supply(_ claim: Claim, _ near: [Statement], _ sentence: Sentence, isOwn: Bool) {
        var claim = claim
        let known = reading.statements.filter {
            $0.role == .level && $0.figure.value != nil && $0.period?.isWholeYear ?? false && ($0.age ?? "all") == "all"
        }
        // A figure that the sentence repeats from a table still says which series it speaks of.
        let said = Set(
            sentence.mentions.compactMap { if case .number(let figure) = $0.kind { figure.value } else { nil } })
        let repeated = known.filter { $0.figure.value.map(said.contains) ?? false }
        let named = Set(sentence.wholeYears)
        let bodies = sentence.mentions.compactMap { mention -> String? in
            if case .area(let area) = mention.kind { area.candidates.first } else { nil }
        }
        // A claim of a body that the sentence names is about that body's figures; one that tells no change, of the year it names.
        let isChange = [.difference, .percentChange, .ratio].contains(claim.kind)
        let own = known.filter {
            $0.areas == Array(bodies.prefix(1))
                && (named.isEmpty || isChange || $0.period.map(named.contains) ?? false)
        }
        let nearby = !near.isEmpty ? near : !repeated.isEmpty ? repeated : !own.isEmpty ? own : Array(known.prefix(2))
        let around = claim.kind == .rank && !own.isEmpty ? own : nearby
        guard let subject = around.max(by: { ($0.period?.label ?? "") < ($1.period?.label ?? "") }) else {
            // No figure is near: the sentence's own words say of whom and when.
            claim.areas = Array(bodies.prefix(1))
            claim.cues = CueRecogniser.cues(in: sentence.lexed)
            claim.period = named.max()
            claim.base = named.count > 1 ? named.min() : named.max()?.shifted(years: -1)
            reading.claims.append(claim)
            return
        }
        claim.areas = subject.areas
        claim.cues = subject.cues
        claim.offence = subject.offence
        claim.age = subject.age
        claim.period = subject.period
        describe(&claim, sentence, bodies)
        let earlier = Set(around.compactMap(\.period)).union(named).filter { $0 < subject.period ?? $0 }
        claim.base = named.intersection(earlier).max() ?? earlier.max()
        if claim.base == nil {
            // The year before of the same body, where the document has it; else the year before all the same.
            let own = known.filter { $0.areas == subject.areas && $0.cues == subject.cues }.compactMap(\.period).filter
            { $0 < subject.period ?? $0 }
            claim.base = own.max() ?? subject.period?.shifted(years: -1)
        }
        // The years that the sentence names are those of its claim, whatever was told before it.
        // A single earlier year is what a change counts from.
        let isBase = isChange && named.count == 1 && named.contains { $0 < subject.period ?? $0 }
        if !isOwn, !isBase, let last = named.max() {
            claim.period = last
            claim.base =
                named.filter { $0 < last }.min() ?? claim.base.flatMap { $0 < last ? $0 : nil }
                ?? last.shifted(years: -1)
        }
        reading.claims.append(claim)
    }

    /// A share is of the age or offence that its sentence names; a rank is within the region that it names.
    private func describe(_ claim: inout Claim, _ sentence: Sentence, _ bodies: [String]) {
        switch claim.kind {
        case .share:
            for mention in sentence.mentions {
                switch mention.kind {
                case .age(let age) where age != .all: claim.age = age.code
                case .offence(let code): claim.offence = code
                default: continue
                }
            }
        case .rank:
            if claim.unit == Claim.ageUnit { claim.age = nil }
            claim.scope = bodies.first { !claim.areas.contains($0) && !(lexicon.members[$0] ?? []).isEmpty }
        default: return
        }
    }
}

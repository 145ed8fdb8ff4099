import Foundation
import Records
import Vocabulary

/// Who sent a document, when, under which reference: from its head and foot, its addresses, folder, name and sidecar.
struct Letterhead {
    var senders: [Sender] = []
    var reference = ""
    var asOf: CivilDate?
    var extractedOn: CivilDate?
    var received: CivilDate?
    var kind: SourceKind = .bodyReturn
    var nameUnit = LexedText("")

    init() {}

    init(source: Source, passages: [PassageUnit], hasTables: Bool, tableAreas: Int, lexicon: Lexicon) {
        let stems = source.paths.map { FileName.words(of: $0) }
        nameUnit = LexedText(stems.first ?? "")
        readSidecar(source.sidecar, lexicon)
        readPassages(passages, lexicon)
        for path in source.paths { readPath(path, lexicon) }
        received = source.sidecar.received ?? received
        asOf = asOf ?? extractedOn ?? source.sidecar.asOf
        decideKind(passages, source, hasTables, tableAreas, lexicon)
    }

    private mutating func add(_ code: String, _ kind: Evidence.Kind, _ text: String, _ place: Place?) {
        let sender = Sender(area: code, evidence: Evidence("area", kind, text, place))
        if !senders.contains(where: { $0.area == code && $0.evidence.kind == kind }) { senders.append(sender) }
    }

    private mutating func readSidecar(_ sidecar: Sidecar, _ lexicon: Lexicon) {
        if let body = sidecar.body {
            let text = LexedText(body)
            if let area = AreaRecogniser.whole(text, in: lexicon) {
                add(area.candidates[0], .sidecar, body, nil)
            }
        }
        if let reference = sidecar.reference { self.reference = reference }
    }

    private mutating func readPassages(_ passages: [PassageUnit], _ lexicon: Lexicon) {
        let own = passages.filter { $0.role != .quoted }
        for (index, passage) in own.enumerated() {
            readAddresses(passage, lexicon)
            let text = passage.unit.lexed
            let forces = passage.unit.mentions.compactMap { mention -> String? in
                if case .area(let reading) = mention.kind, let code = reading.candidates.first(where: lexicon.isForce),
                    reading.saysForce || reading.candidates.count == 1 || mention.range == 0..<text.count
                {
                    code
                } else {
                    nil
                }
            }
            let distinct = Set(forces)
            let place = passage.unit.place(0..<1).first
            let isHead = index < 6 && !(passage.role == .paragraph && text.count > 40)
            if !Self.announcesReply(text),
                distinct.count == 1
                    || distinct.count == 2 && isHead && text.words.contains("and") && distinct.count == forces.count,
                let code = distinct.first
            {
                let codes = distinct.count == 1 ? [code] : distinct.sorted()
                let isName = AreaRecogniser.whole(text, in: lexicon) != nil || text.count <= 14
                if isHead,
                    isName || passage.role == .heading || passage.role == .title || passage.role == .caption
                        || index < 2
                {
                    for code in codes { add(code, .letterhead, passage.unit.text, place) }
                } else if index + 4 >= own.count, isName {
                    for code in codes { add(code, .signature, passage.unit.text, place) }
                } else if Self.speaks.occurs(in: text) || passage.role == .caption || passage.role == .heading
                    || passage.role == .title
                {
                    for code in codes { add(code, .document, passage.unit.text, place) }
                }
            }
            readDates(passage, index, own)
            readReference(passage)
        }
        readSpokenFor(own, lexicon)
        readAskedOf(own, lexicon)
        // Bodies named only in running text, if it is always the same one.
        if senders.isEmpty {
            let named = own.flatMap { passage in
                passage.unit.mentions.compactMap { mention -> String? in
                    if case .area(let reading) = mention.kind {
                        reading.candidates.first(where: lexicon.isForce)
                    } else {
                        nil
                    }
                }
            }
            if Set(named).count == 1, let code = named.first {
                add(code, .document, lexicon.areas[code]?.name ?? code, nil)
            }
        }
    }

    /// `Suffolk will be answering you on their own account.`
    private static func announcesReply(_ text: LexedText) -> Bool {
        text.words.contains("will")
            && text.words.contains { ["answer", "answering", "reply", "respond", "responding", "send"].contains($0) }
    }

    private static let speaks = Phrases<Bool>([
        "can confirm", "holds the information", "does hold", "does not hold", "holds no", "held by", "recorded by",
        "behalf of", "information held", "has considered", "have considered", "response from", "reply from",
        "neither confirm", "request to", "has now considered", "response of", "answer of", "answers for", "return from",
        "statistics of",
    ])

    private static let spokenFor = Phrases<Bool>([
        "on behalf of", "on behalf of the", "on behalf of the chief constable of", "in respect of",
        "for and on behalf of",
    ])

    /// `This response is given on behalf of Cambridgeshire Constabulary`: of all whose names stand on a joint unit's letter.
    private mutating func readSpokenFor(_ own: [PassageUnit], _ lexicon: Lexicon) {
        for sentence in own.flatMap(Sentence.split) {
            let text = sentence.unit.lexed
            let isReply = sentence.lexed.words.prefix(6).contains(
                where: ["response", "reply", "answer", "letter"].contains)
            for mention in sentence.mentions {
                guard case .area(let reading) = mention.kind,
                    let code = reading.candidates.first(where: lexicon.isForce),
                    (max(0, mention.range.lowerBound - 7)..<mention.range.lowerBound).contains(where: {
                        // `On behalf of Bedfordshire Police`, in a line of its own.
                        (isReply || text[$0]?.lineBefore == true || $0 == 0)
                            && Self.spokenFor.match(text, at: $0)?.end == mention.range.lowerBound
                    })
                else { continue }
                senders = []
                add(code, .letterhead, sentence.text, sentence.unit.places(lexemes: mention.range).first)
                return
            }
        }
    }

    /// `Your request for information to Hertfordshire Constabulary`, on the paper of a unit that answers for several: of the one
    /// that was asked, where head, foot or address name it too.
    private mutating func readAskedOf(_ own: [PassageUnit], _ lexicon: Lexicon) {
        for sentence in own.flatMap(Sentence.split) where sentence.lexed.words.contains("request") {
            let asked = sentence.mentions.filter { mention in
                guard case .area(let reading) = mention.kind else { return false }
                return reading.candidates.contains(where: lexicon.isForce)
                    && sentence.unit.lexed.isWord(mention.range.lowerBound - 1, ["to"])
            }
            guard asked.count == 1, case .area(let reading) = asked[0].kind,
                let code = reading.candidates.first(where: lexicon.isForce),
                senders.contains(where: { $0.area == code && $0.evidence.kind != .document })
            else { continue }
            senders = []
            add(code, .letterhead, sentence.text, sentence.unit.places(lexemes: asked[0].range).first)
            return
        }
    }

    /// A sender's address is evidence: `foi@kent.police.uk`.
    private mutating func readAddresses(_ passage: PassageUnit, _ lexicon: Lexicon) {
        let text = passage.unit.lexed
        for mention in passage.unit.mentions {
            guard case .noise(.address) = mention.kind else { continue }
            let raw = text.raw(lexemes: mention.range).lowercased()
            let host = raw.split(whereSeparator: { "@/:>< ()".contains($0) }).last { $0.contains(".") } ?? ""
            for code in lexicon.senders(host: String(host.drop { $0 == "." })) {
                add(code, .domain, String(host), passage.unit.places(lexemes: mention.range).first)
            }
        }
    }

    private mutating func readReference(_ passage: PassageUnit) {
        guard reference.isEmpty else { return }
        let text = passage.unit.lexed
        for mention in passage.unit.mentions {
            guard case .noise(.reference) = mention.kind else { continue }
            let raw = text.raw(lexemes: mention.range)
            let tail = raw.split(separator: " ").filter { $0.contains(where: \.isNumber) }.joined(separator: " ")
            // `PO Box 55`, `DX 712`
            guard !text.isWord(mention.range.lowerBound, ["po", "box", "dx"]) else { continue }
            reference = tail.isEmpty ? raw : tail
            return
        }
    }

    /// Folder and file name: the weakest evidence.
    private mutating func readPath(_ path: String, _ lexicon: Lexicon) {
        let parts = path.split(separator: "/")
        for (index, part) in parts.enumerated() {
            let text = LexedText(FileName.words(of: String(part)))
            var codes: Set<String> = []
            var at = 0
            while at < text.count {
                let capital = FileName.capitalised(text, at)
                if let (reading, end) = AreaRecogniser.match(capital, at: 0, in: lexicon),
                    let code = reading.candidates.first(where: lexicon.isForce)
                {
                    codes.insert(code)
                    at += end
                } else {
                    at += 1
                }
            }
            if codes.count == 1, let code = codes.first {
                add(code, index + 1 < parts.count ? .folder : .fileName, String(part), nil)
            }
        }
        // Names run together: `northwales-disclosure`, `cityoflondon_return`.
        if senders.isEmpty, let last = parts.last {
            let squeezed = last.lowercased().filter { $0.isLetter }
            let hits = lexicon.squeezedNames.filter { squeezed.hasPrefix($0.name) && $0.name.count >= 5 }
            if let longest = hits.map(\.name.count).max() {
                let codes = Set(hits.filter { $0.name.count == longest }.map(\.code)).filter(lexicon.isForce)
                if codes.count == 1, let code = codes.first { add(code, .fileName, String(last), nil) }
            }
        }
    }
}

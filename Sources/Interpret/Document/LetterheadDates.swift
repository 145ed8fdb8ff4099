import Foundation
import Records
import Vocabulary

/// The dates of a letter.
extension Letterhead {
    private static let dateWords: [(Phrases<Bool>, Int)] = [
        (
            Phrases<Bool>([
                "data extracted", "date of extract", "extracted", "extracted on", "extract date", "data as at",
                "correct as at", "as at", "data correct", "run on", "date run", "snapshot", "run date", "taken on",
                "system searched on", "data taken",
            ]), 1
        ),
        (
            Phrases<Bool>([
                "date of response", "date of reply", "response date", "reply date", "date", "dated", "news release",
                "press release", "published", "publication date", "date published", "sent", "issued", "released",
                "embargo", "date sent", "date issued", "date of letter", "date of disclosure", "disclosed",
                "disclosure date", "released on",
            ]), 0
        ),
        (
            Phrases<Bool>([
                "received", "date received", "date of request", "request received", "your request", "dated request",
                "request dated", "requested", "your email", "your letter", "acknowledged", "a reply is due", "due",
                "by",
            ]), 2
        ),
    ]

    /// The document's own date: alone in its paragraph near the head, or beside a word that says so.
    mutating func readDates(_ passage: PassageUnit, _ index: Int, _ own: [PassageUnit]) {
        let text = passage.unit.lexed
        for mention in passage.unit.mentions {
            guard case .period(.date(let date)) = mention.kind, (1990...2100).contains(date.year) else { continue }
            let before = LexedText(text.raw(lexemes: max(0, mention.range.lowerBound - 6)..<mention.range.lowerBound))
            let previous =
                index > 0 && mention.range.lowerBound == 0 && own[index - 1].unit.lexed.count <= 5
                ? own[index - 1].unit.lexed : before
            let clue = before.isEmpty ? previous : before
            // `The tag came in on 1 April 2017.`
            if text.words.contains(where: { ["flag", "tag", "marker"].contains($0) }), text.words.contains("on") {
                continue
            }
            if Self.dateWords[2].0.occurs(in: clue), !Self.dateWords[0].0.occurs(in: clue),
                !clue.isWord(clue.count - 2, ["date"]), !clue.isWord(0, ["date"])
            {
                continue
            }
            if Self.dateWords[0].0.occurs(in: clue) {
                extractedOn = extractedOn ?? date
            } else if Self.dateWords[1].0.occurs(in: clue)
                // `Reply of 12 June 2019`, not `our reply of …`
                || clue.count == 2 && clue.isWord(0, ["reply", "response"]) && clue.isWord(1, ["of"])
            {
                asOf = asOf ?? date
                if clue.isWord(0, ["sent"]), received == nil { received = date }
            } else if text.count - mention.range.count <= (index < 6 ? 8 : 5) || Self.isOwnLine(mention.range, text),
                index < 14 || index + 4 > own.count,
                passage.role != .question
            {
                asOf = asOf ?? date
            }
        }
    }

    /// Nothing else stands on the line: a letterhead whose lines run on.
    private static func isOwnLine(_ range: Range<Int>, _ text: LexedText) -> Bool {
        (range.lowerBound == 0 || text[range.lowerBound]?.lineBefore == true)
            && (text[range.upperBound].map(\.lineBefore) ?? true)
    }
}

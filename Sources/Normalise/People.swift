import Records
import Vocabulary

/// Takes the names of persons out of all words of a source that are published or logged: the one way from a source's text to
/// a snapshot.
struct People {
    private let lexicon: Lexicon
    private var seen: [String: String] = [:]

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func hide(in shown: inout Contribution) {
        for index in shown.entries.indices {
            hide(&shown.entries[index].words)
            hide(&shown.entries[index].figure.raw)
            for label in shown.entries[index].labels.indices { hide(&shown.entries[index].labels[label].text) }
            // By the words that told whose figures they are a decision maps a name.
            for at in shown.entries[index].evidence.indices where shown.entries[index].evidence[at].part != "area" {
                hide(&shown.entries[index].evidence[at].text)
            }
        }
        for index in shown.silences.indices { hide(&shown.silences[index].words) }
        for index in shown.claims.indices { hide(&shown.claims[index].claim.quote) }
        for index in shown.reading.notes.indices { hide(&shown.reading.notes[index].text) }
        // A name in a column of police bodies is a body's that the register lacks, and must be told to be mapped.
        for index in shown.issues.indices where shown.issues[index].code != "unknown-body" {
            hideQuotes(in: &shown.issues[index].message)
        }
    }

    private mutating func hide(_ text: inout String) {
        guard text.contains(where: \.isLetter) else { return }
        if let known = seen[text] {
            text = known
        } else {
            let shown = PersonNames.hidden(in: text, lexicon: lexicon)
            seen[text] = shown
            text = shown
        }
    }

    /// Our own words stand outside the quotes.
    private mutating func hideQuotes(in message: inout String) {
        var pieces = message.split(separator: "“", omittingEmptySubsequences: false).map(String.init)
        for index in pieces.indices.dropFirst() {
            guard let end = pieces[index].lastIndex(of: "”") else { continue }
            var quote = String(pieces[index][..<end])
            hide(&quote)
            pieces[index] = quote + pieces[index][end...]
        }
        message = pieces.joined(separator: "“")
    }
}

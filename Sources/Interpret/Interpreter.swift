import Records
import Vocabulary

/// Turns grids and passages into a reading: labelled statements, evidence, and the fate of every number.
///
/// It knows no campaign: what is a measure and what is out of scope is for `Normalise` to say.
package struct Interpreter: Sendable {
    let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func read(_ document: Document, of source: Source) -> Reading {
        var work = Work(document, source: source, lexicon: lexicon)
        work.readTables()
        work.readProse()
        work.contrastWholes()
        work.readScope()
        work.supplyMeasures()
        work.boundToldAgain()
        work.doubtUnaskedWholes()
        work.tellTotalsOfLists()
        work.addPartYears()
        work.readQualities()
        work.readClaims()
        work.readStates()
        work.tellEarlierAnswer()
        work.settle()
        return work.reading
    }
}

/// One document on its way through the interpreter.
struct Work {
    let lexicon: Lexicon
    var reading: Reading
    var account: AccountBuilder
    var legend = Legend()
    private var glossary = Glossary()
    /// Numbers of forces told in sentences without a figure.
    var forcesTold: [(answered: Int, asked: Int?)] = []
    /// Statements of the last sentence that had a figure, and those of them that were taken back since.
    var said: [Int] = []
    var retracted: [Int] = []
    /// What each figure told in running text is of.
    var told: [Quantity: Told] = [:]
    /// The financial years that figures were told of.
    var yearsTold: Set<Period> = []
    /// The two years that one sentence last told figures of, and the latest of all that running text told.
    var comparedYears: [Period] = []
    /// The passage says how long it would take to read records.
    var tellsOfWork = false
    var latestYear: Period?
    var sections: [Section] = []
    /// The statements that each section made.
    var statementsOf: [Int: Range<Int>] = [:]
    var letterhead = Letterhead()
    var regime = Regime.foia
    let fileLabel: Label
    private(set) var surroundings = Surroundings()
    /// The one sentence of the document that asks for several years.
    private(set) var soleRequest: Sentence?
    private(set) var flagIsDenied = false
    private(set) var flagIsHeaded = false
    /// A question without a mark asks for the flag.
    private(set) var flagIsAsked = false
    private(set) var yearStyle: YearStyle?
    /// Signs behind figures and names of tables.
    private(set) var footnoteMarks: Set<String> = []

    init(_ document: Document, source: Source, lexicon: Lexicon) {
        self.lexicon = lexicon
        reading = Reading(source: source)
        reading.mediaType = document.mediaType
        reading.encoding = document.encoding
        for remark in document.remarks {
            // Of what a limit or an open quote swallowed no figure is known: the source waits for a person.
            let severity: Issue.Severity =
                ["html-limit", "quote-unclosed"].contains(remark.code)
                ? .error : remark.code == "attachment-not-read" ? .warning : .info
            reading.issues.append(Issue(remark.code, severity, source: source.id, message: remark.text))
        }
        account = AccountBuilder(found: document.numbersFound)
        fileLabel = Label(FileName.words(of: source.paths.first ?? ""), nil)
        var parts = DocumentParts(document, lexicon: lexicon, account: &account)
        parts.quoteEarlierMessages(in: &account)
        parts.tellBullets()
        learn(parts)
        parts.makePlain(by: glossary, legend, account: &account)
        sections = parts.sections(legend: legend, account: &account)
        survey(source)
    }

    /// What markers and abbreviations mean in this document.
    private mutating func learn(_ parts: DocumentParts) {
        for unit in parts.explanations {
            glossary.learn(unit.lexed)
            for range in legend.learn(unit.lexed) {
                let words = unit.lexed.raw(lexemes: range)
                reading.notes.append(SourceNote(kind: "legend", text: words, places: unit.places(lexemes: range)))
                account.mark(unit.tokens(in: range), .explained("legend", witness: words))
            }
        }
        let keys = parts.keys
        glossary.learnKeys(
            parts.explanations.map(\.lexed)
                + keys.filter { $0.mark.lexed.count == 1 }.map {
                    LexedText($0.unit.text + " " + $1.unit.text)
                },
            lexicon: lexicon)
        for (mark, meaning) in keys {
            let words = mark.unit.text + " = " + meaning.unit.text
            if !legend.learn(LexedText(words)).isEmpty, mark.lexed.lexemes.allSatisfy({ $0.kind == .symbol }) {
                account.explain([meaning], .explained("legend", witness: words))
            }
        }
    }

    /// Whose document it is, of when and about what.
    private mutating func survey(_ source: Source) {
        let passages = sections.compactMap { if case .passage(let passage) = $0 { passage } else { nil } }
        let bodies = Set(
            sections.flatMap { section -> [String] in
                guard case .table(let block) = section, !block.isOfDivisions else { return [] }
                return block.cells.flatMap { $0.prefix(3) }.compactMap {
                    $0.lexed.count <= 8 ? AreaRecogniser.whole($0.lexed, in: lexicon)?.candidates.first : nil
                }
            })
        footnoteMarks = Footnotes.marks(in: sections)
        surroundings = Surroundings(sections, lexicon: lexicon)
        let sentences = passages.flatMap(Sentence.split)
        soleRequest = sentences.filter { $0.role == .request && $0.wholeYears.count > 1 }.only
        flagIsDenied = sentences.contains(where: \.deniesFlag)
        flagIsHeaded = passages.contains {
            [.heading, .caption].contains($0.role) && CueRecogniser.cues(in: $0.unit.meaning).flag == .flagged
        }
        flagIsAsked = passages.contains {
            [.quoted, .question].contains($0.role) && $0.unit.lexed.lexemes.last?.text == "?"
                && CueRecogniser.cues(in: $0.unit.meaning).flag == .flagged
        }
        yearStyle = sentences.lazy.compactMap(YearStyle.told).first
        // A list of a newspaper's is no table of a body's.
        let hasTables = sections.contains { if case .table(let block) = $0 { !block.isList } else { false } }
        letterhead = Letterhead(
            source: source, passages: passages, hasTables: hasTables, tableAreas: bodies.count, lexicon: lexicon)
        regime =
            passages.compactMap { Regime.named(in: $0.unit.lexed) }.first
            ?? (letterhead.senders.contains { lexicon.areas[$0.area]?.regime == "FOISA" } ? .foisa : .foia)
        reading.kind = letterhead.kind
        reading.sender = letterhead.senders
        reading.reference = letterhead.reference
        reading.asOf = letterhead.asOf
        reading.extractedOn = letterhead.extractedOn
        reading.received = letterhead.received
    }
}

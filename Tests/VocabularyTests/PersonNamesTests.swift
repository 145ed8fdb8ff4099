import Testing
import Vocabulary

struct PersonNamesTests {
    @Test(arguments: [
        ("withheld, Priya Raman's case", "withheld, [name] case"),
        (
            "because the complainant Ellie Thorne and her mother SARAH THORNE could be identified",
            "because the complainant [name] and her mother [name] could be identified"
        ),
        ("n/k K. O'Brien", "n/k [name]"),
        ("the figure was checked by DC ashdown", "the figure was checked by DC [name]"),
        ("<5 per Mohammed al-Rashid", "<5 per [name]"),
    ])
    func `hides names told by their form`(text: String, shown: String) {
        #expect(PersonNames.hidden(in: text, lexicon: TestLexicon.lexicon) == shown)
    }

    @Test(arguments: [
        "Section 40(2) of the Freedom of Information Act 2000", "Devon and Cornwall Police hold no record",
        "recorded on Niche since April 2017", "West Midlands and West Mercia", "<5", "Rape of a Female Child Under 13",
    ])
    func `leaves all other words as they stand`(text: String) {
        #expect(PersonNames.hidden(in: text, lexicon: TestLexicon.lexicon) == text)
    }
}

import Campaign
import Records
import Testing
import Vocabulary

enum TestLexicon {
    static let lexicon: Lexicon = (try? Schemas())?.lexicon(Decisions()) ?? Lexicon()
}

struct AreaRecogniserTests {
    @Test(arguments: [
        ("Hertfordshire Constabulary", "E23000027"), ("Herts", "E23000027"), ("Hertforshire", "E23000027"),
        ("Devon & Cornwall Police", "E23000035"), ("London, City of", "E23000034"), ("Heddlu De Cymru", "W15000003"),
        ("Heddlu Dyfed-Powys", "W15000004"), ("GMP", "E23000005"), ("Met", "E23000001"),
        ("Police Service of Northern Ireland", "PSNI"), ("Cheshire7", "E23000006"), ("Metropolitan", "E23000001"),
        ("E23000027 Hertfordshire", "E23000027"), ("South Yorkshrie Police", "E23000011"), ("BTP", "BTP"),
        ("Police Scotland 1,3", "S23000009"), ("west yorkshire police", "E23000010"), ("Norfolk [r]", "E23000024"),
    ])
    func `reads names, aliases, codes and slips of the keyboard`(name: String, code: String) {
        #expect(AreaRecogniser.whole(LexedText(name), in: TestLexicon.lexicon)?.candidates.first == code)
    }

    @Test(arguments: [
        "Durham County Council", "Sussex and Surrey", "Kent Police and Crime Commissioner",
        "Cambridge University Constabulary", "Total", "Other", "Year", "Herts University", "Kentish Town",
        "Essex County Fire", "London Road",
        "Atlantis Police", "Dorset Echo", "Suffix",
    ])
    func `refuses look-alikes`(name: String) {
        let reading = AreaRecogniser.whole(LexedText(name), in: TestLexicon.lexicon)
        #expect(reading == nil, "read as \(reading?.candidates ?? [])")
    }

    @Test func `leaves a force and a region of one name to the context`() {
        let reading = AreaRecogniser.whole(LexedText("West Midlands"), in: TestLexicon.lexicon)
        #expect(reading.map { Set($0.candidates) } == ["E23000014", "E12000005"])
        #expect(
            AreaRecogniser.whole(LexedText("West Midlands Police"), in: TestLexicon.lexicon)?.candidates == [
                "E23000014"
            ])
    }
}

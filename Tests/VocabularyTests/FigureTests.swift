import Records
import Testing
import Vocabulary

struct FigureRecogniserTests {
    private func figure(_ text: String, _ legend: Legend = Legend()) -> Figure? {
        if case .figure(let figure, _, _) = FigureRecogniser.cell(LexedText(text), legend: legend) {
            figure
        } else {
            nil
        }
    }

    @Test(arguments: [
        ("43", 43), ("1,204", 1204), ("1 204", 1204), ("145*", 145), ("forty-three", 43), ("one hundred and five", 105),
        ("nil", 0), ("None", 0), ("5^**", 5), ("43 offences", 43), ("145 [r]", 145),
    ])
    func `reads exact figures`(text: String, value: Int) {
        #expect(figure(text)?.value == Quantity(value))
        #expect(figure(text)?.status == .exact)
    }

    @Test(arguments: [
        ("<5", 0, 4), ("< 5", 0, 4), ("≤4", 0, 4), ("fewer than five", 0, 4), ("5 or fewer", 0, 5), ("1-4", 1, 4),
        ("1 to 4", 1, 4), ("<10", 0, 9), ("0 to 4", 0, 4), ("Less than 5", 0, 4),
    ])
    func `keeps hidden figures between their bounds`(text: String, low: Int, high: Int) {
        #expect(figure(text)?.status == .suppressed)
        #expect(figure(text)?.value == nil)
        #expect(figure(text)?.low == Quantity(low))
        #expect(figure(text)?.high == Quantity(high))
    }

    @Test(arguments: [
        ("Not held", Status.notHeld), ("Refused s12", .refused), ("not yet available", .notAvailable),
        ("[x]", .notAvailable), ("[z]", .notApplicable), ("s.40(2)", .refused),
    ])
    func `reads words in place of a figure`(text: String, status: Status) { #expect(figure(text)?.status == status) }

    @Test(arguments: ["*", "-", "..", "n/a", "x"])
    func `takes a marker for nothing without a legend`(text: String) {
        if case .unknownMarker = FigureRecogniser.cell(LexedText(text), legend: Legend()) { return }
        Issue.record("“\(text)” was read as a figure")
    }

    @Test(arguments: ["12%", "+5", "-3%", "3.4 per cent"])
    func `takes percentages and changes for no observation`(text: String) {
        #expect(FigureRecogniser.cell(LexedText(text), legend: Legend()) == .derived)
    }

    @Test func `takes a number below nothing for a change only where its labels say so`() {
        #expect(FigureRecogniser.cell(LexedText("-3"), legend: Legend()) == .unknownMarker("-3"))
    }

    @Test(arguments: [
        ("* denotes fewer than 5", "*", Legend.Meaning.hidden(low: 0, high: 4)),
        ("Numbers below 5 are shown as *", "*", .hidden(low: 0, high: 4)), ("- means nil", "-", .zero),
        ("x = 1 to 4", "x", .hidden(low: 1, high: 4)),
        (".. not available", "..", .state(.notAvailable, reason: "")),
        ("* = fewer than 5 but not zero", "*", .hidden(low: 1, high: 4)),
        ("An asterisk is used where the number is less than five", "*", .hidden(low: 0, high: 4)),
    ])
    func `believes the document's own legend`(text: String, marker: String, meaning: Legend.Meaning) {
        var legend = Legend()
        legend.learn(LexedText(text))
        #expect(legend[marker] == meaning)
    }
}

struct AgeRecogniserTests {
    @Test(arguments: [
        ("Under 10", "0-9"), ("10 and under", "0-10"), ("9 and under", "0-9"), ("10-12", "10-12"),
        ("10 to 12", "10-12"), ("13", "13"), ("16+", "16+"), ("65 and over", "65+"), ("Unknown", "unknown"),
        ("Age not known", "unknown"),
        ("0–9 yrs", "0-9"), ("Under 18", "all"), ("All ages", "all"), ("aged 13 to 15", "13-15"), ("<10", "0-9"),
        ("16-17 years", "16-17"), ("under 1", "0"),
    ])
    func `reads bands as inclusive years`(text: String, code: String) {
        #expect(AgeRecogniser.whole(LexedText(text))?.code == code)
    }

    @Test(arguments: ["2015/16", "Total", "Rape", "", "Kent", "10-12-2016"])
    func `refuses what is no age`(text: String) { #expect(AgeRecogniser.whole(LexedText(text)) == nil) }

    @Test func `does not take a span of time for an age`() {
        #expect(AgeRecogniser.match(LexedText("over the two years"), at: 0) == nil)
        #expect(AgeRecogniser.match(LexedText("under 10"), at: 0)?.value.code == "0-9")
    }
}

struct StateRecogniserTests {
    @Test(arguments: [
        ("Your request is refused under Section 12(1) of the Act.", Regime.foia, Status.refused, "cost", "FOIA s12(1)"),
        ("The information is not held in an easily retrievable format.", .foia, .refused, "cost", ""),
        ("Kent Police does not hold the information requested.", .foia, .notHeld, "", ""),
        ("This information is not held under Section 17 of FOISA.", .foisa, .notHeld, "", "FOISA s17"),
        (
            "I can neither confirm nor deny that information is held under section 30(3).", .foia, .refused,
            "neither_confirm_nor_deny", "FOIA s30(3)"
        ),
        ("There is no facility within our system to flag such offences.", .foia, .notHeld, "not_recorded", ""),
    ])
    func `reads a refusal under the right Act`(
        text: String, regime: Regime, status: Status, reason: String, law: String
    ) {
        let reading = StateRecogniser.read(LexedText(text), regime: regime)
        #expect(reading?.status == status)
        #expect(reading?.reason == reason)
        #expect(reading?.legalBasis == law)
    }
}

struct NoiseRecogniserTests {
    @Test(arguments: [
        ("FOI 2021/09191", NoiseRecogniser.Kind.reference), ("0303 123 1113", .telephone), ("SK9 5AF", .postcode),
        ("Section 12(1)", .legislation), ("£450", .money), ("20 working days", .duration), ("44%", .percentage),
        ("3 per cent", .percentage),
        ("22 a day", .rate), ("09:47", .time), ("page 3 of 4", .page), ("Question 1a", .questionNumber),
        ("foi@kent.police.uk", .address), ("68/65137/20", .reference),
    ])
    func `tells numbers that are no figures by their form`(text: String, kind: NoiseRecogniser.Kind) {
        #expect(NoiseRecogniser.match(LexedText(text), at: 0)?.value == kind)
    }

    @Test(arguments: ["145 offences", "2015/16", "forty-three", "1,204", "98 in 2015/16"])
    func `leaves figures and years alone`(text: String) {
        #expect(NoiseRecogniser.match(LexedText(text), at: 0) == nil)
    }
}

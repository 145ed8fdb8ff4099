import Records
import Testing
import Vocabulary

struct PeriodRecogniserTests {
    @Test(arguments: [
        "2015/16", "2015-16", "2015/2016", "2015-2016", "2015 to 2016", "2015–16", "FY15/16", "FY 2015-16", "FY2015/16",
        "1 April 2015 to 31 March 2016",
        "1st April 2015 - 31st March 2016", "April 2015 to March 2016", "Apr 15 - Mar 16", "Apr-15 to Mar-16",
        "year ending March 2016", "Year ending 31 March 2016", "YE Mar 16", "FYE 2016", "01/04/2015 - 31/03/2016",
        "01.04.15 to 31.03.16", "12 months to March 2016", "financial year 2015/16",
        "between 1 April 2015 and 31 March 2016", "Ebrill 2015 i Mawrth 2016",
    ])
    func `reads every spelling of one financial year`(spelling: String) {
        #expect(PeriodRecogniser.whole(LexedText(spelling))?.period?.label == "2015/16")
    }

    @Test(arguments: ["2015/17", "Dec 2015 to Jan 2016", "10-19", "FOI 2015/16/2", "15:16", "2015-16-04", "16/15"])
    func `refuses what only looks like one`(spelling: String) {
        let period = PeriodRecogniser.whole(LexedText(spelling))?.period
        #expect(period?.label != "2015/16")
    }

    @Test(arguments: [
        ("April to June 2018", "2018-04-01/2018-06-30"), ("1 April to 31 December 2018", "2018-04-01/2018-12-31"),
        ("Q1 2018/19", "2018-04-01/2018-06-30"), ("January 2019", "2019-01-01/2019-01-31"),
        ("calendar year 2018", "2018"), ("October 1, 2018 until April 2, 2019", "2018-10-01/2019-04-02"),
        ("Apr-18", "2018-04-01/2018-04-30"),
    ])
    func `reads calendar years and parts of years`(spelling: String, label: String) {
        #expect(PeriodRecogniser.whole(LexedText(spelling))?.period?.label == label)
    }

    @Test(arguments: [
        ("April to December only", "2018-04-01/2018-12-31"), ("to 31 May", "2018-04-01/2018-05-31"),
        ("six months only, from October 2018", "2018-10-01/2019-03-31"),
        ("only in use from 1 November 2018", "2018-11-01/2019-03-31"),
        ("up to the end of December", "2018-04-01/2018-12-31"),
        ("1 April 2018 to 31 August 2018", "2018-04-01/2018-08-31"),
    ])
    func `reads the part of a year that words say is covered`(words: String, label: String) throws {
        let text = LexedText(words)
        let year = try #require(Period(financialYear: 2018))
        #expect(PeriodRecogniser.coveredPart(text, in: 0..<text.count)?.period(within: year)?.label == label)
    }

    @Test(arguments: ["figures for 2018/19", "from 1 April 2018", "as in other years", "up to date", "since then"])
    func `finds no part where words name whole years or none`(words: String) {
        let text = LexedText(words)
        #expect(PeriodRecogniser.coveredPart(text, in: 0..<text.count) == nil)
    }

    @Test func `leaves bare years, parts and relations for the context to settle`() {
        #expect(PeriodRecogniser.whole(LexedText("2015")) == .bareYear(2015))
        #expect(PeriodRecogniser.whole(LexedText("Apr-Jun")) == .part(1...3))
        #expect(PeriodRecogniser.whole(LexedText("Q4")) == .part(10...12))
        #expect(PeriodRecogniser.match(LexedText("previous 12 months"), at: 0)?.value == .relative(-1))
        #expect(PeriodRecogniser.match(LexedText("2015/16 to 2018/19"), at: 0)?.value == .years(2015...2018))
    }

    @Test func `a weekday may stand before a day, and any number of them before nothing`() {
        let named = LexedText("Thursday, 3 February 2022")
        #expect(DateRecogniser.match(named, at: 0)?.value == CivilDate(2022, 2, 3))
        let many = LexedText(String(repeating: "monday ", count: 200_000))
        #expect(DateRecogniser.match(many, at: 0) == nil)
    }
}

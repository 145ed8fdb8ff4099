import Records
import Testing

struct CivilDateTests {
    @Test(arguments: [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2016, 2, 29, 16_860), (2015, 4, 1, 16_526)])
    func `counts days from 1970 and back`(year: Int, month: Int, day: Int, days: Int) throws {
        let date = try #require(CivilDate(year, month, day))
        #expect(date.daysSince1970 == days)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test(arguments: ["2015-02-29", "2015-13-01", "2015-00-10", "15-04-01", "2015-4-1", "", "2015-04-31"])
    func `refuses days that do not exist`(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test func `knows the day of the week`() throws {
        #expect(try #require(CivilDate(2026, 11, 22)).weekday == 7)
        #expect(try #require(CivilDate(1969, 12, 29)).weekday == 1)
    }
}

struct PeriodTests {
    @Test(arguments: [
        ("2015/16", 366), ("2018/19", 365), ("2016", 366), ("2015-04-01/2015-12-31", 275), ("1999/00", 366),
    ])
    func `reads and writes its label and counts its days`(label: String, days: Int) throws {
        let period = try #require(Period(label: label))
        #expect(period.label == label)
        #expect(period.days == days)
    }

    @Test(arguments: ["2015/17", "15/16", "2015-16", "2015-04-01/2015-03-01", "", "201"])
    func `refuses what is no label`(label: String) { #expect(Period(label: label) == nil) }

    @Test func `joins periods that follow each other and no others`() throws {
        let quarters = ["2018-04-01/2018-06-30", "2018-07-01/2018-09-30"].compactMap { Period(label: $0) }
        #expect(Period.joined(quarters)?.label == "2018-04-01/2018-09-30")
        #expect(Period.joined([quarters[0], try #require(Period(label: "2019"))]) == nil)
        #expect(Period.joined([]) == nil)
    }
}

struct QuantityTests {
    @Test(arguments: [
        ("43", "43"), ("6092.459999999999", "6092.46"), ("0", "0"), ("1.50", "1.5"), ("0.00005", "0.0001"),
        ("127077.36000000002", "127077.36"),
    ])
    func `is exact to four places`(text: String, written: String) throws {
        #expect(try #require(Quantity(digits: text)).description == written)
    }

    @Test(arguments: ["", "-5", "1,204", "1.2.3", "12345678901234567890", ".5", "5."])
    func `refuses what is no plain number`(text: String) { #expect(Quantity(digits: text) == nil) }

    @Test func `sums without trapping`() {
        let huge = Quantity(tenThousandths: Int.max)
        #expect(huge + huge == Quantity(tenThousandths: Int.max))
    }
}

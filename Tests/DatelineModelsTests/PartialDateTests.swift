import DatelineModels
import Testing

@Suite struct PartialDateTests {
    static let day: Int64 = 86_400
    static let forms: [(String, String, Int64)] = [
        ("2024", "2024", 366 * day),
        ("2023", "2023", 365 * day),
        ("2024-02", "2024-02", 29 * day),
        ("2024-12", "2024-12", 31 * day),
        ("2024-03-26", "2024-03-26", day),
        ("2024-03-26T22:16Z", "2024-03-26T22:16Z", 60),
        ("2024-03-26t22:16:05z", "2024-03-26T22:16:05Z", 1),
        ("2024-03-26T22:16:05.987654321Z", "2024-03-26T22:16:05Z", 1),
        ("2024-03-26 22:16+03:00", "2024-03-26T19:16Z", 60),
        ("2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z", 1),
        ("2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00Z", 1),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", 1),
        ("2017-01-01T00:59:60+01:00", "2016-12-31T23:59:59Z", 1),
        ("0001", "0001", 365 * day),
        ("9999", "9999", 365 * day),
        ("9999-12-31", "9999-12-31", day),
    ]

    @Test(arguments: forms)
    func init_parsing_keepsPrecision(text: String, written: String, seconds: Int64) throws {
        let date = try PartialDate(parsing: text)
        #expect(date.description == written)
        #expect(date.latest - date.earliest == seconds)
        #expect(try PartialDate(parsing: written) == date)
    }

    static let nonsense: [(String, PartialDate.ParseError)] = [
        ("", .malformed), ("24", .malformed), ("2024-", .malformed), ("2024-3", .malformed),
        ("2024-03-26T", .malformed), ("2024-03-26T22Z", .malformed), ("2024-03-26T22:16:5Z", .malformed),
        ("2024-03-26T22:16:05.Z", .malformed), ("2024-03-26Z", .malformed), ("2024-03-26T22:16Zxyz", .malformed),
        ("２０２４", .malformed), ("10000-01-01", .malformed), ("-2024", .malformed), ("2024-03-26T22:16+3:00", .malformed),
        ("0000", .outOfRange), ("2024-13", .outOfRange), ("2024-00", .outOfRange), ("2026-02-29", .outOfRange),
        ("2026-02-30", .outOfRange), ("2024-03-26T25:00Z", .outOfRange), ("2024-03-26T22:60Z", .outOfRange),
        ("2026-05-05T10:00:60Z", .outOfRange), ("2026-05-05T10:00:61Z", .outOfRange), ("2024-03-26T22:16+25:00", .outOfRange),
        ("0001-01-01T00:00+01:00", .outOfRange), ("2024-03-26T22:16", .zoneMissing), ("2024-03-26T22:16:05", .zoneMissing),
    ]

    @Test(arguments: nonsense)
    func init_parsingNonsense_throws(text: String, error: PartialDate.ParseError) {
        #expect(throws: error) { try PartialDate(parsing: text) }
    }

    @Test func init_parsingLocalTime_usesTheZone() throws {
        let berlin = try #require(ZonedClock(identifier: "Europe/Berlin"))
        #expect(try PartialDate(parsing: "2026-07-01T12:00", zone: berlin).description == "2026-07-01T10:00Z")
        #expect(try PartialDate(parsing: "2026-01-01T12:00", zone: berlin).description == "2026-01-01T11:00Z")
        #expect(throws: PartialDate.ParseError.nonexistentLocalTime) { try PartialDate(parsing: "2026-03-29T02:30", zone: berlin) }
        #expect(try PartialDate(parsing: "2026-10-25T02:30", zone: berlin).description == "2026-10-25T00:30Z")
        #expect(ZonedClock(identifier: "Europe/Nowhere") == nil)
        #expect(ZonedClock(identifier: "../../etc/passwd") == nil)
    }

    @Test func civil_everyDayOfFourCenturies_roundTrips() {
        var expected = CalendarMath.days(year: 1899, month: 12, day: 31)
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...CalendarMath.daysInMonth(year: year, month: month) {
                    expected += 1
                    #expect(CalendarMath.days(year: year, month: month, day: day) == expected)
                    let civil = CalendarMath.civil(days: expected)
                    #expect(civil == (year, month, day))
                }
            }
        }
        #expect(CalendarMath.weekday(days: 0) == 4)
        #expect(CalendarMath.weekday(days: CalendarMath.days(year: 2024, month: 3, day: 26)) == 2)
    }
}

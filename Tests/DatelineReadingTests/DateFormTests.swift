import DatelineModels
import DatelineReading
import Testing

/// How printed dates are understood: each row is a line between headline and text.
@Suite struct DateFormTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let printed: String
        let published: String?
        let status: DateStatus
        let modified: String?

        init(_ printed: String, _ published: String?, _ status: DateStatus = .stated, modified: String? = nil) {
            self.printed = printed
            self.published = published
            self.status = published == nil ? .unknown : status
            self.modified = modified
        }

        var testDescription: String { printed }
    }

    static let rows: [Row] = [
        // ISO 8601 and its relatives
        Row("2026-03-26", "2026-03-26"),
        Row("2026-03-26T22:16Z", "2026-03-26T22:16Z"),
        Row("2026-03-26T22:16:05Z", "2026-03-26T22:16:05Z"),
        Row("2026-03-26T22:16:05.123+03:00", "2026-03-26T19:16:05Z"),
        Row("2026-03-26T22:16-05:00", "2026-03-27T03:16Z"),
        Row("2026-03-26T22:16", "2026-03-26"),
        Row("2026-03-26 02:21:30", "2026-03-26"),
        Row("2026-03-26 02:21:30 UTC", "2026-03-26T02:21:30Z"),
        Row("2026-03-26 02:21 +0300", "2026-03-25T23:21Z"),
        Row("2026/03/26", "2026-03-26"),
        Row("2026.03.26", "2026-03-26"),
        Row("20260326T0221Z", "2026-03-26T02:21Z"),
        Row("2026-03-2602:21 GMT", "2026-03-26T02:21Z"),
        Row("2026-03-26 (Thursday)", "2026-03-26"),
        Row("2026年3月26日", "2026-03-26"),
        // Korean has a point behind the day, and often a space behind each.
        Row("입력2026.03.26. 오전 9:31", "2026-03-26"), Row("2026. 3. 26.", "2026-03-26"),
        Row("입력2026.03.26. 오전 9:31 수정2026.03.27. 오후 2:10 기사원문", "2026-03-26", modified: "2026-03-27"),
        // What follows the dash is the day, and no zone; the other calendar's day is none of its own.
        Row("نُشر: 14:22-26 مارس 2026 م ـ 7 شوّال 1447 هـ", "2026-03-26"),
        Row("26 مارس 2026 | آخر تحديث: 12:30 مساء (توقيت مكة المكرمة)", "2026-03-26"),
        // Day, month in words, year
        Row("26 March 2026", "2026-03-26"),
        Row("26 Mar 2026", "2026-03-26"),
        Row("26-Mar-2026", "2026-03-26"),
        Row("26th March, 2026", "2026-03-26"),
        Row("26th of March 2026", "2026-03-26"),
        Row("1st April 2026", "2026-04-01"),
        Row("Thursday 26 March 2026 - 22:16", "2026-03-26"),
        Row("Thursday 26 March 2026 - 22:16 GMT", "2026-03-26T22:16Z"),
        Row("Thursday, 26 March 2026 | 22.16 GMT", "2026-03-26T22:16Z"),
        Row("26 March 2026, 10:16 pm BST", "2026-03-26"),
        Row("30 March 2026, 10:16 pm BST", "2026-03-30T21:16Z"),
        Row("26 March 2026 at 9am GMT", "2026-03-26T09:00Z"),
        Row("26 March 2026 2216 GMT", "2026-03-26T22:16Z"),
        Row("26 March 202622:16 GMT", "2026-03-26T22:16Z"),
        // Month in words first
        Row("March 26, 2026", "2026-03-26"),
        Row("Mar. 26, 2026", "2026-03-26"),
        Row("MARCH 26 2026", "2026-03-26"),
        Row("Fri. April 3rd, 2026", "2026-04-03"),
        Row("Thu, March 26, 2026", "2026-03-26"),
        Row("March 26, 2026 4:05 PM EDT", "2026-03-26T20:05Z"),
        Row("March 26, 2026 4:05 p.m. ET", "2026-03-26T20:05Z"),
        Row("January 26, 2026 4:05 p.m. EST", "2026-01-26T21:05Z"),
        Row("March 26, 2026 12:05 AM PDT", "2026-03-26T07:05Z"),
        Row("January 5, 2026 12:05 PM CST", "2026-01-05T18:05Z"),
        Row("Sept. 3, 2026", "2026-09-03"),
        // A zone that the clocks there don't keep at that time of the year
        Row("July 4, 2026 4:05 PM EST", "2026-07-04"),
        // Numbers
        Row("3/26/2026", "2026-03-26"),
        Row("26/3/2026", "2026-03-26"),
        Row("26/03/2026 09:15 CET", "2026-03-26T08:15Z"),
        Row("30/03/2026 09:15 CEST", "2026-03-30T07:15Z"),
        Row("26.03.2026", "2026-03-26"),
        Row("4.5.2026", "2026-05-04"),
        Row("26-03-2026", "2026-03-26"),
        Row("4/4/2026", "2026-04-04"),
        Row("4/5/2026", "2026", .inferred),
        Row("04-05-2026 10:00 GMT", "2026", .inferred),
        Row("Sunday 5/4/2026", "2026-04-05"),
        Row("3/26/202605:28 AM (Mecca time)", "2026-03-26T02:28Z"),
        Row("3/26/2026 05:28 AM local time", "2026-03-26"),
        Row("26/03/2026 14:30 Moscow time", "2026-03-26T11:30Z"),
        Row("26/03/2026 14:30 (Kyiv time)", "2026-03-26T12:30Z"),
        Row("26/03/2026 14:30 GMT+3", "2026-03-26T11:30Z"),
        Row("26/03/2026 14:30 UTC+05:30", "2026-03-26T09:00Z"),
        Row("26/03/2026 10:00-11:00", "2026-03-26"),
        // Labels
        Row("Published: 26 March 2026", "2026-03-26"),
        Row("Posted on March 26, 2026", "2026-03-26"),
        Row("Date: 2026-03-26", "2026-03-26"),
        Row("Published26 March 2026", "2026-03-26"),
        Row("First published: 26 March 2026 10:00 GMT", "2026-03-26T10:00Z"),
        Row("Last update: 26 March 2026", nil, modified: "2026-03-26"),
        Row("Updated: March 26, 2026 at 4:05 p.m. EDT", nil, modified: "2026-03-26T20:05Z"),
        Row("3/26/2026-|Last update: 3/26/202605:28 AM (Mecca time)", "2026-03-26", modified: "2026-03-26T02:28Z"),
        Row("Published 26 March 2026 | Updated 27 March 2026 08:00 GMT", "2026-03-26", modified: "2026-03-27T08:00Z"),
        Row("Published 26 March 2026 | Updated 20 March 2026", "2026-03-26"),
        Row("22:16 GMT, 26 March 2026", "2026-03-26T22:16Z"),
        Row("Published On 26 Mar 202626 Mar 2026", "2026-03-26"),
        Row("March 26, 20265:28 AM UTCUpdated 3 hours ago", "2026-03-26T05:28Z"),
        Row("Thursday, Mar. 26, 2026 | 2 a.m.", "2026-03-26"),
        Row("Modified Date: March 26, 2026 / 10:05 PM GMT", nil, modified: "2026-03-26T22:05Z"),
        Row("Posted in World by Lena Marsk on March 26, 2026 with 3 Comments", "2026-03-26"),
        Row("Issued on: 26/03/2026 - 22:16Modified: 27/03/2026 - 08:00", "2026-03-26", modified: "2026-03-27"),
        Row(
            "Published Thursday, Mar. 26, 2026 2:05PM EDT Last Updated Friday, Mar. 27, 2026 9:00AM EDT", "2026-03-26T18:05Z",
            modified: "2026-03-27T13:00Z"),
        Row("March 2026", "2026-03"),
        Row("32 March 2026", nil),
        // Words in between
        Row("By Lena Marsk | 26 March 2026 | Karsh", "2026-03-26"),
        Row("Karsh, 26 March 2026", "2026-03-26"),
        Row("26 March 2026 • 4 min read", "2026-03-26"),
        // Other languages and digits
        Row("26. März 2026, 14.30 Uhr", "2026-03-26"),
        Row("Publié le 26 mars 2026 à 14h30", "2026-03-26"),
        Row("26 marzo 2026 alle 10:05", "2026-03-26"),
        Row("26 de marzo de 2026", "2026-03-26"),
        Row("26 марта 2026", "2026-03-26"),
        Row("26 marca 2026", "2026-03-26"),
        Row("٢٦ مارس ٢٠٢٦", "2026-03-26"),
        Row("26 كانون الثاني 2026", "2026-01-26"), Row("26 تشرين الأول 2026", "2026-10-26"), Row("26 تشرين الثاني 2026", "2026-11-26"),
        Row("26 كانون الأول 2026", "2026-12-26"), Row("26 مارچ 2026", "2026-03-26"), Row("26 اکتوبر 2026", "2026-10-26"),
        // In Croatian a month earlier than in Polish
        Row("Objavljeno: 12. srpnja 2023. u 10:15", "2023-07-12"), Row("Objavljeno: 12. lip 2023.", "2023-06-12"),
        Row("Objavljeno: 12. srp 2023.", "2023-07-12"), Row("Opublikowano: 12 listopada 2023", "2023-11-12"),
        Row("Dodano: 12. listopada 2023.", "2023-10-12"), Row("Opublikowano: lis 12, 2023", "2023-11-12"),
        Row("Objavljeno: 12. listopada 2023. Aktualizirano: 13. listopada 2023.", "2023-10-12", modified: "2023-10-13"),
        // Czech has the stop, too, and the months of Polish.
        Row("Publikováno 12. lis 2023", "2023-11-12"), Row("12. lis 2023", "2023", .inferred), Row("lis 12, 2023", "2023", .inferred),
        // No dates
        Row("10 4", nil),
        Row("May", nil),
        Row("Published Date - 10:05 PM, Thu - 26 March 26", nil),
        Row("may 2026", nil),
        Row("Tomorrow", nil),
        Row("5 hours ago", nil),
        Row("Updated 5 hours ago", nil),
        Row("0000-00-00", nil),
        Row("9999-01-01", nil),
        Row("0000", nil),
        Row("31/02/2026", nil),
        Row("13/14/2026", nil),
        Row("30 February 2026", nil),
        Row("Monday 26 March 2026", nil),
        Row("+47 22 33 44 55", nil),
        Row("1711428572", nil),
        Row("9223372036854775808", nil),
        Row("Story code 2026-0326", nil),
        Row("26 March", nil),
    ]

    @Test(arguments: rows) func read_dateLine_isUnderstoodAsFarAsItGoes(_ row: Row) throws {
        let page =
            "Karsh port opens again after the long strike\n\(row.printed)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n"
        let reading = try PageReader().read(text: page)
        #expect(reading.datePublished?.description == row.published)
        #expect(reading.dateModified?.description == row.modified)
        #expect(reading.dateStatus == row.status)
        #expect(reading.headline == "Karsh port opens again after the long strike")
    }

    @Test func read_everyDateLineWithADate_leavesItOutOfTheBody() throws {
        for row in Self.rows where row.published != nil || row.modified != nil {
            let reading = try PageReader().read(
                text:
                    "Karsh port opens again after the long strike\n\(row.printed)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n"
            )
            #expect(reading.body == "The port of Karsh was open again after eleven weeks, officials said.", "\(row.printed)")
        }
    }
}

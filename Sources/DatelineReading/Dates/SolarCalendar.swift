import DatelineModels

/// The solar calendar of Iran and Afghanistan: "24 Bahman 1402" is 13 February 2024.
enum SolarCalendar {
    /// Years that a news page can be from, and that no other calendar has in our days.
    static let years = 1340...1440
    /// The same where the date is written in digits: the lunar calendar of other countries has had the rest.
    static let yearsInDigits = 1375...1419

    /// The first day of 1400 is 21 March 2021.
    private static let anchor = (year: 1400, day: CalendarMath.days(year: 2021, month: 3, day: 21))

    /// The same day in our calendar; nil where there is none.
    static func day(year: Int, month: Int, day: Int) -> PrintedDay? {
        guard years.contains(year), (1...12).contains(month), (1...length(of: month, year)).contains(day) else { return nil }
        var number = anchor.day
        for past in min(year, anchor.year)..<max(year, anchor.year) { number += (year < anchor.year ? -1 : 1) * (isLeap(past) ? 366 : 365) }
        let inYear = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        let civil = CalendarMath.civil(days: number + Int64(inYear + day - 1))
        return .named(year: civil.year, month: civil.month, day: civil.day)
    }

    private static func length(of month: Int, _ year: Int) -> Int { month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29 }

    /// Eight years of 33; right from 1178 to 1633.
    private static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
}

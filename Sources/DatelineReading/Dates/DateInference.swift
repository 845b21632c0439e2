import DatelineModels

/// How a page orders day and month, from the dates on it that leave no doubt.
enum DateOrderEvidence {
    /// A number over 12 decides, or a date in words that fits one reading of an open one; nil where signs are missing or differ.
    static func order(of dates: [FoundDate]) -> DateOrder? {
        var orders: Set<DateOrder> = []
        var days: Set<Int> = []
        for date in dates {
            switch date.day {
            case .numeric(let first, let second, _):
                // With stops the day comes first also beside "3/26/2024".
                if first > 12, second <= 12, !date.isDotted { orders.insert(.dmy) }
                if second > 12, first <= 12 { orders.insert(.mdy) }
            case .named(let year?, let month, let day?): days.insert(key(year, month, day))
            default: break
            }
        }
        if orders.isEmpty {
            for date in dates where !date.isDotted {
                guard case .numeric(let first, let second, let year) = date.day, first <= 12, second <= 12, first != second else {
                    continue
                }
                let fits = (mdy: days.contains(key(year, first, second)), dmy: days.contains(key(year, second, first)))
                if fits.mdy != fits.dmy { orders.insert(fits.mdy ? .mdy : .dmy) }
            }
        }
        return orders.count == 1 ? orders.first : nil
    }

    private static func key(_ year: Int, _ month: Int, _ day: Int) -> Int { (year * 100 + month) * 100 + day }
}

/// The year of a date that is printed without one.
enum YearInference {
    /// Further away than this, another date says nothing about the year.
    private static let nearDays: Int64 = 60
    /// - Parameters:
    ///   - weekday: the printed one; 1 is Monday.
    ///   - anchors: dates of the page that are fully known.
    ///   - printedYear: that of the copyright line.
    static func year(month: Int, day: Int, weekday: Int?, anchors: [GatheredDate], printedYear: Int?) -> Int? {
        let framing = years(month, day, weekday, near: anchors.filter { $0.role != .event && $0.role != .epoch })
        if framing.count == 1 { return framing.first }
        guard framing.isEmpty else { return nil }
        let told = years(month, day, weekday, near: anchors.filter { $0.role == .event })
        if told.count == 1 { return told.first }
        // A year that is printed by itself may be that of the crawl; only with the weekday it is more than a guess.
        guard told.isEmpty, let weekday, let printedYear, let value = dayNumber(printedYear, month, day),
            CalendarMath.weekday(days: value) == weekday
        else { return nil }
        return printedYear
    }

    /// The years that bring the day near one of the anchors.
    private static func years(_ month: Int, _ day: Int, _ weekday: Int?, near anchors: [GatheredDate]) -> Set<Int> {
        var result: Set<Int> = []
        for anchor in anchors {
            guard let value = anchor.meaning?.value, value.precision >= .day else { continue }
            let anchorDay = CalendarMath.split(seconds: value.earliest).days
            let anchorYear = CalendarMath.civil(days: anchorDay).year
            for year in anchorYear - 1...anchorYear + 1 {
                guard let candidate = dayNumber(year, month, day), abs(candidate - anchorDay) <= nearDays else { continue }
                if weekday == nil || CalendarMath.weekday(days: candidate) == weekday { result.insert(year) }
            }
        }
        return result
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
        guard PartialDate(year: year, month: month, day: day) != nil else { return nil }
        return CalendarMath.days(year: year, month: month, day: day)
    }
}

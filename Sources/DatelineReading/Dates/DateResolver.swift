import DatelineModels

/// Gives a printed date its meaning: order of numbers, zone, bounds.
struct DateResolver {
    /// Years that a news page can be from.
    static let plausibleYears = 1800...2199

    let zone: (any LocalTimeResolving)?
    /// Decided by other dates of the page, or by the source.
    private let order: DateOrder?
    /// The page has another order than the source: nobody knows.
    private let isOrderContradicted: Bool
    /// The page has a "26.03.2024": its others are no months first.
    var hasDottedDays = false

    /// - Parameters:
    ///   - order: that of the source.
    ///   - pageOrder: the one that other dates of the page are in.
    init(zone: (any LocalTimeResolving)?, order: DateOrder?, pageOrder: DateOrder?) {
        self.zone = zone
        let known = order == .ymd ? nil : order
        isOrderContradicted = pageOrder != nil && known != nil && pageOrder != known
        self.order = isOrderContradicted ? nil : pageOrder ?? known
    }

    struct Meaning {
        let value: PartialDate?
        /// The day as printed, without regard to zones.
        let printed: (year: Int, month: Int, day: Int?)?
        let localTime: String?
        /// nil where `value` can be used.
        let problem: DateOutcome?
    }

    func meaning(of date: FoundDate) -> Meaning {
        switch date.day {
        case .named(let year?, _, _) where date.isMonthOpen: return onlyYear(year, date)
        case .named(let year, let month, let day):
            guard let year else { return Meaning(value: nil, printed: nil, localTime: date.time?.text, problem: .noYear) }
            return meaning(of: date, year: year, month: month, day: day)
        case .numeric(let first, let second, let year):
            guard let order = order(of: date, first, second, year) else { return ambiguous(date, first, second, year) }
            return order == .mdy
                ? meaning(of: date, year: year, month: first, day: second)
                : meaning(of: date, year: year, month: second, day: first)
        }
    }

    /// `dmy` or `mdy`; nil where the numbers and what is known leave it open.
    private func order(_ first: Int, _ second: Int) -> DateOrder? {
        if first > 12 { return .dmy }
        if second > 12 { return .mdy }
        if first == second { return .dmy }
        return order
    }

    private func order(of date: FoundDate, _ first: Int, _ second: Int, _ year: Int) -> DateOrder? {
        let told = Self.order(first, second, year, on: date.weekday)
        guard date.isDotted else { return order(first, second) ?? told }
        if let told { return told }
        if hasDottedDays, second <= 12 { return .dmy }
        return order(first, second) ?? (isOrderContradicted ? nil : .dmy)
    }

    /// The weekday may fit one reading only.
    private static func order(_ first: Int, _ second: Int, _ year: Int, on weekday: Int?) -> DateOrder? {
        guard let weekday else { return nil }
        let isMonthFirst = Self.weekday(year, first, second) == weekday
        let isDayFirst = Self.weekday(year, second, first) == weekday
        return isMonthFirst == isDayFirst ? nil : isMonthFirst ? .mdy : .dmy
    }

    private func onlyYear(_ year: Int, _ date: FoundDate) -> Meaning {
        let value = Self.plausibleYears.contains(year) ? PartialDate(year: year) : nil
        return Meaning(value: value, printed: nil, localTime: date.time?.text, problem: value == nil ? .impossible : .ambiguousOrder)
    }

    private func ambiguous(_ date: FoundDate, _ first: Int, _ second: Int, _ year: Int) -> Meaning {
        guard (1...12).contains(first), (1...12).contains(second) else {
            return Meaning(value: nil, printed: nil, localTime: date.time?.text, problem: .impossible)
        }
        return onlyYear(year, date)
    }

    static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard PartialDate(year: year, month: month, day: day) != nil else { return nil }
        return CalendarMath.weekday(days: CalendarMath.days(year: year, month: month, day: day))
    }

    /// - Parameter year: also one that was worked out.
    func meaning(of date: FoundDate, year: Int, month: Int, day: Int?) -> Meaning {
        let time = date.time?.text
        guard Self.plausibleYears.contains(year), let value = PartialDate(year: year, month: month, day: day) else {
            return Meaning(value: nil, printed: nil, localTime: time, problem: .impossible)
        }
        if let weekday = date.weekday, let day, Self.weekday(year, month, day) != weekday {
            return Meaning(value: value, printed: (year, month, day), localTime: time, problem: .weekdayMismatch)
        }
        guard let clock = date.time, day != nil else {
            return Meaning(value: value, printed: (year, month, day), localTime: time, problem: nil)
        }
        let local = value.earliest + Int64(clock.secondOfDay)
        if let seconds = utc(local: local, zone: date.zone),
            let exact = PartialDate(containing: seconds, precision: clock.second == nil ? .minute : .second)
        {
            return Meaning(value: exact, printed: (year, month, day), localTime: nil, problem: nil)
        }
        return Meaning(value: value, printed: (year, month, day), localTime: time, problem: nil)
    }

    private func utc(local: Int64, zone printed: PrintedZone?) -> Int64? {
        switch printed {
        case .offset(let seconds): return local - Int64(seconds)
        case .place(let identifier): return ZonedClock(identifier: identifier)?.seconds(local: local)
        case .seasonal(let offset, let identifier):
            let seconds = local - Int64(offset)
            return ZonedClock(identifier: identifier)?.seconds(local: local) == seconds ? seconds : nil
        case .oneOf(let places):
            guard let seconds = zone?.seconds(local: local) else { return nil }
            return places.contains { ZonedClock(identifier: $0)?.seconds(local: local) == seconds } ? seconds : nil
        case .unknown: return nil
        case .unsaid, nil: return zone?.seconds(local: local)
        }
    }
}

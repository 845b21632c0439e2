/// A date as it is printed, before anything is known about its meaning.
struct FoundDate {
    /// Offsets into the bytes that were searched: weekday, date, time and zone.
    var range: Range<Int>
    var day: PrintedDay
    /// 1 is Monday.
    var weekday: Int?
    var time: PrintedTime?
    var zone: PrintedZone?
    /// "26.03.2024": the day comes first unless source or page have it otherwise.
    var isDotted = false
    /// Where the month's name alone doesn't tell which it is.
    var doubtfulMonth: DoubtfulMonth?
}

enum PrintedDay: Equatable {
    case named(year: Int?, month: Int, day: Int?)
    /// Two numbers of unknown order and a year.
    case numeric(first: Int, second: Int, year: Int)

    var hasYear: Bool {
        if case .named(nil, _, _) = self { false } else { true }
    }

    /// Two numbers that may each be the month, and aren't the same.
    var isOrderOpen: Bool {
        if case .numeric(let first, let second, _) = self { first <= 12 && second <= 12 && first != second } else { false }
    }
}

struct PrintedTime: Equatable {
    var hour: Int
    var minute: Int
    var second: Int?

    var secondOfDay: Int { hour * 3600 + minute * 60 + (second ?? 0) }

    /// `HH:MM` or `HH:MM:SS`.
    var text: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(hour) + ":" + two(minute) + (second.map { ":" + two($0) } ?? "")
    }
}

enum PrintedZone: Equatable {
    /// Seconds east of UTC.
    case offset(Int)
    /// An IANA identifier.
    case place(String)
    /// An offset that is only right while the place's clocks keep it: "EST" in July is a slip.
    case seasonal(offset: Int, place: String)
    /// "Local time" and the like.
    case unsaid
    /// One of these places, whose zones have one abbreviation: that of the source, if it is among them.
    case oneOf([String])
    /// Some zone or half of the day that isn't known: the time says nothing.
    case unknown

    /// Whether it may make an instant of a time without more being known.
    var isKnown: Bool {
        switch self {
        case .unknown, .oneOf: false
        default: true
        }
    }
}

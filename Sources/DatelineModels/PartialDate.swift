/// A date exactly as precise as it was given, standing for the half-open UTC interval `[earliest, latest)`.
///
/// The written form is the precision: `2024`, `2024-03`, `2024-03-26`, `2024-03-26T22:16Z`, `2024-03-26T22:16:05Z`
/// (a profile of RFC 3339 and of ISO 8601-1 reduced precision). Years are 0001 to 9999. Second fractions are dropped.
public struct PartialDate: Hashable, Sendable {
    public enum Precision: Int, Sendable, Comparable, CaseIterable {
        case year, month, day, minute, second

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    public let precision: Precision
    /// The first second of the interval, counted from 1970-01-01T00:00:00Z.
    public let earliest: Int64

    /// Seconds of 0001-01-01T00:00:00Z and of 10000-01-01T00:00:00Z, the half-open range of all that can be said.
    public static let supportedSeconds: Range<Int64> =
        CalendarMath.days(year: 1, month: 1, day: 1) * CalendarMath.secondsPerDay..<CalendarMath.days(year: 10_000, month: 1, day: 1)
        * CalendarMath.secondsPerDay

    /// The interval of `precision` that holds the second `seconds` since 1970; nil outside years 0001 to 9999.
    public init?(containing seconds: Int64, precision: Precision) {
        guard Self.supportedSeconds.contains(seconds) else { return nil }
        self.precision = precision
        earliest = Self.start(of: precision, containing: seconds)
    }

    /// A calendar date in UTC; nil where no such day exists. `day` without `month` is nil too.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        guard let month else {
            guard day == nil else { return nil }
            self.init(containing: CalendarMath.days(year: year, month: 1, day: 1) * CalendarMath.secondsPerDay, precision: .year)
            return
        }
        guard (1...12).contains(month) else { return nil }
        if let day, !(1...CalendarMath.daysInMonth(year: year, month: month)).contains(day) { return nil }
        self.init(
            containing: CalendarMath.days(year: year, month: month, day: day ?? 1) * CalendarMath.secondsPerDay,
            precision: day == nil ? .month : .day
        )
    }

    /// The first second after the interval, since 1970.
    public var latest: Int64 {
        switch precision {
        case .second: return earliest + 1
        case .minute: return earliest + 60
        case .day: return earliest + CalendarMath.secondsPerDay
        case .month, .year:
            let (year, month, _) = CalendarMath.civil(days: CalendarMath.split(seconds: earliest).days)
            let next = precision == .year || month == 12 ? (year + 1, 1) : (year, month + 1)
            return CalendarMath.days(year: next.0, month: next.1, day: 1) * CalendarMath.secondsPerDay
        }
    }

    /// The first second of the year, month, day, minute or second that holds `seconds`.
    public static func start(of precision: Precision, containing seconds: Int64) -> Int64 {
        let (days, secondOfDay) = CalendarMath.split(seconds: seconds)
        switch precision {
        case .second: return seconds
        case .minute: return seconds - secondOfDay % 60
        case .day: return days * CalendarMath.secondsPerDay
        case .month, .year:
            let (year, month, _) = CalendarMath.civil(days: days)
            return CalendarMath.days(year: year, month: precision == .year ? 1 : month, day: 1) * CalendarMath.secondsPerDay
        }
    }
}

extension PartialDate: CustomStringConvertible {
    /// The written form, as in the type's comment.
    public var description: String {
        let (days, secondOfDay) = CalendarMath.split(seconds: earliest)
        let (year, month, day) = CalendarMath.civil(days: days)
        var bytes = DecimalBytes()
        bytes.append(year, width: 4)
        if precision >= .month { bytes.append("-", month) }
        if precision >= .day { bytes.append("-", day) }
        if precision >= .minute {
            bytes.append("T", Int(secondOfDay / 3600))
            bytes.append(":", Int(secondOfDay / 60 % 60))
        }
        if precision == .second { bytes.append(":", Int(secondOfDay % 60)) }
        if precision >= .minute { bytes.append("Z") }
        return bytes.string
    }
}

/// Zero-padded decimal numbers and separators, collected as bytes.
struct DecimalBytes {
    private var bytes: [UInt8] = []

    mutating func append(_ character: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: character.value))
    }

    mutating func append(_ separator: Unicode.Scalar, _ number: Int) {
        append(separator)
        append(number, width: 2)
    }

    mutating func append(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// An exact instant in UTC, to the millisecond: record times, never publication dates.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 with `Z` and three digits of a second, always of the same length.
    public var description: String {
        var seconds = milliseconds / 1000
        var rest = milliseconds % 1000
        if rest < 0 {
            rest += 1000
            seconds -= 1
        }
        let (days, secondOfDay) = CalendarMath.split(seconds: seconds)
        let (year, month, day) = CalendarMath.civil(days: days)
        var bytes = DecimalBytes()
        bytes.append(min(max(year, 0), 9999), width: 4)
        bytes.append("-", month)
        bytes.append("-", day)
        bytes.append("T", Int(secondOfDay / 3600))
        bytes.append(":", Int(secondOfDay / 60 % 60))
        bytes.append(":", Int(secondOfDay % 60))
        bytes.append(".")
        bytes.append(Int(rest), width: 3)
        bytes.append("Z")
        return bytes.string
    }
}

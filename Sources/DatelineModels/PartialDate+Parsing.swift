extension PartialDate {
    /// Why a text is no partial date.
    public enum ParseError: Error, Hashable, Sendable {
        /// Not of the five forms.
        case malformed
        /// Of the right form, but there is no such day, hour, minute, second or year.
        case outOfRange
        /// A time without `Z` or offset, and no zone of the source is known.
        case zoneMissing
        /// A time without an offset that the source's zone skips (a clock going forward).
        case nonexistentLocalTime
    }

    /// Reads the written form. Offsets (`+03:00`, `-00:00`) are accepted and turned into UTC; `t` and `z` may be lower
    /// case and the `T` a space (RFC 3339 §5.6). A leap second (`23:59:60Z` on the last day of June or December) stays on its day as second 59.
    ///
    /// - Parameters:
    ///   - text: the date; at most 40 bytes are looked at.
    ///   - zone: the zone of a time that states none; nil: such a time is ``ParseError/zoneMissing``.
    public init(parsing text: String, zone: (any LocalTimeResolving)? = nil) throws(ParseError) {
        var scanner = DateScanner(Array(text.utf8.prefix(41)))
        guard scanner.count <= 40 else { throw .malformed }
        guard let year = scanner.digits(4) else { throw .malformed }
        guard year >= 1 else { throw .outOfRange }
        guard !scanner.isAtEnd else {
            self = try Self.existing(PartialDate(year: year))
            return
        }
        guard scanner.take("-"), let month = scanner.digits(2) else { throw .malformed }
        guard !scanner.isAtEnd else {
            self = try Self.existing(PartialDate(year: year, month: month))
            return
        }
        guard scanner.take("-"), let day = scanner.digits(2) else { throw .malformed }
        guard !scanner.isAtEnd else {
            self = try Self.existing(PartialDate(year: year, month: month, day: day))
            return
        }
        guard scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2)
        else { throw .malformed }
        var second: Int?
        if scanner.take(":") {
            guard let value = scanner.digits(2) else { throw .malformed }
            second = value
            if scanner.take("."), scanner.skipDigits() == 0 { throw .malformed }
        }
        let offset = try scanner.offset()
        guard scanner.isAtEnd else { throw .malformed }

        let date = try Self.existing(PartialDate(year: year, month: month, day: day))
        guard hour <= 23, minute <= 59, (second ?? 0) <= 60 else { throw .outOfRange }
        let local = date.earliest + Int64(hour * 3600 + minute * 60 + min(second ?? 0, 59))
        let utc: Int64
        if let offset {
            utc = local - Int64(offset)
        } else {
            guard let zone else { throw .zoneMissing }
            guard let resolved = zone.seconds(local: local) else { throw .nonexistentLocalTime }
            utc = resolved
        }
        if second == 60, !Self.canHoldLeapSecond(utc) { throw .outOfRange }
        self = try Self.existing(PartialDate(containing: utc, precision: second == nil ? .minute : .second))
    }

    private static func existing(_ date: PartialDate?) throws(ParseError) -> PartialDate {
        guard let date else { throw .outOfRange }
        return date
    }

    /// Leap seconds are only ever inserted at the end of June or December, UTC (ITU-R TF.460-6).
    private static func canHoldLeapSecond(_ seconds: Int64) -> Bool {
        let (days, secondOfDay) = CalendarMath.split(seconds: seconds)
        let (_, month, day) = CalendarMath.civil(days: days)
        return secondOfDay == CalendarMath.secondsPerDay - 1 && (month, day) == (6, 30)
            || secondOfDay == CalendarMath.secondsPerDay - 1 && (month, day) == (12, 31)
    }
}

/// Turns local wall-clock time into UTC.
public protocol LocalTimeResolving: Sendable {
    /// - Parameter local: seconds from 1970-01-01T00:00:00 on the zone's wall clock.
    /// - Returns: seconds since 1970 in UTC; nil where the zone skips that time. Of a time that occurs twice, the earlier.
    func seconds(local: Int64) -> Int64?
}

/// A cursor over the bytes of a date.
private struct DateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }
    var isAtEnd: Bool { position == bytes.count }

    mutating func digits(_ wanted: Int) -> Int? {
        guard position + wanted <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + wanted] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        position += wanted
        return value
    }

    mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        return position - start
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Seconds east of UTC; nil where none is written.
    mutating func offset() throws(PartialDate.ParseError) -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign: Int
        if take("+") {
            sign = 1
        } else if take("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = digits(2), take(":"), let minutes = digits(2) else { throw .malformed }
        guard hours <= 23, minutes <= 59 else { throw .outOfRange }
        return sign * (hours * 3600 + minutes * 60)
    }
}

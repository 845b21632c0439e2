public import Foundation

/// An IANA time zone (RFC 6557) that turns wall-clock times into UTC.
public struct ZonedClock: LocalTimeResolving {
    public let timeZone: TimeZone
    public var identifier: String { timeZone.identifier }

    /// nil where the identifier names no zone of the tz database; offsets and abbreviations other than `UTC` aren't taken.
    public init?(identifier: String) {
        guard identifier.utf8.count <= 64 else { return nil }
        if identifier == "UTC" {
            timeZone = .gmt
            return
        }
        guard identifier.contains("/"), let zone = TimeZone(identifier: identifier) else { return nil }
        timeZone = zone
    }

    public func seconds(local: Int64) -> Int64? {
        // The offset is asked a day before and a day after: a zone has at most one transition between them.
        let candidates = [local - CalendarMath.secondsPerDay, local + CalendarMath.secondsPerDay]
            .map { local - Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0)))) }
            .filter { candidate in
                candidate + Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(candidate)))) == local
            }
        return candidates.min()
    }
}

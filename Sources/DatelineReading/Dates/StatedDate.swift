import DatelineModels

/// A date that stands in a field meant for one: RFC 3339 in any precision, RFC 822 as feeds write it, or a date in words.
struct StatedDate {
    /// nil where it can't be said, or may not be believed.
    let value: PartialDate?
    /// Why not.
    let problem: DateOutcome?
    /// A time without a zone, which is no part of `value`.
    let localTime: String?
    /// Whether the zone of the source would make an instant of it.
    var needsZone: Bool { localTime != nil && problem == nil }

    private static let longest = 100
    /// A printed day may lie so far from the UTC day, in seconds.
    private static let zoneSlack: Int64 = 14 * 3600

    /// - Parameters:
    ///   - notAfter: seconds since 1970; a later date is none.
    ///   - language: of the text; asked where the name of a month is another in some languages.
    init(_ text: String, zone: (any LocalTimeResolving)?, order: DateOrder?, notAfter: Int64?, language: String? = nil) {
        let trimmed = text.trimmedSpaces
        let meaning = trimmed.utf8.count <= Self.longest ? Self.meaning(trimmed, zone, order, language) : nil
        guard let meaning, let value = meaning.value, meaning.problem == nil else {
            self.value = nil
            problem = meaning?.problem ?? .unreadable
            localTime = meaning?.localTime
            return
        }
        let slack = value.precision >= .minute ? 0 : Self.zoneSlack
        let isLater = notAfter.map { value.earliest - slack > $0 } ?? false
        self.value = isLater ? nil : value
        problem = isLater ? .afterFound : nil
        localTime = meaning.localTime
    }

    private static func meaning(
        _ text: String, _ zone: (any LocalTimeResolving)?, _ order: DateOrder?, _ language: String?
    ) -> DateResolver.Meaning? {
        if let date = try? PartialDate(parsing: text, zone: zone) {
            return DateResolver.Meaning(value: date, printed: nil, localTime: nil, problem: nil)
        }
        let bytes = Array(withFullYear(text).utf8)
        let found = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
        guard found.count == 1, var date = found.first, isBare(bytes[..<date.range.lowerBound]), isBare(bytes[date.range.upperBound...])
        else {
            return nil
        }
        date.settleMonth(in: language)
        return DateResolver(zone: zone, order: order).meaning(of: date)
    }

    /// Nothing but signs and white space, or the obsolete name of a zone that says nothing.
    private static func isBare(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { !ByteText.isASCIILetter($0) && !ByteText.isDigit($0) && $0 < 0x80 }
    }

    /// "26 Mar 24 22:16 GMT", as RFC 822 had it.
    private static func withFullYear(_ text: String) -> String {
        var words = text.spacedWords.map(String.init)
        let day = words.firstIndex { !$0.isEmpty && $0.utf8.count <= 2 && $0.utf8.allSatisfy(ByteText.isDigit) }
        guard let day, day <= 1, day + 2 < words.count, CalendarNames.month(Array(words[day + 1].utf8)[...]) != nil,
            words[day + 2].utf8.count == 2, words[day + 2].utf8.allSatisfy(ByteText.isDigit), let year = Int(words[day + 2])
        else { return text }
        words[day + 2] = String(year < 70 ? 2000 + year : 1900 + year)
        return words.joined(separator: " ")
    }
}

import DatelineModels

/// A date that stands in a field meant for one: RFC 3339 in any precision, RFC 822 as feeds write it, or a date in words.
struct StatedDate {
    /// nil where it can't be said, or may not be believed.
    let value: PartialDate?
    /// Why not.
    let problem: DateOutcome?
    /// A time without a zone, which is no part of `value`.
    let localTime: String?
    /// Whether day and month may be either of its first two numbers.
    private let isOrderOpen: Bool
    /// Whether the habits of the source might make something else of it: its zone an instant, its order of day and month another day.
    var needsHabits: Bool { localTime != nil && problem == nil || isOrderOpen }

    private static let longest = 100
    /// A printed day may lie so far from the UTC day, in seconds.
    private static let zoneSlack: Int64 = 14 * 3600

    /// - Parameters:
    ///   - order: that of the source.
    ///   - pageOrder: the one that other dates of the document are in.
    ///   - notAfter: seconds since 1970; a later date is none.
    ///   - language: of the text; asked where the name of a month is another in some languages.
    init(
        _ text: String, zone: (any LocalTimeResolving)?, order: DateOrder?, pageOrder: DateOrder? = nil, notAfter: Int64?,
        language: String? = nil
    ) {
        let trimmed = text.trimmedSpaces
        let resolver = DateResolver(zone: zone, order: order, pageOrder: pageOrder)
        let (meaning, isOrderOpen) = trimmed.utf8.count <= Self.longest ? Self.meaning(trimmed, resolver, language) : (nil, false)
        self.isOrderOpen = isOrderOpen
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
        _ text: String, _ resolver: DateResolver, _ language: String?
    ) -> (DateResolver.Meaning?, isOrderOpen: Bool) {
        if let date = try? PartialDate(parsing: text, zone: resolver.zone) {
            return (DateResolver.Meaning(value: date, printed: nil, localTime: nil, problem: nil), false)
        }
        let bytes = Array(withFullYear(text).utf8)
        let found = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
        guard found.count == 1, var date = found.first, isBare(bytes[..<date.range.lowerBound]), isBare(bytes[date.range.upperBound...])
        else { return (nil, false) }
        date.settleMonth(in: language)
        return (resolver.meaning(of: date), date.day.isOrderOpen)
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

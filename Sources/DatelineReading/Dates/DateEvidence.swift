import DatelineModels

/// What a page tells of its dates beside them: how other lines write theirs, and the year of the copyright line.
struct DateEvidence {
    /// Dates in digits in lines that are no part of the article.
    var others: [FoundDate] = []
    /// The only year of the copyright line, or the last of two.
    var year: Int?

    /// "Monday (3)": days of the month that the text names with their weekday; 1 is Monday.
    var weekdays: [(weekday: Int, day: Int)] = []

    private var bytes: [UInt8] = []

    /// Where an abbreviation has a second meaning, words of the countries that use it so.
    private static let rivals: [String: [String]] = [
        "America/Los_Angeles": ["Philippine", "Manila", "Pakistan"], "Europe/London": ["Bangladesh", "Dhaka"],
        "America/Chicago": ["China", "Beijing", "Taiwan", "Taipei", "Cuba"],
        "America/New_York": ["Australia", "Sydney", "Melbourne", "Brisbane"],
    ]

    /// "PST" isn't that of California on a page that speaks of Manila.
    func isDoubtful(_ zone: PrintedZone?) -> Bool {
        guard case .seasonal(_, let place) = zone, let words = Self.rivals[place] else { return false }
        return words.contains { holds(Array($0.utf8)) }
    }

    /// Of the places whose clocks have one abbreviation, words of each. Those of AST aren't here: most lands that have it are small, and their
    /// pages speak of others.
    private static let countries: [String: [String]] = [
        "Asia/Kolkata": ["India", "₹", " crore", " lakh", "Mumbai", "Delhi"],
        "Asia/Jerusalem": ["Israel", "Jerusalem", "Tel Aviv", "Haifa"],
        "Europe/Dublin": ["Ireland", "Irish", "Dublin", "Taoiseach", "Garda"],
        "Asia/Dhaka": ["Bangladesh", "Dhaka"], "Asia/Brunei": ["Brunei"],
    ]
    private static let fewestWords = 2

    /// The one of several places that the page speaks of: by more than one word, and of no other at all.
    func place(among places: [String]) -> String? {
        var found: String?
        for place in places {
            guard let words = Self.countries[place] else { return nil }
            let count = words.count { holds(Array($0.utf8)) }
            if count == 0 { continue }
            guard found == nil, count >= Self.fewestWords else { return nil }
            found = place
        }
        return found
    }

    private func holds(_ word: [UInt8]) -> Bool {
        var index = 0
        let end = min(bytes.count, Self.mostText * 4) - word.count
        while index <= end {
            if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) { return true }
            index += 1
        }
        return false
    }

    private static let mostDates = 100
    private static let mostText = 8000

    init() {}

    /// - Parameter classes: whose date lines are gathered already.
    init(_ page: Page, _ classes: LineClassification) {
        bytes = page.bytes
        var text = 0
        for index in page.roles.indices {
            if page.roles[index] == .prose, text < Self.mostText {
                text += page.lines[index].length
                addWeekdays(in: page.lines[index].range.prefix(Self.mostText))
            }
            guard case .removed(let reason) = page.roles[index], page.lines[index].length <= LineKey.maximumBytes else { continue }
            let range = page.lines[index].range
            if reason == .copyright { year = year ?? Self.lastYear(page.bytes[range]) }
            guard others.count < Self.mostDates, classes.metadata[index] == nil, page.bytes[range].contains(where: ByteText.isDigit) else {
                continue
            }
            others += DateFinder(page.bytes, in: range).find(limit: 4).filter {
                if case .numeric = $0.day { true } else { false }
            }
        }
    }

    private mutating func addWeekdays(in range: Range<Int>) {
        let line = bytes[range]
        var next = range.lowerBound
        while let index = ByteText.next(UInt8(ascii: "("), in: bytes, from: next, to: range.upperBound) {
            next = index + 1
            let digits = line[(index + 1)...].prefix(3).prefix(while: ByteText.isDigit)
            guard (1...2).contains(digits.count), digits.endIndex < line.endIndex, line[digits.endIndex] == UInt8(ascii: ")") else {
                continue
            }
            let day = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            if let weekday = Self.weekday(line[..<index].suffix(32)), (1...31).contains(day) { weekdays.append((weekday, day)) }
        }
    }

    /// The weekday at the end of the text: "… Monday", "… segunda-feira".
    private static func weekday(_ text: ArraySlice<UInt8>) -> Int? {
        let words = text.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
        guard let last = words.last else { return nil }
        let parts = last.split(separator: UInt8(ascii: "-"))
        if parts.count == 2, parts[1].elementsEqual("feira".utf8) {
            return ["segunda", "terça", "quarta", "quinta", "sexta"].firstIndex { parts[0].elementsEqual($0.utf8) }.map { $0 + 1 }
        }
        return CalendarNames.weekday(last)
    }

    private static func lastYear(_ line: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        for word in line.split(whereSeparator: { !ByteText.isDigit($0) }) where word.count == 4 {
            let value = word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            if (1990...2199).contains(value) { found = value }
        }
        return found
    }
}

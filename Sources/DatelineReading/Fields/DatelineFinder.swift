import DatelineModels

/// The dateline at the start of the first paragraphs, with the date in it.
struct FoundDateline {
    let index: Int
    let place: String?
    let agency: String?
    let date: FoundDate?
    let rawDate: String?

    private static let longestHead = 120
    private static let paragraphs = 2

    /// - Parameter start: the first line after the headline.
    static func find(in page: Page, from start: Int) -> FoundDateline? {
        var seen = 0
        for index in page.roles.indices where index >= start && page.roles[index] == .prose && !page.continues[index] {
            if let found = parse(page, index) { return found }
            seen += 1
            if seen == paragraphs { return nil }
        }
        return nil
    }

    private static func parse(_ page: Page, _ index: Int) -> FoundDateline? {
        let range = page.lines[index].range
        guard let (head, isSpaced) = Self.head(page.bytes, range) else { return nil }
        let bytes = Array(page.bytes[head])
        let dates = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
        guard dates.count <= 1, dates.allSatisfy({ isDay($0.day) }) else { return nil }
        let date = dates.first
        let bracket = Self.bracket(bytes)
        let slash = bytes.firstIndex(of: UInt8(ascii: "/"))
        let strokes = slash.flatMap { first in bytes[(first + 1)...].firstIndex(of: UInt8(ascii: "/")).map { first..<($0 + 1) } }
        let placeEnd = [date?.range.lowerBound, bracket?.lowerBound, slash].compactMap(\.self).min() ?? bytes.count
        let place = ByteText.string(bytes[..<placeEnd]).trimmingPunctuation
        let isCapital = startsInCapitals(place)
        let isOfAgency = bracket.map { isOutlet(inside($0, bytes)) } ?? false
        guard ByteText.string(bytes[...]).spacedWords.count <= 14, isPlace(place, isOfAgency: isOfAgency) else { return nil }
        // "Karsh, March 26 (AP)—The port"; but not "Easter, 31 March—a cold day—saw".
        let isEnd = isOfAgency && bracket?.upperBound == bytes.count || date?.range.upperBound == bytes.count
        guard isSpaced || isCapital || isEnd && beginsSentence(page.bytes, behind: head.upperBound, range) else { return nil }
        // "On 12 March 2019 Karsh beat Wells – …" goes on as a sentence does.
        let parts = Self.parts(bytes, from: placeEnd, without: [date?.range, bracket].compactMap(\.self))
        // "/BizNewsline/", and "GENEVA/NIAMEY"
        let between = strokes.map { ByteText.string(bytes[$0]).trimmingPunctuation }
        guard parts.allSatisfy({ isOutlet($0) || isCapital && ($0 == between || startsInCapitals($0)) }) else { return nil }
        let agency = bracket.flatMap { Self.agency(inside($0, bytes), behindCapitals: isCapital) } ?? parts.first(where: isOutlet)
        guard agency != nil || date != nil || isCapital else { return nil }
        return FoundDateline(
            index: index, place: place.isEmpty ? nil : place, agency: agency, date: date,
            rawDate: date.map { ByteText.string(bytes[$0.range]) }
        )
    }

    /// What comes before the first dash that stands between words; a colon ends it too.
    ///
    /// - Returns: also whether there are spaces around the dash; without them only "KARSH—The port" is a dateline.
    private static func head(_ bytes: [UInt8], _ range: Range<Int>) -> (head: Range<Int>, isSpaced: Bool)? {
        let stop = min(range.upperBound, range.lowerBound + longestHead)
        var index = range.lowerBound
        while index + 2 < stop {
            let dash = lengthOfDash(bytes, index)
            if dash > 0 {
                let next = index + dash
                // "7–2"
                guard index > range.lowerBound, next < range.upperBound, !ByteText.isDigit(bytes[next]) else { return nil }
                return (range.lowerBound..<index, bytes[index - 1] == 0x20 && bytes[next] == 0x20)
            }
            if bytes[index] == 0x20, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == 0x20 {
                return (range.lowerBound..<index, true)
            }
            if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == 0x20 { return (range.lowerBound..<index, true) }
            index += 1
        }
        return nil
    }

    /// Of a dash, or of two hyphens.
    private static func lengthOfDash(_ bytes: [UInt8], _ index: Int) -> Int {
        if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 { return 3 }
        return bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-") ? 2 : 0
    }

    private static func isDay(_ day: PrintedDay) -> Bool {
        if case .named(_, _, nil) = day { false } else { true }
    }

    /// The first bracket, with its signs.
    private static func bracket(_ bytes: [UInt8]) -> Range<Int>? {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), let close = bytes[open...].firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        return open..<(close + 1)
    }

    private static func inside(_ bracket: Range<Int>, _ bytes: [UInt8]) -> String {
        ByteText.string(bytes[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]).trimmedSpaces
    }

    /// Whether a capital, a quotation mark or another script follows the dash.
    private static func beginsSentence(_ bytes: [UInt8], behind index: Int, _ range: Range<Int>) -> Bool {
        let start = index + lengthOfDash(bytes, index)
        return start < range.upperBound && !ByteText.isLower(bytes[start])
    }

    /// What stands behind the place beside date and bracket, cut at commas, strokes and bars.
    private static func parts(_ bytes: [UInt8], from start: Int, without ranges: [Range<Int>]) -> [String] {
        var rest = bytes[start...]
        for range in ranges {
            for index in range { rest[index] = UInt8(ascii: ",") }
        }
        return rest.split { [UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ";")].contains($0) }
            .map { ByteText.string($0).trimmingPunctuation }.filter { !$0.isEmpty }
    }

    private static func isOutlet(_ text: String) -> Bool { OutletNames.isAgency(text) || OutletNames.looksLikeOutlet(text) }

    /// "Mayor Lena Marsk (SPD)": what else is in a bracket is an agency behind a place in capitals only.
    private static func agency(_ inner: String, behindCapitals isCapital: Bool) -> String? {
        let words = inner.spacedWords
        guard (1...5).contains(words.count), !inner.utf8.contains(where: ByteText.isDigit), isCapital || isOutlet(inner) else { return nil }
        return words.allSatisfy {
            $0.unicodeScalars.first?.isLowercase == false || ["of", "de", "and"].contains($0) || OutletNames.isAgency(String($0))
        } ? inner : nil
    }

    /// Up to five words that begin with capitals; nothing at all is fine where an agency or a date follows.
    private static func isPlace(_ text: String, isOfAgency: Bool) -> Bool {
        let words = text.spacedWords
        guard let first = words.first.map({ $0.lowercased() }) else { return true }
        // "In May", "The 12 March agreement"; but "The Hague", "La Paz".
        guard !prepositions.contains(first) || isNameWithPreposition(words, isOfAgency: isOfAgency),
            words.count > 1 || !articles.contains(first)
        else { return false }
        return words.count <= 5 && !text.utf8.contains(where: ByteText.isDigit)
            && words.allSatisfy { word in
                word.unicodeScalars.first?.isLowercase == false || ["of", "de", "la", "al", "and", "el"].contains(word)
            }
    }

    /// "Den Haag", and "IN AMENAS, Algeria" or "Am Timan" before an agency; but not "On Monday".
    private static func isNameWithPreposition(_ words: [Substring], isOfAgency: Bool) -> Bool {
        guard words.count > 1 else { return false }
        let second = String(words[1]).trimmingPunctuation
        if words[0].lowercased() == "den", ["haag", "bosch", "helder", "burg"].contains(second.lowercased()) { return true }
        let bytes = Array(second.utf8)[...]
        return isOfAgency && CalendarNames.weekday(bytes) == nil && CalendarNames.month(bytes) == nil
    }

    private static let prepositions: Set<String> = [
        "on", "in", "at", "by", "since", "from", "after", "before", "during", "until", "till", "between", "around", "early", "late",
        "am", "im", "vom", "seit", "bis", "ab", "nach", "vor", "beim", "en", "dès", "depuis", "avant", "après", "desde", "hasta", "tras",
        "nel", "dal", "dopo", "em", "após", "op", "sinds", "på", "den", "i", "w", "we", "od", "dnia", "v", "ve", "dne", "в", "во", "на",
        "с",
        "у", "від", "στις", "την", "في", "منذ",
    ]
    private static let articles: Set<String> = [
        "the", "a", "an", "le", "la", "les", "el", "il", "der", "die", "das", "de", "het", "o", "al",
    ]

    private static func startsInCapitals(_ text: String) -> Bool {
        guard let first = text.spacedWords.first.map({ String($0).trimmingPunctuation }), first.unicodeScalars.count >= 3 else {
            return false
        }
        return first.unicodeScalars.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" || $0 == "’" }
    }
}

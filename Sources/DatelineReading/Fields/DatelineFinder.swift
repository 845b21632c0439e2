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
        guard let head = head(page.bytes, range) else { return nil }
        let bytes = Array(page.bytes[head])
        let dates = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
        let text = ByteText.string(bytes[...])
        let agency = parenthesised(text, dates: dates)
        let placeEnd = min(
            dates.first?.range.lowerBound ?? bytes.count, bytes.firstIndex(of: UInt8(ascii: "(")) ?? bytes.count,
            bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.count)
        let place = ByteText.string(bytes[..<placeEnd]).trimmingPunctuation
        guard text.spacedWords.count <= 14, isPlace(place), dates.count <= 1 else { return nil }
        guard agency != nil || !dates.isEmpty || startsInCapitals(place) else { return nil }
        let date = dates.first
        return FoundDateline(
            index: index, place: place.isEmpty ? nil : place, agency: agency, date: date,
            rawDate: date.map { ByteText.string(bytes[$0.range]) }
        )
    }

    /// What comes before the first dash that stands between words; a colon ends it too.
    private static func head(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let stop = min(range.upperBound, range.lowerBound + longestHead)
        var index = range.lowerBound
        while index + 2 < stop {
            if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 {
                return index > range.lowerBound ? range.lowerBound..<index : nil
            }
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                return index > range.lowerBound ? range.lowerBound..<index : nil
            }
            if bytes[index] == 0x20, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == 0x20 { return range.lowerBound..<index }
            if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == 0x20 { return range.lowerBound..<index }
            index += 1
        }
        return nil
    }

    private static func parenthesised(_ text: String, dates: [FoundDate]) -> String? {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
            return text.split(separator: "/").dropFirst().map { String($0).trimmedSpaces }.first {
                OutletNames.isAgency($0) || OutletNames.looksLikeOutlet($0)
            }
        }
        let inner = String(text[text.index(after: open)..<close]).trimmedSpaces
        let words = inner.spacedWords
        guard (1...5).contains(words.count), !inner.utf8.contains(where: ByteText.isDigit) else { return nil }
        return words.allSatisfy {
            $0.unicodeScalars.first?.isLowercase == false || ["of", "de", "and"].contains($0) || OutletNames.isAgency(String($0))
        } ? inner : nil
    }

    /// Up to five words that begin with capitals; nothing at all is fine where an agency or a date follows.
    private static func isPlace(_ text: String) -> Bool {
        text.spacedWords.count <= 5
            && text.spacedWords.allSatisfy { word in
                word.unicodeScalars.first?.isLowercase == false || ["of", "de", "la", "al", "and", "on", "el"].contains(word)
            }
    }

    private static func startsInCapitals(_ text: String) -> Bool {
        guard let first = text.spacedWords.first.map({ String($0).trimmingPunctuation }), first.unicodeScalars.count >= 3 else {
            return false
        }
        return first.unicodeScalars.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" || $0 == "’" }
    }
}

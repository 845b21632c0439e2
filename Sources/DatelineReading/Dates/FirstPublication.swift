import DatelineModels

/// A note that says when an article was first published: "[From our old site. First published on 12 June 2016.]"
enum FirstPublication {
    private static let longest = 240
    private static let openings = [
        "first published on", "first published in", "first published", "originally published on", "originally published in",
        "originally published", "first posted on", "zuerst erschienen am", "zuerst veröffentlicht am", "erstmals veröffentlicht am",
        "erstmals erschienen am", "publié pour la première fois le", "publié initialement le", "initialement publié le",
        "publicado originalmente el", "publicado por primera vez el", "publicado originalmente em", "publicado pela primeira vez em",
        "pubblicato per la prima volta il", "pubblicato originariamente il", "oorspronkelijk gepubliceerd op",
        "eerder gepubliceerd op", "först publicerad", "впервые опубликовано", "вперше опубліковано", "pierwotnie opublikowano",
    ]
    private static let subjects: Set<String> = [
        "article", "story", "post", "piece", "column", "interview", "essay", "report", "text", "feature", "obituary", "review",
    ]

    /// - Parameter date: the only one of the line. The sentence must begin with the words for it, or speak of "this article", and end
    ///   with the date: books are first published, too.
    static func isNote(_ bytes: [UInt8], _ line: Range<Int>, of date: FoundDate) -> Bool {
        guard line.count <= longest, case .named(_?, _, _?) = date.day else { return false }
        let after = bytes[date.range.upperBound..<line.upperBound].drop { $0 == 0x20 }
        guard after.allSatisfy({ $0 < 0x80 && !ByteText.isASCIILetter($0) && !ByteText.isDigit($0) }) else { return false }
        let before = ByteText.string(bytes[line.lowerBound..<date.range.lowerBound])
        let sentence = before.parts(betweenPhrase: ". ").last.map { String($0).lowercased().trimmedStart(of: "[(*_–—-") } ?? ""
        let text = sentence.trimmedSpaces.trimmedEnd(of: ":,")
        if openings.contains(text) { return true }
        let words = text.spacedWords
        guard words.count >= 4, words[0] == "this", subjects.contains(String(words[1])) else { return false }
        let rest = words[2...].joined(separator: " ")
        return ["was ", "is "].contains { verb in rest.hasPrefix(verb) && openings.contains(String(rest.dropFirst(verb.count))) }
    }
}

/// The day in the address of an article: "https://karsh.example/2024/03/06/port-reopens/".
enum DatedAddress {
    private static let fewestShared = 2

    /// - Parameter headline: of which the last part of the address must be made.
    static func day(in address: String, of headline: String) -> PrintedDay? {
        let parts = address.split { $0 == "/" || $0 == "?" || $0 == "#" }.map(String.init)
        guard let start = parts.indices.dropLast(3).first(where: { number(parts[$0], 4) != nil && number(parts[$0 + 1], 2) != nil }),
            let year = number(parts[start], 4), let month = number(parts[start + 1], 2), let day = number(parts[start + 2], 2),
            DateResolver.plausibleYears.contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let wanted = Set(words(headline))
        let shared = Set(parts[(start + 3)...].flatMap(words)).intersection(wanted)
        return shared.count >= fewestShared ? .named(year: year, month: month, day: day) : nil
    }

    private static func number(_ text: String, _ digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy(ByteText.isDigit) ? Int(text) : nil
    }

    private static func words(_ text: String) -> [String] {
        Folding.fold(text).split { !$0.isLetter }.map(String.init).filter { $0.utf8.count >= 4 }
    }
}

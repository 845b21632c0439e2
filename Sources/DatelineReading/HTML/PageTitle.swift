import DatelineModels

/// The title of a page, which holds the headline and, before or after it, names of the outlet and its sections.
struct PageTitle {
    let segments: [String]
    private let marks: [String]

    private static let signs: Set<String> = [
        "|", "-", "–", "—", "::", "»", "«", "·", "•", "/", "<", ">", ":", "‹", "›", "❘", "∣", "~", "+++", "►", "|", "｜", "―", "=",
    ]
    private static let mostSegments = 12

    init(_ title: String) {
        var segments: [[Substring]] = [[]]
        var marks: [String] = []
        // Some write "Headline|Outlet", and many "Headline｜Outlet".
        var spaced = title.replacingPhrase("｜", with: " | ").replacingPhrase("|", with: " | ").replacingPhrase("::", with: " :: ")
        let ideographs = title.unicodeScalars.count { $0.value >= 0x3000 }
        if ideographs * 2 > title.unicodeScalars.count {
            // 老城钟楼再次敲响_社会新闻_临河在线
            for mark in ["_", "-", "–", "—"] { spaced = spaced.replacingPhrase(mark, with: " - ") }
        }
        for word in spaced.spacedWords {
            if Self.signs.contains(String(word)), !segments[segments.count - 1].isEmpty, segments.count < Self.mostSegments {
                segments.append([])
                marks.append(String(word))
            } else {
                segments[segments.count - 1].append(word)
            }
        }
        if segments[segments.count - 1].isEmpty, segments.count > 1 {
            segments.removeLast()
            marks.removeLast()
        }
        self.segments = segments.map { $0.joined(separator: " ") }
        self.marks = marks
    }

    func text(_ range: Range<Int>) -> String {
        var text = segments[range.lowerBound]
        for index in range.dropFirst() { text += " " + marks[index - 1] + " " + segments[index] }
        return text
    }

    var whole: Range<Int> { 0..<segments.count }

    /// The longest run of segments that is one of the texts the page shows.
    func run(shown: (String) -> Bool) -> Range<Int>? {
        for length in stride(from: segments.count, to: 0, by: -1) {
            for start in 0...(segments.count - length) where shown(Self.key(text(start..<(start + length)))) {
                return start..<(start + length)
            }
        }
        return nil
    }

    /// Without segments at its ends that name the outlet, a section, or a date.
    func withoutEnds(_ isOutlet: (String) -> Bool) -> Range<Int> {
        var range = whole
        while range.count > 1, let last = range.last {
            guard isOutlet(segments[last]) || Self.isMinor(segments[last]) || OutletNames.looksLikeOutlet(segments[last]) else { break }
            range = range.lowerBound..<last
        }
        while range.count > 1, let first = range.first {
            let isName = OutletNames.looksLikeOutlet(segments[first]) && segments[first + 1].spacedWords.count >= 3
            guard isOutlet(segments[first]) || Self.isMinor(segments[first]) || isName else { break }
            range = (first + 1)..<range.upperBound
        }
        return range
    }

    /// A section's name or a date.
    static func isMinor(_ text: String) -> Bool {
        if SectionWords.isMenu(text) { return true }
        let bytes = Array(text.utf8)
        guard bytes.count <= 40, bytes.contains(where: ByteText.isDigit) else { return false }
        let dates = DateFinder(bytes, in: 0..<bytes.count).find(limit: 2)
        return dates.first.map { $0.range.count * 10 >= bytes.count * 8 } ?? false
    }

    /// Letters and digits, folded, with single spaces: texts of one key are the same but for signs.
    static func key(_ text: String) -> String {
        let folded = Folding.fold(text)
        var key: [UInt8] = []
        key.reserveCapacity(folded.utf8.count)
        var needsSpace = false
        for scalar in folded.unicodeScalars {
            if isOfWord(scalar) {
                if needsSpace, !key.isEmpty { key.append(0x20) }
                needsSpace = false
                if scalar.isASCII {
                    key.append(UInt8(scalar.value))
                } else {
                    key.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
                }
            } else if scalar != "'" && scalar != "’" {
                needsSpace = true
            }
        }
        return ByteText.string(key[...])
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.isAlphabetic || ByteText.isDigit(UInt8(scalar.value)) }
        return scalar.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
    }
}

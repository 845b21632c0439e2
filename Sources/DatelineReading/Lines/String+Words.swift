/// Words and phrases of short strings, found byte by byte: to compare characters costs the standard library ten times as much and more,
/// and neither a space nor one of the phrases looked for here is part of a longer character.
extension StringProtocol {
    /// What stands between spaces.
    var spacedWords: [Substring] { utf8Words { $0 == 0x20 } }

    /// What stands between spaces, tabs and ends of lines.
    var whiteSpacedWords: [Substring] { utf8Words { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } }

    /// What stands between ASCII characters that separate.
    @inline(__always)
    func utf8Words(_ isSeparator: (UInt8) -> Bool) -> [Substring] {
        var text = Substring(self)
        let ranges = text.withUTF8 { bytes in
            var ranges: [Range<Int>] = []
            var index = 0
            while index < bytes.count {
                while index < bytes.count, isSeparator(bytes[index]) { index += 1 }
                let start = index
                while index < bytes.count, !isSeparator(bytes[index]) { index += 1 }
                if start < index { ranges.append(start..<index) }
            }
            return ranges
        }
        let utf8 = text.utf8
        return ranges.map {
            text[utf8.index(utf8.startIndex, offsetBy: $0.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: $0.upperBound)]
        }
    }

    /// What stands before the first ASCII character of a kind; all of it where none is there.
    func utf8Prefix(until isEnd: (UInt8) -> Bool) -> Substring { Substring(Substring(self).utf8.prefix { !isEnd($0) }) }

    func holds(_ phrase: String) -> Bool { offset(of: phrase) != nil }

    /// Where a phrase is first found.
    func firstRange(ofPhrase phrase: String) -> Range<String.Index>? {
        guard let offset = offset(of: phrase) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: phrase.utf8.count)
    }

    /// What stands between the places where a phrase is found, empty parts left in.
    func parts(betweenPhrase phrase: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = Substring(self)
        while let found = rest.firstRange(ofPhrase: phrase) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }

    func replacingPhrase(_ phrase: String, with replacement: String) -> String {
        let parts = parts(betweenPhrase: phrase)
        return parts.count == 1 ? String(self) : parts.joined(separator: replacement)
    }

    /// In bytes.
    private func offset(of phrase: String) -> Int? {
        var text = Substring(self)
        var phrase = phrase
        return phrase.withUTF8 { phrase in text.withUTF8 { ByteText.offset(of: phrase, in: $0) } }
    }
}

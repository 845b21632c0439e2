/// Words and gaps around a date.
extension DateFinder {
    private static let longestWord = 24

    /// Letters of any script from `index` on; empty where there are none or too many.
    func wordRange(at index: Int) -> Range<Int> {
        var stop = index
        while stop < end, stop - index <= Self.longestWord {
            let byte = bytes[stop]
            if byte < 0x80 {
                guard ByteText.isASCIILetter(byte) else { break }
                stop += 1
            } else {
                guard Self.isWordLead(byte) else { break }
                stop += min(ByteText.lengthOfScalar(lead: byte), end - stop)
            }
        }
        return stop - index > Self.longestWord ? index..<index : index..<stop
    }

    /// The word that ends before `index`, with a gap of spaces, stops, commas and hyphens between; empty where there is none.
    func wordRange(before index: Int) -> Range<Int> {
        let none = index..<index
        var stop = index
        while stop > start, index - stop < 4, isGap(endingAt: stop) > 0 { stop -= isGap(endingAt: stop) }
        guard stop < index || stop > start && !ByteText.isDigit(bytes[stop - 1]) else { return none }
        var first = stop
        while first > start, stop - first <= Self.longestWord {
            let length = ByteText.lengthOfScalar(endingAt: first, from: start, in: bytes)
            let lead = bytes[first - length]
            guard lead < 0x80 ? ByteText.isASCIILetter(lead) : Self.isWordLead(lead) else { break }
            first -= length
        }
        return stop - first > Self.longestWord ? none : first..<stop
    }

    /// Lead bytes of letters; general punctuation, Latin-1 signs and ideographs are left out.
    private static func isWordLead(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte < 0xE2 || byte == 0xEF }

    private func isGap(endingAt stop: Int) -> Int {
        switch bytes[stop - 1] {
        case 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): return 1
        case 0xA0: return stop - 2 >= start && bytes[stop - 2] == 0xC2 ? 2 : 0
        default: return 0
        }
    }

    /// Up to four spaces, commas, stops, hyphens or slashes, and one of `words` among them.
    func skipGap(_ index: Int, words: [String]) -> Int {
        var position = skipMarks(index)
        guard !words.isEmpty, position < end else { return position }
        let word = wordRange(at: position)
        if !word.isEmpty, words.contains(where: { bytes[word].elementsEqual($0.utf8) }) { position = skipMarks(word.upperBound) }
        return position
    }

    private func skipMarks(_ index: Int) -> Int {
        var position = index
        while position < end, position - index < 4 {
            switch bytes[position] {
            case 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"): position += 1
            default:
                let space = ByteText.lengthOfSpace(at: position, in: bytes, end: end)
                if space == 0 { return position }
                position += space
            }
        }
        return position
    }

    /// What may stand between a date and its time: spaces, dashes, bars, bullets; with `words` also "at", "on" and weekdays.
    func skipSeparators(_ index: Int, words: Bool) -> Int {
        var position = index
        while position < end, position - index < 16 {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x09, UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "@"),
                UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "("):
                position += 1
            case 0xC2, 0xE2:
                // No-break space, middle dot; dashes, bullets, spaces.
                let length = ByteText.lengthOfScalar(lead: byte)
                guard position + length <= end else { return position }
                let next = bytes[position + 1]
                guard byte == 0xC2 && (next == 0xA0 || next == 0xB7) || byte == 0xE2 && (next == 0x80 || next == 0x88) else {
                    return position
                }
                position += length
            default:
                guard words, let after = skipJoiner(position) else { return position }
                position = after
            }
        }
        return min(position, end)
    }

    private static let joiners: Set<String> = [
        "at", "on", "um", "à", "a", "las", "kl", "klo", "ore", "ora", "alle", "às", "om", "saat", "o", "u", "в", "о", "uhr", "time",
        "posted",
    ]

    private func skipJoiner(_ index: Int) -> Int? {
        let word = wordRange(at: index)
        guard !word.isEmpty, word.count <= 6 else { return nil }
        guard Self.joiners.contains(ByteText.string(bytes[word]).lowercased()) else { return nil }
        // "Time: 4:22 PM"
        let hasColon = word.upperBound < end && bytes[word.upperBound] == UInt8(ascii: ":")
        return word.upperBound + (hasColon ? 1 : 0)
    }

    func weekday(before index: Int) -> (weekday: Int, start: Int)? {
        let word = wordRange(before: index)
        guard !word.isEmpty, word.upperBound < index || word.lowerBound > start, let weekday = CalendarNames.weekday(bytes[word]) else {
            return nil
        }
        return (weekday, word.lowerBound)
    }

    /// `2026-03-26 (Thursday)`, `26 March 2026, Thursday`.
    func weekday(after index: Int) -> (weekday: Int, end: Int)? {
        let position = skipSeparators(index, words: false)
        guard position < end, position > index else { return nil }
        let word = wordRange(at: position)
        guard word.count >= 5, let weekday = CalendarNames.weekday(bytes[word]) else { return nil }
        let closed = word.upperBound < end && bytes[word.upperBound] == UInt8(ascii: ")")
        return (weekday, word.upperBound + (closed ? 1 : 0))
    }
}

/// One line that isn't blank: where it is in the page and what it looks like.
struct PageLine {
    /// Counted from 1, blank lines included.
    let number: Int32
    /// Offsets into the page's bytes, white space at both ends left out.
    let start: Int32
    let end: Int32
    /// A blank line, or the start of the page, comes before it.
    let startsBlock: Bool
    private(set) var words: Int32 = 0
    private(set) var letters: Int32 = 0
    private(set) var capitalisedWords: Int32 = 0
    private(set) var startsLower = false
    private(set) var endsWithStop = false
    private(set) var endsWithColon = false

    var range: Range<Int> { Int(start)..<Int(end) }
    var length: Int { Int(end - start) }

    init(number: Int, range: Range<Int>, startsBlock: Bool, in bytes: [UInt8]) {
        self.number = Int32(truncatingIfNeeded: number)
        start = Int32(truncatingIfNeeded: range.lowerBound)
        end = Int32(truncatingIfNeeded: range.upperBound)
        self.startsBlock = startsBlock
        count(bytes)
        findEnd(bytes)
    }

    private mutating func count(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { count(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        var inWord = false
        var ideographBytes: Int32 = 0
        var sawLetter = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let first = index
            index += 1
            if ByteText.isASCIILetter(byte) {
                while index < bytes.count, ByteText.isASCIILetter(bytes[index]) { index += 1 }
                begin(isLower: ByteText.isLower(byte), &inWord, &sawLetter)
            } else if byte >= 0xC3, byte != 0xE2 {
                begin(isLower: false, &inWord, &sawLetter)
                if byte >= 0xE3, byte <= 0xED { ideographBytes += 1 }
            } else {
                if byte == 0x20 || byte == 0x09 || byte == 0xE2 || byte == 0xC2 {
                    inWord = false
                } else if ByteText.isDigit(byte), !inWord {
                    words += 1
                    inWord = true
                }
                continue
            }
            letters += Int32(truncatingIfNeeded: index - first)
        }
        // Scripts without spaces: two characters count as a word.
        if ideographBytes > letters / 2 { words = max(words, ideographBytes / 2) }
    }

    private mutating func begin(isLower: Bool, _ inWord: inout Bool, _ sawLetter: inout Bool) {
        if !inWord {
            words += 1
            if !isLower { capitalisedWords += 1 }
            if !sawLetter { startsLower = isLower }
            inWord = true
        }
        sawLetter = true
    }

    private static let longestSignOff = 24
    private static let bracketPairs = [("(", ")"), ("（", "）")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Where a bracket begins that signs a report off: "… said the mayor. (KNS)", "……（完）"; the end of the line where there is none.
    private func startOfSignOff(_ bytes: [UInt8]) -> Int {
        let line = bytes[range]
        for (open, close) in Self.bracketPairs where line.suffix(close.count).elementsEqual(close) {
            let window = line.suffix(Self.longestSignOff)
            guard let start = ByteText.offset(of: open, in: window), start > Int(self.start) + 20 else { return Int(end) }
            var stop = start
            while stop > Int(self.start), bytes[stop - 1] == 0x20 { stop -= 1 }
            return stop
        }
        return Int(end)
    }

    /// Looks through closing quotes and brackets for the stop of a sentence.
    private mutating func findEnd(_ bytes: [UInt8]) {
        findEnd(bytes, before: Int(end))
        guard !endsWithStop, !endsWithColon, case let stop = startOfSignOff(bytes), stop < Int(end) else { return }
        findEnd(bytes, before: stop)
        endsWithColon = false
    }

    private mutating func findEnd(_ bytes: [UInt8], before end: Int) {
        var index = end
        for _ in 0..<6 where index > Int(start) {
            let length = ByteText.lengthOfScalar(endingAt: index, from: Int(start), in: bytes)
            let last = bytes[index - length..<index]
            switch ByteText.closing(last) {
            case .stop: endsWithStop = true; return
            case .colon: endsWithColon = true; return
            case .closer: index -= length
            // French has a space before its closing marks.
            case .other where ByteText.lengthOfSpace(at: last.startIndex, in: bytes, end: index) == length: index -= length
            case .other: return
            }
        }
    }
}

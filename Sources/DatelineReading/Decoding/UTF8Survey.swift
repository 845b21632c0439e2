/// Counts what is good and what is bad in bytes that may be UTF-8 (Unicode 15, table 3-7).
struct UTF8Survey {
    /// Valid sequences of two bytes or more.
    private(set) var sequences = 0
    /// Bytes that belong to no valid sequence.
    private(set) var badBytes = 0
    /// The last bytes are the beginning of a sequence, two of them at least: one alone may be a letter of Windows-1252.
    private(set) var endsWithin = false

    /// Whether it is UTF-8 with no more than a few slips in it.
    var isUTF8: Bool { badBytes <= sequences || endsWithin && badBytes <= sequences + 3 }

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] < 0x80 {
                index = ByteText.endOfASCII(bytes, from: index)
                continue
            }
            let (length, valid) = Self.sequence(bytes, at: index)
            if valid {
                sequences += 1
            } else {
                badBytes += length
                endsWithin = length >= 2 && index + length == bytes.endIndex
            }
            index += length
        }
    }

    /// Each maximal part of a broken sequence becomes one U+FFFD, as WHATWG asks.
    static func decode(_ bytes: ArraySlice<UInt8>, into cleaner: inout TextCleaner) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let start = index
            index = endOfPrintable(bytes, from: index)
            if index > start {
                cleaner.append(printable: bytes[start..<index])
                continue
            }
            if bytes[index] < 0x80 {
                cleaner.append(Unicode.Scalar(bytes[index]))
                index += 1
                continue
            }
            let (length, valid) = sequence(bytes, at: index)
            cleaner.append(valid ? scalar(bytes, at: index, length: length) : "\u{FFFD}")
            index += length
        }
    }

    private static func endOfPrintable(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        let offset = bytes.startIndex
        return bytes.withUnsafeBufferPointer { bytes in
            var index = start - offset
            while index < bytes.count, bytes[index] &- 0x20 < 0x5F { index += 1 }
            return index + offset
        }
    }

    /// The length of the sequence at `index`, or of the part of it that is there.
    private static func sequence(_ bytes: ArraySlice<UInt8>, at index: Int) -> (length: Int, valid: Bool) {
        let lead = bytes[index]
        let needed: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: needed = 2
        case 0xE0...0xEF:
            needed = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            needed = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return (1, false)
        }
        for offset in 1..<needed {
            guard index + offset < bytes.endIndex else { return (offset, false) }
            let allowed = offset == 1 ? second : 0x80...0xBF
            guard allowed.contains(bytes[index + offset]) else { return (offset, false) }
        }
        return (needed, true)
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>, at index: Int, length: Int) -> Unicode.Scalar {
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}

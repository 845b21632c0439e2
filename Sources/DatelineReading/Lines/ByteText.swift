/// Small questions about UTF-8 bytes.
enum ByteText {
    enum Closing { case stop, colon, closer, other }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    /// 1 to 4; never reaches below `start`.
    static func lengthOfScalar(endingAt end: Int, from start: Int, in bytes: [UInt8]) -> Int {
        var length = 1
        while length < 4, end - length > start, bytes[end - length] & 0xC0 == 0x80 { length += 1 }
        return length
    }

    /// 1 to 4; the length a lead byte announces.
    static func lengthOfScalar(lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    private static let questions = ["?", "!", "؟", "？", "！"].map { Array($0.utf8) }

    /// Whether it ends in a question mark or an exclamation mark.
    static func asks(_ line: ArraySlice<UInt8>) -> Bool { questions.contains { line.suffix($0.count).elementsEqual($0) } }

    /// What the last character of a line says about its end.
    static func closing(_ scalar: ArraySlice<UInt8>) -> Closing {
        guard let first = scalar.first else { return .other }
        switch scalar.count {
        case 1:
            switch first {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return .closer
            default: return .other
            }
        case 2:
            if scalar.elementsEqual([0xC2, 0xBB]) { return .closer }
            // Arabic question mark and full stop.
            return scalar.elementsEqual([0xD8, 0x9F]) || scalar.elementsEqual([0xDB, 0x94]) ? .stop : .other
        default: return longClosing(scalar)
        }
    }

    private static let stops: [[UInt8]] = ["…", "。", "？", "！", "।"].map { Array($0.utf8) }
    private static let closers: [[UInt8]] = ["”", "’", "“", "‘", "」", "）", "›"].map { Array($0.utf8) }

    private static func longClosing(_ scalar: ArraySlice<UInt8>) -> Closing {
        if closers.contains(where: { scalar.elementsEqual($0) }) { return .closer }
        return stops.contains(where: { scalar.elementsEqual($0) }) ? .stop : .other
    }

    /// The white space that begins at `index`: 0 where there is none.
    static func lengthOfSpace(at index: Int, in bytes: [UInt8], end: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        // Ogham space mark.
        case 0xE1: return index + 2 < end && bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? 3 : 0
        case 0xE2:
            guard index + 2 < end else { return 0 }
            switch (bytes[index + 1], bytes[index + 2]) {
            // En quad to zero width space, word joiner, narrow and mathematical spaces, direction marks.
            case (0x80, 0x80...0x8B), (0x80, 0x8E...0x8F), (0x80, 0xAF), (0x81, 0x9F...0xA0): return 3
            default: return 0
            }
        case 0xE3: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// Where a short text begins in another: byte by byte, which costs a tenth of what the standard library takes to compare characters.
    static func offset(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        return (bytes.startIndex...bytes.endIndex - needle.count).first { offset in
            bytes[offset] == first && bytes[offset..<offset + needle.count].elementsEqual(needle)
        }
    }

    static func offset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        needle.withUnsafeBufferPointer { needle in bytes.withUnsafeBufferPointer { offset(of: needle, in: $0) } }
    }

    static func offset(of needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var offset = 0
        while offset <= bytes.count - needle.count {
            if bytes[offset] == first {
                var length = 1
                while length < needle.count, bytes[offset + length] == needle[length] { length += 1 }
                if length == needle.count { return offset }
            }
            offset += 1
        }
        return nil
    }

    /// Where the next byte of ASCII's digits is; `end` where there is none.
    static func nextDigit(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < end, bytes[index] &- 0x30 > 9 { index += 1 }
            return index
        }
    }

    /// Where a byte is found next; nil where it isn't.
    static func next(_ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < end, bytes[index] != byte { index += 1 }
            return index < end ? index : nil
        }
    }

    /// Whether there is a NUL among the bytes; eight are looked at together.
    static func holdsNUL(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            while index + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
                index += 8
            }
            return raw[index...].contains(0)
        } ?? bytes.contains(0)
    }

    /// Where the ASCII that begins at `start` ends; eight bytes are looked at together.
    static func endOfASCII(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        let offset = bytes.startIndex
        return bytes.withUnsafeBytes { bytes in
            var index = start - offset
            while index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                index += 8
            }
            while index < bytes.count, bytes[index] < 0x80 { index += 1 }
            return index + offset
        }
    }

    static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

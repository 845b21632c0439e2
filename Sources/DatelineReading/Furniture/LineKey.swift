/// A short line folded for comparison with known phrases: ASCII in lower case, one space between words, straight apostrophes.
struct LineKey {
    /// Longer lines have no key and are never matched.
    static let maximumBytes = 240

    let bytes: [UInt8]
    let text: String
    /// Without marks, arrows and bullets at both ends.
    let core: String
    let isASCII: Bool

    init(_ line: ArraySlice<UInt8>) {
        var result: [UInt8] = []
        result.reserveCapacity(line.count)
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            if byte == 0xE2, index + 2 < line.endIndex, line[index + 1] == 0x80, line[index + 2] == 0x98 || line[index + 2] == 0x99 {
                result.append(UInt8(ascii: "'"))
                index += 3
                continue
            }
            let space = Self.spaceLength(line, index)
            if space > 0 {
                if result.last != 0x20 { result.append(0x20) }
                index += space
            } else {
                result.append(ByteText.isUpper(byte) ? byte | 0x20 : byte)
                index += 1
            }
        }
        bytes = result
        isASCII = result.allSatisfy { $0 < 0x80 }
        text = String(decoding: result, as: UTF8.self)
        core = Self.core(result[...])
    }

    private static func spaceLength(_ line: ArraySlice<UInt8>, _ index: Int) -> Int {
        switch line[index] {
        case 0x20, 0x09: 1
        case 0xC2 where index + 1 < line.endIndex && line[index + 1] == 0xA0: 2
        default: 0
        }
    }

    private static func core(_ bytes: ArraySlice<UInt8>) -> String {
        let isMark: (UInt8) -> Bool = {
            $0 < 0x80 && !ByteText.isASCIILetter($0) && !ByteText.isDigit($0) && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "@")
        }
        var core = bytes
        while let first = core.first {
            if isMark(first) { core.removeFirst() } else if let length = symbolLength(core) { core.removeFirst(length) } else { break }
        }
        while let last = core.last {
            if isMark(last) {
                core.removeLast()
            } else if core.count >= 3, let length = symbolLength(core.suffix(3)), length == 3 {
                core.removeLast(3)
            } else if core.count >= 4, let length = symbolLength(core.suffix(4)), length == 4 {
                core.removeLast(4)
            } else {
                break
            }
        }
        return String(decoding: core, as: UTF8.self)
    }

    /// Bullets, arrows, dashes and other signs of U+2000–U+2BFF, or `»`, `«`, `·` and the like.
    private static func symbolLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first == 0xE2, bytes.count >= 3 { return 3 }
        // Pictures, and the sign that makes one of a letter.
        if first == 0xF0, bytes.count >= 4, bytes[bytes.startIndex + 1] == 0x9F { return 4 }
        if first == 0xEF, bytes.count >= 3, bytes[bytes.startIndex + 1] == 0xB8, bytes[bytes.startIndex + 2] == 0x8F { return 3 }
        if first == 0xC2, bytes.count >= 2 { return 2 }
        return nil
    }
}

/// Reads the JSON arrays of texts that some columns hold, many to a page: so by bytes, in one pass.
enum TextList {
    /// What stands in the array; what is no text in it is passed over.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var result: [String] = []
        var position = 0
        while position < bytes.count {
            position += 1
            guard bytes[position - 1] == quote else { continue }
            let start = position
            while position < bytes.count, bytes[position] != quote, bytes[position] != backslash { position += 1 }
            if position < bytes.count, bytes[position] == quote {
                result.append(String(decoding: bytes[start..<position], as: UTF8.self))
                position += 1
            } else {
                result.append(unescaped(bytes, from: start, &position))
            }
        }
        return result
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// The text that begins at `start`, up to its closing quote, after which `position` stands then.
    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ position: inout Int) -> String {
        var text: [UInt8] = []
        var pendingHigh: UInt32?
        position = start
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] == backslash, position + 1 < bytes.count else {
                text.append(bytes[position])
                position += 1
                continue
            }
            let escape = bytes[position + 1]
            position += 2
            guard escape == UInt8(ascii: "u") else {
                text.append(plainEscape(escape))
                continue
            }
            let unit = hexadecimal(bytes, &position)
            if (0xd800..<0xdc00).contains(unit) {
                pendingHigh = unit
                continue
            }
            var value = unit
            if let high = pendingHigh, (0xdc00..<0xe000).contains(unit) { value = 0x10000 + (high - 0xd800) << 10 + (unit - 0xdc00) }
            pendingHigh = nil
            text += Array(String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    private static func plainEscape(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        default: byte
        }
    }

    private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 where position < bytes.count {
            value = value << 4 | UInt32(Character(Unicode.Scalar(bytes[position])).hexDigitValue ?? 0)
            position += 1
        }
        return value
    }
}

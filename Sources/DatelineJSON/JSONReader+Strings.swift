extension JSONParser {
    /// Reads a string from its opening quote to behind its closing one, unescaped.
    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        var index = start
        while index < buffer.count {
            let byte = buffer[index]
            if byte == UInt8(ascii: "\"") {
                let text = try text(start..<index)
                position = index + 1
                return text
            }
            if byte == UInt8(ascii: "\\") {
                position = index
                return try escapedString(from: start)
            }
            if byte < 0x20 { throw controlCharacter(at: index) }
            index += 1
        }
        throw endOfText()
    }

    /// The slow path, from the first backslash on: copies runs of plain bytes and what escapes stand for.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var bytes = [UInt8](buffer[start..<position])
        var run = position
        while position < buffer.count {
            let byte = buffer[position]
            if byte == UInt8(ascii: "\"") {
                bytes.append(contentsOf: buffer[run..<position])
                position += 1
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw invalidUTF8(in: start..<position - 1)
                }
                return text
            }
            if byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: buffer[run..<position])
                try escape(into: &bytes)
                run = position
                continue
            }
            if byte < 0x20 { throw controlCharacter(at: position) }
            position += 1
        }
        throw endOfText()
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONError) {
        guard position + 1 < buffer.count else { throw endOfText() }
        let plain: UInt8
        switch buffer[position + 1] {
        case UInt8(ascii: "u"): return try unicodeEscape(into: &bytes)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = buffer[position + 1]
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        default: throw fault(.invalidEscape, "A backslash is followed by something JSON doesn't know.")
        }
        bytes.append(plain)
        position += 2
    }

    private mutating func unicodeEscape(into bytes: inout [UInt8]) throws(JSONError) {
        let start = position
        let unit = try codeUnit()
        switch unit {
        case 0xD800..<0xDC00:
            guard position + 1 < buffer.count, buffer[position] == UInt8(ascii: "\\"), buffer[position + 1] == UInt8(ascii: "u")
            else { throw loneSurrogate(at: start) }
            let low = try codeUnit()
            guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate(at: start) }
            Self.append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &bytes)
        case 0xDC00..<0xE000: throw loneSurrogate(at: start)
        default: Self.append(unit, to: &bytes)
        }
    }

    /// Reads `\uXXXX`.
    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        guard position + 6 <= buffer.count else {
            throw fault(.invalidEscape, "An escape \\u has fewer than four hexadecimal digits.")
        }
        var unit: UInt32 = 0
        for index in position + 2..<position + 6 {
            guard let digit = buffer[index].hexadecimalValue else {
                throw fault(.invalidEscape, "An escape \\u has fewer than four hexadecimal digits.")
            }
            unit = unit << 4 | UInt32(digit)
        }
        position += 6
        return unit
    }

    /// - Parameter value: not a surrogate.
    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        switch value {
        case ..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case ..<0x10000:
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }

    private func text(_ range: Range<Int>) throws(JSONError) -> String {
        guard let text = String(validating: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self) else {
            throw invalidUTF8(in: range)
        }
        return text
    }

    private func controlCharacter(at offset: Int) -> JSONError {
        fault(.controlCharacter, "A control character within a string must be written as an escape.", at: offset)
    }

    private func loneSurrogate(at offset: Int) -> JSONError {
        fault(.loneSurrogate, "An escape names half of a surrogate pair.", at: offset)
    }

    private func invalidUTF8(in range: Range<Int>) -> JSONError {
        var offset = range.lowerBound
        var decoder = UTF8()
        var bytes = buffer[range].makeIterator()
        scan: while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput, .error: break scan
            }
        }
        return fault(.invalidUTF8, "The text is not valid UTF-8.", at: offset)
    }
}

extension UInt8 {
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Resolves `&amp;`, `&#233;`, `&#xE9;`. What is no reference, or an unknown one, stays as it is: "AT&T", "&x;".
enum CharacterReferences {
    private static let longest = 12

    static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            guard let mark = text[index...].firstIndex(of: UInt8(ascii: "&")) else {
                output += text[index...]
                return
            }
            output += text[index..<mark]
            if let (scalar, length) = reference(text[(mark + 1)...].prefix(longest)) {
                output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                index = mark + 1 + length
            } else {
                output.append(UInt8(ascii: "&"))
                index = mark + 1
            }
        }
    }

    static func resolved(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var output: [UInt8] = []
        append(Array(text.utf8)[...], to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether the text holds a reference that means something.
    static func occur(in text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            rest = rest[(mark + 1)...]
            if let (_, length) = reference(rest.prefix(longest)), rest[mark + length] == UInt8(ascii: ";") { return true }
        }
        return false
    }

    /// - Parameter text: what follows the ampersand.
    private static func reference(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: "#") { return number(text) }
        let name = text.prefix { ByteText.isASCIILetter($0) || ByteText.isDigit($0) }
        if name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ";") {
            return CharacterNames.scalar(name).map { ($0, name.count + 1) }
        }
        guard CharacterNames.needsNoSemicolon(name), name.endIndex == text.endIndex || text[name.endIndex] != UInt8(ascii: "=") else {
            return nil
        }
        return CharacterNames.scalar(name).map { ($0, name.count) }
    }

    private static func number(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
        var digits = text.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        if isHexadecimal { digits = digits.dropFirst() }
        let run = digits.prefix { isHexadecimal ? $0.isHexadecimalDigit : ByteText.isDigit($0) }
        guard !run.isEmpty, let value = UInt32(String(decoding: run, as: UTF8.self), radix: isHexadecimal ? 16 : 10) else { return nil }
        let closes = run.endIndex < text.endIndex && text[run.endIndex] == UInt8(ascii: ";")
        return (scalar(value), run.endIndex - text.startIndex + (closes ? 1 : 0))
    }

    /// Windows-1252 where a control character is named (HTML Living Standard §13.2.5.80); U+FFFD for what is none.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(truncatingIfNeeded: value)) }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return scalar
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool { ByteText.isDigit(self) || (0x61...0x66).contains(self | 0x20) }
}

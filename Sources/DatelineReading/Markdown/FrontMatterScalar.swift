/// How the values of front matter are written: a flat subset of YAML (1.2.2, chapters 7.3 and 7.4).
enum FrontMatterScalar {
    static let mostItems = 1000

    /// `[[Lena Marsk]]`: a link of a notebook, not a list within a list.
    static func unlinked(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isLink = text.count > 4 && text.dropFirst().first == UInt8(ascii: "[") && text.suffix(2).allSatisfy { $0 == UInt8(ascii: "]") }
        return isLink && !text.dropFirst(2).dropLast(2).contains(UInt8(ascii: "[")) ? text.dropFirst().dropLast() : text
    }

    /// `[a, "b, c"]`
    static func flow(_ text: ArraySlice<UInt8>) -> [String]? {
        guard text.last == UInt8(ascii: "]") else { return nil }
        var items: [String] = []
        var start = text.startIndex + 1
        var quote: UInt8?
        for index in text.indices.dropFirst() {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if trimmed(text[start..<index]).isEmpty { quote = byte }
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                return nil
            } else if byte == UInt8(ascii: ",") || index == text.endIndex - 1 {
                let item = trimmed(text[start..<index])
                start = index + 1
                if item.isEmpty { continue }
                guard items.count < mostItems, let text = scalar(item) else { return nil }
                items.append(text)
            }
        }
        return items
    }

    /// nil where it is no plain or quoted text.
    static func scalar(_ text: ArraySlice<UInt8>) -> String? {
        guard let first = text.first else { return "" }
        switch first {
        case UInt8(ascii: "\""): return doubleQuoted(text.dropFirst())
        case UInt8(ascii: "'"):
            guard let close = closing(text) else { return nil }
            return ByteText.string(text[(text.startIndex + 1)..<close]).replacingPhrase("''", with: "'")
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return nil
        default: break
        }
        // A comment begins with a number sign after a space.
        var end = text.startIndex
        while end < text.endIndex, !(text[end] == UInt8(ascii: "#") && end > text.startIndex && text[end - 1] == 0x20) { end += 1 }
        let plain = ByteText.string(trimmed(text[..<end]))
        return ["~", "null", "Null", "NULL"].contains(plain) ? "" : plain
    }

    /// The closing apostrophe, behind which there may be a comment only.
    private static func closing(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex + 1
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "'") {
                guard index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "'") else {
                    return endsEntry(text[(index + 1)...]) ? index : nil
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private static func endsEntry(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = trimmed(rest)
        return rest.isEmpty || rest.first == UInt8(ascii: "#")
    }

    private static func doubleQuoted(_ text: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") { return endsEntry(text[(index + 1)...]) ? ByteText.string(result[...]) : nil }
            guard byte == UInt8(ascii: "\\"), index + 1 < text.endIndex else {
                result.append(byte)
                index += 1
                continue
            }
            let digits = text[(index + 2)...].prefix(4)
            switch text[index + 1] {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(text[index + 1])
            case UInt8(ascii: "u"):
                guard digits.count == 4, let value = UInt32(ByteText.string(digits), radix: 16), let scalar = Unicode.Scalar(value) else {
                    return nil
                }
                result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                index += 4
            default: return nil
            }
            index += 2
        }
        return nil
    }

    static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "\"") || text.first == UInt8(ascii: "'")
    }

    /// The colon after a key: a space or nothing follows it.
    static func colon(in line: ArraySlice<UInt8>) -> Int? {
        var index = line.startIndex
        while let colon = line[index...].firstIndex(of: UInt8(ascii: ":")) {
            if colon + 1 == line.endIndex || line[colon + 1] == 0x20 { return colon }
            index = colon + 1
        }
        return nil
    }

    static func key(_ text: ArraySlice<UInt8>) -> String {
        ByteText.string(text).trimmingPunctuation.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop { $0 == 0x20 || $0 == 0x09 }
        guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return text[text.endIndex...] }
        return start[...last]
    }
}

/// Markdown without its marks, line by line, as far as dates and credits are looked for in it: the body stays as it is written.
enum MarkdownPlain {
    static func text(_ markdown: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(markdown.utf8)
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "*") {
                index += 1
            } else if byte == UInt8(ascii: "!"), let end = pictureEnd(bytes, index) {
                index = end
            } else if byte == UInt8(ascii: "]"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{"),
                let end = attributesEnd(bytes, index + 1)
            {
                index = end
            } else if byte == UInt8(ascii: "{"), let end = attributesEnd(bytes, index) {
                index = end
            } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, isSign(bytes[index + 1]) {
                result.append(bytes[index + 1])
                index += 2
            } else if byte == UInt8(ascii: "_"), isEdge(bytes, index) {
                index += 1
            } else if byte == UInt8(ascii: "]"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "("),
                let close = close(bytes, index + 2)
            {
                index = close + 1
            } else if byte == UInt8(ascii: "[") {
                // "by[Lena Marsk](…)"
                if let last = result.last, ByteText.isLower(last), index + 1 < bytes.count, ByteText.isUpper(bytes[index + 1]) {
                    result.append(0x20)
                }
                index += 1
            } else if byte == UInt8(ascii: "<"), let close = tagEnd(bytes, index) {
                index = close + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return ByteText.string(result[...])
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            true
        default: false
        }
    }

    /// Behind `![text](address)`.
    private static func pictureEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
        let window = bytes[start..<min(bytes.count, start + longestAddress)]
        guard let middle = window.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == 0x0A }), bytes[middle] != 0x0A,
            middle + 1 < bytes.count, bytes[middle + 1] == UInt8(ascii: "(")
        else { return nil }
        return close(bytes, middle + 2).map { $0 + 1 }
    }

    private static let longestAttributes = 200

    /// Behind `{#id .class key="value"}`, as pandoc writes after headings, links and spans.
    private static func attributesEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start > 0, start + 2 < bytes.count, [0x20, UInt8(ascii: "]"), UInt8(ascii: ")")].contains(bytes[start - 1]),
            bytes[start + 1] == UInt8(ascii: "#") || bytes[start + 1] == UInt8(ascii: "."), ByteText.isASCIILetter(bytes[start + 2])
        else { return nil }
        return bytes[start..<min(bytes.count, start + longestAttributes)].firstIndex { $0 == UInt8(ascii: "}") || $0 == 0x0A }
            .flatMap { bytes[$0] == 0x0A ? nil : $0 + 1 }
    }

    /// All lines of a text; headings lose their signs, so that "### Comments" is told like any other label.
    static func page(_ markdown: String) -> String {
        let plain = Array(text(markdown).utf8)
        var result: [UInt8] = []
        result.reserveCapacity(plain.count)
        var index = 0
        while index < plain.count {
            var start = index
            while start < plain.count, start - index < 6, plain[start] == UInt8(ascii: "#") { start += 1 }
            if start > index, start < plain.count, plain[start] == 0x20 { index = start + 1 }
            let stop = plain[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? plain.count
            result += plain[index..<stop]
            index = stop
        }
        return ByteText.string(result[...])
    }

    private static let longestAddress = 2048

    private static func close(_ bytes: [UInt8], _ start: Int) -> Int? {
        bytes[start..<min(bytes.count, start + longestAddress)].firstIndex { $0 == UInt8(ascii: ")") || $0 == 0x0A }
            .flatMap { bytes[$0] == 0x0A ? nil : $0 }
    }

    private static let longestTag = 300

    /// Where a tag of HTML ends that begins here; nil where it is none.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        let name = bytes[(start + 1)...].drop { $0 == UInt8(ascii: "/") }.prefix(12).prefix {
            ByteText.isASCIILetter($0) || ByteText.isDigit($0)
        }
        guard !name.isEmpty, HTMLFragment.isElement(HTMLFragment.name(name)) else { return nil }
        return bytes[name.endIndex...].prefix(longestTag).firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A }.flatMap {
            bytes[$0] == 0x0A ? nil : $0
        }
    }

    /// An underscore within a word is none of Markdown's.
    private static func isEdge(_ bytes: [UInt8], _ index: Int) -> Bool {
        let before = index > 0 && isWord(bytes[index - 1])
        let after = index + 1 < bytes.count && isWord(bytes[index + 1])
        return before != after
    }

    private static func isWord(_ byte: UInt8) -> Bool { ByteText.isASCIILetter(byte) || ByteText.isDigit(byte) || byte >= 0x80 }
}

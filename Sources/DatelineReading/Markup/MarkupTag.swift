/// The beginning of an element: where its name and its attributes stand.
struct MarkupTag {
    let name: Range<Int>
    let attributes: Range<Int>
    /// `<br/>`
    let isEmpty: Bool
    /// Of its `<`.
    let start: Int

    /// The names and values of the attributes, names in lower case and values with their character references resolved. The first
    /// of a name counts.
    func attributes(in bytes: [UInt8]) -> [String: String] {
        var result: [String: String] = [:]
        var index = attributes.lowerBound
        let end = attributes.upperBound
        while index < end, result.count < Self.mostAttributes {
            while index < end, Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
            let start = index
            while index < end, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: "/") {
                index += 1
            }
            let name = start..<index
            while index < end, Self.isSpace(bytes[index]) { index += 1 }
            var value: [UInt8] = []
            if index < end, bytes[index] == UInt8(ascii: "=") {
                index += 1
                while index < end, Self.isSpace(bytes[index]) { index += 1 }
                let range = Self.value(at: index, end: end, in: bytes)
                CharacterReferences.append(bytes[range.inside], to: &value)
                index = range.stop
            }
            guard name.count <= 100, !name.isEmpty else { continue }
            let key = String(decoding: bytes[name].map(Self.lowered), as: UTF8.self)
            if result[key] == nil { result[key] = String(decoding: value, as: UTF8.self) }
        }
        return result
    }

    private static let mostAttributes = 100

    private static func value(at index: Int, end: Int, in bytes: [UInt8]) -> (inside: Range<Int>, stop: Int) {
        guard index < end else { return (index..<index, index) }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let close = bytes[(index + 1)..<end].firstIndex(of: quote) ?? end
            return (index + 1..<close, min(close + 1, end))
        }
        var stop = index
        while stop < end, !isSpace(bytes[stop]) { stop += 1 }
        return (index..<stop, stop)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }

    static func isNameStart(_ byte: UInt8) -> Bool { ByteText.isASCIILetter(byte) || byte == UInt8(ascii: "_") }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || ByteText.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    /// What may not follow a name: the tag isn't one.
    static func isWord(_ byte: UInt8) -> Bool { !isSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") }

    static func lowered(_ byte: UInt8) -> UInt8 { ByteText.isUpper(byte) ? byte | 0x20 : byte }
}

/// Makes JSON of what was meant to be JSON: pages break it in a few ways, over and over.
///
/// Comments and CDATA marks around it or in it, raw line breaks within texts, a quotation mark within a text that nobody escaped,
/// commas before a closing bracket, several documents in a row, and an end that is missing. One pass; what it gives may still be
/// no JSON.
struct LooseJSON {
    private let bytes: ArraySlice<UInt8>
    private var output: [UInt8] = []
    /// Closing brackets that are due.
    private var open: [UInt8] = []
    private var index: Int
    /// The last byte outside of texts that isn't white space.
    private var lastSign = UInt8(ascii: "[")
    /// Documents that are through.
    private var documents = 0

    private static let deepest = 128

    /// - Returns: the documents as one array.
    static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var loose = LooseJSON(bytes)
        loose.run()
        return [UInt8(ascii: "[")] + loose.output + [UInt8(ascii: "]")]
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
        output.reserveCapacity(bytes.count + 16)
    }

    private mutating func run() {
        while index < bytes.endIndex {
            let byte = bytes[index]
            // Nothing counts before the first bracket, or between two documents.
            if open.isEmpty, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") || isMark {
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.isEmpty, documents > 0 { output.append(UInt8(ascii: ",")) }
                index += 1
                // What lies deeper is given up, and its end with it: such a text is no news.
                guard open.count < Self.deepest else { return output.removeAll() }
                put(byte)
                open.append(byte + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                close(byte)
                index += 1
            case UInt8(ascii: "\""): text()
            case UInt8(ascii: "/") where passComment(): break
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                // Only one, and none after an opening bracket.
                if ![UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":")].contains(lastSign) {
                    put(UInt8(ascii: ","))
                }
                index += 1
            default:
                if byte >= 0x20 { put(byte) }
                index += 1
            }
        }
        while let due = open.popLast() { finish(due) }
    }

    /// `[CDATA[`
    private var isMark: Bool { bytes[index...].starts(with: "[CDATA[".utf8) || bytes[..<index].last == UInt8(ascii: "A") }

    private mutating func close(_ byte: UInt8) {
        guard open.contains(byte) else { return }
        while let due = open.popLast() {
            finish(due)
            if due == byte { break }
        }
        if open.isEmpty { documents += 1 }
    }

    private mutating func finish(_ bracket: UInt8) {
        while let last = output.last, MarkupTag.isSpace(last) || last == UInt8(ascii: ",") { output.removeLast() }
        if output.last == UInt8(ascii: ":") { output += "null".utf8 }
        put(bracket)
    }

    private mutating func put(_ byte: UInt8) {
        output.append(byte)
        if byte != 0x20 { lastSign = byte }
    }

    /// A text in quotation marks: the one that ends it has a comma, a colon or a closing bracket behind it.
    private mutating func text() {
        put(UInt8(ascii: "\""))
        index += 1
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                if endsText {
                    output.append(byte)
                    return
                }
                output += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\\"): escape()
            case 0x0A, 0x0D, 0x09: output.append(0x20)
            case 0..<0x20: break
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private var endsText: Bool {
        // Looking far ahead for each mark would be slow where they stand in front of much white space.
        let rest = bytes[index...].prefix(64).drop(while: MarkupTag.isSpace)
        guard let next = rest.first else { return true }
        return [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(next)
    }

    private mutating func escape() {
        guard index < bytes.endIndex else { return }
        let next = bytes[index]
        index += 1
        switch next {
        case UInt8(ascii: "u"):
            let digits = bytes[index...].prefix(4)
            let isNumber = digits.count == 4 && digits.allSatisfy { ByteText.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
            if isNumber { output += [UInt8(ascii: "\\"), next] } else { output.append(next) }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            output += [UInt8(ascii: "\\"), next]
        case 0..<0x20: output.append(0x20)
        default: output.append(next)
        }
    }

    /// `/* … */`, `// …`
    private mutating func passComment() -> Bool {
        guard index + 1 < bytes.endIndex else { return false }
        if bytes[index + 1] == UInt8(ascii: "/") {
            index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            return true
        }
        guard bytes[index + 1] == UInt8(ascii: "*") else { return false }
        var stop = index + 2
        while stop + 1 < bytes.endIndex, bytes[stop] != UInt8(ascii: "*") || bytes[stop + 1] != UInt8(ascii: "/") { stop += 1 }
        index = min(stop + 2, bytes.endIndex)
        return true
    }
}

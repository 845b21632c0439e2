import DatelineModels

/// Tells the lines of Markdown that are no text of the article by how they are written: the commands of site generators, pictures,
/// lists of links. Lines are kept or left out as they are, never changed.
struct MarkdownLines {
    struct Line {
        let range: Range<Int>
        /// Why it is left out; nil: it is kept.
        fileprivate(set) var removal: RemovalReason?
        var isBlank: Bool
        /// Within a fence: code, whatever it looks like.
        var isCode = false
        /// Letters and digits that the reader sees, and how many of them lie in links.
        var visible = 0
        var linked = 0
        /// A link of the line before ends in it.
        fileprivate(set) var endsLink = false

        var isKept: Bool { removal == nil }

        /// Nearly all of it is links.
        var isLinks: Bool { linked > 0 && linked * 10 >= visible * 8 }
    }

    let bytes: ArraySlice<UInt8>
    private(set) var lines: [Line] = []

    private static let proseLetters = 60

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        var position = bytes.startIndex
        while position <= bytes.endIndex {
            let stop = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
            lines.append(Line(range: position..<stop, isBlank: !bytes[position..<stop].contains { $0 > 0x20 }))
            position = stop + 1
        }
        markCode()
        var open = OpenLink()
        for index in lines.indices {
            if lines[index].isCode || lines[index].isBlank { open = OpenLink() } else { measure(index, &open) }
        }
    }

    /// The text of the lines that are kept, of blank ones no more than one in a row; and for each line of it which of these it is.
    var kept: (text: String, lines: [Int]) {
        var result: [UInt8] = []
        var numbers: [Int] = []
        var blank: Int?
        for (index, line) in lines.enumerated() where line.isKept {
            if line.isBlank, !line.isCode {
                blank = index
                continue
            }
            if !numbers.isEmpty {
                result.append(0x0A)
                if let blank {
                    result.append(0x0A)
                    numbers.append(blank)
                }
            }
            blank = nil
            result += bytes[line.range]
            numbers.append(index)
        }
        return (ByteText.string(result[...]), numbers)
    }

    func content(_ index: Int) -> ArraySlice<UInt8> {
        let line = bytes[lines[index].range].drop { $0 <= 0x20 }
        guard let last = line.lastIndex(where: { $0 > 0x20 }) else { return line }
        return line[...last]
    }

    /// Long enough for a sentence, and not made of links.
    func isProse(_ index: Int) -> Bool { lines[index].visible >= Self.proseLetters && lines[index].linked * 2 < lines[index].visible }

    /// Of two reasons the first one counts.
    mutating func drop(_ index: Int, _ reason: RemovalReason) {
        if lines[index].removal == nil { lines[index].removal = reason }
    }

    private mutating func markCode() {
        var fence: UInt8?
        for index in lines.indices {
            let line = content(index)
            let mark = line.first
            let isFence =
                (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && line.count >= 3 && line.prefix(3).allSatisfy { $0 == mark }
            if let open = fence {
                lines[index].isCode = true
                if isFence, mark == open { fence = nil }
            } else if isFence {
                lines[index].isCode = true
                fence = mark
            }
        }
        // A fence that nothing closes is none.
        if fence != nil {
            for index in lines.indices { lines[index].isCode = false }
        }
    }

    /// A link that goes on in the next line of a paragraph: tools that wrap text break it wherever the line is full.
    private struct OpenLink {
        var depth = 0
        /// Letters within the brackets so far, by line.
        var inside: [(line: Int, letters: Int)] = []
        var isInAddress = false
    }

    private static let mostOpenLines = 8

    /// Counts what is seen: the text of links, but not their addresses, nor pictures.
    private mutating func measure(_ index: Int, _ open: inout OpenLink) {
        let line = bytes[lines[index].range]
        var position = line.startIndex
        var inside = 0
        var visible = 0
        var linked = 0
        if open.isInAddress {
            open.isInAddress = false
            if let close = line.prefix(2048).firstIndex(of: UInt8(ascii: ")")), !line[..<close].contains(UInt8(ascii: "[")) {
                position = close + 1
                lines[index].endsLink = true
            }
        }
        while position < line.endIndex {
            let byte = line[position]
            switch byte {
            case UInt8(ascii: "!") where position + 1 < line.endIndex && line[position + 1] == UInt8(ascii: "["):
                position = Self.afterPicture(line, position)
                continue
            case UInt8(ascii: "["):
                open.depth += 1
                open.inside = []
                inside = 0
            case UInt8(ascii: "]") where open.depth > 0:
                open.depth -= 1
                if position + 1 < line.endIndex, line[position + 1] == UInt8(ascii: "(") {
                    let close = line[position...].prefix(2048).firstIndex(of: UInt8(ascii: ")"))
                    // The address may go on in the next line.
                    let isBroken =
                        close == nil && index + 1 < lines.count && !lines[index + 1].isBlank
                        && !line[position...].prefix(2048).contains(0x20)
                    if close != nil || isBroken {
                        linked += inside
                        for part in open.inside { lines[part.line].linked += part.letters }
                        if !open.inside.isEmpty { lines[index].endsLink = true }
                        open.isInAddress = isBroken
                        position = close ?? line.endIndex - 1
                    }
                }
                inside = 0
                open.inside = []
            default:
                if ByteText.isASCIILetter(byte) || ByteText.isDigit(byte) || byte >= 0xC3 {
                    visible += 1
                    if open.depth > 0 { inside += 1 }
                }
            }
            position += 1
        }
        if open.depth > 0 {
            open.inside.append((index, inside))
            if open.inside.count > Self.mostOpenLines { open = OpenLink() }
        }
        lines[index].visible = visible
        lines[index].linked += linked
    }

    /// Behind `![text](address)` or `![[file]]`.
    private static func afterPicture(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
        guard let close = line[start...].prefix(2048).firstIndex(of: UInt8(ascii: "]")) else { return start + 2 }
        var end = close + 1
        if end < line.endIndex, line[end] == UInt8(ascii: "]") { return end + 1 }
        if end < line.endIndex, line[end] == UInt8(ascii: "("), let last = line[end...].prefix(2048).firstIndex(of: UInt8(ascii: ")")) {
            end = last + 1
        }
        return end
    }
}

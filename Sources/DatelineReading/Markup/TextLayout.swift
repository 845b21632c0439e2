/// Gathers the text of a document with tags as lines: white space is one space, and elements of their own break the line.
struct TextLayout {
    /// One line, with what was known where it began.
    struct Line {
        /// Into ``bytes``.
        var range: Range<Int>
        /// Something other than a line break stands between it and the line before.
        var startsParagraph: Bool
    }

    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []
    /// Of the line that is being gathered.
    private(set) var lineStart = 0
    private var needsSpace = false
    private var startsParagraph = true

    var isAtLineStart: Bool { bytes.count == lineStart }

    /// - Parameter keepsSpace: as within `<pre>`.
    mutating func add(_ text: ArraySlice<UInt8>, keepsSpace: Bool = false) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == 0x0A, keepsSpace {
                breakLine()
            } else if keepsSpace ? byte == 0x0D || byte == 0x0C : MarkupTag.isSpace(byte) {
                needsSpace = true
            } else {
                if needsSpace, !isAtLineStart { bytes.append(0x20) }
                needsSpace = false
                bytes.append(byte)
            }
            index += 1
        }
    }

    mutating func addSpace() { needsSpace = true }

    /// - Returns: whether there was a line to end.
    @discardableResult mutating func breakLine() -> Bool {
        needsSpace = false
        guard !isAtLineStart else { return false }
        while let last = bytes.last, bytes.count > lineStart, last == 0x20 || last == 0x09 { bytes.removeLast() }
        guard !isAtLineStart else { return false }
        lines.append(Line(range: lineStart..<bytes.count, startsParagraph: startsParagraph))
        startsParagraph = false
        lineStart = bytes.count
        return true
    }

    @discardableResult mutating func breakParagraph() -> Bool {
        let ended = breakLine()
        startsParagraph = true
        return ended
    }

    /// Lines with a blank one between paragraphs.
    func text(_ chosen: some Sequence<Line>) -> [UInt8] {
        var result: [UInt8] = []
        for line in chosen {
            if !result.isEmpty {
                result.append(0x0A)
                if line.startsParagraph { result.append(0x0A) }
            }
            result += bytes[line.range]
        }
        return result
    }
}

/// Places where a word may be broken, which are no part of it.
enum SoftHyphens {
    static func removed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0xAD) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
                index += 2
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}

/// Finds paragraphs of Markdown that a tool has broken at a width. Which lines go on is told by the file as it is written: a link takes
/// room there that its text doesn't.
enum MarkdownWrap {
    private static let widths = 70...82
    private static let fewest = 5

    /// The lines that go on the paragraph of the line before; none where the file isn't broken so.
    static func continuations(_ content: MarkdownLines) -> Set<Int> {
        var found: Set<Int> = []
        var pairs = 0
        for index in content.lines.indices.dropFirst()
        where isText(content, index, mayBegin: false) && isText(content, index - 1, mayBegin: true) {
            pairs += 1
            if isFull(content.content(index - 1), before: content.content(index)) { found.insert(index) }
        }
        return found.count >= fewest && found.count * 10 >= pairs * 7 ? found : []
    }

    /// The first word of the next line would not have fitted.
    private static func isFull(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
        let word = next.prefix { $0 != 0x20 }.count
        return line.count <= widths.upperBound && line.count + 1 + word >= widths.lowerBound || line.count > widths.upperBound
    }

    /// - Parameter mayBegin: an item of a list may go on in the next line, but doesn't go on another.
    private static func isText(_ content: MarkdownLines, _ index: Int, mayBegin: Bool) -> Bool {
        guard !content.lines[index].isBlank, !content.lines[index].isCode, !content.isRule(index),
            let first = content.content(index).first
        else { return false }
        switch first {
        case UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: ":"): return false
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
            let isItem = content.content(index).dropFirst().first == 0x20
            return mayBegin || !isItem
        default: return true
        }
    }
}

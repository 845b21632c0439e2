/// Who a line over the text says that wrote it: "By [Lena Marsk](https://…) Marine correspondent".
struct MarkdownCredits {
    private(set) var people: [String] = []
    /// The line that says it.
    private(set) var line: Int?

    private static let window = 30
    private static let longest = 300

    init(_ body: String) {
        let bytes = Array(body.utf8)
        let content = MarkdownLines(bytes[...])
        var paragraphs = 0
        for index in content.lines.indices.prefix(Self.window) where !content.lines[index].isBlank && !content.lines[index].isCode {
            let line = content.content(index)
            let plain = MarkdownPlain.text(ByteText.string(line.prefix(Self.longest))).replacingPhrase("]", with: "").trimmedSpaces
            if line.count <= Self.longest, AuthorNames.isLabelled(plain), plain.spacedWords.count <= 16 {
                let linked = Self.linkTexts(line).filter { AuthorNames.isPerson($0) { _ in false } && $0.contains(" ") }
                let found = linked.isEmpty ? AuthorNames.people(in: plain, isOutlet: { _ in false }) ?? [] : linked
                if !found.isEmpty {
                    people = found
                    self.line = index
                    return
                }
            }
            if content.isProse(index) { paragraphs += 1 }
            if paragraphs >= 2 { return }
        }
    }

    private static func linkTexts(_ line: ArraySlice<UInt8>) -> [String] {
        var texts: [String] = []
        var rest = line
        while let open = rest.firstIndex(of: UInt8(ascii: "[")), let close = rest[open...].firstIndex(of: UInt8(ascii: "]")) {
            if close + 1 < rest.endIndex, rest[close + 1] == UInt8(ascii: "(") { texts.append(ByteText.string(rest[(open + 1)..<close])) }
            rest = rest[(close + 1)...]
        }
        return texts
    }
}

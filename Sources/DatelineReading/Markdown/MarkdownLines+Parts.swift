import DatelineModels

// Headings with nothing under them, and days in lines of their own.
extension MarkdownLines {
    /// "### Topics", and under it a list of links that is left out.
    mutating func clearEmptySections() {
        // From the end: whether a list of links is all that stands under a heading is known when it is reached.
        var isEmpty = true
        var links = 0
        for index in lines.indices.reversed() where !lines[index].isBlank {
            if content(index).first == UInt8(ascii: "#"), !lines[index].isCode {
                if lines[index].isKept, isEmpty, links > 0 { drop(index, .navigation) }
                isEmpty = true
                links = 0
            } else if lines[index].isKept {
                isEmpty = false
            } else if lines[index].isLinks {
                links += 1
            }
        }
    }

    private static let dayLetters = 30

    /// A day and nothing else, as some themes link it to what appeared on it.
    func isDay(_ index: Int) -> Bool {
        guard lines[index].visible <= Self.dayLetters, content(index).count <= 1000 else { return false }
        let text = Array(MarkdownPlain.text(ByteText.string(content(index))).trimmedSpaces.utf8)
        let found = DateFinder(text, in: 0..<text.count).find(limit: 2)
        return found.count == 1 && found[0].day.hasYear && found[0].range == 0..<text.count
    }
}

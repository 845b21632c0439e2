import DatelineModels

/// Puts the paragraphs of the article together.
enum BodyBuilder {
    /// Kept lines in order, one blank line between paragraphs; lines of a wrapped paragraph are joined by a space.
    ///
    /// - Parameter limit: no line is added to so many bytes.
    static func body(_ page: Page, limit: Int = .max) -> String {
        var bytes: [UInt8] = []
        for index in page.lines.indices where !page.roles[index].isRemoved {
            if bytes.count >= limit { break }
            if !bytes.isEmpty {
                if page.continues[index] {
                    if isParted(bytes, page.bytes[page.lines[index].range]) { bytes.removeLast() } else { bytes.append(0x20) }
                } else {
                    bytes.append(0x0A)
                    bytes.append(0x0A)
                }
            }
            bytes += page.bytes[page.lines[index].range]
        }
        return ByteText.string(bytes[...])
    }

    /// "propri- / etor": a word that was broken at the end of a line, and no "Anglo- / American".
    private static func isParted(_ before: [UInt8], _ line: ArraySlice<UInt8>) -> Bool {
        guard before.last == UInt8(ascii: "-"), let first = line.first, ByteText.isLower(first), before.count > 1 else { return false }
        return ByteText.isLower(before[before.count - 2])
    }

    /// Removed lines with their reasons, neighbours of one reason joined.
    static func removed(_ page: Page) -> [RemovedSpan] {
        var spans: [RemovedSpan] = []
        var index = 0
        while index < page.lines.count, spans.count < ReadingProvenance.maximumEntries {
            guard case .removed(let reason) = page.roles[index] else {
                index += 1
                continue
            }
            let first = index
            while index + 1 < page.lines.count, page.roles[index + 1] == .removed(reason) { index += 1 }
            let excerpt = ByteText.string(page.bytes[page.lines[first].range.prefix(240)]).cut(toBytes: 120)
            spans.append(
                RemovedSpan(lines: page.lines[first].number.asInt...page.lines[index].number.asInt, reason: reason, excerpt: excerpt))
            index += 1
        }
        return spans
    }
}

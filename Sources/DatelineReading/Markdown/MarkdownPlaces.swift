import DatelineModels

/// Tells in lines of the file what was read of a text from which lines were left out already.
struct MarkdownPlaces {
    private let content: MarkdownContent
    /// How many lines of the file stand above those of the content.
    private let above: Int
    /// The front matter, and how it begins.
    private let matter: RemovedSpan?

    private static let longestExcerpt = 120

    /// - Parameters:
    ///   - text: the whole file; the content is a part of it.
    ///   - matterEnd: where its front matter ends.
    init(_ content: MarkdownContent, in text: [UInt8], matterEnd: Int) {
        self.content = content
        above = text[..<content.all.bytes.startIndex].count { $0 == 0x0A }
        let matterLines = text[..<matterEnd].count { $0 == 0x0A } + (matterEnd > 0 && text[matterEnd - 1] != 0x0A ? 1 : 0)
        let shown = text[..<matterEnd].split(separator: 0x0A).first { $0.contains { ByteText.isASCIILetter($0) || $0 >= 0x80 } } ?? []
        matter =
            matterEnd == 0
            ? nil
            : RemovedSpan(
                lines: 1...max(1, matterLines), reason: .metadata,
                excerpt: ByteText.string(shown.prefix(240)).cut(toBytes: Self.longestExcerpt))
    }

    /// - Parameters:
    ///   - read: with lines of the text that was read as a page.
    ///   - first: the number that the first line of the body had there.
    ///   - left: the lines of the body, with those that were left out of it after that.
    func provenance(_ read: ReadingProvenance, first: Int, left: MarkdownLines) -> ReadingProvenance {
        var result = read
        result.removed = removed(left)
        result.headline = read.headline.map { origin($0, first) }
        result.byline = read.byline.map { origin($0, first) }
        result.source = read.source.map { origin($0, first) }
        result.language = read.language.map { origin($0, first) }
        result.dateline = read.dateline.flatMap { dateline in
            number(dateline.line, first).map { Dateline(line: $0, place: dateline.place, agency: dateline.agency) }
        }
        result.dates = read.dates.map { date in
            DateCandidate(
                line: date.line.flatMap { number($0, first) }, raw: date.raw, role: date.role, value: date.value, outcome: date.outcome,
                localTime: date.localTime)
        }
        return result
    }

    private func origin(_ origin: FieldOrigin, _ first: Int) -> FieldOrigin {
        FieldOrigin(line: origin.how == .frontMatter ? nil : origin.line.flatMap { number($0, first) }, how: origin.how)
    }

    /// Where a line of the page that was read stands in the file; of the title that stood above the body that of its heading.
    private func number(_ line: Int, _ first: Int) -> Int? {
        guard line >= first else { return content.titleLine.map { above + $0 + 1 } }
        let index = line - first
        return content.bodyLines.indices.contains(index) ? above + content.bodyLines[index] + 1 : nil
    }

    private func removed(_ left: MarkdownLines) -> [RemovedSpan] {
        var reasons = content.cleared.lines.map(\.removal)
        for (index, line) in left.lines.enumerated() where content.bodyLines.indices.contains(index) {
            if let reason = line.removal { reasons[content.bodyLines[index]] = reason }
        }
        var spans = [matter].compactMap(\.self)
        var open: (first: Int, last: Int, reason: RemovalReason)?
        func close() {
            guard let ended = open, spans.count < ReadingProvenance.maximumEntries else { return }
            let line = ByteText.string(content.all.content(ended.first).prefix(2048))
            spans.append(
                RemovedSpan(
                    lines: (above + ended.first + 1)...(above + ended.last + 1), reason: ended.reason,
                    excerpt: MarkdownPlain.page(line).trimmedSpaces.cut(toBytes: Self.longestExcerpt)))
        }
        for (index, reason) in reasons.enumerated() where !content.all.lines[index].isBlank {
            if let reason, open?.reason == reason {
                open?.last = index
            } else {
                close()
                open = reason.map { (index, index, $0) }
            }
        }
        close()
        return spans
    }
}

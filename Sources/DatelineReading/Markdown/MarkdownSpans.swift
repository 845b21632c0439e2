import DatelineModels

/// Lines that were found to be no text when the page was read without Markdown's signs, and are left out of the body as well.
struct MarkdownSpans {
    private let honoured: [RemovedSpan]
    private let firstLine: Int

    /// - Parameter firstLine: the number that the first line of the body has there.
    /// - Parameter isScraped: the file holds a whole page, with menus and all: then lists of titles and the like are other articles'.
    /// - Parameter headline: the line of a headline that is no heading: what stands above it is none of the text.
    init(_ removed: [RemovedSpan], firstLine: Int, isScraped: Bool, headline: Int? = nil) {
        self.firstLine = firstLine
        honoured = removed.filter { span in
            guard let lines = span.lines else { return false }
            return isScraped || Self.reasons.contains(span.reason) || headline.map { lines.upperBound < $0 } ?? false
        }
    }

    /// What one line alone tells. Titles at the end and the like may be an author's own list.
    private static let reasons: Set<RemovalReason> = [
        .byline, .dateLine, .headline, .duplicateHeadline, .share, .newsletter, .commentForm, .comment, .copyright, .cookie, .advertisement,
        .shortLink,
        .paywall, .pluginNotice, .sourceLink, .caption, .masthead, .cms, .note,
    ]

    /// The lines of the body, with those left out that are none.
    func lines(_ body: String) -> MarkdownLines {
        let bytes = Array(body.utf8)
        var lines = MarkdownLines(bytes[...])
        for span in honoured {
            guard let range = span.lines else { continue }
            for number in range {
                let index = number - firstLine
                guard lines.lines.indices.contains(index), !lines.lines[index].isCode, mayGo(lines.content(index), span.reason) else {
                    continue
                }
                lines.drop(index, span.reason)
            }
        }
        lines.clearRules()
        return lines
    }

    /// Subheads, quotations and rows of tables stay, whatever they say.
    private func mayGo(_ line: ArraySlice<UInt8>, _ reason: RemovalReason) -> Bool {
        guard let first = line.first else { return false }
        if first == UInt8(ascii: "#") { return [.headline, .duplicateHeadline, .share, .commentForm, .newsletter].contains(reason) }
        return first != UInt8(ascii: "|") && first != UInt8(ascii: ">")
    }
}

extension MarkdownLines {
    /// Rules that part nothing: before the first line, after the last, and under a line that is gone.
    mutating func clearRules() {
        let kept = lines.indices.filter { lines[$0].isKept && !lines[$0].isBlank && !lines[$0].isCode }
        for index in kept {
            guard isRule(index) else { break }
            drop(index, .markup)
        }
        for index in kept.reversed() {
            guard isRule(index) else { break }
            drop(index, .markup)
        }
    }
}

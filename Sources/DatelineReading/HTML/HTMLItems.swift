import DatelineModels

/// What a date or a name in the body of a page belongs to: the article, or a comment, a card of another article, something that is told of.
struct HTMLItems {
    /// How near to the article something stands; the smaller, the nearer.
    enum Place: Int, Comparable {
        /// In the item that holds the headline, or between headline and text.
        case article
        /// Before the headline, in an element that holds both.
        case holder
        case below, above

        static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
    }

    private let document: HTMLDocument
    private let reasons: [RemovalReason?]
    private let headline: Int?
    private let firstProse: Int
    /// Bytes of the lines that are kept, up to each line.
    private let kept: [Int]
    /// Lines that are headings, or links of several words.
    private let titles: Set<Int>

    private static let excluded: Set<RemovalReason> = [
        .comment, .related, .navigation, .aside, .hidden, .newsletter, .advertisement, .outside,
    ]
    private static let textBytes = 120
    private static let cardLines = 6
    private static let titleWords: Int32 = 3

    /// - Parameter reasons: why lines of the document are left out.
    init(_ document: HTMLDocument, _ reasons: [RemovalReason?], headline: Int?) {
        self.document = document
        self.reasons = reasons
        self.headline = headline
        let start = headline ?? -1
        firstProse =
            reasons.indices.first { $0 > start && reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= Self.textBytes }
            ?? reasons.count
        var sums = [0]
        for index in reasons.indices { sums.append(sums[index] + (reasons[index] == nil ? HTMLMeasures.prose(document.lines[index]) : 0)) }
        kept = sums
        var titles = Set(document.headings.map(\.line))
        for index in document.lines.indices {
            let line = document.lines[index]
            if line.linkBytes * 10 >= line.size * 6, line.line.range.count <= 200,
                ByteText.string(document.layout.bytes[line.line.range]).spacedWords.count >= Self.titleWords
            {
                titles.insert(index)
            }
        }
        if let headline { titles.remove(headline) }
        self.titles = titles
    }

    /// - Parameters:
    ///   - line: before which it stands.
    ///   - node: the element that it stands in.
    /// - Returns: nil where it is another's.
    func place(line: Int, node: Int) -> Place? {
        var holder = node
        while holder > 0, document.nodes[holder].lines.isEmpty { holder = document.nodes[holder].parent }
        let lines = document.nodes[holder].lines
        let line = lines.isEmpty ? line : min(max(line, lines.lowerBound), lines.upperBound - 1)
        guard let headline else { return isExcluded(line) ? nil : .article }
        // What it stands in holds the headline, too: of the line that comes next it says nothing.
        let isAtHead = lines.contains(headline) && line <= firstProse
        if let item = item(of: node) {
            let range = document.nodes[item].lines
            if range.contains(headline) {
                // What machines are told may be hidden.
                return isExcluded(line) && reasons[line] != .hidden && !isAtHead ? nil : .article
            }
            return isExcluded(line) || !isText(range) ? nil : .article
        }
        guard !isExcluded(line) || isAtHead, !isOfCard(node, headline) else { return nil }
        if line >= headline { return line <= firstProse ? .article : .below }
        return isAtHead ? .holder : .above
    }

    private func isExcluded(_ line: Int) -> Bool {
        reasons.indices.contains(line) ? reasons[line].map(Self.excluded.contains) ?? false : false
    }

    /// The innermost `itemscope` around it, but for one of the page, which says nothing of what is on it.
    private func item(of node: Int) -> Int? {
        var node = node
        while node > 0 {
            if document.nodes[node].isItem, !["body", "html"].contains(document.nodes[node].name) { return node }
            node = document.nodes[node].parent
        }
        return nil
    }

    /// Most of the text lies in these lines.
    private func isText(_ lines: Range<Int>) -> Bool {
        guard let total = kept.last, total > 0 else { return false }
        return (kept[min(lines.upperBound, kept.count - 1)] - kept[min(lines.lowerBound, kept.count - 1)]) * 2 >= total
    }

    /// A small element beside the headline that holds a title of its own.
    private func isOfCard(_ node: Int, _ headline: Int) -> Bool {
        var node = node
        while node > 0, case let lines = document.nodes[node].lines, lines.count <= Self.cardLines, !lines.contains(headline) {
            if lines.contains(where: titles.contains) { return true }
            node = document.nodes[node].parent
        }
        return false
    }
}

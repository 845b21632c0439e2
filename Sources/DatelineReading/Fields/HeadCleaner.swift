import DatelineModels

/// Clears what stands around the headline.
enum HeadCleaner {
    /// Titles of this many words under the headline may be its second deck.
    private static let deckWords = 5
    private static let maximumDecks = 2

    static func clean(
        _ page: inout Page, _ classes: LineClassification, _ headline: FoundHeadline, _ masthead: Masthead?, headEnd: Int
    ) {
        if !headline.isText { page.roles[headline.index] = .removed(.headline) }
        if let last = headline.secondLine {
            for line in min(headline.index, last)...max(headline.index, last) { page.roles[line] = .removed(.headline) }
        }
        removeCopies(&page, classes, headline)
        removeTwins(&page, classes)
        if let masthead { page.roles[masthead.index] = .removed(.masthead) }
        for index in page.roles.indices.prefix(headline.index) where !page.roles[index].isRemoved {
            page.roles[index] = .removed(.navigation)
        }
        for index in page.roles.indices.dropFirst(headline.index + 1)
        where !page.roles[index].isRemoved && page.lines[index].length <= 3 && page.lines[index].letters == 1 && !page.continues[index] {
            page.roles[index] = .removed(.navigation)
        }
        guard let firstProse = firstParagraph(page, headline, headEnd), firstProse > headline.index else { return }
        for index in headline.index + 1..<firstProse where page.roles[index] == .other && isScrap(page, index) {
            page.roles[index] = .removed(.navigation)
        }
        let between = page.roles.indices.filter {
            $0 > headline.index && $0 < firstProse && page.roles[$0] == .title && !isListItem(page, $0)
        }
        // "From: / Department for Rivers and Coasts"
        for index in between where index > headline.index + 1 && page.lines[index - 1].endsWithColon && page.lines[index - 1].words <= 2 {
            page.roles[index] = .removed(.byline)
        }
        let decks = between.filter { page.lines[$0].words >= deckWords }
        for index in between where decks.count > maximumDecks || page.lines[index].words < deckWords {
            page.roles[index] = .removed(.navigation)
        }
    }

    /// The first under date and author: above them stands the deck.
    private static func firstParagraph(_ page: Page, _ headline: FoundHeadline, _ headEnd: Int) -> Int? {
        let credit = (headline.index..<max(headline.index, headEnd)).last {
            page.roles[$0] == .removed(.dateLine) || page.roles[$0] == .removed(.byline)
        }
        guard let credit, let next = page.roles[credit...].firstIndex(of: .prose) else { return page.roles.firstIndex(of: .prose) }
        return next
    }

    /// "14°C", "A+", "1931 - 2024", an address: no text.
    private static func isScrap(_ page: Page, _ index: Int) -> Bool {
        page.lines[index].letters <= 3 && page.lines[index].words <= 3 || BareByline.isAddress(page, index)
    }

    /// "- No more than two night shifts": key points, not links.
    private static func isListItem(_ page: Page, _ index: Int) -> Bool {
        let line = page.lines[index]
        let bytes = page.bytes[line.range]
        return line.words >= 3 && (bytes.starts(with: "- ".utf8) || bytes.starts(with: "* ".utf8) || bytes.starts(with: "• ".utf8))
    }

    private static let twinReach = 2

    /// What is printed twice in a row says what a picture shows: once for those who can't see it.
    private static func removeTwins(_ page: inout Page, _ classes: LineClassification) {
        let first = page.roles.firstIndex(of: .prose) ?? page.roles.endIndex
        for index in page.roles.indices where isTwin(page, index) && page.lines[index].words >= 4 && !page.continues[index] {
            let twin = (index + 1..<max(index + 1, min(index + 1 + twinReach, page.roles.count))).first {
                classes.hashes[$0] == classes.hashes[index] && classes.hashes[index] != 0 && isTwin(page, $0)
            }
            guard let twin, twin < first || isLongCaption(page, index) || isBesidePicture(page, index...twin) else { continue }
            page.roles[index] = .removed(.caption)
            page.roles[twin] = .removed(.caption)
        }
    }

    /// A paragraph may say the same again.
    private static func isTwin(_ page: Page, _ index: Int) -> Bool {
        !page.roles[index].isRemoved && (page.roles[index] != .prose || isLongCaption(page, index))
    }

    /// So many words without a stop behind them are no sentence, and no verse.
    private static func isLongCaption(_ page: Page, _ index: Int) -> Bool {
        page.lines[index].words >= captionWords && !page.lines[index].endsWithStop
    }

    private static let captionWords = 12

    private static func isBesidePicture(_ page: Page, _ lines: ClosedRange<Int>) -> Bool {
        (max(0, lines.lowerBound - 1)...min(page.roles.count - 1, lines.upperBound + 1)).contains { page.roles[$0] == .removed(.caption) }
    }

    /// In a document whose headline is known what stands over its copy is no text of the article.
    static func removeAbove(_ top: Int, in page: inout Page) {
        for index in page.roles.indices.prefix(top).dropFirst() where !page.roles[index].isRemoved {
            page.roles[index] = .removed(.navigation)
        }
    }

    /// The headline, or its last copy at the head of the page.
    static func top(_ page: Page, _ classes: LineClassification, _ headline: FoundHeadline, headEnd: Int) -> Int {
        let hash = LineKey(Array(headline.text.utf8)[...]).core.hashValue | 1
        return (headline.index..<max(headline.index + 1, min(headEnd, classes.hashes.count))).last { classes.hashes[$0] == hash }
            ?? headline.index
    }

    private static func removeCopies(_ page: inout Page, _ classes: LineClassification, _ headline: FoundHeadline) {
        let hash = LineKey(Array(headline.text.utf8)[...]).core.hashValue | 1
        for index in page.roles.indices where index != headline.index {
            let same =
                classes.hashes[index] == hash || classes.hashes[index] == classes.hashes[headline.index] && classes.hashes[index] != 0
            guard same, !headline.isText || page.roles[index] == .title, page.lines[index].words >= 2 else { continue }
            page.roles[index] = .removed(.duplicateHeadline)
        }
    }
}

import DatelineModels

// Where the head of a page ends.
extension PageBlocks {
    /// Lines in front of the second paragraph can still be about the article instead of in it: the first may be its deck.
    private static let headParagraphs = 2

    /// One past the last line that can belong to the head of the page: the second paragraph, or the only one.
    ///
    /// - Parameters:
    ///   - headline: paragraphs above it don't count.
    ///   - classes: where they are given, deck and caption over author and day belong to the head, although both are sentences.
    static func headEnd(_ page: Page, under headline: Int = -1, _ classes: LineClassification? = nil) -> Int {
        var seen = 0
        var last: Int?
        for index in page.roles.indices where index > headline && page.roles[index] == .prose && !isOverCredit(page, index) {
            if !page.continues[index] {
                seen += 1
                last = index
            }
            if seen == headParagraphs { return classes.flatMap { endBehindDay(page, headline, index, $0) } ?? index }
        }
        return last ?? page.roles.count
    }

    private static let creditReach = 6
    private static let deckWords = 40

    /// "Deck. / What the picture shows. / Lena Marsk / Karsh, 3 May 2020, 10:15 CET / The first paragraph": the paragraph after that. At least
    /// one name stands before the day, and nothing else; the day has a time or a label, or the name has a "By".
    private static func endBehindDay(_ page: Page, _ headline: Int, _ second: Int, _ classes: LineClassification) -> Int? {
        guard page.lines[second].words <= deckWords,
            !(headline + 1..<second).contains(where: { $0 >= 0 && classes.metadata[$0].map { !$0.dates.isEmpty } ?? false })
        else { return nil }
        // A day by itself between paragraphs is one that the text speaks of.
        var hasAuthor = false
        var hasByline = false
        for index in second + 1..<max(second + 1, min(second + 1 + creditReach, page.roles.count)) {
            if page.roles[index] == .removed(.dateLine), let date = classes.metadata[index]?.dates.first {
                guard hasAuthor, date.found.day.hasYear, hasByline || date.found.time != nil || date.label.isOfArticle else { return nil }
                return page.roles[index...].firstIndex(of: .prose)
            }
            if page.roles[index] == .removed(.byline) { hasByline = true }
            guard page.roles[index] == .removed(.byline) || PersonNames.isName(page.text(index)) else { return nil }
            hasAuthor = true
        }
        return nil
    }

    /// What stands over the name of a photographer says what the picture shows.
    static func isOverCredit(_ page: Page, _ index: Int) -> Bool {
        index + 1 < page.roles.count && page.roles[index + 1] == .removed(.caption)
    }
}

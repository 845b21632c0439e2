import DatelineModels

// Boxes of several lines that offer something.
extension BodySpan {
    private static let appealReach = 4
    private static let shortWords = 12
    private static let pitchWords = 30
    private static let loneWords = 8

    /// A box that offers something is several lines: what it is, what is so good about it, where to write one's address. What stands
    /// between two lines of that kind, says nothing of the story, and is short or speaks to the reader, is one of them.
    func cutBetweenAppeals(_ page: inout Page, under headline: Int) {
        var last: Int?
        guard page.roles.contains(where: Self.isOfOffer) else { return }
        let story = storyApart(page)
        for index in page.roles.indices where index > headline {
            guard Self.isOfOffer(page.roles[index]) else { continue }
            if let before = last, index - before > 1, index - before <= Self.appealReach,
                (before + 1..<index).allSatisfy({ mayBeOfOffer(page, $0, story, isAlone: index - before == 2) })
            {
                for line in before + 1..<index where !page.roles[line].isRemoved { page.roles[line] = .removed(.newsletter) }
            }
            last = index
        }
    }

    /// The words of the paragraphs that stand by no such line: what is in question says nothing of itself.
    private func storyApart(_ page: Page) -> StoryWords {
        var words = StoryWords()
        for index in start..<end where page.roles[index] == .prose {
            let around = max(0, index - 2)...min(page.roles.count - 1, index + 2)
            if !around.contains(where: { Self.isOfOffer(page.roles[$0]) }) { words.add(page, index) }
        }
        return words
    }

    private static func isOfOffer(_ role: LineRole) -> Bool { role == .removed(.newsletter) || role == .removed(.cookie) }

    /// - Parameter isAlone: both of its neighbours are such lines.
    private func mayBeOfOffer(_ page: Page, _ index: Int, _ story: StoryWords, isAlone: Bool) -> Bool {
        if case .removed(let reason) = page.roles[index] {
            return [.navigation, .share, .storyCode, .commentForm, .cms, .advertisement].contains(reason)
        }
        let line = page.lines[index]
        guard !page.continues[index], line.words <= Self.pitchWords else { return false }
        let bytes = page.bytes[line.range]
        let overlap = story.overlap(bytes)
        // A sentence in a paragraph of its own may be a short one of the text.
        let isOfItsOwn = line.endsWithStop && line.startsBlock && index + 1 < page.lines.count && page.lines[index + 1].startsBlock
        if line.words <= Self.shortWords, overlap.shared == 0, !isOfItsOwn { return true }
        if isAlone, line.words <= Self.loneWords, !isOfItsOwn { return true }
        return (isAlone || !overlap.isClose) && AppealWords.mayBeAppeal(bytes)
    }
}

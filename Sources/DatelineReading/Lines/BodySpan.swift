import DatelineModels

/// Where the article's text lies on the page: the run of lines in which prose outweighs everything else.
///
/// Every line has a weight: a paragraph as many points as it has words, up to a limit; titles, labels and the rest less than nothing.
/// The text is the run with the largest sum. A line that speaks to the reader for the site's sake, or a label such as "Most read",
/// throws suspicion on what follows: from there on only a paragraph that shares words with the story counts.
struct BodySpan {
    /// The first line that is text.
    let start: Int
    /// One past the last.
    let end: Int
    /// Lines that are appeals to the reader.
    let appeals: Set<Int>
    let story: StoryWords

    private static let mostPoints = 40
    /// A paragraph of so many words is mostly an article's.
    private static let longParagraph = 40
    private static let shortParagraph = 8
    private static let titleRun = 3
    private static let questionWords = 20
    /// So many lines may be a box between two paragraphs; what follows is more likely below the article.
    private static let boxLines = 7
    /// So much it costs at most, where a paragraph of so many words follows that is of the text.
    private static let boxCost = 8
    private static let boxWords = 12
    private static let nameWords = 4

    static func find(_ page: Page, _ classes: LineClassification) -> BodySpan {
        var appeals: Set<Int> = []
        for index in page.roles.indices where mayAppeal(page, index) && AppealWords.isAppeal(page.lines[index], page.bytes) {
            appeals.insert(index)
        }
        var weigher = Weigher(page: page, appeals: appeals)
        var best = (sum: 0, start: page.roles.count, end: page.roles.count)
        var current = (sum: 0, start: 0)
        var story: StoryWords?
        for index in page.roles.indices {
            let weight = weigher.weight(index)
            if current.sum + weigher.refund <= 0 {
                weigher.forget()
                guard weight > 0 else { continue }
                current = (0, index)
            }
            weigher.learn(index, weight)
            current.sum += weight + weigher.refund
            if current.sum > best.sum {
                best = (current.sum, current.start, index + 1)
                story = weigher.wholeStory
            }
        }
        let words = story ?? StoryWords(page, in: best.start..<best.end)
        return BodySpan(start: best.start, end: best.end, appeals: appeals, story: words)
    }

    private static func mayAppeal(_ page: Page, _ index: Int) -> Bool {
        switch page.roles[index] {
        case .prose, .sentence, .title, .other: !page.continues[index]
        default: false
        }
    }

    /// What the lines before throw on a paragraph: titles and labels a little, an appeal or the head of the comments much more.
    private enum Suspicion { case none, light, grave }

    /// Gives each line its weight, in order.
    private struct Weigher {
        let page: Page
        let appeals: Set<Int>
        /// Of the paragraphs so far that count: what a paragraph shares with itself says nothing.
        private var story = StoryWords()
        private var suspicion = Suspicion.none
        private var titles = 0
        private var paragraphs = 0
        /// Whether an appeal was met since the last paragraph.
        private var asked = false
        /// Lines since the last paragraph.
        private var gap = 0
        /// Whether a paragraph was left out of the story.
        private var hasSkipped = false
        /// Paragraphs so far that stand under a question.
        private var answers = 0
        /// How many lines there were since the last paragraph that counts, and what they have cost.
        private var lines = 0
        private var cost = 0
        /// What of that the line that was weighed last gives back: beyond it the text goes on, so that there was a box between its
        /// paragraphs, and of how many lines that is says nothing.
        private(set) var refund = 0

        /// The words of all paragraphs of the run; nil where some weren't taken in.
        var wholeStory: StoryWords? { hasSkipped ? nil : story }

        init(page: Page, appeals: Set<Int>) {
            self.page = page
            self.appeals = appeals
        }

        /// What came before is no text: the run begins anew.
        mutating func forget() {
            hasSkipped = false
            answers = 0
            lines = 0
            cost = 0
            refund = 0
            guard paragraphs > 0 else { return }
            story = StoryWords()
            paragraphs = 0
            suspicion = .none
        }

        mutating func learn(_ index: Int, _ weight: Int) {
            guard page.roles[index] == .prose else { return }
            guard weight > 0 else {
                hasSkipped = true
                return
            }
            story.add(page, index)
            paragraphs += 1
            if isAnswer(index) { answers += 1 }
        }

        mutating func weight(_ index: Int) -> Int {
            let wasSuspicious = suspicion != .none
            let weight = ownWeight(index)
            let isCounted = page.roles[index] == .prose && weight > 0
            refund = isCounted && wasSuspicious && suspicion == .none && isBehindBox(index) ? max(0, cost - BodySpan.boxCost) : 0
            lines = isCounted ? 0 : lines + 1
            cost = isCounted ? 0 : cost + max(0, -weight)
            return weight
        }

        /// No more than a box lies between this paragraph and the one before; it is long, or an answer, and tells of nobody whose name
        /// stands over it.
        private func isBehindBox(_ index: Int) -> Bool {
            lines <= BodySpan.boxLines && (page.lines[index].words >= BodySpan.boxWords || isAnswer(index))
                && (page.lines[index - 1].words > BodySpan.nameWords || !PersonNames.isName(page.text(index - 1)))
        }

        private mutating func ownWeight(_ index: Int) -> Int {
            let line = page.lines[index]
            if page.roles[index] == .prose || page.roles[index] == .sentence {
                if gap >= BodySpan.titleRun { raise(.light) }
                gap = 0
                asked = asked && appeals.contains(index)
            } else if page.roles[index] != .removed(.advertisement), page.roles[index] != .removed(.caption), page.roles[index] != .other {
                gap += 1
            }
            if appeals.contains(index) {
                // One by itself stands between paragraphs as often as after them.
                raise(asked ? .grave : .light)
                asked = true
                return -6
            }
            switch page.roles[index] {
            case .prose:
                titles = 0
                if isComment(index) {
                    raise(.grave)
                    return -6
                }
                let points = min(line.words.asInt, BodySpan.mostPoints)
                // Nothing is suspicious before the first paragraph.
                guard suspicion != .none, paragraphs > 0, !page.continues[index] else { return points }
                let overlap = story.overlap(page.bytes[line.range])
                if overlap.shared >= 2 || overlap.shared == 1 && overlap.words <= 3 {
                    suspicion = .none
                    return points
                }
                // In an interview an answer needn't speak of what the others did.
                if answers >= 2, isAnswer(index) {
                    suspicion = .none
                    return points
                }
                // Text goes on in several paragraphs; teasers stand by themselves under their titles.
                if isRun(index) { return suspicion == .light ? points : points / 2 }
                if suspicion == .light { return line.words >= BodySpan.longParagraph / 2 ? points / 2 : -2 }
                return line.words >= BodySpan.longParagraph ? 0 : -min(points, 10)
            case .sentence:
                titles = 0
                if isComment(index) { raise(.grave) }
                let follows = index > 0 && (page.roles[index - 1] == .prose || page.roles[index - 1] == .sentence)
                return suspicion != .none ? -2 : follows ? line.words.asInt : 0
            case .other: return -2
            case .title:
                titles += 1
                if titles >= BodySpan.titleRun, !isListed(index) { raise(.light) }
                return line.words >= 4 ? -3 : -2
            case .undecided: return 0
            case .removed(let reason): return weight(of: reason, line)
            }
        }

        private mutating func weight(of reason: RemovalReason, _ line: PageLine) -> Int {
            switch reason {
            case .commentForm, .comment, .pluginNotice, .newsletter, .copyright, .cookie, .note:
                raise(.grave)
                return -8
            case .related:
                // A link between paragraphs throws less suspicion than the label of a list.
                if line.words > 5 { return -2 }
                raise(.grave)
                return -6
            case .dateLine, .byline: return -4
            case .navigation, .hashtags, .sourceLink, .cms: return -2
            default: return -1
            }
        }

        /// Right under a short question.
        private func isAnswer(_ index: Int) -> Bool {
            guard index > 0, !page.roles[index - 1].isRemoved, page.lines[index - 1].words <= BodySpan.questionWords else { return false }
            return ByteText.asks(page.bytes[page.lines[index - 1].range]) && !ByteText.asks(page.bytes[page.lines[index].range])
        }

        private func isRun(_ index: Int) -> Bool {
            [index - 1, index + 1].contains {
                page.roles.indices.contains($0) && page.roles[$0] == .prose && !appeals.contains($0)
                    && page.lines[$0].words >= BodySpan.shortParagraph
            } && page.lines[index].words >= BodySpan.shortParagraph
        }

        /// Under a name and the time at which it was written, below the article.
        private func isComment(_ index: Int) -> Bool {
            guard paragraphs > 1, index >= 2, page.roles[index - 1] == .removed(.dateLine), page.lines[index - 2].words <= 4 else {
                return false
            }
            return page.roles[index - 2] == .title || page.roles[index - 2] == .other
        }

        private mutating func raise(_ level: Suspicion) {
            guard paragraphs > 0 else { return }
            if level == .grave || suspicion == .none { suspicion = level }
        }

        private func isListed(_ index: Int) -> Bool {
            let bytes = page.bytes[page.lines[index].range]
            guard let first = bytes.first else { return false }
            return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || bytes.starts(with: "•".utf8) || ByteText.isDigit(first)
        }
    }
}

extension BodySpan {
    /// Takes out what lies after the text, between its paragraphs without being part of them, and appeals anywhere.
    func clean(_ page: inout Page, headline: FoundHeadline, headEnd: Int) {
        guard start < end else { return }
        for index in appeals where index > headline.index && index != headline.index { page.roles[index] = .removed(.newsletter) }
        cutCaptions(&page, under: headline.index)
        cutBetweenAppeals(&page, under: max(headline.index, 0))
        // Titles and lists after the last paragraph are judged with the rest of the tail.
        for index in end..<max(end, page.roles.count) where index > headline.index {
            if page.roles[index] == .prose || page.roles[index] == .sentence { page.roles[index] = .removed(.note) }
        }
    }

    /// Runs of titles and dates between paragraphs that have nothing to do with the story: links to others.
    func removeBoxes(_ page: inout Page, _ classes: LineClassification, headline: FoundHeadline, headEnd: Int) {
        var index = max(headEnd, headline.index + 1)
        while index < end {
            guard isLoose(page, index) else {
                index += 1
                continue
            }
            // "Yesterday, 17:40" may stand over the title; a day with its year heads the entry of a report.
            if index > max(headEnd, headline.index + 1), page.roles[index - 1] == .removed(.dateLine),
                classes.metadata[index - 1]?.dates.isEmpty ?? false
            {
                index -= 1
            }
            var stop = index
            var titles = 0
            var far = 0
            var dates = 0
            while stop < end, isLoose(page, stop) || page.roles[stop].isRemoved {
                if page.roles[stop] == .removed(.dateLine) { dates += 1 }
                if isLoose(page, stop), page.lines[stop].words >= 4 {
                    titles += 1
                    if !story.overlap(page.bytes[page.lines[stop].range]).isClose { far += 1 }
                }
                stop += 1
            }
            let followsColon = index > 0 && page.lines[index - 1].endsWithColon
            if !followsColon, far >= 1 && dates >= 1 && far == titles || far >= 3 && far == titles {
                for line in index..<stop where !page.roles[line].isRemoved || page.roles[line] == .removed(.dateLine) {
                    page.roles[line] = .removed(.related)
                }
            }
            index = stop
        }
    }

    /// What stands beside a picture or a film: the text over a lone credit, a copy of the caption without it, the titles of films.
    private func cutCaptions(_ page: inout Page, under headline: Int) {
        for index in page.roles.indices where index > headline + 1 && page.roles[index].isRemoved {
            let line = page.bytes[page.lines[index].range]
            let isFilm = page.roles[index] == .removed(.cms) && page.lines[index].letters == 0
            guard isFilm || page.roles[index] == .removed(.caption) else { continue }
            if isFilm ? !line.contains(where: ByteText.isDigit) : CaptionRules.opensWithHouse(line) {
                // The title of a film that was never loaded stands under it, and so does what is said of a picture to those who see it.
                let below = index + 1
                if below < page.roles.count, isLoose(page, below), page.lines[below].words >= 4, !page.lines[below].startsBlock {
                    page.roles[below] = .removed(.caption)
                }
                continue
            }
            let lone = !isFilm && CaptionRules.isLoneCredit(line)
            var above = index - 1
            var left = isFilm ? 2 : 1
            while above > headline, left > 0, !page.lines[above + 1].startsBlock, !page.roles[above].isRemoved {
                let isCopy = line.starts(with: page.bytes[page.lines[above].range])
                guard lone || isCopy || isLoose(page, above) && (isFilm || page.lines[above].words >= 6 && above >= start) else { break }
                page.roles[above] = .removed(.caption)
                above -= 1
                left -= 1
            }
        }
    }

    private func isLoose(_ page: Page, _ index: Int) -> Bool {
        guard !page.continues[index] else { return false }
        return page.roles[index] == .title || page.roles[index] == .other
    }
}

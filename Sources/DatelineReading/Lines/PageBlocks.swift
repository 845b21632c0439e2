import DatelineModels

/// Judges lines by what stands around them: comments, lists of other headlines, the tail of the page.
enum PageBlocks {
    /// Takes back removals inside the run of prose that only a page's margins justify.
    static func restoreInsideProse(_ page: inout Page, _ classes: LineClassification, headEnd: Int) {
        guard let last = page.roles.lastIndex(of: .prose), headEnd <= last else { return }
        for index in headEnd...last {
            guard case .removed(let reason) = page.roles[index] else { continue }
            switch reason {
            case .navigation where isLabel(page, index), .cms where isLabel(page, index): break
            case .storyCode where isOfList(page, index): break
            case .navigation, .storyCode, .cms, .byline: page.roles[index] = classes.fallback[index]
            case .dateLine where classes.metadata[index].map { !$0.hasLabel } ?? false: page.roles[index] = classes.fallback[index]
            default: break
            }
        }
    }

    /// "1 / Ferry fares to rise / 2 / …", "Share / 12": the number of a link, or how many have pressed something; a chapter's stands alone.
    private static func isOfList(_ page: Page, _ index: Int) -> Bool {
        [index - 1, index + 1].contains { line in
            guard page.roles.indices.contains(line), case .removed(let reason) = page.roles[line] else { return false }
            return reason == .related || reason == .share || reason == .commentForm
        }
    }

    /// A known label of several words is no subheading.
    private static func isLabel(_ page: Page, _ index: Int) -> Bool {
        let key = LineKey(page.bytes[page.lines[index].range])
        return Self.buttons.contains(key.core)
            || page.lines[index].words >= 2
                && (FurniturePhrases.labels[key.core] != nil || ForeignPhrases.label(Folding.fold(key.core)) != nil)
            || key.core == "loading"
    }

    /// Single words that are pressed, and head no part of a text.
    private static let buttons: Set<String> = ["subscribe", "login", "register", "abonnieren", "suscríbete", "assine", "inloggen", "войти"]

    /// Everything after the head of the comment section goes, unless too much of the page would.
    static func cutComments(_ page: inout Page, _ classes: LineClassification) {
        var before = 0
        var total = 0
        for index in page.roles.indices where page.roles[index] == .prose { total += page.lines[index].length }
        guard total > 0 else { return }
        let evidence = page.roles.lastIndex { $0 == .removed(.commentForm) || $0 == .removed(.pluginNotice) }
        for index in page.roles.indices {
            if page.roles[index] == .prose { before += page.lines[index].length }
            guard page.roles[index] == .removed(.commentForm), before > 0 else { continue }
            let after = total - before
            let isSure = evidence.map { $0 > index } ?? false
            guard isSure ? after <= before : after * 10 <= total * 3 else { continue }
            for later in index + 1..<max(page.roles.count, index + 1) where !page.roles[later].isRemoved || isMetadata(page.roles[later]) {
                page.roles[later] = .removed(.comment)
            }
            return
        }
    }

    private static func isMetadata(_ role: LineRole) -> Bool { role == .removed(.dateLine) || role == .removed(.byline) }

    /// Titles after a label such as "Related News"; their teasers too where nothing but teasers follows.
    ///
    /// - Parameter end: of the text: before that no paragraph is a teaser, whatever it stands under.
    static func cutRelated(_ page: inout Page, textEnd end: Int) {
        guard let firstProse = page.roles.firstIndex(of: .prose) else { return }
        let isLater = laterProseIsTeasers(page)
        var index = firstProse
        while index < page.roles.count {
            guard page.roles[index] == .removed(.related) else {
                index += 1
                continue
            }
            var next = index + 1
            if isCaptionOfLink(page, next) {
                page.roles[next] = .removed(.related)
                page.roles[next + 1] = .removed(.related)
            }
            while next < page.roles.count {
                let isQuestion = page.roles[next - 1] == .removed(.related) && isQuestionOfLink(page, next)
                let isTeaser = isLater[index] && next >= end
                guard isTeaser || isQuestion || page.roles[next] != .prose else { break }
                if isQuestion || page.roles[next] == .title || page.roles[next] == .other || isMetadata(page.roles[next])
                    || isTeaser && !page.roles[next].isRemoved
                {
                    page.roles[next] = .removed(.related)
                }
                next += 1
            }
            index = next
        }
    }

    /// "Related stories / Which ferries sail? / Fares to rise": a question is a title of the list where no paragraph answers it.
    private static func isQuestionOfLink(_ page: Page, _ index: Int) -> Bool {
        guard index + 1 < page.roles.count, page.roles[index] == .prose || page.roles[index] == .sentence, !page.continues[index],
            page.lines[index].words <= questionWords, ByteText.asks(page.bytes[page.lines[index].range])
        else { return false }
        return page.roles[index + 1] == .title || page.roles[index + 1].isRemoved
    }

    private static let questionWords = 14
    private static let captionWords = 20

    /// "Related article / Drone footage shows the salt pans. / How a dry lake …": under a label, what the picture of a link shows stands
    /// over its title, and the block ends there.
    private static func isCaptionOfLink(_ page: Page, _ index: Int) -> Bool {
        guard index + 1 < page.roles.count, page.roles[index] == .prose, page.lines[index].words <= captionWords,
            page.roles[index + 1] == .title, page.lines[index + 1].words >= titleWords
        else { return false }
        return !page.lines[index].startsBlock && !page.lines[index + 1].startsBlock
            && (index + 2 == page.lines.count || page.lines[index + 2].startsBlock)
    }

    /// For each line: whether there is prose after it, and each such paragraph stands under a title or a date line.
    private static func laterProseIsTeasers(_ page: Page) -> [Bool] {
        var result = Array(repeating: false, count: page.roles.count)
        var allTeasers = true
        var any = false
        for index in page.roles.indices.reversed() {
            result[index] = any && allTeasers
            if page.roles[index] == .prose {
                any = true
                if index == 0 || page.roles[index - 1] != .title && !isMetadata(page.roles[index - 1]) { allTeasers = false }
            }
        }
        return result
    }

    /// After a notice that the rest is for those who pay, short lines are about that; up to the next long paragraph.
    static func cutPaywall(_ page: inout Page) {
        guard let firstProse = page.roles.firstIndex(of: .prose) else { return }
        var isOffer = false
        for index in page.roles.indices where index > firstProse {
            if page.roles[index] == .removed(.paywall) {
                isOffer = true
            } else if page.lines[index].words > offerWords {
                isOffer = false
            } else if isOffer, !page.roles[index].isRemoved, !page.continues[index] {
                page.roles[index] = .removed(.paywall)
            }
        }
    }

    /// "Ferry fares to rise / By Orhan Deel / 3 May 2020" above the headline: a teaser of another story.
    static func isTeaser(_ index: Int, above headline: Int, _ page: Page, _ classes: LineClassification) -> Bool {
        guard index < headline else { return false }
        var above = index - 1
        while above >= 0, index - above <= creditLines, isMetadata(page.roles[above]) { above -= 1 }
        guard above >= 0, page.lines[above].words >= titleWords else { return false }
        // A menu or an invitation at the top is no title.
        let bytes = page.bytes[page.lines[above].range]
        guard bytes.count > LineKey.maximumBytes || FurnitureRules.reason(page.lines[above], LineKey(bytes), bytes) == nil,
            !SectionWords.isMenu(page.text(above))
        else { return false }
        return classes.fallback[above] == .title && classes.hashes[above] != classes.hashes[headline]
    }

    /// So many lines may stand between a title and the line that names its author.
    private static let creditLines = 8

    /// Sentences stand under it, which aren't about whom it names.
    static func isOverText(_ index: Int, _ page: Page, _ classes: LineClassification) -> Bool {
        let next = index + 1
        guard next < page.roles.count, classes.fallback[next] == .prose || classes.fallback[next] == .sentence else { return false }
        if case .removed(.copyright) = page.roles[next] { return false }
        let data = classes.metadata[index]
        guard let name = data?.people ?? data?.byline?.text else { return true }
        return !page.text(next).hasPrefix(name)
    }

    private static let offerWords = 8
    private static let ends: Set<String> = [
        "ends", "-ends-", "- ends -", "– ends –", "notes to editors", "notes to editors:",
        "note to editors",
        "media contact",
        "media contact:", "media contacts", "press contact", "press contact:", "for more information:", "pressekontakt:",
        "contact presse :",
    ]

    /// "Published in The Karsh Courier, 3 July 2024": a line under the text that says when it was published ends the article; nothing of
    /// what follows is part of it, as far as that is the smaller part of the page.
    static func cutAfterImprint(_ page: inout Page, _ classes: LineClassification, headEnd: Int) {
        var before = 0
        var total = 0
        for index in page.roles.indices where page.roles[index] == .prose { total += page.lines[index].length }
        guard total > 0 else { return }
        for index in page.roles.indices {
            if page.roles[index] == .prose { before += page.lines[index].length }
            guard index >= headEnd, page.roles[index] == .removed(.dateLine), let data = classes.metadata[index], data.dates.count == 1,
                data.dates[0].label == .published, data.dates[0].found.day.hasYear, !isOfDatedList(index, page, classes)
            else { continue }
            guard before * 10 >= total * 7 else { return }
            for later in index + 1..<max(index + 1, page.roles.count) where !page.roles[later].isRemoved || isMetadata(page.roles[later]) {
                page.roles[later] = .removed(.related)
            }
            return
        }
    }

    /// "Ferry fares to rise / Published on 2 May 2020 / Bridge closed / Published on 3 May 2020": days of other articles.
    private static func isOfDatedList(_ index: Int, _ page: Page, _ classes: LineClassification) -> Bool {
        let isTitle = { (line: Int) in
            page.lines.indices.contains(line) && page.lines[line].words >= titleWords && classes.metadata[line] == nil
        }
        return [index - 2, index + 2].contains { other in
            isTitle((index + other) / 2) && isTitle(min(index, other) - 1) && classes.metadata[other].map { $0.dates.count == 1 } ?? false
        }
    }

    /// These stand between two parts of a text as well.
    private static let endSigns = ["###", "\\###", "# # #", "-30-", "- 30 -"].map { Array($0.utf8) }
    private static let shareAfterSign = 5

    private static func isEndSign(_ page: Page, _ index: Int) -> Bool {
        page.lines[index].length <= 6 && endSigns.contains { $0.elementsEqual(page.bytes[page.lines[index].range]) }
    }

    /// Whether what follows a sign is no part of the text: there is but one, and behind it at most notes about a house and how to reach it.
    private static func isEnd(_ page: Page, _ sign: Int, after: Int, of total: Int) -> Bool {
        let rest = sign + 1..<page.roles.count
        guard after * shareAfterSign <= total, !rest.contains(where: { isEndSign(page, $0) }) else { return false }
        return after == 0
            || rest.contains { line in
                let bytes = page.bytes[page.lines[line].range]
                return bytes.contains(UInt8(ascii: "@")) || bytes.starts(with: "About ".utf8) || page.lines[line].endsWithColon
            }
    }

    /// A press release says where it ends, and has notes and addresses after that: never more than the release itself.
    static func cutAfterEnd(_ page: inout Page) {
        var before = 0
        var total = 0
        for index in page.roles.indices where page.roles[index] == .prose { total += page.lines[index].length }
        var signs = 0
        for index in page.roles.indices {
            if page.roles[index] == .prose { before += page.lines[index].length }
            if isEndSign(page, index) { signs += 1 }
            guard before > 0, before * 2 > total, page.lines[index].length <= 30 else { continue }
            if isEndSign(page, index) {
                guard signs == 1, isEnd(page, index, after: total - before, of: total) else { continue }
            } else if !ends.contains(page.text(index).lowercased()) {
                continue
            }
            for later in index..<page.roles.count where !page.roles[later].isRemoved { page.roles[later] = .removed(.note) }
            return
        }
    }

    /// Several words that aren't all those of labels, no number to call or address to write to, and no "Issued by: Harbour office".
    private static func isTitle(_ index: Int, _ page: Page) -> Bool {
        let line = page.bytes[page.lines[index].range]
        return page.lines[index].words >= shortTitleWords && !line.contains(UInt8(ascii: "@"))
            && line.count(where: ByteText.isDigit) <= mostDigitsOfTitle && !MetadataWords.isOnlyLabels(page.text(index))
            && !isLabelled(page.text(index))
    }

    /// A few words, a colon and what they name: a title goes on for longer.
    private static func isLabelled(_ text: String) -> Bool {
        guard let colon = text.firstRange(ofPhrase: ":") else { return false }
        let label = text[..<colon.lowerBound].spacedWords
        return label.count <= 3 && (label.last?.lowercased() == "by" || text[colon.upperBound...].spacedWords.count <= 2)
    }

    private static let imprintLines = 6
    private static let shortTitleWords = 3
    private static let mostDigitsOfTitle = 6
    private static let titleWords = 4

    /// "Posted on 22/11/2021" soon after the text: links to others have no such label.
    private static func tellsOfPage(_ index: Int, after last: Int, _ page: Page, _ classes: LineClassification) -> Bool {
        index <= last + imprintLines && classes.metadata[index].map(\.hasLabel) ?? false && !isTitle(index - 1, page)
    }

    /// After the last sentence, titles are those of other articles.
    static func cleanTail(_ page: inout Page, _ classes: LineClassification) {
        guard let last = page.roles.lastIndex(of: .prose) else { return }
        var listed = page.lines[last].endsWithColon
        var cut = false
        // Titles with dates of their own have been seen.
        var isList = false
        for index in page.roles.indices where index > last {
            switch page.roles[index] {
            case .other where !cut && !page.lines[index].startsBlock && page.lines[index].startsLower && !page.roles[index - 1].isRemoved:
                // The rest of a paragraph that was broken up: no headline begins so.
                continue
            case .title, .other:
                if listed, !page.lines[index].startsBlock || index == last + 1 { continue }
                listed = false
                cut = true
                page.roles[index] = .removed(page.lines[index].words >= 3 ? .related : .navigation)
            case .sentence where cut: page.roles[index] = .removed(.related)
            case .sentence: listed = false
            case .removed(.dateLine), .removed(.byline):
                if page.roles[index - 1] == .removed(.related), isList || !tellsOfPage(index, after: last, page, classes) {
                    page.roles[index] = .removed(.related)
                    isList = true
                } else {
                    listed = false
                }
            default: listed = false
            }
        }
        guard isList else { return }
        for index in page.roles.indices where index > last + 1 && page.roles[index] == .removed(.dateLine) {
            if page.roles[index - 1] == .removed(.related) { page.roles[index] = .removed(.related) }
        }
    }
}

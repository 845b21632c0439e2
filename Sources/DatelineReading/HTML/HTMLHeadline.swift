import DatelineModels

/// Chooses the headline among what a page states and what it shows, by how far these agree.
struct HTMLHeadline {
    private let document: HTMLDocument
    private let title: PageTitle?
    /// Stated headlines, the surest first.
    private let stated: [(text: String, key: String, how: FieldOrigin.How)]
    /// Where each short line of the page stands, by its key.
    private let shown: [String: Int]
    /// The first line of prose; a heading behind it is a subhead.
    private let firstProse: Int
    /// The line of the only element that says that it holds the headline.
    private let marked: Int?

    private static let mostLines = 3000
    private static let longest = 400
    private static let proseBytes = 160
    private static let mostSiteWords = 4

    /// - Parameters:
    ///   - stated: headlines in JSON-LD and properties.
    ///   - isOutlet: whether a text names the outlet.
    init(_ document: HTMLDocument, stated: [(text: String, how: FieldOrigin.How)]) {
        self.document = document
        title = document.head.title.map(PageTitle.init)
        self.stated = stated.map { ($0.text, PageTitle.key($0.text), $0.how) }
        var shown: [String: Int] = [:]
        for index in document.lines.indices.prefix(Self.mostLines) where document.lines[index].size <= Self.longest {
            let key = PageTitle.key(ByteText.string(document.layout.bytes[document.lines[index].line.range]))
            if shown[key] == nil { shown[key] = index }
        }
        self.shown = shown
        let marks = document.captures.filter { $0.kind == .headline && $0.isSure }
        marked = marks.count == 1 ? marks[0].line : nil
        firstProse =
            document.lines.firstIndex { line in
                line.size >= Self.proseBytes && line.linkBytes * 2 < line.size && !Self.isNotice(line.node, document)
            } ?? document.lines.count
    }

    /// A box over the page that asks for consent, or what isn't to be seen.
    private static func isNotice(_ node: Int, _ document: HTMLDocument) -> Bool {
        var node = node
        while node > 0 {
            if document.nodes[node].part == .hidden || document.nodes[node].part == .cookie { return true }
            node = document.nodes[node].parent
        }
        return false
    }

    struct Found {
        let text: String
        let how: FieldOrigin.How
        /// Where the page shows it.
        let line: Int?
    }

    func find(_ isOutlet: (String) -> Bool) -> Found? {
        guard let found = candidate(isOutlet) else { return nil }
        // "Karsh Notes: The port opens"
        guard let colon = found.text.firstRange(ofPhrase: ": "), isOutlet(String(found.text[..<colon.lowerBound])) else { return found }
        let text = String(found.text[colon.upperBound...]).trimmedSpaces
        guard text.spacedWords.count >= 2 || Self.isEastAsian(text) else { return found }
        return Found(text: text, how: found.how, line: found.line ?? shown[PageTitle.key(text)])
    }

    private func candidate(_ isOutlet: (String) -> Bool) -> Found? {
        let heading = bestHeading(isOutlet)
        if let heading, heading.score >= (stated.isEmpty ? 4 : 5) {
            let key = PageTitle.key(heading.text)
            if let same = stated.first(where: { $0.key == key }) { return Found(text: heading.text, how: same.how, line: heading.line) }
            // A word or two more in the heading is a badge, or the name of the section.
            if let within = stated.first(where: { Self.isWithin($0.key, key) }) {
                return Found(text: withoutOutlet(within.text, isOutlet), how: within.how, line: heading.line)
            }
            return Found(text: heading.text, how: .heading, line: heading.line)
        }
        if let first = stated.first {
            let text = withoutOutlet(first.text, isOutlet)
            return Found(text: text, how: first.how, line: shown[PageTitle.key(text)])
        }
        if let title, let run = titleRun(title, isOutlet) {
            let text = title.text(run)
            return Found(text: text, how: .title, line: shown[PageTitle.key(text)])
        }
        if let heading, heading.score >= 2 { return Found(text: heading.text, how: .heading, line: heading.line) }
        if let title {
            let text = title.text(title.withoutEnds(isOutlet))
            // A title that names no more than the site, over a heading of lower rank.
            if let heading, heading.score >= 1, text.spacedWords.count <= Self.mostSiteWords {
                return Found(text: heading.text, how: .heading, line: heading.line)
            }
            return Found(text: text, how: .title, line: shown[PageTitle.key(text)])
        }
        return heading.map { Found(text: $0.text, how: .heading, line: $0.line) }
    }

    private static func isWithin(_ stated: String, _ heading: String) -> Bool {
        let words = stated.spacedWords.count
        let more = heading.spacedWords.count - words
        return words >= 3 && (1...2).contains(more) && (heading.hasPrefix(stated + " ") || heading.hasSuffix(" " + stated))
    }

    /// The part of the title that the page shows, if it is no name and long enough for a headline.
    func titleRun(_ title: PageTitle, _ isOutlet: (String) -> Bool) -> Range<Int>? {
        title.run { key in
            key.spacedWords.count >= 3 && shown[key] != nil && !isOutlet(key)
                || Self.isEastAsian(key) && shown[key] != nil && !isOutlet(key)
        }
    }

    private static func isEastAsian(_ key: String) -> Bool {
        key.unicodeScalars.count >= 8 && key.unicodeScalars.count { $0.value >= 0x3000 } * 2 >= key.unicodeScalars.count
    }

    /// "Port reopens - The Karsh Courier"
    private func withoutOutlet(_ text: String, _ isOutlet: (String) -> Bool) -> String {
        let parts = PageTitle(text)
        guard parts.segments.count > 1 else { return text }
        if let run = titleRun(parts, isOutlet), run.count < parts.segments.count { return parts.text(run) }
        return parts.text(parts.withoutEnds(isOutlet))
    }

    private func bestHeading(_ isOutlet: (String) -> Bool) -> (text: String, line: Int, score: Int)? {
        var best: (text: String, line: Int, score: Int)?
        let titleKeys = title.map { title in Set(title.segments.map(PageTitle.key) + [PageTitle.key(title.text(title.whole))]) } ?? []
        let wholeTitle = title.map { PageTitle.key($0.text($0.whole)) } ?? ""
        for heading in document.headings where heading.level <= 3 && heading.text.utf8.count <= Self.longest {
            let key = PageTitle.key(heading.text)
            guard !key.isEmpty else { continue }
            let score = score(heading, key, titleKeys, wholeTitle, isOutlet)
            if best.map({ score > $0.score }) ?? true { best = (heading.text, heading.line, score) }
        }
        return best
    }

    private func score(
        _ heading: HTMLHeading, _ key: String, _ titleKeys: Set<String>, _ wholeTitle: String, _ isOutlet: (String) -> Bool
    ) -> Int {
        let words = key.spacedWords.count
        let isLong = words >= 3 || Self.isEastAsian(key)
        var score = heading.level == 1 ? 4 : heading.level == 2 ? 1 : 0
        var agreement = 0
        for text in stated { agreement = max(agreement, Self.agreement(key, text.key) * 3 / 2) }
        agreement = max(agreement, titleKeys.contains(key) ? 4 : Self.agreement(key, wholeTitle))
        score += agreement
        // Metadata may have another headline, for those who search.
        if heading.level == 1, words >= 5, heading.line <= firstProse, document.headings.count(where: { $0.level == 1 }) == 1 { score += 1 }
        if isOutlet(heading.text) || isSmallerPart(key) { score -= 8 }
        if !isLong { score -= agreement >= 4 ? 1 : 3 }
        if SectionWords.isMenu(heading.text) || SectionLabel.reason(heading.text) != nil { score -= 5 }
        if heading.line == marked, heading.level == 1, isLong {
            score += 2
        } else if heading.line > firstProse + 1 {
            score -= agreement >= 4 ? 1 : 6
        }
        if isAside(heading.node) { score -= 4 }
        return score
    }

    /// Headings of the first rank that are the smaller part of the title: the outlet's name.
    var names: [String] {
        document.headings.lazy.filter { $0.level == 1 && isSmallerPart(PageTitle.key($0.text)) }.prefix(2).map(\.text)
    }

    /// The title holds another part that is longer, and that the page shows as well: this one names the outlet or a section.
    private func isSmallerPart(_ key: String) -> Bool {
        guard let title, title.segments.count > 1 else { return false }
        let keys = title.segments.map(PageTitle.key)
        guard keys.contains(key) else { return false }
        let words = key.spacedWords.count
        return zip(keys, title.segments).contains { other, segment in
            let length = other.spacedWords.count
            return other != key && (shown[other] != nil && length >= max(3, words + 1) || length >= max(4, words + 2))
                && !OutletNames.looksLikeOutlet(segment)
        }
    }

    private func isAside(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            switch document.nodes[node].part {
            case .navigation?, .footer?, .aside?, .comments?, .related?, .hidden?, .newsletter?, .cookie?, .advertisement?: return true
            default: node = document.nodes[node].parent
            }
        }
        return false
    }

    /// 0 to 4: the same, one begins the other, or many words in common.
    private static func agreement(_ left: String, _ right: String) -> Int {
        if left == right { return 4 }
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        if right.hasPrefix(left + " ") || left.hasPrefix(right + " ") || right.hasSuffix(" " + left) {
            return min(left.utf8.count, right.utf8.count) >= 12 ? 4 : 1
        }
        let first = Set(left.spacedWords)
        let second = Set(right.spacedWords)
        let common = first.intersection(second).count * 10
        let smaller = min(first.count, second.count)
        guard smaller >= 3 else { return 0 }
        return common >= smaller * 6 ? 3 : common >= smaller * 4 ? 2 : 0
    }
}

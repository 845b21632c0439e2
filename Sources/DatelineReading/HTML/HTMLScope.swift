import DatelineModels

/// Chooses the lines of a page that may be the article: what lies in parts made for something else is left out, and what lies
/// outside the element that holds the most of the text; unless too little would be left.
struct HTMLScope {
    private(set) var lines: [TextLayout.Line] = []
    private(set) var removed: [RemovedSpan] = []
    /// Which line of ``lines`` is the headline on the page.
    private(set) var headline: Int?
    /// For each line of the document why it is left out.
    private(set) var reasons: [RemovalReason?]

    /// Bytes of the lines that JSON-LD has, too.
    private(set) var stated = 0

    let document: HTMLDocument
    let measures: HTMLMeasures

    /// - Parameter headline: the line of the document that shows the headline, as far as it is known.
    init(_ document: HTMLDocument, headline: Int?, body: ArticleWords? = nil) {
        self.document = document
        measures = HTMLMeasures(document)
        reasons = Array(repeating: nil, count: document.lines.count)
        let parts = trustedParts()
        removeParts(parts)
        let remaining = rest()
        removeLists(except: headline)
        removeBoxes(except: headline)
        removeSections(headline)
        removeOutside(headline)
        removeAbove(headline)
        if let body { removeOthers(than: body, headline) }
        removePullQuotes(headline)
        if rest() * 2 < remaining {
            reasons = Array(repeating: nil, count: document.lines.count)
            removeParts(parts)
        }
        removeDatesOfEvents(headline)
        collect(headline)
    }

    /// Bytes of prose that aren't left out.
    private func rest() -> Int {
        document.lines.indices.reduce(0) { $0 + (reasons[$1] == nil ? HTMLMeasures.prose(document.lines[$1]) : 0) }
    }

    private mutating func collect(_ headline: Int?) {
        for index in document.lines.indices {
            let line = document.lines[index].line
            if let reason = reasons[index], index != headline {
                let before = index > 0 && index - 1 != headline ? reasons[index - 1] : nil
                if reason != before { remove(line, reason) }
            } else {
                if index == headline { self.headline = lines.count }
                lines.append(line)
            }
        }
    }

    /// A line of nothing but times that elements call those of something else: `<time itemprop="startDate">`.
    private mutating func removeDatesOfEvents(_ headline: Int?) {
        var kinds: [Int: Set<HTMLTime.Kind>] = [:]
        for time in document.times { kinds[time.line, default: []].insert(time.kind) }
        for (index, kinds) in kinds where kinds == [.other] && index != headline && index < reasons.count && reasons[index] == nil {
            if isDated(index) { reasons[index] = .dateLine }
        }
    }

    private mutating func remove(_ line: TextLayout.Line, _ reason: RemovalReason) {
        guard removed.count < ReadingProvenance.maximumEntries else { return }
        let excerpt = ByteText.string(document.layout.bytes[line.range].prefix(240)).cut(toBytes: 120)
        removed.append(RemovedSpan(lines: nil, reason: reason, excerpt: excerpt))
    }

    mutating func remove(node: Int, _ reason: RemovalReason, except headline: Int?) {
        for index in document.nodes[node].lines where reasons[index] == nil && index != headline { reasons[index] = reason }
    }

    func text(_ index: Int) -> String { ByteText.string(document.layout.bytes[document.lines[index].line.range]) }

    // MARK: Parts

    /// Elements that are what their name or class says: those that hold no large share of the page's prose. Comments may be long.
    private func trustedParts() -> [Bool] {
        let total = measures.prose[0]
        return document.nodes.indices.map { node in
            guard let part = document.nodes[node].part else { return false }
            let size = measures.prose[node]
            switch part {
            case .comments: return size * 5 <= total * 4
            case .hidden: return size * 10 <= total * 6
            default: return size * 10 <= total * 4
            }
        }
    }

    private mutating func removeParts(_ trusted: [Bool]) {
        // The outermost counts; what holds another comes before it.
        var done = 0
        for node in document.nodes.indices where trusted[node] && document.nodes[node].lines.upperBound > done {
            guard let reason = document.nodes[node].part?.removal else { continue }
            remove(node: node, reason, except: nil)
            done = document.nodes[node].lines.upperBound
        }
    }

    // MARK: Sections

    /// What stands under a label such as "Related news" or "Comments (3)".
    private mutating func removeSections(_ headline: Int?) {
        var index = (headline ?? -1) + 1
        let ends = SectionEnds(document)
        while index < document.lines.count {
            defer { index += 1 }
            if reasons[index] == nil, Promotion.isOne(document.layout.bytes[document.lines[index].line.range]) {
                reasons[index] = .newsletter
            }
            guard reasons[index] == nil, document.lines[index].size <= SectionLabel.longest, let reason = SectionLabel.reason(text(index))
            else {
                continue
            }
            let section = section(from: index, ends)
            let inside = ends.prose(section)
            guard inside * 10 <= measures.prose[0] * (reason == .comment ? 5 : 3) else { continue }
            for later in section where reasons[later] == nil { reasons[later] = reason }
            index = max(index, section.upperBound - 1)
        }
    }

    /// The largest element that begins with the label; where that is a mere heading, up to the next of its rank, or the end of what
    /// holds both.
    private func section(from index: Int, _ ends: SectionEnds) -> Range<Int> {
        var node = document.lines[index].node
        var section = index..<(index + 1)
        while document.nodes[node].firstLine == index {
            let range = document.nodes[node].lines
            if range.count > section.count { section = index..<max(index + 1, range.upperBound) }
            guard node > 0, measures.prose[document.nodes[node].parent] * 10 <= measures.prose[0] * 4 else { break }
            node = document.nodes[node].parent
        }
        if section.count > 1 { return section }
        var holder = document.lines[index].node
        while holder > 0, document.nodes[holder].lines.count <= 1 { holder = document.nodes[holder].parent }
        return index..<max(index + 1, min(ends.next(after: index), document.nodes[holder].lines.upperBound))
    }

    // MARK: The element that holds the article

    /// Down from the page to the smallest element that holds nearly all prose; what comes after it is another matter.
    private mutating func removeOutside(_ headline: Int?) {
        var kept = Array(repeating: 0, count: document.nodes.count)
        var own = kept
        for index in document.lines.indices where reasons[index] == nil {
            let line = document.lines[index]
            kept[line.node] += HTMLMeasures.prose(line)
        }
        var children: [Int: [Int]] = [:]
        for node in stride(from: document.nodes.count - 1, to: 0, by: -1) {
            kept[document.nodes[node].parent] += kept[node]
        }
        for node in document.nodes.indices.dropFirst() where kept[node] > 0 {
            if isLeaf(node) {
                own[document.nodes[node].parent] += kept[node]
            } else {
                children[document.nodes[node].parent, default: []].append(node)
            }
        }
        var node = 0
        while let inner = children[node], let best = inner.max(by: { kept[$0] < kept[$1] }) {
            let direct = kept[node] - inner.reduce(0) { $0 + kept[$1] }
            let others = inner.filter { $0 != best }
            let isAlone = direct * 20 <= kept[node]
            // Of several articles the one under the headline, unless they are the pieces of one.
            if document.nodes[best].name == "article", let headline, document.nodes[best].lines.contains(headline),
                kept[best] * 100 >= kept[node] * 45
            {
                node = best
                continue
            }
            guard kept[best] * 100 >= kept[node] * (document.nodes[best].isBody ? 45 : 55), isAlone || document.nodes[best].isBody else {
                break
            }
            let isOneOfMany = others.contains {
                document.nodes[$0].signature == document.nodes[best].signature && kept[$0] * 8 >= kept[best]
            }
            guard !isOneOfMany else { break }
            node = best
        }
        guard node > 0, kept[node] > 0 else { return }
        let range = document.nodes[node].lines
        // The head of the article stands before its text, and so may the first paragraph.
        let start = headline.map { min($0, range.lowerBound) } ?? range.lowerBound
        for index in document.lines.indices where reasons[index] == nil {
            if index >= range.upperBound || index < start && HTMLMeasures.prose(document.lines[index]) > 0 { reasons[index] = .outside }
        }
    }

    private func isLeaf(_ node: Int) -> Bool {
        ["p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dl", "dd", "dt", "span", "figure", "tr", "tbody"]
            .contains(document.nodes[node].name)
    }

    /// Above the headline stand the masthead and menus: no text of this article, whatever its length.
    private mutating func removeAbove(_ headline: Int?) {
        guard let headline else { return }
        for index in 0..<headline where reasons[index] == nil && document.lines[index].size >= 80 { reasons[index] = .outside }
    }

    /// Where JSON-LD has the whole text, paragraphs that it doesn't have are no part of it.
    private mutating func removeOthers(than body: ArticleWords, _ headline: Int?) {
        let candidates = document.lines.indices.filter {
            reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= 60 && $0 != headline
        }
        let known = candidates.filter { body.holds(text($0)) }
        let size = { [document] (indices: [Int]) in indices.reduce(0) { $0 + document.lines[$1].size } }
        stated = size(known)
        guard let first = known.first, let last = known.last, size(known) * 10 >= size(candidates) * 6, known.count >= 3 else { return }
        for index in candidates where index > first && !body.holds(text(index)) {
            reasons[index] = .outside
        }
        for index in document.lines.indices where index > last && reasons[index] == nil { reasons[index] = .outside }
    }

    // MARK: Quotations

    private static let mostQuotes = 20

    /// A quotation set large says again what a paragraph says.
    private mutating func removePullQuotes(_ headline: Int?) {
        let quotes = Array(document.lines.indices).filter { index in
            reasons[index] == nil && index != headline && (20...400).contains(document.lines[index].size)
                && isPullQuote(document.lines[index].node)
        }.prefix(Self.mostQuotes)
        guard !quotes.isEmpty else { return }
        let chosen = Set(quotes)
        var rest = ""
        for index in document.lines.indices where reasons[index] == nil && !chosen.contains(index) { rest += text(index) + "\n" }
        let words = ArticleWords(rest)
        for index in quotes where words.holds(text(index)) { reasons[index] = .duplicateHeadline }
    }

    private func isPullQuote(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 where node > 0 {
            if document.nodes[node].isPullQuote { return true }
            node = document.nodes[node].parent
        }
        return false
    }
}

extension HTMLPart {
    var removal: RemovalReason {
        switch self {
        case .navigation: .navigation
        case .footer: .footer
        case .aside: .aside
        case .form: .form
        case .hidden: .hidden
        case .caption: .caption
        case .comments: .comment
        case .related: .related
        case .share: .share
        case .newsletter: .newsletter
        case .cookie: .cookie
        case .advertisement: .advertisement
        case .tags: .cms
        case .author: .note
        }
    }
}

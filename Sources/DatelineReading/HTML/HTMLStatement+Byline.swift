import DatelineModels

// Whom a page states as its author.
extension HTMLStatement {
    private static let authorNames = [
        "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "cxenseparse:author", "byl", "author_name",
        "article:author_name",
        "article.author", "dc.contributor.author", "rnews:creator", "byline", "web_author", "authors",
    ]

    /// - Parameters:
    ///   - reasons: why lines of the document are left out.
    ///   - shown: who the text of the page names, and how it is known.
    mutating func findByline(_ reasons: [RemovalReason?], shown: (text: String, how: FieldOrigin.How)?, source: String?) {
        let sourceKey = source.map(HTMLOutlet.key)
        let isOutlet = { [outlet] (name: String) in
            HTMLOutlet.key(name) == sourceKey || outlet.isKnown(name) && name.spacedWords.count != 2
        }
        let labelled = [document.head.property(["twitter:label1"]), document.head.property(["twitter:label2"])]
        let index = labelled.firstIndex { $0.map { ["written by", "author", "by"].contains($0.lowercased()) } ?? false }
        let stated: [(names: [String], how: FieldOrigin.How)] = [
            (article?.authors ?? [], .linkedData),
            (document.head.authors + unseenAuthors(reasons) + document.head.all(Self.authorNames), .meta),
            (graph.articles.filter { $0.kind == .page }.first?.authors ?? [], .linkedData),
            (index.flatMap { document.head.property(["twitter:data\($0 + 1)"]) }.map { [$0] } ?? [], .meta),
        ]
        let found = stated.lazy.compactMap { names, how in
            Self.people(names, isOutlet).map { (names: $0, how: how) }
        }.first
        let captured = captured(reasons, isOutlet)
        let text = shown.flatMap { $0.how == .bylineLine || $0.how == .nameLine ? $0.text : nil }
        if let found {
            byline = (found.names.joined(separator: ", "), found.how)
            // What the page shows may name more people than its metadata, or somebody else than the account that it was posted by.
            let visible = captured ?? text.flatMap { AuthorNames.people(in: $0, isOutlet: isOutlet) }
            if let visible, visible.count > found.names.count, Set(found.names.map(PageTitle.key)).isSubset(of: visible.map(PageTitle.key))
            {
                byline = (visible.joined(separator: ", "), .bylineLine)
            } else if found.how == .meta, let text, let visible, shown?.how == .bylineLine,
                Set(found.names.map(PageTitle.key)).isDisjoint(with: visible.map(PageTitle.key)) && !Self.overlap(found.names, visible)
            {
                byline = (text, .bylineLine)
            }
        } else if shown.map({ $0.how == .bylineLine }) ?? false, let shown {
            byline = shown
        } else if let captured {
            byline = (captured.joined(separator: ", "), .bylineLine)
        } else {
            byline = shown ?? authorBox(reasons, isOutlet).map { ($0, .bylineLine) }
        }
    }

    /// Whom the box about the author behind the text names: "Lena Marsk", or "Lena Marsk writes about the sea."
    private func authorBox(_ reasons: [RemovalReason?], _ isOutlet: (String) -> Bool) -> String? {
        let start = headlineLine ?? 0
        for index in document.lines.indices where index > start && index < reasons.count && reasons[index] == .note {
            guard document.lines[index].size <= 600 else { continue }
            let text = ByteText.string(document.layout.bytes[document.lines[index].line.range])
            if let name = AuthorNote.subject(text) ?? (PersonNames.isName(text) ? text : nil), AuthorNames.isPerson(name, isOutlet) {
                return name
            }
        }
        return nil
    }

    /// Whether the two share a word: "L. Marsk" and "Lena Marsk".
    private static func overlap(_ left: [String], _ right: [String]) -> Bool {
        let words = { (names: [String]) in
            Set(names.flatMap { PageTitle.key($0).spacedWords.map(String.init) }.filter { $0.utf8.count > 2 })
        }
        return !words(left).isDisjoint(with: words(right))
    }

    private static func people(_ names: [String], _ isOutlet: (String) -> Bool) -> [String]? {
        var kept: [String] = []
        for name in names.prefix(HTMLHead.mostAuthors) {
            for person in AuthorNames.people(in: name, isOutlet: isOutlet) ?? [] where !kept.contains(person) { kept.append(person) }
        }
        return kept.isEmpty ? nil : kept
    }

    /// Whoever said what is quoted.
    private func isQuoted(_ capture: HTMLCapture) -> Bool {
        var node = capture.node
        for _ in 0..<3 where node > 0 {
            if document.nodes[node].name == "blockquote" { return true }
            node = document.nodes[node].parent
        }
        return false
    }

    /// The headline of another article stands over it: a heading, or a line that is a link, of several words and no label.
    private func isOfTeaser(_ capture: HTMLCapture) -> Bool {
        let lines = document.lines
        for index in (max(0, capture.line - 2)..<capture.line).reversed() {
            let line = lines[index]
            guard HTMLMeasures.prose(line) < 80 else { return false }
            let isHeading = document.headings.contains { $0.line == index }
            guard isHeading || line.linkBytes * 10 >= line.size * 6, line.line.range.count <= 200 else { continue }
            let text = ByteText.string(document.layout.bytes[line.line.range])
            if text.spacedWords.count >= 3, !PersonNames.isName(text), SectionLabel.reason(text) == nil,
                !AuthorNames.isLabelled(text), !AuthorNote.isLabel(text)
            {
                return true
            }
        }
        return false
    }

    /// The names that attributes of the body give, as far as they are the article's.
    private func unseenAuthors(_ reasons: [RemovalReason?]) -> [String] {
        let captures = document.captures.filter { $0.kind == .unseenAuthor }
        guard !captures.isEmpty else { return [] }
        let items = HTMLItems(document, reasons, headline: headlineLine)
        let placed = captures.compactMap { capture in items.place(line: capture.line, node: capture.node).map { (capture.text, $0) } }
        guard let nearest = placed.map(\.1).min() else { return [] }
        return placed.filter { $0.1 == nearest }.prefix(HTMLHead.mostAuthors).map(\.0)
    }

    private static let headLines = 40
    private static let longestCredit = 150

    /// Whom elements near the headline, or right after the article, call the author.
    private func captured(_ reasons: [RemovalReason?], _ isOutlet: (String) -> Bool) -> [String]? {
        let start = headlineLine ?? 0
        let firstProse =
            reasons.indices.first { $0 > start && reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= 80 } ?? reasons.count
        let excluded: Set<RemovalReason?> = [.comment, .related, .navigation, .hidden, .newsletter, .advertisement]
        let candidates = document.captures.filter { capture in
            guard capture.kind == .author, capture.text.utf8.count <= 300, !isQuoted(capture),
                capture.line >= reasons.count || reasons[capture.line] != .caption
            else { return false }
            return capture.line >= reasons.count || !excluded.contains(reasons[capture.line])
                || capture.isSure && capture.line <= firstProse && capture.line >= start
        }
        let near = candidates.filter { capture in
            guard capture.line >= max(0, start - 6), capture.line <= min(firstProse, start + Self.headLines) else { return false }
            guard capture.line < document.lines.count else { return true }
            let line = document.layout.bytes[document.lines[capture.line].line.range]
            return capture.text.utf8.count * 4 >= line.count || AuthorNames.isLabelled(ByteText.string(line.prefix(60)))
        }
        // A link in a sentence is somebody who is written about.
        let after = candidates.filter { capture in
            guard capture.line > firstProse, capture.line < document.lines.count else { return false }
            let size = document.lines[capture.line].size
            guard size <= Self.longestCredit, !isOfTeaser(capture) else { return false }
            // "Posted by Lena Marsk at 11:48 · Share · Mail"
            return capture.text.utf8.count * 3 >= size
                || capture.isSure
                    && AuthorNames.isLabelled(
                        ByteText.string(
                            document.layout.bytes[document.lines[capture.line].line.range].prefix(60).drop { $0 & 0xC0 == 0x80 }))
        }
        for group in [near.filter(\.isSure), near, after.filter(\.isSure), after] {
            var names: [String] = []
            for capture in group.prefix(6) {
                for name in AuthorNames.people(in: capture.text, isOutlet: isOutlet) ?? [] where !names.contains(name) {
                    if names.contains(where: { $0.contains(name) }) { continue }
                    names.append(name)
                }
            }
            if !names.isEmpty { return names }
        }
        return nil
    }
}

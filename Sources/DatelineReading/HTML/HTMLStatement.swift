import DatelineModels

/// What a page states of its article, out of all the ways it has to say it.
struct HTMLStatement {
    typealias Found = (text: String, how: FieldOrigin.How)

    private(set) var headline: Found?
    /// The line of the document that shows it.
    private(set) var headlineLine: Int?
    private(set) var byline: Found?
    private(set) var source: Found?
    /// Stated in so many words, not worked out.
    private(set) var hasSureSource = false
    private(set) var url: String?
    private(set) var language: String?
    /// As JSON-LD has it.
    private(set) var body: String?
    /// In the order in which they count.
    private(set) var published: [String] = []
    private(set) var modified: [String] = []
    private(set) var hasUnreadableData = false

    private let document: HTMLDocument
    private var outlet: HTMLOutlet
    private let article: LinkedArticle?
    private let graph: LinkedGraph

    init(_ document: HTMLDocument) {
        self.document = document
        let head = document.head
        graph = LinkedGraph(head.linkedData)
        hasUnreadableData = graph.hasUnreadable
        article = Self.article(graph, document)
        url = [head.canonical, head.property(["og:url"]), article?.url].compactMap(\.self).first { $0.hasPrefix("http") }
        outlet = HTMLOutlet(address: url ?? head.property(["og:image", "twitter:url"]))
        language =
            head.language
            ?? head.property(["og:locale", "dc.language", "dcterms.language", "content-language"]).map { $0.replacing("_", with: "-") }
        body = article?.body
        findSource()
        findHeadline()
        findOutlet()
    }

    /// Of several articles the one whose headline the page shows; a single one is the page's.
    private static func article(_ graph: LinkedGraph, _ document: HTMLDocument) -> LinkedArticle? {
        guard let kind = graph.articles.map(\.kind).max() else { return nil }
        let articles = graph.articles.filter { $0.kind == kind }
        let head = document.head
        let shown = (document.headings.filter { $0.level == 1 }.map(\.text) + [head.property(["og:title"]), head.title].compactMap(\.self))
            .map(PageTitle.key)
        let fitting = articles.first { article in
            guard let headline = article.headline.map(PageTitle.key), !headline.isEmpty else { return false }
            return shown.contains { $0 == headline || $0.hasPrefix(headline) || headline.hasPrefix($0) && $0.utf8.count >= 20 }
        }
        return fitting ?? (articles.count == 1 || kind == .page ? articles.first : nil)
    }

    private static let siteNames = ["og:site_name", "twitter:site:name"]
    private static let publishers = [
        "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title", "citation_publisher", "application-name",
        "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name", "cre", "source", "article:publisher",
        "og:article:publisher",
        "copyright", "dc.source", "sailthru.site", "parsely-site", "rights", "dc.rights",
    ]

    private mutating func findSource() {
        let head = document.head
        let names =
            head.all(Self.siteNames).map { ($0, FieldOrigin.How.meta) }
            + [article?.publisher].compactMap(\.self).map { ($0, FieldOrigin.How.linkedData) }
        for (name, how) in names where Self.mayName(name) {
            outlet.add(name, how, weight: 4)
            if source == nil { source = (line(name), how) }
        }
        hasSureSource = source != nil
        for name in graph.outlets { outlet.add(name, .linkedData, weight: 3) }
        for name in head.all(Self.publishers) where Self.mayName(name) { outlet.add(name, .meta, weight: 2) }
        for name in names where !Self.mayName(name.0) { outlet.add(name.0, name.1, weight: 1) }
        for name in head.feeds { outlet.add(name, .meta, weight: 1) }
        for name in document.logos { outlet.add(name, .brand, weight: 2) }
        for name in document.pictures { outlet.add(name, .brand, weight: 1) }
        for line in document.lines.suffix(Self.footLines) where line.size <= 200 {
            outlet.addFoot(ByteText.string(document.layout.bytes[line.line.range]))
        }
        for capture in document.captures where capture.kind == .brand {
            outlet.add(capture.text.split(separator: "\n").first.map(String.init), .brand, weight: 2)
        }
    }

    private static let footLines = 20

    /// No address and no account.
    private static func mayName(_ name: String) -> Bool {
        !name.contains("://") && !name.hasPrefix("@") && !name.hasPrefix("www.") && name.utf8.count <= 100
    }

    private mutating func findHeadline() {
        var stated: [Found] = []
        if let text = article?.headline, article?.kind != .page { stated.append((line(text), .linkedData)) }
        for name in [
            "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "headline",
            "title",
        ] {
            if let title = document.head.property([name]) { stated.append((title, .meta)) }
        }
        if let source { stated = stated.filter { HTMLOutlet.key($0.text) != HTMLOutlet.key(source.text) } }
        let finder = HTMLHeadline(document, stated: stated)
        for name in finder.names { outlet.add(name, .brand, weight: 2) }
        guard let found = finder.find({ outlet.isKnown($0) }) else { return }
        headline = (found.text, found.how)
        headlineLine = found.line
    }

    /// What of the title is left beside the headline names the outlet.
    private mutating func findOutlet() {
        guard let headline else { return }
        let key = PageTitle.key(headline.text)
        let titles = [document.head.title, document.head.property(["og:title"])].compactMap(\.self)
        for text in titles {
            let title = PageTitle(text)
            guard title.segments.count > 1 else { continue }
            let run = title.run { $0 == key } ?? run(of: title, like: key)
            guard let run else { continue }
            let after = title.segments[run.upperBound...]
            let before = title.segments[..<run.lowerBound]
            // The outermost is the outlet, and what stands between a section.
            let ends = [after.last { !PageTitle.isMinor($0) }, before.first { !PageTitle.isMinor($0) }].compactMap(\.self).filter {
                $0.utf8.count >= 3
            }
            for (index, name) in ends.enumerated() { outlet.add(name, .title, weight: index == 0 ? 2 : 1) }
        }
        if !hasSureSource, let best = outlet.best, HTMLOutlet.key(best.text) != HTMLOutlet.key(headline.text) { source = best }
    }

    /// An outlet that is named as the source beside the author.
    mutating func setSource(_ name: String) { source = (name, .sourceLabel) }

    /// The segment that shares most of its words with the headline.
    private func run(of title: PageTitle, like key: String) -> Range<Int>? {
        let words = Set(key.split(separator: " "))
        guard words.count >= 3 else { return nil }
        let shares = title.segments.map { segment in Set(PageTitle.key(segment).split(separator: " ")).intersection(words).count }
        guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] * 2 >= words.count else { return nil }
        return best..<(best + 1)
    }

    private func line(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    // MARK: Authors

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
            HTMLOutlet.key(name) == sourceKey || outlet.isKnown(name) && name.split(separator: " ").count != 2
        }
        let labelled = [document.head.property(["twitter:label1"]), document.head.property(["twitter:label2"])]
        let index = labelled.firstIndex { $0.map { ["written by", "author", "by"].contains($0.lowercased()) } ?? false }
        let stated: [(names: [String], how: FieldOrigin.How)] = [
            (article?.authors ?? [], .linkedData),
            (document.head.authors + document.head.all(Self.authorNames), .meta),
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
            Set(names.flatMap { PageTitle.key($0).split(separator: " ").map(String.init) }.filter { $0.utf8.count > 2 })
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

    private static let headLines = 40
    private static let longestCredit = 150

    /// Whom elements near the headline, or right after the article, call the author.
    private func captured(_ reasons: [RemovalReason?], _ isOutlet: (String) -> Bool) -> [String]? {
        let start = headlineLine ?? 0
        let firstProse =
            reasons.indices.first { $0 > start && reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= 80 } ?? reasons.count
        let excluded: Set<RemovalReason?> = [.comment, .related, .navigation, .hidden, .newsletter, .advertisement]
        let candidates = document.captures.filter { capture in
            guard capture.kind == .author, capture.text.utf8.count <= 300 else { return false }
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
            return size <= Self.longestCredit && capture.text.utf8.count * 3 >= size
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

    // MARK: Dates

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
        "schema:datepublished",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.issued", "citation_publication_date",
        "citation_online_date",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "cxenseparse:recs:articlepublishtime", "publish-date", "publish_date",
        "publishdate",
        "publication_date", "publication-date", "pubdate", "pub_date", "publicationdate", "originalpublicationdate", "displaydate",
        "article_date_original",
        "rnews:datepublished", "bt:pubdate", "iso-8601-publish-date", "article.published", "article.created", "dc.date.published",
        "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
        "citation_date", "date", "datecreated", "article:created_time", "og:article:created_time", "og:pubdate",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time", "article:modified", "datemodified",
        "schema:datemodified",
        "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "last_modified", "revised", "article.updated",
        "article:updated_time",
        "dateupdated", "updated",
    ]

    /// - Parameter reasons: why lines of the document are left out.
    mutating func findDates(_ reasons: [RemovalReason?]) {
        let head = document.head
        let times = document.times.filter { time in
            guard time.line < reasons.count, let reason = reasons[time.line] else { return !time.isLink || time.kind != .unsaid }
            return ![.comment, .related, .navigation, .aside, .hidden, .newsletter, .advertisement, .outside].contains(reason)
                && time.kind != .unsaid
        }
        let page = graph.articles.first { $0.kind == .page }
        published = [article?.kind == .page ? nil : article?.published].compactMap(\.self)
        published += head.all(Self.publishedNames)
        published += times.lazy.filter { $0.kind == .published }.prefix(1).map(\.value)
        published += [page?.published].compactMap(\.self)
        published += underHeading(times, reasons)
        modified = [article?.kind == .page ? nil : article?.modified].compactMap(\.self)
        modified += head.all(Self.modifiedNames)
        modified += times.lazy.filter { $0.kind == .modified }.prefix(1).map(\.value)
        modified += [page?.modified].compactMap(\.self)
    }

    /// Dates that are printed under the headline count where nothing else is stated.
    mutating func add(_ credits: HTMLCredits) {
        published += credits.published.prefix(1)
        modified += credits.modified.suffix(1)
    }

    /// Of a time that says nothing of itself, and stands between the headline and the text.
    private func underHeading(_ times: [HTMLTime], _ reasons: [RemovalReason?]) -> [String] {
        guard let start = headlineLine else { return [] }
        let firstProse =
            reasons.indices.first { $0 > start && reasons[$0] == nil && HTMLMeasures.prose(document.lines[$0]) >= 120 } ?? reasons.count
        return times.lazy.filter { $0.kind == .unsaid && !$0.isLink && $0.line > start && $0.line < firstProse }.prefix(1).map(\.value)
    }
}

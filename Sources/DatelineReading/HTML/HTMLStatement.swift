import DatelineModels

/// What a page states of its article, out of all the ways it has to say it.
struct HTMLStatement {
    typealias Found = (text: String, how: FieldOrigin.How)

    private(set) var headline: Found?
    /// The line of the document that shows it.
    private(set) var headlineLine: Int?
    /// As far as ``findByline(_:shown:source:)`` has found somebody.
    var byline: Found?
    private(set) var source: Found?
    /// Stated in so many words, not worked out.
    private(set) var hasSureSource = false
    private(set) var url: String?
    private(set) var language: String?
    /// As JSON-LD has it.
    private(set) var body: String?
    /// In the order in which they count.
    var published: [String] = []
    var modified: [String] = []
    private(set) var hasUnreadableData = false

    let document: HTMLDocument
    private(set) var outlet: HTMLOutlet
    let article: LinkedArticle?
    let graph: LinkedGraph

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
            ?? head.property(["og:locale", "dc.language", "dcterms.language", "content-language"]).map {
                $0.replacingPhrase("_", with: "-")
            }
        body = article?.body
        findSource()
        findHeadline()
        findOutlet()
    }

    /// Of several articles the one whose headline the page shows; a single one is the page's. A film or a review has to fit: the page may
    /// only hold it.
    private static func article(_ graph: LinkedGraph, _ document: HTMLDocument) -> LinkedArticle? {
        guard let kind = graph.articles.map(\.kind).max() else { return nil }
        let articles = graph.articles.filter { $0.kind == kind }
        let head = document.head
        let shown = (document.headings.filter { $0.level == 1 }.map(\.text) + [head.property(["og:title"]), head.title].compactMap(\.self))
            .map(PageTitle.key)
        let fitting = articles.first { article in
            guard let headline = article.headline.map(PageTitle.key), !headline.isEmpty else { return false }
            return shown.contains { title in
                if title == headline || headline.hasPrefix(title) && title.utf8.count >= 20 { return true }
                guard kind == .work else { return title.hasPrefix(headline) }
                // "Watch: …"
                return headline.utf8.count >= 20 && (title.hasPrefix(headline) || title.hasSuffix(headline))
            }
        }
        if kind == .work { return fitting }
        return fitting ?? (articles.count == 1 && !articles[0].isListed || kind == .page ? articles.first : nil)
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
            outlet.add(capture.text.utf8Words { $0 == 0x0A }.first.map(String.init), .brand, weight: 2)
        }
    }

    private static let footLines = 20

    /// No address and no account.
    private static func mayName(_ name: String) -> Bool {
        !name.holds("://") && !name.hasPrefix("@") && !name.hasPrefix("www.") && name.utf8.count <= 100
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
        let words = Set(key.spacedWords)
        guard words.count >= 3 else { return nil }
        let shares = title.segments.map { segment in Set(PageTitle.key(segment).spacedWords).intersection(words).count }
        guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] * 2 >= words.count else { return nil }
        return best..<(best + 1)
    }

    private func line(_ text: String) -> String {
        text.whiteSpacedWords.joined(separator: " ")
    }
}

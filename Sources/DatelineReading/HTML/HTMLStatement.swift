import DatelineModels

/// What a page states of its article, out of all the ways it has to say it.
struct HTMLStatement {
    typealias Found = (text: String, how: FieldOrigin.How)

    private(set) var headline: Found?
    private(set) var byline: Found?
    private(set) var source: Found?
    private(set) var url: String?
    private(set) var language: String?
    /// As JSON-LD has it.
    private(set) var body: String?
    /// In the order in which they count.
    private(set) var published: [String] = []
    private(set) var modified: [String] = []
    private(set) var hasUnreadableData = false

    init(_ head: HTMLHead) {
        let article = linkedArticle(head)
        source =
            found(head.property("og:site_name"), .meta) ?? found(article?.publisher, .linkedData)
            ?? found(head.property("publisher", "dc.publisher"), .meta)
        findHeadline(head, article)
        findOutlet(head)
        byline =
            credit(article?.authors ?? [], .linkedData)
            ?? credit(head.authors + [head.property("parsely-author", "dc.creator", "sailthru.author")].compactMap(\.self), .meta)
        url = [head.canonical, head.property("og:url"), article?.url].compactMap(\.self).first { $0.hasPrefix("http") }
        language = head.language
        body = article?.body
        published =
            [
                article?.published, head.property("article:published_time", "og:article:published_time"), head.property("datepublished"),
                head.timePublished,
                head.property(
                    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "publish-date", "pubdate", "dc.date", "date"),
                head.timeUnderHeading,
            ].compactMap(\.self) + head.dates(.published)
        modified =
            [
                article?.modified, head.property("article:modified_time", "og:updated_time"), head.property("datemodified"),
                head.timeModified,
                head.property("dcterms.modified", "last-modified"),
            ].compactMap(\.self) + head.dates(.modified)
    }

    private func found(_ text: String?, _ how: FieldOrigin.How) -> Found? { text.map { ($0, how) } }

    /// Of several articles the one whose headline the page shows; a single one is the page's.
    private mutating func linkedArticle(_ head: HTMLHead) -> LinkedArticle? {
        var articles: [LinkedArticle] = []
        for text in head.linkedData {
            if let found = LinkedArticle.all(in: text) { articles += found } else { hasUnreadableData = true }
        }
        guard articles.count > 1 else { return articles.first }
        let shown = (head.headings + [head.property("og:title"), head.title].compactMap(\.self)).map { Folding.fold($0) }
        return articles.first { article in
            guard let headline = article.headline.map({ Folding.fold($0) }), !headline.isEmpty else { return false }
            return shown.contains { $0 == headline || $0.hasPrefix(headline) }
        }
    }

    private mutating func findHeadline(_ head: HTMLHead, _ article: LinkedArticle?) {
        if let text = article?.headline { headline = (line(text), .linkedData) }
        let heading = head.headings.count == 1 ? head.headings.first : nil
        if headline == nil, let title = head.property("og:title", "twitter:title", "dc.title") {
            headline = (withoutOutlet(title, heading), .meta)
        }
        if headline == nil, let heading { headline = (heading, .heading) }
        // Without a first-rank heading, and with the site's name for a title, it is the heading of the second rank.
        if headline == nil, head.headings.isEmpty, let second = head.subheading, let title = head.title,
            !Folding.fold(title).contains(Folding.fold(second)),
            title.split(separator: " ").count <= Self.mostSiteWords
        {
            headline = (second, .heading)
        }
        if headline == nil, let title = head.title { headline = (withoutOutlet(title, head.headings.first), .title) }
        if let found = headline, found.how == .title || found.how == .meta { narrow(found, head.headings) }
        if headline == nil, let first = head.headings.first { headline = (first, .heading) }
    }

    /// "Karsh Courier :: Sports :: Port wins", "Karsh Online - Port reopens - Oct. 14, 2003": the part that is a heading of the page, or the
    /// only one that is long.
    private mutating func narrow(_ found: Found, _ headings: [String]) {
        let parts = TitleParts.split(found.text)
        guard parts.count >= 2 else { return }
        let folded = Folding.fold(found.text)
        let heading = headings.first { heading in
            heading.split(separator: " ").count >= 3 && Folding.fold(heading) != folded && folded.contains(Folding.fold(heading))
        }
        guard let best = heading ?? TitleParts.longest(of: parts) else { return }
        headline = (best, found.how)
        guard source == nil else { return }
        let others = parts.filter { !Folding.fold(best).contains(Folding.fold($0)) }
        if let outlet = others.first(where: OutletNames.looksLikeOutlet) ?? TitleParts.name(of: others) { source = (outlet, .title) }
    }

    private static let mostOutletWords = 6
    private static let mostSiteWords = 4

    /// The title of a page is its headline and the outlet, as a rule: what is left beside the headline names the outlet. A heading may be
    /// the outlet's name, too.
    private mutating func findOutlet(_ head: HTMLHead) {
        guard source == nil else { return }
        if let title = head.title, let (left, right, _) = HeadlineFinder.parts(title) {
            let known = headline.map { Folding.fold($0.text) }
            let isShort = { (text: String) in text.utf8.count >= 3 && text.split(separator: " ").count <= Self.mostOutletWords }
            if known == Folding.fold(left), isShort(right) {
                source = (right, .title)
            } else if known == Folding.fold(right), isShort(left) {
                if head.headings.contains(where: { Folding.fold($0) == known }), headline?.how == .heading,
                    left.split(separator: " ").count > 4
                {
                    headline = (left, .title)
                    source = (right, .title)
                } else {
                    source = (left, .title)
                }
            } else if known == Folding.fold(right) {
                headline = (left, .title)
                source = (right, .title)
            }
        }
        if source == nil, let brand = head.brand, brand.split(separator: " ").count <= Self.mostOutletWords, !SectionWords.isMenu(brand) {
            source = (brand, .brand)
        }
    }

    private func line(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    /// "Port reopens - The Karsh Courier"
    private mutating func withoutOutlet(_ title: String, _ heading: String?) -> String {
        guard let (left, right, _) = HeadlineFinder.parts(title) else { return title }
        let isOutlet = OutletNames.looksLikeOutlet(right) || source.map { Folding.fold($0.text) == Folding.fold(right) } ?? false
        if isOutlet, source == nil { source = (right, .title) }
        return isOutlet || heading.map { Folding.fold($0) == Folding.fold(left) } ?? false ? left : title
    }

    /// Names of people; accounts and addresses name nobody.
    private func credit(_ names: [String], _ how: FieldOrigin.How) -> Found? {
        var kept: [String] = []
        for name in names.prefix(HTMLHead.mostAuthors) {
            let name = line(name)
            let bare = name.lowercased().hasPrefix("by ") ? String(name.dropFirst(3)) : name
            guard !bare.isEmpty, !bare.contains("://"), !bare.hasPrefix("@"), Byline("by " + bare)?.kind != .account, !kept.contains(bare)
            else {
                continue
            }
            kept.append(bare)
        }
        return kept.isEmpty ? nil : (kept.joined(separator: ", "), how)
    }
}

public import DatelineModels

/// Which members of an article's JSON form are written.
public struct ArticleFields: Sendable, Hashable {
    /// In the order in which they are written; `id` is always there.
    public enum Name: String, Sendable, CaseIterable {
        case id, version, headline, body, abstract, byline, source, url, language, datePublished, dateModified, dateStatus, tags
        case mentions, events, wordCount, contentHash, importId, sourceMissingSince, createdAt, updatedAt, highlights
    }

    private let names: Set<Name>

    public init(_ names: some Sequence<Name>) {
        self.names = Set(names).union([.id])
    }

    public static let all = ArticleFields(Name.allCases)
    /// What lists hold unless more is asked for.
    public static let withoutBody = ArticleFields(Name.allCases.filter { $0 != .body })

    public func contains(_ name: Name) -> Bool { names.contains(name) }
}

extension JSONWriter {
    /// - Parameter highlights: nil: the member isn't written.
    public mutating func article(_ article: Article, fields: ArticleFields = .all, highlights: ArticleItem.Highlights? = nil) {
        beginObject()
        for field in ArticleFields.Name.allCases where fields.contains(field) {
            write(field, of: article, highlights: highlights)
        }
        endObject()
    }

    private mutating func write(_ field: ArticleFields.Name, of article: Article, highlights: ArticleItem.Highlights?) {
        switch field {
        case .id: member("id", id: article.id)
        case .version: member("version", integer: article.version)
        case .headline: member("headline", string: article.headline)
        case .body: member("body", string: article.body)
        case .abstract: member("abstract", string: article.abstract)
        case .byline: member("byline", string: article.byline)
        case .source: member("source", string: article.source)
        case .url: member("url", string: article.url)
        case .language: member("language", string: article.language)
        case .datePublished: member("datePublished", date: article.datePublished)
        case .dateModified: member("dateModified", date: article.dateModified)
        case .dateStatus: member("dateStatus", string: article.dateStatus.rawValue)
        case .tags: member("tags", strings: article.tags)
        case .mentions: mentions(article.mentions)
        case .events:
            key("events")
            beginArray()
            for event in article.events { self.event(event) }
            endArray()
        case .wordCount: member("wordCount", integer: article.wordCount)
        case .contentHash: member("contentHash", string: "sha256:" + article.contentHash)
        case .importId: member("importId", id: article.importID)
        case .sourceMissingSince: if let time = article.sourceMissingSince { member("sourceMissingSince", time: time) }
        case .createdAt: member("createdAt", time: article.createdAt)
        case .updatedAt: member("updatedAt", time: article.updatedAt)
        case .highlights:
            guard let highlights else { return }
            key("highlights")
            beginObject()
            member("headline", string: highlights.headline)
            member("body", string: highlights.body)
            endObject()
        }
    }

    private mutating func mentions(_ mentions: [Mention]) {
        key("mentions")
        beginArray()
        for mention in mentions {
            beginObject()
            key("entity")
            entity(mention.entity)
            member("count", integer: mention.count)
            member("surfaces", strings: mention.surfaces)
            member("status", string: mention.status.rawValue)
            member("linkedBy", string: mention.linkedBy.rawValue)
            endObject()
        }
        endArray()
    }
}

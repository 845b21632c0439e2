import DatelineJSON

/// An article that a page describes in JSON-LD, with the vocabulary of schema.org.
struct LinkedArticle {
    /// How sure it is that the page itself is described.
    enum Kind: Int, Comparable {
        /// `WebPage`: its dates may be those of the template, its name has the site's behind it.
        case page
        /// A film, an episode, a review: the page may be about it or only hold it.
        case work
        case article

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    let kind: Kind
    private(set) var headline: String?
    private(set) var body: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var url: String?
    /// One of a list, which may be of other pages.
    let isListed: Bool

    init(_ object: JSONObject, kind: Kind, isListed: Bool, in graph: LinkedGraph) {
        self.kind = kind
        self.isListed = isListed
        headline = LinkedGraph.text(object["headline"]) ?? LinkedGraph.text(object["name"])
        body = LinkedGraph.text(object["articleBody"])
        for name in ["author", "creator"] where authors.isEmpty { authors = graph.names(object[name]) }
        for name in ["publisher", "sourceOrganization", "provider", "copyrightHolder"] where publisher == nil {
            publisher = graph.names(object[name]).first
        }
        if publisher == nil { publisher = graph.site(object["isPartOf"]) }
        published = LinkedGraph.text(object["datePublished"]) ?? (kind == .work ? LinkedGraph.text(object["uploadDate"]) : nil)
        modified = LinkedGraph.text(object["dateModified"])
        url = LinkedGraph.text(object["url"])
        if url == nil { url = graph.identifier(object["mainEntityOfPage"]) }
    }
}

/// What a page says in all its JSON-LD: things that may point to each other by their identifiers.
struct LinkedGraph {
    private(set) var articles: [LinkedArticle] = []
    /// The names of sites and outlets that stand by themselves.
    private(set) var outlets: [String] = []
    private(set) var hasUnreadable = false
    private var things: [String: JSONObject] = [:]

    private static let deepest = 6
    private static let most = 50
    private static let mostThings = 1000

    init(_ texts: [[UInt8]]) {
        var documents: [JSONValue] = []
        for text in texts {
            if let value = try? JSONReader.read(text) {
                documents.append(value)
                continue
            }
            let repaired = try? JSONReader.read(LooseJSON.repaired(text[...]))
            if case .array(let values)? = repaired, !values.isEmpty { documents += values } else { hasUnreadable = true }
        }
        for document in documents { index(document, depth: 0) }
        for document in documents { collect(document, depth: 0, isListed: false) }
    }

    private mutating func index(_ value: JSONValue, depth: Int) {
        guard depth <= Self.deepest, things.count < Self.mostThings else { return }
        switch value {
        case .array(let values): for value in values { index(value, depth: depth + 1) }
        case .object(let object):
            // A mere reference says nothing of the thing.
            if let id = Self.text(object["@id"]), object["name"] != nil || object["@type"] != nil, things[id] == nil { things[id] = object }
            for name in Self.containers + ["author", "publisher", "isPartOf"] {
                if let inner = object[name] { index(inner, depth: depth + 1) }
            }
        default: break
        }
    }

    private static let containers = ["@graph", "mainEntity", "itemListElement", "item", "mainEntityOfPage", "hasPart"]

    private mutating func collect(_ value: JSONValue, depth: Int, isListed: Bool) {
        guard depth <= Self.deepest, articles.count < Self.most else { return }
        switch value {
        case .array(let values): for value in values { collect(value, depth: depth + 1, isListed: isListed) }
        case .object(let object):
            let types = Self.types(object["@type"])
            if let kind = Self.kind(types) {
                articles.append(LinkedArticle(object, kind: kind, isListed: isListed, in: self))
            } else if types.contains(where: Self.isOutlet), let name = Self.text(object["name"]), outlets.count < Self.most {
                outlets.append(name)
            }
            for name in ["@graph", "mainEntity", "itemListElement", "item"] {
                if let inner = object[name] { collect(inner, depth: depth + 1, isListed: isListed || name == "itemListElement") }
            }
        default: break
        }
    }

    private static func types(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let name)?: [String(name.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? "")]
        case .array(let names)?: names.prefix(most).flatMap { types($0) }
        default: []
        }
    }

    private static let works: Set<String> = [
        "VideoObject", "AudioObject", "PodcastEpisode", "Review", "Report", "CreativeWork", "Recipe", "Chapter", "Episode", "NewsItem",
    ]

    /// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting` and the like before all else.
    private static func kind(_ types: [String]) -> LinkedArticle.Kind? {
        if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) { return .article }
        if types.contains(where: works.contains) { return .work }
        return types.contains { $0.hasSuffix("Page") && $0 != "SearchResultsPage" && $0 != "CollectionPage" } ? .page : nil
    }

    private static func isOutlet(_ type: String) -> Bool {
        type == "WebSite" || type.hasSuffix("Organization") || type == "Newspaper" || type == "Periodical"
    }

    /// What an object stands for, where it is a reference.
    private func resolved(_ object: JSONObject) -> JSONObject {
        guard object["name"] == nil, let id = Self.text(object["@id"]), let thing = things[id] else { return object }
        return thing
    }

    /// Of a person or organization, or several.
    func names(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let id)?: things[id].map { names(.object($0)) } ?? Self.text(value).map { [$0] } ?? []
        case .array(let values)?: values.prefix(Self.most).flatMap { names($0) }
        case .object(let object)?: nested(resolved(object))
        default: []
        }
    }

    private func nested(_ object: JSONObject) -> [String] {
        if let list = object["@list"], case .array(let values) = list { return values.prefix(Self.most).flatMap { named($0) } }
        return named(.object(object))
    }

    private func named(_ value: JSONValue) -> [String] {
        guard case .object(let reference) = value else { return Self.text(value).map { [$0] } ?? [] }
        let object = resolved(reference)
        switch object["name"] {
        case .string?: return Self.text(object["name"]).map { [$0] } ?? []
        case .array(let values)?: return values.prefix(Self.most).compactMap { Self.text($0) }
        case .object(let inner)?: return Self.text(inner["@value"]).map { [$0] } ?? []
        default:
            let parts = [Self.text(object["givenName"]), Self.text(object["familyName"])].compactMap(\.self)
            return parts.isEmpty ? [] : [parts.joined(separator: " ")]
        }
    }

    /// The name of the site that a page is part of.
    func site(_ value: JSONValue?) -> String? {
        guard case .object(let reference)? = value else { return nil }
        let object = resolved(reference)
        if let publisher = names(object["publisher"]).first { return publisher }
        return Self.types(object["@type"]).contains(where: Self.isOutlet) ? Self.text(object["name"]) : nil
    }

    func identifier(_ value: JSONValue?) -> String? {
        if case .object(let page)? = value { return Self.text(page["@id"]) ?? Self.text(page["url"]) }
        return Self.text(value)
    }

    static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text)?:
            let resolved = CharacterReferences.resolved(text).trimmedSpaces
            return resolved.isEmpty ? nil : resolved
        case .array(let values)?: return values.first.flatMap { text($0) }
        case .object(let object)?: return object["@value"].flatMap { text($0) }
        default: return nil
        }
    }
}

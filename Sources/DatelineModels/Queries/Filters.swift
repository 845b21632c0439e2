/// An entity as a filter names it.
public enum EntitySelector: Hashable, Sendable {
    case id(ResourceID)
    /// The folded name or alias (weak ones too): every entity that bears it.
    case name(String)

    public init(_ text: String) {
        self = ResourceID(text).map { .id($0) } ?? .name(Folding.fold(text))
    }
}

/// A tag as a filter names it.
public enum TagSelector: Hashable, Sendable {
    /// The folded name.
    case name(String)
    /// The folded beginning of names (`geo:*`); empty: any tag.
    case prefix(String)

    public init(_ text: String) {
        self = text.utf8.last == UInt8(ascii: "*") ? .prefix(Folding.fold(String(text.dropLast()))) : .name(Folding.fold(text))
    }
}

/// Lists of which an item must have all, at least one and none.
public struct Membership<Selector: Hashable & Sendable>: Hashable, Sendable {
    /// Each must be there.
    public var all: [Selector]
    /// At least one must be there; empty: no condition.
    public var any: [Selector]
    /// None may be there.
    public var none: [Selector]

    public init(all: [Selector] = [], any: [Selector] = [], none: [Selector] = []) {
        self.all = all
        self.any = any
        self.none = none
    }

    public var isEmpty: Bool { all.isEmpty && any.isEmpty && none.isEmpty }
}

/// A range of dates, compared with the intervals that ``PartialDate``s stand for.
public struct DateRange: Hashable, Sendable {
    public enum Match: String, Sendable, CaseIterable {
        /// The intervals overlap.
        case possible
        /// The item's interval lies within the range.
        case certain
    }

    /// First second of the range since 1970, inclusive; nil: open.
    public var from: Int64?
    /// First second after the range; nil: open.
    public var to: Int64?
    public var match: Match

    public init(from: Int64?, to: Int64?, match: Match = .possible) {
        self.from = from
        self.to = to
        self.match = match
    }

    /// Whether an item of the interval `[earliest, latest)` is in. Undated items are in no range.
    public func contains(earliest: Int64, latest: Int64) -> Bool {
        switch match {
        case .possible: (to.map { earliest < $0 } ?? true) && (from.map { latest > $0 } ?? true)
        case .certain: (from.map { earliest >= $0 } ?? true) && (to.map { latest <= $0 } ?? true)
        }
    }
}

/// Which articles are wanted; every condition that is set must hold.
public struct ArticleFilter: Hashable, Sendable {
    public var entities = Membership<EntitySelector>()
    /// Mentions at least one entity of one of these types; empty: no condition.
    public var entityTypes: [EntityType] = []
    public var tags = Membership<TagSelector>()
    /// Only articles without any tag.
    public var untagged = false
    /// Tells of at least one of these (an id of another form fits nothing, and is left nil); empty: no condition.
    public var events: [ResourceID?] = []
    /// Tells of all of these.
    public var allEvents: [ResourceID?] = []
    /// Folded names; any of.
    public var sources: [String] = []
    /// As ``LanguageTag`` writes them; any of.
    public var languages: [String] = []
    public var dateStatuses: [DateStatus] = []
    public var published: DateRange?
    /// The article's interval lies within this one, whatever ``published`` says.
    public var within: PartialDate?
    public var text: TextQuery?
    /// Record times: at or after the first, before the second.
    public var createdFrom: Timestamp?
    public var createdBefore: Timestamp?
    public var updatedFrom: Timestamp?

    public init() {}
}

public enum ArticleSort: String, Sendable, CaseIterable {
    case newestPublished = "-datePublished"
    case oldestPublished = "datePublished"
    case newestCreated = "-createdAt"
    case oldestCreated = "createdAt"
    case newestUpdated = "-updatedAt"
    /// Best match of the text query first.
    case relevance
}

public struct ArticleQuery: Sendable {
    public var filter: ArticleFilter
    public var sort: ArticleSort
    public var page: PageRequest
    /// Whether ``Article/body`` is read.
    public var includesBody: Bool

    public init(
        filter: ArticleFilter = ArticleFilter(), sort: ArticleSort = .newestPublished, page: PageRequest = PageRequest(),
        includesBody: Bool = false
    ) {
        self.filter = filter
        self.sort = sort
        self.page = page
        self.includesBody = includesBody
    }
}

/// An article in a list, with the passages that the text query found.
public struct ArticleItem: Sendable {
    public struct Highlights: Hashable, Sendable {
        /// HTML-escaped text with `<mark>` around what was found.
        public let headline: String
        public let body: String

        public init(headline: String, body: String) {
            self.headline = headline
            self.body = body
        }
    }

    public let article: Article
    /// Only where there was a text query.
    public let highlights: Highlights?

    public init(article: Article, highlights: Highlights? = nil) {
        self.article = article
        self.highlights = highlights
    }
}

public enum ArticleFacet: String, Sendable, CaseIterable {
    case tag, entity, source, language, event, year, month, day
}

public struct FacetBucket: Hashable, Sendable {
    /// What a filter takes: an id, a name, a language tag or a date.
    public let value: String
    /// What a person reads.
    public let label: String
    public let count: Int

    public init(value: String, label: String, count: Int) {
        self.value = value
        self.label = label
        self.count = count
    }
}

public struct EntityFilter: Hashable, Sendable {
    /// The folded beginning of a name or alias.
    public var prefix: String?
    public var types: [EntityType] = []
    public var tags = Membership<TagSelector>()
    public var untagged = false
    public var identifiers: [Identifier] = []

    public struct Identifier: Hashable, Sendable {
        public var scheme: String
        public var value: String

        public init(scheme: String, value: String) {
            self.scheme = scheme
            self.value = value
        }
    }

    public init() {}
}

public enum EntitySort: String, Sendable, CaseIterable {
    case name
    case mostArticles = "-articleCount"
    case lastPublished = "-lastPublished"
}

public struct EntityQuery: Sendable {
    public var filter: EntityFilter
    public var sort: EntitySort
    public var page: PageRequest

    public init(filter: EntityFilter = EntityFilter(), sort: EntitySort = .name, page: PageRequest = PageRequest()) {
        self.filter = filter
        self.sort = sort
        self.page = page
    }
}

public struct EventFilter: Hashable, Sendable {
    /// As participant or location.
    public var entities = Membership<EntitySelector>()
    /// Linked to at least one of these articles (nil: an id of another form, fits nothing); empty: no condition.
    public var articles: [ResourceID?] = []
    public var tags = Membership<TagSelector>()
    public var untagged = false
    /// Compared with the interval from the start's earliest to the end's latest second.
    public var dates: DateRange?
    public var statuses: [EventStatus] = []
    public var text: TextQuery?

    public init() {}
}

public enum EventSort: String, Sendable, CaseIterable {
    case newest = "-startDate"
    case oldest = "startDate"
    case mostArticles = "-articleCount"
}

public struct EventQuery: Sendable {
    public var filter: EventFilter
    public var sort: EventSort
    public var page: PageRequest

    public init(filter: EventFilter = EventFilter(), sort: EventSort = .newest, page: PageRequest = PageRequest()) {
        self.filter = filter
        self.sort = sort
        self.page = page
    }
}

public enum TagSort: String, Sendable, CaseIterable {
    case name
    case mostArticles = "-articleCount"
}

public struct TagQuery: Sendable {
    /// The folded beginning of the name.
    public var prefix: String?
    public var sort: TagSort
    public var page: PageRequest

    public init(prefix: String? = nil, sort: TagSort = .name, page: PageRequest = PageRequest()) {
        self.prefix = prefix
        self.sort = sort
        self.page = page
    }
}

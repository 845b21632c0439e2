/// What a client or a page says of an article, checked and without identity.
public struct ArticleDraft: Sendable, Equatable {
    public var headline: String
    public var body: String?
    public var abstract: String?
    public var byline: String?
    public var source: String?
    public var url: WebAddress?
    public var language: LanguageTag?
    public var datePublished: PartialDate?
    public var dateModified: PartialDate?
    public var dateStatus: DateStatus
    public var tags: [TagName]
    /// Links made by hand. A fault of the n-th (an id that doesn't exist) is told at `/mentions/<pointer>/entity`.
    public var mentions: [LinkTarget]
    public var events: [EventTarget]
    public var autolink: Bool

    /// An entity to link, with its place in the list that was sent.
    public struct LinkTarget: Hashable, Sendable {
        public var index: Int
        public var target: EntityTarget

        public init(index: Int, target: EntityTarget) {
            self.index = index
            self.target = target
        }
    }

    /// An event to link, with its place in the list that was sent.
    public struct EventTarget: Hashable, Sendable {
        public var index: Int
        public var id: ResourceID

        public init(index: Int, id: ResourceID) {
            self.index = index
            self.id = id
        }
    }

    public static let headlineRules = TextRules(length: 1...1000)
    /// In bytes of UTF-8.
    public static let maximumBodyBytes = 5 * 1024 * 1024
    public static let bodyRules = TextRules(
        length: 0...Self.maximumBodyBytes, allowsLines: true, trims: false, maximumBytes: Self.maximumBodyBytes)
    public static let abstractRules = TextRules(length: 0...10_000, allowsLines: true)
    public static let bylineRules = TextRules(length: 0...1000)
    public static let sourceRules = TextRules(length: 0...300)
    public static let maximumTags = 1000
    public static let maximumMentions = 10_000
    public static let maximumEvents = 1000

    public init(
        headline: String, body: String? = nil, abstract: String? = nil, byline: String? = nil, source: String? = nil,
        url: WebAddress? = nil, language: LanguageTag? = nil, datePublished: PartialDate? = nil,
        dateModified: PartialDate? = nil, dateStatus: DateStatus? = nil, tags: [TagName] = [], mentions: [LinkTarget] = [],
        events: [EventTarget] = [], autolink: Bool = true
    ) {
        self.headline = headline
        self.body = body
        self.abstract = abstract
        self.byline = byline
        self.source = source
        self.url = url
        self.language = language
        self.datePublished = datePublished
        self.dateModified = dateModified
        self.dateStatus = dateStatus ?? (datePublished == nil ? .unknown : .stated)
        self.tags = tags
        self.mentions = mentions
        self.events = events
        self.autolink = autolink
    }
}

/// What was sent for an article, well typed but unchecked.
public struct ArticleInput: Sendable {
    public enum MentionInput: Hashable, Sendable {
        case id(String)
        case named(name: String?, type: String?)
    }

    public var headline: String?
    public var body: String?
    public var abstract: String?
    public var byline: String?
    public var source: String?
    public var url: String?
    public var language: String?
    public var datePublished: String?
    public var dateModified: String?
    public var dateStatus: String?
    public var tags: [String] = []
    /// With the place in the list that was sent.
    public var mentions: [(index: Int, value: MentionInput)] = []
    public var events: [(index: Int, id: String)] = []
    public var autolink = true

    public init() {}

    /// Checks every field; the pointers are those of the article's JSON form.
    ///
    /// - Parameter zone: the zone of the source, for times that state none.
    /// - Returns: nil if a fault was added here or stood in `faults` already.
    public func validated(zone: (any LocalTimeResolving)? = nil, into faults: inout Faults) -> ArticleDraft? {
        var checker = FieldChecker(faults)
        let headline = checker.required(headline, "/headline", ArticleDraft.headlineRules)
        var draft = ArticleDraft(headline: headline ?? "")
        draft.body = checker.optional(body, "/body", ArticleDraft.bodyRules)
        draft.abstract = checker.optional(abstract, "/abstract", ArticleDraft.abstractRules)
        draft.byline = checker.optional(byline, "/byline", ArticleDraft.bylineRules)
        draft.source = checker.optional(source, "/source", ArticleDraft.sourceRules)
        if let url { draft.url = WebAddress(url, at: .pointer("/url"), into: &checker.faults) }
        if let language {
            draft.language = LanguageTag(language)
            if draft.language == nil {
                checker.faults.add(pointer: "/language", .format, "A BCP 47 language tag is needed, such as en or pt-BR.")
            }
        }
        draft.datePublished = checker.date(datePublished, "/datePublished", zone: zone)
        draft.dateModified = checker.date(dateModified, "/dateModified", zone: zone)
        draft.dateStatus = checkedStatus(&checker, date: draft.datePublished)
        draft.tags = checker.tags(tags, "/tags", limit: ArticleDraft.maximumTags)
        draft.mentions = checkedMentions(&checker)
        draft.events = checkedEvents(&checker)
        draft.autolink = autolink
        faults = checker.faults
        return faults.isEmpty ? draft : nil
    }

    private func checkedStatus(_ checker: inout FieldChecker, date: PartialDate?) -> DateStatus {
        guard let dateStatus else { return date == nil ? .unknown : .stated }
        guard let status = checker.choice(dateStatus, "/dateStatus", DateStatus.self) else { return .unknown }
        if status == .unknown, datePublished != nil {
            checker.faults.add(pointer: "/dateStatus", .inconsistent, "With a datePublished the status is stated or inferred.")
        } else if status != .unknown, datePublished == nil {
            checker.faults.add(pointer: "/dateStatus", .inconsistent, "Without a datePublished the status is unknown.")
        }
        return status
    }

    private func checkedMentions(_ checker: inout FieldChecker) -> [ArticleDraft.LinkTarget] {
        guard mentions.count <= ArticleDraft.maximumMentions else {
            checker.faults.add(pointer: "/mentions", .tooMany, "At most \(ArticleDraft.maximumMentions) mentions are allowed.")
            return []
        }
        var seen: Set<EntityTarget> = []
        var result: [ArticleDraft.LinkTarget] = []
        for (index, mention) in mentions {
            let target: EntityTarget?
            switch mention {
            case .id(let text): target = checker.entityID(text, "/mentions/\(index)/entity")
            case .named(let name, let type): target = checker.entityName(name, type, "/mentions/\(index)")
            }
            if let target, seen.insert(target).inserted { result.append(.init(index: index, target: target)) }
        }
        return result
    }

    private func checkedEvents(_ checker: inout FieldChecker) -> [ArticleDraft.EventTarget] {
        guard events.count <= ArticleDraft.maximumEvents else {
            checker.faults.add(pointer: "/events", .tooMany, "At most \(ArticleDraft.maximumEvents) events are allowed.")
            return []
        }
        var seen: Set<ResourceID> = []
        var result: [ArticleDraft.EventTarget] = []
        for (index, text) in events {
            guard let id = ResourceID(text) else {
                checker.faults.add(pointer: "/events/\(index)", .notFound, "There is no event with this id.")
                continue
            }
            if seen.insert(id).inserted { result.append(.init(index: index, id: id)) }
        }
        return result
    }
}

extension FieldChecker {
    mutating func entityID(_ text: String, _ pointer: String) -> EntityTarget? {
        if let id = ResourceID(text) { return .id(id) }
        faults.add(pointer: pointer, .notFound, "There is no entity with this id; to name one, send {\"name\": …, \"type\": …}.")
        return nil
    }

    mutating func entityName(_ name: String?, _ type: String?, _ pointer: String) -> EntityTarget? {
        let checkedName = required(name, pointer + "/name", EntityDraft.nameRules)
        var checkedType: EntityType?
        if let type {
            checkedType = choice(type, pointer + "/type", EntityType.self)
            if checkedType == nil { return nil }
        }
        guard let checkedName else { return nil }
        guard !Folding.fold(checkedName).isEmpty else {
            faults.add(pointer: pointer + "/name", .empty, "A name needs at least one visible character.")
            return nil
        }
        return .named(checkedName, checkedType)
    }
}

extension Article {
    /// What a client could have sent to make this article, for merge patches and replacements.
    public var draft: ArticleDraft {
        ArticleDraft(
            headline: headline, body: body, abstract: abstract, byline: byline, source: source,
            url: url.map { WebAddress(stored: $0, key: "") }, language: language.flatMap { LanguageTag($0) },
            datePublished: datePublished, dateModified: dateModified, dateStatus: dateStatus,
            tags: tags.map { TagName(stored: $0, folded: Folding.fold($0)) },
            mentions: mentions.filter { $0.status == .manual }.enumerated()
                .map { .init(index: $0.offset, target: .id($0.element.entity.id)) },
            events: events.enumerated().map { .init(index: $0.offset, id: $0.element.id) },
            autolink: autolink
        )
    }
}

/// A label on articles, entities and events. `:` in the name makes a tree by prefix.
public struct Tag: Sendable {
    public let id: ResourceID
    public let version: Int
    public let name: String
    public let description: String?
    /// `#rrggbb` in lower case.
    public let color: String?
    public let articleCount: Int
    public let entityCount: Int
    public let eventCount: Int
    public let createdAt: Timestamp
    public let updatedAt: Timestamp

    public init(
        id: ResourceID, version: Int, name: String, description: String?, color: String?, articleCount: Int,
        entityCount: Int, eventCount: Int, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.description = description
        self.color = color
        self.articleCount = articleCount
        self.entityCount = entityCount
        self.eventCount = eventCount
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    public var draft: TagDraft {
        TagDraft(name: TagName(stored: name, folded: Folding.fold(name)), description: description, color: color)
    }
}

public struct TagDraft: Sendable, Equatable {
    public var name: TagName
    public var description: String?
    public var color: String?

    public init(name: TagName, description: String? = nil, color: String? = nil) {
        self.name = name
        self.description = description
        self.color = color
    }
}

/// What was sent for a tag, well typed but unchecked.
public struct TagInput: Sendable {
    public var name: String?
    public var description: String?
    public var color: String?

    public init() {}

    public func validated(into faults: inout Faults) -> TagDraft? {
        var checker = FieldChecker(faults)
        var tagName: TagName?
        if let name {
            tagName = TagName(name, at: .pointer("/name"), into: &checker.faults)
        } else {
            _ = checker.required(nil, "/name", TagName.rules)
        }
        let description = checker.optional(description, "/description", EntityDraft.descriptionRules)
        var checkedColor: String?
        if let color {
            checkedColor =
                color.utf8.count == 7 && color.utf8.first == UInt8(ascii: "#")
                    && color.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 })
                ? color.lowercased() : nil
            if checkedColor == nil { checker.faults.add(pointer: "/color", .format, "A color is written #rrggbb.") }
        }
        faults = checker.faults
        guard faults.isEmpty, let tagName else { return nil }
        return TagDraft(name: tagName, description: description, color: checkedColor)
    }
}

/// The three kinds of resource that carry tags.
public enum TaggedKind: String, Sendable, CaseIterable {
    case articles, entities, events
}

/// Which resources of one kind a bulk tagging is about; a filter that has more than ``Tagging/mostOfAKind`` matches is refused.
public enum TaggingScope<Filter: Sendable>: Sendable {
    case ids([ResourceID])
    case filter(Filter)
    /// What a filter has matched; those that are gone since are left out.
    case matches([ResourceID])

    fileprivate var isFilter: Bool { if case .filter = self { true } else { false } }
}

/// Tags to add and remove on many resources at once.
public struct Tagging: Sendable {
    /// Resources of one kind in one request, which is one transaction: other writes wait for it.
    public static let mostOfAKind = 10_000

    public var add: [TagName]
    public var remove: [TagName]
    public var articles: TaggingScope<ArticleFilter>?
    public var entities: TaggingScope<EntityFilter>?
    public var events: TaggingScope<EventFilter>?

    public init(
        add: [TagName], remove: [TagName], articles: TaggingScope<ArticleFilter>? = nil,
        entities: TaggingScope<EntityFilter>? = nil, events: TaggingScope<EventFilter>? = nil
    ) {
        self.add = add
        self.remove = remove
        self.articles = articles
        self.entities = entities
        self.events = events
    }

    /// Whether a whole set may have to be gone through to know what is meant.
    public var hasFilter: Bool { articles?.isFilter == true || entities?.isFilter == true || events?.isFilter == true }
}

public struct TaggingOutcome: Hashable, Sendable {
    /// Resources the scopes cover.
    public let matched: Int
    /// Those of them whose tags are different now.
    public let changed: Int

    public init(matched: Int, changed: Int) {
        self.matched = matched
        self.changed = changed
    }
}

public enum DateOrder: String, Sendable, CaseIterable {
    case dmy, mdy, ymd
}

/// An outlet, and how it writes dates.
public struct Source: Sendable {
    public let id: ResourceID
    public let version: Int
    public let name: String
    public let articleCount: Int
    /// IANA identifier.
    public let timeZone: String?
    public let dateOrder: DateOrder?
    public let updatedAt: Timestamp

    public init(
        id: ResourceID, version: Int, name: String, articleCount: Int, timeZone: String?, dateOrder: DateOrder?, updatedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.articleCount = articleCount
        self.timeZone = timeZone
        self.dateOrder = dateOrder
        self.updatedAt = updatedAt
    }
}

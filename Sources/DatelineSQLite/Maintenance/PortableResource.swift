public import DatelineModels

/// A resource as it is carried from one database to another: what a client could have sent, with its id and what clients did to its links.
public enum PortableResource: Sendable {
    case tag(ResourceID, TagDraft, createdAt: Timestamp?)
    /// An outlet and how it writes dates.
    case source(ResourceID, name: String, timeZone: String?, dateOrder: DateOrder?)
    case entity(ResourceID, EntityDraft, createdAt: Timestamp?)
    case event(ResourceID, EventDraft, createdAt: Timestamp?)
    /// `unlinked`: entities that a client took away, which the program doesn't link again.
    case article(ResourceID, ArticleDraft, unlinked: [ResourceID], createdAt: Timestamp?)

    /// In the order in which they are exported, so that what is referred to comes first; only super-events may come later.
    public enum Kind: String, Sendable, CaseIterable {
        case tag, source, entity, event, article
    }

    public var kind: Kind {
        switch self {
        case .tag: .tag
        case .source: .source
        case .entity: .entity
        case .event: .event
        case .article: .article
        }
    }
}

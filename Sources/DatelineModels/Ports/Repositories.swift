// The ports of the store. Each method is one transaction; when a write returns, it is on the disk.
// All may throw .unavailable, .overloaded, .timeout and .cancelled; what else they throw is said at each.

public protocol ArticleRepository: Sendable {
    /// Stores a new article. `.conflict` where the URL is taken and the policy is `.error`; `.invalid` where a link's target doesn't exist.
    func create(
        _ draft: ArticleDraft, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article>

    /// Stores many. One result for each draft, in order; a failed one stores nothing of itself. With `atomic` the first
    /// failure undoes all, and every other result is `.cancelled`. Without it earlier items may be readable before the last is stored.
    /// The outcomes are ids alone: thousands of whole articles would be more than can be held.
    func create(
        batch: [ArticleDraft], atomic: Bool, onConflict: ConflictPolicy,
        recorder: AnswerRecorder<[Result<WriteOutcome<ResourceID>, RepositoryError>]>?
    ) async throws(RepositoryError) -> [Result<WriteOutcome<ResourceID>, RepositoryError>]

    /// `.notFound`.
    func article(_ id: ResourceID) async throws(RepositoryError) -> Article

    /// Changes an article: `change` gets it as stored and returns what it shall be. Nothing is written where the draft stays equal.
    /// `.notFound`, `.preconditionFailed`, `.conflict`, `.invalid` (from `change` too).
    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Article) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> Article

    /// Creates or replaces under an id the client chose. `change` gets the stored one, nil where there is none. Ids of deleted
    /// resources aren't given again: `.conflict`. Else as ``update(_:if:_:)``.
    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Article?) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> WriteOutcome<Article>

    /// `.notFound`, `.preconditionFailed`.
    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError)

    func list(_ query: ArticleQuery) async throws(RepositoryError) -> Page<ArticleItem>

    /// The most frequent values of each facet among the matches (years, months and days: the latest), at most `limit` of each.
    func facets(_ filter: ArticleFilter, _ facets: [ArticleFacet], limit: Int) async throws(RepositoryError) -> [ArticleFacet:
        [FacetBucket]]

    /// Links by hand (idempotent). `.notFound` for either.
    func link(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError)
    /// Unlinks for good: the program won't link the two again. `.notFound` for the article or where there is no such mention.
    func unlink(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError)
    /// `.notFound` for either.
    func link(_ id: ResourceID, event: ResourceID) async throws(RepositoryError)
    /// `.notFound` for the article or where there is no such link.
    func unlink(_ id: ResourceID, event: ResourceID) async throws(RepositoryError)
}

public protocol EntityRepository: Sendable {
    /// `.conflict` where type and name, or an identifier, are taken.
    func create(_ draft: EntityDraft, recorder: AnswerRecorder<Entity>?) async throws(RepositoryError) -> Entity
    /// `.notFound`.
    func entity(_ id: ResourceID) async throws(RepositoryError) -> Entity
    /// As ``ArticleRepository/update(_:if:_:)``.
    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Entity) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> Entity
    /// As ``ArticleRepository/put(_:if:_:)``.
    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Entity?) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> WriteOutcome<Entity>
    /// Takes it out of every article and event too. `.notFound`, `.preconditionFailed`.
    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError)
    func list(_ query: EntityQuery) async throws(RepositoryError) -> Page<Entity>
}

public protocol EventRepository: Sendable {
    /// `.invalid` where an entity or the super-event doesn't exist.
    func create(_ draft: EventDraft, recorder: AnswerRecorder<Event>?) async throws(RepositoryError) -> Event
    /// `.notFound`.
    func event(_ id: ResourceID) async throws(RepositoryError) -> Event
    /// As ``ArticleRepository/update(_:if:_:)``; `.invalid` where super-events would form a cycle or stand deeper than ``EventDraft/maximumDepth``.
    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Event) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> Event
    /// As ``ArticleRepository/put(_:if:_:)``.
    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Event?) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> WriteOutcome<Event>
    /// Its sub-events lose their super-event. `.notFound`, `.preconditionFailed`.
    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError)
    func list(_ query: EventQuery) async throws(RepositoryError) -> Page<Event>
}

public protocol TagRepository: Sendable {
    /// `.conflict` where the folded name is taken.
    func create(_ draft: TagDraft, recorder: AnswerRecorder<Tag>?) async throws(RepositoryError) -> Tag
    /// By folded name. `.notFound`.
    func tag(_ folded: String) async throws(RepositoryError) -> Tag
    /// Renames, describes, colours; renamed onto an existing tag it merges into that one, which is then the answer.
    /// `.notFound`, `.preconditionFailed`, `.invalid`.
    func update(
        _ folded: String, if precondition: Precondition,
        _ change: @escaping @Sendable (Tag) throws(ValidationError) -> TagDraft
    ) async throws(RepositoryError) -> Tag
    /// Takes it off everything. `.notFound`, `.preconditionFailed`.
    func delete(_ folded: String, if precondition: Precondition) async throws(RepositoryError)
    func list(_ query: TagQuery) async throws(RepositoryError) -> Page<Tag>

    /// Idempotent. `.notFound` for the resource.
    func add(_ tag: TagName, to kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError)
    /// Idempotent. `.notFound` for the resource.
    func remove(_ folded: String, from kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError)
    /// `.notFound` for the resource.
    func replace(_ tags: [TagName], of kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError)
    /// The same with what its filters match now, so that they needn't be gone through while others wait to write. `.invalid` where a
    /// filter has more than ``Tagging/mostOfAKind`` matches.
    func matched(_ tagging: Tagging) async throws(RepositoryError) -> Tagging
    /// Bulk, all or nothing; filters are ``matched(_:)`` before. `.invalid` where a listed id doesn't exist.
    func apply(_ tagging: Tagging, recorder: AnswerRecorder<TaggingOutcome>?) async throws(RepositoryError) -> TaggingOutcome
}

public protocol SourceRepository: Sendable {
    /// By folded name, ascending.
    func list(_ page: PageRequest) async throws(RepositoryError) -> Page<Source>
    /// By folded name. `.notFound`.
    func source(_ folded: String) async throws(RepositoryError) -> Source
    /// Sets how the outlet writes dates. `.notFound`, `.preconditionFailed`, `.invalid`.
    func update(
        _ folded: String, if precondition: Precondition,
        _ change: @escaping @Sendable (Source) throws(ValidationError) -> (timeZone: String?, dateOrder: DateOrder?)
    ) async throws(RepositoryError) -> Source
}

/// One entry of the log of everything that happened to the store.
public struct Change: Hashable, Sendable {
    public enum Action: String, Sendable, CaseIterable {
        case created, updated, deleted, merged
    }

    public enum Resource: String, Sendable, CaseIterable {
        case article, entity, event, tag, source
    }

    /// Ascending without gaps from 1, in commit order.
    public let sequence: Int64
    public let action: Action
    public let resource: Resource
    public let id: ResourceID
    /// The resource's version after the change; of a deleted one, its last.
    public let version: Int
    public let at: Timestamp

    public init(sequence: Int64, action: Action, resource: Resource, id: ResourceID, version: Int, at: Timestamp) {
        self.sequence = sequence
        self.action = action
        self.resource = resource
        self.id = id
        self.version = version
        self.at = at
    }
}

public protocol ChangeLog: Sendable {
    /// At most `limit` changes after `sequence` (0: from the first). `.gone` where older ones were dropped.
    func changes(after sequence: Int64, limit: Int) async throws(RepositoryError) -> [Change]
}

/// Whether the store can do its work.
public protocol StoreHealth: Sendable {
    /// Reads and writes (without effect). Throws what stands in the way.
    func check() async throws(RepositoryError)
}

import DatelineModels
import Synchronization

@testable import DatelineHTTP

/// Articles in memory: enough to see what the routes make of a store's answers.
final class StubArticles: ArticleRepository {
    struct State {
        var articles: [ResourceID: Article] = [:]
        var failure: RepositoryError?
        var writes = 0
        /// Pages after which reading fails.
        var pagesLeft = Int.max
        var lastQuery: ArticleQuery?
        /// Facets and lists with full text take until this is over.
        var holdsReads = false
        var heldReads = 0
        var mostHeldReads = 0
    }

    let state = Mutex(State())
    let answers: StubAnswers

    init(answers: StubAnswers) {
        self.answers = answers
    }

    static func make(_ id: ResourceID, _ draft: ArticleDraft, version: Int = 1) -> Article {
        Article(
            id: id, version: version, headline: draft.headline, body: draft.body, abstract: nil, byline: nil, source: draft.source,
            url: draft.url?.text,
            language: nil, datePublished: draft.datePublished, dateModified: nil, dateStatus: draft.dateStatus,
            tags: draft.tags.map(\.text), mentions: [],
            events: [], autolink: true, wordCount: 0, contentHash: "", importID: nil, createdAt: Timestamp(milliseconds: 0),
            updatedAt: Timestamp(milliseconds: 0)
        )
    }

    private static func id(_ number: Int) -> ResourceID {
        ResourceID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0000 + UInt64(number))
    }

    /// Stores so many.
    func fill(_ count: Int) {
        state.withLock { state in
            for number in 1...count {
                state.articles[Self.id(number)] = Self.make(Self.id(number), ArticleDraft(headline: "Article \(number)"))
            }
        }
    }

    private func store(_ draft: ArticleDraft, _ policy: ConflictPolicy, _ state: inout State) -> Result<
        WriteOutcome<Article>, RepositoryError
    > {
        if let failure = state.failure { return .failure(failure) }
        if let url = draft.url?.text, let existing = state.articles.values.first(where: { $0.url == url }) {
            switch policy {
            case .error: return .failure(.conflict(existing: existing.id, detail: "The URL is taken."))
            case .return: return .success(WriteOutcome(resource: existing, effect: .unchanged))
            case .update:
                let article = Self.make(existing.id, draft, version: existing.version + 1)
                state.articles[article.id] = article
                return .success(WriteOutcome(resource: article, effect: .replaced))
            }
        }
        state.writes += 1
        let article = Self.make(Self.id(state.articles.count + 1), draft)
        state.articles[article.id] = article
        return .success(WriteOutcome(resource: article, effect: .created))
    }

    func create(
        _ draft: ArticleDraft, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        let outcome = try state.withLock { store(draft, onConflict, &$0) }.get()
        if let recorder { answers.record(recorder.render(outcome), recorder.key) }
        return outcome
    }

    func create(
        batch: [ArticleDraft], atomic: Bool, onConflict: ConflictPolicy,
        recorder: AnswerRecorder<[Result<WriteOutcome<ResourceID>, RepositoryError>]>?
    ) async throws(RepositoryError) -> [Result<WriteOutcome<ResourceID>, RepositoryError>] {
        let results = state.withLock { state in
            let before = state
            let results = batch.map { draft in
                store(draft, onConflict, &state).map { WriteOutcome(resource: $0.resource.id, effect: $0.effect) }
            }
            guard atomic, let failed = results.firstIndex(where: { (try? $0.get()) == nil }) else { return results }
            state = before
            return results.enumerated().map { $0.offset == failed ? $0.element : .failure(.cancelled) }
        }
        if let recorder { answers.record(recorder.render(results), recorder.key) }
        return results
    }

    func article(_ id: ResourceID) async throws(RepositoryError) -> Article {
        guard let article = state.withLock({ $0.articles[id] }) else { throw .notFound }
        return article
    }

    func update(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Article) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> Article {
        let current = try await article(id)
        return try await put(id, if: precondition) { _ throws(ValidationError) in try change(current) }.resource
    }

    func put(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Article?) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        let current = state.withLock { $0.articles[id] }
        guard precondition.holds(for: current?.version) else { throw .preconditionFailed }
        let draft: ArticleDraft
        do throws(ValidationError) { draft = try change(current) } catch { throw .invalid(error) }
        let article = Self.make(id, draft, version: (current?.version ?? 0) + 1)
        state.withLock { $0.articles[id] = article }
        return WriteOutcome(resource: article, effect: current == nil ? .created : .replaced)
    }

    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError) {
        let current = try await article(id)
        guard precondition.holds(for: current.version) else { throw .preconditionFailed }
        state.withLock { _ = $0.articles.removeValue(forKey: id) }
    }

    /// Stands for a read that keeps the store busy.
    private func takeTime() async {
        state.withLock { state in
            state.heldReads += 1
            state.mostHeldReads = max(state.mostHeldReads, state.heldReads)
        }
        while state.withLock(\.holdsReads), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
        state.withLock { $0.heldReads -= 1 }
    }

    func list(_ query: ArticleQuery) async throws(RepositoryError) -> Page<ArticleItem> {
        if query.filter.text != nil { await takeTime() }
        let page: Page<ArticleItem>? = state.withLock { state in
            state.lastQuery = query
            guard state.pagesLeft > 0 else { return nil }
            state.pagesLeft -= 1
            let all = state.articles.values.sorted { $0.id < $1.id }.filter { article in query.page.after.map { article.id > $0.id } ?? true
            }
            let items = all.prefix(query.page.limit).map { ArticleItem(article: $0) }
            let next = items.count < all.count ? items.last.map { PageKey(value: .none, id: $0.article.id) } : nil
            return Page(items: items, next: next, total: query.page.counts ? state.articles.count : nil)
        }
        guard let page else { throw .unavailable(.storageError, cause: "stub") }
        return page
    }

    func facets(_ filter: ArticleFilter, _ facets: [ArticleFacet], limit: Int) async throws(RepositoryError) -> [ArticleFacet:
        [FacetBucket]]
    {
        await takeTime()
        return Dictionary(uniqueKeysWithValues: facets.map { ($0, [FacetBucket(value: "v", label: "V", count: 2)]) })
    }

    func link(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError) { _ = try await article(id) }
    func unlink(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError) { _ = try await article(id) }
    func link(_ id: ResourceID, event: ResourceID) async throws(RepositoryError) { _ = try await article(id) }
    func unlink(_ id: ResourceID, event: ResourceID) async throws(RepositoryError) { _ = try await article(id) }
}

final class StubAnswers: AnswerStore {
    let kept = Mutex<[String: (IdempotencyKey, RecordedAnswer)]>([:])

    func record(_ answer: RecordedAnswer, _ key: IdempotencyKey) {
        kept.withLock { if $0[key.value] == nil { $0[key.value] = (key, answer) } }
    }

    func answer(for key: IdempotencyKey) async throws(RepositoryError) -> IdempotencyLookup {
        kept.withLock { kept in
            guard let (stored, answer) = kept[key.value] else { return .unknown }
            return stored == key ? .answered(answer) : .mismatch
        }
    }

    func keep(_ answer: RecordedAnswer, for key: IdempotencyKey) async throws(RepositoryError) { record(answer, key) }
}

/// Takes its time to tag, and tells how often it was asked to.
final class SlowTagging: Sendable {
    private let time: Duration
    private let count = Atomic(0)

    init(time: Duration) {
        self.time = time
    }

    var begun: Int { count.load(ordering: .acquiring) }

    func run() async {
        count.add(1, ordering: .acquiringAndReleasing)
        try? await Task.sleep(for: time)
    }
}

/// Holds nothing and finds nothing.
struct StubNothing: EntityRepository, EventRepository, TagRepository, SourceRepository, ChangeLog, StoreHealth {
    var tagging: SlowTagging?

    func create(_ draft: EntityDraft, recorder: AnswerRecorder<Entity>?) async throws(RepositoryError) -> Entity { throw .notFound }
    func entity(_ id: ResourceID) async throws(RepositoryError) -> Entity { throw .notFound }
    func update(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Entity) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> Entity { throw .notFound }
    func put(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Entity?) throws(ValidationError) -> EntityDraft
    ) async throws(RepositoryError) -> WriteOutcome<Entity> { throw .notFound }
    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError) { throw .notFound }
    func list(_ query: EntityQuery) async throws(RepositoryError) -> Page<Entity> { Page(items: [], next: nil) }

    func create(_ draft: EventDraft, recorder: AnswerRecorder<Event>?) async throws(RepositoryError) -> Event { throw .notFound }
    func event(_ id: ResourceID) async throws(RepositoryError) -> Event { throw .notFound }
    func update(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Event) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> Event { throw .notFound }
    func put(
        _ id: ResourceID, if precondition: Precondition, _ change: @escaping @Sendable (Event?) throws(ValidationError) -> EventDraft
    ) async throws(RepositoryError) -> WriteOutcome<Event> { throw .notFound }
    func list(_ query: EventQuery) async throws(RepositoryError) -> Page<Event> { Page(items: [], next: nil) }

    func create(_ draft: TagDraft, recorder: AnswerRecorder<Tag>?) async throws(RepositoryError) -> Tag { throw .notFound }
    func tag(_ folded: String) async throws(RepositoryError) -> Tag {
        guard folded == "%c3%a9" else { throw .notFound }
        return Tag(
            id: ResourceID(high: 1, low: 1), version: 4, name: "%C3%A9", description: nil, color: nil, articleCount: 0, entityCount: 0,
            eventCount: 0,
            createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0)
        )
    }
    func update(
        _ folded: String, if precondition: Precondition, _ change: @escaping @Sendable (Tag) throws(ValidationError) -> TagDraft
    ) async throws(RepositoryError) -> Tag { throw .notFound }
    func delete(_ folded: String, if precondition: Precondition) async throws(RepositoryError) { throw .notFound }
    func list(_ query: TagQuery) async throws(RepositoryError) -> Page<Tag> { Page(items: [], next: nil) }
    func add(_ tag: TagName, to kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {}
    func remove(_ folded: String, from kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {}
    func replace(_ tags: [TagName], of kind: TaggedKind, _ id: ResourceID) async throws(RepositoryError) {}
    func matched(_ tagging: Tagging) async throws(RepositoryError) -> Tagging { tagging }
    func apply(_ tagging: Tagging, recorder: AnswerRecorder<TaggingOutcome>?) async throws(RepositoryError) -> TaggingOutcome {
        await self.tagging?.run()
        return TaggingOutcome(matched: 2, changed: 1)
    }

    func list(_ page: PageRequest) async throws(RepositoryError) -> Page<Source> { Page(items: [], next: nil) }
    func source(_ folded: String) async throws(RepositoryError) -> Source {
        guard folded == "newstrack" else { throw .notFound }
        return Source(
            id: ResourceID(high: 1, low: 2), version: 1, name: "NewsTrack", articleCount: 0, timeZone: "Asia/Riyadh", dateOrder: .dmy,
            updatedAt: Timestamp(milliseconds: 0)
        )
    }
    func update(
        _ folded: String, if precondition: Precondition,
        _ change: @escaping @Sendable (Source) throws(ValidationError) -> (timeZone: String?, dateOrder: DateOrder?)
    ) async throws(RepositoryError) -> Source { throw .notFound }

    func changes(after sequence: Int64, limit: Int) async throws(RepositoryError) -> [Change] {
        guard sequence >= 0 else { throw .gone }
        return (sequence..<max(sequence, 450)).prefix(limit).map { number in
            Change(
                sequence: number + 1, action: .created, resource: .article, id: ResourceID(high: 1, low: UInt64(number)), version: 1,
                at: Timestamp(milliseconds: 0))
        }
    }

    func check() async throws(RepositoryError) { throw .unavailable(.readOnly, cause: "stub") }
}

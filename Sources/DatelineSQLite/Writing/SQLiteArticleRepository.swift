import DatelineModels
import GRDB

struct SQLiteArticleRepository: ArticleRepository {
    /// Items of a batch in one transaction: many enough for the sync not to count, few enough for others to get their turn.
    static let chunk = 256

    let reader: Reader
    let writer: Writer

    func create(
        _ draft: ArticleDraft, onConflict: ConflictPolicy, recorder: AnswerRecorder<WriteOutcome<Article>>?
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        try await writer.write { context in
            let (key, effect) = try ArticleWriter(context).create(draft, onConflict: onConflict)
            return try context.recording(WriteOutcome(resource: try context.article(key), effect: effect), recorder)
        }
    }

    func article(_ id: ResourceID) async throws(RepositoryError) -> Article {
        try await reader.read { db in
            guard let key = try ArticleLoader.key(db, id: id), let article = try ArticleLoader.article(db, key: key) else {
                throw RepositoryError.notFound
            }
            return article
        }
    }

    func update(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Article) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> Article {
        try await writer.write { context in
            guard let key = try ArticleLoader.key(context.db, id: id) else { throw RepositoryError.notFound }
            let before = try context.article(key)
            guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
            return try ArticleWriter(context).replace(key, by: try change(before)) ? try context.article(key) : before
        }
    }

    func put(
        _ id: ResourceID, if precondition: Precondition,
        _ change: @escaping @Sendable (Article?) throws(ValidationError) -> ArticleDraft
    ) async throws(RepositoryError) -> WriteOutcome<Article> {
        try await writer.write { context in
            let writer = ArticleWriter(context)
            if let key = try ArticleLoader.key(context.db, id: id) {
                let before = try context.article(key)
                guard precondition.holds(for: before.version) else { throw RepositoryError.preconditionFailed }
                let changed = try writer.replace(key, by: try change(before))
                return WriteOutcome(resource: changed ? try context.article(key) : before, effect: changed ? .replaced : .unchanged)
            }
            guard precondition.holds(for: nil) else { throw RepositoryError.preconditionFailed }
            try context.refuseRetired(id)
            let key = try writer.insert(try change(nil), id: id)
            return WriteOutcome(resource: try context.article(key), effect: .created)
        }
    }

    func delete(_ id: ResourceID, if precondition: Precondition) async throws(RepositoryError) {
        try await writer.write { context in
            let found = try context.db.row("SELECT article_key, version FROM article WHERE id = ?", [id.blob])
            guard let found else { throw RepositoryError.notFound }
            guard precondition.holds(for: found[1]) else { throw RepositoryError.preconditionFailed }
            try ArticleWriter(context).delete(found[0], version: found[1])
        }
    }

    func list(_ query: ArticleQuery) async throws(RepositoryError) -> Page<ArticleItem> {
        try await reader.read { try ArticleListing.page($0, query) }
    }

    func facets(_ filter: ArticleFilter, _ facets: [ArticleFacet], limit: Int) async throws(RepositoryError) -> [ArticleFacet:
        [FacetBucket]]
    {
        try await reader.read { try ArticleListing.facets($0, filter, facets, limit: limit) }
    }
}

extension WriteContext {
    func article(_ key: Int64) throws -> Article {
        guard let article = try ArticleLoader.article(db, key: key) else { throw RepositoryError.notFound }
        return article
    }

    /// Ids are never given again.
    func refuseRetired(_ id: ResourceID) throws {
        if try isRetired(id) { throw RepositoryError.conflict(existing: nil, detail: "This id belonged to a resource that was deleted.") }
    }

    /// Keeps the answer to be made of a write, if that is asked for, in the write's own transaction.
    func recording<Result: Sendable>(_ result: Result, _ recorder: AnswerRecorder<Result>?) throws -> Result {
        if let recorder { try KeptAnswers(db).insert(recorder.render(result), for: recorder.key, at: now()) }
        return result
    }
}

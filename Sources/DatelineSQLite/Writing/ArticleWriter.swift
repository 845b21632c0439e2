import DatelineModels
import Foundation
import GRDB

/// Stores, replaces and deletes articles with everything that hangs on them, within a transaction.
struct ArticleWriter {
    let context: WriteContext
    var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// - Throws: `.conflict` where the URL is taken and the policy is `.error`, or where `id` is; `.invalid`.
    func create(_ draft: ArticleDraft, onConflict: ConflictPolicy, id: ResourceID? = nil, importID: ResourceID? = nil) throws -> (
        key: Int64, effect: WriteOutcome<Article>.Effect
    ) {
        if onConflict == .error { return (try insert(draft, id: id, importID: importID), .created) }
        do {
            // What was made on the way to the conflict (the source) goes too.
            return try context.savepoint { (try insert(draft, id: id, importID: importID), .created) }
        } catch RepositoryError.conflict(let existing?, let detail) {
            guard let key = try key(existing) else { throw RepositoryError.conflict(existing: existing, detail: detail) }
            guard onConflict == .update else { return (key, .unchanged) }
            return (key, try replace(key, by: draft) ? .replaced : .unchanged)
        }
    }

    func key(_ id: ResourceID) throws -> Int64? {
        try db.integer("SELECT article_key FROM article WHERE id = ?", [id.blob])
    }

    func insert(_ draft: ArticleDraft, id: ResourceID? = nil, importID: ResourceID? = nil) throws -> Int64 {
        try insert(PreparedArticle(draft), id: id ?? context.makeID(), importID: importID)
    }

    func insert(_ prepared: PreparedArticle, id: ResourceID, importID: ResourceID?) throws -> Int64 {
        let stored = prepared.stored
        let time = context.now()
        let sourceKey = try stored.source.map { try context.sourceKey($0, folded: prepared.foldedSource) }
        let key = try insertRow(prepared, id: id, sourceKey: sourceKey, importID: importID, time)
        if let body = stored.body { try db.run("INSERT INTO article_body (article_key, body) VALUES (?, ?)", [key, body]) }
        let article = LinkedArticle(key: key, id: id.blob, dateKey: stored.dateKey)
        let links = try ArticleLinks(prepared.draft, context)
        for tag in links.tags.sorted() { try link(article, tag: tag) }
        for event in links.events.sorted() { try EventLinks(context).link(article, event: event, sourceKey: sourceKey) }
        _ = try MentionWriter(context).refresh(article, stored, manual: links.mentions, isNew: true, found: prepared.found)
        context.index(.addArticle(key, headline: stored.headline, body: stored.body))
        try context.record(.created, .article, article.id, version: 1, at: time)
        return key
    }

    private func insertRow(_ prepared: PreparedArticle, id: ResourceID, sourceKey: Int64?, importID: ResourceID?, _ time: Timestamp) throws
        -> Int64
    {
        let stored = prepared.stored
        return try Conflicts.decided {
            try db.run(
                """
                INSERT INTO article (
                    id, version, headline, abstract, byline, source, source_key, url, url_key, language, date_precision, date_key,
                    date_latest, modified_precision, modified_earliest, date_status, autolink, word_count, content_hash, import_id,
                    created_at, updated_at
                ) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id.blob, stored.headline, stored.abstract, stored.byline, stored.source, sourceKey, stored.url, stored.urlKey,
                    stored.language, stored.datePublished?.precision.rawValue, stored.dateKey, Codec.latest(stored.datePublished),
                    stored.dateModified?.precision.rawValue, stored.dateModified?.earliest, stored.dateStatus.rawValue, stored.autolink,
                    prepared.figures.wordCount, prepared.figures.contentHash, importID?.blob, time.milliseconds, time.milliseconds,
                ]
            )
            return db.lastInsertedRowID
        } by: {
            try urlConflict(stored)
                ?? Conflicts.id(db, "SELECT id FROM article WHERE id = ?", [id.blob])
                .map { .conflict(existing: $0, detail: "There is an article with this id already.") }
        }
    }

    func urlConflict(_ stored: StoredArticle) throws -> RepositoryError? {
        guard let urlKey = stored.urlKey else { return nil }
        return try Conflicts.id(db, "SELECT id FROM article WHERE url_key = ?", [urlKey])
            .map { .conflict(existing: $0, detail: "There is an article with this URL already.") }
    }

    func link(_ article: LinkedArticle, tag: Int64) throws {
        try db.run(
            "INSERT INTO article_tag (tag_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
            [tag, article.dateKey, article.id, article.key]
        )
    }

    func unlink(_ article: LinkedArticle, tag: Int64) throws {
        try db.run("DELETE FROM article_tag WHERE article_key = ? AND tag_key = ?", [article.key, tag])
    }
}

/// What the link tables repeat of an article.
struct LinkedArticle {
    let key: Int64
    let id: Data
    var dateKey: Int64

    init(key: Int64, id: Data, dateKey: Int64) {
        self.key = key
        self.id = id
        self.dateKey = dateKey
    }

    init?(_ db: Database, _ key: Int64) throws {
        guard let row = try db.row("SELECT id, date_key FROM article WHERE article_key = ?", [key]) else { return nil }
        self.init(key: key, id: row[0], dateKey: row[1])
    }
}

/// The keys of what a draft links to; what is new (tags, named entities) is made.
struct ArticleLinks {
    var tags: Set<Int64>
    /// Made by hand.
    var mentions: Set<Int64>
    var events: Set<Int64>

    /// Whether a draft may name something that isn't there.
    static func canFail(_ draft: ArticleDraft) -> Bool {
        !draft.mentions.isEmpty || !draft.events.isEmpty
    }

    /// - Throws: ``ValidationError`` with every target that doesn't exist.
    init(_ draft: ArticleDraft, _ context: WriteContext) throws {
        var resolver = EntityResolver(context)
        mentions = []
        events = []
        for mention in draft.mentions {
            let isID = if case .id = mention.target { true } else { false }
            let pointer = isID ? "/mentions/\(mention.index)/entity" : "/mentions/\(mention.index)"
            if let key = try resolver.key(mention.target, pointer) { mentions.insert(key) }
        }
        for event in draft.events {
            if let key = try context.db.integer("SELECT event_key FROM event WHERE id = ?", [event.id.blob]) {
                events.insert(key)
            } else {
                resolver.faults.add(pointer: "/events/\(event.index)", .notFound, "There is no event with this id.")
            }
        }
        try resolver.faults.throwIfAny()
        tags = try context.tagKeys(draft.tags)
    }
}

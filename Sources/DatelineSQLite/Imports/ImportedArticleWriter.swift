import DatelineModels
import Foundation
import GRDB

/// Stores an article that a file gave, and keeps what the file said of it.
struct ImportedArticleWriter {
    private let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    /// - Throws: `.conflict` before anything is written; `.invalid` only where the draft names entities or events.
    func insert(_ article: PreparedImport, importID: ResourceID) throws -> (key: Int64, id: ResourceID) {
        if let id = article.id { try context.refuseRetired(id) }
        let id = article.id ?? context.makeID()
        let key = try ArticleWriter(context).insert(article.article, id: id, importID: importID)
        var base = article.said
        if !article.article.draft.mentions.isEmpty { base[.mentions] = ImportBase.hash(ofKeys: try MentionWriter(context).manual(key)) }
        if !article.article.draft.events.isEmpty { base[.events] = ImportBase.hash(ofKeys: try events(key)) }
        try db.run("INSERT INTO article_import (article_key, base) VALUES (?, ?)", [key, base.blob])
        if let name = article.key { try self.name(key, name) }
        return (key, id)
    }

    /// Brings an article to what a file says now, but for what clients changed. What the file says nothing of goes, unless another
    /// file holds the article too, which may say it.
    ///
    /// - Parameter file: the key of the file's row; nil where it has none yet.
    /// - Throws: `.conflict` before anything is written; `.invalid` only where the draft names entities or events.
    func merge(_ article: PreparedImport, into key: Int64, file: Int64?) throws -> (id: ResourceID, conflicts: [ImportBase.Field]) {
        guard let known = try Known(db, key, file: file) else { throw RepositoryError.notFound }
        return try merge(article, into: key, known, keepsEdits: false)
    }

    /// As ``merge(_:into:file:)``, for what a content says that is read again: whether its files are still there is another matter, and
    /// what a client has set stays the client's even where this reading says the same.
    ///
    /// - Parameter content: its hash.
    func merge(_ article: PreparedImport, into key: Int64, content: Data) throws -> (id: ResourceID, conflicts: [ImportBase.Field]) {
        guard var known = try Known(db, key, file: nil) else { throw RepositoryError.notFound }
        known.isMarked = false
        if known.isShared {
            known.isShared =
                try db.integer(
                    """
                    SELECT 1 FROM article_file AS l CROSS JOIN import_file AS f ON f.file_key = l.file_key
                    WHERE l.article_key = ? AND f.sha256 IS NOT ? LIMIT 1
                    """, [key, content]) != nil
        }
        return try merge(article, into: key, known, keepsEdits: true)
    }

    private func merge(_ article: PreparedImport, into key: Int64, _ known: Known, keepsEdits: Bool) throws -> (
        id: ResourceID, conflicts: [ImportBase.Field]
    ) {
        guard let before = try StoredArticle(db, key) else { throw RepositoryError.notFound }
        let base = try known.base ?? (known.isAsImported ? lookedUpBase(key, before) : nil)
        var said = article.said
        // What is said nothing of and stays is still what was said of it last.
        for field in known.isShared ? ImportBase.Field.allCases : ImportBase.Field.lists where said[field] == 0 {
            said[field] = base?[field] ?? 0
        }
        let stated = known.isShared ? article.article.stored.filled(from: before) : article.article.stored
        let draft = article.article.draft
        var links = draft
        links.tags = []
        let targets = ArticleLinks.canFail(draft) ? try ArticleLinks(links, context) : nil
        if let targets, !draft.mentions.isEmpty { said[.mentions] = ImportBase.hash(ofKeys: targets.mentions) }
        if let targets, !draft.events.isEmpty { said[.events] = ImportBase.hash(ofKeys: targets.events) }

        var merge = ImportMerge(base: base, said: said, keepsEdits: keepsEdits)
        var replacement = ArticleReplacement(stored: merge.columns(before, stated))
        if !draft.tags.isEmpty, merge.takes(.tags, over: ImportBase.hash(ofTags: try tags(key))) {
            replacement.tags = try context.tagKeys(draft.tags)
        }
        if let targets, !draft.mentions.isEmpty {
            let stored = ImportBase.hash(ofKeys: try MentionWriter(context).manual(key))
            if merge.takes(.mentions, over: stored) { replacement.mentions = targets.mentions }
        }
        if let targets, !draft.events.isEmpty, merge.takes(.events, over: ImportBase.hash(ofKeys: try events(key))) {
            replacement.events = targets.events
        }
        if replacement.stored.hasSameText(as: article.article.stored) { replacement.found = article.article.found }
        try refuseTakenURL(replacement.stored, before, key)

        var changed = try ArticleWriter(context).replace(known.linked, before, by: replacement)
        if known.isMarked {
            try db.run("UPDATE article SET source_missing_at = NULL WHERE article_key = ?", [key])
            changed = true
        }
        if changed { try context.touch(.article, key) }
        if known.base != merge.nextBase { try keep(merge.nextBase, of: key) }
        if let name = article.key { try self.name(key, name) }
        return (known.id, merge.conflicts)
    }

    /// Keeps what was said of an article last.
    func keep(_ said: ImportBase, of key: Int64) throws {
        try db.run(
            "INSERT INTO article_import (article_key, base) VALUES (?, ?) ON CONFLICT (article_key) DO UPDATE SET base = excluded.base",
            [key, said.blob]
        )
    }

    private func refuseTakenURL(_ after: StoredArticle, _ before: StoredArticle, _ key: Int64) throws {
        guard let url = after.urlKey, url != before.urlKey else { return }
        if let owner = try ArticleWriter(context).urlConflict(after) { throw owner }
    }

    /// The first article of a name keeps it.
    private func name(_ key: Int64, _ name: String) throws {
        try db.run("INSERT INTO article_import_key (key, article_key) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", [name, key])
    }

    private func tags(_ key: Int64) throws -> [String] {
        let query = SQLText(
            "SELECT tag.folded FROM article_tag CROSS JOIN tag ON tag.tag_key = article_tag.tag_key WHERE article_tag.article_key = ?",
            .integer(key)
        )
        var tags: [String] = []
        try db.forEachRow(of: query) { tags.append($0.text(0)) }
        return tags
    }

    private func events(_ key: Int64) throws -> Set<Int64> {
        Set(try db.integers("SELECT event_key FROM article_event WHERE article_key = ?", [key]))
    }

    /// Of an article that a file brought before it was recorded what files say: nothing was changed since.
    private func lookedUpBase(_ key: Int64, _ stored: StoredArticle) throws -> ImportBase {
        var base = ImportBase(stored, tags: [])
        base[.tags] = ImportBase.hash(ofTags: try tags(key))
        base[.mentions] = ImportBase.hash(ofKeys: try MentionWriter(context).manual(key))
        base[.events] = ImportBase.hash(ofKeys: try events(key))
        return base
    }

    /// What a merge has to know of an article beside its columns.
    private struct Known {
        let linked: LinkedArticle
        let id: ResourceID
        /// A file brought it, and nothing has touched it since.
        let isAsImported: Bool
        var isMarked: Bool
        /// Another file holds it too.
        var isShared: Bool
        let base: ImportBase?

        init?(_ db: Database, _ key: Int64, file: Int64?) throws {
            let query = SQLText(
                """
                SELECT a.id, a.date_key, a.version = 1 AND a.import_id IS NOT NULL, a.source_missing_at IS NOT NULL,
                    EXISTS (SELECT 1 FROM article_file AS l WHERE l.article_key = a.article_key AND l.file_key <> ?), i.base
                FROM article AS a LEFT JOIN article_import AS i ON i.article_key = a.article_key WHERE a.article_key = ?
                """, .integer(file ?? 0), .integer(key))
            guard let known = try db.firstRow(of: query, { Self(key, $0) }) else { return nil }
            self = known
        }

        private init(_ key: Int64, _ row: ResultRow) {
            id = row.id(0)
            linked = LinkedArticle(key: key, id: id.blob, dateKey: row.integer(1))
            isAsImported = row.flag(2)
            isMarked = row.flag(3)
            isShared = row.flag(4)
            base = ImportBase(blob: row.blob(5))
        }
    }
}

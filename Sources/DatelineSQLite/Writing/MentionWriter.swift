import DatelineLinking
import DatelineModels
import GRDB

/// Keeps the mentions of an article, and the narrow tables that lists are read from, in step with its text, the known names
/// and what clients linked and unlinked by hand.
struct MentionWriter {
    let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    private struct Link: Equatable {
        let count: Int
        let surfaces: String
        let status: MentionStatus
        let origin: MentionOrigin
    }

    /// The entities that clients linked by hand.
    func manual(_ article: Int64) throws -> Set<Int64> {
        Set(try db.integers("SELECT entity_key FROM article_mention WHERE article_key = ? AND status = 'manual'", [article]))
    }

    /// Works out the mentions anew.
    ///
    /// - Parameter found: what was found in this very text before the transaction.
    /// - Returns: whether they are different now.
    func refresh(
        _ article: LinkedArticle, _ stored: StoredArticle, manual: Set<Int64>, isNew: Bool = false, found: FoundNames? = nil
    ) throws -> Bool {
        let wanted = try wanted(article.key, stored, manual, isNew: isNew, found)
        let before = isNew ? [:] : try links(article.key)
        guard wanted != before else { return false }
        for entity in before.keys.sorted() where wanted[entity] == nil { try remove(entity, from: article) }
        for (entity, link) in wanted.sorted(by: { $0.key < $1.key }) where before[entity] != link {
            try put(link, entity, article, isNew: before[entity] == nil)
        }
        try refreshTypes(article)
        return true
    }

    /// Takes one mention away and, if it was found by the program or would be, keeps it away.
    ///
    /// - Returns: whether there was one.
    func unlink(_ article: LinkedArticle, entity: Int64) throws -> Bool {
        guard try db.integer("SELECT 1 FROM article_mention WHERE article_key = ? AND entity_key = ?", [article.key, entity]) != nil else {
            return false
        }
        try remove(entity, from: article)
        try db.run("INSERT OR IGNORE INTO article_unlinked (article_key, entity_key) VALUES (?, ?)", [article.key, entity])
        try refreshTypes(article)
        return true
    }

    func forgetUnlinking(_ article: Int64, _ entity: Int64) throws {
        try db.run("DELETE FROM article_unlinked WHERE article_key = ? AND entity_key = ?", [article, entity])
    }

    func removeAll(_ article: LinkedArticle) throws {
        for entity in try db.integers("SELECT entity_key FROM article_mention WHERE article_key = ?", [article.key]) {
            try remove(entity, from: article)
        }
        try db.run("DELETE FROM article_entity_type WHERE article_key = ?", [article.key])
    }

    /// Takes an entity out of all articles, in as many statements for one as for a hundred thousand.
    func removeAll(of entity: Int64) throws {
        let articles = "SELECT article_key FROM article_entity WHERE entity_key = ?"
        try db.run("DELETE FROM article_mention WHERE entity_key = ? AND article_key IN (\(articles))", [entity, entity])
        try db.run(
            """
            DELETE FROM article_entity_type
            WHERE type = (SELECT type FROM entity WHERE entity_key = ?) AND article_key IN (\(articles)) AND NOT EXISTS (
                SELECT 1 FROM article_mention CROSS JOIN entity ON entity.entity_key = article_mention.entity_key
                WHERE article_mention.article_key = article_entity_type.article_key AND entity.type = article_entity_type.type
            )
            """,
            [entity, entity])
        try db.run("DELETE FROM article_entity WHERE entity_key = ?", [entity])
    }

    func remove(_ entity: Int64, from article: LinkedArticle) throws {
        try db.run("DELETE FROM article_mention WHERE article_key = ? AND entity_key = ?", [article.key, entity])
        try db.run(
            "DELETE FROM article_entity WHERE entity_key = ? AND date_key = ? AND article_id = ?", [entity, article.dateKey, article.id]
        )
    }

    /// One row for each type among the article's entities.
    func refreshTypes(_ article: LinkedArticle) throws {
        try db.run(
            """
            DELETE FROM article_entity_type WHERE article_key = ? AND type NOT IN (
                SELECT entity.type FROM article_mention JOIN entity ON entity.entity_key = article_mention.entity_key
                WHERE article_mention.article_key = ?
            )
            """,
            [article.key, article.key]
        )
        try db.run(
            """
            INSERT OR IGNORE INTO article_entity_type (type, date_key, article_id, article_key)
            SELECT DISTINCT entity.type, ?, ?, ? FROM article_mention JOIN entity ON entity.entity_key = article_mention.entity_key
            WHERE article_mention.article_key = ?
            """,
            [article.dateKey, article.id, article.key, article.key]
        )
    }

    private func wanted(_ article: Int64, _ stored: StoredArticle, _ manual: Set<Int64>, isNew: Bool, _ found: FoundNames?) throws
        -> [Int64: Link]
    {
        guard stored.autolink || !manual.isEmpty else { return [:] }
        var wanted: [Int64: Link] = [:]
        let unlinked = isNew ? [] : Set(try db.integers("SELECT entity_key FROM article_unlinked WHERE article_key = ?", [article]))
        for found in context.mentions(headline: stored.headline, body: stored.body, found: found) {
            let isManual = manual.contains(found.entity)
            guard isManual || stored.autolink && !unlinked.contains(found.entity) else { continue }
            wanted[found.entity] = Link(
                count: found.count, surfaces: JSONText.encode(found.surfaces), status: isManual ? .manual : .auto, origin: found.linkedBy
            )
        }
        for entity in manual where wanted[entity] == nil {
            wanted[entity] = Link(count: 0, surfaces: "[]", status: .manual, origin: .client)
        }
        return wanted
    }

    private func links(_ article: Int64) throws -> [Int64: Link] {
        var links: [Int64: Link] = [:]
        for row in try db.rows(
            "SELECT entity_key, count, surfaces, status, linked_by FROM article_mention WHERE article_key = ?", [article])
        {
            links[row[0]] = Link(
                count: row[1], surfaces: row[2], status: MentionStatus(rawValue: row[3]) ?? .auto,
                origin: MentionOrigin(rawValue: row[4]) ?? .client
            )
        }
        return links
    }

    private func put(_ link: Link, _ entity: Int64, _ article: LinkedArticle, isNew: Bool) throws {
        try db.run(
            """
            INSERT INTO article_mention (article_key, entity_key, count, surfaces, status, linked_by) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (article_key, entity_key) DO UPDATE SET
                count = excluded.count, surfaces = excluded.surfaces, status = excluded.status, linked_by = excluded.linked_by
            """,
            [article.key, entity, link.count, link.surfaces, link.status.rawValue, link.origin.rawValue]
        )
        guard isNew else { return }
        try db.run(
            "INSERT INTO article_entity (entity_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
            [entity, article.dateKey, article.id, article.key]
        )
    }
}

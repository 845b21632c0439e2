import DatelineModels
import GRDB

/// The links between articles and events, and how many articles of each source tell of an event.
struct EventLinks {
    let context: WriteContext
    private var db: Database { context.db }

    init(_ context: WriteContext) {
        self.context = context
    }

    func sourceKey(_ article: Int64) throws -> Int64? {
        let key = try db.integer("SELECT ifnull(source_key, 0) FROM article WHERE article_key = ?", [article])
        return key == 0 ? nil : key
    }

    func link(_ article: LinkedArticle, event: Int64, sourceKey: Int64?) throws {
        try db.run(
            "INSERT INTO article_event (event_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
            [event, article.dateKey, article.id, article.key]
        )
        if let sourceKey { try count(event, sourceKey) }
    }

    func unlink(_ article: LinkedArticle, event: Int64, sourceKey: Int64?) throws {
        try db.run("DELETE FROM article_event WHERE article_key = ? AND event_key = ?", [article.key, event])
        if let sourceKey { try discount(event, sourceKey) }
    }

    /// Counts the article's events for another source.
    func move(article: Int64, from old: Int64?, to new: Int64?) throws {
        for event in try db.integers("SELECT event_key FROM article_event WHERE article_key = ?", [article]) {
            if let old { try discount(event, old) }
            if let new { try count(event, new) }
        }
    }

    private func count(_ event: Int64, _ source: Int64) throws {
        try db.run(
            """
            INSERT INTO event_source (event_key, source_key, article_count) VALUES (?, ?, 1)
            ON CONFLICT (event_key, source_key) DO UPDATE SET article_count = article_count + 1
            """,
            [event, source]
        )
    }

    private func discount(_ event: Int64, _ source: Int64) throws {
        try db.run("DELETE FROM event_source WHERE event_key = ? AND source_key = ? AND article_count = 1", [event, source])
        try db.run(
            "UPDATE event_source SET article_count = article_count - 1 WHERE event_key = ? AND source_key = ? AND article_count > 1",
            [event, source])
    }
}

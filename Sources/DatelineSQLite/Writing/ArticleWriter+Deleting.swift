import DatelineModels
import Foundation
import GRDB

extension ArticleWriter {
    /// - Parameter version: its last.
    func delete(_ key: Int64, version: Int) throws {
        guard let stored = try StoredArticle(db, key), let article = try LinkedArticle(db, key) else { throw RepositoryError.notFound }
        let links = EventLinks(context)
        let sourceKey = try links.sourceKey(key)
        for event in try db.integers("SELECT event_key FROM article_event WHERE article_key = ?", [key]) {
            try links.unlink(article, event: event, sourceKey: sourceKey)
        }
        try db.run("DELETE FROM article_tag WHERE article_key = ?", [key])
        try MentionWriter(context).removeAll(article)
        context.index(.removeArticle(key, headline: stored.headline, body: stored.body))
        try db.run("DELETE FROM article WHERE article_key = ?", [key])
        try context.retire(article.id)
        try context.record(.deleted, .article, article.id, version: version, at: context.now())
    }
}

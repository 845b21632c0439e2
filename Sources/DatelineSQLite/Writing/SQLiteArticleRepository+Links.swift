import DatelineModels
import GRDB

extension SQLiteArticleRepository {
    func link(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let (article, stored) = try context.linked(id)
            guard let key = try EntityLoader.key(context.db, id: entity) else { throw RepositoryError.notFound }
            let mentions = MentionWriter(context)
            try mentions.forgetUnlinking(article.key, key)
            let manual = try mentions.manual(article.key)
            if try mentions.refresh(article, stored, manual: manual.union([key])) { try context.touch(.article, article.key) }
        }
    }

    func unlink(_ id: ResourceID, entity: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let (article, _) = try context.linked(id)
            guard let key = try EntityLoader.key(context.db, id: entity), try MentionWriter(context).unlink(article, entity: key) else {
                throw RepositoryError.notFound
            }
            try context.touch(.article, article.key)
        }
    }

    func link(_ id: ResourceID, event: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let (article, _) = try context.linked(id)
            guard let key = try EventLoader.key(context.db, id: event) else { throw RepositoryError.notFound }
            guard try !context.isLinked(article.key, event: key) else { return }
            let links = EventLinks(context)
            try links.link(article, event: key, sourceKey: try links.sourceKey(article.key))
            try context.touch(.article, article.key)
        }
    }

    func unlink(_ id: ResourceID, event: ResourceID) async throws(RepositoryError) {
        try await writer.write { context in
            let (article, _) = try context.linked(id)
            guard let key = try EventLoader.key(context.db, id: event), try context.isLinked(article.key, event: key) else {
                throw RepositoryError.notFound
            }
            let links = EventLinks(context)
            try links.unlink(article, event: key, sourceKey: try links.sourceKey(article.key))
            try context.touch(.article, article.key)
        }
    }
}

extension WriteContext {
    func linked(_ id: ResourceID) throws -> (LinkedArticle, StoredArticle) {
        guard let key = try ArticleLoader.key(db, id: id), let article = try LinkedArticle(db, key), let stored = try StoredArticle(db, key)
        else {
            throw RepositoryError.notFound
        }
        return (article, stored)
    }

    fileprivate func isLinked(_ article: Int64, event: Int64) throws -> Bool {
        try db.integer("SELECT 1 FROM article_event WHERE article_key = ? AND event_key = ?", [article, event]) != nil
    }
}

import DatelineModels
import Foundation
import GRDB

extension ArticleWriter {
    /// Replaces everything that a client can set. Nothing is written where nothing is different.
    ///
    /// - Returns: whether something was.
    /// - Throws: `.conflict` where the URL is another article's; `.invalid`.
    func replace(_ key: Int64, by draft: ArticleDraft) throws -> Bool {
        guard let before = try StoredArticle(db, key), let article = try LinkedArticle(db, key) else { throw RepositoryError.notFound }
        let links = try ArticleLinks(draft, context)
        let replacement = ArticleReplacement(
            stored: StoredArticle(draft), tags: links.tags, mentions: links.mentions, events: links.events
        )
        let changed = try replace(article, before, by: replacement)
        if changed { try context.touch(.article, key) }
        return changed
    }

    /// Writes what is different, and leaves it to the caller to give the article its next version.
    ///
    /// - Returns: whether something was.
    func replace(_ article: LinkedArticle, _ before: StoredArticle, by replacement: ArticleReplacement) throws -> Bool {
        var article = article
        var after = replacement.stored
        let key = article.key
        // The key that came with it when it was first stored stays with an URL that is sent back unchanged.
        if let url = after.url, let old = before.url, url.utf8.elementsEqual(old.utf8) { after.urlKey = before.urlKey }
        var changed = before != after
        if changed { try update(&article, from: before, to: after) }
        if let tags = replacement.tags, try replaceTags(article, by: tags) { changed = true }
        if let events = replacement.events, try replaceEvents(article, by: events) { changed = true }
        let isSameText = before.hasSameText(as: after)
        if replacement.mentions == nil, before.autolink == after.autolink, isSameText { return changed }
        let manual = try MentionWriter(context).manual(key)
        let wanted = replacement.mentions ?? manual
        if manual != wanted || before.autolink != after.autolink || !isSameText {
            // What a client links again is no longer unlinked.
            for entity in wanted.subtracting(manual) { try MentionWriter(context).forgetUnlinking(key, entity) }
            if try MentionWriter(context).refresh(article, after, manual: wanted, found: replacement.found) { changed = true }
        }
        return changed
    }

    private func update(_ article: inout LinkedArticle, from before: StoredArticle, to after: StoredArticle) throws {
        let key = article.key
        let sourceKey = try after.source.map { try context.sourceKey($0) }
        let oldSource = try db.integer("SELECT ifnull(source_key, 0) FROM article WHERE article_key = ?", [key])
        try updateRow(key, after, sourceKey)
        if oldSource != sourceKey ?? 0 {
            try EventLinks(context).move(article: key, from: oldSource == 0 ? nil : oldSource, to: sourceKey)
        }
        if before.dateKey != after.dateKey { try redate(&article, to: after.dateKey) }
        guard !before.hasSameText(as: after) else { return }
        context.index(.removeArticle(key, headline: before.headline, body: before.body))
        context.index(.addArticle(key, headline: after.headline, body: after.body))
        if let body = after.body {
            try db.run(
                "INSERT INTO article_body (article_key, body) VALUES (?, ?) ON CONFLICT (article_key) DO UPDATE SET body = excluded.body",
                [key, body]
            )
        } else {
            try db.run("DELETE FROM article_body WHERE article_key = ?", [key])
        }
    }

    private func updateRow(_ key: Int64, _ stored: StoredArticle, _ sourceKey: Int64?) throws {
        let figures = TextFigures(stored)
        try Conflicts.decided {
            try db.run(
                """
                UPDATE article SET
                    headline = ?, abstract = ?, byline = ?, source = ?, source_key = ?, url = ?, url_key = ?, language = ?,
                    date_precision = ?, date_key = ?, date_latest = ?, modified_precision = ?, modified_earliest = ?,
                    date_status = ?, autolink = ?, word_count = ?, content_hash = ?
                WHERE article_key = ?
                """,
                [
                    stored.headline, stored.abstract, stored.byline, stored.source, sourceKey, stored.url, stored.urlKey, stored.language,
                    stored.datePublished?.precision.rawValue, stored.dateKey, Codec.latest(stored.datePublished),
                    stored.dateModified?.precision.rawValue, stored.dateModified?.earliest, stored.dateStatus.rawValue, stored.autolink,
                    figures.wordCount, figures.contentHash, key,
                ]
            )
        } by: {
            try urlConflict(stored)
        }
    }

    /// Moves an article's rows of the link tables to another date.
    private func redate(_ article: inout LinkedArticle, to dateKey: Int64) throws {
        let entities = try db.integers("SELECT entity_key FROM article_mention WHERE article_key = ?", [article.key])
        for entity in entities {
            try db.run(
                "UPDATE article_entity SET date_key = ? WHERE entity_key = ? AND date_key = ? AND article_id = ?",
                [dateKey, entity, article.dateKey, article.id]
            )
        }
        for table in ["article_tag", "article_event", "article_entity_type"] {
            try db.run("UPDATE \(table) SET date_key = ? WHERE article_key = ?", [dateKey, article.key])
        }
        article.dateKey = dateKey
    }

    func replaceTags(_ article: LinkedArticle, by tags: Set<Int64>) throws -> Bool {
        let before = Set(try db.integers("SELECT tag_key FROM article_tag WHERE article_key = ?", [article.key]))
        for tag in before.subtracting(tags).sorted() { try unlink(article, tag: tag) }
        for tag in tags.subtracting(before).sorted() { try link(article, tag: tag) }
        return before != tags
    }

    private func replaceEvents(_ article: LinkedArticle, by events: Set<Int64>) throws -> Bool {
        let links = EventLinks(context)
        let before = Set(try db.integers("SELECT event_key FROM article_event WHERE article_key = ?", [article.key]))
        guard before != events else { return false }
        let sourceKey = try links.sourceKey(article.key)
        for event in before.subtracting(events).sorted() { try links.unlink(article, event: event, sourceKey: sourceKey) }
        for event in events.subtracting(before).sorted() { try links.link(article, event: event, sourceKey: sourceKey) }
        return true
    }
}

/// What an article is to become; nil: stays as it is.
struct ArticleReplacement {
    var stored: StoredArticle
    var tags: Set<Int64>?
    /// Made by hand.
    var mentions: Set<Int64>?
    var events: Set<Int64>?
    /// Found in the text before the transaction.
    var found: FoundNames?
}

import CSQLite
import Foundation

/// The statements that one stored article takes.
final class Loader {
    private let database: Database
    private let articles: [Article]
    private var random = SystemRandomNumberGenerator()

    private let findSource, addSource, addArticle, addBody, addText, findTag, addTag, tagArticle: Statement
    private let findEntity, addEntity, addMention, linkEntity, linkType, addChange: Statement

    init(database: Database, articles: [Article]) throws {
        self.database = database
        self.articles = articles
        findSource = try database.prepare("SELECT source_key FROM source WHERE folded = ?")
        addSource = try database.prepare("INSERT INTO source (id, version, name, folded, created_at, updated_at) VALUES (?, 1, ?, ?, 1, 1)")
        addArticle = try database.prepare("""
            INSERT INTO article (id, version, headline, source, source_key, date_precision, date_key, date_latest, date_status,
                autolink, word_count, content_hash, created_at, updated_at)
            VALUES (?, 1, ?, ?, ?, 2, ?, ?, 'stated', 1, 400, ?, ?, ?)
            """)
        addBody = try database.prepare("INSERT INTO article_body (article_key, body) VALUES (?, ?)")
        addText = try database.prepare("INSERT INTO article_text (rowid, headline, body) VALUES (?, ?, ?)")
        findTag = try database.prepare("SELECT tag_key FROM tag WHERE folded = ?")
        addTag = try database.prepare("INSERT INTO tag (id, version, name, folded, created_at, updated_at) VALUES (?, 1, ?, ?, 1, 1)")
        tagArticle = try database.prepare("INSERT INTO article_tag (tag_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)")
        findEntity = try database.prepare("SELECT entity_key FROM entity WHERE type = 'person' AND folded = ?")
        addEntity = try database.prepare("INSERT INTO entity (id, version, type, name, folded, created_at, updated_at) VALUES (?, 1, 'person', ?, ?, 1, 1)")
        addMention = try database.prepare(
            "INSERT INTO article_mention (article_key, entity_key, count, surfaces, status, linked_by) VALUES (?, ?, 0, '[]', 'manual', 'client')"
        )
        linkEntity = try database.prepare("INSERT INTO article_entity (entity_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)")
        linkType = try database.prepare("INSERT INTO article_entity_type (type, date_key, article_id, article_key) VALUES ('person', ?, ?, ?)")
        addChange = try database.prepare("INSERT INTO change (action, resource, id, version, at) VALUES ('created', 'article', ?, 1, ?)")
    }

    func prepareEntitiesAndTags() throws {
        try database.run("BEGIN")
        for article in articles {
            for name in article.entities where try findEntity.integer(.text(name.lowercased())) == nil {
                try addEntity.run(.blob(randomBytes(16)), .text(name), .text(name.lowercased()))
            }
            for tag in article.tags where try findTag.integer(.text(tag)) == nil {
                try addTag.run(.blob(randomBytes(16)), .text(tag), .text(tag))
            }
            if try findSource.integer(.text(article.source.lowercased())) == nil {
                try addSource.run(.blob(randomBytes(16)), .text(article.source), .text(article.source.lowercased()))
            }
        }
        try database.run("COMMIT")
    }

    func insert(_ article: Article, number: Int) throws {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        // Ascending, as ids of version 7 are.
        let id = withUnsafeBytes(of: UInt64(now << 16 | Int64(number & 0xffff)).bigEndian) { Array($0) } + randomBytes(8)
        let source = try findSource.integer(.text(article.source.lowercased())) ?? 0
        try addArticle.run(
            .blob(id), .text(article.headline), .text(article.source), .integer(source), .integer(article.day), .integer(article.day + 86_400),
            .blob(randomBytes(32)), .integer(now), .integer(now)
        )
        let key = sqlite3_last_insert_rowid(database.handle)
        try addBody.run(.integer(key), .text(article.body))
        try addText.run(.integer(key), .text(article.headline), .text(article.body))
        for tag in article.tags {
            let tagKey = try findTag.integer(.text(tag)) ?? 0
            try tagArticle.run(.integer(tagKey), .integer(article.day), .blob(id), .integer(key))
        }
        for name in article.entities {
            let entity = try findEntity.integer(.text(name.lowercased())) ?? 0
            try addMention.run(.integer(key), .integer(entity))
            try linkEntity.run(.integer(entity), .integer(article.day), .blob(id), .integer(key))
        }
        try linkType.run(.integer(article.day), .blob(id), .integer(key))
        try addChange.run(.blob(id), .integer(now))
    }

    private func randomBytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}

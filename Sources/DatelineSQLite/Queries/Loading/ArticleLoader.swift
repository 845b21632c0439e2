import DatelineModels
import GRDB

/// Reads whole articles by key: four statements (five with texts) for any number of them.
enum ArticleLoader {
    /// - Parameter body: whether the text is read too.
    /// - Returns: in the order of `keys`; those that don't exist are left out.
    static func articles(_ db: Database, keys: [Int64], body: Bool) throws -> [Article] {
        guard !keys.isEmpty else { return [] }
        var slots = [Article?](repeating: nil, count: keys.count)
        try db.forEachRow(of: rows.query(keys)) { slots[Int($0.integer(0))] = article($0) }
        if body {
            try db.forEachRow(of: bodies.query(keys)) { slots[Int($0.integer(0))]?.body = $0.text(1) }
        }
        try loadTags(db, keys, &slots)
        try loadMentions(db, keys, &slots)
        try loadEvents(db, keys, &slots)
        return slots.compactMap { $0 }
    }

    /// How many of the articles, from the first on, have texts of together no more than `bytes`; the first always does.
    static func count(_ db: Database, keys: [Int64], bodiesOf bytes: Int) throws -> Int {
        guard !keys.isEmpty else { return 0 }
        var left = bytes
        var count = keys.count
        try db.whileRows(of: bodies.query(keys)) { row in
            left -= row.bytes(1).count
            guard left < 0 else { return true }
            count = max(1, Int(row.integer(0)))
            return false
        }
        return count
    }

    /// With its text; nil where there is none of this key.
    static func article(_ db: Database, key: Int64) throws -> Article? {
        try articles(db, keys: [key], body: true).first
    }

    static func key(_ db: Database, id: ResourceID) throws -> Int64? {
        try db.firstRow(of: SQLText("SELECT article_key FROM article WHERE id = ?", .id(id))) { $0.integer(0) }
    }

    private static let rows = KeyedStatement(
        """
        a.id, a.version, a.headline, a.abstract, a.byline, a.source, a.url, a.language, a.date_precision, a.date_key, \
        a.modified_precision, a.modified_earliest, a.date_status, a.autolink, a.word_count, a.content_hash, a.import_id, \
        a.created_at, a.updated_at, a.source_missing_at
        """,
        from: "article AS a", by: "a.article_key"
    )

    private static let bodies = KeyedStatement("b.body", from: "article_body AS b", by: "b.article_key")

    private static let tags = KeyedStatement(
        "t.folded, t.name", from: "article_tag AS l INDEXED BY article_tag_by_article", by: "l.article_key",
        joins: "CROSS JOIN tag AS t ON t.tag_key = l.tag_key"
    )

    private static let mentions = KeyedStatement(
        "e.id, e.type, e.name, m.count, m.surfaces, m.status, m.linked_by, e.folded",
        from: "article_mention AS m", by: "m.article_key", joins: "CROSS JOIN entity AS e ON e.entity_key = m.entity_key"
    )

    private static let events = KeyedStatement(
        "e.id, e.name, e.start_precision, e.start_key", from: "article_event AS l INDEXED BY article_event_by_article",
        by: "l.article_key", joins: "CROSS JOIN event AS e ON e.event_key = l.event_key"
    )

    private static func article(_ row: ResultRow) -> Article {
        var article = Article(
            id: row.id(1), version: Int(row.integer(2)), headline: row.text(3), body: nil, abstract: row.optionalText(4),
            byline: row.optionalText(5), source: row.optionalText(6), url: row.optionalText(7), language: row.optionalText(8),
            datePublished: row.date(precision: 9, earliest: 10), dateModified: row.date(precision: 11, earliest: 12),
            dateStatus: DateStatus(rawValue: row.text(13)) ?? .unknown, tags: [], mentions: [], events: [], autolink: row.flag(14),
            wordCount: Int(row.integer(15)), contentHash: row.hexadecimal(16), importID: row.optionalID(17),
            createdAt: row.timestamp(18), updatedAt: row.timestamp(19)
        )
        article.sourceMissingSince = row.optionalInteger(20).map { Timestamp(milliseconds: $0) }
        return article
    }

    private static func loadTags(_ db: Database, _ keys: [Int64], _ slots: inout [Article?]) throws {
        var found = [[(folded: String, name: String)]](repeating: [], count: keys.count)
        try db.forEachRow(of: tags.query(keys)) { found[Int($0.integer(0))].append(($0.text(1), $0.text(2))) }
        for (slot, tags) in found.enumerated() where !tags.isEmpty {
            slots[slot]?.tags = tags.sorted { FoldedOrder.precedes($0.folded, $1.folded) }.map(\.name)
        }
    }

    private static func loadMentions(_ db: Database, _ keys: [Int64], _ slots: inout [Article?]) throws {
        var found = [[(folded: String, mention: Mention)]](repeating: [], count: keys.count)
        try db.forEachRow(of: mentions.query(keys)) { row in
            let mention = Mention(
                entity: row.entityReference(from: 1), count: Int(row.integer(4)), surfaces: TextList.decode(row.bytes(5)),
                status: row.choice(6, Words.mentionStatuses) ?? .auto, linkedBy: row.choice(7, Words.mentionOrigins) ?? .name
            )
            found[Int(row.integer(0))].append((row.text(8), mention))
        }
        for (slot, mentions) in found.enumerated() where !mentions.isEmpty {
            slots[slot]?.mentions = mentions.sorted { left, right in
                FoldedOrder.precedes(left.folded, right.folded)
                    || !FoldedOrder.precedes(right.folded, left.folded) && left.mention.entity.id < right.mention.entity.id
            }.map(\.mention)
        }
    }

    private static func loadEvents(_ db: Database, _ keys: [Int64], _ slots: inout [Article?]) throws {
        var found = [[EventReference]](repeating: [], count: keys.count)
        try db.forEachRow(of: events.query(keys)) { found[Int($0.integer(0))].append($0.eventReference(from: 1)) }
        for (slot, events) in found.enumerated() where !events.isEmpty {
            slots[slot]?.events = events.sorted { left, right in
                // Undated ones come last.
                let starts = (left.startDate?.earliest ?? .max, right.startDate?.earliest ?? .max)
                return starts.0 == starts.1 ? left.id < right.id : starts.0 < starts.1
            }
        }
    }
}

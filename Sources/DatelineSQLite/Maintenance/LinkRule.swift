import GRDB

/// That what is kept twice is kept in step: link tables that repeat dates and ids, and counts.
struct LinkRule {
    let name: String
    /// Gives the number of rows looked at.
    let rows: String
    /// Each gives a number of rows that break the rule, and is named by what they do.
    let breaches: [(what: String, sql: String)]

    func run(_ db: Database) throws -> (Int64?, [String]) {
        var faults: [String] = []
        for breach in breaches {
            let count = try Int64.fetchOne(db, sql: breach.sql) ?? 0
            if count > 0 { faults.append("\(count) \(breach.what)") }
        }
        return (try Int64.fetchOne(db, sql: rows) ?? 0, faults)
    }

    static let all =
        [mentions, types, dated("article_tag"), dated("article_event"), dated("article_entity"), eventLinks, files, readings] + counts

    private static let mentions = LinkRule(
        name: "mentions (article_mention, article_entity)", rows: "SELECT count(*) FROM article_mention",
        breaches: [
            (
                "mentions miss from article_entity",
                """
                SELECT count(*) FROM article_mention AS m WHERE NOT EXISTS (
                    SELECT 1 FROM article AS a JOIN article_entity AS e
                        ON e.entity_key = m.entity_key AND e.date_key = a.date_key AND e.article_id = a.id AND e.article_key = a.article_key
                    WHERE a.article_key = m.article_key)
                """
            ),
            (
                "rows of article_entity are no mentions",
                """
                SELECT count(*) FROM article_entity AS e WHERE NOT EXISTS (
                    SELECT 1 FROM article_mention AS m WHERE m.article_key = e.article_key AND m.entity_key = e.entity_key)
                """
            ),
            (
                "mentions are unlinked too",
                """
                SELECT count(*) FROM article_unlinked AS u JOIN article_mention AS m
                    ON m.article_key = u.article_key AND m.entity_key = u.entity_key
                """
            ),
        ]
    )

    private static let types = LinkRule(
        name: "types of entities (article_entity_type)", rows: "SELECT count(*) FROM article_entity_type",
        breaches: [
            (
                "types of mentions miss",
                """
                SELECT count(*) FROM article_mention AS m JOIN entity AS e ON e.entity_key = m.entity_key
                    JOIN article AS a ON a.article_key = m.article_key
                WHERE NOT EXISTS (
                    SELECT 1 FROM article_entity_type AS t
                    WHERE t.type = e.type AND t.date_key = a.date_key AND t.article_id = a.id AND t.article_key = a.article_key)
                """
            ),
            (
                "rows have no mention of their type",
                """
                SELECT count(*) FROM article_entity_type AS t WHERE NOT EXISTS (
                    SELECT 1 FROM article_mention AS m CROSS JOIN entity AS e ON e.entity_key = m.entity_key
                    WHERE m.article_key = t.article_key AND e.type = t.type)
                """
            ),
        ]
    )

    /// A table that repeats an article's date and id.
    private static func dated(_ table: String) -> LinkRule {
        LinkRule(
            name: "dates of links (\(table))", rows: "SELECT count(*) FROM \(table)",
            breaches: [
                (
                    "rows have another date or id than their article",
                    """
                    SELECT count(*) FROM \(table) AS l WHERE NOT EXISTS (
                        SELECT 1 FROM article AS a WHERE a.article_key = l.article_key AND a.date_key = l.date_key AND a.id = l.article_id)
                    """
                )
            ]
        )
    }

    private static let eventLinks = LinkRule(
        name: "links of events (event_entity, event_tag)", rows: "SELECT count(*) FROM event_entity",
        breaches: [
            (
                "participants and locations miss from event_entity",
                """
                SELECT count(*) FROM (
                    SELECT event_key, entity_key FROM event_participant
                    UNION SELECT event_key, location_entity_key FROM event WHERE location_entity_key IS NOT NULL
                    EXCEPT SELECT event_key, entity_key FROM event_entity)
                """
            ),
            (
                "rows of event_entity are neither participant nor location",
                """
                SELECT count(*) FROM (
                    SELECT event_key, entity_key FROM event_entity EXCEPT SELECT event_key, entity_key FROM event_participant
                    EXCEPT SELECT event_key, location_entity_key FROM event WHERE location_entity_key IS NOT NULL)
                """
            ),
            (
                "rows of event_entity have another start or id than their event",
                """
                SELECT count(*) FROM event_entity AS l WHERE NOT EXISTS (
                    SELECT 1 FROM event AS e WHERE e.event_key = l.event_key AND e.start_key = l.start_key AND e.id = l.event_id)
                """
            ),
            (
                "rows of event_tag have another start or id than their event",
                """
                SELECT count(*) FROM event_tag AS l WHERE NOT EXISTS (
                    SELECT 1 FROM event AS e WHERE e.event_key = l.event_key AND e.start_key = l.start_key AND e.id = l.event_id)
                """
            ),
        ]
    )

    private static let files = LinkRule(
        name: "files of articles (article_file, import_file)", rows: "SELECT count(*) FROM article_file",
        breaches: [
            (
                "articles are marked as without a file, and have one",
                """
                SELECT count(*) FROM article AS a WHERE a.source_missing_at IS NOT NULL AND EXISTS (
                    SELECT 1 FROM article_file AS l JOIN import_file AS f ON f.file_key = l.file_key
                    WHERE l.article_key = a.article_key AND f.state <> 'missing')
                """
            )
        ]
    )

    private static let readings = LinkRule(
        name: "readings (article_reading, raw_content)", rows: "SELECT count(*) FROM article_reading",
        breaches: [
            (
                "contents belong to no article",
                "SELECT count(*) FROM raw_content WHERE raw_key NOT IN (SELECT raw_key FROM article_reading)"
            )
        ]
    )
}

import GRDB
import Testing

/// Looks through a closed database file for anything that doesn't agree with the rest.
enum StoreAudit {
    static func check(_ path: String, location: SourceLocation = #_sourceLocation) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"], sourceLocation: location)
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty, sourceLocation: location)
            for index in ["article_text", "event_text"] {
                // Throws where the index and the texts differ.
                try db.execute(sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
            }
            for (name, sql) in Self.contradictions {
                let rows = try Row.fetchAll(db, sql: sql)
                #expect(rows.isEmpty, "\(name): \(rows.prefix(3))", sourceLocation: location)
            }
            let sequences = try Int64.fetchAll(db, sql: "SELECT sequence FROM change ORDER BY sequence")
            #expect(sequences == Array(1...Int64(sequences.count + 1)).dropLast(), "gap in the change log", sourceLocation: location)
        }
        try queue.close()
    }

    private static let contradictions: [(String, String)] = [
        (
            "dates of link tables",
            """
            SELECT l.article_key FROM (
                SELECT article_key, date_key, article_id FROM article_tag UNION ALL SELECT article_key, date_key, article_id FROM article_entity
                UNION ALL SELECT article_key, date_key, article_id FROM article_entity_type UNION ALL SELECT article_key, date_key, article_id FROM article_event
            ) AS l LEFT JOIN article USING (article_key) WHERE l.date_key IS NOT article.date_key OR l.article_id IS NOT article.id
            """
        ),
        ("contents of no article", "SELECT raw_key FROM raw_content EXCEPT SELECT raw_key FROM article_reading"),
        (
            "narrow and wide mentions",
            """
            SELECT article_key, entity_key FROM article_mention EXCEPT SELECT article_key, entity_key FROM article_entity
            UNION ALL SELECT * FROM (SELECT article_key, entity_key FROM article_entity EXCEPT SELECT article_key, entity_key FROM article_mention)
            """
        ),
        (
            "entity types",
            """
            SELECT article_key, type FROM article_mention JOIN entity USING (entity_key) EXCEPT SELECT article_key, type FROM article_entity_type
            UNION ALL SELECT * FROM (
                SELECT article_key, type FROM article_entity_type EXCEPT SELECT article_key, type FROM article_mention JOIN entity USING (entity_key))
            """
        ),
        (
            "unlinked but linked automatically",
            """
            SELECT * FROM article_unlinked JOIN article_mention USING (article_key, entity_key)
            """
        ),
        (
            "tag counts",
            """
            SELECT name FROM tag WHERE article_count <> (SELECT count(*) FROM article_tag WHERE tag_key = tag.tag_key)
                OR entity_count <> (SELECT count(*) FROM entity_tag WHERE tag_key = tag.tag_key)
                OR event_count <> (SELECT count(*) FROM event_tag WHERE tag_key = tag.tag_key)
            """
        ),
        (
            "tags of articles",
            "SELECT id FROM article WHERE tag_count <> (SELECT count(*) FROM article_tag WHERE article_key = article.article_key)"
        ),
        (
            "tags of entities",
            "SELECT id FROM entity WHERE tag_count <> (SELECT count(*) FROM entity_tag WHERE entity_key = entity.entity_key)"
        ),
        ("tags of events", "SELECT id FROM event WHERE tag_count <> (SELECT count(*) FROM event_tag WHERE event_key = event.event_key)"),
        (
            "entity counts",
            """
            SELECT name FROM entity WHERE article_count <> (SELECT count(*) FROM article_entity WHERE entity_key = entity.entity_key)
                OR last_key <> (SELECT ifnull(max(date_key), -9223372036854775808) FROM article_entity WHERE entity_key = entity.entity_key)
            """
        ),
        (
            "event counts",
            """
            SELECT name FROM event WHERE article_count <> (SELECT count(*) FROM article_event WHERE event_key = event.event_key)
                OR source_count <> (
                    SELECT count(DISTINCT source_key) FROM article_event JOIN article USING (article_key) WHERE event_key = event.event_key)
            """
        ),
        (
            "articles of sources by event",
            """
            SELECT event_key, source_key, count(*) FROM article_event JOIN article USING (article_key) WHERE source_key IS NOT NULL
            GROUP BY event_key, source_key EXCEPT SELECT event_key, source_key, article_count FROM event_source
            """
        ),
        (
            "source counts",
            "SELECT name FROM source WHERE article_count <> (SELECT count(*) FROM article WHERE source_key = source.source_key)"
        ),
        (
            "articles of files",
            "SELECT path FROM import_file WHERE article_count <> (SELECT count(*) FROM article_file WHERE file_key = import_file.file_key)"
        ),
        (
            "articles marked as without a file",
            """
            SELECT article.id FROM article JOIN article_file USING (article_key) JOIN import_file USING (file_key)
            WHERE source_missing_at IS NOT NULL AND state <> 'missing'
            """
        ),
        (
            "articles twice in a file",
            "SELECT file_key, article_key FROM article_file GROUP BY file_key, article_key HAVING count(*) > 1"
        ),
        (
            "entities of events",
            """
            SELECT event_key, entity_key FROM event_participant UNION SELECT event_key, location_entity_key FROM event WHERE location_entity_key IS NOT NULL
            EXCEPT SELECT event_key, entity_key FROM event_entity
            """
        ),
        (
            "dates of events",
            """
            SELECT l.event_key FROM (SELECT event_key, start_key, event_id FROM event_entity UNION ALL SELECT event_key, start_key, event_id FROM event_tag) AS l
            LEFT JOIN event USING (event_key) WHERE l.start_key IS NOT event.start_key OR l.event_id IS NOT event.id
            """
        ),
        (
            "last version in the change log",
            """
            SELECT r.id FROM (
                SELECT id, version FROM article UNION ALL SELECT id, version FROM entity UNION ALL SELECT id, version FROM event
                UNION ALL SELECT id, version FROM tag UNION ALL SELECT id, version FROM source
            ) AS r WHERE r.version <> (SELECT version FROM change WHERE change.id = r.id ORDER BY sequence DESC LIMIT 1)
                OR r.version <> (SELECT count(*) FROM change WHERE change.id = r.id)
            """
        ),
        (
            "main names",
            "SELECT entity_key FROM entity WHERE NOT EXISTS (SELECT 1 FROM entity_name WHERE entity_key = entity.entity_key AND kind = 'name')"
        ),
    ]
}

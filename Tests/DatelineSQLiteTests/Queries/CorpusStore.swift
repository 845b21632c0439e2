import DatelineModels
import Foundation
import GRDB
import SQLiteMigrations

@testable import DatelineSQLite

/// A database in memory that holds a corpus, written row by row.
struct CorpusStore {
    let queue: DatabaseQueue

    init(_ corpus: Corpus) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { try RelevanceScore.register($0) }
        queue = try DatabaseQueue(configuration: configuration)
        try queue.writeWithoutTransaction { db in
            for migration in SQLiteMigrations.all { try db.execute(sql: migration.sql) }
        }
        try queue.write { db in
            for row in corpus.sources {
                try db.execute(
                    sql: "INSERT INTO source (source_key, id, version, name, folded, created_at, updated_at) VALUES (?, ?, 1, ?, ?, 0, 0)",
                    arguments: [row.key, Codec.blob(row.id), row.value, Folding.fold(row.value)]
                )
            }
            for row in corpus.tags {
                try db.execute(
                    sql: "INSERT INTO tag (tag_key, id, version, name, folded, created_at, updated_at) VALUES (?, ?, 1, ?, ?, 0, 0)",
                    arguments: [row.key, Codec.blob(row.id), row.value, Folding.fold(row.value)]
                )
            }
            for row in corpus.entities { try Self.insert(row, corpus, db) }
            for row in corpus.events { try Self.insert(row, corpus, db) }
            for row in corpus.articles { try Self.insert(row, corpus, db) }
        }
    }

    private static func insert(_ row: Corpus.Row<Corpus.EntityValue>, _ corpus: Corpus, _ db: Database) throws {
        let value = row.value
        try db.execute(
            sql: "INSERT INTO entity (entity_key, id, version, type, name, folded, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, 0, 0)",
            arguments: [row.key, Codec.blob(row.id), value.type.rawValue, value.name, Folding.fold(value.name)]
        )
        let names = [("name", value.name)] + value.aliases.map { ("alias", $0) } + value.weakAliases.map { ("weakAlias", $0) }
        for (position, (kind, text)) in names.enumerated() {
            try db.execute(
                sql: "INSERT INTO entity_name (entity_key, folded, kind, position, text) VALUES (?, ?, ?, ?, ?)",
                arguments: [row.key, Folding.fold(text), kind, position, text]
            )
        }
        for tag in value.tags.sorted() {
            try db.execute(sql: "INSERT INTO entity_tag (tag_key, entity_key) VALUES (?, ?)", arguments: [corpus.tags[tag].key, row.key])
        }
        if let identifier = value.identifier {
            try db.execute(
                sql: "INSERT INTO entity_identifier (scheme, value, entity_key) VALUES ('wikidata', ?, ?)",
                arguments: [identifier, row.key])
        }
    }

    private static func insert(_ row: Corpus.Row<Corpus.EventValue>, _ corpus: Corpus, _ db: Database) throws {
        let value = row.value
        let span = EventSpan(start: value.start, end: value.end)
        try db.execute(
            sql: """
                INSERT INTO event (event_key, id, version, name, description, start_precision, start_key, end_precision, end_earliest, \
                span_latest, span_class, status, location_entity_key, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                """,
            arguments: [
                row.key, Codec.blob(row.id), value.name, value.description, Codec.precision(value.start), Codec.key(value.start),
                Codec.precision(value.end), value.end?.earliest, span.latest, span.spanClass, value.status.rawValue,
                value.location.map { corpus.entities[$0].key },
            ]
        )
        try db.execute(
            sql: "INSERT INTO event_text (rowid, name, description) VALUES (?, ?, ?)", arguments: [row.key, value.name, value.description]
        )
        for (position, participant) in value.participants.enumerated() {
            try db.execute(
                sql: "INSERT INTO event_participant (event_key, position, entity_key, role) VALUES (?, ?, ?, 'speaker')",
                arguments: [row.key, position, corpus.entities[participant].key]
            )
        }
        for entity in Set(value.participants + [value.location].compactMap { $0 }).sorted() {
            try db.execute(
                sql: "INSERT INTO event_entity (entity_key, start_key, event_id, event_key) VALUES (?, ?, ?, ?)",
                arguments: [corpus.entities[entity].key, Codec.key(value.start), Codec.blob(row.id), row.key]
            )
        }
        for tag in value.tags.sorted() {
            try db.execute(
                sql: "INSERT INTO event_tag (tag_key, start_key, event_id, event_key) VALUES (?, ?, ?, ?)",
                arguments: [corpus.tags[tag].key, Codec.key(value.start), Codec.blob(row.id), row.key]
            )
        }
    }

    static func insert(_ row: Corpus.Row<Corpus.ArticleValue>, _ corpus: Corpus, _ db: Database) throws {
        let value = row.value
        let source = value.source.map { corpus.sources[$0] }
        try db.execute(
            sql: """
                INSERT INTO article (article_key, id, version, headline, source, source_key, language, date_precision, date_key, date_latest, \
                date_status, autolink, word_count, content_hash, created_at, updated_at) \
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 1, 5, zeroblob(32), ?, ?)
                """,
            arguments: [
                row.key, Codec.blob(row.id), value.headline, source?.value, source?.key, value.language, Codec.precision(value.date),
                Codec.key(value.date), Codec.latest(value.date), value.status.rawValue, value.created, value.updated,
            ]
        )
        if let body = value.body {
            try db.execute(sql: "INSERT INTO article_body (article_key, body) VALUES (?, ?)", arguments: [row.key, body])
        }
        try db.execute(
            sql: "INSERT INTO article_text (rowid, headline, body) VALUES (?, ?, ?)", arguments: [row.key, value.headline, value.body])
        let place: StatementArguments = [Codec.key(value.date), Codec.blob(row.id), row.key]
        for tag in value.tags.sorted() {
            try db.execute(
                sql: "INSERT INTO article_tag (tag_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
                arguments: [corpus.tags[tag].key] + place
            )
        }
        for event in value.events.sorted() {
            try db.execute(
                sql: "INSERT INTO article_event (event_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
                arguments: [corpus.events[event].key] + place
            )
        }
        for entity in value.entities.sorted() {
            let key = corpus.entities[entity].key
            try db.execute(
                sql: "INSERT INTO article_entity (entity_key, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
                arguments: [key] + place
            )
            try db.execute(
                sql: """
                    INSERT INTO article_mention (article_key, entity_key, count, surfaces, status, linked_by) \
                    VALUES (?, ?, 2, '["a \\"b\\"","c"]', 'auto', 'alias')
                    """, arguments: [row.key, key]
            )
        }
        for type in Set(value.entities.map { corpus.entities[$0].value.type.rawValue }).sorted() {
            try db.execute(
                sql: "INSERT INTO article_entity_type (type, date_key, article_id, article_key) VALUES (?, ?, ?, ?)",
                arguments: [type] + place
            )
        }
    }

    static func delete(_ row: Corpus.Row<Corpus.ArticleValue>, _ db: Database) throws {
        for table in ["article_tag", "article_event", "article_entity", "article_mention", "article_entity_type"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE article_key = ?", arguments: [row.key])
        }
        try db.execute(
            sql: "INSERT INTO article_text (article_text, rowid, headline, body) VALUES ('delete', ?, ?, ?)",
            arguments: [row.key, row.value.headline, row.value.body]
        )
        try db.execute(sql: "DELETE FROM article WHERE article_key = ?", arguments: [row.key])
    }
}

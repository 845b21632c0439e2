import DatelineModels
import Foundation
import GRDB
import SQLiteMigrations
import Testing

@testable import DatelineSQLite

/// A database of before the ledger knew what files say.
@Suite struct LedgerMigrationTests {
    private static let root = Array("/inbox".utf8)
    private static let untouched = ResourceID(high: 0x7000, low: 1 << 63 + 1)
    private static let touched = ResourceID(high: 0x7000, low: 1 << 63 + 2)

    @Test func migrate_rowsOfBefore_areCountedAndFollowed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            try Self.makeOld(path)
            let open = try OpenStore(.file(path))
            let ledger = open.store.imports
            let file = ImportPath(bytes: Array("f".utf8))
            let rows = try await ledger.records(root: Self.root, paths: [file])
            let row = try #require(rows[file])
            #expect(row.articleIDs == [Self.untouched, Self.touched] && row.articleCount == 2 && row.parserVersion == 0)
            #expect(try await ledger.open(root: Self.root) == ImportRoot())

            // Nobody has touched the first since it came; whether a client has changed the second, nobody knows.
            let said = ["Untouched, edited", "Touched, edited"].enumerated().map {
                ImportedArticle(recordNumber: $0.offset, draft: ArticleDraft(headline: $0.element))
            }
            let after = try await ledger.commit([.articles(said, as: row)], parsedFiles: 1, root: Self.root)
            #expect(after.first??.warnings == ["conflict:headline"])
            #expect(try await open.store.articles.article(Self.untouched).headline == "Untouched, edited")
            #expect(try await open.store.articles.article(Self.touched).headline == "Touched")
            try await open.store.close()
            try StoreAudit.check(path)
        }
    }

    private static func makeOld(_ path: String) throws {
        try Connections.mark(path)
        let queue = try DatabaseQueue(path: path)
        var migrator = DatabaseMigrator()
        let first = try #require(SQLiteMigrations.all.first)
        migrator.registerMigration(first.name) { try $0.execute(sql: first.sql) }
        try migrator.migrate(queue)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO import_root (root_key, path) VALUES (1, ?)", arguments: [Data(root)])
            try db.execute(
                sql: """
                    INSERT INTO import_file (
                        file_key, id, root_key, path, state, revision, replaced_bytes, warnings, errors, error_count, attempts,
                        first_seen_at, updated_at
                    ) VALUES (1, ?, 1, ?, 'done', 1, 0, '[]', '[]', 0, 0, 5, 5)
                    """, arguments: [ResourceID(high: 0x7000, low: 1 << 63 + 9).blob, Data("f".utf8)])
            for (number, (id, headline)) in [(untouched, "Untouched"), (touched, "Touched")].enumerated() {
                let stored = StoredArticle(ArticleDraft(headline: headline))
                try db.execute(
                    sql: """
                        INSERT INTO article (
                            article_key, id, version, headline, date_key, date_latest, date_status, autolink, word_count, content_hash,
                            import_id, created_at, updated_at
                        ) VALUES (?, ?, ?, ?, ?, ?, 'unknown', 1, 1, ?, ?, 5, 5)
                        """,
                    arguments: [
                        number + 1, id.blob, number + 1, headline, Codec.undated, Codec.undated, stored.contentHash,
                        ResourceID(high: 0x7000, low: 1 << 63 + 9).blob,
                    ])
                try db.execute(sql: "INSERT INTO article_text (rowid, headline) VALUES (?, ?)", arguments: [number + 1, headline])
                try db.execute(sql: "INSERT INTO article_file VALUES (1, ?, ?)", arguments: [number, number + 1])
                for version in 1...(number + 1) {
                    try db.execute(
                        sql: "INSERT INTO change (action, resource, id, version, at) VALUES (?, 'article', ?, ?, 5)",
                        arguments: [version == 1 ? "created" : "updated", id.blob, version])
                }
            }
        }
        try queue.close()
    }
}

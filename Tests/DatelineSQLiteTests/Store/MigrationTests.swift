import Crypto
import DatelineSQLite
import Foundation
import GRDB
import SQLiteMigrations
import Testing

@Suite struct MigrationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let fixtures = folder.appendingPathComponent("../Fixtures").standardizedFileURL
    private static let sources = folder.appendingPathComponent("../../../Migrations/sqlite").standardizedFileURL

    @Test func catalogue_equalsTheFolder() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { $0.hasSuffix(".sql") }.sorted()
        #expect(SQLiteMigrations.all.map { $0.name + ".sql" } == files)
        for (migration, file) in zip(SQLiteMigrations.all, files) {
            #expect(try String(contentsOf: Self.sources.appendingPathComponent(file), encoding: .utf8) == migration.sql)
        }
    }

    /// A migration that was released is never changed; a new one adds a line to the fixture.
    @Test func files_eachOne_isFrozen() throws {
        let lines = SQLiteMigrations.all.map { migration in
            SHA256.hash(data: Data(migration.sql.utf8)).map { String(format: "%02x", $0) }.joined() + "  \(migration.name).sql\n"
        }
        #expect(try String(contentsOf: Self.fixtures.appendingPathComponent("migrations.sha256"), encoding: .utf8) == lines.joined())
    }

    /// The whole schema after all migrations, for reviewers to see it in the difference.
    @Test func schema_afterAll_equalsTheDump() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            try await OpenStore(.file(path)).store.close()
            let queue = try DatabaseQueue(path: path)
            let statements = try await queue.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'
                            AND name NOT LIKE 'article_text_%' AND name NOT LIKE 'event_text_%'
                        ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
                        """)
            }
            try queue.close()
            let dump = statements.map { $0 + ";\n" }.joined(separator: "\n")
            #expect(try String(contentsOf: Self.fixtures.appendingPathComponent("schema.sql"), encoding: .utf8) == dump)
        }
    }

    @Test func migrate_twice_runsEachOnce() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            #expect(try SQLiteStore.pendingMigrations(at: folder + "/dateline.db").isEmpty)
            try open.store.migrate()
            try await open.store.close()
            let queue = try DatabaseQueue(path: folder + "/dateline.db")
            let names = try await queue.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier") }
            #expect(names == SQLiteMigrations.all.map(\.name))
            try queue.close()
        }
    }
}

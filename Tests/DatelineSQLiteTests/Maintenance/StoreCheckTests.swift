import Crypto
import DatelineModels
import DatelineTestSupport
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

@Suite struct StoreCheckTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let sql: String
        let part: String

        var testDescription: String { sql }
    }

    @Test func run_soundDatabase_findsNothingAndLeavesNothing() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try await Self.fill(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let parts = try Self.parts(path)
            #expect(parts.count > 15)
            for part in parts { #expect(part.faults.isEmpty, "\(part.name): \(part.faults)") }
            #expect(parts.first { $0.name.contains("article_text") }?.rows == 601)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.sqlite", "dateline.lock"])
        }
    }

    @Test(arguments: [
        Fault(sql: "UPDATE article SET tag_count = tag_count + 1 WHERE article_key = 2", part: "counts (article)"),
        Fault(sql: "UPDATE tag SET article_count = 0", part: "counts (tag)"),
        Fault(sql: "UPDATE entity SET article_count = article_count + 1", part: "counts (entity)"),
        Fault(sql: "UPDATE entity SET last_key = 5", part: "counts (entity)"),
        Fault(sql: "UPDATE source SET article_count = 1", part: "counts (source)"),
        Fault(sql: "UPDATE event SET source_count = 9", part: "counts (event)"),
        Fault(sql: "UPDATE event_source SET article_count = 9", part: "counts (event_source)"),
        Fault(sql: "DELETE FROM change WHERE sequence = 3", part: "log of changes (change)"),
        Fault(sql: "UPDATE article_body SET body = body || ' and' WHERE article_key = 1", part: "content hashes (article)"),
        Fault(sql: "UPDATE article_body SET body = body || ' and' WHERE article_key = 600", part: "full text (article_text)"),
        Fault(
            sql: "INSERT INTO event_text (event_text, rowid, name, description) SELECT 'delete', event_key, name, description FROM event",
            part: "full text (event_text)"
        ),
        Fault(sql: "INSERT INTO article_text (rowid, headline) VALUES (4711, 'stray')", part: "full text (article_text)"),
        Fault(sql: "UPDATE article_tag SET date_key = date_key + 1", part: "dates of links (article_tag)"),
        Fault(sql: "DELETE FROM article_mention WHERE article_key = 1", part: "mentions (article_mention, article_entity)"),
        Fault(sql: "DELETE FROM article_entity WHERE article_key = 1", part: "mentions (article_mention, article_entity)"),
        Fault(sql: "DELETE FROM article_entity_type WHERE article_key = 1", part: "types of entities (article_entity_type)"),
        Fault(sql: "DELETE FROM event_entity", part: "links of events (event_entity, event_tag)"),
        Fault(sql: "UPDATE import_file SET article_count = 2", part: "counts (import_file)"),
        Fault(
            sql: "UPDATE article SET source_missing_at = 5 WHERE article_key IN (SELECT article_key FROM article_file)",
            part: "files of articles (article_file, import_file)"
        ),
        Fault(sql: "UPDATE raw_content SET bytes = x'00ff', size = 2, coding = 0", part: "kept pages (raw_content)"),
        Fault(sql: "UPDATE raw_content SET size = size + 1", part: "kept pages (raw_content)"),
        Fault(
            sql: "INSERT INTO raw_content (sha256, size, coding, kept_at) VALUES (zeroblob(32), 0, 0, 0)",
            part: "readings (article_reading, raw_content)"
        ),
        Fault(sql: "DELETE FROM article_import_key; DELETE FROM import_file", part: "references between tables"),
        Fault(sql: "DELETE FROM event", part: "references between tables"),
    ])
    func run_somethingOutOfStep_isNamed(fault: Fault) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try await Self.fill(path)
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try await queue.write { try $0.execute(sql: fault.sql) }
            try queue.close()
            let faulty = try Self.parts(path).filter { !$0.faults.isEmpty }.map(\.name)
            #expect(faulty.contains(fault.part), "\(faulty)")
        }
    }

    @Test func run_rowMissingFromAnIndex_namesTheTable() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try await Self.fill(path)
            let queue = try DatabaseQueue(path: path)
            // The index of one column pretends to be of another.
            try await queue.write { db in
                try db.execute(sql: "PRAGMA writable_schema = ON")
                try db.execute(
                    sql: "UPDATE sqlite_schema SET sql = replace(sql, 'created_at', 'updated_at') WHERE name = 'article_by_created'")
                try db.execute(sql: "UPDATE article SET updated_at = updated_at + 77")
            }
            try queue.close()
            let pages = try #require(try Self.parts(path).first)
            #expect(pages.faults.contains { $0.hasPrefix("article: ") && $0.contains("article_by_created") }, "\(pages.faults)")
        }
    }

    @Test func run_otherProgramsAndOlderFiles_areRefused() async throws {
        try await withTemporaryFolder { folder in
            let other = folder + "/other.sqlite"
            let queue = try DatabaseQueue(path: other)
            try await queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
            try queue.close()
            #expect(throws: StoreOpenError.otherApplication(path: other)) { try StoreCheck(of: other).run { _ in } }
        }
    }

    @Test func close_whileABackupReads_keepsTheLogAndLosesNothing() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let open = try OpenStore(.file(path))
            let id = try await open.store.articles.create(ArticleDraft(headline: "In the log"), onConflict: .error, recorder: nil).resource
                .id
            let reader = try ReadOnlyDatabase(path: path)
            var configuration = Connections.configuration(readOnly: true)
            configuration.allowsUnsafeTransactions = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try await queue.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN")
                _ = try Int64.fetchOne(db, sql: "SELECT count(*) FROM article")
            }
            try await open.store.close()
            try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try queue.close()
            #expect(reader.isUnchanged)
            reader.close()
            let again = try OpenStore(.file(path))
            #expect(try await again.store.articles.article(id).headline == "In the log")
            try await again.store.close()
        }
    }

    @Test func isUnchanged_aStoreOpenedMeanwhile_isFalse() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            try await Self.fill(path)
            let reader = try ReadOnlyDatabase(path: path)
            #expect(reader.isUnchanged)
            let open = try OpenStore(.file(path))
            #expect(!reader.isUnchanged)
            _ = try await open.store.articles.create(ArticleDraft(headline: "Meanwhile"), onConflict: .error, recorder: nil)
            try await open.store.close()
            #expect(!reader.isUnchanged)
            reader.close()
        }
    }

    private static func parts(_ path: String) throws -> [CheckedPart] {
        var parts: [CheckedPart] = []
        try StoreCheck(of: path).run { parts.append($0) }
        return parts
    }

    /// More articles than are indexed anew at once.
    private static func fill(_ path: String) async throws {
        let store = try OpenStore(.file(path)).store
        let ann = try await store.entities.create(EntityDraft(type: .person, name: "Ann Example"), recorder: nil)
        let event = try await store.events.create(
            EventDraft(name: "Fair", description: "Of ships.", participants: [.init(entity: .id(ann.id), role: nil)]), recorder: nil)
        let drafts = (0..<600).map { number in
            ArticleDraft(
                headline: "Ann Example, part \(number)", body: number % 9 == 8 ? nil : "Übers Meer 𝄞 \(number), don't. Ann Example.",
                source: "S",
                datePublished: PartialDate(containing: 1_774_000_000 + Int64(number) * 86_400, precision: .day),
                tags: [TagName(stored: "t", folded: "t")], events: [.init(index: 0, id: event.id)])
        }
        for result in try await store.articles.create(batch: drafts, atomic: true, onConflict: .error, recorder: nil) {
            _ = try result.get()
        }
        try await store.relinker.relinkPending()
        let file = ImportRecord(
            id: ResourceID(high: 0x7000, low: 1 << 63), path: ImportPath(bytes: [0x66]), state: .done,
            firstSeenAt: Timestamp(milliseconds: 5))
        var imported = ImportedArticle(recordNumber: 0, draft: ArticleDraft(headline: "Ann Example, in a file"), key: "k")
        let page = Array("Ann Example, in a file, in a file, in a file.".utf8)
        imported.reading = ArticleReading(
            content: RawContent(sha256: Array(SHA256.hash(data: page)), size: page.count, bytes: page), hint: "text",
            foundAt: Timestamp(milliseconds: 5), readerVersion: 1, account: Array("{}".utf8))
        let rows = try await store.imports.commit(
            [.articles([imported], as: file), .missing(file.path, .mark), .row(file)], parsedFiles: 1, root: [0x2f])
        #expect(rows.last??.articleCount == 1)
        try await store.close()
    }
}

import Crypto
import DatelineModels
import DatelineTestSupport
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

/// How readings and contents lie in the file.
@Suite struct ReadingStorageTests {
    private static func article(_ headline: String, _ bytes: [UInt8], record: Int = 0) -> ImportedArticle {
        var article = ImportedArticle(recordNumber: record, draft: ArticleDraft(headline: headline))
        article.reading = ArticleReading(
            content: RawContent(sha256: Array(SHA256.hash(data: bytes)), size: bytes.count, bytes: bytes), hint: "text",
            foundAt: Timestamp(milliseconds: 1), recordNumber: record, readerVersion: 1, account: Array("{\"a\":1}".utf8))
        return article
    }

    private static func contents(_ store: SQLiteStore) async throws -> [Int64] {
        try await store.opened.database.read { try Int64.fetchAll($0, sql: "SELECT size FROM raw_content ORDER BY size") }
    }

    @Test func content_ofSeveralArticles_isOneRow_andGoesWithTheLast() async throws {
        let open = try OpenStore(.memory)
        let (store, page, feed) = (open.store, Array("A page.".utf8), Array("A feed of two.".utf8))
        let one = try await store.readings.create(Self.article("1", page), onConflict: .error, recorder: nil).resource
        let two = try await store.readings.create(Self.article("2", page), onConflict: .error, recorder: nil).resource
        let row = ImportRecord(
            id: open.store.testID, path: ImportPath(bytes: [0x66]), state: .done, firstSeenAt: Timestamp(milliseconds: 5))
        let records = [Self.article("3", feed), Self.article("4", feed, record: 1)]
        let written = try await store.imports.commit([.articles(records, as: row)], parsedFiles: 1, root: [0x2F])
        #expect(try await Self.contents(store) == [7, 14])
        try await store.articles.delete(one.id, if: .none)
        #expect(try await Self.contents(store) == [7, 14])
        try await store.articles.delete(two.id, if: .none)
        #expect(try await Self.contents(store) == [14])
        // One of the two records is another content now.
        let next = try #require(written[0])
        _ = try await store.imports.commit(
            [.articles([Self.article("3", Array("A newer feed.".utf8))], as: next)], parsedFiles: 1, root: [0x2F])
        #expect(try await Self.contents(store) == [13, 14])
        try await store.articles.delete(try #require(next.articleIDs.last), if: .none)
        #expect(try await Self.contents(store) == [13])
        try await store.close()
    }

    @Test func content_thatComesAgain_isAsNewAsItsLastArticle() async throws {
        let open = try OpenStore(.memory)
        let (store, page) = (open.store, Array("A page.".utf8))
        let first = open.clock.now()
        _ = try await store.readings.create(Self.article("1", page), onConflict: .error, recorder: nil)
        open.clock.advance(by: 10_000)
        _ = try await store.readings.create(Self.article("2", page), onConflict: .error, recorder: nil)
        let due = Timestamp(milliseconds: first.milliseconds + 5000)
        #expect(try await store.readings.dropRaw(keptBefore: due, limit: 10) == 0)
        #expect(try await store.readings.dropRaw(keptBefore: Timestamp(milliseconds: first.milliseconds + 20_000), limit: 10) == 1)
        try await store.close()
    }

    @Test func content_ofText_takesLessThanHalf() async throws {
        let store = try OpenStore(.memory).store
        let text = (0..<120).map { "Sentence \($0) tells what happened on that day in the harbour of the town. " }.joined()
        _ = try await store.readings.create(Self.article("h", Array(text.utf8)), onConflict: .error, recorder: nil)
        let stored = try await store.opened.database.read { try Int64.fetchOne($0, sql: "SELECT length(bytes) FROM raw_content") }
        #expect(try #require(stored) * 2 < text.utf8.count)
        try await store.close()
    }

    @Test func expand_brokenBytes_isRefused() throws {
        let bytes = Array(String(repeating: "Nothing new. ", count: 100).utf8)
        let packed = Array(PackedBytes.pack(bytes))
        #expect(PackedBytes.unpack(packed) == bytes && packed.count < bytes.count)
        for count in 0..<packed.count { #expect(PackedBytes.unpack(Array(packed[..<count])) == nil, "\(count)") }
        #expect(PackedBytes.unpack(packed + [0]) == nil)
        #expect(PackedBytes.unpack([1, 0xFF, 0xFF, 0xFF, 0xFF, 0]) == nil)
        #expect(PackedBytes.unpack([7, 1, 2]) == nil)
        #expect(PackedBytes.unpack([0]) == [] && Array(PackedBytes.pack([])) == [0])
        // Little is kept as it is.
        #expect(Array(PackedBytes.pack(Array(bytes[..<1000]))) == [0] + bytes[..<1000])
        let compressed = try #require(Deflate.compress(bytes))
        let wrong = compressed.withUnsafeBytes { input in
            [bytes.count - 1, bytes.count + 1].map { Deflate.expand(input, to: $0) }
        }
        #expect(wrong == [nil, nil])
    }

    @Test func create_withAKey_recordsTheAnswerWithThePage() async throws {
        let store = try OpenStore(.memory).store
        let key = IdempotencyKey(value: "k", fingerprint: Array(repeating: 1, count: 32))
        let recorder = AnswerRecorder<WriteOutcome<Article>>(key: key) { outcome in
            RecordedAnswer(status: 201, headers: [], body: Array(outcome.resource.headline.utf8))
        }
        let made = try await store.readings.create(Self.article("h", [1, 2]), onConflict: .error, recorder: recorder)
        #expect(made.effect == .created)
        guard case .answered(let answer) = try await store.answers.answer(for: key) else {
            Issue.record("no answer was kept")
            return
        }
        #expect(answer.body == Array("h".utf8))
        try await store.close()
    }
}

extension SQLiteStore {
    fileprivate var testID: ResourceID { ResourceID(high: 0x7000, low: 1 << 63) }
}

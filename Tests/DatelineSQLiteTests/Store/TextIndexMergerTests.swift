import DatelineModels
import DatelineTestSupport
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

@Suite(.timeLimit(.untilHung)) struct TextIndexMergerTests {
    @Test func run_backlog_mergesInFewPiecesAndGoesBackToTheUsual() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let index = Index(open.store)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await open.store.textIndexMerger.run() }
                try await index.addUntilPutOff()
                let before = index.count
                for _ in 0..<TextIndexMerger.mostSegments { try await index.add() }
                // All that waited is merged while the backlog goes on, and long before FTS5 would have done so in the midst of a write.
                while try await index.segments() > 100 {
                    try await index.add()
                    try await Task.sleep(for: .milliseconds(3))
                    try #require(index.count - before < 950)
                }
                #expect(try await index.isPutOff())
                #expect(try await index.found() == index.count)
                // Then it ends.
                while try await index.isPutOff() { try await Task.sleep(for: .milliseconds(10)) }
                group.cancelAll()
                do { try await group.waitForAll() } catch RepositoryError.cancelled {}
            }
            // Fewer than eight on each level.
            #expect(try await index.segments() < 24)
            #expect(try await index.found() == index.count)
            #expect(try await index.options() == ["automerge": 4, "crisismerge": 16, "hashsize": 1 << 20, "usermerge": 4])
            try await open.store.close()
        }
    }

    @Test func finish_afterAStopInABacklog_makesGood() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let index = Index(open.store)
            let merging = Task { try await open.store.textIndexMerger.run() }
            try await index.addUntilPutOff()
            for _ in 0..<20 { try await index.add() }
            merging.cancel()
            _ = await merging.result
            try await open.store.close()

            let again = try OpenStore(.file(folder + "/dateline.db"))
            let left = Index(again.store, count: index.count)
            #expect(try await left.isPutOff())
            #expect(try await left.segments() >= 20)
            try await again.store.textIndexMerger.finish()
            #expect(try await !left.isPutOff())
            #expect(try await left.segments() < 24)
            #expect(try await left.found() == index.count)
            try await again.store.close()
        }
    }

    @Test func merging_damagedIndex_isRefusedAndNotTheStore() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            let index = Index(open.store)
            let merging = Task { try await open.store.textIndexMerger.run() }
            try await index.addUntilPutOff()
            merging.cancel()
            _ = await merging.result
            for _ in 0..<20 { try await index.add() }
            try await open.store.close()
            // Up to 10 are rows of the index as a whole, beyond are its segments'.
            let other = try DatabaseQueue(path: path)
            try await other.write { try $0.execute(sql: "UPDATE article_text_data SET block = x'00' WHERE id > 10") }
            try other.close()

            let again = try OpenStore(.file(path))
            await #expect(throws: RepositoryError.self) { try await again.store.textIndexMerger.finish() }
            #expect(try await Index(again.store).isPutOff())
            _ = try await again.store.entities.create(EntityDraft(type: .person, name: "Ann Example"), recorder: nil)
            try await again.store.close()
        }
    }

    @Test func finish_nothingPutOff_writesNothing() async throws {
        let open = try OpenStore(.memory)
        try await open.store.textIndexMerger.finish()
        #expect(try await Index(open.store).options().isEmpty)
        try await open.store.close()
    }
}

/// Puts texts into the index of articles, one in each bulk transaction, and looks at it.
private final class Index {
    let store: SQLiteStore
    private(set) var count: Int

    init(_ store: SQLiteStore, count: Int = 0) {
        self.store = store
        self.count = count
    }

    func add() async throws {
        count += 1
        let key = Int64(count)
        _ = try await store.writer.writeBulk {
            $0.index(.addArticle(key, headline: "Ferry \(key)", body: "It sailed on day \(key % 365)."))
        }
    }

    /// Enough in a second for a backlog, and no more than a busy machine can take.
    func addUntilPutOff() async throws {
        while try await !isPutOff() {
            try await add()
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    func found() async throws -> Int {
        try await store.reader.read { try $0.integers("SELECT rowid FROM article_text WHERE article_text MATCH 'ferry'").count }
    }

    func segments() async throws -> Int64 {
        try await store.reader.read { try $0.integer("SELECT count(DISTINCT segid) FROM article_text_idx") ?? 0 }
    }

    func isPutOff() async throws -> Bool { try await options()["automerge"] == 0 }

    func options() async throws -> [String: Int64] {
        try await store.reader.read { db in
            var options: [String: Int64] = [:]
            for row in try db.rows("SELECT k, v FROM article_text_config WHERE k <> 'version'") { options[row[0]] = row[1] }
            return options
        }
    }
}

@testable import DatelineSQLite
import DatelineModels
import Dispatch
import Foundation
import GRDB
import Testing

/// The waiting line of writes, and what becomes of it when the disk doesn't play along.
@Suite struct WriterTests {
    @Test func queue_full_refusesTheRest() async throws {
        let queueLimit = 100
        let open = try OpenStore(.memory, waitingWrites: queueLimit)
        try await Self.whileBlocked(open) { release in
            let surplus = 76
            await withTaskGroup(of: Bool.self) { group in
                for number in 0..<(queueLimit + surplus) {
                    group.addTask {
                        do throws(RepositoryError) {
                            _ = try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                            return true
                        } catch {
                            guard case .overloaded = error else { Issue.record("\(error)"); return false }
                            return false
                        }
                    }
                }
                // Nothing can be stored before the writer is released, so these are the refusals.
                for _ in 0..<surplus { #expect(await group.next() == false) }
                release()
                for await stored in group { #expect(stored) }
            }
        }
        try await open.store.close()
    }

    @Test func log_tooLong_isRefusedUntilNobodyNeedsIt() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/log.db"
            let pool = try DatabasePool(path: path)
            try await pool.write { try $0.execute(sql: "CREATE TABLE entry (text TEXT NOT NULL) STRICT") }
            let writer = Writer(
                database: pool, watch: nil, room: StoreRoom(path: path, longestLog: 300_000), names: NameBook(),
                now: { Timestamp(milliseconds: 0) },
                makeID: { ResourceID(high: 0, low: 0) }, linkingNeeded: {})
            let entry = String(repeating: "a", count: 20_000)
            let add = { @Sendable () async throws(RepositoryError) in
                try await writer.write { try $0.db.run("INSERT INTO entry (text) VALUES (?)", [entry]) }
            }
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let foreign = try DatabaseQueue(path: path, configuration: configuration)
            try await foreign.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN")
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM entry")
            }
            var stored = 0
            await #expect {
                for _ in 0..<100 {
                    try await add()
                    stored += 1
                }
            } throws: { error in
                guard case .unavailable(.storageError, let cause)? = error as? RepositoryError else { return false }
                return cause.contains("the log")
            }
            #expect((5..<30).contains(stored))
            // A mark of the program to itself is small, and is made all the same.
            try await writer.mark { try $0.db.run("INSERT INTO entry (text) VALUES ('mark')") }
            try await foreign.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            for _ in 0..<30 { try await add() }
            #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") } == stored + 31)
            await writer.finish()
            try pool.close()
        }
    }

    /// Moving the log syncs it. Where that fails behind a commit that wasn't synced, the next commits would be acknowledged over a gap.
    @Test func log_full_isMovedByASyncedCommitAndByNoOther() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            // Four thousand pages are moved.
            let size = 20 << 20
            try await open.store.writer.mark { context in
                try context.db.execute(sql: "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(\(size)))")
            }
            #expect(try #require(StoreFile.status(path)).st_size < size)
            _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
            // What moves it has its turn behind the answer; a second write waits for that.
            _ = try await open.store.articles.create(ArticleDraft(headline: "y"), onConflict: .error, recorder: nil)
            #expect(try #require(StoreFile.status(path)).st_size >= size)
            try await open.store.close()
        }
    }

    @Test func cancelled_whileWaiting_isAnsweredAtOnceAndNotStored() async throws {
        let open = try OpenStore(.memory)
        try await Self.whileBlocked(open) { release in
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    do throws(RepositoryError) {
                        _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
                        Issue.record("stored")
                    } catch {
                        guard case .cancelled = error else { Issue.record("\(error)"); return }
                    }
                }
                group.cancelAll()
                // The writer is still held: this returns only because the caller doesn't wait for it.
                await group.waitForAll()
                release()
            }
        }
        #expect(try await open.store.changes.changes(after: 0, limit: 10).count == 1)
        try await open.store.close()
    }

    /// Full text of one request that is put into the index within another, which fails, isn't lost with that.
    @Test func textIndex_flushedByAFailingRequest_staysComplete() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let missing = ResourceID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
            try await Self.whileBlocked(open) { release in
                await withTaskGroup(of: Bool.self) { group in
                    for number in 0..<60 {
                        group.addTask {
                            if number % 3 == 0 {
                                return
                                    (try? await open.store.tags.apply(
                                        Tagging(add: [], remove: [], articles: .ids([missing])), recorder: nil)) == nil
                            }
                            return
                                (try? await open.store.articles.create(
                                    ArticleDraft(headline: "word \(number)"), onConflict: .error, recorder: nil)) != nil
                        }
                    }
                    // Everything waits for the writer that is held, and then shares one transaction.
                    release()
                    for await wentAsExpected in group { #expect(wentAsExpected) }
                }
            }
            var filter = ArticleFilter()
            filter.text = try TextQuery(parsing: "word")
            #expect(try await open.store.articles.list(ArticleQuery(filter: filter, page: PageRequest(limit: 100))).items.count == 40)
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    @Test func diskFull_writesFail_andGoOnWhenThereIsSpace() async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            let pages = try await open.store.opened.database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA max_page_count = 1")
                return try Int.fetchOne(db, sql: "PRAGMA max_page_count") ?? 0
            }
            #expect(pages > 1)
            let body = String(repeating: "many different words ", count: 50_000)
            let small = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<10 {
                    group.addTask {
                        do throws(RepositoryError) {
                            _ = try await open.store.articles.create(
                                ArticleDraft(headline: "\(number)", body: body), onConflict: .error, recorder: nil)
                            return true
                        } catch {
                            guard case .unavailable(.diskFull, _) = error else { throw error }
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(small == 0)
            #expect(try await open.store.changes.changes(after: 0, limit: 10).isEmpty)
            try await open.store.opened.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            let stored = try await open.store.articles.create(ArticleDraft(headline: "x", body: body), onConflict: .error, recorder: nil)
                .resource
            #expect(stored.version == 1)
            try await open.store.health.check()
            try await open.store.close()
            try StoreAudit.check(folder + "/dateline.db")
        }
    }

    @Test(arguments: ["", "-wal"])
    func file_deletedWhileOpen_refusesAllFurtherWrites(_ suffix: String) async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/dateline.db"))
            _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
            try FileManager.default.moveItem(atPath: folder + "/dateline.db" + suffix, toPath: folder + "/moved")
            for round in 0..<2 {
                do throws(RepositoryError) {
                    _ = try await open.store.articles.create(ArticleDraft(headline: "y"), onConflict: .error, recorder: nil)
                    Issue.record("acknowledged")
                } catch {
                    guard case .unavailable(.storageError, let cause) = error else { Issue.record("\(error)"); return }
                    #expect(cause.contains(folder))
                }
                // Even when it is back: nobody knows what happened to it meanwhile.
                if round == 0 { try FileManager.default.moveItem(atPath: folder + "/moved", toPath: folder + "/dateline.db" + suffix) }
            }
            let error = await #expect(throws: RepositoryError.self) { try await open.store.health.check() }
            guard case .unavailable(.storageError, _)? = error else { Issue.record("healthy"); return }
        }
    }

    @Test func read_longerThanItsLimit_isTimeout() async throws {
        let open = try OpenStore(.memory)
        let reader = Reader(database: open.store.opened.database, limit: 20)
        do throws(RepositoryError) {
            let count = try await reader.read { db in
                try Int.fetchOne(db, sql: "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
            }
            Issue.record("counted \(String(describing: count))")
        } catch {
            guard case .timeout = error else { Issue.record("\(error)"); return }
        }
        // The deadline was that read's alone.
        #expect(try await reader.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
        try await open.store.close()
    }

    /// Those of requests end at once here.
    @Test func read_thatNoRequestWaitsFor_takesItsTime() async throws {
        let open = try OpenStore(.memory, readTime: .milliseconds(-1))
        let count = 2000
        let drafts = (0..<count).map { ArticleDraft(headline: "\($0) Ann Example") }
        for start in stride(from: 0, to: count, by: 500) {
            _ = try await open.store.articles.create(
                batch: Array(drafts[start..<start + 500]), atomic: true, onConflict: .error, recorder: nil)
        }
        _ = try await open.store.entities.create(EntityDraft(type: .person, name: "Ann Example"), recorder: nil)
        try await open.store.relinker.relinkPending()

        var query = ArticleQuery(page: PageRequest(limit: 200))
        query.filter.text = try TextQuery(parsing: "ann")
        #expect(try await open.store.backgroundArticles.list(query).items.count == 200)
        await #expect {
            _ = try await open.store.articles.list(query)
        } throws: { error in
            guard case .timeout? = error as? RepositoryError else { return false }
            return true
        }
        try await open.store.close()
    }

    @Test func read_ofADamagedPage_endsWriting() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let first = try OpenStore(.file(path))
            var ids: [ResourceID] = []
            for number in 0..<200 {
                let draft = ArticleDraft(headline: "\(number)", body: String(repeating: "word ", count: 400))
                ids.append(try await first.store.articles.create(draft, onConflict: .error, recorder: nil).resource.id)
            }
            try await first.store.close()
            let open = try OpenStore(.file(path))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            let pages = Int(try file.seekToEnd()) / 4096
            for page in 20..<pages {
                try file.seek(toOffset: UInt64(page) * 4096)
                try file.write(contentsOf: Data(repeating: 7, count: 4096))
            }
            try file.close()
            var isMet = false
            for id in ids where !isMet {
                do throws(RepositoryError) {
                    _ = try await open.store.articles.article(id)
                } catch {
                    guard case .unavailable(.storageError, _) = error else { Issue.record("\(error)"); return }
                    isMet = true
                }
            }
            #expect(isMet)
            let refusal = await #expect(throws: RepositoryError.self) {
                try await open.store.articles.create(ArticleDraft(headline: "after"), onConflict: .error, recorder: nil)
            }
            guard case .unavailable(.storageError, _)? = refusal else { Issue.record("acknowledged"); return }
            #expect(await open.store.alarm.wait()?.isDamage == true)
            try await open.store.close()
            let next = #expect(throws: StoreOpenError.self) { try OpenStore(.file(path)) }
            #expect(next?.description.contains("a service came upon this") == true)
        }
    }

    /// What a write comes upon is told to the next start as well; an index of words can be made anew, and the file is taken again.
    @Test func write_intoABrokenIndex_isToldToTheNextStart() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let first = try OpenStore(.file(path))
            _ = try await first.store.articles.create(ArticleDraft(headline: "before"), onConflict: .error, recorder: nil)
            try await first.store.close()
            let other = try DatabaseQueue(path: path)
            // Up to 10 are rows of the index as a whole, beyond are its pieces'.
            try await other.write { try $0.execute(sql: "UPDATE article_text_data SET block = x'00' WHERE id > 10") }
            try other.close()

            let open = try OpenStore(.file(path))
            // The piece is read once there are so many that they are merged.
            await #expect(throws: RepositoryError.self) {
                for number in 0..<20 {
                    _ = try await open.store.articles.create(ArticleDraft(headline: "after \(number)"), onConflict: .error, recorder: nil)
                }
            }
            #expect(await open.store.alarm.wait()?.isDamage == true)
            try await open.store.close()
            let next = #expect(throws: StoreOpenError.self) { try OpenStore(.file(path)) }
            #expect(next?.description.contains("a full-text index is broken") == true)
            _ = try StoreRepair(of: path).run()
            #expect(throws: StoreOpenError.self) { try OpenStore(.file(path)) }
            try StoreCheck(of: path).clearDamage()
            let repaired = try OpenStore(.file(path))
            #expect(try await repaired.store.articles.list(ArticleQuery(page: PageRequest(limit: 100))).items.count > 1)
            try await repaired.store.close()
            try StoreAudit.check(path)
        }
    }

    /// A file that is too large to be looked through when it is opened: what is found later ends writing, and the next start too.
    @Test func pages_foundBrokenInUse_endWritingAndTheNextStart() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            let body = String(repeating: "word ", count: 400)
            for number in 0..<200 {
                let draft = ArticleDraft(headline: "\(number)", body: body)
                _ = try await open.store.articles.create(draft, onConflict: .error, recorder: nil)
            }
            try await open.store.opened.database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
            #expect(await open.store.checkPages(above: 0, pause: .zero) == .sound)
            #expect(await open.store.checkPages() == .sound)
            try await open.store.close()
            let sound = try Data(contentsOf: URL(fileURLWithPath: path))

            let damaged = try OpenStore(.file(path))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            for page in sound.count / 4096 / 2..<sound.count / 4096 {
                try file.seek(toOffset: UInt64(page) * 4096)
                try file.write(contentsOf: Data(repeating: 7, count: 4096))
            }
            try file.close()
            #expect(await damaged.store.checkPages(above: 0, pause: .zero) != .sound)
            await #expect(throws: RepositoryError.self) {
                try await damaged.store.articles.create(ArticleDraft(headline: "after"), onConflict: .error, recorder: nil)
            }
            #expect(await damaged.store.alarm.wait()?.isDamage == true)
            try await damaged.store.close()
            let refusal = #expect(throws: StoreOpenError.self) { try OpenStore(.file(path)) }
            #expect(refusal?.description.contains("a service came upon this") == true)
        }
    }

    /// Runs `body` while a write holds the writer, until `body` releases it.
    private static func whileBlocked(_ open: OpenStore, _ body: @escaping @Sendable (_ release: @Sendable () -> Void) async -> Void)
        async throws
    {
        let article = try await open.store.articles.create(ArticleDraft(headline: "held"), onConflict: .error, recorder: nil).resource
        let held = AsyncStream<Void>.makeStream()
        let gate = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = try await open.store.articles.update(article.id, if: .none) { current in
                    held.continuation.yield()
                    gate.wait()
                    return current.draft
                }
            }
            for await _ in held.stream { break }
            await body { gate.signal() }
            try await group.waitForAll()
        }
    }
}

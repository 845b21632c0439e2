import DatelineModels
import Dispatch
import Foundation
import GRDB
import Synchronization
import Testing

@testable import DatelineSQLite

/// The line of bulk work behind the clients' writes.
@Suite struct BulkWriteTests {
    @Test func clientsAndBulk_bothWaiting_takeTurnsAndClientsComeFirst() async throws {
        let line = try Line()
        let order = try await line.whileHeld { line in
            for number in 0..<3 { line.bulk("bulk \(number)") }
            await line.waiting(3)
            line.client("first")
            line.client("second")
            await line.waiting(5)
        }
        // The two requests that waited share a transaction; then bulk work has it to itself, job by job.
        #expect(Array(order.prefix(2)).sorted() == ["first", "second"])
        #expect(Array(order.dropFirst(2)) == ["bulk 0", "bulk 1", "bulk 2"])
    }

    @Test func clients_withoutEnd_leaveBulkEverySecondTurn() async throws {
        let line = try Line()
        let order = try await line.whileHeld { line in
            for number in 0..<3 { line.bulk("bulk \(number)") }
            await line.waiting(3)
            // Each puts the next one into the line before it ends, so there is always a request.
            line.chain("client", 6)
            await line.waiting(4)
        }
        #expect(order.prefix(6).map { $0.hasPrefix("bulk") } == [false, true, false, true, false, true])
        #expect(order.count == 9)
    }

    @Test func bulk_failing_undoesItAllAndNothingElse() async throws {
        let line = try Line()
        struct Stop: Error {}
        await #expect(throws: RepositoryError.self) {
            _ = try await line.writer.writeBulk { context in
                try context.db.run("INSERT INTO entry (text) VALUES ('undone')")
                throw Stop()
            }
        }
        let written = try await line.writer.writeBulk { try $0.db.run("INSERT INTO entry (text) VALUES ('kept')") }
        #expect(written.duration > .zero)
        #expect(try await line.database.read { try String.fetchAll($0, sql: "SELECT text FROM entry") } == ["kept"])
    }

    @Test func bulk_cancelledWhileWaiting_isNotDone() async throws {
        let line = try Line()
        let order = try await line.whileHeld { line in
            let task = Task { try await line.writer.writeBulk { try $0.db.run("INSERT INTO entry (text) VALUES ('cancelled')") } }
            await line.waiting(1)
            task.cancel()
            let result = await task.result
            #expect(throws: RepositoryError.self) { try result.get() }
        }
        #expect(order.isEmpty)
    }

    /// A writer on a table of its own that tells in which order its jobs were done.
    private final class Line: Sendable {
        let database: DatabaseQueue
        let writer: Writer
        private let tasks = Mutex<[Task<Void, any Error>]>([])

        init() throws {
            database = try DatabaseQueue()
            try database.write { try $0.execute(sql: "CREATE TABLE entry (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT") }
            let clock = ContinuousClock.now
            writer = Writer(
                database: database, watch: nil, names: NameBook(),
                now: { Timestamp(milliseconds: (ContinuousClock.now - clock).components.seconds) },
                makeID: { ResourceID(high: 0, low: 0) }, linkingNeeded: {})
        }

        func bulk(_ text: String) {
            start { line in _ = try await line.writer.writeBulk { try $0.db.run("INSERT INTO entry (text) VALUES (?)", [text]) } }
        }

        func client(_ text: String) {
            start { line in try await line.writer.write { try $0.db.run("INSERT INTO entry (text) VALUES (?)", [text]) } }
        }

        /// Requests of which each waits until the next one has come.
        func chain(_ text: String, _ count: Int) {
            start { line in
                try await line.writer.write { context in
                    try context.db.run("INSERT INTO entry (text) VALUES (?)", ["\(text) \(count)"])
                    guard count > 1 else { return }
                    let before = line.writer.waitingCount
                    // Alone in its group: the rest of the time for a group is spent here.
                    Thread.sleep(forTimeInterval: 0.12)
                    line.chain(text, count - 1)
                    while line.writer.waitingCount == before { Thread.sleep(forTimeInterval: 0.001) }
                }
            }
        }

        private func start(_ body: @escaping @Sendable (Line) async throws -> Void) {
            let task = Task { try await body(self) }
            tasks.withLock { $0.append(task) }
        }

        func waiting(_ count: Int) async {
            while writer.waitingCount < count { await Task.yield() }
        }

        /// Runs `body` while a write holds the writer; then lets all that waits be done.
        ///
        /// - Returns: what was done, in order.
        func whileHeld(_ body: (Line) async throws -> Void) async throws -> [String] {
            let gate = DispatchSemaphore(value: 0)
            let held = AsyncStream<Void>.makeStream()
            start { line in
                _ = try await line.writer.writeBulk { _ in
                    held.continuation.yield()
                    gate.wait()
                }
            }
            for await _ in held.stream { break }
            try await body(self)
            gate.signal()
            while let task = tasks.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { try await task.value }
            return try await database.read { try String.fetchAll($0, sql: "SELECT text FROM entry ORDER BY number") }
        }
    }
}

import DatelineModels
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

/// A log that lacks what was written to it is told from one that lacks what was never finished.
@Suite struct LogDamageTests {
    private static let frame = 24 + 4096
    private static let articles = 12

    @Test func log_cutBehindACommit_isRefusedUntilAccepted() async throws {
        try await Self.withKilled { path in
            let ends = try Self.commits(path)
            try Self.changeLog(path) { $0.removeSubrange(ends[ends.count - 2]...) }
            let before = try Self.files(path)
            Self.expectDamaged(path)
            Self.expectDamaged(path)
            #expect(try Self.files(path) == before)
            try await OpenStore.expect(path, articles: Self.articles - 1, acceptsLoss: true)
            try await OpenStore.expect(path, articles: Self.articles - 1)
        }
    }

    @Test(arguments: [3, 20, 40 + 24 + 100, 5 * (24 + 4096) + 33])
    func log_oneBitWrong_isRefused(at offset: Int) async throws {
        for keepsIndex in [true, false] {
            try await Self.withKilled { path in
                try Self.changeLog(path) { $0[offset] ^= 4 }
                if !keepsIndex { try FileManager.default.removeItem(atPath: path + "-shm") }
                Self.expectDamaged(path)
            }
        }
    }

    @Test func log_emptied_isRefused() async throws {
        try await Self.withKilled { path in
            try Self.changeLog(path) { $0 = [] }
            Self.expectDamaged(path)
        }
    }

    /// What a power cut may leave: the last writes not whole (a sector of them holds something else), and nobody who knows how many there were.
    @Test func log_lastWritesTorn_isTaken() async throws {
        try await Self.withKilled { path in
            let ends = try Self.commits(path)
            let marks = Writer.marksInRow + 1
            try Self.changeLog(path) { log in
                let start = ends[ends.count - 1 - marks]
                log.replaceSubrange(start + 512..<start + 1024, with: [UInt8](repeating: 0xa5, count: 512))
            }
            try FileManager.default.removeItem(atPath: path + "-shm")
            try await OpenStore.expect(path, articles: Self.articles - marks)
        }
    }

    /// The shared memory file may have reached the disk before what it counts.
    @Test func log_cut_machineStartedAnew_isTaken() async throws {
        try await Self.withKilled { path in
            let lock = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("dateline.lock")
            var note = LockNote(try String(contentsOf: lock, encoding: .utf8))
            #expect(note.boot == LockNote.currentBoot)
            note.boot = "another"
            try note.text.write(to: lock, atomically: false, encoding: .utf8)
            let ends = try Self.commits(path)
            try Self.changeLog(path) { $0.removeSubrange(ends[ends.count - 3]...) }
            try await OpenStore.expect(path, articles: Self.articles - 2)
        }
    }

    /// Of a log that was moved into the database nothing may be laid over it again, if it can't be as a whole.
    @Test func log_movedAndDamaged_losesNothing() async throws {
        try await Self.withKilled(movesLog: true) { path in
            try Self.changeLog(path) { $0[$0.count / 2] ^= 1 }
            Self.expectDamaged(path)
            try await OpenStore.expect(path, articles: Self.articles, acceptsLoss: true)
        }
    }

    @Test func log_beingWritten_isLeftToItsWriter() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            for _ in 0..<20 {
                _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
                #expect(DirectoryLock.look(path).isHeld)
                #expect(try SQLiteStore.pendingMigrations(at: path).isEmpty)
            }
            try await open.store.close()
            #expect(!DirectoryLock.look(path).isHeld)
        }
    }

    @Test func note_databasesOfTwoStarts_knowsNone() {
        var note = LockNote("1\n")
        note.setOpen(true, "a", boot: "x")
        #expect(note.text == "1 x\na\n\n" && note == LockNote(note.text))
        note.setOpen(true, "a", boot: "y")
        #expect(note.boot == "y")
        note.setOpen(true, "b", boot: "z")
        #expect(note.boot == nil && note.isOpen("a") && note.isOpen("b"))
        note.setOpen(true, "b", boot: "z")
        #expect(note.boot == nil)
        note.setOpen(false, "a", boot: "z")
        note.setOpen(true, "b", boot: "z")
        #expect(note.boot == "z")
        // As versions before this one wrote it.
        #expect(LockNote("17\nname with spaces\n") == LockNote("17\nname with spaces\n\n") && LockNote("17\na b\n").isOpen("a b"))
    }

    // MARK: Support

    /// A copy of the folder taken while the store is open is what a killed process leaves.
    private static func withKilled(movesLog: Bool = false, _ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let open = try OpenStore(.file(folder + "/live/dateline.db"))
            for number in 0..<articles {
                _ = try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
            }
            if movesLog { try await open.store.opened.database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) } }
            try FileManager.default.copyItem(atPath: folder + "/live", toPath: folder + "/killed")
            try await open.store.close()
            try await body(folder + "/killed/dateline.db")
        }
    }

    private static func files(_ path: String) throws -> [Data] {
        try ["", "-wal", "-shm"].map { try Data(contentsOf: URL(fileURLWithPath: path + $0)) }
    }

    private static func changeLog(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
        let log = URL(fileURLWithPath: path + "-wal")
        var bytes = Array(try Data(contentsOf: log))
        change(&bytes)
        try Data(bytes).write(to: log)
    }

    /// Where each commit ends.
    private static func commits(_ path: String) throws -> [Int] {
        let log = Array(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")))
        return stride(from: 32, to: log.count, by: frame).filter { log[$0 + 4..<$0 + 8].contains { $0 != 0 } }.map { $0 + frame }
    }

    private static func expectDamaged(_ path: String, at source: SourceLocation = #_sourceLocation) {
        OpeningTests.expectError(.file(path), at: source) { if case .logDamaged(path, _) = $0 { true } else { false } }
        do throws(StoreOpenError) {
            _ = try SQLiteStore.pendingMigrations(at: path)
            Issue.record("it was read", sourceLocation: source)
        } catch {
            guard case .logDamaged(path, _) = error else {
                Issue.record("\(error)", sourceLocation: source)
                return
            }
        }
    }
}

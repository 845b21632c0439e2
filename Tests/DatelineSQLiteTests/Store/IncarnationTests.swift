import DatelineModels
import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

/// A log is never laid over a file that it wasn't written for.
@Suite struct IncarnationTests {
    /// So few articles that the log has every page of the database: laid over the backup it would be the whole state before.
    @Test func backup_besideAnOldLog_isRefusedUntilThatIsGone() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            let before = try Self.files(path)
            Self.expectForeign(path)
            #expect(try Self.files(path) == before)
            try FileManager.default.removeItem(atPath: path + "-wal")
            try await Self.expect(path, articles: 3)
        }
    }

    @Test func backup_besideAnOldLog_lossAccepted_isOpenedWithoutIt() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            try await Self.expect(path, articles: 3, acceptsLoss: true)
            try await Self.expect(path, articles: 3)
        }
    }

    /// The same backup once more, after the database made of it was in use and killed.
    @Test func backup_putBackTwice_isRefusedBesideTheLogOfTheFirst() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            try FileManager.default.removeItem(atPath: path + "-wal")
            let open = try OpenStore(.file(path))
            _ = try await open.store.articles.create(ArticleDraft(headline: "later"), onConflict: .error, recorder: nil)
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            let again = folder.deletingLastPathComponent().appendingPathComponent("again")
            try FileManager.default.copyItem(at: folder, to: again)
            try await open.store.close()
            let copied = again.path + "/dateline.db"
            try Self.put(backup, at: copied)
            Self.expectForeign(copied)
        }
    }

    /// What was copied by hand is the same file, and lacks what is in the log.
    @Test func fileWithoutItsLog_isNotTakenForABackup() async throws {
        try await Self.withKilled { path, _ in
            try FileManager.default.removeItem(atPath: path + "-wal")
            OpeningTests.expectError(.file(path)) { if case .logMissing(path) = $0 { true } else { false } }
        }
    }

    /// Killed again and again, with its log there each time.
    @Test func file_withItsOwnLog_isOpened() async throws {
        try await Self.withKilled { path, _ in
            for _ in 0..<3 {
                let open = try OpenStore(.file(path))
                let copied = path + ".copy"
                try FileManager.default.createDirectory(atPath: copied, withIntermediateDirectories: false)
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
                for name in ["dateline.db", "dateline.db-wal", "dateline.db-shm", "dateline.lock"] {
                    try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: copied + "/" + name)
                }
                try await open.store.close()
                try await Self.expect(copied + "/dateline.db", articles: 5)
                try FileManager.default.removeItem(atPath: copied)
            }
        }
    }

    @Test func note_namesItsDatabases() throws {
        var note = LockNote("")
        let incarnation = try #require(Incarnation("00ff0102"))
        note.setOpen(true, "a\tb", incarnation, boot: "x")
        note.setOpen(true, "c", boot: "x")
        #expect(note.text == " x\na\tb\t00ff0102\nc\n" || note.text == "x\na\tb\t00ff0102\nc\n")
        #expect(note.isReplaced("a\tb", by: nil) && note.isReplaced("a\tb", by: Incarnation("00ff0103")))
        #expect(!note.isReplaced("a\tb", by: incarnation) && !note.isReplaced("c", by: incarnation) && !note.isReplaced("d", by: nil))
        #expect(Incarnation("00000000") == nil && Incarnation("ff") == nil)
    }

    // MARK: Support

    /// A database that was killed with five articles, all of them in its log, and a backup of its first three.
    private static func withKilled(_ body: (_ path: String, _ backup: String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/live/dateline.db"
            let open = try OpenStore(.file(path))
            func add(_ numbers: Range<Int>) async throws {
                for number in numbers {
                    _ = try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                }
            }
            try await add(0..<3)
            _ = try StoreBackup(of: path, to: folder + "/backup.db").run()
            try await add(3..<5)
            try FileManager.default.copyItem(atPath: folder + "/live", toPath: folder + "/killed")
            try await open.store.close()
            try await body(folder + "/killed/dateline.db", folder + "/backup.db")
        }
    }

    /// As `cp` does it: into the file that is there.
    private static func put(_ backup: String, at path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: bytes)
        try file.close()
    }

    private static func files(_ path: String) throws -> [Data] {
        try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: path + $0)) }
    }

    private static func expectForeign(_ path: String, at source: SourceLocation = #_sourceLocation) {
        OpeningTests.expectError(.file(path), at: source) { $0 == .logForeign(path: path) }
        #expect(throws: StoreOpenError.logForeign(path: path), sourceLocation: source) { try SQLiteStore.pendingMigrations(at: path) }
    }

    private static func expect(_ path: String, articles: Int, acceptsLoss: Bool = false, at source: SourceLocation = #_sourceLocation)
        async throws
    {
        let open = try OpenStore(.file(path), acceptsLoss: acceptsLoss)
        let count = try await open.store.opened.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") }
        #expect(count == articles, sourceLocation: source)
        try await open.store.close()
        try StoreAudit.check(path)
    }
}

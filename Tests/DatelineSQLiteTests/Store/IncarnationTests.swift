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

    /// A file and its log put back together, as from a snapshot, though the lock file is of later.
    @Test func fileAndLog_ofAnEarlierRun_areOpened() async throws {
        try await Self.withKilled { path, _ in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let kept = folder + ".kept"
            try FileManager.default.copyItem(atPath: folder, toPath: kept)
            // In order once, so that the file gets a new incarnation, and then killed.
            try await Self.expect(path, articles: 5)
            let open = try OpenStore(.file(path))
            try FileManager.default.copyItem(atPath: folder + "/dateline.lock", toPath: kept + "/later.lock")
            try await open.store.close()
            for name in ["dateline.db", "dateline.db-wal"] {
                try? FileManager.default.removeItem(atPath: folder + "/" + name)
                try FileManager.default.copyItem(atPath: kept + "/" + name, toPath: folder + "/" + name)
            }
            try FileManager.default.removeItem(atPath: folder + "/dateline.lock")
            try FileManager.default.copyItem(atPath: kept + "/later.lock", toPath: folder + "/dateline.lock")
            try await Self.expect(path, articles: 5)
        }
    }

    /// A database that was killed and got another name, without its log.
    @Test func fileUnderAnotherName_withoutItsLog_isRefused() async throws {
        try await Self.withKilled { path, _ in
            let renamed = path + ".renamed"
            try FileManager.default.moveItem(atPath: path, toPath: renamed)
            OpeningTests.expectError(.file(renamed)) { $0 == .logMissing(path: renamed) }
        }
    }

    /// Killed in its first start, when the file has none yet that is noted, or the note is of the file before.
    @Test func firstStartAfterARestore_killed_isNoneOfTheLogBefore() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            try FileManager.default.removeItem(atPath: path + "-wal")
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let lock = try DirectoryLock(directory: folder, for: path)
            let log = try LogInspection(of: path, lock.note)
            #expect(log.isReplaced && log.fault == nil)
            lock.release()
            let opened = try OpenedDatabase(.file(path), acceptsLoss: false)
            let note = DirectoryLock.look(path).note
            #expect(note.isOpen("dateline.db") && note.incarnation(of: "dateline.db") != nil)
            try opened.close()
            #expect(DirectoryLock.look(path).note.isEmpty)
        }
    }

    @Test func note_tellsTheIncarnations() throws {
        var note = LockNote("")
        note.process = 7
        let incarnation = try #require(Incarnation("00ff0102"))
        note.setOpen(true, "b c", incarnation, boot: "x")
        note.setOpen(true, "a", boot: "x")
        #expect(note.text == "7 x - 00ff0102\na\nb c\n\n" && LockNote(note.text) == note)
        #expect(note.isReplaced("b c", by: .none) && !note.isReplaced("b c", by: incarnation) && note.isOpen(incarnation))
        #expect(!note.isReplaced("a", by: incarnation) && !note.isReplaced("d", by: .none))
        // Of another start of the machine, and what a shorter note has left behind it.
        note.boot = nil
        #expect(note.text.hasPrefix("7 - - 00ff0102\n") && LockNote(note.text + "b c\n") == note)
        #expect(Incarnation("ff") == nil && Incarnation("0000000g") == nil)
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

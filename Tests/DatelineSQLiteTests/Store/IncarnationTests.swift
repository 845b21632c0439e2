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
            try await OpenStore.expect(path, articles: 3)
        }
    }

    @Test func backup_besideAnOldLog_lossAccepted_isOpenedWithoutIt() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
            try Data("an earlier one".utf8).write(to: URL(fileURLWithPath: path + "-wal.foreign"))
            try await OpenStore.expect(path, articles: 3, acceptsLoss: true)
            try await OpenStore.expect(path, articles: 3)
            // Not lost, and in nobody's way.
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal.foreign-2")) == log)
            #expect(FileManager.default.contents(atPath: path + "-wal.foreign") == Data("an earlier one".utf8))
        }
    }

    /// Nobody has noted anything: the log itself says that it isn't the backup's.
    @Test func backup_besideAnOldLog_withoutTheNote_isRefused() async throws {
        try await Self.withKilled { path, backup in
            try Self.put(backup, at: path)
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try FileManager.default.removeItem(atPath: folder + "/dateline.lock")
            Self.expectForeign(path)
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

    /// Killed again and again, with its log there each time, and more in it.
    @Test func file_withItsOwnLog_isOpened() async throws {
        try await Self.withKilled { path, _ in
            var live = path
            for round in 0..<4 {
                let open = try OpenStore(.file(live))
                for number in 0..<3 {
                    _ = try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                    if round == 2 { _ = try await open.store.opened.database.writeWithoutTransaction { try $0.checkpoint(.passive) } }
                }
                let killed = try Self.copy(live, to: "\(path).\(round)")
                try await open.store.close()
                live = killed
            }
            try await OpenStore.expect(live, articles: 5 + 4 * 3)
        }
    }

    /// Killed between the commit of a new number and its move into the file: the log has both, the file the former one.
    @Test func file_killedWhileItGetsANewOne_isOpened() async throws {
        try await Self.withKilled { path, backup in
            for source in [path, backup] {
                let fresh = path + ".fresh/dateline.db"
                try? FileManager.default.removeItem(atPath: path + ".fresh")
                try FileManager.default.createDirectory(atPath: path + ".fresh", withIntermediateDirectories: false)
                try FileManager.default.copyItem(atPath: source, toPath: fresh)
                let own = try Incarnation(ofFile: fresh)
                let database = try DatabasePool(path: fresh, configuration: Connections.configuration())
                try await database.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA user_version = \(Int32(bitPattern: own.number)); PRAGMA user_version = 77")
                }
                for name in ["dateline.db", "dateline.db-wal"] {
                    try FileManager.default.copyItem(atPath: path + ".fresh/" + name, toPath: path + ".fresh/killed-" + name)
                }
                try database.close()
                let killed = path + ".fresh/killed-dateline.db"
                #expect(
                    try Incarnation(ofFile: killed) == own
                        && LogContent(killed + "-wal").incarnations.suffix(2) == [own, Incarnation(number: 77)])
                let open = try OpenStore(.file(killed))
                try await open.store.close()
            }
        }
    }

    /// While somebody reads, the number can't be moved into the file: then none is noted, and all goes on.
    @Test func file_readWhileItIsOpened_goesWithout() async throws {
        try await Self.withKilled { path, _ in
            try await OpenStore.expect(path, articles: 5)
            var configuration = Connections.configuration(readOnly: true)
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            try reader.inDatabase { db in try db.execute(sql: "BEGIN; SELECT count(*) FROM article") }
            let open = try OpenStore(.file(path))
            #expect(DirectoryLock.look(path).note.isOpen("dateline.db"))
            _ = try await open.store.articles.create(ArticleDraft(headline: "6"), onConflict: .error, recorder: nil)
            let killed = try Self.copy(path, to: path + ".killed")
            try reader.inDatabase { db in try db.execute(sql: "ROLLBACK") }
            try reader.close()
            try await open.store.close()
            try await OpenStore.expect(killed, articles: 6)
        }
    }

    /// A killed database and its log under another name; and the former name, which is of no account any more.
    @Test func fileAndLog_renamed_areOpened() async throws {
        try await Self.withKilled { path, _ in
            let renamed = path + ".renamed"
            for end in ["", "-wal"] { try FileManager.default.moveItem(atPath: path + end, toPath: renamed + end) }
            for _ in 0..<3 { try await OpenStore.expect(renamed, articles: 5) }
        }
    }

    /// A file and its log put back together, as from a snapshot, though the lock file is of later.
    @Test func fileAndLog_ofAnEarlierRun_areOpened() async throws {
        try await Self.withKilled { path, _ in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let kept = folder + ".kept"
            try FileManager.default.copyItem(atPath: folder, toPath: kept)
            // In order once, so that the file gets a new incarnation, and then killed.
            try await OpenStore.expect(path, articles: 5)
            let open = try OpenStore(.file(path))
            try FileManager.default.copyItem(atPath: folder + "/dateline.lock", toPath: kept + "/later.lock")
            try await open.store.close()
            for name in ["dateline.db", "dateline.db-wal"] {
                try? FileManager.default.removeItem(atPath: folder + "/" + name)
                try FileManager.default.copyItem(atPath: kept + "/" + name, toPath: folder + "/" + name)
            }
            try FileManager.default.removeItem(atPath: folder + "/dateline.lock")
            try FileManager.default.copyItem(atPath: kept + "/later.lock", toPath: folder + "/dateline.lock")
            try await OpenStore.expect(path, articles: 5)
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

    /// The note of the file before goes before anything is written for the new one.
    @Test func firstStartAfterARestore_notesTheNewFile() async throws {
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

    /// What a killed process leaves.
    private static func copy(_ path: String, to folder: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let source = URL(fileURLWithPath: path).deletingLastPathComponent().path
        for name in ["dateline.db", "dateline.db-wal", "dateline.db-shm", "dateline.lock"] {
            try FileManager.default.copyItem(atPath: source + "/" + name, toPath: folder + "/" + name)
        }
        return folder + "/dateline.db"
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
}

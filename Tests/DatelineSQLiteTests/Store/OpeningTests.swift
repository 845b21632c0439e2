import Crypto
import DatelineModels
import DatelineSQLite
import Foundation
import GRDB
import Testing

/// What is refused, and that what is refused stays as it was.
@Suite struct OpeningTests {
    @Test func newFile_anyUmask_isPrivate() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/data/dateline.db"
            let open = try OpenStore(.file(path))
            _ = try await open.store.articles.create(ArticleDraft(headline: "x"), onConflict: .error, recorder: nil)
            #expect(Self.mode(folder + "/data") == 0o700)
            for name in ["dateline.db", "dateline.db-wal", "dateline.db-shm", "dateline.lock"] {
                #expect(Self.mode(folder + "/data/" + name) == 0o600, "\(name)")
            }
            try await open.store.close()
        }
    }

    @Test(arguments: ["", ":memory:", "file:x.db", "FILE:x?mode=memory", "a\0b"])
    func path_noPlainFile_isBadPath(_ path: String) {
        Self.expectError(.file(path)) { if case .badPath = $0 { true } else { false } }
    }

    @Test func path_wrongPlace_isNamed() async throws {
        try await withTemporaryFolder { folder in
            Self.expectError(.file(folder)) { $0 == .isDirectory(path: folder) }
            Self.expectError(.file(folder + "/")) { $0 == .isDirectory(path: folder) }
            Self.expectError(.file(folder + "/no/such/dateline.db")) { $0 == .missingParent(path: folder + "/no/such/dateline.db") }
            let file = folder + "/file"
            try Data("x".utf8).write(to: URL(fileURLWithPath: file))
            Self.expectError(.file(file + "/dateline.db")) { $0 != .damaged(path: file, reason: "") }
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            Self.expectError(.file(folder + "/pipe")) { if case .badPath = $0 { true } else { false } }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may open everything"))
    func path_notPermitted_isPermission() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            try await OpenStore(.file(path)).store.close()
            chmod(path, 0o400)
            Self.expectError(.file(path)) { $0 == .permission(path: path) }
        }
    }

    @Test func secondStore_sameFolder_isLockedWithPID() async throws {
        try await withTemporaryFolder { folder in
            let first = try OpenStore(.file(folder + "/dateline.db"))
            Self.expectError(.file(folder + "/dateline.db")) { $0 == .locked(path: folder + "/dateline.db", pid: getpid()) }
            Self.expectError(.file(folder + "/other.db")) { $0 == .locked(path: folder + "/other.db", pid: getpid()) }
            #expect(!FileManager.default.fileExists(atPath: folder + "/other.db"))
            try await first.store.close()
            try await OpenStore(.file(folder + "/dateline.db")).store.close()
        }
    }

    @Test func otherContent_anyKind_isRefusedUntouched() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let page = Array("SQLite format 3\0".utf8)
            for bytes in [Array("hello\n".utf8), Array(repeating: 0, count: 4096), page, Array(repeating: 7, count: 9000)] {
                try await Self.expectUntouched(path, bytes) { if case .damaged = $0 { true } else { false } }
            }
            let other = try DatabaseQueue(path: folder + "/foreign.db")
            try await other.write { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
            try other.close()
            let foreign = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/foreign.db")))
            try await Self.expectUntouched(path, foreign) { $0 == .otherApplication(path: path) }
        }
    }

    @Test func newerSchema_isRefusedUntouched() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            try await OpenStore(.file(path)).store.close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9999_future')") }
            try queue.close()
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            try await Self.expectUntouched(path, bytes) { $0 == .newerSchema(path: path, migration: "9999_future") }
        }
    }

    @Test func brokenFile_cutOrGarbagePage_isDamagedUntouched() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let open = try OpenStore(.file(path))
            for number in 0..<50 {
                _ = try await open.store.articles.create(
                    ArticleDraft(headline: "\(number)", body: String(repeating: "word ", count: 400)), onConflict: .error, recorder: nil
                )
            }
            try await open.store.close()
            let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            try await Self.expectUntouched(path, Array(sound.prefix(20_000))) { if case .damaged = $0 { true } else { false } }
            var garbage = sound
            let middle = garbage.count / 2 / 4096 * 4096
            for offset in 0..<4096 { garbage[middle + offset] = UInt8(truncatingIfNeeded: offset &* 31) }
            try await Self.expectUntouched(path, garbage) { if case .damaged = $0 { true } else { false } }
            // The versions of the file format, to write and to read it, of which SQLite would open the first for reading only; and the
            // encoding, of which it looks at two bits.
            for (offset, value) in [(18, 3), (18, 130), (19, 3), (18, 0), (58, 4), (59, 5)] {
                var header = sound
                header[offset] = UInt8(value)
                try await Self.expectUntouched(path, header) { if case .damaged = $0 { true } else { false } }
            }
        }
    }

    @Test func errors_each_isOneLineNamingThePath() {
        let errors: [StoreOpenError] = [
            .badPath(path: "/p", reason: "r"), .isDirectory(path: "/p"), .missingParent(path: "/p"), .locked(path: "/p", pid: 3),
            .locked(path: "/p", pid: nil),
            .damaged(path: "/p", reason: "r"), .logMissing(path: "/p"), .logDamaged(path: "/p", reason: "r"), .logForeign(path: "/p"),
            .newerSchema(path: "/p", migration: "m"),
            .otherApplication(path: "/p"),
            .permission(path: "/p"), .cannotCreate(path: "/p", reason: "r"), .io(path: "/p", reason: "r"),
            .unsafeSetting(path: "/p", setting: "s"),
        ]
        for error in errors {
            #expect(error.description.contains("/p"))
            #expect(!error.description.contains("\n"))
        }
    }

    private static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    static func expectError(_ location: StoreLocation, at source: SourceLocation = #_sourceLocation, _ isExpected: (StoreOpenError) -> Bool)
    {
        do throws(StoreOpenError) {
            let ids = ResourceIDGenerator(now: { Timestamp(milliseconds: 0) })
            _ = try SQLiteStore(at: location, now: { Timestamp(milliseconds: 0) }, makeID: { ids.next() })
            Issue.record("opened", sourceLocation: source)
        } catch {
            #expect(isExpected(error), "\(error)", sourceLocation: source)
        }
    }

    private static func expectUntouched(
        _ path: String, _ bytes: [UInt8], at source: SourceLocation = #_sourceLocation, _ isExpected: (StoreOpenError) -> Bool
    ) async throws {
        let url = URL(fileURLWithPath: path)
        try Data(bytes).write(to: url)
        expectError(.file(path), at: source, isExpected)
        #expect(SHA256.hash(data: try Data(contentsOf: url)) == SHA256.hash(data: Data(bytes)), sourceLocation: source)
    }
}

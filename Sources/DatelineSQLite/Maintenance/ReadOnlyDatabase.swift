import DatelineModels
import Foundation
import GRDB
import SQLiteMigrations

/// A database opened to be looked at, whether a service has it open or not.
///
/// The connection can't write: its descriptor of the file is read-only, so that it can't checkpoint the log either, not even
/// when it is the last to close (SQLite does that only under an exclusive lock, which needs a writable descriptor). The lock on
/// the folder isn't taken, as a service may hold it.
struct ReadOnlyDatabase {
    let path: String
    private let queue: DatabaseQueue
    /// The files as they were when the database was opened.
    private let before: FilesStamp
    /// Whether SQLite was told that nobody changes the file; else it reads beside a writer, with the help of `-wal` and `-shm`.
    private let isImmutable: Bool

    /// - Throws: ``StoreOpenError``; `.logMissing`, `.logDamaged` and `.logForeign` where the last writes aren't in the file and their log isn't there, not
    ///   whole, or another file's.
    init(path: String) throws(StoreOpenError) {
        self.path = path
        try Self.checkFile(path)
        // A file without log is complete by itself; told so, SQLite makes no files beside it. `isUnchanged` tells if that was wrong.
        let stamp = FilesStamp(path)
        if stamp.log == nil, let queue = try? Self.open(Self.immutableURI(path)) {
            (self.queue, before, isImmutable) = (queue, stamp, true)
        } else {
            queue = try OpenedDatabase.translating(path) { try Self.open(path) }
            (before, isImmutable) = (FilesStamp(path), false)
        }
    }

    /// Runs `body` in one snapshot.
    ///
    /// - Parameter needsSchema: whether `body` relies on all migrations.
    func read<Value>(needsSchema: Bool = true, _ body: (Database) throws -> Value) throws -> Value {
        try queue.inDatabase { db in
            try db.execute(sql: "BEGIN DEFERRED TRANSACTION")
            defer { try? db.rollback() }
            if needsSchema { try Self.checkSchema(db, path) }
            return try body(db)
        }
    }

    /// Runs `body` outside of a transaction.
    func withoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.inDatabase(body)
    }

    /// Whether the files are still those that were opened. False: a service was started or stopped meanwhile, or the file was
    /// replaced, and what was read may be of two moments.
    var isUnchanged: Bool {
        let now = FilesStamp(path)
        guard !isImmutable else { return now == before }
        return now.file == before.file && now.log == before.log
    }

    func close() {
        // Nothing was written, so nothing can be lost.
        try? queue.close()
    }

    /// Refuses other programs' databases, newer ones and, as nothing here may migrate it, older ones.
    static func checkSchema(_ db: Database, _ path: String) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == StoreFile.applicationID else {
            throw StoreOpenError.otherApplication(path: path)
        }
        let applied = try db.tableExists("grdb_migrations") ? Set(String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")) : []
        let known = SQLiteMigrations.all.map(\.name)
        if let newer = applied.subtracting(known).min() { throw StoreOpenError.newerSchema(path: path, migration: newer) }
        guard known.allSatisfy(applied.contains) else {
            throw StoreOpenError.damaged(
                path: path, reason: "its tables are missing or not up to date; if it is an older one, run dateline migrate")
        }
    }

    /// - Throws: what is wrong with the file at this path, seen without opening it.
    static func checkFile(_ path: String) throws(StoreOpenError) {
        guard let status = StoreFile.status(path) else { throw StoreOpenError(errno: errno, path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isDirectory(path: path)
        default: throw .badPath(path: path, reason: "is not a regular file.")
        }
        guard access(path, R_OK) == 0 else { throw StoreOpenError(errno: errno, path: path) }
        if try StoreFile(path: path).inspectHeader() { throw .damaged(path: path, reason: "it is empty") }
        try checkLog(path)
    }

    private static func checkLog(_ path: String) throws(StoreOpenError) {
        let (note, isHeld) = DirectoryLock.look(path)
        // While somebody writes it, it is theirs to judge; and so where somebody has begun to, meanwhile.
        if isHeld, StoreFile.status(path + "-wal") != nil { return }
        guard let error = try LogInspection(of: path, note).error(path), DirectoryLock.look(path) == (note, isHeld) else { return }
        throw error
    }

    private static func open(_ name: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: name, configuration: Connections.configuration(readOnly: true))
        // Opens the files in earnest.
        try queue.inDatabase { _ = try Int64.fetchOne($0, sql: "PRAGMA schema_version") }
        return queue
    }

    static func immutableURI(_ path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return uri + "?immutable=1"
    }
}

/// What tells whether somebody else opened or changed a database.
private struct FilesStamp: Equatable {
    let file: FileIdentity?
    let log: FileIdentity?
    let size: Int64
    let changed: [Int]

    init(_ path: String) {
        file = FileIdentity(path)
        log = FileIdentity(path + "-wal")
        let status = StoreFile.status(path)
        size = Int64(status?.st_size ?? -1)
        changed = status.map { [$0.st_mtim.tv_sec, $0.st_mtim.tv_nsec, $0.st_ctim.tv_sec, $0.st_ctim.tv_nsec] } ?? []
    }
}

import DatelineModels
import Foundation
import GRDB

/// An open database with the lock on its folder.
struct OpenedDatabase: Sendable {
    /// Up to this size, in bytes, a file is looked through before it is used; larger ones, which would make the start slow, while they are.
    static let quickCheckLimit = 64 * 1024 * 1024

    let database: any DatabaseWriter
    /// nil for a database in memory.
    let watch: FileWatch?
    let path: String
    private let lock: DirectoryLock?
    private let isInMemory: Bool

    /// - Parameter isRepair: takes a file that is marked as damaged, and looks through it however large it is.
    init(_ location: StoreLocation, acceptsLoss: Bool, isRepair: Bool = false) throws(StoreOpenError) {
        switch location {
        case .memory:
            path = "a database in memory"
            isInMemory = true
            lock = nil
            watch = nil
            database = try Self.translating(path) {
                let queue = try DatabaseQueue(configuration: Connections.configuration())
                try Connections.makeDurable(queue, path: "a database in memory", isFile: false)
                return queue
            }
        case .file(let path):
            let file = try StoreFile(path: path)
            // A wrong file is named as such before anything is made beside it.
            let isEmpty = try file.exists() ? try file.inspectHeader() : true
            let lock = try DirectoryLock(directory: file.directory, for: path)
            var log: LogInspection?
            if isEmpty {
                try Self.checkTraces(of: path, lock.note, acceptsLoss: acceptsLoss)
                try file.create { path throws(StoreOpenError) in try Self.translating(path) { try Connections.mark(path) } }
            } else {
                if !isRepair { try Self.checkMark(path) }
                log = try Self.checkLog(file, lock, acceptsLoss: acceptsLoss)
                try Self.inspect(path, quickCheck: isRepair || (StoreFile.status(path)?.st_size ?? 0) <= Self.quickCheckLimit)
            }
            let hasLog = (StoreFile.status(path + "-wal")?.st_size ?? 0) > 0
            self.path = path
            isInMemory = false
            self.lock = lock
            database = try Self.translating(path) {
                let pool = try DatabasePool(path: path, configuration: Connections.configuration())
                try Connections.makeDurable(pool, path: path, isFile: true)
                return pool
            }
            watch = FileWatch(path: path)
            // What a killed process has written and not synced may be shown from now on, and be taken for acknowledged.
            try file.syncLog()
            // Else a power cut could leave the note that there is a log, without the log.
            try file.syncDirectory()
            let own = log?.incarnation ?? .none
            let isContinued = hasLog && log?.isNoted == true
            let isOnDisk = lock.setOpen(true, path, isContinued ? own : nil)
            // As long as the note may be of another one, the file must not change.
            if !isContinued, isOnDisk, let new = try Self.translating(path, { [database] in try Incarnation.begin(database, after: own) }) {
                lock.setOpen(true, path, new)
            }
        }
    }

    /// Opens a file that is only read: without the lock, and without making or changing anything.
    init(readOnly path: String) throws(StoreOpenError) {
        try ReadOnlyDatabase.checkFile(path)
        self.path = path
        isInMemory = false
        lock = nil
        watch = nil
        // A file without log is complete by itself; told so, SQLite makes no files beside it, which it may not be able to.
        let name = StoreFile.status(path + "-wal") == nil ? ReadOnlyDatabase.immutableURI(path) : path
        database = try Self.translating(path) {
            let pool = try DatabasePool(path: name, configuration: Connections.configuration(readOnly: true))
            try pool.read { try ReadOnlyDatabase.checkSchema($0, path) }
            return pool
        }
    }

    /// nil for a database in memory.
    var filePath: String? { isInMemory ? nil : path }

    /// Moves everything into the file, and leaves nothing beside it.
    ///
    /// - Parameter movesLog: false: leaves the log as it is.
    /// - Throws: `.logNotMoved` where the disk is full, say; the database is closed all the same.
    func close(movesLog: Bool = true) throws(StoreOpenError) {
        var failure: (any Error)?
        var isDone = false
        if let lock, movesLog {
            do {
                // Of a database that was deleted nothing is left: the next start has to say so instead of making a new one.
                isDone = try moveLog() && (watch?.hasDatabase == false || lock.setOpen(false, path))
            } catch {
                failure = error
            }
        }
        try translating { try database.close() }
        if isDone, let log = StoreFile.status(path + "-wal"), log.st_size == 0 {
            // SQLite was told to leave the log, so that its absence means something.
            unlink(path + "-wal")
            unlink(path + "-shm")
        }
        lock?.release()
        if let failure { throw .logNotMoved(path: path, reason: (failure as? DatabaseError)?.message ?? String(describing: failure)) }
    }

    /// - Returns: false where a backup, say, that still reads keeps the log from being emptied; then it stays, and is needed.
    private func moveLog() throws -> Bool {
        try database.writeWithoutTransaction { db in
            do {
                _ = try db.checkpoint(.truncate)
                return true
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return false
            }
        }
    }

    func translating<Value>(_ body: () throws -> Value) throws(StoreOpenError) -> Value {
        try Self.translating(path, body)
    }

    private static func inspect(_ path: String, quickCheck: Bool) throws(StoreOpenError) {
        do throws(StoreOpenError) {
            try translating(path) { try Connections.inspect(path, quickCheck: quickCheck) }
        } catch {
            // A backup was put over the file, say, and the log of the one before was left.
            guard case .damaged(_, let reason) = error, (StoreFile.status(path + "-wal")?.st_size ?? 0) > 0 else { throw error }
            throw .damaged(
                path: path,
                reason:
                    "\(reason), with what \(path)-wal adds to it; if that log is another file's, as after a restore, remove it and try again"
            )
        }
    }

    private static func checkMark(_ path: String) throws(StoreOpenError) {
        let mark = DamageMark(of: path)
        if let reason = mark.reason(of: try Incarnation(ofFile: path)) {
            throw .damaged(
                path: path,
                reason:
                    "a service came upon this: \(reason); dateline check tells whether it can be repaired, and if nothing is wrong has it taken again"
            )
        }
        // Of a file that lay there before.
        mark.remove()
    }

    private static func checkLog(_ file: StoreFile, _ lock: DirectoryLock, acceptsLoss: Bool) throws(StoreOpenError) -> LogInspection {
        let log = try LogInspection(of: file.path, lock.note)
        if let error = log.error(file.path) {
            guard acceptsLoss else { throw error }
            try log.accept(file.path)
        }
        if log.isReplaced {
            // The note is another file's. A log that was removed must not come back once there is none.
            try file.syncDirectory()
            guard lock.setOpen(false, file.path) else { throw .io(path: file.path, reason: "\(DirectoryLock.fileName) can't be written") }
        }
        return log
    }

    /// Of a database that isn't there any more.
    private static func checkTraces(of path: String, _ note: LockNote, acceptsLoss: Bool) throws(StoreOpenError) {
        let log = StoreFile.status(path + "-wal")
        if let log, log.st_size > 0 {
            guard acceptsLoss else {
                throw .damaged(path: path, reason: "\(path)-wal holds its last writes, but the database itself is gone")
            }
            return try LogInspection.setAside(path)
        }
        guard note.isOpen(DirectoryLock.name(path)), !acceptsLoss else { return }
        if StoreFile.status(path) != nil { throw .damaged(path: path, reason: "it is empty, though it was in use before") }
        throw .logMissing(path: path)
    }

    static func translating<Value>(_ path: String, _ body: () throws -> Value) throws(StoreOpenError) -> Value {
        do {
            return try body()
        } catch let error as StoreOpenError {
            throw error
        } catch let error as DatabaseError {
            let reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: throw .damaged(path: path, reason: reason)
            case .SQLITE_PERM, .SQLITE_AUTH: throw .permission(path: path)
            case .SQLITE_CANTOPEN where access(path, R_OK | W_OK) != 0 && errno == EACCES: throw .permission(path: path)
            default: throw .io(path: path, reason: reason)
            }
        } catch {
            throw .io(path: path, reason: String(describing: error))
        }
    }
}

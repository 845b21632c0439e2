import Foundation

/// What there is to say of the log beside a database, or of its absence, before the database is opened. Nobody may have it open.
struct LogInspection {
    enum Fault {
        /// It held the last writes, and is gone.
        case missing
        /// It lacks what was written to it.
        case damaged(LogDamage)
        /// It was written for another file, in place of which this one was put.
        case foreign
    }

    let fault: Fault?
    /// The file is another one than was open under its name, as after a restore; the note is the other's.
    let isReplaced: Bool
    /// The file's own.
    let incarnation: Incarnation
    /// The note says so as well: as long as the log isn't empty, the file keeps it.
    let isNoted: Bool

    /// - Parameter note: what whoever had it open last has left.
    /// - Throws: `.io`, `.permission` where the file or its log can't be read.
    init(of path: String, _ note: LockNote) throws(StoreOpenError) {
        let name = DirectoryLock.name(path)
        incarnation = try Incarnation(ofFile: path)
        isReplaced = note.isReplaced(name, by: incarnation)
        isNoted = note.incarnation(of: name) == incarnation
        guard let log = StoreFile.status(path + "-wal") else {
            // Of a file that was put there nothing is lost with the log of the one before; unless it was open itself, under another name.
            fault = note.isOpen(incarnation) || note.isOpen(name) && !isReplaced ? .missing : nil
            return
        }
        guard log.st_size > 0 || !isReplaced else {
            fault = nil
            return
        }
        let content: LogContent
        do { content = try LogContent(path + "-wal") } catch { throw .io(path: path, reason: "\(path)-wal can't be read") }
        // The log tells by itself, where it has the first page, as one of the whole database has. Where it hasn't, only the note does.
        let isOwn = content.incarnations.contains(incarnation) || content.incarnations.isEmpty && !isReplaced
        fault = isOwn ? LogDamage(of: path, content, isReplaced ? nil : note).map { .damaged($0) } : .foreign
    }

    /// What is to be said where that isn't accepted.
    func error(_ path: String) -> StoreOpenError? {
        switch fault {
        case nil: nil
        case .missing: .logMissing(path: path)
        case .foreign: .logForeign(path: path)
        case .damaged(let damage): damage.error(path)
        }
    }

    /// Does away with what can't be used, so that it isn't come upon again. A foreign log is kept under another name.
    func accept(_ path: String) throws(StoreOpenError) {
        switch fault {
        case nil, .missing: break
        case .foreign: try Self.setAside(path)
        case .damaged(let damage): try damage.accept(path)
        }
    }

    /// Gives a log another name, `-wal.foreign`, so that it is neither used nor lost.
    static func setAside(_ path: String) throws(StoreOpenError) {
        var target = path + "-wal.foreign"
        var number = 1
        while StoreFile.status(target) != nil {
            number += 1
            target = path + "-wal.foreign-\(number)"
        }
        guard rename(path + "-wal", target) == 0 else { throw StoreOpenError(errno: errno, path: path) }
        unlink(path + "-shm")
    }
}

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
    /// What the file is told by as long as its log isn't empty; nil where that may change, or is nothing.
    let incarnation: Incarnation?

    /// - Parameter note: what whoever had it open last has left.
    /// - Throws: `.io`, `.permission` where the file or its log can't be read.
    init(of path: String, _ note: LockNote) throws(StoreOpenError) {
        let name = DirectoryLock.name(path)
        let own = try Incarnation(ofFile: path)
        isReplaced = note.isReplaced(name, by: own)
        guard let log = StoreFile.status(path + "-wal") else {
            incarnation = nil
            // Of a file that was put there nothing is lost with the log of the one before; unless it was open itself, under another name.
            fault = note.isOpen(own) || note.isOpen(name) && !isReplaced ? .missing : nil
            return
        }
        guard log.st_size > 0 || !isReplaced else {
            (incarnation, fault) = (nil, nil)
            return
        }
        let content: LogContent
        do { content = try LogContent(path + "-wal") } catch { throw .io(path: path, reason: "\(path)-wal can't be read") }
        // Of both put back together, as from a snapshot, the one often tells that it belongs to the other.
        if isReplaced, !content.incarnations.contains(own) {
            (incarnation, fault) = (nil, .foreign)
            return
        }
        incarnation = own != .none && (content.incarnations.last ?? own) == own ? own : nil
        fault = LogDamage(of: path, content, isReplaced ? nil : note).map { .damaged($0) }
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
        case .foreign:
            guard rename(path + "-wal", path + "-wal.foreign") == 0 else { throw StoreOpenError(errno: errno, path: path) }
            unlink(path + "-shm")
        case .damaged(let damage): try damage.accept(path)
        }
    }
}

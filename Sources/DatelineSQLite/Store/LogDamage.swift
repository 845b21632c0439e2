import Foundation

/// That a log lacks some of what was written to it. SQLite reads a log up to the first frame that doesn't fit, and takes what follows for
/// what was never finished; two witnesses can know better, see docs/decisions/0014.
struct LogDamage: Equatable {
    /// How many pages the shared memory file counts; nil where it can't be asked, and what lies behind in the log has told.
    private let written: Int?
    private let readable: Int
    /// Up to the end of what can be read, in bytes.
    private let length: Int64
    /// More than can be read is in the database already, as a whole.
    private let isMoved: Bool

    /// nil where nothing shows that there was more than can be read.
    ///
    /// - Parameters:
    ///   - content: of the log.
    ///   - note: what whoever had it open last has left; nil where it isn't about this file.
    init?(of path: String, _ content: LogContent, _ note: LockNote?) {
        if let note, let index = Self.index(of: path, note), index.frames > 0 {
            readable = content.hasHead && content.salts == index.salts ? content.frames : 0
            guard readable < index.frames else { return nil }
            written = index.frames
            isMoved = (index.moved ?? -1) >= readable
        } else {
            guard content.commitsBehind > Writer.marksInRow else { return nil }
            readable = content.frames
            written = nil
            isMoved = false
        }
        length = readable == 0 ? 0 : content.length
    }

    /// What was in memory is only true until the machine starts anew.
    private static func index(of path: String, _ note: LockNote) -> LogIndex? {
        guard note.isOpen(DirectoryLock.name(path)), let boot = note.boot, boot == LockNote.currentBoot else { return nil }
        return LogIndex(path + "-shm")
    }

    func error(_ path: String) -> StoreOpenError {
        .logDamaged(
            path: path,
            reason: written.map { "of \($0) pages that were written to it \(readable) can be read" }
                ?? "later writes lie behind the \(readable) pages that can be read")
    }

    /// Does away with what can't be used, so that it isn't come upon again.
    func accept(_ path: String) throws(StoreOpenError) {
        let log = path + "-wal"
        // What can be read is older than the database then, and would be laid over it.
        guard (isMoved ? unlink(log) : truncate(log, off_t(length))) == 0 else { throw StoreOpenError(errno: errno, path: path) }
    }
}

import DatelineModels
import Foundation
import Synchronization

/// The exclusive hold on the folder of a database: two processes that wrote to one file, or checkpointed it, could corrupt it
/// (SQLite before 3.51.3), so a second one must not get as far as opening it.
///
/// The file `dateline.lock` holds a ``LockNote``: a `-wal` file missing beside one of the databases it names has been lost,
/// unless the database was replaced, see ``LogInspection``.
final class DirectoryLock: Sendable {
    static let fileName = "dateline.lock"
    /// Of the note, in bytes: a sector of a disk, unless it names very many.
    private static let usualSize = 512

    private let descriptor: Mutex<Int32?>

    /// - Throws: ``StoreOpenError`` `.locked`, `.permission`, `.io`.
    init(directory: String, for path: String) throws(StoreOpenError) {
        let lockPath = directory + "/" + Self.fileName
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        guard Self.take(descriptor) else {
            let code = errno
            let pid = Self.read(descriptor).process
            close(descriptor)
            if code == EWOULDBLOCK { throw .locked(path: path, pid: pid) }
            throw StoreOpenError(errno: code, path: path)
        }
        fchmod(descriptor, 0o600)
        self.descriptor = Mutex(descriptor)
        Self.write(Self.read(descriptor), to: descriptor)
    }

    /// What the process that had the folder before has left.
    var note: LockNote {
        descriptor.withLock { descriptor in descriptor.map(Self.read) ?? LockNote("") }
    }

    /// Notes that the database is open, or that losing its `-wal` file is harmless from now on.
    ///
    /// - Returns: whether that is on the disk.
    @discardableResult
    func setOpen(_ isOpen: Bool, _ path: String, _ incarnation: Incarnation? = nil) -> Bool {
        descriptor.withLock { descriptor in
            guard let descriptor else { return false }
            var note = Self.read(descriptor)
            note.setOpen(isOpen, Self.name(path), incarnation, boot: LockNote.currentBoot)
            return Self.write(note, to: descriptor)
        }
    }

    func release() {
        descriptor.withLock { descriptor in
            if let held = descriptor {
                // A process forked just now has a copy of the descriptor, which would keep the lock until it executes its program.
                flock(held, LOCK_UN)
                close(held)
            }
            descriptor = nil
        }
    }

    deinit {
        release()
    }

    /// What the lock file of a database's folder says, and whether a process has the folder; takes no lock.
    static func look(_ path: String) -> (note: LockNote, isHeld: Bool) {
        let descriptor = open(StoreFile.directory(of: path) + "/" + fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return (LockNote(""), errno != ENOENT) }
        defer { close(descriptor) }
        // For a moment only, and shared: whoever wants the lock in that moment tries again.
        let isHeld = flock(descriptor, LOCK_SH | LOCK_NB) != 0
        if !isHeld { flock(descriptor, LOCK_UN) }
        return (read(descriptor), isHeld)
    }

    /// By which a note names a database.
    static func name(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// Waits no longer than somebody needs to ``look(_:)``.
    private static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<5 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK else { return false }
            usleep(2000)
        }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private static func read(_ descriptor: Int32) -> LockNote {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return LockNote(count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "")
    }

    @discardableResult
    private static func write(_ note: LockNote, to descriptor: Int32) -> Bool {
        var note = note
        note.process = getpid()
        // As long as ever, so that a power cut leaves the one or the other; what lies behind the blank line doesn't count.
        var bytes = Array(note.text.utf8)
        bytes += Array(repeating: UInt8(ascii: "\n"), count: max(0, usualSize - bytes.count))
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count, ftruncate(descriptor, off_t(bytes.count)) == 0 else { return false }
        return fdatasync(descriptor) == 0
    }
}

extension StoreOpenError {
    init(errno code: Int32, path: String) {
        switch code {
        case EACCES, EPERM: self = .permission(path: path)
        case EROFS: self = .io(path: path, reason: "the file system is read-only; make it writable or choose another place")
        default: self = .io(path: path, reason: String(cString: strerror(code)))
        }
    }
}

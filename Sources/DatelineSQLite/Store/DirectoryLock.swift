import DatelineModels
import Foundation
import Synchronization

/// The exclusive hold on the folder of a database: two processes that wrote to one file, or checkpointed it, could corrupt it
/// (SQLite before 3.51.3), so a second one must not get as far as opening it.
///
/// The file `dateline.lock` holds the process id on its first line, and on the others, for each database of the folder that
/// isn't cleanly closed, its name: a `-wal` file missing beside one of those has been lost.
final class DirectoryLock: Sendable {
    static let fileName = "dateline.lock"

    private let descriptor: Mutex<Int32?>

    /// - Throws: ``StoreOpenError`` `.locked`, `.permission`, `.io`.
    init(directory: String, for path: String) throws(StoreOpenError) {
        let lockPath = directory + "/" + Self.fileName
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let pid = Self.read(descriptor).first.flatMap { Int32($0) }
            close(descriptor)
            if code == EWOULDBLOCK { throw .locked(path: path, pid: pid) }
            throw StoreOpenError(errno: code, path: path)
        }
        fchmod(descriptor, 0o600)
        self.descriptor = Mutex(descriptor)
        let open = Set(Self.read(descriptor).dropFirst())
        Self.write(open, to: descriptor)
    }

    /// Whether that database was left open by a process that is gone.
    func wasLeftOpen(_ path: String) -> Bool {
        descriptor.withLock { descriptor in
            descriptor.map { Self.read($0).dropFirst().contains(Self.name(path)) } ?? false
        }
    }

    /// Notes that the database is open, or that losing its `-wal` file is harmless from now on.
    func setOpen(_ isOpen: Bool, _ path: String) {
        descriptor.withLock { descriptor in
            guard let descriptor else { return }
            var open = Set(Self.read(descriptor).dropFirst())
            if isOpen { open.insert(Self.name(path)) } else { open.remove(Self.name(path)) }
            Self.write(open, to: descriptor)
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

    /// Whether the folder's lock file says that a process has, or had when it ended, the database open. Takes no lock.
    static func isNotedAsOpen(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let directory = parts.isEmpty ? "." : parts.joined(separator: "/")
        let descriptor = open(directory + "/" + fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return read(descriptor).dropFirst().contains(name(path))
    }

    private static func name(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    private static func read(_ descriptor: Int32) -> [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return [] }
        return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .filter { !$0.isEmpty }
    }

    private static func write(_ open: Set<String>, to descriptor: Int32) {
        let text = ([String(getpid())] + open.sorted()).map { $0 + "\n" }.joined()
        let bytes = Array(text.utf8)
        // Longer first, shorter after: a reader never sees an empty file.
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return }
        ftruncate(descriptor, off_t(bytes.count))
        fdatasync(descriptor)
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

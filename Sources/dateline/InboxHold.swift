import DatelineImport
import Foundation
import Glibc

/// The hold of a service on a folder whose files it moves: of two services that did so each would get a part of what is dropped, and one
/// that only reads would see the files go.
///
/// It is a lock of the kernel's on the folder itself (flock(2)), which leaves nothing in it and ends with the process, however that ends.
/// While it is held the folder's file system can't be unmounted. Where a file system knows no such locks there is no hold, and no error.
final class InboxHold: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Takes hold of a folder whose files are to be moved. Of one that is only read it makes sure that nobody else moves its files.
    ///
    /// - Returns: nil where nothing needs to be held.
    /// - Throws: ``CommandFailure`` where another process moves its files, or where files are to be moved and another process is about to look.
    static func take(_ inbox: InboxOptions.Inbox) throws -> InboxHold? {
        let descriptor = open(inbox.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let isMoving = inbox.options.mode == .consume
        guard lock(descriptor, isMoving ? LOCK_EX : LOCK_SH) || errno != EWOULDBLOCK else {
            let holder = holder(of: descriptor).map { " (process \($0))" } ?? ""
            close(descriptor)
            throw CommandFailure(
                .temporaryFailure,
                "another service\(holder) moves the files of the inbox \(inbox.path); stop it, or give this one a folder of its own.")
        }
        if isMoving { return InboxHold(descriptor: descriptor) }
        close(descriptor)
        return nil
    }

    func release() {
        // A process forked just now has a copy of the descriptor, which would keep the lock until it executes its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Waits no longer than another service needs to make sure.
    private static func lock(_ descriptor: Int32, _ kind: Int32) -> Bool {
        for _ in 0..<5 {
            if flock(descriptor, kind | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK else { return false }
            usleep(2000)
        }
        return flock(descriptor, kind | LOCK_NB) == 0
    }

    /// Who moves the folder's files, as proc_locks(5) has it; nil where it doesn't tell, as of a process in another container.
    private static func holder(of descriptor: Int32) -> Int32? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return nil }
        let inode = ":\(status.st_ino)"
        for line in locks.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 5, fields[1] == "FLOCK", fields[3] == "WRITE", fields[5].hasSuffix(inode), let pid = Int32(fields[4]),
                pid > 0
            else { continue }
            return pid
        }
        return nil
    }
}

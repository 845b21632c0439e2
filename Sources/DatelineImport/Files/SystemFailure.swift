import Glibc

/// A system call that failed.
struct SystemFailure: Error, Hashable, Sendable {
    let code: Int32

    init(code: Int32) {
        self.code = code
    }

    /// What `errno` says now.
    static var last: SystemFailure { SystemFailure(code: errno) }

    /// The file or a directory above it isn't there.
    var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

    /// A stable word for the ledger.
    var reason: String {
        switch code {
        case EACCES, EPERM: "permission-denied"
        case EMFILE, ENFILE: "too-many-open-files"
        case ENOENT, ENOTDIR: "not-found"
        case EIO: "io-error"
        case ESTALE: "stale-handle"
        case EBUSY, EAGAIN, ETXTBSY: "busy"
        case ENAMETOOLONG: "path-too-long"
        default: "io-error"
        }
    }

    /// All that ``reason`` may be.
    static let reasons: Set<String> = [
        "permission-denied", "too-many-open-files", "not-found", "io-error", "stale-handle", "busy", "path-too-long",
    ]

    /// A sentence for people.
    var detail: String {
        switch code {
        case EACCES, EPERM: "The file may not be read by the user the service runs as."
        case EMFILE, ENFILE: "There are no more file handles; it is tried again."
        case ENOENT, ENOTDIR: "There is no such file."
        case EBUSY, EAGAIN, ETXTBSY: "The file is in use and changes while it is read."
        case ENAMETOOLONG: "The name is too long for the file system."
        default: "Reading failed with system error \(code); it is tried again."
        }
    }
}

extension SystemFailure {
    /// What `inotify_init1` says at the limit of instances.
    static let tooManyInstances = EMFILE
}

extension SystemFailure {
    static let absence = SystemFailure(code: ENOENT)
    /// A file that changed each time it was read.
    static let stillChanging = SystemFailure(code: EBUSY)
}

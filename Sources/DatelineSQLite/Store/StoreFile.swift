import DatelineModels
import Foundation
import GRDB

/// What is looked at, and made, in the file system before SQLite opens a database for writing.
struct StoreFile {
    /// "DLNE": tells our files from those of other programs.
    static let applicationID: Int32 = 0x444c_4e45

    let path: String
    let directory: String

    /// - Throws: `.badPath`, `.isDirectory`, `.missingParent`, `.cannotCreate`, `.permission`, `.io`.
    init(path: String) throws(StoreOpenError) {
        guard !path.isEmpty else { throw .badPath(path: path, reason: "is empty; name a file.") }
        guard !path.utf8.contains(0), !path.utf8.contains(UInt8(ascii: "\n")) else {
            throw .badPath(path: "The database path", reason: "holds a character that no file name may have.")
        }
        // SQLite would read these as something other than the name of a file.
        guard !path.lowercased().hasPrefix("file:") else {
            throw .badPath(path: path, reason: "is a URI; name a plain file instead.")
        }
        guard path != ":memory:" else { throw .badPath(path: path, reason: "is no file; a database in memory would keep nothing.") }
        guard path.utf8.last != UInt8(ascii: "/") else { throw .isDirectory(path: String(path.dropLast())) }
        self.path = path
        directory = Self.directory(of: path)
        try makeDirectory()
    }

    static func directory(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    }

    private func makeDirectory() throws(StoreOpenError) {
        if mkdir(directory, 0o700) == 0 {
            // Whatever the umask is.
            chmod(directory, 0o700)
            return
        }
        switch errno {
        case EEXIST: return
        case ENOENT, ENOTDIR: throw .missingParent(path: path)
        case EROFS where Self.status(directory) != nil: return
        case let code: throw .cannotCreate(path: path, reason: String(cString: strerror(code)))
        }
    }

    /// Whether there is a database already; refuses what isn't a regular file that may be read and written.
    func exists() throws(StoreOpenError) -> Bool {
        guard let status = Self.status(path) else {
            let code = errno
            if code == ENOENT { return false }
            throw StoreOpenError(errno: code, path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isDirectory(path: path)
        default: throw .badPath(path: path, reason: "is not a regular file.")
        }
        guard access(path, R_OK | W_OK) == 0 else { throw StoreOpenError(errno: errno, path: path) }
        return true
    }

    /// Makes a new file, readable by its owner only, whatever the umask is; an empty one is replaced. It has its name only once it is
    /// on the disk as a whole, so that nothing half made is left by a crash.
    ///
    /// - Parameter fill: called with the name it has until then.
    func create(_ fill: (String) throws(StoreOpenError) -> Void) throws(StoreOpenError) {
        let target = realpath(path, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
        var link = stat()
        guard target != nil || lstat(path, &link) != 0 else {
            throw .cannotCreate(path: path, reason: "it is a link to a file that isn't there")
        }
        let fresh = (target ?? path) + ".new"
        // What a killed process left, and what would be played into the new file.
        for name in [fresh, fresh + "-journal", fresh + "-wal", fresh + "-shm", path + "-journal", path + "-wal", path + "-shm"] {
            unlink(name)
        }
        let descriptor = open(fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            if code == EACCES || code == EPERM || code == EROFS { throw StoreOpenError(errno: code, path: path) }
            throw .cannotCreate(path: path, reason: String(cString: strerror(code)))
        }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
        do throws(StoreOpenError) {
            try fill(fresh)
            for name in ["-wal", "-shm"] { unlink(fresh + name) }
            guard fsync(descriptor) == 0, rename(fresh, target ?? path) == 0 else { throw StoreOpenError(errno: errno, path: path) }
        } catch {
            unlink(fresh)
            throw error
        }
        try syncDirectory()
    }

    /// Makes sure that the files of the folder are found again after a power cut.
    func syncDirectory() throws(StoreOpenError) { try sync(directory, O_DIRECTORY) }

    /// Makes sure that what can be read of the log can be read after a power cut as well.
    func syncLog() throws(StoreOpenError) { try sync(path + "-wal", 0) }

    private func sync(_ name: String, _ flags: Int32) throws(StoreOpenError) {
        let descriptor = open(name, O_RDONLY | O_CLOEXEC | flags)
        guard descriptor >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreOpenError(errno: errno, path: path) }
    }

    /// Looks at the bytes of an existing file, without SQLite.
    ///
    /// - Returns: whether it is empty, as one that was made just before a crash.
    func inspectHeader() throws(StoreOpenError) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &header, header.count)
        guard count >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        if count == 0 { return true }
        // SQLite would undo in the file what the journal says; ours never have one.
        if let journal = Self.status(path + "-journal"), journal.st_size > 0 {
            throw .damaged(path: path, reason: "\(path)-journal, which isn't its own, lies beside it")
        }
        guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .damaged(path: path, reason: "it isn't an SQLite file")
        }
        func number(_ offset: Int) -> UInt32 { header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        guard Int32(bitPattern: number(68)) == Self.applicationID else { throw .otherApplication(path: path) }
        // With 1 or 2 the database may be written; later versions may be read at most.
        guard (1...2).contains(header[18]), (1...2).contains(header[19]) else {
            throw .damaged(path: path, reason: "its header names a version of the file format that doesn't exist")
        }
        // 0 as long as the tables are in the log.
        guard number(56) <= 1 else { throw .damaged(path: path, reason: "its header doesn't say that its text is UTF-8") }
        // The count of pages is only right where the change counter was written with it (SQLite file format §1.3.7).
        let hasLog = (Self.status(path + "-wal")?.st_size ?? 0) > 0
        if !hasLog, number(24) == number(92), let status = Self.status(path) {
            let pageSize = Int64(header[16]) << 8 | Int64(header[17])
            if Int64(status.st_size) < (pageSize == 1 ? 65536 : pageSize) * Int64(number(28)) {
                throw .damaged(path: path, reason: "it has been cut short")
            }
        }
        return false
    }

    /// What the disk holds on which `path` lies, in bytes; `free` is what is left for this user. nil where it can't be told.
    static func disk(of path: String) -> (free: Int64, total: Int64)? {
        var status = statvfs()
        guard statvfs(directory(of: path), &status) == 0 else { return nil }
        func bytes(_ blocks: some BinaryInteger) -> Int64 { Int64(clamping: UInt64(blocks) * UInt64(status.f_frsize)) }
        return (bytes(status.f_bavail), bytes(status.f_blocks))
    }

    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}

/// Which file a path leads to: changes when the file is deleted or replaced under an open database.
struct FileIdentity: Equatable {
    let device: UInt64
    let inode: UInt64

    init?(_ path: String) {
        guard let status = StoreFile.status(path) else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}

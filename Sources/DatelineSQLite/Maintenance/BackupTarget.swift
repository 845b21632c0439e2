import Foundation

/// The name under which a backup will be found, and the file it is until then.
struct BackupTarget {
    let path: String

    /// - Throws: `.isSource`, `.exists`, `.isDirectory`, `.notRegular`, `.cannotCreate`.
    func check(source: String) throws(BackupError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .cannotCreate("the backup", reason: "its name is empty or holds a zero byte")
        }
        let companions = ["", "-wal", "-shm", "-journal"].map { source + $0 }
        if companions.contains(where: { FileIdentity($0) != nil && FileIdentity($0) == FileIdentity(path) }) { throw .isSource(path) }
        // A name that would become the database's once it is there.
        if companions.contains(where: { Self.place($0) == Self.place(path) && Self.place(path) != nil }) { throw .isSource(path) }
        guard path.utf8.last != UInt8(ascii: "/") else { throw .isDirectory(path) }
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .cannotCreate(path, reason: String(cString: strerror(errno))) }
            return
        }
        if let followed = StoreFile.status(path) { status = followed }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .isDirectory(path)
        case S_IFREG, S_IFLNK: throw .exists(path)
        default: throw .notRegular(path)
        }
    }

    /// Makes the file, readable by its owner only; one that a killed backup left is taken over.
    func begin() throws(BackupError) -> PartialBackup {
        let name = path + ".partial"
        let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(name, reason: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .inProgress(name)
        }
        var status = stat()
        // Another backup may have finished, and given the file its name, between the opening and the locking.
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let identity = FileIdentity(name),
            identity.inode == UInt64(status.st_ino), identity.device == UInt64(status.st_dev)
        else {
            close(descriptor)
            throw .inProgress(name)
        }
        fchmod(descriptor, 0o600)
        // A killed backup's, which SQLite would play back into the new copy.
        unlink(name + "-journal")
        return PartialBackup(path: name, target: path, descriptor: descriptor)
    }

    /// The folder's identity and the name in it.
    private static func place(_ path: String) -> String? {
        let folder = folder(of: path)
        guard let identity = FileIdentity(folder), let name = path.split(separator: "/").last else { return nil }
        return "\(identity.device):\(identity.inode):\(name)"
    }

    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// A backup that has no name yet, held under lock against another one.
struct PartialBackup {
    let path: String
    let target: String
    let descriptor: Int32

    /// Syncs the file, gives it its name, unless that was taken meanwhile, and syncs the folder.
    func finish() throws(BackupError) {
        guard fsync(descriptor) == 0 else { throw .io(target, reason: String(cString: strerror(errno))) }
        // Unlike rename(), this never replaces a file.
        if link(path, target) == 0 {
            unlink(path)
        } else if errno == EEXIST {
            throw .exists(target)
        } else {
            // A file system without links.
            guard StoreFile.status(target) == nil else { throw .exists(target) }
            guard rename(path, target) == 0 else { throw .io(target, reason: String(cString: strerror(errno))) }
        }
        let folder = open(BackupTarget.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .io(target, reason: String(cString: strerror(errno))) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .io(target, reason: String(cString: strerror(errno))) }
        close(descriptor)
    }

    func abandon() {
        unlink(path)
        // SQLite's own, of a copy that broke off.
        unlink(path + "-journal")
        close(descriptor)
    }
}

import DatelineModels
import Glibc

/// What the file system says of a name, links not followed.
struct FileStatus: Hashable, Sendable {
    enum Kind: Sendable {
        case file, directory, symlink, other
    }

    let kind: Kind
    let stamp: FileStamp

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .symlink
        default: kind = .other
        }
        stamp = FileStamp(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino),
            size: Int64(status.st_size),
            modifiedNanoseconds: Self.nanoseconds(status.st_mtim), changedNanoseconds: Self.nanoseconds(status.st_ctim)
        )
    }

    /// Wraps where a file system gives a time beyond the years 1677 to 2262; times are only compared for equality.
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Of an open file.
    static func of(descriptor: Int32) throws(SystemFailure) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        return FileStatus(status)
    }
}

/// What a file or directory is, whatever its name.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
}

extension FileStamp {
    var identity: FileIdentity { FileIdentity(device: device, inode: inode) }

    /// Whether it is the same version of the same file; a rename may lie between the two.
    func isSameVersion(as other: FileStamp) -> Bool {
        identity == other.identity && size == other.size && modifiedNanoseconds == other.modifiedNanoseconds
    }

    /// How long before `now` the content was last written; negative for times in the future.
    func age(at now: Timestamp) -> Duration {
        .milliseconds(now.milliseconds - modifiedNanoseconds / 1_000_000)
    }

    /// How long before `now` the file was last changed in any way, which nobody can set; negative where the clock went back.
    func changeAge(at now: Timestamp) -> Duration {
        .milliseconds(now.milliseconds - changedNanoseconds / 1_000_000)
    }

    /// Whether a later change of the content might leave this stamp as it is, because it would fall into the same tick of the
    /// file system's clock: two seconds at worst, a few milliseconds where the times show finer digits. The time of writing may have been
    /// set to that of an earlier version.
    func isRacy(at now: Timestamp) -> Bool {
        age(at: now) < Self.tick(modifiedNanoseconds) || changeAge(at: now) < Self.tick(changedNanoseconds)
    }

    private static func tick(_ nanoseconds: Int64) -> Duration { .milliseconds(nanoseconds % 1_000_000 == 0 ? 2000 : 20) }
}

import DatelineImport
import DatelineModels
import DatelineSQLite
import Glibc

/// The database, its folder, and what they lie on.
struct DatabaseChecks {
    let path: String
    let allowsNetwork: Bool
    /// Whether the service is only to read it: then it makes, changes and needs less.
    let isReadOnly: Bool

    private static let topic = "database"
    private static let littleRoom: Int64 = 1 << 30
    private static let largeLog: Int64 = 256 << 20

    func findings() -> [Finding] {
        [folder(), fileSystem(), room(), file(), log()].compactMap(\.self) + [library()]
    }

    private var directory: String { PathParts(path).folder }

    private func folder() -> Finding? {
        guard let status = Self.status(directory) else {
            // The file's finding says all there is.
            if isReadOnly { return nil }
            return access(PathParts(directory).folder, W_OK | X_OK) == 0
                ? .note(Self.topic, "the folder \(directory) isn't there; serve makes it")
                : .problem(
                    Self.topic, "the folder \(directory) isn't there and can't be made",
                    "create it, owned by the service's user, with mode 700")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return .problem(Self.topic, "\(directory) is no folder", "name another --database")
        }
        guard access(directory, isReadOnly ? R_OK | X_OK : R_OK | W_OK | X_OK) == 0 else {
            if isReadOnly {
                return .problem(
                    Self.topic, "the folder \(directory) may not be read by user \(geteuid()): it belongs to user \(status.st_uid)",
                    "let that user read it, or run this as another")
            }
            return .problem(
                Self.topic, "the folder \(directory) may not be read and written by user \(geteuid()): it belongs to user \(status.st_uid)",
                "chown it to the service's user, or run this as that user; on a read-only file system use serve --read-only")
        }
        guard status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else {
            return .warning(Self.topic, "others may make and delete files in \(directory)", "chmod 700 \(directory)")
        }
        return .ok(Self.topic, "the folder \(directory) can be \(isReadOnly ? "read" : "written")")
    }

    private func fileSystem() -> Finding {
        guard let warning = DatabaseOptions.remoteWarning(path) else { return .ok(Self.topic, "lies on a disk of this machine") }
        return allowsNetwork || isReadOnly
            ? .warning(Self.topic, warning, "move it as soon as you can; --allow-network-database makes it no safer")
            : .problem(Self.topic, warning, "serve refuses it unless --allow-network-database is said")
    }

    private func room() -> Finding? {
        guard !isReadOnly, let free = SQLiteStore.freeBytes(at: path), let least = SQLiteStore.leastFreeBytes(at: path) else { return nil }
        let text = "\(free >> 20) MiB are free where it lies"
        if free < least { return .problem(Self.topic, text, "make room: below \(least >> 20) MiB writes are refused (503 disk-full)") }
        if DiskReserve.room(at: directory) == 0 {
            return .warning(
                Self.topic, text,
                "make room: imports wait until more is free (64 MiB, or 5 % of a small disk), and below \(least >> 20) MiB all writes are refused"
            )
        }
        if free < Self.littleRoom { return .warning(Self.topic, text, "make room before writes are refused") }
        return .ok(Self.topic, text)
    }

    private func file() -> Finding {
        guard let status = Self.status(path) else {
            return isReadOnly
                ? .problem(Self.topic, "\(path) isn't there, and serve --read-only makes none", "name the --database that is to be read")
                : .note(Self.topic, "\(path) isn't there; serve makes it")
        }
        do throws(StoreOpenError) {
            let missing = try SQLiteStore.pendingMigrations(at: path)
            if isReadOnly, !missing.isEmpty {
                return .problem(
                    Self.topic, "\(path) lacks \(missing.count) migrations, and serve --read-only brings nothing up to date",
                    "dateline migrate, after dateline backup")
            }
            if status.st_mode & 0o077 != 0 {
                return .warning(Self.topic, "\(path) may be read by others than its owner", "chmod 600 \(path)")
            }
            return missing.isEmpty
                ? .ok(Self.topic, "\(path) is up to date")
                : .note(
                    Self.topic, "\(path) lacks \(missing.count) migrations; serve brings it up to date",
                    "make a backup first: dateline backup")
        } catch {
            return .problem(Self.topic, CommandFailure(error))
        }
    }

    private func log() -> Finding? {
        if SQLiteStore.hasLostLog(at: path) {
            return .problem(
                Self.topic, "it wasn't closed cleanly and \(path)-wal, with its last writes, is gone",
                "put that file back, restore a backup, or accept the loss with serve --accept-loss")
        }
        guard let status = Self.status(path + "-wal"), Int64(status.st_size) > Self.largeLog else { return nil }
        return .warning(
            Self.topic, "\(path)-wal has \(status.st_size >> 20) MiB",
            "something reads the database for very long, a backup perhaps: end it, or restart the service")
    }

    private func library() -> Finding {
        SQLiteLibrary.fault.map { .note("sqlite", $0, SQLiteLibrary.remedy) } ?? .ok("sqlite", SQLiteLibrary.version)
    }

    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}

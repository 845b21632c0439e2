/// Why a store can't be opened, migrated or closed in order. Each is one line that names the file and, where there is one, the remedy.
public enum StoreOpenError: Error, Hashable, Sendable {
    /// The path itself can't be taken: empty, a URI, a special name, not a regular file.
    case badPath(path: String, reason: String)
    case isDirectory(path: String)
    /// The folder that should hold the database doesn't exist, nor does the one above it.
    case missingParent(path: String)
    /// Another process holds the folder.
    case locked(path: String, pid: Int32?)
    /// Not an SQLite file, cut short, or with broken pages.
    case damaged(path: String, reason: String)
    /// The program was killed while it had the database open, and the `-wal` file with its last writes is gone since.
    case logMissing(path: String)
    /// The same, and of the `-wal` file some of what was written to it can't be read any more.
    case logDamaged(path: String, reason: String)
    /// The file is another one than was open when the program was killed, and the `-wal` beside it is the other's.
    case logForeign(path: String)
    /// Migrations are recorded that this program doesn't know.
    case newerSchema(path: String, migration: String)
    /// An SQLite file that some other program made.
    case otherApplication(path: String)
    case permission(path: String)
    case cannotCreate(path: String, reason: String)
    case io(path: String, reason: String)
    /// The database was closed without its log being moved into it.
    case logNotMoved(path: String, reason: String)
    /// A safety setting of SQLite didn't take hold.
    case unsafeSetting(path: String, setting: String)
}

extension StoreOpenError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badPath(let path, let reason): "\(path.isEmpty ? "The database path" : path): \(reason)"
        case .isDirectory(let path): "\(path) is a folder; name a file in it, such as \(path)/dateline.db."
        case .missingParent(let path): "\(path): the folder of the database doesn't exist; create it first."
        case .locked(let path, let pid): "\(path) is in use by \(pid.map { "process \($0)" } ?? "another process"); stop that one first."
        case .damaged(let path, let reason): "\(path) is no sound database (\(reason)); restore it from a backup."
        case .logMissing(let path):
            "\(path) wasn't closed cleanly and \(path)-wal, which holds its last writes, is gone; restore that file, or accept the loss with --accept-loss."
        case .logDamaged(let path, let reason):
            "\(path) wasn't closed cleanly and \(path)-wal, which holds its last writes, is damaged or was cut (\(reason)); restore a backup, or accept the loss with --accept-loss and run dateline check."
        case .logForeign(let path):
            "\(path) was put in place of another database, whose \(path)-wal still lies beside it; move that file away and start again, or have --accept-loss do so."
        case .newerSchema(let path, let migration):
            "\(path) was made by a newer Dateline (it has \(migration)); use that version. Nothing was changed."
        case .otherApplication(let path): "\(path) belongs to another program; name another file. Nothing was changed."
        case .permission(let path): "\(path) may not be read and written by this user; change its owner or permissions."
        case .cannotCreate(let path, let reason): "\(path) can't be created: \(reason)."
        case .io(let path, let reason): "\(path) can't be opened: \(reason)."
        case .logNotMoved(let path, let reason):
            "\(path): its log couldn't be moved into it (\(reason)). Nothing is lost as long as both stay; the next start tries again."
        case .unsafeSetting(let path, let setting):
            "\(path): SQLite doesn't keep the setting \(setting), without which acknowledged writes could be lost."
        }
    }
}

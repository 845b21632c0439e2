import CSQLiteShim
import Foundation

/// What can be told of a database, and of the library, without opening anything.
extension SQLiteStore {
    /// Whether the program was killed while it had this file open, and the log with its last writes is gone since.
    public static func hasLostLog(at path: String) -> Bool {
        // One that is there may be long, and would be read.
        guard StoreFile.status(path + "-wal") == nil else { return false }
        guard case .missing? = (try? LogInspection(of: path, DirectoryLock.look(path).note))?.fault else { return false }
        return true
    }

    /// Of the SQLite library in use: `3.40.1`.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// Whether the library may damage a log that two connections write and checkpoint at the same moment: from 3.7.0 on, mended in
    /// 3.51.3, 3.50.7 and 3.44.6.
    public static var libraryCanLoseLog: Bool { canLoseLog(Int(sqlite3_libversion_number())) }

    static func canLoseLog(_ version: Int) -> Bool {
        switch version {
        case ..<3_007_000, 3_051_003...: false
        case 3_050_007..<3_051_000, 3_044_006..<3_045_000: false
        default: true
        }
    }
}

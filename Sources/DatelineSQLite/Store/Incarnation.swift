import Foundation
import GRDB

/// Tells a database file from its backups, so that a log isn't laid over a file which it doesn't belong to, see docs/decisions/0016. It is
/// SQLite's `user_version`, four bytes of the file's header that a program may use as it likes (file format §1.3.14); a new one is made up
/// for each backup, and whenever a file is opened that has no log, or has a number that nobody has noted.
struct Incarnation: Hashable, CustomStringConvertible {
    /// Of a file that never got one.
    static let none = Incarnation(number: 0)
    /// Where it stands in the first page.
    static let offset = 60

    let number: UInt32

    init(number: UInt32) {
        self.number = number
    }

    /// What the file itself says, whatever its log adds to it.
    ///
    /// Not while this process has the database open: closing the file would drop SQLite's locks on it (sqlite.org/howtocorrupt.html §2.2).
    ///
    /// - Throws: `.io`, `.permission` where it can't be read.
    init(ofFile path: String) throws(StoreOpenError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw StoreOpenError(errno: errno, path: path) }
        defer { close(file) }
        guard let incarnation = Self(readFrom: file) else { throw StoreOpenError(errno: errno, path: path) }
        self = incarnation
    }

    /// The same while this process has the database open, at the cost of a descriptor that stays open as long as the process lives.
    ///
    /// - Returns: nil where the file can't be read.
    init?(ofOpenFile path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        self.init(readFrom: file)
    }

    private init?(readFrom file: Int32) {
        var bytes: UInt32 = 0
        let count = pread(file, &bytes, 4, off_t(Self.offset))
        guard count >= 0 else { return nil }
        self.init(number: count == 4 ? UInt32(bigEndian: bytes) : 0)
    }

    /// As a note has it: eight hexadecimal digits.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 8, let number = UInt32(text, radix: 16) else { return nil }
        self.init(number: number)
    }

    var description: String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    /// Gives a file that nobody has open, and that has no log, a new one. It isn't synced.
    ///
    /// - Throws: `.io`.
    static func renew(file path: String) throws(BackupError) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw .io(path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var bytes = madeUp.number.bigEndian
        // It has a log (file format §1.3.3): else its first start would turn it into one that has, by way of a rollback journal.
        let versions: [UInt8] = [2, 2]
        guard pwrite(file, &bytes, 4, off_t(offset)) == 4, pwrite(file, versions, 2, 18) == 2 else {
            throw .io(path, reason: String(cString: strerror(errno)))
        }
    }

    /// Gives a file that is open a new one. It has to be in the file and not in the log, which would bring it into any other file.
    ///
    /// - Parameter own: what the file says. The log is to have it too, by which the two are known to belong together until the new one is moved.
    /// - Returns: nil where the disk is full, or another program's reading keeps the log from being moved: then nothing can be told of this file.
    static func begin(_ database: any DatabaseWriter, after own: Incarnation) throws -> Incarnation? {
        let new = madeUp
        do {
            let isMoved = try database.writeWithoutTransaction { db in
                for incarnation in [own, new] { try db.execute(sql: "PRAGMA user_version = \(Int32(bitPattern: incarnation.number))") }
                // Of the modes the only one that doesn't wait for whoever reads.
                let pages = try db.checkpoint(.passive)
                return pages.walFrameCount == pages.checkpointedFrameCount
            }
            return isMoved ? new : nil
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_FULL].contains(error.resultCode) {
            return nil
        }
    }

    private static var madeUp: Incarnation { Incarnation(number: .random(in: 1...UInt32.max)) }
}

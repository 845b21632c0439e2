import Foundation
import GRDB

/// Tells a database file from its backups, so that a log isn't laid over a file which it doesn't belong to, see docs/decisions/0016. It is
/// SQLite's `user_version`, four bytes of the file's header that a program may use as it likes (file format §1.3.14); a new one is made up
/// for each backup, and whenever a file is opened that has no log.
struct Incarnation: Hashable, CustomStringConvertible {
    private static let offset: off_t = 60

    private let number: UInt32

    /// nil: a file that never got one.
    private init?(number: UInt32) {
        guard number != 0 else { return nil }
        self.number = number
    }

    /// What the file itself says, whatever its log adds to it; nil where it says nothing or can't be read.
    ///
    /// Not while this process has the database open: closing the file would drop SQLite's locks on it (sqlite.org/howtocorrupt.html §2.2).
    init?(ofFile path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: UInt32 = 0
        guard pread(file, &bytes, 4, Self.offset) == 4 else { return nil }
        self.init(number: UInt32(bigEndian: bytes))
    }

    /// As a note has it: eight hexadecimal digits.
    init?(_ text: String) {
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
        var bytes = madeUp.bigEndian
        guard pwrite(file, &bytes, 4, Self.offset) == 4 else { throw .io(path, reason: String(cString: strerror(errno))) }
    }

    private static var madeUp: UInt32 { .random(in: 1...UInt32.max) }

    /// Gives a file whose log is empty, and that is open, a new one. It has to be in the file and not in the log, which would bring it into
    /// any other file.
    ///
    /// - Returns: nil where the disk is full, or another program's reading keeps the log from being moved: then nothing can be told of this file.
    static func begin(_ database: any DatabaseWriter) throws -> Incarnation? {
        let number = madeUp
        do {
            let isMoved = try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA user_version = \(Int32(bitPattern: number))")
                // Of the modes the only one that doesn't wait for whoever reads.
                let pages = try db.checkpoint(.passive)
                return pages.walFrameCount == pages.checkpointedFrameCount
            }
            return isMoved ? Incarnation(number: number) : nil
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_FULL].contains(error.resultCode) {
            return nil
        }
    }
}

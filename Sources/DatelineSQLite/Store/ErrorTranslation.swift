import DatelineModels
import Foundation
import GRDB

/// The one place where what SQLite and the store's own code throw becomes a ``RepositoryError``.
enum ErrorTranslation {
    /// - Parameter systemError: the connection's last `errno`, which tells a full quota from a broken disk.
    static func translate(_ error: any Error, systemError: Int32 = 0) -> RepositoryError {
        switch error {
        case let error as RepositoryError: error
        case let error as ValidationError: .invalid(error)
        case is CancellationError: .cancelled
        case let shortage as StoreRoom.Shortage: translate(shortage)
        case let error as DatabaseError: translate(error, systemError)
        default: .unavailable(.storageError, cause: String(describing: error))
        }
    }

    /// An error of the file system under SQLite after which nobody knows what is on the disk: no further write may be
    /// acknowledged by this process (the kernel reports a failed sync once, and then drops the pages).
    static func isFatal(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        switch error.extendedResultCode {
        case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC: return true
        default: break
        }
        return isOfPages(error)
    }

    /// Broken pages, or a full-text index or another one that doesn't fit its table; or a disk that can't be read, see ``ReadFailures``.
    static func isOfPages(_ error: any Error) -> Bool {
        (error as? DatabaseError).map { [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains($0.resultCode) } ?? false
    }

    private static func translate(_ shortage: StoreRoom.Shortage) -> RepositoryError {
        switch shortage {
        case .disk(let free):
            .unavailable(.diskFull, cause: "\(free) bytes are free on the disk of the database, which is less than it needs in reserve")
        case .log(let bytes):
            .unavailable(
                .storageError, cause: "the log has \(bytes) bytes, and a program that reads an old state keeps it from being used again")
        }
    }

    private static func translate(_ error: DatabaseError, _ systemError: Int32) -> RepositoryError {
        let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        return switch error.resultCode {
        case .SQLITE_FULL: .unavailable(.diskFull, cause: cause)
        case .SQLITE_READONLY: .unavailable(.readOnly, cause: cause)
        case .SQLITE_INTERRUPT: .timeout
        case .SQLITE_BUSY, .SQLITE_LOCKED: .overloaded
        case .SQLITE_IOERR where [EFBIG, EDQUOT, ENOSPC].contains(systemError): .unavailable(.diskFull, cause: cause)
        case .SQLITE_IOERR where systemError == EROFS: .unavailable(.readOnly, cause: cause)
        default: .unavailable(.storageError, cause: cause)
        }
    }
}

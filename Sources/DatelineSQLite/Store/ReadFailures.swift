import CSQLiteShim
import GRDB

/// Tells a broken database from a disk that can't be read, which SQLite both calls corrupt: whether the system has failed a read since this
/// was made, before what is to be judged was begun.
struct ReadFailures {
    private let before = dateline_sqlite_failed_reads()

    /// - Returns: what is broken, in a line; nil where the error tells of no damage, or may come of a failed read.
    func damage(_ error: any Error) -> String? {
        guard ErrorTranslation.isOfPages(error), before >= 0, dateline_sqlite_failed_reads() == before else { return nil }
        guard let error = error as? DatabaseError else { return nil }
        let message = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        return error.extendedResultCode == .SQLITE_CORRUPT_VTAB ? "a full-text index is broken (\(message))" : message
    }
}

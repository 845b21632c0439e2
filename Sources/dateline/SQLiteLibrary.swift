import DatelineSQLite
import Logging

/// The SQLite that the program runs with, which comes from the system.
enum SQLiteLibrary {
    static var version: String { SQLiteStore.libraryVersion }

    /// What is known against it; nil where nothing is.
    static var fault: String? {
        SQLiteStore.libraryCanLoseLog ? "\(version) may damage a write-ahead log that two connections write and checkpoint at once" : nil
    }

    static let remedy = "let nothing but dateline open the database while the service runs; 3.51.3 has the fault mended"

    /// For whoever looks into a damaged database later: the version isn't written in it.
    static func note(in logger: Logger) {
        logger.notice("the database is kept by SQLite", metadata: ["version": "\(version)"])
        if let fault { logger.warning("SQLite \(fault); \(remedy)") }
    }
}

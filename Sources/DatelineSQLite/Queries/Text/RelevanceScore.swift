import CSQLiteShim
import GRDB

/// How well a row fits a text query: a function for full-text indexes that looks at nothing but the row itself.
enum RelevanceScore {
    /// The SQL function; its argument is the FTS5 table. Millionths, so that pages can go on exactly where they ended.
    static let functionName = "dateline_score"

    /// Makes the function known to a connection, once.
    static func register(_ db: Database) throws {
        guard let connection = db.sqliteConnection else { return }
        let code = dateline_sqlite_register_score(connection)
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "the relevance function can't be made known")
        }
    }
}

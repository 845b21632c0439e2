import DatelineModels
import GRDB

struct SQLiteChangeLog: ChangeLog {
    let reader: Reader

    func changes(after sequence: Int64, limit: Int) async throws(RepositoryError) -> [Change] {
        try await reader.read { db in
            // Rows are only ever dropped from the beginning.
            if let first = try db.integer("SELECT sequence FROM change ORDER BY sequence LIMIT 1"), sequence < first - 1 {
                throw RepositoryError.gone
            }
            return try db.rows(
                "SELECT sequence, action, resource, id, version, at FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?",
                [sequence, limit]
            ).map { row in
                guard let action = Change.Action(rawValue: row[1]), let resource = Change.Resource(rawValue: row[2]),
                    let id = ResourceID(blob: row[3])
                else {
                    throw RepositoryError.unavailable(.storageError, cause: "a row of the change log can't be read")
                }
                return Change(
                    sequence: row[0], action: action, resource: resource, id: id, version: row[4], at: Timestamp(milliseconds: row[5]))
            }
        }
    }
}

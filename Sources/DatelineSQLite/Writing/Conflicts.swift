import DatelineModels
import Foundation
import GRDB

/// Turns a violated uniqueness into a conflict that names who has the value.
enum Conflicts {
    /// Runs an insert or update; where it violates a constraint, `conflict` says what that means. nil: it is an error of ours.
    static func decided<Value>(_ body: () throws -> Value, by conflict: () throws -> RepositoryError?) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw try conflict() ?? error
        }
    }

    /// The id in the first column of a query's first row.
    static func id(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> ResourceID? {
        try db.row(sql, arguments).flatMap { ResourceID(blob: $0[0]) }
    }
}

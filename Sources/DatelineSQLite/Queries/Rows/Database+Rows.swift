import CSQLiteShim
import DatelineModels
import GRDB

extension Database {
    /// Runs a query and hands over row after row until `body` answers false.
    ///
    /// - Parameter isCached: whether the statement is kept for the life of the connection. Only for SQL of which there are few shapes.
    func whileRows(of query: SQLText, isCached: Bool = true, _ body: (ResultRow) throws -> Bool) throws {
        let statement = isCached ? try cachedStatement(sql: query.sql) : try makeStatement(sql: query.sql)
        try step(statement, query.sql, query.values, body)
    }

    /// Runs a statement that is kept for the life of the connection, and hands over row after row until `body` answers false.
    func step(_ sql: String, _ values: [(any SQLBindable)?], _ body: (ResultRow) throws -> Bool) throws {
        try step(try cachedStatement(sql: sql), sql, values, body)
    }

    private func step(_ statement: Statement, _ sql: String, _ values: [(any SQLBindable)?], _ body: (ResultRow) throws -> Bool) throws {
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in values.enumerated() {
            // What isn't bound is NULL.
            guard let value else { continue }
            let code = value.bind(to: handle, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code, sql) }
        }
        let row = ResultRow(statement: handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                guard try body(row) else { return }
            case SQLITE_DONE: return
            case let code: throw failure(code, sql)
            }
        }
    }

    func forEachRow(of query: SQLText, isCached: Bool = true, _ body: (ResultRow) throws -> Void) throws {
        try whileRows(of: query, isCached: isCached) { row in
            try body(row)
            return true
        }
    }

    /// What `body` makes of the first row; nil where there is none.
    func firstRow<Value>(of query: SQLText, isCached: Bool = true, _ body: (ResultRow) throws -> Value) throws -> Value? {
        var result: Value?
        try whileRows(of: query, isCached: isCached) { row in
            result = try body(row)
            return false
        }
        return result
    }

    /// The integers of the first column.
    func integers(of query: SQLText, isCached: Bool = true) throws -> [Int64] {
        var result: [Int64] = []
        try forEachRow(of: query, isCached: isCached) { result.append($0.integer(0)) }
        return result
    }

    private func failure(_ code: Int32, _ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) },
            sql: sql
        )
    }
}

import CSQLiteShim
import DatelineModels
import GRDB

extension Database {
    /// Runs a query and hands over row after row until `body` answers false.
    ///
    /// - Parameter isCached: whether the statement is kept for the life of the connection. Only for SQL of which there are few shapes.
    func whileRows(of query: SQLText, isCached: Bool = true, _ body: (ResultRow) throws -> Bool) throws {
        let statement = isCached ? try cachedStatement(sql: query.sql) : try makeStatement(sql: query.sql)
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        defer { sqlite3_reset(handle) }
        for (index, value) in query.values.enumerated() {
            let code = Self.bind(value, to: handle, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code, query.sql) }
        }
        let row = ResultRow(statement: handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                guard try body(row) else { return }
            case SQLITE_DONE: return
            case let code: throw failure(code, query.sql)
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

    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
        // SQLITE_TRANSIENT, a macro that Swift doesn't import: SQLite makes its own copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .integer(let integer): return sqlite3_bind_int64(statement, index, integer)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // Without a pointer SQLite would bind NULL instead of an empty text.
                    guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, transient) }
                    return sqlite3_bind_text(statement, index, start, Int32(characters.count), transient)
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { bytes in
                // Without a pointer SQLite would bind NULL instead of an empty blob.
                guard let start = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
                return sqlite3_bind_blob(statement, index, start, Int32(bytes.count), transient)
            }
        case .id(let id):
            var bytes = (id.high.bigEndian, id.low.bigEndian)
            return withUnsafeBytes(of: &bytes) { sqlite3_bind_blob(statement, index, $0.baseAddress, 16, transient) }
        }
    }
}

import CSQLite

/// A connection of SQLite, closed with the value that holds it.
final class Connection {
    let handle: OpaquePointer

    init(path: String, isReadOnly: Bool = false) throws {
        var handle: OpaquePointer?
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        guard sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let handle else {
            throw Failure(text: "can't open \(path)")
        }
        self.handle = handle
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
    }

    func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK, let statement else {
            throw failure(sql)
        }
        return statement
    }

    func failure(_ what: String) -> Failure { Failure(text: "\(String(cString: sqlite3_errmsg(handle))): \(what)") }

    /// The first column of each row, as text.
    func texts(_ sql: String) throws -> [String] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var texts: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW { texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "") }
        return texts
    }
}

/// Rows that were read, ready to be bound: each value is a copy of SQLite's own.
final class Rows {
    private(set) var values: [OpaquePointer?] = []

    deinit { for value in values { sqlite3_value_free(value) } }

    /// Takes over the row that a statement stands at.
    ///
    /// - Returns: the index of its first value.
    func append(_ statement: OpaquePointer, columns: Int) -> Int {
        let first = values.count
        for column in 0..<Int32(columns) { values.append(sqlite3_value_dup(sqlite3_column_value(statement, column))) }
        return first
    }
}
